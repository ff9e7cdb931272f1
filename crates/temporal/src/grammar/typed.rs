//! A text that is nothing but one date or time, as typed to a calendar or into a search field: *in 15*, `16.12`,
//! *Sunday 1925*.
//!
//! In running text such figures may be anything; where nothing else stands, they say when.

use super::date::{day_number, full_weekday, is_day_of, weekday_name};
use super::input::{
    Input, Parsed, Production, Source, apostrophe, dash, digits, fail, longest, mark, one_of, tight, word,
};
use super::length::{amount, unit_plural};
use super::month::month_name;
use super::number::ordinal;
use super::{Found, hours, numeric, offset, relative};
use crate::Modifier;
use crate::class::CARDINAL;
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::meaning::{
    Base, Clock, Count, Day, Direction, Length, Meaning, Name, Reach, Said, Time, When, Which,
};
use crate::unit::Unit;
use chrono::{NaiveTime, Timelike};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// More pieces than this are a sentence.
const LONGEST: usize = 12;

/// Words that may stand before the one expression.
const LEADS: &[&str] = &["in", "at", "on", "by", "from", "until", "till", "after", "about", "around"];

/// The expressions of a text that is nothing but them and that running text would not be read for.
///
/// `typed := [lead] said | end link end`
pub(crate) fn typed(text: &str, lexemes: &[Lexeme]) -> Vec<Found> {
    let in_line = lexemes.iter().skip(1).all(|lexeme| lexeme.gap < Gap::Line);
    if lexemes.is_empty() || lexemes.len() > LONGEST || !in_line {
        return Vec::new();
    }
    for first in 0..=1 {
        let source = Source::new(text, lexemes, first);
        let input = Input::new(&source, first);
        if first == 1 && !input.follows(LEADS) {
            break;
        }
        if let Ok((rest, said)) = longest(input, SAID)
            && ends(rest)
            && let Some(span) = rest.span()
        {
            return vec![Found { span, first, after: rest.at, said }];
        }
        if let Ok((_, both)) = both_ends(input) {
            return both;
        }
    }
    Vec::new()
}

/// Whether a text is nothing but one expression with a preposition or a hedge before it.
pub(crate) fn is_alone(text: &str, lexemes: &[Lexeme], found: &[Found]) -> bool {
    let [found] = found else { return false };
    let leads = lexemes.get(..found.first).unwrap_or_default().iter().all(|lexeme| {
        ["within", "for", "the"]
            .iter()
            .chain(LEADS)
            .any(|lead| lexeme.span.of(text).eq_ignore_ascii_case(lead))
    });
    let after = lexemes.get(found.after..).unwrap_or_default();
    lexemes.len() <= LONGEST && leads && after.iter().all(|lexeme| lexeme.kind == Kind::Mark('.'))
}

/// A time typed alone on a clock of twelve hours is the next that shows it: *three twenty* at half past four is 15:20.
pub(crate) fn on_twelve(text: &str, lexemes: &[Lexeme], found: &mut [Found], now: NaiveTime) {
    let [Found { first, after, said, .. }] = found else { return };
    let Meaning::When(When { day: Day::Given, time: Some(Time::Clock(clock)) }) = &mut said.meaning else {
        return;
    };
    let pieces = lexemes.get(*first..*after).unwrap_or_default();
    let bare = pieces.iter().all(|lexeme| match lexeme.kind {
        Kind::Number(value, length) => length == 1 || value > 9,
        Kind::Mark(mark) => mark == ':',
        Kind::Word => {
            lexeme.class & CARDINAL != 0 || ["past", "to", "half", "quarter"].contains(&lexeme.span.of(text))
        }
    });
    let over = |hour: u32| (hour, clock.minute.unwrap_or(59)) < (now.hour(), now.minute());
    if bare && (1..12).contains(&clock.hour) && over(clock.hour) && !over(clock.hour + 12) {
        clock.hour += 12;
    }
}

/// Whether the text ends here, but for a full stop.
fn ends(rest: Input<'_>) -> bool {
    let after = rest.source.lexemes.get(rest.at..).unwrap_or_default();
    match after {
        [] => true,
        [last] => last.kind == Kind::Mark('.'),
        _ => false,
    }
}

const SAID: &[Production<Said>] = &[
    figures,
    minutes,
    letter_hour,
    spaced_clock,
    hour_of_day,
    first_of_month,
    day_and_figures,
    four_figures,
    date_and_amount,
    few,
    amount_on,
    whole_unit,
    year_on,
    ordinal_day,
    dotted_weekday,
    hours_of_day,
    compact,
    abbreviated,
];

fn said(when: When) -> Said {
    Said { meaning: Meaning::When(when), modifier: None, relative_to_now: None }
}

fn dated(day: Day) -> Said {
    said(When { day, time: None })
}

fn timed(day: Day, clock: Clock) -> Said {
    said(When { day, time: Some(Time::Clock(clock)) })
}

fn now() -> Day {
    Day::Unit(Unit::Day, 0, Base::Now)
}

fn shifted(length: Length, direction: Direction) -> Said {
    dated(Day::Shift(length, direction, Box::new(now())))
}

fn o_clock(hour: u32, minute: Option<u32>) -> Clock {
    Clock { hour, minute, second: None, zone: None }
}

/// `figures := (dotted | slashed) [time-link time]`: *16.12* is 16 December, *2 / 15* 15 February.
fn figures(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = alt((dotted, slashed)).parse(input)?;
    match super::when::linked_time(rest) {
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

/// `minutes := figure ["'"]`, after *in*: *in 15*.
fn minutes(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, count) = terminated(digits(1..=2, 1..=99), opt(tight(apostrophe))).parse(input)?;
    if !input.follows(&["in"]) {
        return fail();
    }
    Ok((rest, shifted(Length::of(Count::whole(count), Unit::Minute), Direction::On)))
}

/// `letter-hour := hour ("a" | "p")`, after *at*: *at 3p*.
fn letter_hour(input: Input<'_>) -> Parsed<'_, Said> {
    let letter = alt((value(0, word("a")), value(12, word("p"))));
    let (rest, (hour, late)) = (digits(1..=2, 1..=12), tight(letter)).parse(input)?;
    if !input.follows(&["at"]) {
        return fail();
    }
    Ok((rest, timed(Day::Given, o_clock(hour % 12 + late, None))))
}

/// `spaced-clock := hour minute2`, after *at*: *at 3 15*.
fn spaced_clock(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, (hour, minute)) = (digits(1..=2, 0..=23), digits(2..=2, 0..=59)).parse(input)?;
    if !input.follows(&["at"]) || rest.before().is_some_and(|lexeme| lexeme.gap == Gap::None) {
        return fail();
    }
    Ok((rest, timed(Day::Given, o_clock(hour, Some(minute)))))
}

/// `hour-of-day := hour ("today" | "tomorrow" | …)`: *9 tomorrow*.
fn hour_of_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, (hour, day)) = (digits(1..=2, 0..=23), relative::deictic_day).parse(input)?;
    Ok((rest, timed(day, o_clock(hour, None))))
}

/// `first-of-month := "the" ordinal`, after *on* and the like: *on the first*.
fn first_of_month(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = preceded(word("the"), verify(ordinal, |&day| day <= 31)).parse(input)?;
    if !input.follows(LEADS) {
        return fail();
    }
    Ok((rest, dated(Day::Named(Name::DayOfMonth(day, None), Which::Nearest))))
}

/// `day-and-figures := (weekday | date) hour2 minute2`: *Sunday 1925*, and *27 July 1100*, which would be a year long
/// past.
fn day_and_figures(input: Input<'_>) -> Parsed<'_, Said> {
    if let Ok((rest, (day, clock))) = (full_weekday, hours::four_figures).parse(input) {
        return Ok((rest, timed(Day::Named(Name::Weekday(day), Which::Nearest), clock)));
    }
    let day_first = map((day_number, month_name), |(day, month)| (month, day));
    let (rest, (month, day)) = alt((day_first, (month_name, day_number))).parse(input)?;
    let (rest, day) = month_day(rest, month, day)?;
    let (rest, clock) = hours::four_figures(rest)?;
    let year = clock.hour * 100 + clock.minute.unwrap_or(0);
    if (1500..2100).contains(&year) { fail() } else { Ok((rest, timed(day, clock))) }
}

/// `four-figures := hour2 minute2`, hedged: *approximately 1030*.
fn four_figures(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = one_of(&["approximately", "about", "around", "roughly"]).parse(input)?;
    let (rest, clock) = hours::four_figures(rest)?;
    let year = clock.hour * 100 + clock.minute.unwrap_or(0);
    if (1100..2100).contains(&year) {
        return fail();
    }
    Ok((rest, Said { modifier: Some(Modifier::Approximate), ..timed(Day::Given, clock) }))
}

/// `date-and-amount := day ("+" | "-") amount`: *next Tuesday +10 days*.
fn date_and_amount(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = super::day(input)?;
    let (rest, direction) =
        alt((value(Direction::On, mark('+')), value(Direction::Back, dash))).parse(rest)?;
    let (rest, (length, _)) = tight(amount).parse(rest)?;
    Ok((rest, dated(Day::Shift(length, direction, Box::new(day)))))
}

/// `few := ["a"] "few" units from-now | ["the"] "next" ["a"] "few" units`, three of them.
fn few(input: Input<'_>) -> Parsed<'_, Said> {
    let next = map((opt(word("the")), word("next"), word("few"), unit_plural), |(.., unit)| {
        let length = Length::of(Count::whole(3), unit);
        Said { meaning: Meaning::Length(length, Reach::On), modifier: None, relative_to_now: None }
    });
    let mut next = next;
    if let Ok(found) = next.parse(input) {
        return Ok(found);
    }
    let (rest, unit) = preceded((opt(word("a")), word("few")), relative::units).parse(input)?;
    let length = Length::of(Count::whole(3), unit);
    match offset::from_now(rest) {
        Ok((rest, direction)) => Ok((rest, shifted(length, direction))),
        Err(_) if input.follows(&["in", "after"]) => Ok((rest, shifted(length, Direction::On))),
        Err(error) => Err(error),
    }
}

/// `amount-on := amount`, after *after*, or before *out*; *the minute before*.
fn amount_on(input: Input<'_>) -> Parsed<'_, Said> {
    if let Ok(found) = beside(input) {
        return Ok(found);
    }
    let (rest, (length, _)) = amount(input)?;
    let (rest, out) = opt(word("out")).parse(rest)?;
    if out.is_some() || input.follows(&["after"]) {
        Ok((rest, shifted(length, Direction::On)))
    } else {
        fail()
    }
}

fn beside(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, unit) = verify(relative::unit, |unit| unit.is_clock()).parse(rest)?;
    let (rest, direction) =
        alt((value(Direction::Back, word("before")), value(Direction::On, word("after")))).parse(rest)?;
    Ok((rest, shifted(Length::of(Count::whole(1), unit), direction)))
}

/// `whole-unit := "all" unit`: *all week* is this one.
fn whole_unit(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, unit) = preceded(word("all"), relative::unit).parse(input)?;
    let calendar = matches!(unit, Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year);
    if calendar { Ok((rest, dated(Day::Unit(unit, 0, Base::Now)))) } else { fail() }
}

/// `year-on := ("later" | "earlier") "than" year`
fn year_on(input: Input<'_>) -> Parsed<'_, Said> {
    let bound = alt((value(Modifier::After, word("later")), value(Modifier::Before, word("earlier"))));
    let (rest, modifier) = terminated(bound, word("than")).parse(input)?;
    let (rest, year) = digits(4..=4, 1500..=2199).parse(rest)?;
    Ok((rest, Said { modifier: Some(modifier), ..dated(Day::Year(year.cast_signed())) }))
}

/// `ordinal-day := ordinal-in-digits`: *18th*, of this month or the next.
fn ordinal_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = verify(ordinal, |&day| day <= 31).parse(input)?;
    let in_figures = matches!(input.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let day = Day::Named(Name::DayOfMonth(day, None), Which::Nearest);
    if in_figures { Ok((rest, dated(day))) } else { fail() }
}

/// `dotted-weekday := weekday [","] dotted`: *Monday 19.06*, a date and no time.
fn dotted_weekday(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, weekday) = terminated(weekday_name, opt(mark(','))).parse(input)?;
    match dotted(rest)? {
        (rest, Day::Named(Name::MonthDay(month, day, _), which)) => {
            Ok((rest, dated(Day::Named(Name::MonthDay(month, day, Some(weekday)), which))))
        }
        _ => fail(),
    }
}

/// `hours-of-day := day hours | hours ["on"] day`; `hours := ["from" | "between"] hour link hour`: *tomorrow 9-5*, *9 to 5
/// on Monday*. The first alone is given.
fn hours_of_day(input: Input<'_>) -> Parsed<'_, Said> {
    let hour = |input| digits(1..=2, 1..=24).parse(input);
    let link = |input| alt((dash, word("to"), word("until"), word("till"), word("and"))).parse(input);
    let hours = |input| {
        let (rest, _) = opt(one_of(&["from", "between"])).parse(input)?;
        let (rest, (first, (), _)) = (hour, link, hour).parse(rest)?;
        Ok((rest, first))
    };
    let day_first = map((super::day, preceded(opt(mark(',')), hours)), |(day, hour)| (day, hour));
    let hours_first = map((hours, preceded(opt(word("on")), super::day)), |(hour, day)| (day, hour));
    let (rest, (day, hour)) = alt((day_first, hours_first)).parse(input)?;
    // *2-4 days ago* counts days.
    let named = super::when::is_day(&day) && !matches!(day, Day::Shift(..));
    if named { Ok((rest, timed(day, o_clock(hour, None)))) } else { fail() }
}

/// `compact := year4 month2 day2`, in one: *20260315*.
fn compact(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, figure) = digits(8..=8, 19_000_101..=20_991_231).parse(input)?;
    let (rest, day) = month_day(rest, figure / 100 % 100, figure % 100)?;
    let Day::Named(name, _) = day else { return fail() };
    let year = Day::Year((figure / 10_000).cast_signed());
    Ok((rest, dated(Day::Named(name, Which::In(Box::new(year))))))
}

/// `abbreviated := "ASAP" | "ATM" | ["the"] ("BOM" | "BOY") | "tomorrows"`: now, the beginning of the month or year, and
/// a day without its apostrophe.
fn abbreviated(input: Input<'_>) -> Parsed<'_, Said> {
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
fn both_ends(input: Input<'_>) -> Parsed<'_, Vec<Found>> {
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
