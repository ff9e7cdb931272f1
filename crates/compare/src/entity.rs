//! Entities: one name for each person, place and organisation across accounts.

use crate::Place;
use corroborate_extract::EntityKind;
use corroborate_text::Span;

/// One mention of an entity, and why it was taken for this entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityMention {
    /// The name as written, without title.
    pub place: Place,
    /// The name with its title, in the same account.
    pub full: Span,
    /// The rule that put it here: `name.same`, `name.surname`, `name.transliteration`, …
    pub rule: &'static str,
}

/// A person, place, organisation, group or other named thing of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest or most frequent name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, in the order of the accounts and places.
    pub mentions: Vec<EntityMention>,
}
