//! Feasts of India's lunar and solar calendars, after the rules of the *Report of the Calendar Reform Committee*
//! (1955): the lunar day that lasts at an hour of the day in Ujjain decides.

use super::sky::{Days, MONTH, local, moon_ahead, new_moon, noon, sidereal, sun_reaches_sidereal};
use crate::calendar::plus_days;
use chrono::{Datelike, NaiveDate, TimeDelta};

/// Hours of India east of Greenwich.
const INDIA: f64 = 5.5;

/// The day of a year on which a lunar day (1 to 30 from the new moon) of a month (Chaitra 1) lasts at an hour.
pub(crate) fn lunar_day_in(year: i32, month: u32, lunar_day: u32, hour: i64) -> Option<NaiveDate> {
    let first = noon(NaiveDate::from_ymd_opt(year, 1, 1)?)?;
    (0..15).find_map(|moon| {
        let start = new_moon(first + (f64::from(moon) - 1.5) * MONTH);
        if month_of(start) != Some(month) {
            return None;
        }
        let found = day_of(start, lunar_day, hour)?;
        (found.year() == year).then_some(found)
    })
}

/// The month that begins with a new moon, by the sign the sun enters in it; none for one in which it enters none.
fn month_of(start: Days) -> Option<u32> {
    let sign = |at: Days| (sidereal(at) / 30.0).floor();
    let next = new_moon(start + MONTH);
    if (sign(start) - sign(next)).abs() < 0.5 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one of twelve signs")]
    let sign = sign(start) as u32;
    Some((sign + 1) % 12 + 1)
}

fn day_of(start: Days, lunar_day: u32, hour: i64) -> Option<NaiveDate> {
    let edge = |count: u32| {
        if count == 30 { new_moon(start + MONTH) } else { moon_ahead(start, f64::from(count) * 12.0) }
    };
    let from = if lunar_day == 1 { start } else { edge(lunar_day - 1) };
    let (from, until) = (local(from, INDIA)?, local(edge(lunar_day), INDIA)?);
    let at = |day: NaiveDate| day.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::try_hours(hour)?);
    let next = plus_days(from.date(), 1)?;
    // One that lasts at the hour on neither day is kept on the day it begins.
    let lasting =
        [from.date(), next].into_iter().find(|&day| at(day).is_some_and(|at| (from..until).contains(&at)));
    Some(lasting.unwrap_or(from.date()))
}

/// The day the sun enters a sidereal sign (the Ram 0), or the next if it does so after sunset.
pub(crate) fn solar_day_in(year: i32, sign: u32) -> Option<NaiveDate> {
    let guess = plus_days(NaiveDate::from_ymd_opt(year, 1, 14)?, i64::from((sign + 3) % 12) * 30)?;
    let entry = local(sun_reaches_sidereal(f64::from(sign) * 30.0, noon(guess)?), INDIA)?;
    plus_days(entry.date(), i64::from(chrono::Timelike::hour(&entry) >= 18))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_calendars_have_them() {
        let on = |year, month, lunar_day, hour| {
            lunar_day_in(year, month, lunar_day, hour).map(|day| day.to_string()).unwrap_or_default()
        };
        assert_eq!(on(2023, 7, 30, 18), "2023-11-12", "lights");
        assert_eq!(on(2021, 7, 30, 18), "2021-11-04", "lights");
        assert_eq!(on(2021, 7, 10, 14), "2021-10-15", "victory");
        assert_eq!(on(2022, 6, 4, 12), "2022-08-31", "the elephant's fourth");
        assert_eq!(on(2023, 11, 29, 24), "2023-02-18", "the great night");
        assert_eq!(solar_day_in(2024, 0).unwrap().to_string(), "2024-04-14", "after sunset of the 13th");
        assert_eq!(solar_day_in(2022, 9).unwrap().to_string(), "2022-01-14");
    }
}
