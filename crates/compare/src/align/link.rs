//! Links between sentences of different accounts, and between their clauses.

use super::features::{self, Pair, Shared, cross};
use super::model::{FIRST_LOOK, SECOND_LOOK};
use super::second::each_second;
use super::{Kinds, Term, Units};
use rustc_hash::FxHashMap;

/// Two sentences, or two clauses, of different accounts that state the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Link {
    /// The one that comes first in the story.
    pub(crate) a: usize,
    /// The other.
    pub(crate) b: usize,
    /// How sure: for sentences a likelihood in 0..=1, for clauses that of their sentences and their own ratio.
    pub(crate) score: f64,
}

/// Share of the threshold from which a pair counts towards joining a group.
const WEAK: f64 = 0.5;
/// A term in more sentences than this of a story brings no candidates.
const MOST_POSTINGS: usize = 400;
/// Lowest ratio of two clauses, beside the best pair of their sentences, for them to be linked as well.
const CLAUSE_RATIO: f64 = 0.36;

/// What is linked in a story.
#[derive(Clone, Debug, Default)]
pub(crate) struct Links {
    /// Linked sentences, as indices into the story's sentences.
    pub(crate) sentences: Vec<Link>,
    /// Pairs of sentences that fall short of a link, but might belong to a group that others make.
    pub(crate) weak: Vec<Link>,
    /// Linked clauses of linked sentences, as indices into the story's clauses.
    pub(crate) clauses: Vec<Link>,
}

/// Links sentences that say the same with a likelihood of at least `threshold`, and the clauses that agree within
/// them.
pub(crate) fn links(units: &Units, threshold: f64) -> Links {
    let pairs = candidates(units);
    let first = features::first(units, &pairs);
    let likely: Vec<f64> = first.iter().map(|numbers| FIRST_LOOK.likely(numbers)).collect();
    let mut found = Links::default();
    each_second(units, &pairs, &likely, &first, |pair, numbers| {
        let score = SECOND_LOOK.likely(numbers);
        if score >= threshold {
            found.sentences.push(Link { a: pair.a, b: pair.b, score });
            found.clauses.extend(between(units, pair, score));
        } else if score >= WEAK * threshold {
            found.weak.push(Link { a: pair.a, b: pair.b, score });
        }
    });
    found
}

/// Pairs of sentences of different accounts that share enough, through an inverted index of terms and groups.
pub(super) fn candidates(units: &Units) -> Vec<Pair> {
    if units.units.last().is_none_or(|last| last.account == 0) {
        return Vec::new();
    }
    let kinds = Kinds::new(units);
    let repeated = kinds.repeated();
    let mut known: FxHashMap<(usize, usize), Option<Shared>> = FxHashMap::default();
    let mut shared = |a: usize, b: usize| {
        let key = (kinds.units.get(a).copied()?, kinds.units.get(b).copied()?);
        let again = [key.0, key.1].into_iter().any(|kind| repeated.get(kind).is_some_and(|again| *again));
        if again {
            *known.entry(key).or_insert_with(|| Shared::of(units, a, b))
        } else {
            Shared::of(units, a, b)
        }
    };
    let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (index, unit) in units.units.iter().enumerate() {
        for key in unit.terms.iter().flat_map(Term::lookups) {
            let list = postings.entry(key).or_default();
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
    let mut near: Vec<(usize, usize)> = Vec::new();
    let mut seen: Vec<usize> = vec![usize::MAX; units.units.len()];
    let mut partners = Vec::new();
    for (index, unit) in units.units.iter().enumerate() {
        for key in unit.terms.iter().flat_map(Term::lookups) {
            let list = postings.get(&key).map_or(&[][..], Vec::as_slice);
            if list.len() > MOST_POSTINGS {
                continue;
            }
            let later = list.partition_point(|&other| other <= index);
            for &other in list.get(later..).unwrap_or_default() {
                let fresh = seen.get(other).is_some_and(|&by| by != index);
                let apart = units.units.get(other).is_some_and(|other| {
                    other.account != unit.account && units.one_event(other.account, unit.account)
                });
                if fresh && apart {
                    if let Some(by) = seen.get_mut(other) {
                        *by = index;
                    }
                    partners.push(other);
                }
            }
        }
        partners.sort_unstable();
        near.extend(partners.drain(..).map(|other| (index, other)));
    }
    // Pairs are large, and most that are near share enough: they get their room at once.
    let mut pairs = Vec::with_capacity(near.len());
    pairs.extend(near.into_iter().filter_map(|(a, b)| Some(Pair::new(a, b, shared(a, b)?))));
    pairs
}

/// The clauses of two linked sentences that state the same, one to one, the best first.
fn between(units: &Units, pair: &Pair, score: f64) -> Vec<Link> {
    let mut crossed: Vec<(usize, usize, f64)> =
        cross(units, pair.a, pair.b).map(|(x, y, shared)| (x, y, shared.ratio())).collect();
    crossed.sort_by(|p, q| q.2.total_cmp(&p.2).then((p.0, p.1).cmp(&(q.0, q.1))));
    let mut links: Vec<Link> = Vec::new();
    for (x, y, ratio) in crossed {
        let free = links.iter().all(|link| link.a != x && link.b != y);
        if free && (links.is_empty() || ratio >= CLAUSE_RATIO) {
            links.push(Link { a: x, b: y, score: score + ratio });
        }
    }
    links
}
