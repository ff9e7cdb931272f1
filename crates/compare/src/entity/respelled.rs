//! Full names of one person that are written in two ways: a letter more in the given name, a blank more in the surname.

use super::full::MOST_BEARERS;
use super::item::Item;
use super::spelling;
use corroborate_extract::gender;
use std::collections::{BTreeMap, BTreeSet};

/// Which titles each full name of a story bears, and which accounts have it.
pub(super) struct Titled<'i> {
    of: Vec<(BTreeSet<&'i str>, BTreeSet<usize>)>,
}

impl<'i> Titled<'i> {
    pub(super) fn of(items: &'i [Item], names: &[(Vec<String>, Vec<String>)]) -> Self {
        let places: BTreeMap<(&Vec<String>, &Vec<String>), usize> =
            names.iter().enumerate().map(|(at, (given, surname))| ((given, surname), at)).collect();
        let mut of = vec![(BTreeSet::new(), BTreeSet::new()); names.len()];
        for item in items.iter().filter(|item| item.is_told_in_full()) {
            let place = places.get(&(&item.given, &item.surname)).and_then(|&at| of.get_mut(at));
            if let Some((titles, accounts)) = place {
                titles.extend(item.title.as_deref());
                accounts.insert(item.account);
            }
        }
        Self { of }
    }

    /// Pairs of one surname and title whose given names differ in a letter: `Bishop Konrat Berg`, `Bishop Konrath Berg`.
    /// No account has both, and they are not the names of a man and a woman.
    pub(super) fn links(&self, names: &[(Vec<String>, Vec<String>)]) -> Vec<(usize, usize, &'static str)> {
        let mut bearers: BTreeMap<&Vec<String>, Vec<usize>> = BTreeMap::new();
        for (index, (_, surname)) in names.iter().enumerate() {
            bearers.entry(surname).or_default().push(index);
        }
        let mut found = Vec::new();
        for bucket in bearers.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
            for (at, &a) in bucket.iter().enumerate() {
                found.extend(
                    bucket.iter().skip(at + 1).filter(|&&b| self.may_be_one(names, a, b)).map(|&b| (a, b)),
                );
            }
        }
        found.into_iter().map(|(a, b)| (a, b, "name.spelling")).collect()
    }

    fn may_be_one(&self, names: &[(Vec<String>, Vec<String>)], a: usize, b: usize) -> bool {
        let (Some((x, here)), Some((y, there))) = (self.of.get(a), self.of.get(b)) else { return false };
        let given = |index: usize| names.get(index).map(|(given, _)| given.as_slice());
        let (Some([first]), Some([second])) = (given(a), given(b)) else { return false };
        let sexes = gender(first).zip(gender(second));
        spelling::one_letter_apart(first, second)
            && sexes.is_none_or(|(one, other)| one == other)
            && !x.is_disjoint(y)
            && !here.is_empty()
            && here.is_disjoint(there)
    }
}

/// Pairs of people of one given name whose surname is written in one word and in several: `Ada Terhorst`, `Ada Ter Horst`.
pub(super) fn run_together(names: &[(Vec<String>, Vec<String>)]) -> Vec<(usize, usize, &'static str)> {
    let mut groups: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (index, (given, surname)) in names.iter().enumerate() {
        if let [first, rest @ ..] = given.as_slice() {
            let joined: String = rest.iter().chain(surname).map(String::as_str).collect();
            groups.entry((first, joined)).or_default().push(index);
        }
    }
    let pairs = groups.values().filter(|group| group.len() <= MOST_BEARERS);
    pairs
        .flat_map(|group| group.windows(2))
        .filter_map(|pair| match pair {
            [a, b] => Some((*a, *b, "name.spelling")),
            _ => None,
        })
        .collect()
}
