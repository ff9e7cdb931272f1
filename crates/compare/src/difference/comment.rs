//! Who would not speak by one account, and speaks in another.

use super::person::subject;
use super::phrase::Phrases;
use super::{Difference, DifferenceKind, DifferenceRelation, Side, later, speaker};
use crate::Place;
use crate::story::Story;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Finds those who had no comment for one account and are handed on by another.
///
/// An account that hands on their words itself means that they were silent on one thing; nothing is told of it.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut silent: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for clause in 0..story.units.clauses.len() {
        if NO_COMMENT.any(story.spaced(clause))
            && let Some(entity) = subject(story, clause)
        {
            silent.entry(entity).or_default().push(story.place(clause));
        }
    }
    if silent.is_empty() {
        return Vec::new();
    }
    let mut said: BTreeMap<usize, BTreeMap<usize, Place>> = BTreeMap::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quotation in &source.annotations.quotations {
            if let Some(entity) = speaker(story, account, quotation) {
                let words = Place::new(account, quotation.whole);
                said.entry(entity).or_default().entry(account).or_insert(words);
            }
        }
    }
    let mut found = Vec::new();
    for (entity, silences) in silent {
        let Some(spoken) = said.get(&entity) else { continue };
        let silences: Vec<Place> =
            silences.into_iter().filter(|place| !spoken.contains_key(&place.account)).collect();
        let words: Vec<Place> = spoken
            .values()
            .copied()
            .filter(|words| {
                silences.iter().all(|silence| {
                    story.units.one_event(silence.account, words.account)
                        && !later::follows(story, &[*words], &[*silence])
                })
            })
            .collect();
        if !silences.is_empty() && !words.is_empty() {
            found.push(difference(story, entity, silences, words));
        }
    }
    found
}

fn difference(story: &Story, entity: usize, silent: Vec<Place>, said: Vec<Place>) -> Difference {
    let name = story.entities.get(entity).map_or("", |entity| entity.name.as_str());
    let (relation, why) = if later::follows(story, &silent, &said) {
        (DifferenceRelation::Update, "had no comment for the earlier account and has spoken since")
    } else {
        (DifferenceRelation::NotDisclosed, "had no comment for one account and is handed on by another")
    };
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: format!("what {name} says"),
        explanation: format!("{name} {why}."),
        sides: vec![
            Side { value: story.first_shown(&silent), evidence: silent },
            Side { value: story.first_shown(&said), evidence: said },
        ],
        rule: "comment.given",
        claim: None,
    }
}

static NO_COMMENT: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/no-comment.txt")));
