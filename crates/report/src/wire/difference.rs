//! Differences between accounts.

use super::{Claim, Evidence};
use crate::Story;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A difference between accounts, typed and explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Difference {
    /// Names the difference within this report: `d1`.
    pub id: String,
    /// `figure`, `date`, `place`, `name`, `attribution`, `quote`, `strength`, `condition` or `claim`.
    pub kind: String,
    /// `conflict`, `not-disclosed`, `update`, `compatible`, `different-scope`, `spelling` or `wording`.
    pub relation: String,
    /// What it is about, in a few words.
    pub subject: String,
    /// Two sides or more.
    pub sides: Vec<Side>,
    /// The rule that found it.
    pub rule: String,
    /// Why, in one sentence.
    pub explanation: String,
    /// The id of the claim it belongs to.
    pub claim: Option<String>,
}

/// One side of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Side {
    /// The value in short.
    pub value: String,
    /// The words that give it.
    pub evidence: Vec<Evidence>,
}

impl Difference {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let differences = story.comparison.differences.iter().enumerate();
        differences.map(|(index, difference)| Self::of(story, index, difference)).collect()
    }

    fn of(story: &Story, index: usize, difference: &corroborate_compare::Difference) -> Self {
        let sides = difference
            .sides
            .iter()
            .map(|side| Side { value: side.value.clone(), evidence: Evidence::all(story, &side.evidence) });
        Self {
            id: format!("d{}", index + 1),
            kind: difference.kind.name().to_owned(),
            relation: difference.relation.name().to_owned(),
            subject: difference.subject.clone(),
            sides: sides.collect(),
            rule: difference.rule.to_owned(),
            explanation: difference.explanation.clone(),
            claim: difference.claim.map(Claim::id),
        }
    }
}
