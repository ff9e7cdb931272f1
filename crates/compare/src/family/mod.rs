//! Quotation families: versions of one utterance.

mod build;
mod compare;
mod paraphrase;
mod replace;
mod run;
mod splice;
mod wording;

pub(crate) use build::find;
pub(crate) use replace::replaced;
pub(crate) use splice::gaps;

use crate::Place;

/// How the versions of an utterance relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FamilyRelation {
    /// Word for word the same.
    Verbatim,
    /// One is part of another.
    Truncated,
    /// One joins parts that another has apart.
    Spliced,
    /// Words differ inside the marks.
    Altered,
    /// The same words, another speaker.
    Reattributed,
    /// One gives in its own words what another quotes.
    Paraphrased,
}

impl FamilyRelation {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Truncated => "truncated",
            Self::Spliced => "spliced",
            Self::Altered => "altered",
            Self::Reattributed => "reattributed",
            Self::Paraphrased => "paraphrased",
        }
    }
}

/// Versions of one utterance across accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteFamily {
    /// The speaker, as an index into the entities, where all versions agree on one.
    pub speaker: Option<usize>,
    /// The speaker as named.
    pub speaker_name: Option<String>,
    /// The relation that a reader should know of first.
    pub relation: FamilyRelation,
    /// The versions, two or more, in the order of the accounts.
    pub versions: Vec<Place>,
}
