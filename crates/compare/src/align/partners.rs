//! How a pair of sentences stands among the others: its rivals and its neighbours.

use super::Units;
use super::features::Pair;

/// For each sentence the pairs it is in.
pub(super) struct Partners {
    /// Where the pairs of each sentence end in the list.
    ends: Vec<usize>,
    /// The other sentence and the place of the pair; for each sentence in the order of the others.
    list: Vec<(usize, usize)>,
}

impl Partners {
    pub(super) fn new(units: &Units, pairs: &[Pair]) -> Self {
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

    pub(super) fn of(&self, unit: usize) -> &[(usize, usize)] {
        let start = unit.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(unit).and_then(|&end| self.list.get(start..end)).unwrap_or_default()
    }
}

fn account(units: &Units, unit: usize) -> usize {
    units.units.get(unit).map_or(usize::MAX, |unit| unit.account)
}

/// For each pair, by how much it is better than the best other pair of its first sentence with the second's account,
/// and of its second with the first's.
pub(super) fn margins(units: &Units, pairs: &[Pair], bases: &[f64], partners: &Partners) -> Vec<[f64; 2]> {
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
pub(super) fn around(units: &Units, pairs: &[Pair], values: &[f64]) -> Vec<(f64, f64)> {
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

#[cfg(test)]
mod tests {
    use super::super::features::tests::{pairs, units};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Numbers of sentences of each account, and which pairs were looked at.
        #[test]
        fn what_stands_around_a_pair(
            sizes in prop::collection::vec(1..5_usize, 2..5),
            seed in prop::collection::vec(prop::option::weighted(0.6, 0.0..1.0_f64), 200),
        ) {
            let units = units(&sizes);
            let (pairs, values) = pairs(&units, &seed);
            let value = |a: Option<usize>, b: Option<usize>| {
                let at = pairs.iter().position(|pair| Some(pair.a) == a && Some(pair.b) == b);
                at.map_or(0.0, |at| values[at])
            };
            let partners = Partners::new(&units, &pairs);
            for unit in 0..units.units.len() {
                let mut of: Vec<usize> = partners.of(unit).iter().map(|&(other, _)| other).collect();
                prop_assert!(of.is_sorted());
                of.retain(|&other| value(Some(unit.min(other)), Some(unit.max(other))) > 0.0);
                let all = (0..units.units.len()).filter(|&other| value(Some(unit.min(other)), Some(unit.max(other))) > 0.0);
                prop_assert_eq!(of, all.collect::<Vec<_>>());
                for &(other, place) in partners.of(unit) {
                    prop_assert_eq!((pairs[place].a, pairs[place].b), (unit.min(other), unit.max(other)));
                }
            }
            let of = |unit: usize| units.units[unit].account;
            let margins = margins(&units, &pairs, &values, &partners);
            let around = around(&units, &pairs, &values);
            for (at, pair) in pairs.iter().enumerate() {
                let (a, b) = (pair.a, pair.b);
                let rivals = |same: usize, account: usize| {
                    let rival = |(other, pair): &(usize, &Pair)| {
                        let with = if pair.a == same { pair.b } else { pair.a };
                        *other != at && (pair.a == same || pair.b == same) && of(with) == account
                    };
                    pairs.iter().enumerate().filter(rival).map(|(other, _)| values[other]).fold(0.0, f64::max)
                };
                let [x, y] = margins[at];
                prop_assert!((x - (values[at] - rivals(a, of(b)))).abs() < 1e-12);
                prop_assert!((y - (values[at] - rivals(b, of(a)))).abs() < 1e-12);
                let (back, on) = (|unit: usize| unit.checked_sub(1), |unit: usize| Some(unit + 1));
                let parallel = value(back(a), back(b)).max(value(on(a), on(b)));
                let level = value(Some(a), back(b)).max(value(Some(a), on(b)));
                let beside = level.max(value(back(a), Some(b))).max(value(on(a), Some(b)));
                prop_assert_eq!(around[at], (parallel, beside));
            }
        }
    }
}
