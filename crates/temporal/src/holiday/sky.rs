//! Where the sun and the moon stand: enough to tell the day of a new moon, of an equinox, of a lunar feast.
//!
//! Series after Meeus, *Astronomical Algorithms*, second edition, chapters 25 and 47, cut off below 0.005 degrees:
//! good to some minutes of time from 1600 to 2400.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Days since noon of 1 January 2000, in universal time.
pub(crate) type Days = f64;

/// Days from one new moon to the next, on average.
pub(crate) const MONTH: Days = 29.530_588;

/// Degrees by which the sidereal zodiac of India (Lahiri) lags behind the tropical one in 2000, and its growth in
/// a century.
const LAG: (f64, f64) = (23.853, 1.397);

/// Argument of one term of the moon's longitude: multiples of elongation, of the sun's and the moon's anomaly and
/// of the argument of latitude, and its weight in degrees.
const MOON: &[(f64, f64, f64, f64, f64)] = &[
    (0.0, 0.0, 1.0, 0.0, 6.288_774),
    (2.0, 0.0, -1.0, 0.0, 1.274_027),
    (2.0, 0.0, 0.0, 0.0, 0.658_314),
    (0.0, 0.0, 2.0, 0.0, 0.213_618),
    (0.0, 1.0, 0.0, 0.0, -0.185_116),
    (0.0, 0.0, 0.0, 2.0, -0.114_332),
    (2.0, 0.0, -2.0, 0.0, 0.058_793),
    (2.0, -1.0, -1.0, 0.0, 0.057_066),
    (2.0, 0.0, 1.0, 0.0, 0.053_322),
    (2.0, -1.0, 0.0, 0.0, 0.045_758),
    (0.0, 1.0, -1.0, 0.0, -0.040_923),
    (1.0, 0.0, 0.0, 0.0, -0.034_720),
    (0.0, 1.0, 1.0, 0.0, -0.030_383),
    (2.0, 0.0, 0.0, -2.0, 0.015_327),
    (0.0, 0.0, 1.0, 2.0, -0.012_528),
    (0.0, 0.0, 1.0, -2.0, 0.010_980),
    (4.0, 0.0, -1.0, 0.0, 0.010_675),
    (0.0, 0.0, 3.0, 0.0, 0.010_034),
    (4.0, 0.0, -2.0, 0.0, 0.008_548),
    (2.0, 1.0, -1.0, 0.0, -0.007_888),
    (2.0, 1.0, 0.0, 0.0, -0.006_766),
    (1.0, 0.0, -1.0, 0.0, -0.005_163),
];

fn centuries(days: Days) -> f64 {
    days / 36_525.0
}

/// The sun's longitude in degrees.
pub(crate) fn sun(days: Days) -> f64 {
    let t = centuries(days);
    let anomaly = (357.529_11 + 35_999.050_29 * t).to_radians();
    let centre = (1.914_602 - 0.004_817 * t) * anomaly.sin()
        + 0.019_993 * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    (280.466_46 + 36_000.769_83 * t + centre - 0.005_69).rem_euclid(360.0)
}

/// The sign of the sidereal zodiac the sun stands in, the Ram 0.
pub(crate) fn sidereal(days: Days) -> f64 {
    (sun(days) - LAG.0 - LAG.1 * centuries(days)).rem_euclid(360.0)
}

/// How far the moon is ahead of the sun, in degrees from 0 to 360.
pub(crate) fn elongation(days: Days) -> f64 {
    let t = centuries(days);
    let apart = (297.850_192_1 + 445_267.111_403_4 * t).to_radians();
    let of_sun = (357.529_109_2 + 35_999.050_290_9 * t).to_radians();
    let of_moon = (134.963_396_4 + 477_198.867_505_5 * t).to_radians();
    let latitude = (93.272_095_0 + 483_202.017_523_3 * t).to_radians();
    let wobble: f64 = MOON
        .iter()
        .map(|(a, b, c, d, weight)| weight * (a * apart + b * of_sun + c * of_moon + d * latitude).sin())
        .sum();
    (218.316_447_7 + 481_267.881_234_21 * t + wobble - sun(days)).rem_euclid(360.0)
}

/// The moment nearest to `guess` when an angle that grows by so many degrees a day is `wanted`.
fn moment_of(angle: fn(Days) -> f64, rate: f64, wanted: f64, guess: Days) -> Days {
    let mut at = guess;
    for _ in 0..8 {
        let missing = (wanted - angle(at) + 180.0).rem_euclid(360.0) - 180.0;
        at += missing / rate;
    }
    at
}

/// The new moon nearest to a moment.
pub(crate) fn new_moon(guess: Days) -> Days {
    moment_of(elongation, 360.0 / MONTH, 0.0, guess)
}

/// When the moon is so many degrees ahead of the sun, after a new moon.
pub(crate) fn moon_ahead(new_moon: Days, degrees: f64) -> Days {
    moment_of(elongation, 360.0 / MONTH, degrees, new_moon + degrees / 360.0 * MONTH)
}

/// When the sun reaches a longitude, nearest to a moment.
pub(crate) fn sun_reaches(degrees: f64, guess: Days) -> Days {
    moment_of(sun, 360.0 / 365.242, degrees, guess)
}

/// When the sun reaches a sidereal longitude, nearest to a moment.
pub(crate) fn sun_reaches_sidereal(degrees: f64, guess: Days) -> Days {
    moment_of(sidereal, 360.0 / 365.256, degrees, guess)
}

/// The noon of a day of Greenwich.
pub(crate) fn noon(day: NaiveDate) -> Option<Days> {
    #[allow(clippy::cast_precision_loss, reason = "days of some thousand years")]
    NaiveDate::from_ymd_opt(2000, 1, 1).map(|start| (day - start).num_days() as f64)
}

/// A moment on the clocks of a place so many hours east.
pub(crate) fn local(days: Days, hours_east: f64) -> Option<NaiveDateTime> {
    let noon = NaiveDate::from_ymd_opt(2000, 1, 1)?.and_hms_opt(12, 0, 0)?;
    let seconds = (days * 86_400.0 + hours_east * 3600.0).round();
    #[allow(clippy::cast_possible_truncation, reason = "bounded on the line before")]
    let seconds = if seconds.abs() < 1e12 { seconds as i64 } else { return None };
    noon.checked_add_signed(TimeDelta::try_seconds(seconds)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_moons_and_equinoxes_are_where_almanacs_have_them() {
        let near = |year, month, day| noon(NaiveDate::from_ymd_opt(year, month, day).unwrap()).unwrap();
        let utc = |days| local(days, 0.0).unwrap().format("%Y-%m-%d %H").to_string();
        assert_eq!(utc(new_moon(near(2000, 1, 8))), "2000-01-06 18");
        assert_eq!(utc(new_moon(near(2024, 4, 5))), "2024-04-08 18");
        assert_eq!(utc(sun_reaches(0.0, near(2024, 3, 10))), "2024-03-20 03");
        assert_eq!(utc(sun_reaches(270.0, near(2025, 12, 10))), "2025-12-21 15");
    }
}
