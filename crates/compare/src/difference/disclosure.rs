//! What one account gives and another says is not known or not disclosed.

use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::story::Story;
use corroborate_text::{fold, stem};
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// Share of what the *not known* is about that the other clause must speak of.
const LEAST_ABOUT: f64 = 0.45;

/// Finds *not known* in one account beside what another account gives.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut given: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for clause in 0..story.units.clauses.len() {
        if story.statement(clause).is_some_and(|statement| statement.unknown) {
            for (account, answer) in answers(story, clause) {
                let _ = account;
                let places = given.entry(answer).or_default();
                places.push(story.place(clause));
            }
        }
    }
    given.into_iter().map(|(answer, unknown)| difference(story, answer, unknown)).collect()
}

/// For each other account, the clause that gives what this one says is not known.
fn answers(story: &Story, unknown: usize) -> Vec<(usize, usize)> {
    let Some(clause) = story.clause(unknown) else { return Vec::new() };
    let account = story.units.account(unknown);
    let text = story.text(account);
    let folded = |term: &Term| stem(&fold(term.span.of(text)));
    let quantified = clause.terms.iter().any(|term| MEASURES.contains(folded(term).as_str()));
    let about: Vec<Term> =
        clause.terms.iter().filter(|term| !GENERIC.contains(folded(term).as_str())).copied().collect();
    let total: f64 = about.iter().map(|term| term.weight).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for (index, other) in story.units.clauses.iter().enumerate() {
        let there = story.units.account(index);
        let gives = !story.statement(index).is_some_and(|statement| statement.unknown);
        let figure = other.terms.iter().any(|term| term.class == TermClass::Figure);
        if there == account || !gives || (quantified && !figure) {
            continue;
        }
        let shared = overlap(&about, &other.terms);
        let share = shared.matched / total;
        if share >= LEAST_ABOUT && shared.content > 0.0 {
            let entry = best.entry(there).or_insert((share, index));
            if share > entry.0 {
                *entry = (share, index);
            }
        }
    }
    best.into_iter().map(|(account, (_, index))| (account, index)).collect()
}

fn difference(story: &Story, answer: usize, unknown: Vec<Place>) -> Difference {
    let place = story.place(answer);
    let given = story.words(place).split_whitespace().collect::<Vec<_>>().join(" ");
    let figure =
        story.clause(answer).is_some_and(|clause| clause.terms.iter().any(|t| t.class == TermClass::Figure));
    let first = unknown.first().map_or("", |&place| story.words(place)).to_owned();
    Difference {
        kind: if figure { DifferenceKind::Figure } else { DifferenceKind::Claim },
        relation: DifferenceRelation::NotDisclosed,
        subject: given.clone(),
        explanation: format!(
            "One account says that it is not known (“{first}”); another gives it: “{given}”."
        ),
        sides: vec![
            Side { value: "not known or not disclosed".to_owned(), evidence: unknown },
            Side { value: given, evidence: vec![place] },
        ],
        rule: "unknown.given",
        claim: story.claim_of(answer),
    }
}

fn rows(table: &'static str) -> HashSet<String> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(stem).collect()
}

/// Words that ask for a figure: `number`, `size`, `cost`.
static MEASURES: LazyLock<HashSet<String>> = LazyLock::new(|| rows(include_str!("../../data/measures.txt")));

/// Words of not knowing, which say nothing of what is not known.
static GENERIC: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut words = rows(include_str!("../../data/unknowing.txt"));
    words.extend(MEASURES.iter().cloned());
    words
});
