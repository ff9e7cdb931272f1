//! Organisations under their names in two languages.

use super::assign::{Joins, Name};
use super::institution::{LEAST_LETTERS, is_acronym};
use super::item::Item;
use crate::cues;
use corroborate_extract::EntityKind;
use corroborate_text::Table;
use std::collections::{BTreeMap, BTreeSet};

/// `NCL` and `LCN` where one is the *Norland Coast League* and the other the *Ligue côtière du Norland*: acronyms of the same
/// letters in another order, whose bearers share a word, and one of whom is named in another language. No account uses
/// both.
pub(super) fn turned_acronyms(
    items: &[Item],
    named: &[(Name, &'static str)],
    organisations: &[(usize, Vec<String>)],
    joins: &mut Joins,
) {
    let mut accounts: BTreeMap<&str, (&Name, BTreeSet<usize>)> = BTreeMap::new();
    for (item, (name, _)) in items.iter().zip(named).filter(|(item, _)| is_acronym(&item.text)) {
        if let (Name::Thing(_, key), 3..) = (name, item.text.len()) {
            accounts.entry(key).or_insert((name, BTreeSet::new())).1.insert(item.account);
        }
    }
    let clusters = joins.clusters();
    let long = |name: &Name| -> Option<&Vec<String>> {
        let of = clusters.find(joins.index(name)?);
        organisations
            .iter()
            .find(|(index, words)| words.len() > 1 && clusters.find(*index) == of)
            .map(|(_, words)| words)
    };
    let letters = |key: &str| {
        let mut letters: Vec<char> = key.chars().filter(|c| c.is_alphabetic()).collect();
        letters.sort_unstable();
        letters
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, (x, (a, here))) in accounts.iter().enumerate() {
        for (y, (b, there)) in accounts.iter().skip(at + 1) {
            let (Some(first), Some(second)) = (long(a), long(b)) else { continue };
            let foreign =
                |words: &[String]| words.iter().any(|word| cues::FOREIGN_WORDS.contains(&word.as_str()));
            let shared =
                first.iter().any(|word| word.chars().count() >= LEAST_LETTERS && second.contains(word));
            if letters(x) == letters(y)
                && here.is_disjoint(there)
                && foreign(first) != foreign(second)
                && shared
                && let (Some(a), Some(b)) = (joins.index(a), joins.index(b))
            {
                pairs.push((a, b));
            }
        }
    }
    for (a, b) in pairs {
        joins.join(a, b, "organisation.acronym");
    }
}

/// `Museo Harrow` for `Harrow Museum`: the word for what it is in another language.
pub(super) fn translated(items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let mut by_words: BTreeMap<Vec<&str>, Vec<(&Name, bool)>> = BTreeMap::new();
    for (item, (name, _)) in items.iter().zip(named).filter(|(item, _)| !item.adjective) {
        let Name::Thing(EntityKind::Organisation | EntityKind::Place | EntityKind::Other, key) = name else {
            continue;
        };
        let (mut foreign, mut headed) = (false, false);
        let mut words: Vec<&str> = Vec::new();
        for word in key.split(' ').filter(|word| !cues::SMALL_WORDS.contains(word)) {
            let head = HEADS.get(word).and_then(|english| std::str::from_utf8(english).ok());
            headed |= head.is_some();
            foreign |= head.is_some_and(|head| head != word);
            words.extend(Some(head.unwrap_or(word)).filter(|word| !cues::FOREIGN_WORDS.contains(word)));
        }
        words.sort_unstable();
        if headed && words.len() > 1 && item.words.len() > 1 {
            by_words.entry(words).or_default().push((name, foreign));
        }
    }
    for names in by_words.values() {
        let native = names.iter().find(|(_, foreign)| !foreign);
        for (name, _) in names.iter().filter(|(_, foreign)| *foreign) {
            if let Some((native, _)) = native
                && let (Some(a), Some(b)) = (joins.index(name), joins.index(native))
            {
                joins.join(a, b, "organisation.translated");
            }
        }
    }
}

/// For each word for a kind of institution in another language, and the English word itself, the English word: the
/// build script lays it out.
static HEADS: Table<'static> =
    Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/institution-words.table")));
