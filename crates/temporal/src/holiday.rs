//! Holidays by rule, from `data/holidays.tsv`.

use crate::calendar::{easter, nth_weekday, plus_days};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How a holiday finds its day in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The n-th day of the week of a month, and so many days after that.
    Nth(i32, u32, u32, i64),
}

/// A holiday's name as words in lower case, and its rule.
pub(crate) type Named = (Vec<&'static str>, Rule);

static HOLIDAYS: LazyLock<HashMap<&'static str, Vec<Named>>> = LazyLock::new(|| {
    let mut holidays: HashMap<&'static str, Vec<Named>> = HashMap::new();
    for line in include_str!("../data/holidays.tsv").lines() {
        let Some((rule, names)) = line.split_once('\t') else { continue };
        let Some(rule) = read(rule) else { continue };
        for name in names.split('|') {
            let words = crate::phrase::pieces(name);
            if let Some(&first) = words.first() {
                holidays.entry(first).or_default().push((words, rule));
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

/// The first words of all holidays.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.keys().copied()
}

impl Rule {
    /// The day of the holiday in a year.
    pub(crate) fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => plus_days(easter(year)?, days),
            Self::Nth(nth, weekday, month, days) => plus_days(nth_weekday(year, month, weekday, nth)?, days),
        }
    }
}

/// `fixed 12-25`, `easter -2`, `nth 4 4 11`, `nth 4 4 11 +4`.
fn read(rule: &str) -> Option<Rule> {
    let mut fields = rule.split(' ');
    let kind = fields.next()?;
    let mut number = || fields.next()?.parse::<i64>().ok();
    match kind {
        "fixed" => {
            let (month, day) = rule.strip_prefix("fixed ")?.split_once('-')?;
            Some(Rule::Fixed(month.parse().ok()?, day.parse().ok()?))
        }
        "easter" => Some(Rule::Easter(number()?)),
        "nth" => {
            let (nth, weekday, month) = (number()?, number()?, number()?);
            Some(Rule::Nth(
                i32::try_from(nth).ok()?,
                u32::try_from(weekday).ok()?,
                u32::try_from(month).ok()?,
                number().unwrap_or(0),
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in include_str!("../data/holidays.tsv").lines().filter(|line| !line.starts_with('#')) {
            let rule = line.split_once('\t').and_then(|(rule, _)| read(rule));
            assert!(rule.and_then(|rule| rule.day(2024)).is_some(), "{line}");
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
        ];
        for &(name, year, day) in names {
            assert_eq!(on(name, year).as_deref(), Some(day), "{name}");
        }
    }
}
