//! TIMEX3 values of what is not one place: lengths, and dates of which something is missing.

use crate::holiday::Rule;
use crate::meaning::{Base, Clock, Count, Day, Length, Name, Time, Which};
use crate::place::Place;
use crate::unit::Unit;

/// `P2W`, `PT1H30M`, `P2.5Y`, `PXD`.
pub(crate) fn length_value(length: &Length) -> String {
    let mut date = String::new();
    let mut clock = String::new();
    for &(count, unit) in &length.parts {
        let (each, letter) = unit.letter();
        let number = match count {
            Count::Open => "X".to_owned(),
            Count::Hundredths(count) => decimal(count * u64::from(each)),
        };
        let into = if unit.is_clock() { &mut clock } else { &mut date };
        into.push_str(&number);
        into.push_str(letter);
    }
    if clock.is_empty() { format!("P{date}") } else { format!("P{date}T{clock}") }
}

/// Hundredths without needless zeros.
fn decimal(hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (rest, 0) => format!("{whole}.{}", rest / 10),
        (rest, _) => format!("{whole}.{rest:02}"),
    }
}

/// `T18:30`, `TEV`.
pub(crate) fn time_value(time: &Time) -> String {
    match time {
        Time::Part(part) => format!("T{}", part.code()),
        Time::Clock(Clock { hour, minute, second, .. }) => {
            let hour = if *hour > 24 { hour - 24 } else { *hour };
            let mut value = format!("T{hour:02}");
            for field in [Some(&minute.unwrap_or(0)), second.as_ref()].into_iter().flatten() {
                value.push_str(&format!(":{field:02}"));
            }
            value
        }
    }
}

/// A day of which something is missing, with an X for each digit that is.
pub(crate) fn partial_value(day: &Day) -> String {
    match day {
        Day::Given => "XXXX-XX-XX".to_owned(),
        Day::LatestQuarter => "XXXX-QX".to_owned(),
        Day::Year(year) => Place::Year(*year).value(),
        Day::ShortYear(year) => format!("XX{year:02}"),
        Day::Fiscal(year) => format!("FY{}", partial_value(year)),
        Day::Decade(decade) => Place::Decade(*decade).value(),
        Day::ShortDecade(year) => format!("XX{}", year / 10),
        Day::Century(century) => Place::Century(*century).value(),
        Day::Named(name, which) => {
            let year = match which {
                Which::In(year) => partial_value(year),
                _ => "XXXX".to_owned(),
            };
            let year = year.get(..4).unwrap_or("XXXX");
            named_value(name, year)
        }
        Day::Unit(unit, _, Base::Now | Base::View) | Day::Around(unit, _) => unit_value(*unit).to_owned(),
        Day::Shift(length, ..) => {
            length.parts.last().map_or("XXXX-XX-XX", |&(_, unit)| unit_value(unit)).to_owned()
        }
        Day::Nearest(_, name, _) => partial_value(&Day::Named(*name, Which::Nearest)),
        Day::WeekdayFrom(_, weekday, _) => format!("XXXX-WXX-{weekday}"),
        Day::Nth(_, inner, _) => match inner {
            crate::meaning::Inner::Unit(unit) => unit_value(*unit).to_owned(),
            crate::meaning::Inner::Weekday(day) => format!("XXXX-WXX-{day}"),
        },
    }
}

fn named_value(name: &Name, year: &str) -> String {
    match name {
        Name::Month(month) => format!("{year}-{month:02}"),
        Name::MonthDay(month, day, _) => format!("{year}-{month:02}-{day:02}"),
        Name::Numeric(first, second, _) => format!("{year}-{first:02}-{second:02}"),
        Name::DayOfMonth(day, _) => format!("{year}-XX-{day:02}"),
        Name::Weekday(day) => format!("{year}-WXX-{day}"),
        Name::Weekend => format!("{year}-WXX-WE"),
        Name::Workday => format!("{year}-XX-XX"),
        Name::Season(season) => format!("{year}-{}", season.code()),
        Name::Quarter(quarter) => format!("{year}-Q{quarter}"),
        Name::Half(half) => format!("{year}-H{half}"),
        Name::Holiday(holiday) => match holiday.rule {
            Rule::Fixed(month, day) => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{year}-XX-XX"),
        },
    }
}

fn unit_value(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
        Unit::Night => "XXXX-XX-XXTNI",
        Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Season => "XXXX-SX",
        Unit::Semester => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade | Unit::Generation => "XXX",
        Unit::Century | Unit::Millennium => "XX",
    }
}
