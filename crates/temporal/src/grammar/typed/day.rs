//! Days and years, typed alone.

use super::{LEADS, dated, ends, said, timed};
use crate::Modifier;
use crate::grammar::date::{day_number, full_weekday, is_day_of, weekday_name};
use crate::grammar::input::{Input, Parsed, dash, digits, fail, mark, one_of, tight, word};
use crate::grammar::month::month_name;
use crate::grammar::number::ordinal;
use crate::grammar::{Found, hours, numeric, relative, when};
use crate::lexeme::Kind;
use crate::meaning::{Base, Day, Meaning, Name, Said, When, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `figures := (dotted | slashed) [time-link time]`: *16.12* is 16 December, *2 / 15* 15 February.
pub(super) fn figures(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = alt((dotted, slashed)).parse(input)?;
    match when::linked_time(rest) {
        Ok((after, time)) => Ok((after, said(When { day, time: Some(time) }))),
        Err(_) => Ok((rest, dated(day))),
    }
}

/// `dotted := day "." month2`
fn dotted(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (day, (), month)) =
        (digits(1..=2, 1..=31), tight(mark('.')), tight(digits(2..=2, 1..=12))).parse(input)?;
    month_day(rest, month, day)
}

/// `slashed := figure "/" figure`, one of them too large for a month: `3/4` is a part of something.
fn slashed(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (first, (), second)) = pair(input)?;
    match numeric::month_and_day(first, second) {
        // Round the clock, more often than a day of July.
        _ if (first, second) == (24, 7) => fail(),
        Some(name) if first > 12 || second > 12 => Ok((rest, Day::Named(name, Which::Nearest))),
        _ => fail(),
    }
}

fn pair(input: Input<'_>) -> Parsed<'_, (u32, (), u32)> {
    (digits(1..=2, 1..=31), mark('/'), digits(1..=2, 1..=31)).parse(input)
}

fn month_day(rest: Input<'_>, month: u32, day: u32) -> Parsed<'_, Day> {
    if !is_day_of(month, day) {
        return fail();
    }
    Ok((rest, Day::Named(Name::MonthDay(month, day, None), Which::Nearest)))
}

/// `first-of-month := "the" ordinal`, after *on* and the like: *on the first*.
pub(super) fn first_of_month(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = preceded(word("the"), verify(ordinal, |&day| day <= 31)).parse(input)?;
    if !input.follows(LEADS) {
        return fail();
    }
    Ok((rest, dated(Day::Named(Name::DayOfMonth(day, None), Which::Nearest))))
}

/// `day-and-figures := (weekday | date) hour2 minute2`: *Sunday 1925*, and *27 July 1100*, which would be a year long
/// past.
pub(super) fn day_and_figures(input: Input<'_>) -> Parsed<'_, Said> {
    if let Ok((rest, (day, clock))) = (full_weekday, hours::four_figures).parse(input) {
        return Ok((rest, timed(Day::Named(Name::Weekday(day), Which::Nearest), clock)));
    }
    let day_first = map((day_number, month_name), |(day, month)| (month, day));
    let (rest, (month, day)) = alt((day_first, (month_name, day_number))).parse(input)?;
    let (rest, day) = month_day(rest, month, day)?;
    // From 1500 on a year is meant.
    let (rest, clock) = verify(hours::four_figures, |clock| !(15..21).contains(&clock.hour)).parse(rest)?;
    Ok((rest, timed(day, clock)))
}

/// `whole-unit := "all" unit`: *all week* is this one.
pub(super) fn whole_unit(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, unit) = preceded(word("all"), relative::unit).parse(input)?;
    let calendar = matches!(unit, Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year);
    if calendar { Ok((rest, dated(Day::Unit(unit, 0, Base::Now)))) } else { fail() }
}

/// `year-on := ("later" | "earlier") "than" year`
pub(super) fn year_on(input: Input<'_>) -> Parsed<'_, Said> {
    let bound = alt((value(Modifier::After, word("later")), value(Modifier::Before, word("earlier"))));
    let (rest, modifier) = terminated(bound, word("than")).parse(input)?;
    let (rest, year) = digits(4..=4, 1500..=2199).parse(rest)?;
    Ok((rest, Said { modifier: Some(modifier), ..dated(Day::Year(year.cast_signed())) }))
}

/// `ordinal-day := ordinal-in-digits`: *18th*, of this month or the next.
pub(super) fn ordinal_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = verify(ordinal, |&day| day <= 31).parse(input)?;
    let in_figures = matches!(input.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let day = Day::Named(Name::DayOfMonth(day, None), Which::Nearest);
    if in_figures { Ok((rest, dated(day))) } else { fail() }
}

/// `dotted-weekday := weekday [","] dotted`: *Monday 19.06*, a date and no time.
pub(super) fn dotted_weekday(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, weekday) = terminated(weekday_name, opt(mark(','))).parse(input)?;
    match dotted(rest)? {
        (rest, Day::Named(Name::MonthDay(month, day, _), which)) => {
            Ok((rest, dated(Day::Named(Name::MonthDay(month, day, Some(weekday)), which))))
        }
        _ => fail(),
    }
}

/// `compact := year4 month2 day2`, in one: *20260315*.
pub(super) fn compact(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, figure) = digits(8..=8, 19_000_101..=20_991_231).parse(input)?;
    let (rest, day) = month_day(rest, figure / 100 % 100, figure % 100)?;
    let Day::Named(name, _) = day else { return fail() };
    let year = Day::Year((figure / 10_000).cast_signed());
    Ok((rest, dated(Day::Named(name, Which::In(Box::new(year))))))
}

/// `abbreviated := "ASAP" | "ATM" | ["the"] ("BOM" | "BOY") | "tomorrows"`: now, the beginning of the month or year, and
/// a day without its apostrophe.
pub(super) fn abbreviated(input: Input<'_>) -> Parsed<'_, Said> {
    if let Ok((rest, _)) = one_of(&["asap", "atm"]).parse(input) {
        let meaning = Meaning::Vague("PRESENT_REF");
        return Ok((rest, Said { meaning, modifier: None, relative_to_now: None }));
    }
    if let Ok((rest, day)) = one_of(&["yesterdays", "todays", "tomorrows"]).parse(input) {
        let steps = i32::try_from(day).unwrap_or(1) - 1;
        return Ok((rest, dated(Day::Unit(Unit::Day, steps, Base::Now))));
    }
    let (rest, _) = opt(word("the")).parse(input)?;
    let capitals =
        rest.next().is_some_and(|lexeme| rest.of(lexeme).bytes().all(|byte| byte.is_ascii_uppercase()));
    let (rest, year) = one_of(&["bom", "boy"]).parse(rest)?;
    if !capitals {
        return fail();
    }
    let day = Day::Unit(if year == 1 { Unit::Year } else { Unit::Month }, 0, Base::Now);
    Ok((rest, Said { modifier: Some(Modifier::Start), ..dated(day) }))
}

/// `both-ends := end link end`: *13.12 - 17.12*, *2/29-3/1*.
pub(super) fn both_ends(input: Input<'_>) -> Parsed<'_, Vec<Found>> {
    let (rest, first) = end(input)?;
    let (after, ()) = alt((dash, word("to"), word("until"))).parse(rest)?;
    let second = Input { from: after.at, ..after };
    let (last, until) = end(second)?;
    let found = |input: Input<'_>, rest: Input<'_>, day| {
        rest.span().map(|span| Found { span, first: input.at, after: rest.at, said: dated(day) })
    };
    match (found(input, rest, first), found(second, last, until)) {
        (Some(first), Some(until)) if ends(last) => Ok((last, vec![first, until])),
        _ => fail(),
    }
}

/// `end := day "." month | figure "/" figure`
fn end(input: Input<'_>) -> Parsed<'_, Day> {
    if let Ok((rest, (first, (), second))) = pair(input) {
        let name = numeric::month_and_day(first, second);
        return name.map_or_else(fail, |name| Ok((rest, Day::Named(name, Which::Nearest))));
    }
    let figure = |most| digits(1..=2, 1..=most);
    let (rest, (day, (), month)) = (figure(31), tight(mark('.')), tight(figure(12))).parse(input)?;
    month_day(rest, month, day)
}
