//! Names: of people by their parts, of other things by their words.

use super::Story;
use super::words::{self, Sort};
use crate::entity::given::alike;
use crate::entity::spelling;
use crate::pairs::pairs;
use corroborate_extract::{CountryForm, country};
use std::collections::{BTreeMap, BTreeSet};

/// Names of one last word beyond which they are not compared with one another: a list, not a story.
const MOST_NAMES: usize = 200;

/// Joins what is named alike.
pub(super) fn join(story: &mut Story) {
    surnames(story);
    let mut heads: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| phrase.named) {
        heads.entry(phrase.head.clone()).or_default().push(at);
    }
    for members in heads.values() {
        let (full, rest): (Vec<usize>, Vec<usize>) = members
            .iter()
            .partition(|&&at| story.phrases.get(at).is_some_and(|phrase| phrase.given().is_some()));
        if full.is_empty() {
            things(story, &rest);
        } else {
            people(story, &full, &rest);
        }
    }
    spellings(story);
    countries(story);
    given_names(story);
    acronyms(story);
}

/// One name is a person's or not throughout, by most of its readings. One capitalised word is a person if it is the
/// surname of one named in full somewhere.
fn surnames(story: &mut Story) {
    let mut readings: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (_, phrase) in story.naming().filter(|(_, phrase)| phrase.named) {
        let counts = readings.entry(phrase.key()).or_default();
        counts.0 += 1;
        counts.1 += usize::from(phrase.person);
    }
    for phrase in story.phrases.iter_mut().filter(|phrase| phrase.named && phrase.words.len() > 1) {
        let (all, people) = readings.get(&phrase.key()).copied().unwrap_or_default();
        let person = people * 2 > all || people * 2 == all && phrase.person;
        if person != phrase.person {
            (phrase.person, phrase.human) = (person, person);
            phrase.sort = if person { phrase.told() } else { Some(Sort::Thing) };
        }
    }
    let mut borne = BTreeMap::new();
    for (_, phrase) in story.naming().filter(|(_, phrase)| phrase.given().is_some()) {
        borne.entry(phrase.head.clone()).or_insert(phrase.sort);
    }
    for phrase in story.phrases.iter_mut().filter(|phrase| phrase.named && phrase.words.len() == 1) {
        if let Some(sort) = borne.get(&phrase.head) {
            (phrase.person, phrase.human, phrase.several, phrase.sort) = (true, true, false, *sort);
        }
    }
}

/// People of one surname: each full name by its given names, a surname alone with the bearer named last before it in
/// its account, or named most of all.
fn people(story: &mut Story, full: &[usize], rest: &[usize]) {
    let mut bearers: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for &at in full {
        if let Some((_, given)) = story.phrases.get(at).and_then(|phrase| phrase.words.split_last()) {
            bearers.entry(given.to_vec()).or_default().push(at);
        }
    }
    for members in bearers.values() {
        story.join_all(members);
    }
    let names: Vec<&Vec<String>> = bearers.keys().take(MOST_NAMES).collect();
    for (a, b) in pairs(names).filter(|(a, b)| one_person(a, b)) {
        if let (Some([x, ..]), Some([y, ..])) =
            (bearers.get(a).map(Vec::as_slice), bearers.get(b).map(Vec::as_slice))
        {
            story.join(*x, *y);
        }
    }
    let most = bearers
        .values()
        .rev()
        .max_by_key(|members| members.len())
        .and_then(|members| members.first().copied());
    let other =
        |at: &usize| story.phrases.get(*at).is_some_and(|phrase| phrase.words.len() > 1 && !phrase.person);
    let others: Vec<usize> = rest.iter().copied().filter(other).collect();
    things(story, &others);
    for &at in rest {
        let Some(phrase) = story.phrases.get(at).filter(|phrase| phrase.words.len() == 1 || phrase.person)
        else {
            continue;
        };
        let here = |other: &&usize| {
            story.phrases.get(**other).is_some_and(|full| full.place.account == phrase.place.account)
        };
        let before = |other: &&usize| story.phrases.get(**other).is_some_and(|full| full.precedes(phrase));
        let near = full.iter().rfind(before).or_else(|| full.iter().find(here)).copied().or(most);
        if let Some(bearer) = near {
            story.join(at, bearer);
        }
    }
}

fn one_person(a: &[String], b: &[String]) -> bool {
    let long = |word: &&String| word.chars().count() > 1;
    alike(a, b).is_some() || a.iter().filter(long).any(|word| b.contains(word))
}

/// Other names that end alike, unless each has a word that the other has not.
fn things(story: &mut Story, members: &[usize]) {
    let mut names: BTreeMap<BTreeSet<String>, Vec<usize>> = BTreeMap::new();
    for &at in members {
        if let Some(phrase) = story.phrases.get(at) {
            let words = phrase.words.iter().map(|word| words::noun(word).0);
            names.entry(words.collect()).or_default().push(at);
        }
    }
    for members in names.values() {
        story.join_all(members);
    }
    let distinct: Vec<(&BTreeSet<String>, usize)> = names
        .iter()
        .filter_map(|(names, members)| Some((names, *members.first()?)))
        .take(MOST_NAMES)
        .collect();
    for ((a, x), (b, y)) in pairs(distinct) {
        if a.is_subset(b) || b.is_subset(a) {
            story.join(x, y);
        }
    }
}

/// People of one given name whose surnames are spellings of one: by a letter, or by ear.
fn spellings(story: &mut Story) {
    let mut given: BTreeMap<String, BTreeMap<Vec<String>, usize>> = BTreeMap::new();
    for (at, phrase) in story.naming() {
        if let Some(name) = phrase.given() {
            given.entry(name.to_owned()).or_default().entry(phrase.words.clone()).or_insert(at);
        }
    }
    for bearers in given.values() {
        let list: Vec<(&str, usize)> = bearers
            .iter()
            .filter_map(|(words, at)| Some((words.last()?.as_str(), *at)))
            .take(MOST_NAMES)
            .collect();
        for ((a, x), (b, y)) in pairs(list).filter(|((a, _), (b, _))| a != b) {
            let sound = || spelling::sound_alike(&[a.to_owned()], &[b.to_owned()]);
            // `Harrow` and `Harrowe`: a last letter more or less.
            let last = |long: &str, short: &str| {
                short.chars().count() > 3
                    && long.strip_prefix(short).is_some_and(|rest| rest.chars().count() == 1)
            };
            let close = spelling::one_letter_apart(a, b) || last(a, b) || last(b, a);
            if close || spelling::transposed(a, b) || sound() {
                story.join(x, y);
            }
        }
    }
}

/// A country by any of its names.
fn countries(story: &mut Story) {
    let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming() {
        if let Some((name, CountryForm::Name | CountryForm::Adjective | CountryForm::Demonym)) =
            country(&phrase.key())
        {
            names.entry(name).or_default().push(at);
        }
    }
    for members in names.into_values() {
        story.join_all(&members);
    }
}

/// A given name alone, where one person bears it.
fn given_names(story: &mut Story) {
    let mut bearers: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    for (at, phrase) in story.naming() {
        if let Some(given) = phrase.given() {
            bearers.entry(given.to_owned()).or_default().entry(story.group(at)).or_insert(at);
        }
    }
    for at in 0..story.phrases.len() {
        let Some(phrase) = story.phrases.get(at).filter(|phrase| phrase.named && phrase.words.len() == 1)
        else {
            continue;
        };
        let Some(bearers) = phrase.words.first().and_then(|word| bearers.get(word)) else { continue };
        let mut each = bearers.values();
        if let (Some(&bearer), None) = (each.next(), each.next()) {
            let sort = story.phrases.get(bearer).and_then(|phrase| phrase.sort);
            if let Some(phrase) = story.phrases.get_mut(at) {
                (phrase.person, phrase.human, phrase.several, phrase.sort) = (true, true, false, sort);
            }
            story.join(at, bearer);
        }
    }
}

/// One word and the name whose first letters it is.
fn acronyms(story: &mut Story) {
    let mut initials: BTreeMap<String, usize> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| phrase.named && phrase.words.len() > 1) {
        initials.entry(phrase.words.iter().filter_map(|word| word.chars().next()).collect()).or_insert(at);
    }
    for at in 0..story.phrases.len() {
        let Some(phrase) = story.phrases.get(at).filter(|phrase| phrase.named && phrase.words.len() == 1)
        else {
            continue;
        };
        if let Some(&long) = initials.get(&phrase.key().replace('.', "")) {
            story.join(at, long);
        }
    }
}
