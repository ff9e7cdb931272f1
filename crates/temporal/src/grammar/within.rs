//! A day of a week or month that is said before it: *next week on Tuesday*, *two weeks ago on Friday*.

use super::input::{Input, Parsed, fail, mark, word, words};
use super::number::ordinal;
use super::relative::picked_unit;
use super::{date, length, offset};
use crate::class::UNIT;
use crate::meaning::{Base, Count, Day, Direction, Inner, Length, Name, Picked, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `day-of-picked := pick ("week" | "month") [","] "on" (weekday | "the" ordinal)`: *next week on Tuesday*, *next month
/// on the 5th*.
pub(crate) fn day_of_picked(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, outer) = picked_unit(input)?;
    let Day::Unit(unit, ..) = &outer else { return fail() };
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

/// `day-of-week-off := weeks from-now ["on"] weekday | week "on" weekday`: *a week ago Tuesday* is the Tuesday of that
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
    let (rest, weekday) = preceded(word("on"), date::full_weekday).parse(rest)?;
    if count != Count::whole(1) || !offset::ends_clause(rest) {
        return fail();
    }
    let coming = Day::Named(Name::Weekday(weekday), Which::Picked(Picked::Coming, Base::Now));
    let shift = Day::Shift(Length::of(count, unit), Direction::On, Box::new(coming));
    Ok((rest, Day::Around(Unit::Day, Box::new(shift))))
}

/// `eve := ["the"] "eve" "of" holiday`: *on the eve of Epiphany*.
pub(crate) fn eve(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = words(&["the", "eve", "of"]).parse(input)?;
    let (rest, day) = super::period::holiday(rest)?;
    Ok((rest, Day::Shift(Length::of(Count::whole(1), Unit::Day), Direction::Back, Box::new(day))))
}
