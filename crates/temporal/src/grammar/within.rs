//! A day of a week or month that is said before it: *next week on Tuesday*, *two weeks ago on Friday*.

use super::input::{Input, Parsed, fail, mark, one_of, word, words};
use super::number::ordinal;
use super::relative::picked_unit;
use super::{date, length, offset};
use crate::class::UNIT;
use crate::meaning::{Base, Count, Day, Direction, Inner, Length, Name, Picked, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::preceded;

/// `day-of-picked := pick ("week" | "month") [","] "on" (weekday | "the" ordinal)`: *next week on Tuesday*, *next month
/// on the 5th*.
pub(crate) fn day_of_picked(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, outer) = picked_unit(input)?;
    let Day::Unit(unit, ..) = &outer else { return fail() };
    if *unit == Unit::Year {
        return part_of_year(rest, outer);
    }
    let (rest, ()) = preceded(opt(mark(',')), word("on")).parse(rest)?;
    let (rest, number, inner) = match unit {
        Unit::Week => {
            let (rest, weekday) = date::weekday_name(rest)?;
            (rest, 1, Inner::Weekday(weekday))
        }
        Unit::Month => {
            let (rest, day) = preceded(word("the"), verify(ordinal, |&day| day <= 31)).parse(rest)?;
            if date::counts_noun(rest) {
                return fail();
            }
            (rest, day.cast_signed(), Inner::Unit(Unit::Day))
        }
        _ => return fail(),
    };
    Ok((rest, Day::Nth(number, inner, Box::new(outer))))
}

/// `part-of-year := [","] ("on" date | "in" (month | season | quarter))`, behind a year: *next year in March*.
fn part_of_year(input: Input<'_>, year: Day) -> Parsed<'_, Day> {
    let (rest, _) = opt(mark(',')).parse(input)?;
    let (rest, link) = one_of(&["on", "in"]).parse(rest)?;
    match (super::calendar_day(rest)?, link) {
        ((rest, Day::Named(name @ Name::MonthDay(..), Which::Nearest)), 0)
        | (
            (rest, Day::Named(name @ (Name::Month(_) | Name::Season(_) | Name::Quarter(_)), Which::Nearest)),
            1,
        ) => Ok((rest, Day::Named(name, Which::In(Box::new(year))))),
        _ => fail(),
    }
}

/// `day-of-week-off := weeks from-now ["on"] weekday | week ("on" weekday | "today" | "tomorrow")`: *a week ago Tuesday* is the Tuesday of that
/// week, and *a week on Tuesday*, where the clause ends, a week after the coming one.
pub(crate) fn day_of_week_off(input: Input<'_>) -> Parsed<'_, Day> {
    if !input.leads_to(UNIT) {
        return fail();
    }
    let (rest, (length, _)) = length::amount(input)?;
    let &[(count, unit @ (Unit::Week | Unit::Fortnight))] = length.parts.as_slice() else { return fail() };
    let whole = length.most.is_none() && matches!(count, Count::Hundredths(count) if count % 100 == 0);
    if !whole || input.follows(&["for"]) {
        return fail();
    }
    if let Ok((rest, direction)) = offset::from_now(rest) {
        let (after, on) = opt(word("on")).parse(rest)?;
        let (after, weekday) = date::full_weekday(after)?;
        if on.is_none() && !offset::ends_clause(after) {
            return fail();
        }
        let now = Day::Unit(Unit::Day, 0, Base::Now);
        let week = Day::Around(Unit::Week, Box::new(Day::Shift(length, direction, Box::new(now))));
        return Ok((after, Day::Nth(1, Inner::Weekday(weekday), Box::new(week))));
    }
    let coming = |weekday| Day::Named(Name::Weekday(weekday), Which::Picked(Picked::Coming, Base::Now));
    let on = map(preceded(word("on"), date::full_weekday), coming);
    let (after, day) = alt((on, super::relative::deictic_day)).parse(rest)?;
    if count != Count::whole(1) || rest.is_word("yesterday") || !offset::ends_clause(after) {
        return fail();
    }
    let rest = after;
    let shift = Day::Shift(Length::of(count, unit), Direction::On, Box::new(day));
    Ok((rest, Day::Around(Unit::Day, Box::new(shift))))
}

/// `eve := ["the"] "eve" "of" holiday`: *on the eve of Epiphany*.
pub(crate) fn eve(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = words(&["the", "eve", "of"]).parse(input)?;
    let (rest, day) = super::period::holiday(rest)?;
    Ok((rest, Day::Shift(Length::of(Count::whole(1), Unit::Day), Direction::Back, Box::new(day))))
}
