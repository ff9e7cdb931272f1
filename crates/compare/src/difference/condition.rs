//! Differences of condition: the same said to hold under another condition.

use super::phrase::spaced;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::cues;
use crate::story::Story;
use corroborate_extract::Strength;

/// Finds claims whose accounts name different conditions for them.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let aligned = story.alignments();
    let mut found: Vec<Difference> =
        aligned.iter().filter_map(|(claim, clauses)| of_group(story, *claim, clauses)).collect();
    found.extend(aligned.iter().filter_map(|(claim, clauses)| {
        [DROPPED, ABSENT].iter().find_map(|missing| without(story, *claim, clauses, missing))
    }));
    found
}

/// How a condition that one account gives and another does not is told.
struct Missing {
    rule: &'static str,
    relation: DifferenceRelation,
    /// Words that open the condition. `After the vote` and `until the vote` may tell of a time; these of nothing else.
    opened_by: &'static [&'static str],
    /// How firmly the other account says it.
    firm: fn(Strength) -> bool,
}

impl Missing {
    /// Whether words that open such a condition stand in the sentence of a clause.
    fn opens(&self, story: &Story, clause: usize) -> bool {
        let opens = |other: usize| cues::says(story.spaced(other), self.opened_by);
        story.unit(clause).is_some_and(|unit| unit.clauses.clone().any(opens))
    }
}

/// What is only *if* in one account will be in the other.
const DROPPED: Missing = Missing {
    rule: "condition.dropped",
    relation: DifferenceRelation::Conflict,
    opened_by: cues::SUPPOSITIONS,
    firm: |strength| matches!(strength, Strength::Promised),
};

/// A thing offered, asked for or agreed under a condition is told without it.
const ABSENT: Missing = Missing {
    rule: "condition.absent",
    relation: DifferenceRelation::Wording,
    opened_by: cues::PROVISOS,
    firm: |strength| !matches!(strength, Strength::Considered | Strength::Possible),
};

/// Lowest score of the link between two clauses of which one has a condition, and lowest likeness of what they say
/// besides.
const LEAST_LINK: f64 = 0.8;
const LEAST_RATIO: f64 = 0.4;

/// What one account says under a condition and another without.
fn without(story: &Story, claim: Option<usize>, clauses: &[usize], missing: &Missing) -> Option<Difference> {
    let statement = |clause: &usize| story.statement(*clause).filter(|statement| !statement.unknown);
    let under = |clause: &usize| {
        let condition = statement(clause).and_then(|statement| statement.condition);
        let words = condition.map(|at| spaced(story.words(Place::new(story.units.account(*clause), at))));
        let opens = |words: &str, opener| words.starts_with(&format!(" {opener} "));
        words.is_some_and(|words| missing.opened_by.iter().any(|opener| opens(&words, opener)))
    };
    let firm = |clause: &usize| {
        statement(clause).is_some_and(|s| s.condition.is_none() && (missing.firm)(s.strength))
            && !missing.opens(story, *clause)
    };
    let alike = |a: usize, b: usize| {
        let polarity = |clause: usize| statement(&clause).map(|statement| statement.polarity);
        story.units.account(a) != story.units.account(b)
            && polarity(a) == polarity(b)
            && story.link(a, b).is_some_and(|score| score >= LEAST_LINK)
            && overlap(&besides(story, a), &besides(story, b)).ratio() >= LEAST_RATIO
    };
    let conditional: Vec<usize> = clauses.iter().copied().filter(under).collect();
    // Few claims have one, and only of those the other clauses are looked through.
    if conditional.is_empty() {
        return None;
    }
    let plain: Vec<usize> = clauses.iter().copied().filter(firm).collect();
    let left: Vec<usize> = conditional.into_iter().filter(|&a| plain.iter().any(|&b| alike(a, b))).collect();
    let right: Vec<usize> = plain.into_iter().filter(|&b| left.iter().any(|&a| alike(a, b))).collect();
    let first = *left.first()?;
    let evidence = |clauses: &[usize]| clauses.iter().map(|&clause| story.place(clause)).collect::<Vec<_>>();
    let condition = story.statement(first)?.condition?;
    let value = story.shown(Place::new(story.units.account(first), condition));
    let sides = [
        Side { value: value.clone(), evidence: evidence(&left) },
        Side { value: "without condition".to_owned(), evidence: evidence(&right) },
    ];
    Some(Difference {
        kind: DifferenceKind::Condition,
        relation: missing.relation,
        subject: story.subject(claim, &sides[0].evidence),
        explanation: format!("One account says it only “{value}”, another says it without a condition."),
        sides: sides.to_vec(),
        rule: missing.rule,
        claim,
    })
}

/// The terms of a clause but for those of its condition.
fn besides(story: &Story, clause: usize) -> Vec<Term> {
    let condition = story.statement(clause).and_then(|statement| statement.condition);
    let terms = story.terms(clause);
    terms.iter().filter(|term| !condition.is_some_and(|under| under.covers(term.span))).copied().collect()
}

fn of_group(story: &Story, claim: Option<usize>, clauses: &[usize]) -> Option<Difference> {
    let mut sides: Vec<(Vec<u32>, Side)> = Vec::new();
    for &clause in clauses {
        let Some(condition) = story.statement(clause).and_then(|statement| statement.condition) else {
            continue;
        };
        let place = Place::new(story.units.account(clause), condition);
        let unit = story.unit(clause)?;
        let inside = |term: &&Term| condition.covers(term.span) && term.class == TermClass::Word;
        let mut keys: Vec<u32> = unit.terms.iter().filter(inside).map(|term| term.key).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            continue;
        }
        let value = story.shown(place);
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
