//! Which figures are for the same thing.

use super::digits::{begins_with, slips};
use super::likeness::{is_sure, likeness, rank};
use super::{Figure, GENERIC, measure, toll};
use crate::story::Story;
use corroborate_quantity::{QuantityKind, Relation, relation};
use std::collections::{BTreeMap, BTreeSet};

/// Whole numbers of a thing with a greater ratio than this are hardly of one count, whatever stands around them.
const FARTHEST_TOTALS: f64 = 1.5;
/// The same for tolls, which grow.
const FARTHEST_TOLLS: f64 = 3.0;
/// Smallest toll that is taken for the whole one.
const LEAST_TOLL: f64 = 2.0;
/// Smallest number of a thing that is taken for its whole number.
const LEAST_TOTAL: f64 = 10.0;

/// Figures for the same thing.
pub(super) struct Slots {
    /// Groups of indices, in story order, each with two accounts or more and one figure of an account at most.
    pub(super) groups: Vec<Vec<usize>>,
    /// Figures in different groups that would be in one, did not an account have a figure in each: it tells the two
    /// apart.
    pub(super) told_apart: Vec<(usize, usize)>,
}

/// Brings figures together: equal ones first, then the likeliest.
pub(super) fn slots(story: &Story, figures: &[Figure]) -> Slots {
    let mut pairs = pairs(story, figures);
    let one_event = |&(_, _, i, j): &(u8, f64, usize, usize)| {
        let account = |index: usize| figures.get(index).map_or(0, |figure: &Figure| figure.place.account);
        story.units.one_event(account(i), account(j))
    };
    let alone = measure::alone(figures).into_iter().map(|(i, j)| (3, 0.5, i, j));
    pairs.extend(totals(figures).into_iter().chain(changes(figures)).chain(alone).filter(one_event));
    pairs.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    let mut slot_of: Vec<usize> = (0..figures.len()).collect();
    let mut slots: BTreeMap<usize, Vec<usize>> =
        (0..figures.len()).map(|index| (index, vec![index])).collect();
    let mut told_apart = Vec::new();
    for (rank, _, i, j) in pairs {
        let (Some(&a), Some(&b)) = (slot_of.get(i), slot_of.get(j)) else { continue };
        let account = |index: &usize| figures.get(*index).map(|figure| figure.place.account);
        let (Some(first), Some(second)) = (slots.get(&a), slots.get(&b)) else { continue };
        if a == b {
            continue;
        }
        if first.iter().any(|x| second.iter().any(|y| account(x) == account(y))) {
            let pair = figures.get(i).zip(figures.get(j));
            if rank > 1 && pair.is_some_and(|(a, b)| is_telling(a, b)) {
                told_apart.push((i, j));
            }
            continue;
        }
        let moved = slots.remove(&a.max(b)).unwrap_or_default();
        for &index in &moved {
            if let Some(slot) = slot_of.get_mut(index) {
                *slot = a.min(b);
            }
        }
        if let Some(slot) = slots.get_mut(&a.min(b)) {
            slot.extend(moved);
            slot.sort_unstable();
        }
    }
    Slots { groups: slots.into_values().filter(|slot| slot.len() > 1).collect(), told_apart }
}

/// Whether two figures are so plainly of one kind that an account which gives both must mean two things by them:
/// both measure the same, or count the same thing that few sentences are about.
pub(super) fn is_telling(a: &Figure, b: &Figure) -> bool {
    let whole = a.quantity.part_of.is_none() && b.quantity.part_of.is_none();
    let thing = |figure: &Figure| figure.counted.clone().filter(|counted| !GENERIC.contains(counted));
    let measured = a.quantity.unit.is_some() && b.quantity.unit.is_some();
    whole && (thing(a).is_some() && thing(a) == thing(b) || measured && a.counted == b.counted)
}

/// Pairs of figures of different accounts whose clauses are alike: rank, likeness, indices.
fn pairs(story: &Story, figures: &[Figure]) -> Vec<(u8, f64, usize, usize)> {
    let mut found = Vec::new();
    let mut of_clause: Vec<Vec<usize>> = vec![Vec::new(); story.units.clauses.len()];
    for (index, figure) in figures.iter().enumerate().filter(|(_, figure)| !figure.title) {
        if let Some(list) = of_clause.get_mut(figure.clause) {
            list.push(index);
        }
    }
    for (i, a) in figures.iter().enumerate().filter(|(_, figure)| !figure.title) {
        let near = story.sharing(a.place.account, &a.context);
        for &j in near.iter().filter_map(|&clause| of_clause.get(clause)).flatten() {
            let Some(b) = figures.get(j).filter(|b| i < j && b.place.account != a.place.account) else {
                continue;
            };
            // `two of the three gates` beside `two gates`: the clause gives the other's number too.
            let gives = |list: Option<&Vec<usize>>, own: usize, other: &Figure| {
                list.into_iter().flatten().filter(|&&index| index != own).any(|&index| {
                    let own = figures.get(own).map(|own| own.quantity.number);
                    figures.get(index).is_some_and(|figure| {
                        let part = figure.quantity.part_of.zip(own).is_some_and(|(of, own)| of.covers(own));
                        part && relation(figure.quantity, other.quantity) == Relation::Equal
                    })
                })
            };
            let both = gives(of_clause.get(a.clause), i, b) || gives(of_clause.get(b.clause), j, a);
            if both && relation(a.quantity, b.quantity) == Relation::Disjoint {
                continue;
            }
            if let Some(likeness) = likeness(story, a, b)
                && let Some(rank) = rank(a.quantity, b.quantity, is_sure(story, a, b))
            {
                found.push((rank, likeness, i, j));
            }
        }
    }
    found
}

/// Pairs of whole numbers: for a thing counted, the largest number that each account gives of it. Where two accounts
/// give the same one, another that comes near it is of the same whole, whatever stands around it.
fn totals(figures: &[Figure]) -> Vec<(u8, f64, usize, usize)> {
    let mut largest: BTreeMap<&str, BTreeMap<usize, (usize, f64)>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        let Some(value) = figure.quantity.nominal else { continue };
        let plain = figure.quantity.kind == QuantityKind::Count;
        // `17 hikers were trapped` counts the trapped too.
        for counted in figure.counted.iter().chain(&figure.toll).map(String::as_str) {
            let least = if toll::is_toll(counted) { LEAST_TOLL } else { LEAST_TOTAL };
            let none = toll::is_toll(counted) && figure.quantity.negated;
            let told = !figure.part && !figure.past && !GENERIC.contains(counted);
            if !plain || !told || value < least && !none {
                continue;
            }
            let of_account = largest.entry(counted).or_default();
            let entry = of_account.entry(figure.place.account).or_insert((index, value));
            if value > entry.1 {
                *entry = (index, value);
            }
        }
    }
    let mut found = Vec::new();
    for (counted, of_account) in &largest {
        let mut told: BTreeMap<u64, usize> = BTreeMap::new();
        for (_, value) in of_account.values() {
            *told.entry(value.to_bits()).or_default() += 1;
        }
        let agreed: BTreeSet<u64> =
            told.iter().filter(|(_, told)| **told > 1).map(|(bits, _)| *bits).collect();
        let known = |value: f64| toll::is_toll(counted) || agreed.contains(&value.to_bits());
        for &(i, x) in of_account.values().filter(|(_, value)| known(*value)) {
            for &(j, y) in of_account.values().filter(|&&(j, _)| j != i) {
                let slip =
                    figures.get(i).zip(figures.get(j)).is_some_and(|(a, b)| slips(a.quantity, b.quantity));
                let farthest = if toll::is_toll(counted) { FARTHEST_TOLLS } else { FARTHEST_TOTALS };
                let none = x == 0.0 || y == 0.0;
                if none || x.max(y) <= farthest * x.min(y) || slip {
                    found.push((if x.to_bits() == y.to_bits() { 0 } else { 3 }, 0.5, i.min(j), i.max(j)));
                }
            }
        }
    }
    found.sort_by_key(|pair| (pair.2, pair.3));
    found.dedup_by_key(|pair| (pair.2, pair.3));
    found
}

/// Pairs of a number that hardly two things have and what an account says has become of it, whatever stands around them.
fn changes(figures: &[Figure]) -> Vec<(u8, f64, usize, usize)> {
    let mut found = Vec::new();
    let changed = |figure: &Figure| figure.quantity.nominal.is_none() && figure.quantity.upper.is_some();
    for (i, change) in figures.iter().enumerate().filter(|(_, figure)| changed(figure)) {
        for (j, old) in figures.iter().enumerate() {
            let apart = old.place.account != change.place.account;
            if apart && old.counted == change.counted && begins_with(change.quantity, old.quantity) {
                found.push((3, 0.5, i.min(j), i.max(j)));
            }
        }
    }
    found
}
