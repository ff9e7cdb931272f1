//! Days of the calendar, printed as newspapers print them.

use proptest::prelude::*;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// A day of the Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32);

impl Day {
    /// Year, month and day (the algorithm of Howard Hinnant's `civil_from_days`).
    pub const fn civil(self) -> (u32, u32, u32) {
        let days = self.0 + 719_468;
        let era = days / 146_097;
        let of_era = days % 146_097;
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
    }

    /// `2024-11-12`.
    ///
    /// ```
    /// use corroborate_testkit::Day;
    ///
    /// assert_eq!(Day(0).iso(), "1970-01-01");
    /// assert_eq!(Day(19_782).iso(), "2024-02-29");
    /// assert_eq!(Day(19_782).weekday(), "Thursday");
    /// ```
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The name of its weekday.
    pub fn weekday(self) -> &'static str {
        WEEKDAYS.get((self.0 % 7) as usize).copied().unwrap_or_default()
    }

    /// The day itself, or the Friday before a weekend.
    ///
    /// ```
    /// use corroborate_testkit::Day;
    ///
    /// assert_eq!(Day(19_782).on_weekday(), Day(19_782));
    /// assert_eq!(Day(19_785).on_weekday().weekday(), "Friday");
    /// ```
    pub const fn on_weekday(self) -> Self {
        match self.0 % 7 {
            saturday_or_sunday @ 2..=3 => Self(self.0.saturating_sub(saturday_or_sunday - 1)),
            _ => self,
        }
    }

    /// The name of its month.
    pub fn month(self) -> &'static str {
        MONTHS.get(self.civil().1 as usize - 1).copied().unwrap_or_default()
    }

    /// `12 November 2024`.
    pub fn british(self) -> String {
        let (year, _, day) = self.civil();
        format!("{day} {} {year}", self.month())
    }

    /// `November 12, 2024`.
    pub fn american(self) -> String {
        let (year, _, day) = self.civil();
        format!("{} {day}, {year}", self.month())
    }
}

/// A day between 1990 and 2040, and a way it is printed.
pub fn days() -> impl Strategy<Value = (Day, String)> {
    (7_305_u32..25_567, 0..4_u8).prop_map(|(days, way)| {
        let day = Day(days);
        let printed = match way {
            0 => day.iso(),
            1 => day.british(),
            2 => day.american(),
            _ => format!("{}, {}", day.weekday(), day.british()),
        };
        (day, printed)
    })
}
