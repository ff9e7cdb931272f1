//! The second look at a pair: what the first look said of it and of those around it.

use super::Units;
use super::features::{FIRST, Pair, SECOND};
use super::partners::{Partners, around};

/// Pairs less likely than this after the first look do not count as neighbours in the second.
const LEAST_LIKELY: f64 = 0.05;

/// Most neighbours of a sentence looked at in the second look, the likeliest first.
const MOST_NEAR: usize = 24;

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
        if let Some((head, tail)) = row.split_first_chunk_mut() {
            *head = ahead;
            tail.copy_from_slice(first);
        }
        each(pair, &row);
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::NAMES;
    use super::super::features::tests::{pairs, units};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_the_first_look_said_of_rivals_and_of_third_accounts(
            sizes in prop::collection::vec(1..5_usize, 2..5),
            seed in prop::collection::vec(prop::option::weighted(0.6, 0.01..1.0_f64), 200),
        ) {
            let units = units(&sizes);
            let (pairs, likely) = pairs(&units, &seed);
            let rows = second(&units, &pairs, &likely, &vec![[0.5; FIRST]; pairs.len()]);
            prop_assert_eq!(rows.len(), pairs.len());
            let of = |unit: usize| units.units[unit].account;
            let value = |x: usize, y: usize| {
                let at = pairs.iter().position(|pair| (pair.a, pair.b) == (x.min(y), x.max(y)));
                at.map_or(0.0, |at| likely[at])
            };
            let seen = |x: usize, y: usize| Some(value(x, y)).filter(|likely| *likely >= LEAST_LIKELY).unwrap_or(0.0);
            for ((pair, row), &own) in pairs.iter().zip(&rows).zip(&likely) {
                let number = |name: &str| NAMES.iter().position(|known| *known == name).map(|at| row[at]).unwrap_or(f64::NAN);
                let close = |name: &str, right: f64| (number(name) - right).abs() < 1e-9;
                let others = 0..units.units.len();
                let rival = |from: usize, to: usize| {
                    others.clone().filter(|&other| other != to && of(other) == of(to)).map(|other| seen(from, other)).fold(0.0, f64::max)
                };
                let (x, y) = (rival(pair.a, pair.b), rival(pair.b, pair.a));
                prop_assert!(close("over-rival-a", own - x) && close("over-rival-b", own - y));
                prop_assert!(close("rival", x.max(y)));
                let mut thirds: Vec<f64> = others
                    .clone()
                    .filter(|&other| of(other) != of(pair.b))
                    .map(|other| seen(pair.a, other).min(value(pair.b, other)))
                    .collect();
                thirds.extend([0.0, 0.0]);
                thirds.sort_by(|x, y| y.total_cmp(x));
                prop_assert!(close("third", thirds[0]) && close("other-third", thirds[1]), "{thirds:?} {row:?}");
                prop_assert!(close("likely", (own / (1.0 - own)).ln()));
                prop_assert!(row[SECOND - FIRST..].iter().all(|first| *first == 0.5));
            }
        }
    }
}
