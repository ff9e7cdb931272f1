//! One article, one reading: the same name is of the same kind wherever it stands.

use super::word::Word;
use super::{EntityKind, Line};
use std::collections::HashMap;

/// Gives every name the kind that most of the article's readings of it have. A last word of a person's full name is
/// that person's, unless a place of that name is clearly meant.
pub(super) fn agree(lines: &mut [Line]) {
    let mut votes: HashMap<String, [u32; 5]> = HashMap::new();
    let mut surnames: HashMap<String, u32> = HashMap::new();
    for line in lines.iter() {
        for found in line.found.iter().filter(|found| !found.adjective) {
            let run = line.words.get(found.start..found.end).unwrap_or_default();
            let weight = if found.sure { 3 } else { 2 };
            // What no one vouches for yields to any reading elsewhere, and a headline tells less than running text.
            let weight = if found.kind == EntityKind::Other || line.titled { 1 } else { weight };
            if let Some(vote) = votes.entry(key(run)).or_default().get_mut(found.kind as usize) {
                *vote += weight;
            }
            if found.kind == EntityKind::Person
                && !line.titled
                && let Some(last) = run.last().filter(|_| run.len() > 1)
            {
                *surnames.entry(last.key.clone()).or_default() += 1;
            }
        }
    }
    for line in lines {
        let Line { words, found, .. } = line;
        for found in found.iter_mut().filter(|found| !found.adjective && found.kind != EntityKind::Group) {
            let run = words.get(found.start..found.end).unwrap_or_default();
            let key = key(run);
            let vote = votes.get(&key).copied().unwrap_or_default();
            let count = |kind: EntityKind| vote.get(kind as usize).copied().unwrap_or_default();
            let surname = run.len() == 1 && surnames.contains_key(&key);
            let placed =
                found.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|word| {
                    matches!(word.key.as_str(), "in" | "near" | "at" | "from" | "outside")
                });
            if surname && !(found.kind == EntityKind::Place && (placed || found.sure)) {
                found.kind = EntityKind::Person;
                continue;
            }
            let best = KINDS.into_iter().rev().max_by_key(|kind| count(*kind));
            if let Some(kind) = best.filter(|kind| count(*kind) > count(found.kind)) {
                found.kind = kind;
            }
        }
    }
}

/// Kinds in the order in which they win where the votes are equal.
const KINDS: [EntityKind; 4] =
    [EntityKind::Place, EntityKind::Organisation, EntityKind::Person, EntityKind::Other];

fn key(run: &[Word]) -> String {
    run.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}
