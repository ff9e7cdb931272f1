//! So much before or after a date.

use super::{Context, Placed, base_day, day, today};
use crate::Precision;
use crate::calendar::{plus_days, plus_months};
use crate::meaning::{Base, Count, Day, Direction, Length};
use crate::place::{Place, plus_seconds};
use crate::unit::Unit;
use chrono::{NaiveDate, NaiveTime, Timelike};

/// So much before or after a date.
pub(super) fn shifted(
    length: &Length,
    direction: Direction,
    base: &Day,
    context: &Context<'_>,
) -> Option<Placed> {
    let &(_, unit) = length.parts.last()?;
    let sign = if direction == Direction::Back { -1 } else { 1 };
    let from = match base {
        Day::Unit(Unit::Day, 0, base) => {
            if unit.is_clock() {
                return clock_shift(length, sign, *base, context);
            }
            base_day(unit, *base, context)?
        }
        other => {
            if unit.is_clock() {
                return None;
            }
            day(other, context)?.place
        }
    };
    let mut moved = from.first_day()?;
    // *two to three weeks ago* begins three weeks ago.
    let farthest = if direction == Direction::Back { length.most } else { None };
    for &(count, unit) in &length.parts {
        let count = farthest.unwrap_or(count);
        let Count::Hundredths(count) = count else { return None };
        moved = move_by(moved, i64::try_from(count).ok()? * sign, unit)?;
    }
    if unit < Unit::Week && from.precision() > Precision::Day {
        return None;
    }
    let said_date = !matches!(base, Day::Unit(..));
    // Counted from a day that is said, the result is a day: *two weeks after 3 May*.
    if said_date && from.precision() <= Precision::Day {
        return Some(Place::Day(moved).into());
    }
    let place = Place::around(unit, moved)?;
    // *a year earlier* beside a quarter is that quarter of the year before.
    let one_year = length.parts.as_slice() == [(Count::whole(1), Unit::Year)];
    if let (true, Some(Place::Quarter(year, quarter))) = (one_year, context.view.quarter)
        && matches!(base, Day::Unit(..))
        && context.view.is_about_quarter(today(context))
    {
        let shift = if direction == Direction::Back { -1 } else { 1 };
        return Some(Place::Quarter(year + shift, quarter).into());
    }
    let from_now = matches!(base, Day::Unit(Unit::Day, 0, Base::Now));
    let of_day = context.reference.filter(|_| context.is_typed && from_now).map(|now| now.time());
    let of_day = of_day.unwrap_or(NaiveTime::MIN);
    let from_day = moved.and_time(of_day);
    // *a fortnight ago* is as fine as *two weeks ago*.
    let fineness = if unit == Unit::Fortnight { Unit::Week } else { unit };
    let until = move_by(moved, 100, fineness)?.and_time(of_day);
    let counted_from_day = from.precision() <= Precision::Day;
    Some(Placed { place, bounds: if counted_from_day { Some((from_day, until)) } else { place.bounds() } })
}

/// A day so many hundredths of a unit on.
pub(crate) fn move_by(day: NaiveDate, hundredths: i64, unit: Unit) -> Option<NaiveDate> {
    let months = |each: i64| plus_months(day, hundredths.checked_mul(each)? / 100);
    let days = |each: i64| plus_days(day, hundredths.checked_mul(each)? / 100);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Night | Unit::Day => days(1),
        Unit::Week | Unit::Weekend => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Season | Unit::Semester => months(6),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Generation => months(300),
        Unit::Century => months(1200),
        Unit::Millennium => months(12000),
    }
}

fn clock_shift(length: &Length, sign: i64, base: Base, context: &Context<'_>) -> Option<Placed> {
    let from = match base {
        Base::Now => context.reference?,
        Base::View => match context.view.day {
            Some(place @ Place::Clock(..)) => place.bounds()?.0,
            Some(_) => return None,
            None => context.reference?,
        },
    };
    let mut moved = from;
    for &(count, unit) in &length.parts {
        let Count::Hundredths(count) = count else { return None };
        let seconds = match unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            Unit::Day => 86_400,
            _ => return None,
        };
        moved = plus_seconds(moved, i64::try_from(count).ok()?.checked_mul(seconds)? / 100 * sign)?;
    }
    let second = (length.parts.last()?.1 == Unit::Second).then(|| moved.second());
    Some(Place::Clock(moved.date(), moved.hour(), Some(moved.minute()), second).into())
}
