//! What the accounts place when.

use crate::Place;
use corroborate_temporal::Precision;

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
