//! Units of time, seasons and parts of the day, with their TIMEX3 letters.

use crate::Precision;

/// A unit of time that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Semester,
    Year,
    Decade,
    Generation,
    Century,
    Millennium,
}

impl Unit {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "night" => Self::Night,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "season" => Self::Season,
            "semester" => Self::Semester,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "generation" => Self::Generation,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// Whether it is a part of a day: its periods are written `PT…`.
    pub(crate) fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// Seconds of one, where all of them have as many.
    pub(crate) fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            _ => 86_400,
        }
    }

    /// How many of which TIMEX3 letter one of it is: a fortnight is two weeks.
    pub(crate) fn letter(self) -> (u32, &'static str) {
        match self {
            Self::Second => (1, "S"),
            Self::Minute => (1, "M"),
            Self::Hour => (1, "H"),
            Self::Night => (1, "NI"),
            Self::Day => (1, "D"),
            Self::Weekend => (1, "WE"),
            Self::Week => (1, "W"),
            Self::Fortnight => (2, "W"),
            Self::Month => (1, "M"),
            Self::Quarter => (3, "M"),
            Self::Season | Self::Semester => (6, "M"),
            Self::Year => (1, "Y"),
            Self::Decade => (10, "Y"),
            Self::Generation => (1, "GE"),
            Self::Century => (1, "CE"),
            Self::Millennium => (1, "ML"),
        }
    }

    /// How finely something counted in it is placed.
    pub(crate) fn precision(self) -> Precision {
        match self {
            Self::Second => Precision::Second,
            Self::Minute => Precision::Minute,
            Self::Hour => Precision::Hour,
            Self::Night => Precision::DayPart,
            Self::Day => Precision::Day,
            Self::Weekend | Self::Week | Self::Fortnight => Precision::Week,
            Self::Month => Precision::Month,
            Self::Quarter | Self::Season | Self::Semester => Precision::Season,
            Self::Year => Precision::Year,
            Self::Decade | Self::Generation => Precision::Decade,
            Self::Century | Self::Millennium => Precision::Century,
        }
    }
}

/// A season of the northern year, with TIMEX3's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(crate) fn coded(code: &str) -> Option<Self> {
        Some(match code {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Autumn,
            "WI" => Self::Winter,
            _ => return None,
        })
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month; it lasts three. Winter is named after the year it begins in.
    pub(crate) fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A part of a day, with TIMEX3's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    pub(crate) fn coded(code: &str) -> Option<Self> {
        Some(match code {
            "MO" => Self::Morning,
            "MI" => Self::Midday,
            "AF" => Self::Afternoon,
            "EV" => Self::Evening,
            "NI" => Self::Night,
            "DT" => Self::Daytime,
            _ => return None,
        })
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }

    /// Its first hour and the first hour after it, counted from midnight before the day.
    pub(crate) fn hours(self) -> (i64, i64) {
        match self {
            Self::Morning => (0, 12),
            Self::Midday => (12, 14),
            Self::Afternoon => (12, 18),
            Self::Evening => (18, 24),
            Self::Night => (18, 30),
            Self::Daytime => (6, 18),
        }
    }
}
