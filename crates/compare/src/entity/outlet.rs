//! The names of one outlet: as its page shows it, as the notice of copyright has it, as its own account calls it.

use super::assign::{Joins, Name};
use super::institution::is_acronym;
use super::item::Item;
use super::page::Page;
use crate::cues;
use corroborate_extract::EntityKind;
use std::collections::BTreeMap;

/// Joins an outlet with the owner whose notice its page bears, where their names begin alike or one is the other's
/// acronym, and with the acronym by which its own account calls it: `NBR`, `NBR English`, `© Norland Broadcasting`.
pub(super) fn join(items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let mut accounts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.page != Some(Page::Signature)) {
        accounts.entry(item.account).or_default().push(index);
    }
    for members in accounts.values() {
        let of = |page: Option<Page>| {
            let members = members.iter().filter_map(|&index| Some((items.get(index)?, &named.get(index)?.0)));
            members.filter(move |(item, _)| item.page == page).collect::<Vec<_>>()
        };
        let (outlets, owners) = (of(Some(Page::Outlet)), of(Some(Page::Owner)));
        let mut link = |a: &Name, b: &Name, rule: &'static str| {
            if let (Some(a), Some(b)) = (joins.index(a), joins.index(b)) {
                joins.join(a, b, rule);
            }
        };
        // `NNS | Norland News Service`
        for (at, (first, a)) in outlets.iter().enumerate() {
            for (_, b) in outlets.iter().skip(at + 1).filter(|(second, _)| is_one(first, second)) {
                link(a, b, "outlet.short");
            }
        }
        for (outlet, a) in &outlets {
            for (_, b) in owners.iter().filter(|(owner, _)| is_one(outlet, owner)) {
                link(a, b, "outlet.owner");
            }
        }
        let called = |item: &Item| matches!(item.kind, EntityKind::Organisation | EntityKind::Other);
        // `the Beacon` in the Daily Beacon.
        for (item, a) in of(None).into_iter().filter(|(item, _)| called(item) && !item.adjective) {
            let own =
                |outlet: &Item| outlet.words.len() > item.words.len() && own_words(outlet) == own_words(item);
            for (_, b) in outlets.iter().filter(|(outlet, _)| own(outlet)) {
                link(a, b, "outlet.short");
            }
        }
        for (item, a) in of(None).into_iter().filter(|(item, _)| called(item) && is_acronym(&item.text)) {
            let [short] = item.words.as_slice() else { continue };
            for (_, b) in outlets.iter().filter(|(outlet, _)| outlet.words.first() == Some(short)) {
                link(a, b, "outlet.short");
            }
            for (_, b) in owners.iter().filter(|(owner, _)| abbreviates(short, &own_words(owner))) {
                link(a, b, "outlet.owner");
            }
        }
    }
}

/// Whether an outlet's name and an owner's are of one.
fn is_one(outlet: &Item, owner: &Item) -> bool {
    let (a, b) = (own_words(outlet), own_words(owner));
    let acronym = |short: &Item, long: &[&str]| {
        let first = short.text.split_whitespace().next().unwrap_or_default();
        is_acronym(first) && long.len() > 1 && short.words.first().is_some_and(|word| abbreviates(word, long))
    };
    let begins = !a.is_empty() && !b.is_empty() && (a.starts_with(&b) || b.starts_with(&a));
    begins || acronym(outlet, &b) || acronym(owner, &a)
}

/// The words of a name but for those of grammar and of how often a paper comes out.
fn own_words(item: &Item) -> Vec<&str> {
    let own = |word: &&str| {
        !cues::SMALL_WORDS.contains(word) && (!cues::ISSUES.contains(word) || item.words.len() < 2)
    };
    item.words.iter().map(String::as_str).filter(own).collect()
}

/// Whether the letters of an acronym are the first of the words in any order, or stand in them in theirs, the first of
/// each among them: `NBR` for *Norland Broadcasting*.
fn abbreviates(acronym: &str, words: &[&str]) -> bool {
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    if words.len() < 2 || letters.len() < 3 {
        return false;
    }
    let mut firsts: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
    let mut sorted = letters.clone();
    firsts.sort_unstable();
    sorted.sort_unstable();
    if firsts == sorted {
        return true;
    }
    let mut at = 0;
    for (index, word) in words.iter().enumerate() {
        let mut rest = word.chars();
        if rest.next() != letters.get(at).copied() {
            return false;
        }
        at += 1;
        let behind = words.len() - index - 1;
        while letters.len() - at > behind && rest.any(|c| Some(&c) == letters.get(at)) {
            at += 1;
        }
    }
    at == letters.len()
}

#[cfg(test)]
mod tests {
    use super::abbreviates;

    #[test]
    fn acronyms_of_outlets() {
        assert!(abbreviates("nbr", &["norland", "broadcasting"]));
        assert!(abbreviates("ntc", &["norland", "coast", "trust"]));
        assert!(!abbreviates("nbx", &["norland", "broadcasting"]));
        assert!(!abbreviates("nb", &["norland", "broadcasting"]), "two letters fit too many names");
        assert!(!abbreviates("nbr", &["norland"]));
    }
}
