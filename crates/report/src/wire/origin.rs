//! Shared passages and shared origins.

use super::Evidence;
use crate::Story;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A passage that stands in two accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Reuse {
    /// In the one.
    pub a: Evidence,
    /// In the other.
    pub b: Evidence,
    /// `verbatim`, `near-verbatim` or `paraphrase`.
    pub kind: String,
    /// Share of words that agree, in 0..=1.
    pub similarity: f64,
}

/// Accounts that share an origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Origin {
    /// The ids of the sources, two or more.
    pub sources: Vec<String>,
    /// `derives` or `common`.
    pub relation: String,
    /// The source that the others derive from.
    pub from: Option<String>,
    /// How much of each source but `from` is drawn from there.
    #[serde(default)]
    pub derivations: Vec<Derivation>,
    /// How sure, in 0..=1.
    pub confidence: f64,
    /// What speaks for it.
    pub signals: Vec<String>,
}

/// What a source has from the origin that it shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Derivation {
    /// The id of the source.
    pub source: String,
    /// Share of its running text that is told by `from`, or where that is null by any of the others; in 0..=1.
    pub share: f64,
    /// `wholly` or `partly`.
    pub extent: String,
}

impl Reuse {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let passages = story.comparison.reuse.iter().map(|reuse| Self {
            a: Evidence::of(story, reuse.a),
            b: Evidence::of(story, reuse.b),
            kind: reuse.kind.name().to_owned(),
            similarity: reuse.similarity,
        });
        passages.collect()
    }
}

impl Origin {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let origins = story.comparison.origins.iter().map(|origin| Self {
            sources: origin.accounts.iter().map(|&account| story.id(account).to_owned()).collect(),
            relation: origin.relation.name().to_owned(),
            from: origin.from.map(|account| story.id(account).to_owned()),
            derivations: origin
                .derivations
                .iter()
                .map(|derivation| Derivation {
                    source: story.id(derivation.account).to_owned(),
                    share: derivation.share,
                    extent: derivation.extent.name().to_owned(),
                })
                .collect(),
            confidence: origin.confidence,
            signals: origin.signals.clone(),
        });
        origins.collect()
    }
}
