//! What one account says nothing points to, and another suspects or tells: `no sign of arson`, `police suspect arson`.

use super::existence::{Finding, difference};
use super::phrase::Phrases;
use super::{Difference, DifferenceKind};
use crate::align::{Term, TermClass};
use crate::best::Best;
use crate::claim::share;
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::{Polarity, Strength};
use corroborate_text::{rows, stem};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Share of what nothing points to that the other clause must speak of, and the same where the two are linked.
const LEAST_ABOUT: [f64; 2] = [0.75, 0.45];
/// Fewest terms of it that both have, apart from names.
const LEAST_MET: usize = 2;
/// Lowest rarity in general English of a word that tells what the thing is.
const LEAST_RARITY: f64 = 3.0;

/// Finds clauses that say that nothing points to a thing, beside those of other accounts that tell or suspect it.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for none in 0..story.units.clauses.len() {
        if NO_SIGNS.any(story.spaced(none)) {
            let told = told(story, none);
            if !told.is_empty() {
                found.entry(told).or_default().push(none);
            }
        }
    }
    found.iter().map(|(told, none)| difference(story, none, told, &NOTHING_POINTS)).collect()
}

/// The clauses of other accounts that suspect, or tell, what nothing points to: the likeliest of each.
fn told(story: &Story, none: usize) -> Vec<usize> {
    let account = story.units.account(none);
    let about = about(story, none);
    let mut best = Best::new();
    for other in story.sharing(account, &about) {
        let there = story.units.account(other);
        let Some(statement) = story.statement(other).filter(|_| there != account) else { continue };
        let says = statement.polarity == Polarity::Affirmed
            && !statement.unknown
            && statement.condition.is_none()
            && !matches!(statement.strength, Strength::Asked | Strength::Considered)
            && !NO_SIGNS.any(story.spaced(other));
        let share = share(&about, story.terms(other));
        let met = about.iter().filter(|term| term.class == TermClass::Word);
        let met = met.filter(|term| term.is_among(story.terms(other))).count();
        let least = LEAST_ABOUT[usize::from(story.near(none, other))];
        if says && share >= least && met >= LEAST_MET.min(about.len()) {
            best.offer(there, share, other);
        }
    }
    best.into_values().collect()
}

/// What nothing points to: the terms behind the phrase, in its clause and in the next of its sentence.
fn about(story: &Story, clause: usize) -> Vec<Term> {
    let own = story.clause(clause);
    let next = story.clause(clause + 1).filter(|next| own.is_some_and(|own| own.unit == next.unit));
    let account = story.units.account(clause);
    let telling = |term: &&Term| {
        let stem = story.stem(account, term);
        lexicon::rarity(&stem) >= LEAST_RARITY && !SIGNS.contains(&*stem)
    };
    let terms = story.terms(clause).iter().chain(next.map_or(&[][..], |next| next.terms.as_slice()));
    terms.filter(telling).copied().collect()
}

const NOTHING_POINTS: Finding = Finding {
    kind: DifferenceKind::Strength,
    rule: "strength.none",
    why: ["nothing points to it", "suspects or tells it"],
};

static NO_SIGNS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/no-signs.txt")));

/// The stems of their words, which say nothing of the thing.
static SIGNS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/no-signs.txt")).flat_map(|row| row.split(' ').map(stem)).collect()
});
