//! Words and where they stand.

use crate::Story;
use corroborate_compare::Place as StoryPlace;
use corroborate_text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words of a source: `text` is what stands between the offsets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Evidence {
    /// The id of the source.
    pub source: String,
    /// First byte in the source's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words there.
    pub text: String,
}

impl Evidence {
    pub(crate) fn of(story: &Story, place: StoryPlace) -> Self {
        Self {
            source: story.id(place.account).to_owned(),
            start: place.span.start(),
            end: place.span.end(),
            text: place.words(&story.accounts).to_owned(),
        }
    }

    pub(crate) fn all(story: &Story, places: &[StoryPlace]) -> Vec<Self> {
        places.iter().map(|&place| Self::of(story, place)).collect()
    }
}

/// Words of the one text that a line of `extract` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Place {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words there.
    pub text: String,
}

impl Place {
    pub(crate) fn of(text: &str, span: Span) -> Self {
        Self { start: span.start(), end: span.end(), text: span.of(text).to_owned() }
    }
}
