//! People: full names first, then the parts of names.

use super::assign::{Joins, Name};
use super::clusters::Clusters;
use super::given::{self, Likeness, alike};
use super::item::Item;
use super::respelled::{Titled, run_together};
use super::spelling;
use crate::pairs::pairs;
use corroborate_extract::{EntityKind, gender};
use std::collections::{BTreeMap, BTreeSet};

/// Full names of one surname beyond which only equal given names are compared: a list, not a story.
pub(super) const MOST_BEARERS: usize = 200;

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
        for item in members.iter().filter_map(|&index| items.get(index)).filter(|item| is_told_in_full(item))
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
            .filter(|item| is_told_in_full(item))
            .filter_map(|item| people.index(item))
            .collect();
        let named_here: Vec<usize> = members
            .iter()
            .filter_map(|&index| items.get(index))
            .filter(|item| is_told_in_full(item))
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
            .filter(|item| is_told_in_full(item))
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

/// Whether the account itself names a person in full: who signed it is not whom it tells of.
pub(super) fn is_told_in_full(item: &Item) -> bool {
    item.is_full_name() && item.is_told()
}

/// Who only signed accounts, of the full names of a story, and which accounts have each name.
#[derive(Default)]
struct Signers {
    signed: Vec<bool>,
    accounts: Vec<BTreeSet<usize>>,
}

impl Signers {
    fn of(
        full: &[(usize, Vec<String>, Vec<String>)],
        items: &[Item],
        named: &[(Name, &'static str)],
        joins: &Joins,
    ) -> Self {
        let places: BTreeMap<usize, usize> =
            full.iter().enumerate().map(|(at, (index, ..))| (*index, at)).collect();
        let mut signers =
            Self { signed: vec![true; full.len()], accounts: vec![BTreeSet::new(); full.len()] };
        for (item, (name, _)) in items.iter().zip(named).filter(|(item, _)| item.is_full_name()) {
            let Some(&at) = joins.index(name).and_then(|index| places.get(&index)) else { continue };
            if let (Some(signed), Some(accounts)) = (signers.signed.get_mut(at), signers.accounts.get_mut(at))
            {
                *signed &= !item.is_told();
                accounts.insert(item.account);
            }
        }
        signers
    }

    fn is_signer(&self, at: usize) -> bool {
        self.signed.get(at).copied().unwrap_or_default()
    }

    /// Whether two full names may be one person's. A reporter is nobody of the story for a name that is merely alike,
    /// but may stand in the same account by an initial: `Anna Berg`, `Picture: A. Berg`.
    fn may_link(&self, a: usize, b: usize, initial: Option<usize>) -> bool {
        if !self.is_signer(a) && !self.is_signer(b) {
            return true;
        }
        let together = self.accounts.get(a).zip(self.accounts.get(b)).is_some_and(|(x, y)| !x.is_disjoint(y));
        let full = initial.map(|short| if short == a { b } else { a });
        together && full.map_or(self.is_signer(a) && self.is_signer(b), |full| self.is_signer(full))
    }
}

/// Joins the full names of one person, and the bare names that are spellings of one another.
pub(super) fn join(items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let mut full: Vec<(usize, Vec<String>, Vec<String>)> = Vec::new();
    let mut bare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, name) in joins.names().iter().enumerate() {
        match name {
            Name::Person(given, surname) => full.push((index, given.clone(), surname.clone())),
            Name::Bare(key) => {
                let spelled: Vec<String> = key.split(' ').map(spelling::key).collect();
                bare.entry(spelled.join(" ")).or_default().push(index);
            }
            _ => {}
        }
    }
    for group in bare.values() {
        for pair in group.windows(2) {
            if let [a, b] = pair {
                joins.join(*a, *b, "name.transliteration");
            }
        }
    }
    let names: Vec<(Vec<String>, Vec<String>)> =
        full.iter().map(|(_, given, surname)| (given.clone(), surname.clone())).collect();
    let signers = Signers::of(&full, items, named, joins);
    let titled = Titled::of(items, &names);
    for (a, b, rule) in links(&names, &signers).into_iter().chain(titled.links(&names)) {
        if let (Some((a, ..)), Some((b, ..))) = (full.get(a), full.get(b)) {
            joins.join(*a, *b, rule);
        }
    }
}

impl People {
    fn of(items: &[Item]) -> Self {
        let names: BTreeSet<(Vec<String>, Vec<String>)> = items
            .iter()
            .filter(|item| is_told_in_full(item))
            .map(|item| (item.given.clone(), item.surname.clone()))
            .collect();
        let names: Vec<_> = names.into_iter().collect();
        let mut groups = Clusters::new(names.len());
        for (a, b, _) in links(&names, &Signers::default()) {
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

/// Pairs of full names that are one person's, with the rule that says so.
fn links(names: &[(Vec<String>, Vec<String>)], signers: &Signers) -> Vec<(usize, usize, &'static str)> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut slips: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, (given, surname)) in names.iter().enumerate() {
        let last = surname.last().map(|word| spelling::key(word)).unwrap_or_default();
        let opening: String = last.chars().take(2).collect();
        buckets.entry(last).or_default().push(index);
        slips.entry((given.join(" "), opening)).or_default().push(index);
    }
    let mut sure = Vec::new();
    let mut initials = Vec::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                match names.get(a).zip(names.get(b)).and_then(|(x, y)| likeness(x, y)) {
                    Some((Likeness::Initial, rule)) => initials.push((a, b, rule)),
                    Some((_, rule)) => sure.push((a, b, rule)),
                    None => {}
                }
            }
        }
    }
    for bucket in slips.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                let apart = names.get(a).zip(names.get(b)).is_some_and(|(x, y)| {
                    x.1.len() == y.1.len()
                        && x.1.iter().zip(&y.1).all(|(x, y)| {
                            x == y || spelling::one_letter_apart(x, y) || spelling::transposed(x, y)
                        })
                });
                if apart {
                    sure.push((a, b, "name.spelling"));
                }
            }
        }
    }
    sure.extend(sounding(names));
    sure.extend(run_together(names));
    sure.retain(|&(a, b, _)| signers.may_link(a, b, None));
    tell_apart(names, &mut sure);
    let is_initial = |index: usize| {
        names.get(index).and_then(|(given, _)| given.first()).is_some_and(|word| word.chars().count() == 1)
    };
    let short = |a: usize, b: usize| [a, b].into_iter().find(|&index| is_initial(index));
    initials.retain(|&(a, b, _)| signers.may_link(a, b, short(a, b)));
    // Whom the accounts tell of goes before who signed them.
    let told: BTreeSet<usize> = initials
        .iter()
        .filter(|&&(a, b, _)| !signers.is_signer(a) && !signers.is_signer(b))
        .filter_map(|&(a, b, _)| short(a, b))
        .collect();
    initials.retain(|&(a, b, _)| {
        let signed = signers.is_signer(a) || signers.is_signer(b);
        !signed || short(a, b).is_none_or(|short| !told.contains(&short))
    });
    // An initial fits if it fits one person only.
    let mut groups = Clusters::new(names.len());
    for &(a, b, _) in &sure {
        groups.join(a, b);
    }
    let mut fits: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(a, b, _) in &initials {
        fits.entry(groups.find(a)).or_default().insert(groups.find(b));
        fits.entry(groups.find(b)).or_default().insert(groups.find(a));
    }
    let single = |index: usize| fits.get(&groups.find(index)).is_some_and(|others| others.len() == 1);
    initials.retain(|&(a, b, _)| (!is_initial(a) || single(a)) && (!is_initial(b) || single(b)));
    sure.extend(initials);
    sure
}

/// Pairs of people of one given name whose surnames sound alike.
fn sounding(names: &[(Vec<String>, Vec<String>)]) -> Vec<(usize, usize, &'static str)> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (given, _)) in names.iter().enumerate() {
        let first = given.first().map(|word| spelling::key(given::stem(word))).unwrap_or_default();
        buckets.entry(first.trim_end_matches('e').to_owned()).or_default().push(index);
    }
    let mut found = Vec::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                let alike = names.get(a).zip(names.get(b)).is_some_and(|(x, y)| {
                    let given = matches!(alike(&x.0, &y.0), Some(Likeness::Same | Likeness::Variant));
                    given && x.1 != y.1 && spelling::sound_alike(&x.1, &y.1)
                });
                if alike {
                    found.push((a, b, "name.spelling"));
                }
            }
        }
    }
    found
}

/// Drops the links of a fuller name that would make one person of two: `Anna Berg` fits both `Anna Maria Berg` and
/// `Anna Karin Berg`.
fn tell_apart(names: &[(Vec<String>, Vec<String>)], links: &mut Vec<(usize, usize, &'static str)>) {
    let mut neighbours: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(a, b, _) in links.iter() {
        neighbours.entry(a).or_default().insert(b);
        neighbours.entry(b).or_default().insert(a);
    }
    let torn = |index: usize| {
        let Some(around) = neighbours.get(&index) else { return false };
        pairs(around).any(|(a, b)| {
            names.get(*a).zip(names.get(*b)).is_some_and(|((x, _), (y, _))| {
                x.first() == y.first() && x.len() > 1 && y.len() > 1 && alike(x, y).is_none()
            })
        })
    };
    links.retain(|&(a, b, rule)| rule != "name.fuller" || !(torn(a) || torn(b)));
}

fn likeness(
    (a_given, a_surname): &(Vec<String>, Vec<String>),
    (b_given, b_surname): &(Vec<String>, Vec<String>),
) -> Option<(Likeness, &'static str)> {
    let given = alike(a_given, b_given)?;
    let same = a_surname == b_surname;
    let spelled = |words: &[String]| words.iter().map(|word| spelling::key(word)).collect::<Vec<_>>();
    if !same && spelled(a_surname) != spelled(b_surname) {
        return None;
    }
    let rule = match given {
        Likeness::Same | Likeness::Fuller if !same => "name.transliteration",
        Likeness::Same => "name.same",
        Likeness::Fuller => "name.fuller",
        Likeness::Variant => "name.transliteration",
        Likeness::Nickname => "name.nickname",
        Likeness::Initial => "name.initial",
    };
    Some((given, rule))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (Vec<String>, Vec<String>);

    /// `Anna Maria / Berg`
    fn full(name: &str) -> Parts {
        let words = |part: &str| part.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let (given, surname) = name.split_once('/').expect("a full name");
        (words(given), words(surname))
    }

    fn linked(names: &[&str]) -> Vec<(usize, usize, &'static str)> {
        let names: Vec<Parts> = names.iter().map(|name| full(name)).collect();
        let mut found = links(&names, &Signers::default());
        // Of two reasons for one thing the first counts.
        found.sort_by_key(|&(a, b, _)| (a, b));
        found.dedup_by_key(|(a, b, _)| (*a, *b));
        found
    }

    #[test]
    fn names_of_one_person() {
        assert_eq!(linked(&["Anna Maria / Berg", "Anna / Berg"]), [(0, 1, "name.fuller")]);
        assert_eq!(linked(&["Sergei / Khodorov", "Serhii / Hodorov"]), [(0, 1, "name.transliteration")]);
        assert_eq!(linked(&["Anna / Chernyshova", "Anna / Černyšova"]), [(0, 1, "name.transliteration")]);
        assert_eq!(linked(&["William / Marlow", "Bill / Marlow"]), [(0, 1, "name.nickname")]);
        assert_eq!(linked(&["W / Marlow", "William / Marlow"]), [(0, 1, "name.initial")]);
        assert_eq!(linked(&["Tove / Torvaldsen", "Tove / Torvaldson"]), [(0, 1, "name.spelling")]);
        assert_eq!(linked(&["Tove / Halvernock", "Tove / Halvernokc"]), [(0, 1, "name.spelling")]);
        assert_eq!(linked(&["Jan / van Hoekstra", "Jan / Hoekstra"]), [(0, 1, "name.spelling")]);
    }

    #[test]
    fn names_of_two() {
        assert!(linked(&["Anna / Berg", "Karl / Berg"]).is_empty());
        assert!(linked(&["Anna / Berg", "Anna / Lind"]).is_empty());
        assert!(linked(&["Anna Maria / Berg", "Anna Karin / Berg"]).is_empty());
        assert!(
            linked(&["Anna / Torvaldsen", "Tove / Torvaldson"]).is_empty(),
            "a slip and another given name"
        );
        assert!(linked(&["Anna / Torvaldsen Berg", "Anna / Torvaldson Lind"]).is_empty());
    }

    #[test]
    fn a_name_that_fits_two_is_neither_of_them() {
        assert!(linked(&["Anna Maria / Berg", "Anna Karin / Berg", "Anna / Berg"]).is_empty());
        assert_eq!(linked(&["Anna Maria / Berg", "Anna M / Berg", "Anna / Berg"]).len(), 3);
        // An initial that may be either.
        assert!(linked(&["A / Berg", "Anna / Berg", "Arne / Berg"]).is_empty());
        assert_eq!(linked(&["A / Berg", "Anna / Berg", "Karl / Berg"]), [(0, 1, "name.initial")]);
        // Two spellings of one person are one.
        assert_eq!(linked(&["S / Berg", "Sergei / Berg", "Serhii / Berg"]).len(), 3);
    }

    #[test]
    fn a_list_of_namesakes_is_not_looked_through_for_spellings() {
        let letters = |number: usize| {
            let letter = |place: usize| char::from(b'a' + u8::try_from(number / place % 26).unwrap_or(0));
            [letter(676), letter(26), letter(1)].iter().collect::<String>()
        };
        let names: Vec<String> =
            (0..2 * MOST_BEARERS).map(|at| format!("Qu{} / Berg", letters(at))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(linked(&names).is_empty());
    }
}
