//! What a person decided.

use crate::Story;
use crate::decision::Target;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decision of a person (`review.toml`), as it was carried out or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Decision {
    /// `drop`, `outlet`, `published`, `merge`, `split`, `merge-claims`, `split-claim`, `dismiss` or `retype`.
    pub kind: String,
    /// The words by which it names what it is about.
    pub words: Vec<String>,
    /// The relation that it gave a difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// The person's reason.
    pub why: Option<String>,
    /// Whether it was carried out; otherwise it no longer applies.
    pub applied: bool,
    /// What was done, or why not.
    pub message: String,
    /// The id of the entity that came of it.
    pub entity: Option<String>,
    /// The id of the difference that it changed.
    pub difference: Option<String>,
    /// The id of the claim that came of it.
    #[serde(default)]
    pub claim: Option<String>,
}

impl Decision {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let decisions = story.decisions.iter().map(|decision| {
            let (mut entity, mut difference, mut claim) = (None, None, None);
            match decision.target {
                Some(Target::Entity(index)) => entity = Some(format!("e{}", index + 1)),
                Some(Target::Difference(index)) => difference = Some(format!("d{}", index + 1)),
                Some(Target::Claim(index)) => claim = Some(super::Claim::id(index)),
                None => {}
            }
            Self {
                kind: decision.kind.to_owned(),
                words: decision.words.clone(),
                relation: decision.relation.map(|relation| relation.name().to_owned()),
                why: decision.why.clone(),
                applied: decision.applied,
                message: decision.message.clone(),
                entity,
                difference,
                claim,
            }
        });
        decisions.collect()
    }
}
