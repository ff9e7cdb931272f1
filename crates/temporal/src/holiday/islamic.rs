//! Days of the Islamic calendar: months begin on the day after the evening that follows the new moon, as reckoned
//! for Mecca. Where the crescent is watched for, the day may be one later.

use super::sky::{local, new_moon, noon};
use crate::calendar::plus_days;
use chrono::{Datelike, NaiveDate};

/// Hours of Mecca east of Greenwich.
const MECCA: f64 = 2.65;
/// The hour after which a new moon is too young to be seen on that evening.
const LATEST_HOUR: u32 = 15;

/// The first such day in a year of the common calendar.
pub(crate) fn day_in(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    // A year of twelve moons is 354.37 days; 1 Muharram 1400 was 21 November 1979 by the tables.
    let start = NaiveDate::from_ymd_opt(1979, 11, 20)?;
    let target = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let months = i64::from(month) - 1;
    let guess = |round: i64| {
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "some thousand months"
        )]
        let days = ((12 * round + months) as f64 * super::sky::MONTH).round() as i64;
        plus_days(start, days)
    };
    #[allow(clippy::cast_possible_truncation, reason = "some thousand years")]
    let round = (((target - start).num_days()) as f64 / (12.0 * super::sky::MONTH)).floor() as i64;
    (round - 1..=round + 1)
        .filter_map(|round| {
            let moon = new_moon(noon(guess(round)?)?);
            let seen = local(moon, MECCA)?;
            let wait = if chrono::Timelike::hour(&seen) < LATEST_HOUR { 1 } else { 2 };
            plus_days(seen.date(), wait + i64::from(day) - 1)
        })
        .find(|found| found.year() == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_calendars_have_them() {
        let on = |year, month, day| day_in(year, month, day).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(on(2024, 10, 1), "2024-04-10", "end of the fast");
        assert_eq!(on(2023, 12, 10), "2023-06-28", "feast of sacrifice");
        assert_eq!(on(2022, 9, 1), "2022-04-02", "beginning of the fast");
    }
}
