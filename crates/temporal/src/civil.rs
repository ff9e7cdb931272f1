//! Civil dates and times: what a calendar and a clock on the wall show.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use std::fmt;

/// A date and a time of day on the wall, without a zone: a real calendar date in the proleptic Gregorian
/// calendar, to the second.
///
/// ```
/// use corroborate_temporal::Civil;
///
/// let noon = Civil::new(2024, 2, 29, 12, 0, 0).expect("2024 is a leap year");
/// assert_eq!(noon.to_string(), "2024-02-29T12:00:00");
/// assert!(Civil::date(2023, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil(NaiveDateTime);

impl Civil {
    /// A moment, or `None` where the calendar or the clock has none such.
    pub fn new(year: i32, month: u32, day: u32, hour: u32, minute: u32, second: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(hour, minute, second).map(Self)
    }

    /// Midnight at the start of a day.
    pub fn date(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::new(year, month, day, 0, 0, 0)
    }

    /// The year, negative before the year zero.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u32 {
        self.0.minute()
    }

    /// The second, 0 to 59.
    pub fn second(self) -> u32 {
        self.0.second()
    }

    /// Seconds from this moment to `other`, negative if `other` is earlier.
    pub fn seconds_until(self, other: Self) -> i64 {
        (other.0 - self.0).num_seconds()
    }

    /// This moment shifted by seconds, or `None` past the ends of the calendar.
    pub fn plus_seconds(self, seconds: i64) -> Option<Self> {
        let shift = chrono::TimeDelta::try_seconds(seconds)?;
        self.0.checked_add_signed(shift).map(Self)
    }

    /// Reads `2025-11-12`, `2025-11-12T09:40` or `2025-11-12T09:40:00`; what follows (a zone, fractions of a
    /// second) is ignored.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let date = NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?;
        let field = |from: usize| text.get(from..from + 2).and_then(|digits| digits.parse().ok());
        let separated = |at: usize| matches!(text.as_bytes().get(at), Some(b':'));
        let (hour, minute) = match (matches!(text.as_bytes().get(10), Some(b'T' | b' ')), field(11)) {
            (true, Some(hour)) if separated(13) => (hour, field(14).unwrap_or(0)),
            _ => (0, 0),
        };
        let second = if separated(16) { field(17).unwrap_or(0) } else { 0 };
        date.and_hms_opt(hour, minute, second).map(Self)
    }
}

impl fmt::Display for Civil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(year @ 0..=9999) = u32::try_from(self.year()) else {
            return write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S"));
        };
        // A report holds hundreds of times, and a format that is read anew for each takes ten times as long.
        let pairs =
            [year / 100, year % 100, self.month(), self.day(), self.hour(), self.minute(), self.second()];
        let mut written = *b"0000-00-00T00:00:00";
        for (pair, at) in pairs.into_iter().zip([0, 2, 5, 8, 11, 14, 17]) {
            if let Some(place) = written.get_mut(at..at + 2) {
                place.copy_from_slice(&[pair / 10, pair % 10].map(|digit| b'0' + digit.to_le_bytes()[0]));
            }
        }
        f.write_str(std::str::from_utf8(&written).map_err(|_| fmt::Error)?)
    }
}

/// How finely an expression places something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// A part of a day: morning, evening.
    DayPart,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter, a half-year or a season.
    Season,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century or more.
    Century,
    /// Only past, present or future.
    Vague,
}

impl Precision {
    /// The name used in reports: `minute`, `day-part`, `day`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::DayPart => "day-part",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Vague => "vague",
        }
    }
}
