//! What a person decided.

use crate::Story;
use crate::decision::Target;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decision of a person (`review.toml`), as it was carried out or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Decision {
    /// `drop`, `outlet`, `published`, `merge`, `split`, `dismiss` or `retype`.
    pub kind: String,
    /// The words by which it names what it is about.
    pub words: Vec<String>,
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
}

impl Decision {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let decisions = story.decisions.iter().map(|decision| {
            let (entity, difference) = match decision.target {
                Some(Target::Entity(index)) => (Some(format!("e{}", index + 1)), None),
                Some(Target::Difference(index)) => (None, Some(format!("d{}", index + 1))),
                None => (None, None),
            };
            Self {
                kind: decision.kind.to_owned(),
                words: decision.words.clone(),
                why: decision.why.clone(),
                applied: decision.applied,
                message: decision.message.clone(),
                entity,
                difference,
            }
        });
        decisions.collect()
    }
}
