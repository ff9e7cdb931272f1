//! What happened when.

use super::{Claim, Evidence, iso_value};
use crate::Story;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A time that the accounts give, and what they place then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct TimelineEntry {
    /// ISO 8601 to its precision.
    pub value: String,
    /// To what it is given.
    pub precision: String,
    /// The ids of the claims that happen then.
    pub claims: Vec<String>,
    /// The words that give the time.
    pub evidence: Vec<Evidence>,
}

impl TimelineEntry {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let entries = story.comparison.timeline.iter().map(|entry| Self {
            value: iso_value(&entry.value).to_owned(),
            precision: entry.precision.name().to_owned(),
            claims: entry.claims.iter().copied().map(Claim::id).collect(),
            evidence: Evidence::all(story, &entry.evidence),
        });
        entries.collect()
    }
}
