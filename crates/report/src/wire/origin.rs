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
    /// How sure, in 0..=1.
    pub confidence: f64,
    /// What speaks for it.
    pub signals: Vec<String>,
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
            confidence: origin.confidence,
            signals: origin.signals.clone(),
        });
        origins.collect()
    }
}
