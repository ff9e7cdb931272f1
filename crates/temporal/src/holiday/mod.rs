//! Holidays by rule, from `data/holidays.tsv`.

mod chinese;
mod hebrew;
mod hindu;
mod islamic;
mod sky;

use crate::calendar::{easter, nth_weekday, orthodox_easter, plus_days, weekday};
use crate::narrow::Bounds;
use crate::place::plus_seconds;
use chrono::{NaiveDate, NaiveTime};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How a holiday finds its day in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Days after Easter Sunday of the eastern churches.
    Orthodox(i64),
    /// The n-th day of the week of a month, and so many days after that.
    Nth(i32, u32, u32, i64),
    /// Month (Nisan 1) and day of the Hebrew calendar.
    Hebrew(u32, u32),
    /// Month and day of the Islamic calendar.
    Islamic(u32, u32),
    /// Month and day of the Chinese calendar, and so many days after that.
    Chinese(u32, u32, i64),
    /// The sun's longitude in degrees, on clocks so many minutes east of Greenwich.
    Sun(u32, u32),
    /// Month, lunar day and deciding hour of India's lunar calendar, and so many days after that.
    Hindu(u32, u32, i64, i64),
    /// The sun's entry into a sidereal sign, and so many days after that.
    Sign(u32, i64),
    /// Month and day in 2020, in a calendar of 365 days without leap years.
    Wandering(u32, u32),
}

/// How a holiday gives way to the day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    Never,
    /// To the nearest day from Monday to Friday.
    Workday,
    /// From a Sunday to the day before.
    Saturday,
    /// Away from the day of rest and the days around it, as in Israel.
    Rest,
    /// To the last Friday before.
    Friday,
    /// From a Saturday to the day after.
    Sunday,
}

/// A holiday: its rule and how many days it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holiday {
    pub(crate) rule: Rule,
    moved: Moved,
    days: i64,
}

/// A holiday's name as words in lower case, and the holiday.
pub(crate) type Named = (Vec<&'static str>, Holiday);

static HOLIDAYS: LazyLock<FxHashMap<&'static str, Vec<Named>>> = LazyLock::new(|| {
    let mut holidays: FxHashMap<&'static str, Vec<Named>> = FxHashMap::default();
    for line in include_str!("../../data/holidays.tsv").lines() {
        let Some((rule, names)) = line.split_once('\t') else { continue };
        let Some(holiday) = read(rule) else { continue };
        for name in names.split('|') {
            let words = crate::phrase::pieces(name);
            if let Some(&first) = words.first() {
                holidays.entry(first).or_default().push((words, holiday));
            }
        }
    }
    for names in holidays.values_mut() {
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    holidays
});

/// The holidays whose name begins with a word (in lower case), the longest name first.
pub(crate) fn beginning_with(word: &str) -> &'static [Named] {
    HOLIDAYS.get(word).map_or(&[], Vec::as_slice)
}

/// The first words of all holidays, each with the second if it has one.
pub(crate) fn openings() -> impl Iterator<Item = crate::phrase::Opening> {
    HOLIDAYS.values().flatten().filter_map(|(words, _)| crate::phrase::opening(words))
}

impl Holiday {
    /// Its (first) day in a year.
    pub(crate) fn day(self, year: i32) -> Option<NaiveDate> {
        let day = self.rule.day(year)?;
        plus_days(day, self.moved.days(weekday(day)))
    }

    /// Its first moment and the first after it, where these are not those of one day: a feast of several days, one
    /// that begins at sunset of the eve.
    pub(crate) fn bounds(self, first: NaiveDate) -> Option<Bounds> {
        let eve = if matches!(self.rule, Rule::Hebrew(..)) { -6 * 3600 } else { 0 };
        let start = first.and_time(NaiveTime::MIN);
        let end = plus_days(first, self.days)?.and_time(NaiveTime::MIN);
        Some((plus_seconds(start, eve)?, plus_seconds(end, eve)?))
    }
}

impl Moved {
    /// How many days on it is kept, where it falls on a day of the week.
    fn days(self, weekday: u32) -> i64 {
        match (self, weekday) {
            (Self::Workday, 6) | (Self::Saturday, 7) | (Self::Rest, 5) => -1,
            (Self::Workday, 7) | (Self::Rest, 7 | 1) | (Self::Sunday, 6) => 1,
            (Self::Rest, 6) => -2,
            (Self::Friday, weekday) => -i64::from((weekday + 1) % 7 + 1),
            _ => 0,
        }
    }
}

impl Rule {
    fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => plus_days(easter(year)?, days),
            Self::Orthodox(days) => plus_days(orthodox_easter(year)?, days),
            Self::Nth(nth, weekday, month, days) => plus_days(nth_weekday(year, month, weekday, nth)?, days),
            Self::Hebrew(month, day) => hebrew::day_in(year, month, day),
            Self::Islamic(month, day) => islamic::day_in(year, month, day),
            Self::Chinese(month, day, days) => plus_days(chinese::day_in(year, month, day)?, days),
            Self::Sun(degrees, east) => chinese::solar_term(year, f64::from(degrees), f64::from(east) / 60.0),
            Self::Hindu(month, lunar, hour, days) => {
                plus_days(hindu::lunar_day_in(year, month, lunar, hour)?, days)
            }
            Self::Wandering(month, day) => {
                plus_days(NaiveDate::from_ymd_opt(2020, month, day)?, (i64::from(year) - 2020) * 365)
            }
            Self::Sign(sign, days) => plus_days(hindu::solar_day_in(year, sign)?, days),
        }
    }
}

/// `fixed 12 25`, `easter -2`, `nth 4 4 11`, `nth 4 4 11 4`, `islamic 9 1 x30`, `fixed 4 27 saturday`: the rule, its
/// numbers, its days, and how it gives way.
fn read(line: &str) -> Option<Holiday> {
    let mut fields = line.split(' ');
    let kind = fields.next()?;
    let mut numbers = Vec::new();
    let (mut days, mut moved) = (1, Moved::Never);
    for field in fields {
        match (field.strip_prefix('x'), field) {
            (Some(count), _) => days = count.parse().ok()?,
            (None, "workday") => moved = Moved::Workday,
            (None, "saturday") => moved = Moved::Saturday,
            (None, "rest") => moved = Moved::Rest,
            (None, "friday") => moved = Moved::Friday,
            (None, "sunday") => moved = Moved::Sunday,
            (None, number) => numbers.push(number.parse::<i64>().ok()?),
        }
    }
    let small = |at: usize| numbers.get(at).and_then(|&number| u32::try_from(number).ok());
    let shift = |at: usize| numbers.get(at).copied().unwrap_or(0);
    let rule = match kind {
        "fixed" => Rule::Fixed(small(0)?, small(1)?),
        "easter" => Rule::Easter(*numbers.first()?),
        "orthodox" => Rule::Orthodox(*numbers.first()?),
        "nth" => Rule::Nth(i32::try_from(*numbers.first()?).ok()?, small(1)?, small(2)?, shift(3)),
        "hebrew" => Rule::Hebrew(small(0)?, small(1)?),
        "islamic" => Rule::Islamic(small(0)?, small(1)?),
        "chinese" => Rule::Chinese(small(0)?, small(1)?, shift(2)),
        "sun" => Rule::Sun(small(0)?, small(1).unwrap_or(0)),
        "hindu" => Rule::Hindu(small(0)?, small(1)?, *numbers.get(2)?, shift(3)),
        "sign" => Rule::Sign(small(0)?, shift(1)),
        "wandering" => Rule::Wandering(small(0)?, small(1)?),
        _ => return None,
    };
    Some(Holiday { rule, moved, days })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in corroborate_text::rows(include_str!("../../data/holidays.tsv")) {
            let holiday = line.split_once('\t').and_then(|(rule, _)| read(rule));
            assert!(holiday.and_then(|holiday| holiday.day(2024)).is_some(), "{line}");
        }
    }

    #[test]
    fn holidays_fall_where_calendars_have_them() {
        let on = |name: &'static str, year| {
            let words = crate::phrase::pieces(name);
            let found = beginning_with(words[0]).iter().find(|(known, _)| *known == words);
            found.and_then(|(_, rule)| rule.day(year)).map(|day| day.to_string())
        };
        let names: &[(&'static str, i32, &str)] = &[
            ("thanksgiving", 2023, "2023-11-23"),
            ("black friday", 2024, "2024-11-29"),
            ("cyber monday", 2024, "2024-12-02"),
            ("good friday", 2024, "2024-03-29"),
            ("martin luther king day", 2013, "2013-01-21"),
            ("christmas eve", 2025, "2025-12-24"),
            ("king's day", 2025, "2025-04-26"),
            ("king's day", 2024, "2024-04-27"),
            ("boss's day", 2022, "2022-10-17"),
            ("yom haatzmaut", 2024, "2024-05-14"),
            ("yom haatzmaut", 2025, "2025-05-01"),
            ("yom hashoah", 2024, "2024-05-06"),
            ("parsi new year", 2023, "2023-08-16"),
            ("parsi new year", 2019, "2019-08-17"),
            ("jumu'atul-wida", 2022, "2022-04-29"),
        ];
        for &(name, year, day) in names {
            assert_eq!(on(name, year).as_deref(), Some(day), "{name}");
        }
    }
}
