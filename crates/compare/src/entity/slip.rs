//! Places and organisations whose name an account spells otherwise than the others.

use super::assign::{Joins, Name};
use super::item::Item;
use super::spelling;
use crate::pairs::pairs;
use corroborate_extract::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest letters of two names that differ in their blanks alone: `Torre Alta`, `Torrealta`.
const LEAST_JOINED: usize = 8;

/// Names of one story beyond which slips are not looked for: a list, not a story.
const MOST_NAMES: usize = 2_000;

/// Joins two names of one kind that differ as slips of the pen do, where no account has both of them and neither has a
/// second such partner.
pub(super) fn join(items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let mut accounts: BTreeMap<&Name, BTreeSet<usize>> = BTreeMap::new();
    for (item, (name, _)) in items.iter().zip(named).filter(|(item, _)| !item.adjective) {
        if matches!(name, Name::Thing(EntityKind::Place | EntityKind::Organisation, _)) {
            accounts.entry(name).or_default().insert(item.account);
        }
    }
    if accounts.len() > MOST_NAMES {
        return;
    }
    // A slip leaves the first letter; so names are looked up by kind and that.
    let mut alike: BTreeMap<(EntityKind, char), Vec<(&Name, &str)>> = BTreeMap::new();
    for name in accounts.keys() {
        if let Name::Thing(kind, key) = name
            && let Some(first) = key.chars().next()
        {
            alike.entry((*kind, first)).or_default().push((name, key));
        }
    }
    let slips = alike.values().flat_map(pairs).filter(|((_, x), (_, y))| is_slip(x, y));
    let pairs: Vec<(&Name, &Name)> = slips.map(|((a, _), (b, _))| (*a, *b)).collect();
    let partners = |name: &Name| pairs.iter().filter(|(a, b)| *a == name || *b == name).count();
    for &(a, b) in &pairs {
        let apart = accounts.get(a).zip(accounts.get(b)).is_some_and(|(x, y)| x.is_disjoint(y));
        if apart
            && partners(a) == 1
            && partners(b) == 1
            && let (Some(a), Some(b)) = (joins.index(a), joins.index(b))
        {
            joins.join(a, b, "name.spelling");
        }
    }
}

/// Whether two names differ in one word and there as a slip does, or in a blank alone.
fn is_slip(a: &str, b: &str) -> bool {
    let joined = |name: &str| name.replace(' ', "");
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if x.len() != y.len() {
        return joined(a) == joined(b) && joined(a).chars().count() >= LEAST_JOINED;
    }
    let mut differing = x.iter().zip(&y).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else { return false };
    spelling::one_letter_apart(x, y)
        || spelling::transposed(x, y)
        || spelling::sound_alike(&[(*x).to_owned()], &[(*y).to_owned()])
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_of_the_pen() {
        assert!(is_slip("torrealta", "torre alta"));
        assert!(is_slip("haldernock", "haldernok"));
        assert!(is_slip("merrin sound", "merran sound"));
        assert!(is_slip("university of brackendale", "university of brackendal"));
        assert!(is_slip("brackendale", "brackednale"));
        assert!(is_slip("brackendale", "brackentale"));
        assert!(!is_slip("upper marling", "lower marling"));
        assert!(!is_slip("east bay", "west bay"));
        assert!(!is_slip("harrow foods", "harrow holdings"));
        assert!(!is_slip("ada", "adas"));
    }
}
