//! Links between sentences of different accounts, and between their clauses.

use super::{Overlap, Units, overlap};
use std::collections::{BTreeMap, HashMap};

/// Two sentences, or two clauses, of different accounts that state the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Link {
    /// The one that comes first in the story.
    pub(crate) a: usize,
    /// The other.
    pub(crate) b: usize,
    /// How sure; above the threshold of the options.
    pub(crate) score: f64,
}

/// Share of the threshold from which a pair counts towards joining a group.
const WEAK: f64 = 0.5;
/// Fewest matched weight for two sentences to be looked at closely: a rare word or two common ones.
const LEAST_MATCH: f64 = 2.0;
/// A term in more sentences than this of a story brings no candidates.
const MOST_POSTINGS: usize = 400;
/// Lowest ratio of two clauses, beside the best pair of their sentences, for them to be linked as well.
const CLAUSE_RATIO: f64 = 0.36;

/// Two sentences and what speaks for their saying the same.
#[derive(Clone, Copy, Debug)]
struct Pair {
    a: usize,
    b: usize,
    ratio: f64,
    clause: f64,
    figures: f64,
}

impl Pair {
    fn base(&self) -> f64 {
        f64::midpoint(self.ratio, self.clause)
    }
}

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

/// Links sentences whose score reaches `threshold`, and the clauses that agree within them.
pub(crate) fn links(units: &Units, threshold: f64) -> Links {
    let pairs = candidates(units);
    let best = runners_up(units, &pairs);
    let bases: HashMap<(usize, usize), f64> =
        pairs.iter().map(|pair| ((pair.a, pair.b), pair.base())).collect();
    let mut found = Links::default();
    for pair in &pairs {
        let score = score(units, pair, &best, &bases);
        if score >= threshold {
            found.sentences.push(Link { a: pair.a, b: pair.b, score });
            found.clauses.extend(between(units, pair, score));
        } else if score >= WEAK * threshold {
            found.weak.push(Link { a: pair.a, b: pair.b, score });
        }
    }
    found
}

/// `0.5V + C + 1.5 margin + 0.4 neighbour − 0.25 place + 0.05 figures`, scaled to fall mostly in 0..=1.
fn score(
    units: &Units,
    pair: &Pair,
    best: &HashMap<(usize, usize), [f64; 2]>,
    bases: &HashMap<(usize, usize), f64>,
) -> f64 {
    let (Some(a), Some(b)) = (units.units.get(pair.a), units.units.get(pair.b)) else { return 0.0 };
    let over = |from: usize, account: usize| {
        let [first, second] = best.get(&(from, account)).copied().unwrap_or_default();
        let rival = if pair.base() >= first { second } else { first };
        pair.base() - rival
    };
    let margin = f64::midpoint(over(pair.a, b.account), over(pair.b, a.account));
    let neighbour = [(-1_isize, -1_isize), (1, 1), (0, 1), (1, 0), (0, -1), (-1, 0)]
        .into_iter()
        .filter_map(|(da, db)| {
            let near = (pair.a.checked_add_signed(da)?, pair.b.checked_add_signed(db)?);
            bases.get(&near).copied()
        })
        .fold(0.0, f64::max);
    let place = (a.place - b.place).abs();
    let raw =
        0.5 * pair.ratio + pair.clause + 1.5 * margin + 0.4 * neighbour - 0.25 * place + 0.05 * pair.figures;
    raw / 2.0
}

/// Pairs of sentences of different accounts that share enough, through an inverted index of terms and groups.
fn candidates(units: &Units) -> Vec<Pair> {
    if units.units.last().is_none_or(|last| last.account == 0) {
        return Vec::new();
    }
    let mut postings: BTreeMap<(bool, u64), Vec<usize>> = BTreeMap::new();
    for (index, unit) in units.units.iter().enumerate() {
        for term in &unit.terms {
            let groups = term.groups.iter().map(|group| (true, group.number()));
            for key in groups.chain([(false, u64::from(term.key))]) {
                let list = postings.entry(key).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    let mut seen: Vec<usize> = vec![usize::MAX; units.units.len()];
    for (index, unit) in units.units.iter().enumerate() {
        let mut partners = Vec::new();
        for term in &unit.terms {
            let groups = term.groups.iter().map(|group| (true, group.number()));
            for key in groups.chain([(false, u64::from(term.key))]) {
                let list = postings.get(&key).map_or(&[][..], Vec::as_slice);
                if list.len() > MOST_POSTINGS {
                    continue;
                }
                let later = list.partition_point(|&other| other <= index);
                for &other in list.get(later..).unwrap_or_default() {
                    let fresh = seen.get(other).is_some_and(|&by| by != index);
                    let apart = units.units.get(other).is_some_and(|other| other.account != unit.account);
                    if fresh && apart {
                        if let Some(by) = seen.get_mut(other) {
                            *by = index;
                        }
                        partners.push(other);
                    }
                }
            }
        }
        partners.sort_unstable();
        pairs.extend(partners.into_iter().filter_map(|other| pair(units, index, other)));
    }
    pairs
}

fn pair(units: &Units, a: usize, b: usize) -> Option<Pair> {
    let (first, second) = (units.units.get(a)?, units.units.get(b)?);
    let whole = overlap(&first.terms, &second.terms);
    if whole.matched < LEAST_MATCH || whole.content <= 0.0 {
        return None;
    }
    let clause = cross(units, a, b).map(|(_, _, shared)| shared.ratio()).fold(0.0, f64::max);
    let figure = |key: u32| second.terms.iter().any(|term| term.key == key);
    let figures =
        first.terms.iter().filter(|term| term.class == super::TermClass::Figure && figure(term.key)).count();
    Some(Pair { a, b, ratio: whole.ratio(), clause, figures: figures.min(2) as f64 })
}

/// Every clause of one sentence against every clause of another.
fn cross(units: &Units, a: usize, b: usize) -> impl Iterator<Item = (usize, usize, Overlap)> + '_ {
    let range = |unit: usize| units.units.get(unit).map_or(0..0, |unit| unit.clauses.clone());
    range(a).flat_map(move |x| {
        range(b).filter_map(move |y| {
            let (first, second) = (units.clauses.get(x)?, units.clauses.get(y)?);
            Some((x, y, overlap(&first.terms, &second.terms)))
        })
    })
}

/// For each sentence and each other account, the best base score and the second best.
fn runners_up(units: &Units, pairs: &[Pair]) -> HashMap<(usize, usize), [f64; 2]> {
    let mut best: HashMap<(usize, usize), [f64; 2]> = HashMap::new();
    let account = |unit: usize| units.units.get(unit).map_or(0, |unit| unit.account);
    for pair in pairs {
        for key in [(pair.a, account(pair.b)), (pair.b, account(pair.a))] {
            let [first, second] = best.entry(key).or_default();
            if pair.base() > *first {
                (*first, *second) = (pair.base(), *first);
            } else if pair.base() > *second {
                *second = pair.base();
            }
        }
    }
    best
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
