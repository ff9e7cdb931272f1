//! Differences of polarity: stated and not stated.

use super::later;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::overlap;
use crate::story::Story;
use corroborate_extract::Polarity;
use corroborate_text::{fold, rows, stem};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Share of what two clauses say that must be the same for a negation to be the difference between them. Less, and
/// one may say in other words what the other negates: `was shut`, `is not open`.
const LEAST_SAME: f64 = 0.75;

/// Finds linked clauses of which one affirms what the other negates.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found = Vec::new();
    for (a, b, _) in story.links() {
        let (Some(x), Some(y)) = (story.statement(a), story.statement(b)) else { continue };
        if x.unknown || y.unknown {
            continue;
        }
        let (left, right) = (story.place(a), story.place(b));
        let negated = |polarity| polarity == Polarity::Negated;
        if negated(x.polarity) != negated(y.polarity) {
            let affirmed = if negated(x.polarity) { right } else { left };
            let not_only = is_not_only(story, left) || is_not_only(story, right);
            if same(story, a, b) >= LEAST_SAME && !is_negative(story, affirmed) && !not_only {
                found.push(difference(story, a, left, right));
            }
        }
    }
    found
}

/// The share of the terms of two clauses, by weight, that both have.
fn same(story: &Story, a: usize, b: usize) -> f64 {
    let (Some(a), Some(b)) = (story.clause(a), story.clause(b)) else { return 0.0 };
    let shared = overlap(&a.terms, &b.terms);
    shared.matched / (shared.matched + shared.less + shared.more).max(f64::MIN_POSITIVE)
}

fn difference(story: &Story, clause: usize, left: Place, right: Place) -> Difference {
    let later = later::follows(story, &[left], &[right]) || later::follows(story, &[right], &[left]);
    let (value, other) = (story.shown(left), story.shown(right));
    let (relation, rule, why) = if later {
        (
            DifferenceRelation::Update,
            "claim.since",
            "one says it is so and the other that it is not, at another time",
        )
    } else {
        (DifferenceRelation::Conflict, "claim.negated", "one says that it is so and the other that it is not")
    };
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: value.clone(),
        explanation: format!("“{value}” and “{other}”: {why}."),
        sides: vec![Side { value, evidence: vec![left] }, Side { value: other, evidence: vec![right] }],
        rule,
        claim: story.claim_of(clause),
    }
}

fn stems(story: &Story, place: Place) -> Vec<String> {
    let folded = fold(story.words(place));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect()
}

/// Whether a clause denies in other words than `not`.
fn is_negative(story: &Story, place: Place) -> bool {
    stems(story, place).iter().any(|word| NEGATIVES.contains(word))
}

/// `not just`, `not only`: a negation that affirms.
fn is_not_only(story: &Story, place: Place) -> bool {
    let folded = fold(story.words(place));
    ["not just ", "not only ", "not merely "].iter().any(|phrase| folded.contains(phrase))
}

static NEGATIVES: LazyLock<HashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../data/negatives.txt")).map(stem).collect());
