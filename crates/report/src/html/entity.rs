//! Entities with the forms of their names.

use super::link::Link;
use crate::Target;
use crate::overview::Overview;
use corroborate_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// One entity.
pub(super) struct EntityView {
    pub id: usize,
    pub name: String,
    pub kind: &'static str,
    pub count: usize,
    /// Whether a person made it of others or took it from one.
    pub decided: bool,
    pub forms: Vec<Form>,
}

/// One way to write a name, and its first place in each account that writes it so.
pub(super) struct Form {
    pub words: String,
    pub count: usize,
    pub first: Vec<Link>,
}

impl EntityView {
    /// Whether several accounts name it, or it is written in several ways, or a person decided on it.
    pub(super) fn matters(&self) -> bool {
        let tellers: BTreeSet<usize> =
            self.forms.iter().flat_map(|form| &form.first).map(|link| link.number).collect();
        tellers.len() > 1 || self.forms.len() > 1 || self.decided
    }
}

pub(super) fn entities(overview: &Overview) -> Vec<EntityView> {
    let entities = overview.story.comparison.entities.iter().enumerate();
    let mut views: Vec<EntityView> = entities
        .map(|(index, entity)| {
            let mut forms: BTreeMap<String, Form> = BTreeMap::new();
            for mention in &entity.mentions {
                let words = overview.words(mention.place);
                let form =
                    forms.entry(words.clone()).or_insert_with(|| Form { words, count: 0, first: Vec::new() });
                form.count += 1;
                let number = mention.place.account + 1;
                if form.first.last().is_none_or(|last| last.number != number) {
                    form.first.push(Link::new(overview, mention.place));
                }
            }
            let mut forms: Vec<Form> = forms.into_values().collect();
            forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
            EntityView {
                id: index + 1,
                name: crate::visible::line(&entity.name),
                kind: entity.kind.name(),
                count: entity.mentions.len(),
                decided: overview.is_decided(Target::Entity(index)),
                forms,
            }
        })
        .collect();
    views.sort_by_cached_key(|entity| (std::cmp::Reverse(entity.count), fold(&entity.name)));
    views
}
