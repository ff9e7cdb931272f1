//! Sentences that state the same, brought together.

use crate::align::{Link, Links, Units};
use crate::pairs::pairs;

/// Share of the threshold that the mean score of a sentence with all members of a group must reach for it to join.
const LEAST_MEAN: f64 = 1.2;

/// Share of a group's pairs that earlier groups may hold: beyond it, the group is one of them once more.
const MOST_TOLD: f64 = 0.5;

/// Groups after which a sentence opens no more with another such: a sentence states a few things, and in a story of
/// hundreds of accounts its links are thousands.
const MOST_GROUPS: usize = 6;

/// Covers the links with groups of sentences, one of an account at most.
///
/// The surest link not yet covered opens a group; then the sentences with the most weight of links to it join, as
/// long as their mean score with all members comes near the threshold. A sentence that states two things can be in
/// two groups, as long as these are not mostly the same sentences. Groups come in the order of their first sentences,
/// members in story order.
pub(crate) fn cover(units: &Units, links: &Links, threshold: f64) -> Vec<Vec<usize>> {
    let mut order: Vec<&Link> = links.sentences.iter().collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut grower = Grower::new(units, links);
    let mut covered = Covered { groups: vec![Vec::new(); units.units.len()], next: 0 };
    let mut groups = Vec::new();
    for link in order {
        if covered.is_worn(link.a) && covered.is_worn(link.b) || covered.holds(link.a, link.b) {
            continue;
        }
        let group = grower.grow(link, threshold * LEAST_MEAN);
        let pairs = group.len() * group.len().saturating_sub(1) / 2;
        let fresh = covered.told(&group) as f64 <= MOST_TOLD * pairs as f64;
        covered.add(&group);
        if fresh {
            groups.push(group);
        }
    }
    groups.sort();
    groups
}

/// Which sentences earlier groups held together.
struct Covered {
    /// For each sentence, the numbers of the groups it was in, ascending.
    groups: Vec<Vec<u32>>,
    next: u32,
}

impl Covered {
    fn holds(&self, a: usize, b: usize) -> bool {
        let (Some(mut a), Some(mut b)) =
            (self.groups.get(a).map(Vec::as_slice), self.groups.get(b).map(Vec::as_slice))
        else {
            return false;
        };
        while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a = rest_a,
                std::cmp::Ordering::Greater => b = rest_b,
                std::cmp::Ordering::Equal => return true,
            }
        }
        false
    }

    /// Whether a sentence was in so many groups that it opens no more.
    fn is_worn(&self, unit: usize) -> bool {
        self.groups.get(unit).is_none_or(|groups| groups.len() >= MOST_GROUPS)
    }

    /// How many pairs of a group they held.
    fn told(&self, group: &[usize]) -> usize {
        pairs(group).filter(|&(&a, &b)| self.holds(a, b)).count()
    }

    fn add(&mut self, group: &[usize]) {
        for &unit in group {
            if let Some(groups) = self.groups.get_mut(unit) {
                groups.push(self.next);
            }
        }
        self.next += 1;
    }
}

/// Grows groups; what one group needs of memory serves the next.
struct Grower {
    /// For each sentence, those it is linked to and how surely.
    near: Vec<Vec<(usize, f64)>>,
    account: Vec<usize>,
    /// For each sentence outside the group, the sum of its scores with the members.
    sums: Vec<f64>,
    /// The sentences that have a sum.
    reached: Vec<usize>,
    /// The accounts that the group has a sentence of.
    taken: Vec<bool>,
}

impl Grower {
    fn new(units: &Units, links: &Links) -> Self {
        let mut near = vec![Vec::new(); units.units.len()];
        for link in links.sentences.iter().chain(&links.weak) {
            for (from, to) in [(link.a, link.b), (link.b, link.a)] {
                if let Some(list) = near.get_mut(from) {
                    list.push((to, link.score));
                }
            }
        }
        let account: Vec<usize> = units.units.iter().map(|unit| unit.account).collect();
        let accounts = account.last().map_or(0, |last| last + 1);
        Self {
            near,
            sums: vec![0.0; account.len()],
            reached: Vec::new(),
            taken: vec![false; accounts],
            account,
        }
    }

    fn grow(&mut self, seed: &Link, least: f64) -> Vec<usize> {
        let mut group = Vec::new();
        self.take(seed.a, &mut group);
        self.take(seed.b, &mut group);
        loop {
            let wanted = least * group.len() as f64;
            // An account that is in the group has no other sentence in it.
            let (account, taken) = (&self.account, &self.taken);
            self.reached.retain(|&unit| {
                account.get(unit).and_then(|&account| taken.get(account)).is_some_and(|taken| !taken)
            });
            let score = |unit: usize| self.sums.get(unit).copied().unwrap_or(0.0);
            let fitting = self.reached.iter().copied().filter(|&unit| score(unit) >= wanted);
            let next = fitting.max_by(|&x, &y| score(x).total_cmp(&score(y)).then(y.cmp(&x)));
            let Some(unit) = next else { break };
            self.take(unit, &mut group);
        }
        for list in group.iter().filter_map(|&unit| self.near.get(unit)) {
            for &(other, _) in list {
                if let Some(sum) = self.sums.get_mut(other) {
                    *sum = 0.0;
                }
            }
        }
        self.reached.clear();
        for account in group.iter().filter_map(|&unit| self.account.get(unit)) {
            if let Some(taken) = self.taken.get_mut(*account) {
                *taken = false;
            }
        }
        group.sort_unstable();
        group
    }

    /// Takes a sentence into the group, and adds its scores to the sums.
    fn take(&mut self, unit: usize, group: &mut Vec<usize>) {
        group.push(unit);
        if let Some(taken) = self.account.get(unit).and_then(|&account| self.taken.get_mut(account)) {
            *taken = true;
        }
        for &(other, score) in self.near.get(unit).into_iter().flatten() {
            if let Some(sum) = self.sums.get_mut(other) {
                if *sum == 0.0 {
                    self.reached.push(other);
                }
                *sum += score;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use corroborate_text::Span;

    /// Sentences of these accounts, in their order.
    fn units(accounts: &[usize]) -> Units {
        let unit = |(at, &account): (usize, &usize)| Unit {
            account,
            span: Span::empty(at),
            terms: Vec::new(),
            clauses: 0..0,
            place: 0.0,
            voice: None,
            echoes: Vec::new(),
        };
        let mut units = Units::default();
        units.units = accounts.iter().enumerate().map(unit).collect();
        units
    }

    fn links(sentences: &[(usize, usize, f64)], weak: &[(usize, usize, f64)]) -> Links {
        let link =
            |list: &[(usize, usize, f64)]| list.iter().map(|&(a, b, score)| Link { a, b, score }).collect();
        Links { sentences: link(sentences), weak: link(weak), clauses: Vec::new() }
    }

    fn covered(
        accounts: &[usize],
        sentences: &[(usize, usize, f64)],
        weak: &[(usize, usize, f64)],
    ) -> Vec<Vec<usize>> {
        cover(&units(accounts), &links(sentences, weak), 0.3)
    }

    #[test]
    fn sentences_that_are_linked_to_each_other_are_one_group() {
        let all = [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7)];
        assert_eq!(covered(&[0, 1, 2], &all, &[]), [[0, 1, 2]]);
        assert_eq!(covered(&[0, 1, 2, 3], &[(0, 1, 0.9), (2, 3, 0.4)], &[]), [[0, 1], [2, 3]]);
        assert!(covered(&[0, 1, 2], &[], &[(0, 1, 0.2)]).is_empty(), "a weak link opens no group");
    }

    #[test]
    fn one_sentence_of_an_account_joins_the_better_one() {
        // The second account has two that fit: the surer joins.
        let links = [(0, 1, 0.9), (0, 2, 0.6), (1, 2, 0.6), (0, 3, 0.7), (1, 3, 0.7)];
        let found = covered(&[0, 1, 2, 2], &links, &[]);
        assert!(found.contains(&vec![0, 1, 3]), "{found:?}");
        assert!(found.iter().all(|group| !(group.contains(&2) && group.contains(&3))), "{found:?}");
    }

    #[test]
    fn who_is_linked_to_one_member_alone_does_not_join() {
        // A mean of 0.35 over two members falls short of 0.36; one of 0.4 does not.
        assert_eq!(covered(&[0, 1, 2], &[(0, 1, 0.7), (1, 2, 0.7)], &[]), [[0, 1], [1, 2]]);
        assert_eq!(covered(&[0, 1, 2], &[(0, 1, 0.8), (1, 2, 0.8)], &[]), [[0, 1, 2]]);
        // What falls short of a link still speaks for joining.
        assert_eq!(covered(&[0, 1, 2], &[(0, 1, 0.7), (1, 2, 0.7)], &[(0, 2, 0.2)]), [[0, 1, 2]]);
    }

    #[test]
    fn a_group_that_an_earlier_one_mostly_holds_is_not_told_again() {
        let mut covered = Covered { groups: vec![Vec::new(); 4], next: 0 };
        covered.add(&[0, 1, 2]);
        covered.add(&[2, 3]);
        assert!(covered.holds(0, 2) && covered.holds(3, 2) && !covered.holds(0, 3) && !covered.holds(1, 3));
        assert_eq!(covered.told(&[0, 1, 3]), 1);
        assert_eq!(covered.told(&[0, 1, 2]), 3);
        assert_eq!(covered.told(&[0, 1, 2, 3]), 4);
        assert!(!covered.is_worn(2));
        for _ in 2..MOST_GROUPS {
            covered.add(&[2]);
        }
        assert!(covered.is_worn(2) && !covered.is_worn(0));
    }

    #[test]
    fn a_sentence_that_states_two_things_is_in_two_groups() {
        let links = [(0, 1, 0.9), (0, 2, 0.8)];
        assert_eq!(covered(&[0, 1, 1], &links, &[]), [[0, 1], [0, 2]]);
    }

    #[test]
    fn a_group_leaves_nothing_behind_for_the_next() {
        let units = units(&[0, 1, 2, 0, 1, 2]);
        let links = links(&[(0, 1, 0.9), (0, 2, 0.6), (3, 4, 0.9), (4, 2, 0.3), (3, 5, 0.8)], &[]);
        let mut grower = Grower::new(&units, &links);
        let first = grower.grow(&links.sentences[0], 0.36);
        assert_eq!(
            grower.grow(&links.sentences[2], 0.36),
            Grower::new(&units, &links).grow(&links.sentences[2], 0.36)
        );
        assert_eq!(grower.grow(&links.sentences[0], 0.36), first);
    }
}
