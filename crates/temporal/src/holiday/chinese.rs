//! Days of the Chinese calendar: a month begins on the day of the new moon in Beijing, and its number is that of
//! the twelfth of the zodiac the sun enters in it.

use super::sky::{MONTH, local, new_moon, noon, sun_reaches};
use crate::calendar::plus_days;
use chrono::NaiveDate;

/// Hours of Beijing east of Greenwich.
const BEIJING: f64 = 8.0;

/// A day of a month of the Chinese year that begins in a year of the common calendar.
pub(crate) fn day_in(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let longitude = (330.0 + 30.0 * (f64::from(month) - 1.0)).rem_euclid(360.0);
    let guess = plus_days(NaiveDate::from_ymd_opt(year, 2, 19)?, (i64::from(month) - 1) * 30)?;
    let term = sun_reaches(longitude, noon(guess)?);
    let term_day = local(term, BEIJING)?.date();
    // The last new moon whose day is not after that of the sun's entry.
    let near = new_moon(term);
    let (moon, first) = [near, new_moon(near - MONTH)].into_iter().find_map(|moon| {
        let start = local(moon, BEIJING)?.date();
        (start <= term_day).then_some((moon, start))
    })?;
    // A month in which the sun enters two of them has the number of the first: so in 2034.
    let entered = sun_reaches((longitude - 30.0).rem_euclid(360.0), term - MONTH);
    let both = local(entered, BEIJING)?.date() >= first;
    let first = if both { local(new_moon(moon + MONTH), BEIJING)?.date() } else { first };
    plus_days(first, i64::from(day) - 1)
}

/// The day the sun reaches a longitude, on clocks so many hours east of Greenwich: *Qingming* is 15 degrees in Beijing.
pub(crate) fn solar_term(year: i32, degrees: f64, east: f64) -> Option<NaiveDate> {
    let guess = noon(NaiveDate::from_ymd_opt(year, 3, 20)?)? + degrees * 365.242 / 360.0;
    Some(local(sun_reaches(degrees, guess), east)?.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_calendars_have_them() {
        let on = |year, month, day| day_in(year, month, day).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(on(2023, 1, 1), "2023-01-22");
        assert_eq!(on(2024, 1, 1), "2024-02-10");
        assert_eq!(on(2026, 1, 1), "2026-02-17");
        assert_eq!(on(2024, 5, 5), "2024-06-10", "dragon boats");
        assert_eq!(on(2024, 8, 15), "2024-09-17", "middle of autumn");
        assert_eq!(solar_term(2024, 15.0, BEIJING).unwrap().to_string(), "2024-04-04", "day of the tombs");
    }
}
