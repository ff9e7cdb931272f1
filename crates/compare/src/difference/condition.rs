//! Differences of condition: the same said to hold under another condition.

use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::align::{Term, TermClass};
use crate::story::Story;

/// Finds claims whose accounts name different conditions for them.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let aligned = story.alignments();
    aligned.iter().filter_map(|(claim, clauses)| of_group(story, *claim, clauses)).collect()
}

fn of_group(story: &Story, claim: Option<usize>, clauses: &[usize]) -> Option<Difference> {
    let mut sides: Vec<(Vec<u32>, Side)> = Vec::new();
    for &clause in clauses {
        let Some(condition) = story.statement(clause).and_then(|statement| statement.condition) else {
            continue;
        };
        let place = crate::Place::new(story.units.account(clause), condition);
        let unit = story.unit(clause)?;
        let inside = |term: &&Term| condition.covers(term.span) && term.class == TermClass::Word;
        let mut keys: Vec<u32> = unit.terms.iter().filter(inside).map(|term| term.key).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            continue;
        }
        let value = story.words(place).split_whitespace().collect::<Vec<_>>().join(" ");
        // One that adds words to another names the same condition, more fully.
        let same = sides.iter_mut().find(|(other, _)| {
            keys.iter().all(|key| other.contains(key)) || other.iter().all(|key| keys.contains(key))
        });
        match same {
            Some((_, side)) => side.evidence.push(place),
            None => sides.push((keys, Side { value, evidence: vec![place] })),
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let sides: Vec<Side> = sides.into_iter().map(|(_, side)| side).collect();
    let shown: Vec<String> = sides.iter().map(|side| format!("“{}”", side.value)).collect();
    Some(Difference {
        kind: DifferenceKind::Condition,
        relation: DifferenceRelation::Wording,
        subject: story.subject(claim, sides.first().map_or(&[], |side| side.evidence.as_slice())),
        explanation: format!("The condition is put as {}.", shown.join(" and as ")),
        sides,
        rule: "condition.words",
        claim,
    })
}
