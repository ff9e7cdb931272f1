//! Time zones by name, from `data/zones.tsv`.

use chrono::{Datelike, NaiveDate};
use std::sync::LazyLock;

/// A zone: its offset in winter and the rule by which it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Zone {
    /// Minutes east of Greenwich out of daylight-saving time.
    pub(crate) winter: i32,
    rule: Saving,
}

/// When the clocks are an hour ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    Never,
    /// Second Sunday of March to first Sunday of November.
    American,
    /// Last Sunday of March to last Sunday of October.
    European,
    /// First Sunday of October to first Sunday of April.
    Australian,
}

static ZONES: LazyLock<Vec<(&'static str, Zone)>> = LazyLock::new(|| {
    let mut zones: Vec<(&str, Zone)> = include_str!("../data/zones.tsv").lines().filter_map(read).collect();
    // A longer name first: *Central European* before *central*.
    zones.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    zones
});

fn read(line: &'static str) -> Option<(&'static str, Zone)> {
    let mut fields = line.split('\t');
    let name = fields.next().filter(|name| !name.starts_with('#'))?;
    let winter = fields.next()?.parse().ok()?;
    let rule = match fields.next()? {
        "us" => Saving::American,
        "eu" => Saving::European,
        "au" => Saving::Australian,
        _ => Saving::Never,
    };
    Some((name, Zone { winter, rule }))
}

/// The zone of a name. An abbreviation is written in capitals, a place name as it is.
pub(crate) fn zone(name: &str) -> Option<Zone> {
    ZONES.iter().find(|(known, _)| *known == name).map(|&(_, zone)| zone)
}

impl Zone {
    /// A zone that stays the same distance from Greenwich.
    pub(crate) fn fixed(minutes: i32) -> Self {
        Self { winter: minutes, rule: Saving::Never }
    }

    /// Minutes east of Greenwich on a day. On the day of the change the new time counts.
    pub(crate) fn offset(self, day: Option<NaiveDate>) -> Option<i32> {
        if self.rule == Saving::Never {
            return Some(self.winter);
        }
        let day = day?;
        let year = day.year();
        let ahead = match self.rule {
            Saving::Never => false,
            Saving::American => (sunday(year, 3, 2)..sunday(year, 11, 1)).contains(&Some(day)),
            Saving::European => (sunday(year, 3, -1)..sunday(year, 10, -1)).contains(&Some(day)),
            Saving::Australian => !(sunday(year, 4, 1)..sunday(year, 10, 1)).contains(&Some(day)),
        };
        Some(self.winter + if ahead { 60 } else { 0 })
    }
}

fn sunday(year: i32, month: u32, nth: i32) -> Option<NaiveDate> {
    crate::calendar::nth_weekday(year, month, 7, nth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_by_the_rule_of_the_place() {
        let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day);
        let eastern = zone("ET").unwrap();
        assert_eq!(eastern.offset(day(1, 15)), Some(-300));
        assert_eq!(eastern.offset(day(7, 15)), Some(-240));
        assert_eq!(eastern.offset(day(3, 9)), Some(-240));
        let london = zone("UK").unwrap();
        assert_eq!(london.offset(day(3, 29)), Some(0));
        assert_eq!(london.offset(day(3, 30)), Some(60));
        assert_eq!(london.offset(day(10, 25)), Some(60));
        assert_eq!(london.offset(day(10, 26)), Some(0));
        assert_eq!(london.offset(None), None);
        assert_eq!(zone("Sydney").unwrap().offset(day(1, 1)), Some(660));
        assert_eq!(zone("Sydney").unwrap().offset(day(7, 1)), Some(600));
        // The first Sunday of November and the last of October.
        assert_eq!(eastern.offset(day(11, 1)), Some(-240));
        assert_eq!(eastern.offset(day(11, 2)), Some(-300));
        assert_eq!(london.offset(day(10, 5)), Some(60));
        assert_eq!(zone("IST").unwrap().offset(None), Some(330));
        assert_eq!(zone("ist"), None);
    }
}
