//! From mentions to entities: every mention belongs to a unit (one name), and units that name one thing join.

use super::clusters::Clusters;
use super::item::Item;
use super::{Entity, EntityMention, alias, full, institution, outlet, person, place, slip};
use crate::{Account, Place};
use corroborate_extract::EntityKind;
use std::collections::BTreeMap;

/// One name: all mentions that no rule could tell apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    /// A country or region of the table.
    Country(&'static str),
    /// A person's given names and surname.
    Person(Vec<String>, Vec<String>),
    /// A part of a person's name whose bearer is not told in full.
    Bare(String),
    /// The same within one account, where the story leaves open who is meant.
    Unclear(usize, String),
    /// The name of anything else.
    Thing(EntityKind, String),
}

/// The units of a story: for every item its unit and rule, and the units' clusters.
#[derive(Debug)]
pub(super) struct Units {
    /// For every item, its unit and the rule that put it there.
    pub(super) of: Vec<(usize, &'static str)>,
    pub(super) clusters: Clusters,
    /// For every unit, the rule that joined it to another.
    pub(super) joined: Vec<Option<&'static str>>,
    pub(super) names: Vec<Name>,
}

/// The names of a story, numbered in their own order, not in that of the accounts.
#[derive(Debug, Default)]
pub(super) struct Joins {
    names: Vec<Name>,
    edges: Vec<(usize, usize, &'static str)>,
}

impl Joins {
    pub(super) fn names(&self) -> &[Name] {
        &self.names
    }

    pub(super) fn index(&self, name: &Name) -> Option<usize> {
        self.names.binary_search(name).ok()
    }

    /// The names joined so far.
    pub(super) fn clusters(&self) -> Clusters {
        let mut clusters = Clusters::new(self.names.len());
        for &(a, b, _) in &self.edges {
            clusters.join(a, b);
        }
        clusters
    }

    pub(super) fn join(&mut self, a: usize, b: usize, rule: &'static str) {
        if a != b {
            self.edges.push((a.min(b), a.max(b), rule));
        }
    }
}

/// Puts every item into a unit and joins the units.
pub(super) fn units(accounts: &[Account], items: &[Item]) -> Units {
    let mut named: Vec<(Name, &'static str)> = vec![(Name::Bare(String::new()), ""); items.len()];
    place::name(accounts, items, &mut named);
    institution::name(items, &mut named);
    person::name(items, &mut named);
    let mut names: Vec<Name> = named.iter().map(|(name, _)| name.clone()).collect();
    names.sort();
    names.dedup();
    let mut joins = Joins { names, edges: Vec::new() };
    place::join(&mut joins);
    institution::join(accounts, items, &named, &mut joins);
    outlet::join(items, &named, &mut joins);
    full::join(items, &named, &mut joins);
    slip::join(items, &named, &mut joins);
    alias::join(accounts, items, &named, &mut joins);
    let Joins { names, mut edges } = joins;
    edges.sort_unstable();
    let mut clusters = Clusters::new(names.len());
    let mut joined = vec![None; names.len()];
    for (a, b, rule) in edges {
        clusters.join(a, b);
        for unit in [a, b] {
            if let Some(slot @ None) = joined.get_mut(unit) {
                *slot = Some(rule);
            }
        }
    }
    let of =
        named.iter().map(|(name, rule)| (names.binary_search(name).unwrap_or_default(), *rule)).collect();
    Units { of, clusters, joined, names }
}

/// The entities, in the order of their first mentions.
pub(super) fn entities(items: &[Item], units: &Units) -> Vec<Entity> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, (unit, _)) in units.of.iter().enumerate() {
        groups.entry(units.clusters.find(*unit)).or_default().push(index);
    }
    let mut entities: Vec<Entity> =
        groups.values().filter_map(|members| entity(items, units, members)).collect();
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.place));
    entities
}

fn entity(items: &[Item], units: &Units, members: &[usize]) -> Option<Entity> {
    let main = main_unit(items, units, members)?;
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<EntityKind, usize> = BTreeMap::new();
    let mut mentions = Vec::with_capacity(members.len());
    for &index in members {
        let (item, (unit, rule)) = (items.get(index)?, *units.of.get(index)?);
        if unit == main && !item.adjective {
            // A name in capitals is a headline's way of writing it.
            let shouted = item.text.chars().filter(|c| c.is_alphabetic()).count() > 4
                && !item.text.chars().any(char::is_lowercase);
            *forms.entry(item.text.as_str()).or_default() += if shouted { 0 } else { 2 };
        }
        if !item.adjective {
            *kinds.entry(item.kind).or_default() += 1;
        }
        let rule = if unit == main || rule != "name.same" {
            rule
        } else {
            units.joined.get(unit).copied().flatten().unwrap_or(rule)
        };
        mentions.push(EntityMention {
            place: Place { account: item.account, span: item.span },
            full: item.full,
            rule,
        });
    }
    mentions.sort_by_key(|mention| mention.place);
    let first = members.first().and_then(|&index| items.get(index))?;
    let country = match units.names.get(main) {
        Some(Name::Country(name)) => Some(*name),
        _ => None,
    };
    let kind = match country {
        Some(_) if kinds.is_empty() => EntityKind::Group,
        Some(_) => EntityKind::Place,
        None => kinds.iter().rev().max_by_key(|(_, count)| **count).map_or(first.kind, |(kind, _)| *kind),
    };
    let name = forms
        .iter()
        .max_by_key(|(text, count)| (**count, text.len(), std::cmp::Reverse(**text)))
        .map_or_else(|| country.unwrap_or(first.text.as_str()), |(text, _)| text);
    // Of a country's names the table's own, where the story uses it.
    let name = country.filter(|country| forms.contains_key(country)).unwrap_or(name);
    Some(Entity { name: name.to_owned(), kind, mentions })
}

/// The unit whose name is the fullest and most used: the others joined it.
fn main_unit(items: &[Item], units: &Units, members: &[usize]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &index in members {
        let (unit, _) = units.of.get(index)?;
        *counts.entry(*unit).or_default() +=
            usize::from(items.get(index).is_some_and(|item| !item.adjective)).max(1);
    }
    let rank = |unit: usize| match units.names.get(unit) {
        Some(Name::Country(_)) => 3,
        Some(Name::Person(..)) => 2,
        // An acronym is no name to show where the words are known.
        Some(Name::Thing(_, key)) => usize::from(key.contains(' ')),
        _ => 0,
    };
    counts
        .into_iter()
        .max_by_key(|&(unit, count)| (rank(unit), count, std::cmp::Reverse(unit)))
        .map(|(unit, _)| unit)
}
