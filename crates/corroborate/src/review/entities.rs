//! Decisions about entities: made one, or made two.

use super::{Review, applied, lost};
use corroborate_compare::{Account, Entity};
use corroborate_report::{Decision, Target};
use corroborate_text::fold;

pub(super) fn apply(review: &Review, accounts: &[Account], entities: &mut Vec<Entity>) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for merge in &review.merge {
        let why = merge.why.as_ref();
        decisions.push(match one(&merge.names, accounts, entities) {
            Ok(index) => {
                let message = format!("{} were made one", merge.names.join(", "));
                applied("merge", &merge.names, why, Some(Target::Entity(index)), message)
            }
            Err(message) => lost("merge", &merge.names, why, message),
        });
    }
    for split in &review.split {
        let words: Vec<String> = std::iter::once(&split.name).chain(&split.apart).cloned().collect();
        let why = split.why.as_ref();
        decisions.push(match two(&split.name, &split.apart, accounts, entities) {
            Ok(index) => {
                let message = format!("{} was taken from {}", split.apart.join(", "), split.name);
                applied("split", &words, why, Some(Target::Entity(index)), message)
            }
            Err(message) => lost("split", &words, why, message),
        });
    }
    decisions
}

/// Makes one entity of those that bear the names; gives its index.
fn one(names: &[String], accounts: &[Account], entities: &mut Vec<Entity>) -> Result<usize, String> {
    let mut found = Vec::new();
    for name in names {
        found.push(find(name, accounts, entities).ok_or_else(|| missing(name))?);
    }
    found.sort_unstable();
    found.dedup();
    let [first, others @ ..] = found.as_slice() else { return Err("no name was given".to_owned()) };
    if others.is_empty() {
        return Err("the names are of one entity already".to_owned());
    }
    for &other in others.iter().rev() {
        let taken = entities.remove(other);
        if let Some(entity) = entities.get_mut(*first) {
            entity.mentions.extend(taken.mentions);
            entity.mentions.sort_by_key(|mention| mention.place);
            if let Some(name) = names.first() {
                entity.name.clone_from(name);
            }
        }
    }
    Ok(*first)
}

/// Makes an entity of its own of the mentions in the words `apart`; gives its index.
fn two(
    name: &str,
    apart: &[String],
    accounts: &[Account],
    entities: &mut Vec<Entity>,
) -> Result<usize, String> {
    let index = find(name, accounts, entities).ok_or_else(|| missing(name))?;
    let keys: Vec<String> = apart.iter().map(|words| fold(words)).collect();
    let entity = entities.get_mut(index).ok_or_else(|| missing(name))?;
    let (taken, left): (Vec<_>, Vec<_>) =
        entity.mentions.iter().partition(|mention| keys.contains(&fold(mention.place.words(accounts))));
    if taken.is_empty() || left.is_empty() {
        let state = if taken.is_empty() { "bears none of" } else { "bears only" };
        return Err(format!("{name:?} {state} the names {}", apart.join(", ")));
    }
    entity.mentions = left;
    let kind = entity.kind;
    let name = apart.first().cloned().unwrap_or_default();
    entities.push(Entity { name, kind, mentions: taken });
    Ok(entities.len() - 1)
}

/// The entity of that name, or else the first that is mentioned by it.
fn find(name: &str, accounts: &[Account], entities: &[Entity]) -> Option<usize> {
    let key = fold(name);
    entities.iter().position(|entity| fold(&entity.name) == key).or_else(|| {
        entities.iter().position(|entity| {
            entity.mentions.iter().any(|mention| fold(mention.place.words(accounts)) == key)
        })
    })
}

fn missing(name: &str) -> String {
    format!("no entity bears the name {name:?} any more")
}
