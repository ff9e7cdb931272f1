//! What speaks for two sentences saying the same, in numbers.

use super::{Overlap, TermClass, Unit, Units, overlap};
use std::collections::HashMap;

/// Two sentences of different accounts and what they share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    whole: Overlap,
    clause: Overlap,
}

/// Numbers of the first look at a pair: what the two share, and how the pair stands among others.
pub(super) const FIRST: usize = 27;
/// Numbers of the second look: what the first look said of this pair and of those around it, and the first numbers.
pub(super) const SECOND: usize = FIRST + 8;

/// Names of the numbers, in the order of the rows of `data/alignment.tsv`: those of the second look first.
pub(super) const NAMES: [&str; SECOND] = [
    "likely",
    "over-rival-a",
    "over-rival-b",
    "rival",
    "third",
    "other-third",
    "parallel-likely",
    "beside-likely",
    "ratio",
    "clause",
    "margins",
    "lesser-margin",
    "greater-margin",
    "lesser-leads",
    "greater-leads",
    "parallel",
    "beside",
    "place",
    "matched",
    "content",
    "clause-matched",
    "less",
    "more",
    "names",
    "figures",
    "dates",
    "words",
    "synonyms",
    "rarest",
    "share-of-less",
    "share-of-more",
    "share-of-clause",
    "content-share",
    "voice",
    "leads",
];

/// Fewest matched weight for two sentences to be looked at closely: a rare word or two common ones.
const LEAST_MATCH: f64 = 2.0;
/// Pairs less likely than this after the first look do not count as neighbours in the second.
const LEAST_LIKELY: f64 = 0.05;
/// Most neighbours of a sentence looked at in the second look, the likeliest first.
const MOST_NEAR: usize = 24;

impl Pair {
    /// Two sentences, where they share enough to be looked at.
    pub(super) fn of(units: &Units, a: usize, b: usize) -> Option<Self> {
        let (first, second) = (units.units.get(a)?, units.units.get(b)?);
        let whole = overlap(&first.terms, &second.terms);
        if whole.matched < LEAST_MATCH || whole.content <= 0.0 {
            return None;
        }
        let better = |x: Overlap, y: Overlap| if y.ratio() > x.ratio() { y } else { x };
        let clause = cross(units, a, b).map(|(_, _, shared)| shared).fold(Overlap::default(), better);
        Some(Self { a, b, whole, clause })
    }

    fn base(&self) -> f64 {
        f64::midpoint(self.whole.ratio(), self.clause.ratio())
    }
}

/// Every clause of one sentence against every clause of another.
pub(super) fn cross(units: &Units, a: usize, b: usize) -> impl Iterator<Item = (usize, usize, Overlap)> + '_ {
    let range = |unit: usize| units.units.get(unit).map_or(0..0, |unit| unit.clauses.clone());
    range(a).flat_map(move |x| {
        range(b).filter_map(move |y| {
            let (first, second) = (units.clauses.get(x)?, units.clauses.get(y)?);
            Some((x, y, overlap(&first.terms, &second.terms)))
        })
    })
}

/// The numbers of the first look for each pair.
pub(super) fn first(units: &Units, pairs: &[Pair]) -> Vec<[f64; FIRST]> {
    let best = runners_up(units, pairs);
    let bases: HashMap<(usize, usize), f64> =
        pairs.iter().map(|pair| ((pair.a, pair.b), pair.base())).collect();
    pairs.iter().map(|pair| first_of(units, pair, &best, &bases).unwrap_or([0.0; FIRST])).collect()
}

fn first_of(
    units: &Units,
    pair: &Pair,
    best: &HashMap<(usize, usize), [f64; 2]>,
    bases: &HashMap<(usize, usize), f64>,
) -> Option<[f64; FIRST]> {
    let (a, b) = (units.units.get(pair.a)?, units.units.get(pair.b)?);
    let over = |from: usize, account: usize| {
        let [first, second] = best.get(&(from, account)).copied().unwrap_or_default();
        let rival = if pair.base() >= first { second } else { first };
        pair.base() - rival
    };
    let (x, y) = (over(pair.a, b.account), over(pair.b, a.account));
    let (lesser, greater) = (x.min(y), x.max(y));
    let (parallel, beside) = around(pair, |near| bases.get(&near).copied());
    let (whole, clause) = (pair.whole, pair.clause);
    let leads = |margin: f64| if margin > 0.0 { 1.0 } else { 0.0 };
    let same = Same::of(a, b);
    Some([
        whole.ratio(),
        clause.ratio(),
        x + y,
        lesser,
        greater,
        leads(lesser),
        leads(greater),
        parallel,
        beside,
        (a.place - b.place).abs(),
        whole.matched.ln_1p(),
        whole.content.ln_1p(),
        clause.matched.ln_1p(),
        whole.less.ln_1p(),
        whole.more.ln_1p(),
        same.names.min(3.0),
        same.figures.min(2.0),
        same.dates.min(2.0),
        same.words.min(6.0),
        same.synonyms.min(4.0),
        same.rarest,
        whole.matched / (whole.matched + whole.less + 1.0),
        whole.matched / (whole.matched + whole.more + 1.0),
        clause.matched / (clause.matched + clause.less + 1.0),
        whole.content / (whole.matched + 0.1),
        match (a.voice, b.voice) {
            (Some(x), Some(y)) if x == y => 1.0,
            (Some(_), Some(_)) => -1.0,
            _ => 0.0,
        },
        if a.place == 0.0 && b.place == 0.0 { 1.0 } else { 0.0 },
    ])
}

/// Terms that two sentences share, by class.
#[derive(Clone, Copy, Debug, Default)]
struct Same {
    names: f64,
    figures: f64,
    dates: f64,
    words: f64,
    synonyms: f64,
    /// Weight of the rarest shared word.
    rarest: f64,
}

impl Same {
    fn of(a: &Unit, b: &Unit) -> Self {
        let mut found = Self::default();
        for term in &a.terms {
            let same = b.terms.iter().any(|other| other.key == term.key);
            match term.class {
                TermClass::Entity if same => found.names += 1.0,
                TermClass::Figure if same => found.figures += 1.0,
                TermClass::Date if same => found.dates += 1.0,
                TermClass::Word if same => {
                    found.words += 1.0;
                    found.rarest = found.rarest.max(term.weight);
                }
                TermClass::Word if b.terms.iter().any(|other| term.quality(other) > 0.0) => {
                    found.synonyms += 1.0;
                }
                _ => {}
            }
        }
        found
    }
}

/// The best of the pairs one sentence on, or back, in both accounts; and in one of them.
fn around(pair: &Pair, of: impl Fn((usize, usize)) -> Option<f64>) -> (f64, f64) {
    let best = |steps: &[(isize, isize)]| {
        let near = steps
            .iter()
            .filter_map(|&(a, b)| of((pair.a.checked_add_signed(a)?, pair.b.checked_add_signed(b)?)));
        near.fold(0.0, f64::max)
    };
    (best(&[(-1, -1), (1, 1)]), best(&[(0, 1), (1, 0), (0, -1), (-1, 0)]))
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

/// The numbers of the second look, from how likely the first look made each pair.
pub(super) fn second(
    units: &Units,
    pairs: &[Pair],
    likely: &[f64],
    first: &[[f64; FIRST]],
) -> Vec<[f64; SECOND]> {
    let by_pair: HashMap<(usize, usize), f64> =
        pairs.iter().zip(likely).map(|(pair, &likely)| ((pair.a, pair.b), likely)).collect();
    let mut near: HashMap<usize, Vec<(usize, f64)>> = HashMap::new();
    for (pair, &likely) in pairs.iter().zip(likely).filter(|(_, likely)| **likely >= LEAST_LIKELY) {
        near.entry(pair.a).or_default().push((pair.b, likely));
        near.entry(pair.b).or_default().push((pair.a, likely));
    }
    for list in near.values_mut() {
        list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        list.truncate(MOST_NEAR);
    }
    let of = |a: usize, b: usize| by_pair.get(&(a.min(b), a.max(b))).copied();
    let account = |unit: usize| units.units.get(unit).map(|unit| unit.account);
    let near = |unit: usize| near.get(&unit).map_or(&[][..], Vec::as_slice);
    let rival = |from: usize, to: usize| {
        let rivals = near(from).iter().filter(|(other, _)| *other != to && account(*other) == account(to));
        rivals.map(|(_, likely)| *likely).fold(0.0, f64::max)
    };
    pairs
        .iter()
        .zip(likely)
        .zip(first)
        .map(|((pair, &likely), first)| {
            let (x, y) = (rival(pair.a, pair.b), rival(pair.b, pair.a));
            let mut thirds = [0.0_f64; 2];
            for &(other, through) in near(pair.a) {
                if account(other) != account(pair.b) {
                    let both = through.min(of(pair.b, other).unwrap_or(0.0));
                    if both > thirds[0] {
                        thirds = [both, thirds[0]];
                    } else if both > thirds[1] {
                        thirds[1] = both;
                    }
                }
            }
            let (parallel, beside) = around(pair, |(a, b)| by_pair.get(&(a, b)).copied());
            let clamped = likely.clamp(1e-6, 1.0 - 1e-6);
            let mut row = [0.0; SECOND];
            let ahead = [
                (clamped / (1.0 - clamped)).ln(),
                likely - x,
                likely - y,
                x.max(y),
                thirds[0],
                thirds[1],
                parallel,
                beside,
            ];
            for (slot, value) in row.iter_mut().zip(ahead.into_iter().chain(*first)) {
                *slot = value;
            }
            row
        })
        .collect()
}
