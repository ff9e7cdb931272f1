//! Entities: surface forms brought together, and entities found at all.

use super::score::{Score, Truth, fold};
use super::tally::{Tally, pairs_of};
use std::collections::BTreeSet;

type Forms = BTreeSet<String>;

/// Pairs of surface forms of one entity, and entities of which any form was found.
pub fn entities(truth: &Truth, score: &mut Score) {
    let gold: Vec<Forms> = truth
        .gold
        .entities
        .iter()
        .map(|entity| entity.forms.iter().map(|form| fold(form)).collect())
        .collect();
    let known: Forms = gold.iter().flatten().cloned().collect();
    let predicted: Vec<Forms> = truth
        .report
        .entities
        .iter()
        .map(|entity| entity.mentions.iter().map(|mention| fold(&mention.text)).collect())
        .collect();
    let relevant: Vec<Forms> =
        predicted.iter().map(|forms| forms.intersection(&known).cloned().collect()).collect();
    let (wanted, given) = (pairs(&gold), pairs(&relevant));
    let right = wanted.intersection(&given).count();
    score.entity_forms = Tally { right, predicted: given.len(), found: right, gold: wanted.len() };
    for (a, b) in wanted.difference(&given) {
        score.misses.push(format!("entity forms apart: {a} | {b}"));
    }
    for (a, b) in given.difference(&wanted) {
        score.misses.push(format!("entity forms merged wrongly: {a} | {b}"));
    }
    let all: Forms = predicted.into_iter().flatten().collect();
    // Two gold entities of one name count once, as in a table keyed by name.
    let names: BTreeSet<&str> = truth.gold.entities.iter().map(|entity| entity.name.as_str()).collect();
    for name in names {
        let forms = truth.gold.entities.iter().rfind(|entity| entity.name == name);
        score.entities.gold += 1;
        if forms.is_some_and(|entity| entity.forms.iter().any(|form| all.contains(&fold(form)))) {
            score.entities.found += 1;
        } else {
            score.misses.push(format!("entity missed: {name}"));
        }
    }
}

fn pairs(groups: &[Forms]) -> BTreeSet<(&str, &str)> {
    groups.iter().flat_map(|group| pairs_of(&group.iter().map(String::as_str).collect::<Vec<_>>())).collect()
}
