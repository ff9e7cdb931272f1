//! Which accounts tell of one event, where those given tell of several.
//!
//! Accounts are held against each other by their words, each by how much it says in general English, and brought
//! together by average linkage (UPGMA; Sokal and Michener 1958), the nearest-neighbour chain finding the tree in
//! quadratic time. The tree is cut only where the two sides have little in common and each much more within itself
//! (silhouette; Rousseeuw 1987). Accounts of one event, however differently told, share its names.

use super::Units;

/// What makes two groups of accounts two events, by the size of the smaller: the highest mean likeness of accounts of the
/// two, and the lowest mean silhouette. Few accounts must differ more: what one or two tell may be an angle.
const APART: [(usize, f64, f64); 3] = [(4, 0.29, 0.36), (3, 0.2, 0.45), (2, 0.15, 0.5)];
/// Fewest accounts of an event.
const FEWEST: usize = 2;
/// Accounts so much alike may be copies of one text, and count as one.
const ALIKE: f64 = 0.5;
/// With more accounts than this the question is not asked: the table of likenesses grows with their square.
const MOST_ACCOUNTS: usize = 2000;

/// The number of each account's event, from 0 in the order of the accounts.
pub(super) fn events(units: &Units, accounts: usize) -> Vec<usize> {
    if !(2 * FEWEST..=MOST_ACCOUNTS).contains(&accounts) {
        return vec![0; accounts];
    }
    let likeness = Table::of(&profiles(units, accounts));
    let mut found = tree(&likeness).map_or_else(Vec::new, |root| parted(&likeness, root));
    found.iter_mut().for_each(|event| event.sort_unstable());
    found.sort_unstable();
    let mut numbers = vec![0; accounts];
    for (number, event) in found.iter().enumerate() {
        for &account in event {
            if let Some(slot) = numbers.get_mut(account) {
                *slot = number;
            }
        }
    }
    numbers
}

/// The events that the accounts of a node tell of.
fn parted(likeness: &Table, node: Node) -> Vec<Vec<usize>> {
    let Node { leaves, parts: Some(parts) } = node else { return vec![node.leaves] };
    let [first, second] = *parts;
    if apart(likeness, &first.leaves, &second.leaves) {
        let mut found = parted(likeness, first);
        found.extend(parted(likeness, second));
        return found;
    }
    let (one, rest) = if first.leaves.len() == 1 { (first, second) } else { (second, first) };
    let Some(&alone) = one.leaves.first().filter(|_| one.leaves.len() == 1) else { return vec![leaves] };
    // Beside an account that is like no other there may still be two events: it goes to the one it is most like.
    let mut found = parted(likeness, rest);
    if found.len() == 1 {
        return vec![leaves];
    }
    let nearest = found.iter_mut().max_by(|x, y| likeness.mean(alone, x).total_cmp(&likeness.mean(alone, y)));
    if let Some(event) = nearest {
        event.push(alone);
    }
    found
}

/// Each account's terms by key with their weights, which make a vector of length 1.
fn profiles(units: &Units, accounts: usize) -> Vec<Vec<(u32, f64)>> {
    let mut found: Vec<Vec<(u32, f64)>> = vec![Vec::new(); accounts];
    for unit in &units.units {
        // A sentence is told by those that print it too.
        for account in std::iter::once(unit.account).chain(unit.echoes.iter().map(|echo| echo.account)) {
            if let Some(profile) = found.get_mut(account) {
                profile.extend(unit.terms.iter().map(|term| (term.key, term.rarity)));
            }
        }
    }
    for profile in &mut found {
        profile.sort_by_key(|(key, _)| *key);
        *profile = profile
            .chunk_by(|x, y| x.0 == y.0)
            .filter_map(|same| {
                same.first().map(|&(key, rarity)| (key, (1.0 + (same.len() as f64).ln()) * rarity))
            })
            .collect();
        let length =
            profile.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        profile.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    found
}

fn cosine(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let (mut a, mut b) = (a, b);
    let mut sum = 0.0;
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first()) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => a = rest_a,
            std::cmp::Ordering::Greater => b = rest_b,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                (a, b) = (rest_a, rest_b);
            }
        }
    }
    sum
}

/// A square table of likenesses.
#[derive(Clone)]
struct Table {
    size: usize,
    cells: Vec<f64>,
}

impl Table {
    fn of(profiles: &[Vec<(u32, f64)>]) -> Self {
        let size = profiles.len();
        let mut table = Self { size, cells: vec![0.0; size * size] };
        for (a, first) in profiles.iter().enumerate() {
            for (b, second) in profiles.iter().enumerate().skip(a + 1) {
                let value = cosine(first, second);
                table.set(a, b, value);
            }
        }
        table
    }

    fn get(&self, a: usize, b: usize) -> f64 {
        self.cells.get(a * self.size + b).copied().unwrap_or(0.0)
    }

    fn set(&mut self, a: usize, b: usize, value: f64) {
        for at in [a * self.size + b, b * self.size + a] {
            if let Some(cell) = self.cells.get_mut(at) {
                *cell = value;
            }
        }
    }

    /// The mean likeness of an account with those of a list, itself apart.
    fn mean(&self, a: usize, others: &[usize]) -> f64 {
        let others: Vec<f64> = others.iter().filter(|&&b| b != a).map(|&b| self.get(a, b)).collect();
        others.iter().sum::<f64>() / others.len().max(1) as f64
    }
}

/// Accounts that were brought together, and of which two groups.
struct Node {
    leaves: Vec<usize>,
    parts: Option<Box<[Node; 2]>>,
}

/// The tree of average linkage: `None` for no accounts.
fn tree(likeness: &Table) -> Option<Node> {
    let mut table = likeness.clone();
    let mut nodes: Vec<Option<Node>> =
        (0..table.size).map(|leaf| Some(Node { leaves: vec![leaf], parts: None })).collect();
    let mut chain: Vec<usize> = Vec::new();
    loop {
        let live: Vec<usize> =
            (0..nodes.len()).filter(|&at| nodes.get(at).is_some_and(Option::is_some)).collect();
        if live.len() <= 1 {
            return live.first().and_then(|&last| nodes.get_mut(last)?.take());
        }
        let tip = match chain.last() {
            Some(&tip) => tip,
            None => {
                chain.extend(live.first());
                continue;
            }
        };
        let before = chain.len().checked_sub(2).and_then(|at| chain.get(at)).copied();
        // Of equally near ones the one it came from, so that the chain ends, then the first.
        let nearest = live.iter().copied().filter(|&other| other != tip).max_by(|&x, &y| {
            let near = table.get(tip, x).total_cmp(&table.get(tip, y));
            near.then((Some(x) == before).cmp(&(Some(y) == before))).then(y.cmp(&x))
        })?;
        if Some(nearest) != before {
            chain.push(nearest);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (keep, gone) = (tip.min(nearest), tip.max(nearest));
        let (first, second) = (nodes.get_mut(keep)?.take()?, nodes.get_mut(gone)?.take()?);
        let (x, y) = (first.leaves.len() as f64, second.leaves.len() as f64);
        for &other in live.iter().filter(|&&other| other != keep && other != gone) {
            let value = (x * table.get(keep, other) + y * table.get(gone, other)) / (x + y);
            table.set(keep, other, value);
        }
        let mut leaves: Vec<usize> = first.leaves.iter().chain(&second.leaves).copied().collect();
        leaves.sort_unstable();
        *nodes.get_mut(keep)? = Some(Node { leaves, parts: Some(Box::new([first, second])) });
    }
}

/// Whether two groups of accounts tell of two events.
fn apart(likeness: &Table, a: &[usize], b: &[usize]) -> bool {
    let (a, b) = (&distinct(likeness, a), &distinct(likeness, b));
    let between = a.iter().map(|&x| likeness.mean(x, b)).sum::<f64>() / a.len().max(1) as f64;
    let silhouettes = |own: &[usize], other: &[usize]| -> f64 {
        let of = |&x: &usize| {
            let (within, away) = (likeness.mean(x, own), likeness.mean(x, other));
            (within - away) / within.max(away).max(f64::MIN_POSITIVE)
        };
        own.iter().map(of).sum()
    };
    let silhouette = (silhouettes(a, b) + silhouettes(b, a)) / (a.len() + b.len()).max(1) as f64;
    let smaller = a.len().min(b.len());
    let tier = APART.iter().find(|(size, ..)| smaller >= *size);
    tier.is_some_and(|(_, most, least)| between <= *most && silhouette >= *least)
}

/// Of accounts that are much alike the first.
fn distinct(likeness: &Table, group: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for &account in group {
        if kept.iter().all(|&other| likeness.get(account, other) < ALIKE) {
            kept.push(account);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Table, apart, parted, tree};

    fn table(size: usize, likeness: impl Fn(usize, usize) -> f64) -> Table {
        let mut table = Table { size, cells: vec![0.0; size * size] };
        for a in 0..size {
            for b in a + 1..size {
                table.set(a, b, likeness(a, b));
            }
        }
        table
    }

    #[test]
    fn the_tree_parts_what_is_unlike() {
        let even = |a: usize, b: usize| if a % 2 == b % 2 { 0.4 } else { 0.1 };
        let table = table(7, even);
        let parts = tree(&table).and_then(|root| root.parts).map(|parts| parts.map(|part| part.leaves));
        let mut parts = parts.unwrap_or_default();
        parts.sort();
        assert_eq!(parts, [vec![0, 2, 4, 6], vec![1, 3, 5]]);
        assert!(apart(&table, &parts[0], &parts[1]));
        assert!(!apart(&table, &[0], &[1, 3, 5]));
    }

    #[test]
    fn accounts_that_share_a_third_of_their_words_are_of_one_event() {
        let half = table(8, |a, b| if a / 4 == b / 4 { 0.4 } else { 0.3 });
        assert!(!apart(&half, &[0, 1, 2, 3], &[4, 5, 6, 7]));
        let copies = table(8, |a, b| if a / 4 == b / 4 { 0.9 } else { 0.1 });
        assert!(!apart(&copies, &[0, 1, 2, 3], &[4, 5, 6, 7]), "each group may be one text");
    }

    #[test]
    fn a_group_is_as_near_as_its_members_on_average() {
        let table = table(4, |a, b| match (a, b) {
            (0, 1) => 0.9,
            (0, 2) => 0.5,
            (1, 2) => 0.1,
            (2, 3) => 0.35,
            _ => 0.05,
        });
        let parts = tree(&table).and_then(|root| root.parts).map(|parts| parts.map(|part| part.leaves));
        assert_eq!(parts, Some([vec![0, 1], vec![2, 3]]));
    }

    #[test]
    fn an_account_like_no_other_hides_no_event() {
        let events = |likeness: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<usize>> {
            let table = table(7, likeness);
            let mut found = tree(&table).map_or_else(Vec::new, |root| parted(&table, root));
            found.iter_mut().for_each(|event| event.sort_unstable());
            found.sort();
            found
        };
        let two = |a: usize, b: usize| if a / 3 == b / 3 { 0.4 } else { 0.1 };
        let last = |a, b| if b == 6 { if a < 3 { 0.01 } else { 0.02 } } else { two(a, b) };
        assert_eq!(events(&last), [vec![0, 1, 2], vec![3, 4, 5, 6]]);
        let first =
            |a: usize, b: usize| if a == 0 { if b < 4 { 0.02 } else { 0.01 } } else { two(a - 1, b - 1) };
        assert_eq!(events(&first), [vec![0, 1, 2, 3], vec![4, 5, 6]]);
        let one = |_, b| if b == 6 { 0.01 } else { 0.4 };
        assert_eq!(events(&one), [(0..7).collect::<Vec<_>>()]);
    }

    #[test]
    fn events_are_unlike_and_each_hangs_together() {
        let of = |own: f64, other: f64, size: usize| {
            let table = table(2 * size, |a, b| if a / size == b / size { own } else { other });
            apart(&table, &(0..size).collect::<Vec<_>>(), &(size..2 * size).collect::<Vec<_>>())
        };
        assert!(of(0.4, 0.1, 4));
        assert!(!of(0.12, 0.1, 4), "unlike, as each of them is unlike its own");
        assert!(!of(0.48, 0.22, 2), "of so few there may be two angles on one event");
    }

    #[test]
    fn no_accounts_make_no_tree() {
        assert!(tree(&table(0, |_, _| 0.0)).is_none());
    }
}
