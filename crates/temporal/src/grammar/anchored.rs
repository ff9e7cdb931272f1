//! Days found from another day or inside a longer stretch.

use super::date::{day_number, is_day_of, weekday_name};
use super::input::{Input, Parsed, dash, digits, fail, mark, one_of, tight, word, words};
use super::number::ordinal;
use super::relative::{picked_unit, unit};
use crate::lexeme::Kind;
use crate::meaning::{Base, Count, Day, Direction, Inner, Length, Name, Picked, Time, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::{pair, preceded, terminated};

/// `day-before := ["the"] "day" ("before" | "after") day`: *the day before yesterday*.
pub(crate) fn day_before(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, unit) = unit(rest)?;
    let (rest, direction) =
        alt((value(Direction::Back, word("before")), value(Direction::On, word("after")))).parse(rest)?;
    if unit.is_clock() {
        return fail();
    }
    match super::day(rest) {
        Ok((rest, day)) => {
            Ok((rest, Day::Shift(Length::of(Count::whole(1), unit), direction, Box::new(day))))
        }
        // *They had met the day before.*
        Err(_) if input.is_word("the") && unit != Unit::Night && super::offset::ends_clause(rest) => {
            let steps = if direction == Direction::Back { -1 } else { 1 };
            Ok((rest, Day::Unit(unit, steps, Base::View)))
        }
        Err(_) => fail(),
    }
}

/// `around := ["the"] ("week" | "weekend" | "month") "of" ["the"] day`: *the week of 6 March*.
pub(crate) fn around(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, unit) = unit(rest)?;
    if !matches!(unit, Unit::Week | Unit::Weekend | Unit::Month) {
        return fail();
    }
    let begins =
        (one_of(&["beginning", "starting", "commencing", "of"]), opt(alt((word("on"), word("with")))));
    let (rest, _) = map(begins, |_| ()).parse(rest)?;
    let day = super::date::dated(rest)
        .or_else(|_| super::numeric::numeric_day(rest))
        .or_else(|_| super::period::holiday(rest))
        .or_else(|_| the_day_of_month(rest));
    match day {
        Ok((rest, day)) => Ok((rest, Day::Around(unit, Box::new(day)))),
        Err(_) => fail(),
    }
}

/// `the-day-of-month := "the" ordinal-in-digits`: *the week of the 18th*.
pub(super) fn the_day_of_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let in_figures = rest.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(..)));
    let (rest, day) = ordinal(rest)?;
    if day > 31 || !in_figures || super::date::counts_noun(rest) {
        return fail();
    }
    Ok((rest, Day::Named(Name::DayOfMonth(day, None), Which::Nearest)))
}

/// `holiday-weekend := ["the"] holiday [year] ("weekend" | "week") [["of" | "in"] year]`: *the Labor Day weekend*, *Easter
/// week*.
pub(crate) fn holiday_weekend(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = super::period::holiday(rest)?;
    let (rest, unit) =
        alt((value(Unit::Weekend, word("weekend")), value(Unit::Week, word("week")))).parse(rest)?;
    let link = opt(alt((word("of"), word("in"))));
    let (rest, year) = opt(preceded(link, super::date::year)).parse(rest)?;
    let day = match (day, year) {
        (Day::Named(name, Which::Nearest), Some(year)) => Day::Named(name, Which::In(Box::new(year))),
        (day, _) => day,
    };
    Ok((rest, Day::Around(unit, Box::new(day))))
}

/// `after-next := ["the"] (unit | weekday | month) ("after next" | "before last")`: *the week after next*.
pub(crate) fn after_next(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    if let Ok((after, month)) = super::month::full_month(rest)
        && let Ok((after, ())) = words(&["after", "next"]).parse(after)
    {
        return Ok((after, Day::Named(Name::Month(month), Which::Picked(Picked::AfterNext, Base::Now))));
    }
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let ahead = value(Direction::On, words(&["after", "next"]));
    let (rest, direction) = alt((ahead, value(Direction::Back, words(&["before", "last"])))).parse(rest)?;
    let steps = if direction == Direction::On { 2 } else { -2 };
    match inner {
        Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night => fail(),
        Inner::Unit(unit) => Ok((rest, Day::Unit(unit, steps, Base::Now))),
        Inner::Weekday(weekday) => {
            let near = super::relative::nearest_weekday(weekday, direction);
            Ok((rest, Day::Shift(Length::of(Count::whole(1), Unit::Week), direction, Box::new(near))))
        }
    }
}

/// `weekday-from := ["the"] [ordinal] weekday ("after" | "before" | "following") day`: *the first Monday after Easter*.
pub(crate) fn weekday_from(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = opt(ordinal).parse(rest)?;
    let (rest, weekday) = super::date::full_weekday(rest)?;
    let ahead = value(true, alt((word("after"), word("following"))));
    let (rest, ahead) = alt((ahead, value(false, word("before")))).parse(rest)?;
    let number = number.unwrap_or(1).cast_signed();
    match super::calendar_day(rest)? {
        (rest, day) if number <= 53 && is_day_like(&day) => {
            let number = if ahead { number } else { -number };
            Ok((rest, Day::WeekdayFrom(number, weekday, Box::new(day))))
        }
        _ => fail(),
    }
}

/// `closest := ["the"] [ordinal] ("closest" | "nearest") (weekday | holiday) "to" day`: *the closest Monday to 5 October*.
pub(crate) fn closest(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, number) = preceded(opt(word("the")), opt(ordinal)).parse(input)?;
    let (rest, _) = one_of(&["closest", "nearest"]).parse(rest)?;
    let name = alt((map(weekday_name, Name::Weekday), map(super::period::holiday_name, Name::Holiday)));
    let (rest, name) = terminated(name, word("to")).parse(rest)?;
    let (rest, day) = super::day(rest)?;
    Ok((rest, Day::Nearest(number.unwrap_or(1), name, Box::new(day))))
}

/// `holiday-off := holiday amount from-now`: *Thanksgiving three months ago*, the one nearest to that day.
pub(crate) fn holiday_off(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, name) = map(super::period::holiday_name, Name::Holiday).parse(input)?;
    match super::day::offset_day(rest)? {
        (rest, day @ Day::Shift(..)) if matches!(&day, Day::Shift(_, _, base) if matches!(**base, Day::Unit(_, _, Base::Now))) => {
            Ok((rest, Day::Nearest(1, name, Box::new(day))))
        }
        _ => fail(),
    }
}

/// Whether something is counted from: a date or a holiday.
fn is_day_like(day: &Day) -> bool {
    matches!(day, Day::Named(Name::MonthDay(..) | Name::Numeric(..) | Name::Holiday(_), _))
}

/// `nth := ["the"] (ordinal | "last" | "final") (unit | weekday) ("of" | "in") day`: *the first week of October*.
pub(crate) fn nth(input: Input<'_>) -> Parsed<'_, Day> {
    match nth_and_time(input)? {
        (rest, (day, None)) => Ok((rest, day)),
        _ => fail(),
    }
}

/// `nth-and-time := ["the"] (ordinal | …) (unit | weekday) [time [link clock]] ("of" | "in") day`: *the first Monday
/// evening of next month*.
pub(super) fn nth_and_time(input: Input<'_>) -> Parsed<'_, (Day, Option<Time>)> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let last = value(-1, alt((word("last"), word("final"))));
    // *the third last week*, *the second-to-last Friday*, *the penultimate day*
    let to = |input| opt((opt(dash), word("to"), opt(dash))).parse(input);
    let from_end = map((ordinal, to, word("last")), |(number, ..)| -number.cast_signed());
    let penultimate = value(-2, word("penultimate"));
    let (rest, number) = alt((from_end, penultimate, map(ordinal, u32::cast_signed), last)).parse(rest)?;
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let (rest, time) = match inner {
        Inner::Weekday(_) => opt(terminated(super::clock::time_beside_date, opt(until))).parse(rest)?,
        Inner::Unit(_) => (rest, None),
    };
    let (rest, ()) = alt((word("of"), word("in"))).parse(rest)?;
    if matches!(inner, Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night) || number > 53 {
        return fail();
    }
    // *the first Monday of the month*
    let around = preceded(word("the"), unit);
    let outer =
        super::calendar_day(rest).or_else(|_| map(around, |unit| Day::Unit(unit, 0, Base::View)).parse(rest));
    match outer {
        Ok((rest, day)) if is_longer(&day, inner) => {
            Ok((rest, (Day::Nth(number, inner, Box::new(day)), time)))
        }
        _ => fail(),
    }
}

/// `until := ("-" | "to" | "until" | "and") clock`, the end of a stretch of a day.
fn until(input: Input<'_>) -> Parsed<'_, ()> {
    let link = alt((dash, word("to"), word("until"), word("and")));
    map((link, |input| super::clock::clock(input, true)), |_| ()).parse(input)
}

/// `apposed := (pick weekday | deictic) ["," | "(" | "-"] date [")"]`, two ways to say one day: *this Friday, June 15*;
/// the date decides.
pub(crate) fn apposed(input: Input<'_>) -> Parsed<'_, Day> {
    let picked = map((super::relative::pick, weekday_name), |(_, weekday)| Some(weekday));
    let deictic = map(super::relative::deictic_day, |_| None);
    let (rest, weekday) = alt((picked, deictic)).parse(input)?;
    let bracket = mark('(').parse(rest);
    let (rest, bracketed) = bracket.map_or((rest, false), |(rest, ())| (rest, true));
    let (rest, _) = if bracketed || weekday.is_none() {
        (rest, None)
    } else {
        opt(alt((mark(','), tight(dash)))).parse(rest)?
    };
    let dashed = map(pair(super::month::month_name, preceded(tight(dash), day_number)), |found| {
        Day::Named(Name::MonthDay(found.0, found.1, None), Which::Nearest)
    });
    let mut dashed = dashed;
    let (rest, day) = super::date::dated(rest)
        .or_else(|_| dashed.parse(rest))
        .or_else(|_| super::numeric::numeric_day(rest))?;
    let (rest, _) = if bracketed { opt(mark(')')).parse(rest)? } else { (rest, None) };
    let day = match day {
        Day::Named(Name::MonthDay(month, day, None), which) if is_day_of(month, day) => {
            Day::Named(Name::MonthDay(month, day, weekday), which)
        }
        Day::Named(Name::Numeric(first, second, None), which) => {
            Day::Named(Name::Numeric(first, second, weekday), which)
        }
        _ => return fail(),
    };
    Ok((rest, day))
}

/// `weekday-off := weekday amount ("ago" | "from now" | "after" date)`: *Monday two weeks from now* is the Monday of
/// that week.
pub(crate) fn weekday_off(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = weekday_name(input)?;
    let (rest, _) = opt(mark(',')).parse(rest)?;
    let (rest, day) = super::day::offset_day(rest)?;
    match &day {
        Day::Shift(length, _, base)
            if !matches!(**base, Day::Unit(_, _, Base::View))
                && length.parts.iter().all(|&(count, unit)| {
                    count != Count::Open && matches!(unit, Unit::Week | Unit::Fortnight | Unit::Year)
                }) =>
        {
            let week = Day::Around(Unit::Week, Box::new(day));
            Ok((rest, Day::Nth(1, Inner::Weekday(weekday), Box::new(week))))
        }
        _ => fail(),
    }
}

/// `day-week := (weekday | "today" | "tomorrow") ("week" | "fortnight")`, where the clause ends: *Tuesday week* is a week
/// after the coming Tuesday.
pub(crate) fn day_week(input: Input<'_>) -> Parsed<'_, Day> {
    let coming = |weekday| Day::Named(Name::Weekday(weekday), Which::Picked(Picked::Coming, Base::Now));
    let day = alt((map(super::date::full_weekday, coming), super::relative::deictic_day));
    let week = alt((value(Unit::Week, word("week")), value(Unit::Fortnight, word("fortnight"))));
    let mut both = (day, week);
    let (rest, (day, unit)) = both.parse(input)?;
    if !super::offset::ends_clause(rest) || input.is_word("yesterday") {
        return fail();
    }
    let shift = Day::Shift(Length::of(Count::whole(1), unit), Direction::On, Box::new(day));
    Ok((rest, Day::Around(Unit::Day, Box::new(shift))))
}

/// `week-number := "week" digits ["of" | ","] year | digits4 "-" "W" digits2`: *week 3 of 2027*.
pub(crate) fn week_number(input: Input<'_>) -> Parsed<'_, Day> {
    let week = digits(1..=2, 1..=53);
    let year = digits(4..=4, 1900..=2199);
    let iso = (year, preceded(tight(dash), preceded(tight(word("W")), tight(digits(2..=2, 1..=53)))));
    let said = (
        preceded(word("week"), week),
        preceded(opt(alt((word("of"), mark(',')))), digits(4..=4, 1900..=2199)),
    );
    let (rest, (year, week)) = alt((iso, map(said, |(week, year)| (year, week)))).parse(input)?;
    if rest.is_tight() && super::date::starts_amount(rest) {
        return fail();
    }
    let year = Day::Year(year.cast_signed());
    Ok((rest, Day::Nth(week.cast_signed(), Inner::Unit(Unit::Week), Box::new(year))))
}

/// Whether a stretch can hold the days or units that are counted in it.
fn is_longer(outer: &Day, inner: Inner) -> bool {
    match (outer, inner) {
        (Day::Unit(outer, ..), Inner::Unit(inner)) => *outer > inner,
        (Day::Unit(outer, ..), Inner::Weekday(_)) => *outer >= Unit::Month,
        _ => true,
    }
}

/// `day-of := ["the"] (ordinal | digits) "of" pick "month"`: *the 20th of next month*.
pub(crate) fn day_of_picked_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = day_number(rest)?;
    let (rest, of) = opt(word("of")).parse(rest)?;
    // *the 21st this month*, but not *21 last month*
    if of.is_none() && !input.is_word("the") {
        return fail();
    }
    match picked_unit(rest)? {
        (rest, month @ Day::Unit(Unit::Month, ..)) => {
            Ok((rest, Day::Nth(number.cast_signed(), Inner::Unit(Unit::Day), Box::new(month))))
        }
        _ => fail(),
    }
}

/// `weekday-of-week := weekday-name ["," | "of"] pick "week" | pick "week" weekday-name`
pub(crate) fn weekday_of_week(input: Input<'_>) -> Parsed<'_, Day> {
    let week = |input| match picked_unit(input) {
        Ok((rest, day @ Day::Unit(Unit::Week, ..))) => Ok((rest, day)),
        _ => fail(),
    };
    let after = (weekday_name, preceded(opt(alt((mark(','), word("of"), word("from"), word("in")))), week));
    let before = map((week, preceded(opt(mark(',')), weekday_name)), |(week, weekday)| (weekday, week));
    let (rest, (weekday, week)) = alt((after, before)).parse(input)?;
    Ok((rest, Day::Nth(1, Inner::Weekday(weekday), Box::new(week))))
}
