//! People by parts of their names: which full name a surname or a given name stands for.

use super::assign::Name;
use super::clusters::Clusters;
use super::full;
use super::item::Item;
use super::signer::Signers;
use super::spelling;
use corroborate_extract::{EntityKind, gender};
use std::collections::{BTreeMap, BTreeSet};

/// A full name that stands before a part of one.
struct Before {
    index: usize,
    sentence: usize,
    /// Whether its sentence speaks of a relative.
    related: bool,
}

/// The full names of a story and who of them is one person.
struct People {
    /// Distinct full names, in order.
    names: Vec<(Vec<String>, Vec<String>)>,
    groups: Clusters,
    /// For the spelling key of a first given name, and of a surname's first and last word, who bears it.
    bearers: BTreeMap<String, Vec<usize>>,
}

/// Names every mention of a person: by its full name, or by the full name it is part of.
pub(super) fn name(items: &[Item], named: &mut [(Name, &'static str)]) {
    let people = People::of(items);
    let mut pending: Vec<usize> = Vec::new();
    let mut accounts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.kind == EntityKind::Person) {
        accounts.entry(item.account).or_default().push(index);
    }
    let mut titles: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for members in accounts.values() {
        for item in members.iter().filter_map(|&index| items.get(index)).filter(|item| item.is_told_in_full())
        {
            if let (Some(group), Some(title)) = (people.group(item), item.title.as_deref()) {
                titles.entry(group).or_default().insert(title);
            }
        }
    }
    for members in accounts.values() {
        let local: BTreeSet<usize> = members
            .iter()
            .filter_map(|&index| items.get(index))
            .filter(|item| item.is_told_in_full())
            .filter_map(|item| people.index(item))
            .collect();
        let named_here: Vec<usize> = members
            .iter()
            .filter_map(|&index| items.get(index))
            .filter(|item| item.is_told_in_full())
            .filter_map(|item| people.index(item))
            .collect();
        let mut before: Vec<Before> = Vec::new();
        // Who has been called by the surname alone.
        let mut called: BTreeSet<usize> = BTreeSet::new();
        for &index in members {
            let (Some(item), Some(slot)) = (items.get(index), named.get_mut(index)) else { continue };
            if item.is_full_name() {
                *slot = (Name::Person(item.given.clone(), item.surname.clone()), "name.same");
                before.extend(people.index(item).filter(|_| item.is_told()).map(|index| Before {
                    index,
                    sentence: item.sentence,
                    related: item.related,
                }));
            } else if let Some((bearer, rule)) =
                people.bearer(item, Some((&local, &named_here)), (&before, &called), &titles)
            {
                called.insert(people.groups.find(bearer));
                *slot = (people.name(bearer), rule);
            } else {
                pending.push(index);
            }
        }
    }
    // How many accounts name each person in full.
    let mut spread: BTreeMap<usize, usize> = BTreeMap::new();
    for members in accounts.values() {
        let here: BTreeSet<usize> = members
            .iter()
            .filter_map(|&index| items.get(index))
            .filter(|item| item.is_told_in_full())
            .filter_map(|item| people.group(item))
            .collect();
        for group in here {
            *spread.entry(group).or_default() += 1;
        }
    }
    // What its own account does not tell, another may: if only one bearer is named anywhere in the story.
    for index in pending {
        let (Some(item), Some(slot)) = (items.get(index), named.get_mut(index)) else { continue };
        *slot = match people
            .bearer(item, None, (&[], &BTreeSet::new()), &titles)
            .or_else(|| people.main(item, &spread))
        {
            Some((bearer, rule)) => (people.name(bearer), rule),
            None if people.is_borne(item) => (Name::Unclear(item.account, item.key()), "name.same"),
            None => (Name::Bare(item.key()), "name.same"),
        };
    }
}

impl People {
    fn of(items: &[Item]) -> Self {
        let names: BTreeSet<(Vec<String>, Vec<String>)> = items
            .iter()
            .filter(|item| item.is_told_in_full())
            .map(|item| (item.given.clone(), item.surname.clone()))
            .collect();
        let names: Vec<_> = names.into_iter().collect();
        let mut groups = Clusters::new(names.len());
        for (a, b, _) in full::links(&names, &Signers::default()) {
            groups.join(a, b);
        }
        let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, (given, surname)) in names.iter().enumerate() {
            let words: BTreeSet<String> = [given.first(), surname.first(), surname.last()]
                .into_iter()
                .flatten()
                .map(|word| spelling::key(word))
                .collect();
            for word in words {
                bearers.entry(word).or_default().push(index);
            }
        }
        Self { names, groups, bearers }
    }

    /// The full names that a part of a name may stand for, with how it fits each, in order.
    fn fitting(&self, item: &Item) -> Vec<(usize, Tier)> {
        let words: BTreeSet<String> = [item.words.first(), item.words.last()]
            .into_iter()
            .flatten()
            .map(|word| spelling::key(word))
            .collect();
        let indices: BTreeSet<usize> =
            words.iter().filter_map(|word| self.bearers.get(word)).flatten().copied().collect();
        indices.into_iter().filter_map(|index| Some((index, tier(item, self.names.get(index)?)?))).collect()
    }

    fn index(&self, item: &Item) -> Option<usize> {
        self.names
            .binary_search_by(|(given, surname)| (given, surname).cmp(&(&item.given, &item.surname)))
            .ok()
    }

    fn group(&self, item: &Item) -> Option<usize> {
        self.index(item).map(|index| self.groups.find(index))
    }

    fn name(&self, index: usize) -> Name {
        let (given, surname) = self.names.get(index).cloned().unwrap_or_default();
        Name::Person(given, surname)
    }

    /// Whether the story has several bearers of this part of a name.
    fn is_borne(&self, item: &Item) -> bool {
        !self.fitting(item).is_empty()
    }

    /// Of several bearers the one whom twice as many accounts name in full as any other.
    fn main(&self, item: &Item, spread: &BTreeMap<usize, usize>) -> Option<(usize, &'static str)> {
        let fitting = self.fitting(item);
        let best = fitting.iter().map(|(_, tier)| *tier).min()?;
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, _) in fitting.iter().filter(|(_, tier)| *tier == best) {
            groups.entry(self.groups.find(*index)).or_insert(*index);
        }
        let accounts = |group: &usize| spread.get(group).copied().unwrap_or_default();
        let (&most, &bearer) = groups.iter().rev().max_by_key(|(group, _)| accounts(group))?;
        let others = groups.keys().filter(|group| **group != most).map(accounts).max().unwrap_or_default();
        (accounts(&most) >= 2 * others && accounts(&most) > 1).then_some((bearer, "name.main"))
    }

    /// The full name, among `candidates` or all, that a part of a name stands for. The candidates are the full names
    /// of its account, as a set and in the order of the text; `before` are those that precede it, the nearest last;
    /// `called` is who has been called by the surname alone.
    fn bearer(
        &self,
        item: &Item,
        candidates: Option<(&BTreeSet<usize>, &[usize])>,
        (before, called): (&[Before], &BTreeSet<usize>),
        titles: &BTreeMap<usize, BTreeSet<&str>>,
    ) -> Option<(usize, &'static str)> {
        let mut tiers = self.fitting(item);
        tiers.retain(|(index, _)| candidates.is_none_or(|(named, _)| named.contains(index)));
        // `Mr Berg` is not Anna Berg.
        let told = |index: usize| {
            let given = self.names.get(index).and_then(|(given, _)| given.first());
            given.and_then(|word| gender(word))
        };
        tiers.retain(|(index, _)| {
            item.gender.is_none_or(|gender| told(*index).is_none_or(|other| other == gender))
        });
        let best = tiers.iter().map(|(_, tier)| *tier).min()?;
        let fitting: Vec<usize> =
            tiers.iter().filter(|(_, tier)| *tier == best).map(|(index, _)| *index).collect();
        let groups: BTreeSet<usize> = fitting.iter().map(|&index| self.groups.find(index)).collect();
        if groups.len() == 1 {
            return Some((*fitting.first()?, best.rule()));
        }
        if let Some(title) = item.title.as_deref() {
            let titled = |index: &usize| {
                titles.get(&self.groups.find(*index)).is_some_and(|known| known.contains(title))
            };
            let held: Vec<usize> = fitting.iter().copied().filter(titled).collect();
            let holders: BTreeSet<usize> = held.iter().map(|&index| self.groups.find(index)).collect();
            if holders.len() == 1 {
                return Some((*held.first()?, "name.title"));
            }
        }
        let nearest = before.iter().rev().find(|before| fitting.contains(&before.index));
        let first = *candidates?.1.iter().find(|index| fitting.contains(index))?;
        // Accounts keep the surname alone for the person whom they are about, and call the family in full.
        let Some(nearest) = nearest else { return Some((first, "name.main")) };
        let own = self.groups.find(nearest.index);
        let apart =
            nearest.sentence != item.sentence && best != Tier::Given && own != self.groups.find(first);
        let taken = called.contains(&self.groups.find(first)) && !called.contains(&own);
        if apart && (taken || nearest.related) {
            return Some((first, "name.main"));
        }
        Some((nearest.index, "name.nearest"))
    }
}

/// How a part of a name fits a full name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// `Sir Ivor`: an honorific that goes with the given name.
    Knight,
    Surname,
    /// The surname in another transliteration.
    Spelled,
    Given,
}

impl Tier {
    const fn rule(self) -> &'static str {
        match self {
            Self::Knight => "name.honorific",
            Self::Surname => "name.surname",
            Self::Spelled => "name.transliteration",
            Self::Given => "name.given",
        }
    }
}

fn tier(item: &Item, (given, surname): &(Vec<String>, Vec<String>)) -> Option<Tier> {
    let words = item.words.as_slice();
    if item.honorific && words.len() == 1 && given.first() == words.first() {
        return Some(Tier::Knight);
    }
    if surname.ends_with(words) || surname.starts_with(words) {
        return Some(Tier::Surname);
    }
    let spelled = |words: &[String]| words.iter().map(|word| spelling::key(word)).collect::<Vec<_>>();
    if spelled(surname) == spelled(words) {
        return Some(Tier::Spelled);
    }
    (words.len() == 1 && !item.honorific && given.first() == words.first()).then_some(Tier::Given)
}
