//! Dates and times.

use corroborate_temporal::{Modifier, TimeExpression};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A date or time; `E` is its place, in a story or in one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "{E}Date")]
pub(crate) struct Date<E> {
    /// The words.
    #[serde(flatten)]
    pub evidence: E,
    /// ISO 8601 to its precision where the expression is placed, otherwise what TIMEX3 writes.
    pub value: String,
    /// How finely it places something: `minute`, `day`, `month`, …
    pub precision: String,
    /// First moment it may mean, ISO 8601, on the clock of its place.
    pub earliest: Option<String>,
    /// First moment after it: the bounds are half open.
    pub latest: Option<String>,
    /// TIMEX3's class: `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The value in TIMEX3 notation: `2013-02-15`, `2013-W07`, `P3D`, `PAST_REF`.
    pub timex: String,
    /// What is said beside the value: `before`, `after`, `start`, `mid`, `end`, `approximate`, `more-than`,
    /// `less-than`.
    pub modifier: Option<String>,
    /// The zone that the words name, in minutes east of Greenwich.
    pub offset: Option<i32>,
}

impl<E> Date<E> {
    pub(crate) fn of(evidence: E, date: &TimeExpression) -> Self {
        Self {
            evidence,
            value: iso_value(&date.value).to_owned(),
            precision: date.precision.name().to_owned(),
            earliest: date.earliest.map(|moment| moment.to_string()),
            latest: date.latest.map(|moment| moment.to_string()),
            kind: date.kind.name().to_owned(),
            timex: date.value.clone(),
            modifier: date.modifier.map(|modifier| modifier_name(modifier).to_owned()),
            offset: date.offset,
        }
    }
}

/// The part of a TIMEX3 value that ISO 8601 knows too: `2026-01-06` of `2026-01-06TEV`.
pub(crate) fn iso_value(timex: &str) -> &str {
    match timex.split_once('T') {
        Some((date, time)) if !date.is_empty() && !time.starts_with(|c: char| c.is_ascii_digit()) => {
            if date.starts_with(|c: char| c.is_ascii_digit()) { date } else { timex }
        }
        _ => timex,
    }
}

fn modifier_name(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "before",
        Modifier::After => "after",
        Modifier::Start => "start",
        Modifier::Mid => "mid",
        Modifier::End => "end",
        Modifier::Approximate => "approximate",
        Modifier::MoreThan => "more-than",
        Modifier::LessThan => "less-than",
    }
}

#[cfg(test)]
mod tests {
    use super::iso_value;

    #[test]
    fn the_iso_part_of_a_value() {
        assert_eq!(iso_value("2026-01-06TEV"), "2026-01-06");
        assert_eq!(iso_value("2026-01-06T11:38"), "2026-01-06T11:38");
        assert_eq!(iso_value("2026-W07"), "2026-W07");
        for other in ["PT3H", "P3D", "PAST_REF", "XXXX-XX-XXTEV", "TNI", ""] {
            assert_eq!(iso_value(other), other);
        }
    }
}
