//! Quotation families.

use super::Evidence;
use crate::Story;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Versions of one utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct QuoteFamily {
    /// The speaker as named, where all versions agree on one.
    pub speaker: Option<String>,
    /// The id of the speaker's entity.
    pub entity: Option<String>,
    /// `verbatim`, `truncated`, `spliced`, `altered`, `reattributed` or `paraphrased`.
    pub relation: String,
    /// The versions, two or more.
    pub versions: Vec<Evidence>,
}

impl QuoteFamily {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        let families = story.comparison.quote_families.iter().map(|family| Self {
            speaker: family.speaker_name.clone(),
            entity: family.speaker.map(|index| format!("e{}", index + 1)),
            relation: family.relation.name().to_owned(),
            versions: Evidence::all(story, &family.versions),
        });
        families.collect()
    }
}
