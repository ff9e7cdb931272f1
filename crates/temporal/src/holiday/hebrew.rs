//! Days of the Hebrew calendar (arithmetic after Reingold and Dershowitz, *Calendrical Calculations*).

use crate::calendar::plus_days;
use chrono::NaiveDate;

/// The day of the common calendar, within one of its years, of a day of a Hebrew month; months count from Nisan,
/// and the twelfth is the Adar of Purim.
pub(crate) fn day_in(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    // Tishri (7) to the last months lie after the new year of autumn.
    let hebrew = i64::from(year) + if (7..=9).contains(&month) { 3761 } else { 3760 };
    let new_year = new_year(hebrew);
    let days = if month >= 7 {
        (7..month).map(|month| length(hebrew, month)).sum::<i64>()
            + if is_leap(hebrew) && month == 12 { 30 } else { 0 }
    } else {
        // Counted back from the next new year, before which the months never change their length.
        let back: i64 = (month..7).map(|month| if month % 2 == 1 { 30 } else { 29 }).sum();
        self::new_year(hebrew + 1) - new_year - back
    };
    let first = NaiveDate::from_ymd_opt(1, 1, 1)?;
    plus_days(first, new_year + days + i64::from(day) - 1 - 1)
}

fn is_leap(year: i64) -> bool {
    (7 * year + 1).rem_euclid(19) < 7
}

/// Days of a month of autumn or winter; Adar as in a common year.
fn length(year: i64, month: u32) -> i64 {
    let days = new_year(year + 1) - new_year(year);
    match month {
        8 if days % 10 == 5 => 30,
        9 if days % 10 == 3 => 29,
        7 | 9 | 11 => 30,
        _ => 29,
    }
}

/// The new year, in days since the last day of the year 1 BC.
fn new_year(year: i64) -> i64 {
    let delayed = elapsed(year);
    let (before, after) = (elapsed(year - 1), elapsed(year + 1));
    let correction = if after - delayed == 356 {
        2
    } else if delayed - before == 382 {
        1
    } else {
        0
    };
    delayed + correction - 1_373_428 + 1
}

/// Days from the epoch to the new year, before two of its four delays.
fn elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let days = 29 * months + parts.div_euclid(25_920);
    if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_calendars_have_them() {
        let on = |year, month, day| day_in(year, month, day).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(on(2024, 7, 1), "2024-10-03", "new year");
        assert_eq!(on(2025, 7, 10), "2025-10-02", "day of atonement");
        assert_eq!(on(2024, 1, 15), "2024-04-23", "passover, leap year");
        assert_eq!(on(2025, 1, 15), "2025-04-13", "passover");
        assert_eq!(on(2024, 12, 14), "2024-03-24", "purim, leap year");
        assert_eq!(on(2025, 12, 14), "2025-03-14", "purim");
        assert_eq!(on(2024, 9, 25), "2024-12-26", "feast of lights");
    }
}
