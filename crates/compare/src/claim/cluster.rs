//! Clauses that state the same, brought together.

use crate::align::{Link, Units};
use std::collections::BTreeMap;

/// Share of the cross links between two groups that must exist for them to join.
const LEAST_LINKED: f64 = 0.5;

/// Partitions the clauses: every clause stands in one group, and a group holds one clause of an account at most.
///
/// Links are taken from the surest down; two groups join when they have no account in common and at least half of
/// the pairs across them are linked. Groups and their members come in story order.
pub(crate) fn cluster(units: &Units, links: &[Link]) -> Vec<Vec<usize>> {
    let count = units.clauses.len();
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|clause| vec![clause]).collect();
    let mut linked: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for link in links {
        linked.insert((link.a, link.b), link.score);
    }
    let mut order: Vec<&Link> = links.iter().collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    for link in order {
        let (Some(&a), Some(&b)) = (group_of.get(link.a), group_of.get(link.b)) else { continue };
        if a == b {
            continue;
        }
        let (Some(first), Some(second)) = (groups.get(a), groups.get(b)) else { continue };
        let clash = first.iter().any(|&x| second.iter().any(|&y| units.account(x) == units.account(y)));
        let across = first.iter().flat_map(|&x| second.iter().map(move |&y| (x.min(y), x.max(y))));
        let (held, all) =
            across.fold((0, 0), |(held, all), key| (held + usize::from(linked.contains_key(&key)), all + 1));
        if clash || (held as f64) < LEAST_LINKED * f64::from(all) {
            continue;
        }
        let (keep, gone) = (a.min(b), a.max(b));
        let moved = groups.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for &clause in &moved {
            if let Some(group) = group_of.get_mut(clause) {
                *group = keep;
            }
        }
        if let Some(kept) = groups.get_mut(keep) {
            kept.extend(moved);
            kept.sort_unstable();
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}
