//! What one account calls possible or suspected and another tells as a fact: `a suspected gas leak`, `a gas leak`.

use super::phrase::{Phrases, spaced};
use super::{Difference, DifferenceKind, DifferenceRelation};
use super::{is_said, later, prospect, strength};
use crate::best::Best;
use crate::story::Story;
use corroborate_extract::{Polarity, Strength};
use corroborate_text::{Span, Token, tokens};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that a hedge before a noun can be of, and fewest of them that the other account must say too: of one alone,
/// two accounts may mean two things.
const OF: usize = 3;
const LEAST_SHARED: usize = 2;

/// Finds things that one account leaves open and another tells.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for open in 0..story.units.clauses.len() {
        for told in told(story, open) {
            found.entry(told).or_default().push(open);
        }
    }
    // Accounts that tell the same thing of the same hedges are one side.
    let mut sides: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (told, open) in found {
        sides.entry(open).or_default().push(told);
    }
    sides.iter().map(|(open, told)| difference(story, open, told)).collect()
}

/// The clauses of other accounts, the likeliest of each, that tell as a fact what a clause calls possible.
fn told(story: &Story, open: usize) -> Vec<usize> {
    let hedged = prospect::governed(story, open, &hedges(story, open), OF);
    if hedged.len() < LEAST_SHARED {
        return Vec::new();
    }
    let account = story.units.account(open);
    let mut best = Best::new();
    for clause in story.sharing(account, &hedged) {
        let there = story.units.account(clause);
        let shared = story.terms(clause).iter().filter(|term| term.is_among(&hedged)).count();
        let plain = story.statement(clause).is_some_and(|statement| {
            let stated = statement.strength == Strength::Stated && statement.polarity == Polarity::Affirmed;
            stated && !statement.unknown && statement.condition.is_none() && hedges(story, clause).is_empty()
        });
        if there != account && shared >= LEAST_SHARED && plain && !is_said(story, story.place(clause)) {
            best.offer(there, shared, clause);
        }
    }
    best.into_values().collect()
}

/// The words by which a clause leaves open whether there is a thing: those of its statement that are no verbs, and
/// those before nouns, of which the statement itself may be firm: `a suspected leak closed the road`.
fn hedges(story: &Story, clause: usize) -> Vec<Span> {
    let Some(statement) = story.statement(clause) else { return Vec::new() };
    if statement.unknown || statement.polarity != Polarity::Affirmed {
        return Vec::new();
    }
    let mut found = Vec::new();
    let verbal = prospect::is_verbal(story, clause, statement) || strength::is_able(story, clause);
    if statement.strength == Strength::Possible && !verbal {
        found.extend(statement.evidence.iter().copied());
    }
    // Of `alleged that` another rule tells.
    if statement.strength != Strength::Alleged && HEDGES.any(story.spaced(clause)) {
        let place = story.place(clause);
        let words = story.words(place);
        let hedge = |token: &Token| {
            let word = token.span.of(words);
            HEDGES.may_begin_with(word) && HEDGES.any(&spaced(word))
        };
        found.extend(
            tokens(words)
                .iter()
                .filter(|token| hedge(token))
                .map(|token| token.span.shifted(place.span.start())),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

static HEDGES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/hedges.txt")));

fn difference(story: &Story, open: &[usize], told: &[usize]) -> Difference {
    let sides = [(Strength::Possible, open), (Strength::Stated, told)];
    let sides = sides.map(|(strength, clauses)| strength::side(story, strength, clauses));
    let [left, right] = [&sides[0].evidence, &sides[1].evidence];
    let (relation, why) = if later::follows(story, left, right) {
        (DifferenceRelation::Update, "the later account tells as a fact what was possible before")
    } else {
        (DifferenceRelation::Conflict, "one account tells as a fact what another calls possible")
    };
    let claim = open.iter().chain(told).find_map(|&clause| story.claim_of(clause));
    Difference {
        kind: DifferenceKind::Strength,
        relation,
        subject: story.subject(claim, left),
        explanation: format!("“{}” and “{}”: {why}.", story.first_shown(left), story.first_shown(right)),
        sides: sides.to_vec(),
        rule: "strength.hedged",
        claim,
    }
}
