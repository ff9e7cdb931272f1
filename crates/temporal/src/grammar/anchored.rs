//! Days found from another day or inside a longer stretch.

use super::date::weekday_name;
use super::input::{Input, Parsed, dash, fail, mark, one_of, word, words};
use super::number::ordinal;
use super::relative::{picked_unit, unit};
use crate::meaning::{Base, Count, Day, Direction, Inner, Length, Name, Picked, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;

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
fn the_day_of_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, day) = ordinal(rest)?;
    if day > 31 {
        return fail();
    }
    Ok((rest, Day::Named(Name::DayOfMonth(day, None), Which::Nearest)))
}

/// `holiday-weekend := ["the"] holiday [year] "weekend" [["of" | "in"] year]`: *the Labor Day weekend*.
pub(crate) fn holiday_weekend(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = super::period::holiday(rest)?;
    let (rest, ()) = word("weekend").parse(rest)?;
    let link = opt(alt((word("of"), word("in"))));
    let (rest, year) = opt(preceded(link, super::date::year)).parse(rest)?;
    let day = match (day, year) {
        (Day::Named(name, Which::Nearest), Some(year)) => Day::Named(name, Which::In(Box::new(year))),
        (day, _) => day,
    };
    Ok((rest, Day::Around(Unit::Weekend, Box::new(day))))
}

/// `after-next := ["the"] (unit | weekday) ("after next" | "before last")`: *the week after next*.
pub(crate) fn after_next(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let ahead = value(Direction::On, words(&["after", "next"]));
    let (rest, direction) = alt((ahead, value(Direction::Back, words(&["before", "last"])))).parse(rest)?;
    let steps = if direction == Direction::On { 2 } else { -2 };
    match inner {
        Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night => fail(),
        Inner::Unit(unit) => Ok((rest, Day::Unit(unit, steps, Base::Now))),
        Inner::Weekday(weekday) => {
            let picked = if direction == Direction::On { Picked::Coming } else { Picked::Last };
            let near = Day::Named(Name::Weekday(weekday), Which::Picked(picked, Base::Now));
            Ok((rest, Day::Shift(Length::of(Count::whole(1), Unit::Week), direction, Box::new(near))))
        }
    }
}

/// `weekday-from := ["the"] [ordinal] weekday ("after" | "before" | "following") day`: *the first Monday after Easter*.
pub(crate) fn weekday_from(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = opt(ordinal).parse(rest)?;
    let (rest, weekday) = super::date::full_weekday(rest)?;
    let ahead = value(1, alt((word("after"), word("following"))));
    let (rest, sign) = alt((ahead, value(-1, word("before")))).parse(rest)?;
    let number = number.unwrap_or(1).cast_signed();
    match super::calendar_day(rest)? {
        (rest, day) if number <= 53 && is_day_like(&day) => {
            Ok((rest, Day::WeekdayFrom(number * sign, weekday, Box::new(day))))
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
    let (rest, _) = opt(word("the")).parse(input)?;
    let last = value(-1, alt((word("last"), word("final"))));
    // *the third last week*, *the second-to-last Friday*, *the penultimate day*
    let to = |input| opt((opt(dash), word("to"), opt(dash))).parse(input);
    let from_end = map((ordinal, to, word("last")), |(number, ..)| -number.cast_signed());
    let penultimate = value(-2, word("penultimate"));
    let (rest, number) = alt((from_end, penultimate, map(ordinal, u32::cast_signed), last)).parse(rest)?;
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let (rest, ()) = alt((word("of"), word("in"))).parse(rest)?;
    if matches!(inner, Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night) || number > 53 {
        return fail();
    }
    // *the first Monday of the month*
    let around = preceded(word("the"), unit);
    let outer =
        super::calendar_day(rest).or_else(|_| map(around, |unit| Day::Unit(unit, 0, Base::View)).parse(rest));
    match outer {
        Ok((rest, day)) if is_longer(&day, inner) => Ok((rest, Day::Nth(number, inner, Box::new(day)))),
        _ => fail(),
    }
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
    let (rest, number) = super::date::day_number(rest)?;
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
