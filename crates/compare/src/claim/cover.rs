//! Sentences that state the same, brought together.

use crate::align::{Link, Links, Units};
use std::collections::{BTreeMap, BTreeSet};

/// Share of the threshold that the mean score of a sentence with all members of a group must reach for it to join.
const LEAST_MEAN: f64 = 1.2;

/// Share of a group's pairs that earlier groups may hold: beyond it, the group is one of them once more.
const MOST_TOLD: f64 = 0.5;

/// Covers the links with groups of sentences, one of an account at most.
///
/// The surest link not yet covered opens a group; then the sentences with the most weight of links to it join, as
/// long as their mean score with all members comes near the threshold. A sentence that states two things can be in
/// two groups, as long as these are not mostly the same sentences. Groups come in the order of their first sentences,
/// members in story order.
pub(crate) fn cover(units: &Units, links: &Links, threshold: f64) -> Vec<Vec<usize>> {
    let mut near: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for link in links.sentences.iter().chain(&links.weak) {
        near.entry(link.a).or_default().insert(link.b, link.score);
        near.entry(link.b).or_default().insert(link.a, link.score);
    }
    let mut order: Vec<&Link> = links.sentences.iter().collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut groups = Vec::new();
    for link in order {
        if covered.contains(&(link.a, link.b)) {
            continue;
        }
        let group = grow(units, &near, link, threshold * LEAST_MEAN);
        let pairs: Vec<(usize, usize)> = group
            .iter()
            .enumerate()
            .flat_map(|(index, &a)| group.iter().skip(index + 1).map(move |&b| (a, b)))
            .collect();
        let told = pairs.iter().filter(|pair| covered.contains(pair)).count();
        covered.extend(&pairs);
        if told as f64 <= MOST_TOLD * pairs.len() as f64 {
            groups.push(group);
        }
    }
    groups.sort();
    groups
}

fn grow(units: &Units, near: &BTreeMap<usize, BTreeMap<usize, f64>>, seed: &Link, least: f64) -> Vec<usize> {
    let account = |unit: usize| units.units.get(unit).map(|unit| unit.account);
    let mut group = vec![seed.a, seed.b];
    let mut taken: BTreeSet<Option<usize>> = group.iter().map(|&unit| account(unit)).collect();
    // For each sentence outside, the sum of its scores with the members.
    let mut outside: BTreeMap<usize, f64> = BTreeMap::new();
    let reach = |member: usize, outside: &mut BTreeMap<usize, f64>| {
        for (&other, &score) in near.get(&member).into_iter().flatten() {
            *outside.entry(other).or_default() += score;
        }
    };
    reach(seed.a, &mut outside);
    reach(seed.b, &mut outside);
    loop {
        let members = group.len() as f64;
        let next = outside
            .iter()
            .filter(|(unit, score)| **score >= least * members && !taken.contains(&account(**unit)))
            .max_by(|x, y| x.1.total_cmp(y.1).then(y.0.cmp(x.0)))
            .map(|(&unit, _)| unit);
        let Some(unit) = next else { break };
        taken.insert(account(unit));
        group.push(unit);
        outside.remove(&unit);
        reach(unit, &mut outside);
    }
    group.sort_unstable();
    group
}
