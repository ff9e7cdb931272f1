//! Quotations and their speakers.

use super::{EntityIndex, Evidence};
use crate::Story;
use corroborate_compare::Place;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words that an account hands on as someone's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Quotation {
    /// Names the quotation within this report: `q1`.
    pub id: String,
    /// What was said: inside the marks where there are marks.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// The words that hand it on: `said`, `according to`.
    pub cue: Option<Evidence>,
    /// Who is said to have said it.
    pub speaker: Option<Speaker>,
    /// The id of the quotation inside which this one stands.
    pub within: Option<String>,
}

/// Who is said to have said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Speaker {
    /// The id of the entity, where the words could be resolved to one.
    pub entity: Option<String>,
    /// The words that name the speaker.
    pub evidence: Evidence,
}

impl Quotation {
    pub(crate) fn all(story: &Story, entities: &EntityIndex) -> Vec<Self> {
        let mut quotations = Vec::new();
        for (account, told) in story.accounts.iter().enumerate() {
            let first = quotations.len();
            let annotations = &told.annotations;
            for quotation in &annotations.quotations {
                let at = |span| Evidence::of(story, Place::new(account, span));
                let speaker = quotation.speaker.map(|speaker| Speaker {
                    entity: speaker
                        .mention
                        .and_then(|mention| annotations.mentions.get(mention))
                        .and_then(|mention| entities.at(account, mention.span))
                        .or_else(|| entities.voice(story, account, speaker.evidence)),
                    evidence: at(speaker.evidence),
                });
                quotations.push(Self {
                    id: id(quotations.len()),
                    evidence: at(quotation.content),
                    kind: quotation.kind.name().to_owned(),
                    cue: quotation.cue.map(at),
                    speaker,
                    within: quotation.within.map(|outer| id(first + outer)),
                });
            }
        }
        quotations
    }
}

fn id(index: usize) -> String {
    format!("q{}", index + 1)
}
