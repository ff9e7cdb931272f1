//! A clause that gives the old time of a thing and the new one: `planned for 9 May, will not open before 3 June`.

use super::agree::agree;
use super::quoted;
use super::when::{When, shown};
use crate::Place;
use crate::difference::phrase::{Phrases, spaced};
use crate::difference::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::story::Story;
use corroborate_temporal::Precision;
use std::sync::LazyLock;

/// Bytes before a time in which the words stand that make it the old one.
const BEFORE: usize = 32;

/// Finds clauses that say that a thing was put at another time, beside those of other accounts that give the old one.
pub(super) fn find(story: &Story, given: &[Vec<When>], times: &[Option<When>]) -> Vec<Difference> {
    let mut found = Vec::new();
    for (clause, given) in given.iter().enumerate() {
        let Some((old, new)) = moved(story, given) else { continue };
        let gives = |when: &&When| {
            let (a, b) = (when.place.account, old.place.account);
            a != b && !when.said && story.near(when.clause, clause) && agree(story, when, &old)
        };
        let told: Vec<When> = times.iter().flatten().filter(gives).copied().collect();
        if !told.is_empty() {
            found.push(difference(story, &told, &new));
        }
    }
    found
}

/// The old time and the new one among those of a clause, where it gives two days.
fn moved<'a>(story: &Story, given: &[When<'a>]) -> Option<(When<'a>, When<'a>)> {
    let mut days = given.iter().filter(|when| !when.said && when.expression.precision >= Precision::Day);
    let (first, second) = (*days.next()?, *days.next()?);
    if days.next().is_some() || agree(story, &first, &second) {
        return None;
    }
    let old = |when: &When| {
        let text = story.text(when.place.account);
        let from = story.place(when.clause).span.start().max(when.place.span.start().saturating_sub(BEFORE));
        let before = text.get(text.floor_char_boundary(from)..when.place.span.start());
        OLD_TIMES.any(&spaced(before.unwrap_or_default()))
    };
    match (old(&first), old(&second)) {
        (true, false) => Some((first, second)),
        (false, true) => Some((second, first)),
        _ => None,
    }
}

fn difference(story: &Story, told: &[When], new: &When) -> Difference {
    let evidence: Vec<Place> = told.iter().map(|when| story.place(when.clause)).collect();
    let value = told.first().map_or("", |when| shown(story, when)).to_owned();
    let side = Side { value: shown(story, new).to_owned(), evidence: vec![story.place(new.clause)] };
    let claim = told.iter().chain([new]).find_map(|when| story.claim_of(when.clause));
    Difference {
        kind: DifferenceKind::Date,
        relation: DifferenceRelation::Update,
        subject: story.subject(claim, &evidence),
        explanation: format!(
            "{}: one account says that what the other gives for the first has been put at the second.",
            quoted(&[value.clone(), side.value.clone()])
        ),
        sides: vec![Side { value, evidence }, side],
        rule: "date.moved",
        claim,
    }
}

static OLD_TIMES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/old-times.txt")));
