//! People, places and organisations.

use super::Evidence;
use crate::Story;
use corroborate_compare::Place;
use corroborate_text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that has a name, under every name the accounts give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Entity {
    /// Names the entity within this report: `e1`.
    pub id: String,
    /// Its fullest or most frequent name.
    pub name: String,
    /// `person`, `place`, `organisation`, `group` or `other`.
    pub kind: String,
    /// Its mentions. One with a title is listed twice: with it, and without.
    pub mentions: Vec<Mention>,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Mention {
    /// The words.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// The rule that took it for this entity: `name.same`, `name.surname`, …
    pub rule: String,
}

impl Entity {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        story
            .comparison
            .entities
            .iter()
            .enumerate()
            .map(|(index, entity)| Self::of(story, index, entity))
            .collect()
    }

    fn of(story: &Story, index: usize, entity: &corroborate_compare::Entity) -> Self {
        let mentions = entity.mentions.iter().flat_map(|mention| {
            let full = Place::new(mention.place.account, mention.full);
            let titled = (full != mention.place).then_some(full);
            titled
                .into_iter()
                .chain([mention.place])
                .map(|place| Mention { evidence: Evidence::of(story, place), rule: mention.rule.to_owned() })
        });
        Self {
            id: id(index),
            name: entity.name.clone(),
            kind: entity.kind.name().to_owned(),
            mentions: mentions.collect(),
        }
    }
}

/// Which entity a mention belongs to.
pub(crate) struct EntityIndex(BTreeMap<(usize, usize), usize>);

impl EntityIndex {
    pub(crate) fn new(story: &Story) -> Self {
        let numbered = || story.comparison.entities.iter().enumerate();
        let mentions = || {
            numbered().flat_map(|(index, entity)| entity.mentions.iter().map(move |mention| (mention, index)))
        };
        // A trade before a name belongs to the mention found in the text; the name itself goes before it.
        let titles =
            mentions().map(|(mention, index)| ((mention.place.account, mention.full.start()), index));
        let names =
            mentions().map(|(mention, index)| ((mention.place.account, mention.place.span.start()), index));
        Self(titles.chain(names).collect())
    }

    /// The id of the entity that has a mention there.
    pub(crate) fn at(&self, account: usize, span: Span) -> Option<String> {
        self.0.get(&(account, span.start())).copied().map(id)
    }

    /// The id of the entity that the words for a speaker stand for, where other accounts tell.
    pub(crate) fn voice(&self, story: &Story, account: usize, words: Span) -> Option<String> {
        story.comparison.voices.get(&(account, words.start())).copied().map(id)
    }
}

fn id(index: usize) -> String {
    format!("e{}", index + 1)
}
