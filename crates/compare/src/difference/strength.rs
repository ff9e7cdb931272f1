//! Differences of strength and polarity: the same claimed more firmly, or denied.

use super::later::{self, rows};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::story::Story;
use corroborate_extract::{Polarity, Strength};
use corroborate_text::{fold, stem};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Lowest score of the link between two clauses for a difference of strength to mean something.
const LEAST_LINK: f64 = 0.8;
/// The same where one of them denies.
const LEAST_LINK_DENIED: f64 = 0.7;

/// Finds claims that accounts state with different firmness, or that one denies.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let aligned = story.alignments();
    aligned.iter().flat_map(|(claim, clauses)| of_group(story, *claim, clauses)).collect()
}

/// Where a strength lies on the way from asking to having done: what is alleged is stated by somebody.
const fn step(strength: Strength) -> u8 {
    match strength {
        Strength::Asked => 0,
        Strength::Considered => 1,
        Strength::Possible => 2,
        Strength::Planned => 3,
        Strength::Promised => 4,
        Strength::Alleged | Strength::Stated => 5,
        Strength::Confirmed => 6,
    }
}

const fn words(strength: Strength) -> &'static str {
    match strength {
        Strength::Asked => "asked",
        Strength::Considered => "considered",
        Strength::Possible => "possible",
        Strength::Planned => "planned",
        Strength::Promised => "promised",
        Strength::Alleged => "alleged",
        Strength::Stated => "stated",
        Strength::Confirmed => "confirmed",
    }
}

fn of_group(story: &Story, claim: Option<usize>, clauses: &[usize]) -> Vec<Difference> {
    let mut sides: Vec<(u8, bool, Side)> = Vec::new();
    for &clause in clauses {
        let Some(statement) = story.statement(clause).filter(|statement| !statement.unknown) else {
            continue;
        };
        let denied = is_denial(story, clause);
        // To be against a thing is neither to state nor to deny it.
        if statement.polarity == Polarity::Denied && !denied {
            continue;
        }
        let denied = statement.polarity == Polarity::Denied;
        let level = step(statement.strength);
        let place = story.place(clause);
        let same = sides
            .iter_mut()
            .find(|(other, other_denied, _)| *other_denied == denied && (denied || *other == level));
        match same {
            Some((_, _, side)) => side.evidence.push(place),
            None => {
                let value = if denied { "denied" } else { words(statement.strength) }.to_owned();
                sides.push((level, denied, Side { value, evidence: vec![place] }));
            }
        }
    }
    let mut found = Vec::new();
    for (index, first) in sides.iter().enumerate() {
        for second in sides.iter().skip(index + 1) {
            let apart = if first.1 == second.1 {
                is_step(first.0, second.0) && linked(story, clauses, &first.2, &second.2, LEAST_LINK)
            } else {
                linked(story, clauses, &first.2, &second.2, LEAST_LINK_DENIED)
            };
            if apart {
                found.push(difference(story, claim, first, second));
            }
        }
    }
    found
}

/// Whether a clause denies that a thing is so, rather than being against it.
fn is_denial(story: &Story, clause: usize) -> bool {
    let words = fold(story.words(story.place(clause)));
    words.split(|c: char| !c.is_alphanumeric()).any(|word| DENIALS.contains(stem(word).as_str()))
}

static DENIALS: LazyLock<HashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../data/denials.txt")).map(stem).collect());

/// Whether two steps are so far apart that a reader would mind: a plan beside a fact is the ordinary way of news,
/// as is a promise beside a plan.
const fn is_step(a: u8, b: u8) -> bool {
    let (weak, firm) = if a < b { (a, b) } else { (b, a) };
    match weak {
        0 | 1 => firm - weak >= 2,
        2 => firm >= 4,
        _ => false,
    }
}

/// Whether a clause of one side and a clause of the other are linked at least so surely.
fn linked(story: &Story, clauses: &[usize], first: &Side, second: &Side, least: f64) -> bool {
    let of = |side: &Side| -> Vec<usize> {
        clauses.iter().copied().filter(|&clause| side.evidence.contains(&story.place(clause))).collect()
    };
    let (left, right) = (of(first), of(second));
    left.iter().any(|&a| right.iter().any(|&b| story.link(a, b).is_some_and(|score| score >= least)))
}

fn difference(
    story: &Story,
    claim: Option<usize>,
    first: &(u8, bool, Side),
    second: &(u8, bool, Side),
) -> Difference {
    let (left, right) = (&first.2.evidence, &second.2.evidence);
    let later = later::follows(story, left, right) || later::follows(story, right, left);
    let denied = first.1 != second.1;
    let firm = |side: &(u8, bool, Side)| side.0 >= step(Strength::Promised);
    let weak = |side: &(u8, bool, Side)| side.0 <= step(Strength::Considered);
    let opposed = denied || firm(first) && weak(second) || firm(second) && weak(first);
    let (relation, rule, why) = if later && !denied {
        (DifferenceRelation::Update, "strength.update", "the later account goes further")
    } else if opposed {
        (DifferenceRelation::Conflict, "strength.opposed", "one account is firm where another is not")
    } else {
        (DifferenceRelation::Wording, "strength.steps", "the accounts differ in how firmly they put it")
    };
    let subject = story.subject(claim, left);
    let shown = |side: &Side| {
        let words = side.evidence.first().map_or("", |&place: &Place| story.words(place));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    Difference {
        kind: if denied { DifferenceKind::Claim } else { DifferenceKind::Strength },
        relation,
        subject,
        explanation: format!(
            "{} (“{}”) against {} (“{}”): {why}.",
            first.2.value,
            shown(&first.2),
            second.2.value,
            shown(&second.2)
        ),
        sides: vec![first.2.clone(), second.2.clone()],
        rule,
        claim,
    }
}
