//! One article, one reading: the same name is of the same kind wherever it stands.

use super::{EntityKind, Line};
use std::collections::HashMap;

/// Gives every name the kind that the article's surest reading of it has; a last word of a person's name is that
/// person's, unless its own reading is sure.
pub(super) fn agree(lines: &mut [Line]) {
    let mut votes: HashMap<String, [u32; 5]> = HashMap::new();
    let mut surnames: HashMap<String, bool> = HashMap::new();
    for line in lines.iter() {
        for found in &line.found {
            let run = line.words.get(found.start..found.end).unwrap_or_default();
            let weight = if found.sure { 10 } else { 1 };
            if let Some(vote) = votes.entry(key(run)).or_default().get_mut(found.kind as usize) {
                *vote += weight;
            }
            if found.kind == EntityKind::Person
                && let Some(last) = run.last().filter(|_| run.len() > 1)
            {
                *surnames.entry(last.key.clone()).or_default() |= found.sure;
            }
        }
    }
    for line in lines {
        let Line { words, found, .. } = line;
        for found in found.iter_mut().filter(|found| !found.adjective) {
            let run = words.get(found.start..found.end).unwrap_or_default();
            let key = key(run);
            let vote = votes.get(&key).copied().unwrap_or_default();
            let best = vote.iter().max().copied().unwrap_or_default();
            if let Some(kind) = KINDS.iter().zip(vote).find(|(_, vote)| *vote == best).map(|(kind, _)| *kind)
                && !found.sure
                && kind != EntityKind::Group
            {
                found.kind = kind;
            }
            if run.len() == 1 && !found.sure && surnames.contains_key(&key) {
                found.kind = EntityKind::Person;
            }
        }
    }
}

const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Group, EntityKind::Other];

fn key(run: &[super::Word]) -> String {
    run.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}
