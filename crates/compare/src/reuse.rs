//! Passages that two accounts share.

use crate::Place;

/// How closely a passage follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReuseKind {
    /// Word for word.
    Verbatim,
    /// With small edits.
    NearVerbatim,
    /// The same facts in the same order, in other words.
    Paraphrase,
}

impl ReuseKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::NearVerbatim => "near-verbatim",
            Self::Paraphrase => "paraphrase",
        }
    }
}

/// A passage of one account that stands in another too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reuse {
    /// In the account with the lower index.
    pub a: Place,
    /// In the other.
    pub b: Place,
    /// How closely.
    pub kind: ReuseKind,
    /// Share of words that agree, in 0..=1.
    pub similarity: f64,
}
