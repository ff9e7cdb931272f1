//! What kind of thing a name names: one kind throughout the story.

use super::item::Item;
use super::page::Page;
use super::spelling::Keys;
use crate::Account;
use corroborate_extract::{EntityKind, is_organisation_kind, is_site_kind, opens_club};
use corroborate_text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Gives one name, in all its spellings, one kind throughout the story: a headline's guess yields to the reading
/// that the text supports.
pub(super) fn settle(accounts: &[Account], items: &mut [Item]) {
    let openings = openings(accounts, items);
    for item in items.iter_mut().filter(|item| matches!(item.kind, EntityKind::Place | EntityKind::Other)) {
        if openings.contains(&item.key()) {
            item.kind = EntityKind::Organisation;
        }
    }
    let mut votes: BTreeMap<String, BTreeMap<EntityKind, usize>> = BTreeMap::new();
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    let mut spelled = Keys::default();
    let keys: Vec<String> = items
        .iter()
        .map(|item| item.words.iter().map(|word| spelled.of(word).to_owned()).collect::<Vec<_>>().join(" "))
        .collect();
    let mut short = short_names(items, &mut spelled);
    let named = full_names(items, &mut spelled);
    // What the mine is of the other names tell.
    let sites: Vec<bool> =
        items.iter().map(|item| item.words.len() == 1 && site_of(accounts, item).is_some()).collect();
    for ((item, key), _) in
        items.iter().zip(&keys).zip(&sites).filter(|((item, _), site)| item.is_told() && !**site)
    {
        let weight = match item {
            item if item.sure => 6,
            item if item.title.is_some() || item.honorific => 3,
            _ => 1,
        };
        *votes.entry(key.clone()).or_default().entry(item.kind).or_default() += weight;
        if item.is_full_name() {
            surnames.extend(item.words.last().map(|word| spelled.of(word).to_owned()));
        }
    }
    // What is somewhere clearly a place.
    let placed: BTreeSet<&String> = items
        .iter()
        .zip(&keys)
        .zip(&sites)
        .filter(|(_, site)| !**site)
        .map(|(named, _)| named)
        .filter(|(item, _)| {
            item.kind == EntityKind::Place
                && item.words.len() == 1
                && (item.full != item.span || is_placed(accounts, item))
        })
        .map(|(_, key)| key)
        .collect();
    // A newspaper is named for its town.
    for item in items.iter().filter(|item| item.page == Some(Page::Outlet) && item.words.len() > 1) {
        let town = item.words.first().map(|word| spelled.of(word).to_owned());
        town.filter(|town| placed.contains(town)).map(|town| short.remove(&town));
    }
    for (item, key) in items.iter_mut().zip(&keys).filter(|(item, _)| item.is_told()) {
        if item.country.is_some() || item.adjective || item.kind == EntityKind::Group {
            continue;
        }
        let Some(vote) = votes.get(key) else { continue };
        let count = |kind: EntityKind| vote.get(&kind).copied().unwrap_or_default();
        let bearer = item.words.len() == 1 && surnames.contains(key);
        let unplaced = bearer && !placed.contains(key);
        let person = count(EntityKind::Person);
        let known = |word: &str| named.get(&(item.account, word.to_owned())).copied();
        let part = if item.words.len() == 1 { known(key) } else { None };
        let told = item.title.is_some() || item.honorific;
        // `Tadeo` or `Marsh` where the account has `Tadeo Marsh`.
        let kind = if item.kind == EntityKind::Other && part.is_some()
            || item.kind == EntityKind::Place && part == Some(true) && !is_placed(accounts, item)
        {
            EntityKind::Person
        } else if !told
            && short.contains(key)
            && item.words.len() == 1
            && count(EntityKind::Place) <= person + count(EntityKind::Other) + count(EntityKind::Organisation)
        {
            // `Harrow` where the story has `Harrow Foods`.
            EntityKind::Organisation
        } else if bearer && (unplaced || person > 0 && person >= count(EntityKind::Place)) {
            EntityKind::Person
        } else {
            // In this order where the votes are equal.
            [EntityKind::Place, EntityKind::Organisation, EntityKind::Person, EntityKind::Other]
                .into_iter()
                .rev()
                .max_by_key(|kind| count(*kind))
                .unwrap_or(item.kind)
        };
        if kind == EntityKind::Person && item.kind != EntityKind::Person && item.surname.is_empty() {
            let last = item.words.len().saturating_sub(1);
            let (given, surname) =
                item.words.split_at(if item.text.contains(char::is_whitespace) { last } else { 0 });
            item.given = given.to_vec();
            item.surname = surname.to_vec();
        }
        item.kind = kind;
        if kind == EntityKind::Organisation {
            name_site(accounts, item);
        }
    }
}

/// A mine or dam is not the firm whose name it bears: `the Harrow mine` of `Harrow Copper plc`.
fn name_site(accounts: &[Account], item: &mut Item) {
    if let Some(site) = site_of(accounts, item) {
        item.words.push(site);
        item.text =
            item.full.of(accounts.get(item.account).map_or("", |account| &account.article.text)).to_owned();
        item.kind = EntityKind::Place;
    }
}

/// The kind of site behind a name, where it bears one: `mine`.
fn site_of(accounts: &[Account], item: &Item) -> Option<String> {
    let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    let behind = Span::new(item.span.end(), item.full.end().max(item.span.end())).of(text);
    behind.split_whitespace().last().map(fold).filter(|site| is_site_kind(site))
}

/// The names of several words, read as places or unknown things, that firms of the story go on from: `Arden River` where
/// the story has `Arden River Metals`, and nowhere `the Arden River` or `in Arden River`.
fn openings(accounts: &[Account], items: &[Item]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for item in items.iter().filter(|item| item.kind == EntityKind::Organisation && item.words.len() > 2) {
        if item.words.last().is_some_and(|last| is_organisation_kind(last)) && !item.text.contains(" & ") {
            let cuts = 2..item.words.len();
            found.extend(cuts.filter_map(|cut| item.words.get(..cut)).map(|words| words.join(" ")));
        }
    }
    for item in items.iter().filter(|item| matches!(item.kind, EntityKind::Place | EntityKind::Other)) {
        if found.contains(&item.key()) && (item.full != item.span || is_placed(accounts, item)) {
            found.remove(&item.key());
        }
    }
    found
}

/// For each account the words of its people's full names, and whether each is a surname.
fn full_names<'w>(items: &'w [Item], spelled: &mut Keys<'w>) -> BTreeMap<(usize, String), bool> {
    let mut named = BTreeMap::new();
    for item in items.iter().filter(|item| item.is_told_in_full()) {
        let first = item.given.first().map(|word| (word, false));
        let last = item.surname.last().map(|word| (word, true));
        for (word, surname) in first.into_iter().chain(last) {
            *named.entry((item.account, spelled.of(word).to_owned())).or_insert(false) |= surname;
        }
    }
    named
}

/// Bodies of one first word from which on it is a place's name rather than a firm's.
const MOST_BODIES: usize = 3;

/// The single words that stand for the longer name of an organisation of the story, and for nobody's.
fn short_names<'w>(items: &'w [Item], spelled: &mut Keys<'w>) -> BTreeSet<String> {
    let mut short = BTreeSet::new();
    // A name without the word of an organisation counts from the second time on.
    let mut firms: BTreeMap<String, u32> = BTreeMap::new();
    // What several bodies bear is where they are: `Harwick Council`, `Harwick Rail`, `the Harwick Echo`.
    let mut bodies: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let organisation =
        |item: &&Item| item.kind == EntityKind::Organisation && item.words.len() > 1 && item.is_told();
    for item in items.iter().filter(organisation) {
        let (Some(first), Some(last)) = (item.words.first(), item.words.last()) else { continue };
        if opens_club(first) {
            short.insert(spelled.of(last).to_owned());
        } else if !item.text.contains(" & ") {
            let next = item.words.get(1).map(String::as_str).unwrap_or_default();
            bodies.entry(spelled.of(first).to_owned()).or_default().insert(next);
            *firms.entry(spelled.of(first).to_owned()).or_default() +=
                if is_organisation_kind(last) { 2 } else { 1 };
        }
    }
    let own = |word: &String| bodies.get(word).is_none_or(|next| next.len() < MOST_BODIES);
    short.extend(firms.into_iter().filter(|(word, weight)| *weight > 1 && own(word)).map(|(word, _)| word));
    for item in items.iter().filter(|item| item.is_told_in_full()) {
        for word in &item.words {
            short.remove(spelled.of(word));
        }
    }
    short
}

/// Whether the word before says that a place is meant.
fn is_placed(accounts: &[Account], item: &Item) -> bool {
    let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    let before = text.get(..item.span.start()).unwrap_or_default().trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "in" | "near" | "outside" | "In" | "Near" | "Outside")
        || item.words.len() > 1 && matches!(word, "the" | "The")
}
