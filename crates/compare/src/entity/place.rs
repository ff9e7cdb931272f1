//! Places: countries by their many names, capitals by how they are used, the rest by their words.

use super::assign::{Joins, Name};
use super::capital;
use super::item::{Item, words};
use super::spelling;
use crate::Account;
use crate::cues;
use corroborate_extract::{CountryForm, EntityKind, is_place_kind, opens_place};
use corroborate_text::rows;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Names every mention that the country table knows, and every other place.
pub(super) fn name(accounts: &[Account], items: &[Item], named: &mut [(Name, &'static str)]) {
    let usage = capital::Usage::of(accounts, items);
    for (item, slot) in items.iter().zip(named) {
        if item.kind == EntityKind::Person {
            continue;
        }
        *slot = match item.country {
            Some((country, CountryForm::Name)) => {
                (Name::Country(country), if item.text == country { "name.same" } else { "country.alias" })
            }
            Some((country, CountryForm::Seat)) => (Name::Country(country), "country.seat"),
            Some((country, CountryForm::Adjective)) => (Name::Country(country), "country.adjective"),
            Some((country, CountryForm::Demonym)) => (Name::Country(country), "country.demonym"),
            Some((country, CountryForm::Capital)) if usage.is_government(accounts, item) => {
                (Name::Country(country), "country.capital")
            }
            _ if item.kind == EntityKind::Place || item.country.is_some() => {
                (Name::Thing(EntityKind::Place, item.key()), "name.same")
            }
            _ => continue,
        };
    }
}

/// Joins the spellings of one place, and a name with and without its kind: `Arden` and `Arden Province`.
pub(super) fn join(joins: &mut Joins) {
    let mut spelled: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut variants: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut kinds: Vec<(usize, String)> = Vec::new();
    for (index, name) in joins.names().iter().enumerate() {
        let Name::Thing(EntityKind::Place, key) = name else { continue };
        let parts: Vec<&str> = key.split(' ').collect();
        let key_of: Vec<String> = parts.iter().map(|word| spelling::key(word)).collect();
        spelled.entry(key_of.join(" ")).or_default().push(index);
        if let Some(group) = VARIANTS.get(key.as_str()) {
            variants.entry(*group).or_default().push(index);
        }
        if let [bare @ .., kind] = parts.as_slice()
            && !bare.is_empty()
            && is_place_kind(kind)
            && !cues::NAMESAKE_PLACES.contains(kind)
        {
            kinds.push((index, bare.join(" ")));
        }
    }
    // `Vila Norte` and `Norte`
    for (index, name) in joins.names().iter().enumerate() {
        let Name::Thing(EntityKind::Place, key) = name else { continue };
        if let Some((opener, bare)) = key.split_once(' ')
            && opens_place(opener)
            && !bare.contains(' ')
        {
            kinds.push((index, bare.to_owned()));
        }
    }
    for group in spelled.values() {
        chain(joins, group, "name.transliteration");
    }
    for group in variants.values() {
        chain(joins, group, "place.variant");
    }
    for (index, bare) in kinds {
        if let Some(other) = joins.index(&Name::Thing(EntityKind::Place, bare)) {
            joins.join(index, other, "place.kind");
        }
    }
}

fn chain(joins: &mut Joins, group: &[usize], rule: &'static str) {
    for pair in group.windows(2) {
        if let [a, b] = pair {
            joins.join(*a, *b, rule);
        }
    }
}

/// For each name of `place-variants.txt` its line.
static VARIANTS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    rows(include_str!("../../data/place-variants.txt"))
        .enumerate()
        .flat_map(|(index, line)| line.split('|').map(move |name| (words(name).join(" "), index)))
        .collect()
});
