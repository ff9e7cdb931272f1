//! Arithmetic of the proleptic Gregorian calendar that chrono does not have by itself.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The day so many days on, or back if negative.
pub(crate) fn plus_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

/// The day so many months on; the last of the month where it has no such day.
pub(crate) fn plus_months(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

/// The day of the week, Monday 1.
pub(crate) fn weekday(day: NaiveDate) -> u32 {
    day.weekday().number_from_monday()
}

/// The first such day of the week (Monday 1) from a day on, that day included.
pub(crate) fn on_or_after(day: NaiveDate, wanted: u32) -> Option<NaiveDate> {
    (0..7).filter_map(|days| plus_days(day, days)).find(|day| weekday(*day) == wanted)
}

/// The last such day of the week (Monday 1) up to a day, that day included.
pub(crate) fn on_or_before(day: NaiveDate, wanted: u32) -> Option<NaiveDate> {
    (0..7).filter_map(|days| plus_days(day, -days)).find(|day| weekday(*day) == wanted)
}

/// The first such day of the week after a day.
pub(crate) fn weekday_after(day: NaiveDate, wanted: u32) -> Option<NaiveDate> {
    on_or_after(plus_days(day, 1)?, wanted)
}

/// The last such day of the week before a day.
pub(crate) fn weekday_before(day: NaiveDate, wanted: u32) -> Option<NaiveDate> {
    on_or_before(plus_days(day, -1)?, wanted)
}

/// The Monday of the week around a day.
pub(crate) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    on_or_before(day, 1)
}

/// The first day of an ISO week.
#[cfg(test)]
pub(crate) fn week_start(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)
}

/// The n-th Monday (1) to Sunday (7) of a month, from its end if n is negative.
pub(crate) fn nth_weekday(year: i32, month: u32, weekday_wanted: u32, nth: i32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let found = if nth > 0 {
        plus_days(on_or_after(first, weekday_wanted)?, 7 * i64::from(nth - 1))?
    } else {
        plus_days(weekday_before(plus_months(first, 1)?, weekday_wanted)?, 7 * i64::from(nth + 1))?
    };
    (found.month() == month).then_some(found)
}

/// Easter Sunday of the eastern churches: the Julian computus (Meeus, as below), carried over to the Gregorian
/// calendar.
pub(crate) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (of_four, of_seven, golden) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let epact = (19 * golden + 15).rem_euclid(30);
    let to_sunday = (2 * of_four + 4 * of_seven - epact + 34).rem_euclid(7);
    let number = epact + to_sunday + 114;
    let julian = NaiveDate::from_ymd_opt(
        year,
        u32::try_from(number / 31).ok()?,
        u32::try_from(number % 31 + 1).ok()?,
    )?;
    plus_days(julian, i64::from(year.div_euclid(100) - year.div_euclid(400) - 2))
}

/// Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, *Astronomical
/// Algorithms*, chapter 8).
pub(crate) fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, skipped) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_drift + 15).rem_euclid(30);
    let (leap_years, rest) = (of_century / 4, of_century % 4);
    let to_sunday = (32 + 2 * skipped + 2 * leap_years - epact - rest).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let number = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(number.div_euclid(31)).ok()?,
        u32::try_from(number.rem_euclid(31) + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for (year, month, date) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), day(year, month, date));
        }
    }

    #[test]
    fn weekdays_of_a_month_are_counted_from_either_end() {
        assert_eq!(nth_weekday(2025, 11, 4, 4), day(2025, 11, 27));
        assert_eq!(nth_weekday(2025, 5, 1, -1), day(2025, 5, 26));
        assert_eq!(nth_weekday(2025, 9, 1, 1), day(2025, 9, 1));
        assert_eq!(nth_weekday(2025, 2, 1, 5), None);
    }
}
