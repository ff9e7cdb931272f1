//! What the accounts place when.

use crate::story::Story;
use crate::{Place, dateline};
use corroborate_temporal::{Civil, Precision, TimeExpression, TimexType};
use std::collections::BTreeMap;

/// Something that happened at a time that the accounts give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The time, ISO 8601 to its precision.
    pub value: String,
    /// To what it is given.
    pub precision: Precision,
    /// The claims that happen then, as indices.
    pub claims: Vec<usize>,
    /// The words that give the time.
    pub evidence: Vec<Place>,
}

/// Orders the dated clauses of a story by the first moment they may mean, the coarser time first.
pub(crate) fn find(story: &Story) -> Vec<TimelineEntry> {
    let mut entries: BTreeMap<(Civil, std::cmp::Reverse<Precision>), TimelineEntry> = BTreeMap::new();
    for (account, dates) in story.dates.iter().enumerate() {
        for date in dates {
            let Some((moment, value)) = placed(date) else { continue };
            let Some(clause) = story.clause_at(account, date.span.start()) else { continue };
            if dateline::holds(story, account, date.span) {
                continue;
            }
            let entry = entries.entry((moment, std::cmp::Reverse(date.precision))).or_insert_with(|| {
                TimelineEntry { value, precision: date.precision, claims: Vec::new(), evidence: Vec::new() }
            });
            entry.evidence.push(Place::new(account, date.span));
            entry.evidence.extend(story.unit(clause).into_iter().flat_map(|unit| unit.echoed(date.span)));
            if let Some(claim) = story.claim_of(clause)
                && !entry.claims.contains(&claim)
            {
                entry.claims.push(claim);
            }
        }
    }
    let mut entries: Vec<TimelineEntry> = entries.into_values().collect();
    entries.iter_mut().for_each(|entry| entry.evidence.sort_unstable());
    entries
}

/// The first moment of a date that can be placed, and its ISO form to its precision.
fn placed(date: &TimeExpression) -> Option<(Civil, String)> {
    if !matches!(date.kind, TimexType::Date | TimexType::Time) || date.precision > Precision::Year {
        return None;
    }
    let moment = date.earliest?;
    let full = moment.to_string();
    let length = match date.precision {
        Precision::Second => 19,
        Precision::Minute | Precision::Hour => 16,
        Precision::DayPart | Precision::Day | Precision::Week => 10,
        Precision::Month | Precision::Season => 7,
        _ => 4,
    };
    Some((moment, full.get(..length)?.to_owned()))
}
