//! What one account says there was none of and another tells of: `no alarm was heard`, `the alarm sounded at six`.

use super::phrase::Phrases;
use super::polarity::is_same;
use super::{Difference, DifferenceKind, DifferenceRelation, Side, later};
use crate::Place;
use crate::align::{Term, TermClass};
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::{Polarity, Strength};
use corroborate_text::{TokenKind, fold, tokens};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lowest rarity, in general English, of the thing.
const LEAST_RARITY: f64 = 4.5;
/// Bytes behind `no` in which the thing begins.
const NEAR: usize = 24;
/// Most clauses of a story that speak of the thing: of what all of it is about, there is more than one.
const MOST_TOLD: usize = 8;

/// Finds things that one account says there were none of, beside those that tell of them.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for none in 0..story.units.clauses.len() {
        let told = told(story, none);
        if !told.is_empty() {
            found.entry(told).or_default().push(none);
        }
    }
    found.iter().map(|(told, none)| difference(story, none, told, &NONE)).collect()
}

/// The clauses of other accounts that tell of what a clause says there was none of.
fn told(story: &Story, none: usize) -> Vec<usize> {
    let plain = story.statement(none).is_some_and(|statement| {
        statement.strength >= Strength::Stated && !statement.unknown && statement.condition.is_none()
    });
    if !plain || !story.spaced(none).contains(" no ") || !occurs(story, none) {
        return Vec::new();
    }
    let account = story.units.account(none);
    let Some(thing) = lacked(story, none) else { return Vec::new() };
    let near = story.sharing(account, &[thing]);
    let speaks = |clause: &usize| thing.is_closely_among(story.terms(*clause));
    let all: Vec<usize> = near.into_iter().filter(speaks).collect();
    if all.len() > MOST_TOLD {
        return Vec::new();
    }
    let tells = |clause: &usize| {
        story.units.account(*clause) != account
            && occurs(story, *clause)
            && !is_same(story, none, *clause)
            && !story.spaced(*clause).contains(" no ")
            && story.statement(*clause).is_some_and(|statement| {
                let stated =
                    statement.strength >= Strength::Stated && statement.polarity == Polarity::Affirmed;
                stated && !statement.unknown && statement.condition.is_none()
            })
    };
    all.into_iter().filter(tells).collect()
}

/// The noun behind `no`, if it is one that little is called by.
fn lacked(story: &Story, clause: usize) -> Option<Term> {
    let place = story.place(clause);
    let words = story.words(place);
    let no = tokens(words)
        .into_iter()
        .find(|token| token.kind == TokenKind::Word && fold(token.span.of(words)) == "no")?;
    let end = place.span.start() + no.span.end();
    // `No deaths` is a number.
    let quantities = &story.accounts.get(place.account)?.annotations.quantities;
    if quantities.iter().any(|quantity| quantity.span.covers(no.span.shifted(place.span.start()))) {
        return None;
    }
    let behind = |term: &&Term| {
        term.class == TermClass::Word && term.span.start() >= end && term.span.start() - end <= NEAR
    };
    let rare = |term: &&Term| lexicon::rarity(&story.stem(place.account, term)) >= LEAST_RARITY;
    story.terms(clause).iter().filter(behind).find(rare).copied()
}

/// Whether a clause has a word for what is or is not there.
fn occurs(story: &Story, clause: usize) -> bool {
    let words = story.spaced(clause);
    words.contains(" there ") || OCCURRENCES.any(words)
}

/// What one account says there is none of, or nothing that points to it, beside what tells of it.
pub(super) fn difference(story: &Story, none: &[usize], told: &[usize], found: &Finding) -> Difference {
    let places =
        |clauses: &[usize]| -> Vec<Place> { clauses.iter().map(|&clause| story.place(clause)).collect() };
    let (left, right) = (places(none), places(told));
    let (relation, when) = if later::are_apart(story, &left, &right) {
        (DifferenceRelation::Update, ", at another time,")
    } else {
        (DifferenceRelation::Conflict, "")
    };
    let (value, other) = (story.first_shown(&left), story.first_shown(&right));
    let claim = none.iter().chain(told).find_map(|&clause| story.claim_of(clause));
    let [none, told] = found.why;
    Difference {
        kind: found.kind,
        relation,
        subject: story.subject(claim, &left),
        explanation: format!("“{value}” and “{other}”: one says that {none}, the other{when} {told}."),
        sides: vec![Side { value, evidence: left }, Side { value: other, evidence: right }],
        rule: found.rule,
        claim,
    }
}

/// How such a difference is told: what the one side says, and what the other.
pub(super) struct Finding {
    pub(super) kind: DifferenceKind,
    pub(super) rule: &'static str,
    pub(super) why: [&'static str; 2],
}

const NONE: Finding =
    Finding { kind: DifferenceKind::Claim, rule: "claim.none", why: ["there was none", "that there was"] };

static OCCURRENCES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/occurrences.txt")));
