//! A place in the calendar: a stretch with a name in TIMEX3.

use crate::calendar::{monday, plus_days, plus_months};
use crate::unit::{Part, Season, Unit};
use crate::{Civil, Precision};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// A century, a decade, … down to a second, all of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The first two digits of its years: 19 is the 20th century; negative before the common era.
    Century(i32),
    /// The first three digits of its years.
    Decade(i32),
    Year(i32),
    /// A business year, named after a calendar year, whose limits are not known.
    Fiscal(i32),
    Half(i32, u32),
    Quarter(i32, u32),
    /// Winter belongs to the year it begins in.
    Season(i32, Season),
    Month(i32, u32),
    /// By its Monday.
    Week(NaiveDate),
    /// By its Saturday.
    Weekend(NaiveDate),
    Day(NaiveDate),
    Part(NaiveDate, Part),
    /// A time on the clock of a day; 24:00 is the end of the day.
    Clock(NaiveDate, u32, Option<u32>, Option<u32>),
}

impl Place {
    /// Its TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Century(century) if century < 0 => format!("BC{:02}", -century - 1),
            Self::Century(century) => format!("{century:02}"),
            Self::Decade(decade) if decade < 0 => format!("BC{:03}", -decade),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Year(year) => year_value(year),
            Self::Fiscal(year) => format!("FY{}", year_value(year)),
            Self::Half(year, half) => format!("{}-H{half}", year_value(year)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", year_value(year)),
            Self::Season(year, season) => format!("{}-{}", year_value(year), season.code()),
            Self::Month(year, month) => format!("{}-{month:02}", year_value(year)),
            Self::Week(monday) => week_value(monday),
            Self::Weekend(saturday) => format!("{}-WE", week_value(saturday)),
            Self::Day(day) => day_value(day),
            Self::Part(day, part) => format!("{}T{}", day_value(day), part.code()),
            Self::Clock(day, hour, minute, second) => {
                let mut value = format!("{}T{hour:02}", day_value(day));
                for field in [Some(minute.unwrap_or(0)), second].into_iter().flatten() {
                    value.push_str(&format!(":{field:02}"));
                }
                value
            }
        }
    }

    /// How finely it lies.
    pub(crate) fn precision(self) -> Precision {
        match self {
            Self::Century(_) => Precision::Century,
            Self::Decade(_) => Precision::Decade,
            Self::Year(_) | Self::Fiscal(_) => Precision::Year,
            Self::Half(..) | Self::Quarter(..) | Self::Season(..) => Precision::Season,
            Self::Month(..) => Precision::Month,
            Self::Week(_) | Self::Weekend(_) => Precision::Week,
            Self::Day(_) => Precision::Day,
            Self::Part(..) => Precision::DayPart,
            Self::Clock(_, _, None, _) => Precision::Hour,
            Self::Clock(_, _, Some(_), None) => Precision::Minute,
            Self::Clock(.., Some(_)) => Precision::Second,
        }
    }

    /// Its first day.
    pub(crate) fn first_day(self) -> Option<NaiveDate> {
        let day = NaiveDate::from_ymd_opt;
        match self {
            Self::Century(century) if century < 0 => day(century.checked_mul(100)?.checked_add(1)?, 1, 1),
            Self::Century(century) => day(century.checked_mul(100)?, 1, 1),
            // The 470s BC begin with 479 BC.
            Self::Decade(decade) if decade < 0 => day(decade.checked_mul(10)?.checked_sub(8)?, 1, 1),
            Self::Decade(decade) => day(decade.checked_mul(10)?, 1, 1),
            Self::Year(year) | Self::Fiscal(year) => day(year, 1, 1),
            Self::Half(year, half) => day(year, half.checked_sub(1)? * 6 + 1, 1),
            Self::Quarter(year, quarter) => day(year, quarter.checked_sub(1)? * 3 + 1, 1),
            Self::Season(year, season) => day(year, season.first_month(), 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Week(first) | Self::Weekend(first) | Self::Day(first) => Some(first),
            Self::Part(first, _) | Self::Clock(first, ..) => Some(first),
        }
    }

    /// Its first moment and the first after it.
    pub(crate) fn bounds(self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let first = self.first_day()?;
        let from = first.and_time(NaiveTime::MIN);
        let until = |day: Option<NaiveDate>| Some((from, day?.and_time(NaiveTime::MIN)));
        match self {
            Self::Century(_) => until(plus_months(first, 1200)),
            Self::Decade(_) => until(plus_months(first, 120)),
            Self::Year(_) | Self::Fiscal(_) => until(plus_months(first, 12)),
            Self::Half(..) => until(plus_months(first, 6)),
            Self::Quarter(..) | Self::Season(..) => until(plus_months(first, 3)),
            Self::Month(..) => until(plus_months(first, 1)),
            Self::Week(_) => until(plus_days(first, 7)),
            Self::Weekend(_) => until(plus_days(first, 2)),
            Self::Day(_) => until(plus_days(first, 1)),
            Self::Part(_, part) => {
                let (start, end) = part.hours();
                Some((plus_seconds(from, start * 3600)?, plus_seconds(from, end * 3600)?))
            }
            Self::Clock(_, hour, minute, second) => {
                let of_day = i64::from(hour) * 3600
                    + i64::from(minute.unwrap_or(0)) * 60
                    + i64::from(second.unwrap_or(0));
                let length = match (minute, second) {
                    (None, _) => 3600,
                    (Some(_), None) => 60,
                    (Some(_), Some(_)) => 1,
                };
                let start = plus_seconds(from, of_day)?;
                Some((start, plus_seconds(start, length)?))
            }
        }
    }

    /// The place of a unit around a day.
    pub(crate) fn around(unit: Unit, day: NaiveDate) -> Option<Self> {
        let year = day.year();
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Self::Day(day),
            Unit::Week | Unit::Fortnight => Self::Week(monday(day)?),
            Unit::Weekend => Self::Weekend(plus_days(monday(day)?, 5)?),
            Unit::Month => Self::Month(year, day.month()),
            Unit::Quarter => Self::Quarter(year, day.month0() / 3 + 1),
            Unit::Semester => Self::Half(year, day.month0() / 6 + 1),
            Unit::Season => season_around(day),
            Unit::Year => Self::Year(year),
            Unit::Decade | Unit::Generation => Self::Decade(year.div_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(year.div_euclid(100)),
        })
    }

    /// Reads a TIMEX3 value that names one place; the inverse of [`Place::value`].
    #[cfg(test)]
    pub(crate) fn parse(value: &str) -> Option<Self> {
        if let Some(rest) = value.strip_prefix("FY") {
            return Some(Self::Fiscal(rest.parse().ok()?));
        }
        if let Some(rest) = value.strip_prefix("BC") {
            let number: i32 = rest.parse().ok()?;
            return Some(if rest.len() == 2 { Self::Century(-number - 1) } else { Self::Year(1 - number) });
        }
        let (date, time) = match value.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (value, None),
        };
        let fields: Vec<&str> = date.split('-').collect();
        let year: i32 = fields.first()?.parse().ok()?;
        let found = match fields.as_slice() {
            [century] if century.len() == 2 => Self::Century(year),
            [decade] if decade.len() == 3 => Self::Decade(year),
            [_] => Self::Year(year),
            [_, week, "WE"] => Self::Weekend(plus_days(
                crate::calendar::week_start(year, week.strip_prefix('W')?.parse().ok()?)?,
                5,
            )?),
            [_, field] => match (field.split_at_checked(1)?, Season::coded(field)) {
                (_, Some(season)) => Self::Season(year, season),
                (("W", week), _) => Self::Week(crate::calendar::week_start(year, week.parse().ok()?)?),
                (("Q", quarter), _) => Self::Quarter(year, quarter.parse().ok()?),
                (("H", half), _) => Self::Half(year, half.parse().ok()?),
                _ => Self::Month(year, field.parse().ok()?),
            },
            [_, month, day] => {
                Self::Day(NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?)
            }
            _ => return None,
        };
        match (found, time) {
            (found, None) => Some(found),
            (Self::Day(day), Some(time)) => {
                if let Some(part) = Part::coded(time) {
                    return Some(Self::Part(day, part));
                }
                let mut fields = time.split(':').map(|field| field.parse().ok());
                let hour = fields.next()??;
                Some(Self::Clock(day, hour, fields.next().flatten(), fields.next().flatten()))
            }
            _ => None,
        }
    }
}

fn season_around(day: NaiveDate) -> Place {
    match day.month() {
        3..=5 => Place::Season(day.year(), Season::Spring),
        6..=8 => Place::Season(day.year(), Season::Summer),
        9..=11 => Place::Season(day.year(), Season::Autumn),
        12 => Place::Season(day.year(), Season::Winter),
        _ => Place::Season(day.year() - 1, Season::Winter),
    }
}

fn year_value(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - year) }
}

fn day_value(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year_value(day.year()), day.month(), day.day())
}

fn week_value(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", year_value(week.year()), week.week())
}

/// A moment so many seconds on.
pub(crate) fn plus_seconds(moment: NaiveDateTime, seconds: i64) -> Option<NaiveDateTime> {
    moment.checked_add_signed(TimeDelta::try_seconds(seconds)?)
}

/// A moment as the public type has it.
pub(crate) fn civil(moment: NaiveDateTime) -> Option<Civil> {
    Civil::new(moment.year(), moment.month(), moment.day(), moment.hour(), moment.minute(), moment.second())
}

/// The public type's moment.
pub(crate) fn moment(civil: Civil) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(civil.year(), civil.month(), civil.day())?.and_hms_opt(
        civil.hour(),
        civil.minute(),
        civil.second(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> impl Strategy<Value = Place> {
        let days = (1i32..4000, 1u32..=12, 1u32..=28)
            .prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
        let seasons =
            prop::sample::select(vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter]);
        let parts = prop::sample::select(vec![Part::Morning, Part::Midday, Part::Afternoon, Part::Night]);
        prop_oneof![
            (10i32..39).prop_map(Place::Century),
            (-30i32..0).prop_map(Place::Century),
            (100i32..300).prop_map(Place::Decade),
            (-3000i32..3000).prop_map(Place::Year),
            (1i32..3000).prop_map(Place::Fiscal),
            (1i32..3000, 1u32..=2).prop_map(|(year, half)| Place::Half(year, half)),
            (1i32..3000, 1u32..=4).prop_map(|(year, quarter)| Place::Quarter(year, quarter)),
            (1i32..3000, seasons).prop_map(|(year, season)| Place::Season(year, season)),
            (1i32..3000, 1u32..=12).prop_map(|(year, month)| Place::Month(year, month)),
            days.clone().prop_filter_map("a week", |day| Place::around(Unit::Week, day)),
            days.clone().prop_filter_map("a weekend", |day| Place::around(Unit::Weekend, day)),
            days.clone().prop_map(Place::Day),
            (days.clone(), parts).prop_map(|(day, part)| Place::Part(day, part)),
            (days, 0u32..24, 0u32..60, prop::option::of(0u32..60))
                .prop_map(|(day, hour, minute, second)| Place::Clock(day, hour, Some(minute), second)),
        ]
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(place in places()) {
            prop_assert_eq!(Place::parse(&place.value()), Some(place), "{}", place.value());
        }

        #[test]
        fn bounds_are_in_order(place in places()) {
            let (from, until) = place.bounds().unwrap();
            prop_assert!(from < until);
        }
    }
}
