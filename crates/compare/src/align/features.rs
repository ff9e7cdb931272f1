//! What speaks for two sentences saying the same, in numbers.

use super::{Overlap, TermClass, Unit, Units, overlap};

/// Two sentences of different accounts and what they share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    shared: Shared,
}

/// What two sentences share: it depends on their terms alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared {
    whole: Overlap,
    clause: Overlap,
    same: Same,
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
    pub(super) const fn new(a: usize, b: usize, shared: Shared) -> Self {
        Self { a, b, shared }
    }

    fn base(&self) -> f64 {
        f64::midpoint(self.shared.whole.ratio(), self.shared.clause.ratio())
    }
}

impl Shared {
    /// What two sentences share, where it is enough to look at them.
    pub(super) fn of(units: &Units, a: usize, b: usize) -> Option<Self> {
        let (first, second) = (units.units.get(a)?, units.units.get(b)?);
        let whole = overlap(&first.terms, &second.terms);
        if whole.matched < LEAST_MATCH || whole.content <= 0.0 {
            return None;
        }
        let better = |x: Overlap, y: Overlap| if y.ratio() > x.ratio() { y } else { x };
        let clause = cross(units, a, b).map(|(_, _, shared)| shared).fold(Overlap::default(), better);
        Some(Self { whole, clause, same: Same::of(first, second) })
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

/// The numbers of the first look for each pair. The pairs come in the order of their sentences.
pub(super) fn first(units: &Units, pairs: &[Pair]) -> Vec<[f64; FIRST]> {
    let bases: Vec<f64> = pairs.iter().map(Pair::base).collect();
    let partners = Partners::new(units, pairs);
    let margins = margins(units, pairs, &bases, &partners);
    let around = around(units, pairs, &bases);
    let rows = pairs.iter().zip(margins).zip(around);
    rows.map(|((pair, over), around)| first_of(units, pair, over, around).unwrap_or([0.0; FIRST])).collect()
}

/// `[x, y]`: by how much the pair is better than the best other pair of either sentence with the other's account.
fn first_of(
    units: &Units,
    pair: &Pair,
    [x, y]: [f64; 2],
    (parallel, beside): (f64, f64),
) -> Option<[f64; FIRST]> {
    let (a, b) = (units.units.get(pair.a)?, units.units.get(pair.b)?);
    let (lesser, greater) = (x.min(y), x.max(y));
    let Shared { whole, clause, same } = pair.shared;
    let leads = |margin: f64| if margin > 0.0 { 1.0 } else { 0.0 };
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
        let keys = b.terms.iter().fold(0, |keys, term| keys | term.key_bit());
        for term in &a.terms {
            let same = term.key_bit() & keys != 0 && b.terms.iter().any(|other| other.key == term.key);
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

/// For each sentence the pairs it is in.
struct Partners {
    /// Where the pairs of each sentence end in the list.
    ends: Vec<usize>,
    /// The other sentence and the place of the pair; for each sentence in the order of the others.
    list: Vec<(usize, usize)>,
}

impl Partners {
    fn new(units: &Units, pairs: &[Pair]) -> Self {
        let mut ends = vec![0; units.units.len()];
        for unit in pairs.iter().flat_map(|pair| [pair.a, pair.b]) {
            if let Some(count) = ends.get_mut(unit) {
                *count += 1;
            }
        }
        let mut free = 0;
        for end in &mut ends {
            // For now where the next pair of the sentence goes.
            (*end, free) = (free, free + *end);
        }
        let mut list = vec![(0, 0); free];
        for (place, pair) in pairs.iter().enumerate() {
            for (unit, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let Some(end) = ends.get_mut(unit) else { continue };
                if let Some(slot) = list.get_mut(*end) {
                    *slot = (other, place);
                }
                *end += 1;
            }
        }
        Self { ends, list }
    }

    fn of(&self, unit: usize) -> &[(usize, usize)] {
        let start = unit.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(unit).and_then(|&end| self.list.get(start..end)).unwrap_or_default()
    }
}

fn account(units: &Units, unit: usize) -> usize {
    units.units.get(unit).map_or(usize::MAX, |unit| unit.account)
}

/// For each pair, by how much it is better than the best other pair of its first sentence with the second's account,
/// and of its second with the first's.
fn margins(units: &Units, pairs: &[Pair], bases: &[f64], partners: &Partners) -> Vec<[f64; 2]> {
    let mut margins = vec![[0.0; 2]; pairs.len()];
    let base = |place: usize| bases.get(place).copied().unwrap_or(0.0);
    for unit in 0..units.units.len() {
        // Sentences stand account by account.
        for rivals in partners.of(unit).chunk_by(|(x, _), (y, _)| account(units, *x) == account(units, *y)) {
            let (mut first, mut second) = (0.0, 0.0);
            for &(_, place) in rivals {
                if base(place) > first {
                    (first, second) = (base(place), first);
                } else if base(place) > second {
                    second = base(place);
                }
            }
            for &(other, place) in rivals {
                let rival = if base(place) >= first { second } else { first };
                let side =
                    margins.get_mut(place).and_then(|margin| margin.get_mut(usize::from(other < unit)));
                if let Some(margin) = side {
                    *margin = base(place) - rival;
                }
            }
        }
    }
    margins
}

/// For each pair the highest value of the pairs one sentence on, or back, in both accounts; and in one of them.
fn around(units: &Units, pairs: &[Pair], values: &[f64]) -> Vec<(f64, f64)> {
    let rows: Vec<(usize, &[Pair], &[f64])> = {
        let mut start = 0;
        let rows = pairs.chunk_by(|x, y| x.a == y.a).map(|row| {
            let from = start;
            start += row.len();
            (row.first().map_or(0, |pair| pair.a), row, values.get(from..start).unwrap_or_default())
        });
        rows.collect()
    };
    // The values of the sentence before, of this one and of the next, by the second sentence of the pair.
    let mut lines = [const { Vec::new() }; 3];
    for line in &mut lines {
        *line = vec![0.0_f64; units.units.len()];
    }
    let mut found = Vec::with_capacity(pairs.len());
    for (at, &(a, row, _)) in rows.iter().enumerate() {
        let near = rows.get(at.saturating_sub(1)..rows.len().min(at + 2)).unwrap_or_default();
        let near = || {
            near.iter().filter_map(|&(other, row, values)| Some(((other + 1).checked_sub(a)?, row, values)))
        };
        for (line, row, values) in near() {
            for (pair, value) in row.iter().zip(values) {
                if let Some(slot) = lines.get_mut(line).and_then(|line| line.get_mut(pair.b)) {
                    *slot = *value;
                }
            }
        }
        let [before, here, next] = &lines;
        let value = |line: &Vec<f64>, b: Option<usize>| b.and_then(|b| line.get(b)).copied().unwrap_or(0.0);
        for pair in row {
            let (back, on) = (pair.b.checked_sub(1), Some(pair.b + 1));
            let parallel = value(before, back).max(value(next, on));
            let level = value(here, on).max(value(here, back));
            found.push((parallel, level.max(value(next, Some(pair.b))).max(value(before, Some(pair.b)))));
        }
        for (line, row, _) in near() {
            for pair in row {
                if let Some(slot) = lines.get_mut(line).and_then(|line| line.get_mut(pair.b)) {
                    *slot = 0.0;
                }
            }
        }
    }
    found
}

/// The numbers of the second look, from how likely the first look made each pair.
pub(super) fn second(
    units: &Units,
    pairs: &[Pair],
    likely: &[f64],
    first: &[[f64; FIRST]],
) -> Vec<[f64; SECOND]> {
    let mut rows = Vec::with_capacity(pairs.len());
    each_second(units, pairs, likely, first, |_, row| rows.push(*row));
    rows
}

/// Hands on the numbers of the second look at each pair, in their order.
pub(super) fn each_second(
    units: &Units,
    pairs: &[Pair],
    likely: &[f64],
    first: &[[f64; FIRST]],
    mut each: impl FnMut(&Pair, &[f64; SECOND]),
) {
    let accounts: Vec<usize> = units.units.iter().map(|unit| unit.account).collect();
    let account = |unit: usize| accounts.get(unit).copied();
    let partners = Partners::new(units, pairs);
    let value = |place: usize| likely.get(place).copied().unwrap_or(0.0);
    let near: Vec<Vec<(usize, f64)>> = (0..accounts.len())
        .map(|unit| {
            let all = partners.of(unit).iter().map(|&(other, place)| (other, value(place)));
            let mut list: Vec<(usize, f64)> = all.filter(|(_, likely)| *likely >= LEAST_LIKELY).collect();
            list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            list.truncate(MOST_NEAR);
            list
        })
        .collect();
    let near = |unit: usize| near.get(unit).map_or(&[][..], Vec::as_slice);
    let rival = |from: usize, to: usize| {
        let rivals = near(from).iter().filter(|(other, _)| *other != to && account(*other) == account(to));
        rivals.map(|(_, likely)| *likely).fold(0.0, f64::max)
    };
    // For each pair the two surest sentences of third accounts that are near to both.
    let mut thirds = vec![[0.0_f64; 2]; pairs.len()];
    let mut likely_of = vec![0.0_f64; accounts.len()];
    for b in 0..accounts.len() {
        for &(other, place) in partners.of(b) {
            if let Some(slot) = likely_of.get_mut(other) {
                *slot = value(place);
            }
        }
        for &(a, place) in partners.of(b).iter().take_while(|(other, _)| *other < b) {
            let Some(thirds) = thirds.get_mut(place) else { continue };
            for &(other, through) in near(a) {
                if account(other) != account(b) {
                    let both = through.min(likely_of.get(other).copied().unwrap_or(0.0));
                    if both > thirds[0] {
                        *thirds = [both, thirds[0]];
                    } else if both > thirds[1] {
                        thirds[1] = both;
                    }
                }
            }
        }
        for &(other, _) in partners.of(b) {
            if let Some(slot) = likely_of.get_mut(other) {
                *slot = 0.0;
            }
        }
    }
    let around = around(units, pairs, likely);
    let rows = pairs.iter().zip(likely).zip(first).zip(thirds).zip(around);
    for ((((pair, &likely), first), thirds), (parallel, beside)) in rows {
        let (x, y) = (rival(pair.a, pair.b), rival(pair.b, pair.a));
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
        each(pair, &row);
    }
}
