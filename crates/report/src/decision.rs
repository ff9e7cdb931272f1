//! What a person decided about a story.

use corroborate_compare::DifferenceRelation;

/// A decision of a person, as it was carried out or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// `drop`, `outlet`, `published`, `merge`, `split`, `merge-claims`, `split-claim`, `dismiss` or `retype`.
    pub kind: &'static str,
    /// The words by which it names what it is about.
    pub words: Vec<String>,
    /// The relation that it gave a difference.
    pub relation: Option<DifferenceRelation>,
    /// The person's reason.
    pub why: Option<String>,
    /// Whether it was carried out; otherwise it no longer applies.
    pub applied: bool,
    /// What came of it, where that is in the report.
    pub target: Option<Target>,
    /// What was done, or why not.
    pub message: String,
}

/// A finding that a decision changed, as an index into the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An entity.
    Entity(usize),
    /// A difference.
    Difference(usize),
    /// A claim.
    Claim(usize),
}
