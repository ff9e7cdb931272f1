//! A time of day counted from another: *two hours before midnight*, *20 minutes after 6 p.m.*

use super::input::{Input, Parsed, fail, one_of};
use super::{clock, length, when};
use crate::class::UNIT;
use crate::meaning::{Clock, Count, Day, Time, When};
use crate::unit::Unit;
use nom::Parser;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// `from-clock := amount ("before" | "after" | "past") clock ["on" day]`, of hours and minutes, within the day.
pub(super) fn from_clock(input: Input<'_>) -> Parsed<'_, When> {
    if !input.leads_to(UNIT) || input.follows(&["for"]) {
        return fail();
    }
    let (rest, (length, modifier)) = length::amount(input)?;
    let (rest, direction) = one_of(&["before", "after", "past"]).parse(rest)?;
    let Some(minutes) = minutes(&length.parts).filter(|_| modifier.is_none() && length.most.is_none()) else {
        return fail();
    };
    let (rest, found) = when::time_and_day(rest).or_else(|_| {
        let (rest, clock) = clock::clock(rest, false)?;
        Ok((rest, When { day: Day::Given, time: Some(Time::Clock(clock)) }))
    })?;
    let Some(Time::Clock(from)) = found.time else { return fail() };
    match moved(from, if direction == 0 { -minutes } else { minutes }) {
        Some(clock) => Ok((rest, When { time: Some(Time::Clock(clock)), ..found })),
        None => fail(),
    }
}

/// The whole minutes of a length that has no longer units.
fn minutes(parts: &[(Count, Unit)]) -> Option<i64> {
    let mut sum = 0;
    for (count, unit) in parts {
        let (Count::Hundredths(hundredths), Unit::Minute | Unit::Hour) = (count, unit) else { return None };
        let hundredths = i64::try_from(*hundredths).ok().filter(|hundredths| *hundredths <= DAY * 100)?;
        sum += hundredths * if *unit == Unit::Hour { 60 } else { 1 };
    }
    (sum % 100 == 0).then_some(sum / 100)
}

/// A clock some minutes on, if that is still the same day, its end included; midnight ends a day that is gone back from.
fn moved(from: Clock, minutes: i64) -> Option<Clock> {
    let start = i64::from(from.hour * 60 + from.minute.unwrap_or(0));
    let start = match start {
        0 if minutes < 0 => DAY,
        DAY if minutes > 0 => 0,
        start => start,
    };
    let at = u32::try_from(start + minutes).ok().filter(|at| i64::from(*at) <= DAY)?;
    from.second.is_none().then_some(Clock { hour: at / 60, minute: Some(at % 60), ..from })
}
