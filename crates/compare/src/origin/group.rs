//! From pairs of accounts to groups that share an origin.

use super::direction::Direction;
use super::evidence::Pair;
use crate::Account;
use std::collections::BTreeMap;

/// Accounts that share an origin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Two or more, ascending.
    pub(super) accounts: Vec<usize>,
    /// The pairs that hold the group together, as indices into the pairs, the surest first.
    pub(super) ties: Vec<usize>,
    /// The chance that the least sure tie holds.
    pub(super) confidence: f64,
}

/// Least odds of a pair, as a logarithm, for it to hold two accounts together: a chance of nearly two in three. Accounts of
/// one event tell it in much the same order even where they have nothing to do with each other.
const LEAST_ODDS: f64 = 0.6;

/// Where all pairs across two groups speak for a common origin by less than this on average, one pair that speaks for
/// it by less than the other figure does not join them: it may be an accident.
const AGAINST: f64 = 0.5;
const FOR: f64 = 2.0;

/// The same for a pair of which one account is an agency's copy, or says that it draws on the other: of those that
/// drew on one source each took another part, so that they have little in common with each other.
const AGAINST_STATED: f64 = -0.75;
const FOR_STATED: f64 = 0.8;

/// Most signals given for one tie, and most ties for which they are given.
const MOST_SIGNALS: usize = 4;
const MOST_TIES: usize = 24;

/// Brings accounts together along their surest pairs.
pub(super) fn groups(accounts: usize, pairs: &[Pair]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    let odds = |index: usize| pairs.get(index).map_or(f64::NEG_INFINITY, |pair| pair.odds);
    order.sort_by(|&x, &y| odds(y).total_cmp(&odds(x)).then(x.cmp(&y)));
    let mut partners: Vec<Vec<(usize, f64)>> = vec![Vec::new(); accounts];
    for pair in pairs {
        for (own, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if let Some(partners) = partners.get_mut(own) {
                partners.push((other, pair.odds));
            }
        }
    }
    let mut group_of: Vec<usize> = (0..accounts).collect();
    let mut groups: BTreeMap<usize, Group> = (0..accounts)
        .map(|account| (account, Group { accounts: vec![account], ties: Vec::new(), confidence: 1.0 }))
        .collect();
    for index in order {
        let Some(pair) = pairs.get(index).filter(|pair| pair.odds > LEAST_ODDS) else { break };
        let (Some(&x), Some(&y)) = (group_of.get(pair.a), group_of.get(pair.b)) else { continue };
        if x == y {
            continue;
        }
        let size = |group: usize| groups.get(&group).map_or(0, |group| group.accounts.len());
        let (small, large) = if size(x) <= size(y) { (x, y) } else { (y, x) };
        let members = groups.get(&small).map_or(&[][..], |group| group.accounts.as_slice());
        let mean = || mean(members, |other| group_of.get(other) == Some(&large), &partners);
        let (least, enough) = if pair.stated { (AGAINST_STATED, FOR_STATED) } else { (AGAINST, FOR) };
        if pair.odds < enough && mean() < least {
            continue;
        }
        let (keep, gone) = (x.min(y), x.max(y));
        let Some(joined) = groups.remove(&gone) else { continue };
        for &account in &joined.accounts {
            if let Some(group) = group_of.get_mut(account) {
                *group = keep;
            }
        }
        if let Some(group) = groups.get_mut(&keep) {
            group.accounts.extend(joined.accounts);
            group.ties.extend(joined.ties);
            group.ties.push(index);
            group.confidence = group.confidence.min(joined.confidence).min(pair.chance());
        }
    }
    let mut found: Vec<Group> = groups.into_values().filter(|group| group.accounts.len() > 1).collect();
    for group in &mut found {
        group.accounts.sort_unstable();
        group.ties.sort_by(|&x, &y| odds(y).total_cmp(&odds(x)).then(x.cmp(&y)));
    }
    found
}

/// The mean of what is known of the pairs of these accounts with those of another group.
fn mean(accounts: &[usize], in_other: impl Fn(usize) -> bool, partners: &[Vec<(usize, f64)>]) -> f64 {
    let known = accounts.iter().filter_map(|&account| partners.get(account)).flatten();
    let across: Vec<f64> = known.filter(|(other, _)| in_other(*other)).map(|&(_, odds)| odds).collect();
    across.iter().sum::<f64>() / across.len().max(1) as f64
}

/// What speaks for a group and for its source, tie by tie, the strongest first.
pub(super) fn signals(
    group: &Group,
    pairs: &[Pair],
    direction: &Direction,
    accounts: &[Account],
) -> Vec<String> {
    let id = |account: usize| accounts.get(account).map_or("", |account| account.article.id.as_str());
    let mut found = Vec::new();
    for pair in group.ties.iter().filter_map(|&tie| pairs.get(tie)).take(MOST_TIES) {
        let mut signals: Vec<_> = pair.signals.iter().filter(|signal| signal.weight >= 0.1).collect();
        signals.sort_by(|x, y| y.weight.total_cmp(&x.weight));
        found.extend(signals.into_iter().take(MOST_SIGNALS).map(|signal| {
            format!(
                "{} ({:+.1}), {} and {}: {}",
                signal.name,
                signal.weight,
                id(pair.a),
                id(pair.b),
                signal.words
            )
        }));
    }
    found.extend(direction.reasons.iter().cloned());
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::pair;
    use super::*;

    fn members(accounts: usize, pairs: &[Pair]) -> Vec<Vec<usize>> {
        groups(accounts, pairs).into_iter().map(|group| group.accounts).collect()
    }

    #[test]
    fn sure_pairs_join_and_others_do_not() {
        let pairs = [pair(0, 1, 3.0), pair(0, 2, -2.0), pair(1, 3, 0.5), pair(2, 3, 2.5)];
        assert_eq!(members(5, &pairs), [vec![0, 1], vec![2, 3]]);
        let found = groups(5, &pairs);
        assert_eq!(found[0].ties, [0]);
        assert!((found[0].confidence - pairs[0].chance()).abs() < 1e-12);
    }

    #[test]
    fn one_pair_does_not_join_what_the_others_hold_apart() {
        let near = [pair(0, 1, 3.0), pair(0, 2, -1.0), pair(1, 2, 1.5)];
        assert_eq!(members(3, &near), [[0, 1]]);
        // Unless it is sure by itself, or the others do not speak against it.
        let sure = [pair(0, 1, 3.0), pair(0, 2, -1.0), pair(1, 2, 2.2)];
        assert_eq!(members(3, &sure), [[0, 1, 2]]);
        let open = [pair(0, 1, 3.0), pair(0, 2, 0.4), pair(1, 2, 1.5)];
        assert_eq!(members(3, &open), [[0, 1, 2]]);
    }

    #[test]
    fn those_that_drew_on_one_agency_need_not_be_alike() {
        let drew = Pair { stated: true, ..pair(1, 2, 1.5) };
        assert_eq!(members(3, &[pair(0, 1, 3.0), pair(0, 2, -1.0), drew]), [[0, 1, 2]]);
    }

    #[test]
    fn what_is_uncertain_is_as_uncertain_as_its_weakest_tie() {
        let pairs = [pair(0, 1, 4.0), pair(0, 2, 2.5), pair(1, 2, 3.5)];
        let found = groups(3, &pairs);
        assert_eq!(found[0].ties, [0, 2]);
        assert!((found[0].confidence - pairs[2].chance()).abs() < 1e-12);
    }
}
