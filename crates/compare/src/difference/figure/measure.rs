//! Measures of which an account gives one alone: the area burnt, the speed of the wind.

use super::Figure;
use super::digits::factor;
use crate::pairs::pairs;
use corroborate_quantity::{Relation, relation};
use std::collections::BTreeMap;

/// Dimensions that a story seldom measures in two things.
const TELLING: [&str; 3] = ["area", "speed", "temperature"];
/// Two values with a greater ratio than this are hardly of one thing.
const FARTHEST: f64 = 2.0;

/// Pairs of measures of two accounts that give each no other of that dimension, however they put it.
pub(super) fn alone(figures: &[Figure]) -> Vec<(usize, usize)> {
    let mut given: BTreeMap<&str, BTreeMap<usize, Option<usize>>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        let Some(unit) = figure.quantity.unit.filter(|unit| TELLING.contains(&unit.dimension)) else {
            continue;
        };
        let of_account = given.entry(unit.dimension).or_default();
        let sole = of_account.entry(figure.place.account).or_insert(Some(index));
        let same = |other: &Figure| relation(other.quantity, figure.quantity) == Relation::Equal;
        *sole = sole.filter(|&other| figures.get(other).is_some_and(same));
    }
    let value = |index: usize| {
        let figure = figures.get(index)?;
        Some((figure.quantity.nominal? * factor(figure.quantity)).abs())
    };
    let near =
        |i: usize, j: usize| value(i).zip(value(j)).is_some_and(|(x, y)| x.max(y) <= FARTHEST * x.min(y));
    let mut found = Vec::new();
    for of_account in given.values() {
        let soles = of_account.values().copied().flatten();
        found.extend(pairs(soles).filter(|&(i, j)| near(i, j)).map(|(i, j)| (i.min(j), i.max(j))));
    }
    found
}
