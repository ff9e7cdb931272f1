//! Differences of sense: two clauses that say the same but for a word and its opposite.

use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use super::{denial, later};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::Polarity;
use corroborate_text::{Span, Table, fold, stem};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Lowest score of the link between the two clauses.
const LEAST_LINK: f64 = 0.7;
/// Lowest likeness of what they say besides.
const LEAST_RATIO: f64 = 0.45;

/// Finds linked clauses of which one has a word where the other has its opposite.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<(usize, String, String), [Vec<usize>; 2]> = BTreeMap::new();
    for (a, b, score) in story.links() {
        if score < LEAST_LINK {
            continue;
        }
        if overlap(story.terms(a), story.terms(b)).ratio() < LEAST_RATIO {
            continue;
        }
        let Some((x, y)) = opposed(story, a, b).filter(|(x, y)| affirms(story, a, x) == affirms(story, b, y))
        else {
            continue;
        };
        // One entry for a claim and a pair of words, whichever way round.
        let (first, second, left, right) = if x <= y { (x, y, a, b) } else { (y, x, b, a) };
        let claim = story.claim_of(a).unwrap_or(usize::MAX);
        let sides = found.entry((claim, first, second)).or_default();
        let [first, second] = sides;
        first.push(left);
        second.push(right);
    }
    for (x, y, left, right) in plain(story) {
        let claim = story.claim_of(left).unwrap_or(usize::MAX);
        let known = found.values().any(|[first, second]| {
            first.contains(&left) && second.contains(&right)
                || first.contains(&right) && second.contains(&left)
        });
        if !known {
            let [first, second] = found.entry((claim, x, y)).or_default();
            first.push(left);
            second.push(right);
        }
    }
    found.into_iter().map(|((_, x, y), [left, right])| difference(story, &x, &y, left, right)).collect()
}

/// Clauses of two accounts that say of one thing little more than a word and its opposite: `the pass is open`, `the
/// pass has been shut`. They need no link, for there is little in them to link.
fn plain(story: &Story) -> Vec<(String, String, usize, usize)> {
    let mut found = Vec::new();
    for a in 0..story.units.clauses.len() {
        let own = timeless(story, a);
        let holds = |term: &Term| opposites(&word(story, a, term)).next().is_some();
        if own.len() > MOST_PLAIN || !own.iter().any(holds) {
            continue;
        }
        for b in story.sharing(story.units.account(a), &own) {
            let other = story.units.account(a) != story.units.account(b);
            if other
                && story.link(a, b).is_none()
                && let Some((x, y)) = opposed(story, a, b)
                && affirms(story, a, &x) == affirms(story, b, &y)
                && covers(story, (a, &x), (b, &y))
            {
                let (x, y, left, right) = if x <= y { (x, y, a, b) } else { (y, x, b, a) };
                found.push((x, y, left, right));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the first clause ends with its word, apart from the time, and what it says before it stands before the
/// opposite in the second: all of it, but for whose or where the thing is, and one of it no common word.
fn covers(story: &Story, (a, x): (usize, &str), (b, y): (usize, &str)) -> bool {
    let before = |clause: usize, opposite: &str| -> Option<Vec<Term>> {
        let all = timeless(story, clause);
        let at = all.iter().position(|term| word(story, clause, term) == opposite)?;
        all.get(..at).map(<[Term]>::to_vec)
    };
    let (Some(own), Some(others)) = (before(a, x), before(b, y)) else { return false };
    let met = |term: &Term| term.is_closely_among(&others);
    let telling = |term: &Term| lexicon::rarity(&word(story, a, term)) >= LEAST_RARITY;
    let Some((thing, of)) = own.split_last() else { return false };
    let known = of.iter().all(met) || of.len() == 1 && telling(thing);
    own.len() + 1 == timeless(story, a).len() && met(thing) && known && own.iter().any(telling)
}

/// What a clause says, apart from when.
fn timeless(story: &Story, clause: usize) -> Vec<Term> {
    story.terms(clause).iter().filter(|term| term.class != TermClass::Date).copied().collect()
}

fn word<'a>(story: &Story<'a>, clause: usize, term: &Term) -> Cow<'a, str> {
    story.stem(story.units.account(clause), term)
}

/// Most terms of a clause that says little more than one word of one thing.
const MOST_PLAIN: usize = 3;
/// Lowest rarity, in general English, of a word that tells what is spoken of.
const LEAST_RARITY: f64 = 4.5;

/// Whether a clause affirms what a word of it tells; `rejected the plan` does, though it denies by that word.
fn affirms(story: &Story, clause: usize, told: &str) -> Option<bool> {
    let statement = story.statement(clause)?;
    let account = story.units.account(clause);
    let by_it = |span: &Span| stem(&fold(story.words(Place::new(account, *span)))) == told;
    Some(match statement.polarity {
        Polarity::Affirmed => true,
        Polarity::Denied => !denial::is_denial(told) && statement.evidence.iter().any(by_it),
        Polarity::Negated => false,
    })
}

/// A word of the first clause and its opposite in the second, where neither has both.
fn opposed(story: &Story, a: usize, b: usize) -> Option<(String, String)> {
    let (left, right) = (story.terms(a), story.terms(b));
    let holds = |terms: &[Term], word: &str| terms.iter().any(|term| story.units.stem(term) == Some(word));
    let own = left.iter().filter_map(|term| story.units.stem(term));
    let mut own: Vec<&str> =
        own.filter(|word| opposites(word).next().is_some() && !holds(right, word)).collect();
    own.sort_unstable();
    own.into_iter().find_map(|word| {
        let met = opposites(word).find(|other| holds(right, other) && !holds(left, other))?;
        Some((word.to_owned(), met.to_owned()))
    })
}

fn difference(story: &Story, x: &str, y: &str, mut left: Vec<usize>, mut right: Vec<usize>) -> Difference {
    let side = |clauses: &mut Vec<usize>| {
        clauses.sort_unstable();
        clauses.dedup();
        let evidence: Vec<Place> = clauses.iter().map(|&clause| story.place(clause)).collect();
        Side { value: story.first_shown(&evidence), evidence }
    };
    let (first, second) = (side(&mut left), side(&mut right));
    let later = later::are_apart(story, &first.evidence, &second.evidence);
    let revised = first.evidence.iter().chain(&second.evidence).any(|&place| later::revises(story, place));
    let (relation, rule) = if later && revised {
        (DifferenceRelation::Update, "claim.turned")
    } else {
        (DifferenceRelation::Conflict, "claim.opposite")
    };
    let claim = left.iter().chain(&right).find_map(|&clause| story.claim_of(clause));
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: story.subject(claim, &first.evidence),
        explanation: format!(
            "“{}” and “{}”: “{x}” in one is the opposite of “{y}” in the other.",
            first.value, second.value
        ),
        sides: vec![first, second],
        rule,
        claim,
    }
}

/// Whether one of two words is the opposite of the other.
pub(super) fn are_opposites(a: &str, b: &str) -> bool {
    let b = stem(b);
    opposites(&stem(a)).any(|opposite| opposite == b)
}

/// The stems of the opposites of a stem, in order.
fn opposites(stem: &str) -> impl Iterator<Item = &'static str> {
    let found = OPPOSITES.get(stem).and_then(|stems| std::str::from_utf8(stems).ok());
    found.into_iter().flat_map(|stems| stems.split('\t'))
}

// The build script lays it out.
static OPPOSITES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/opposites.table")));
