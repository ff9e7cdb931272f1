//! Descriptions of things and of people without a name, in accounts of one event.

use super::phrase::Phrase;
use super::{Story, words};
use crate::pairs::pairs;
use std::collections::{BTreeMap, BTreeSet};

/// Names that share a word beyond which they are not compared with one another: a list, not a story.
const MOST_NAMES: usize = 200;

/// The descriptions of one event by the same noun, for one thing or several.
type Nouns = BTreeMap<(usize, String, bool), Vec<usize>>;

/// Joins descriptions by their nouns, and with the names that hold the noun.
pub(super) fn join(story: &mut Story) {
    let mut nouns: Nouns = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(at, phrase)| !phrase.named && !story.is_settled(*at)) {
        nouns.entry((story.event(phrase), phrase.head.clone(), phrase.several)).or_default().push(at);
    }
    for members in nouns.values() {
        same_noun(story, members);
    }
    with_names(story, &nouns);
    of_names(story);
    same_words(story);
    shared_names(story);
    in_turn(story, &nouns);
}

/// The same noun, unless different numbers or names tell the things apart.
fn same_noun(story: &mut Story, members: &[usize]) {
    let mut kinds: BTreeMap<(BTreeSet<&str>, &BTreeSet<String>), Vec<usize>> = BTreeMap::new();
    for &at in members {
        if let Some(phrase) = story.phrases.get(at) {
            kinds.entry((phrase.numbers(), &phrase.names)).or_default().push(at);
        }
    }
    let agree = |a: &BTreeSet<&str>, b: &BTreeSet<&str>| a.is_empty() || b.is_empty() || a == b;
    let shared =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.is_empty() || b.is_empty() || !a.is_disjoint(b);
    let mut joins: Vec<(usize, usize)> = Vec::new();
    let list: Vec<_> = kinds.iter().take(MOST_NAMES).collect();
    for (_, members) in &list {
        joins.extend(members.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))));
    }
    for (((numbers, names), members), ((others, other_names), more)) in pairs(list) {
        if agree(numbers, others) && shared(names, other_names) {
            joins.extend(members.first().copied().zip(more.first().copied()));
        }
    }
    for (a, b) in joins {
        story.join(a, b);
    }
}

/// `the church` and `Hill Church`: the name of the event that ends in the noun and is used most.
fn with_names(story: &mut Story, nouns: &Nouns) {
    let mut names: BTreeMap<(usize, String), BTreeMap<usize, usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| phrase.named && !phrase.person) {
        let key = (story.event(phrase), phrase.head.clone());
        *names.entry(key).or_default().entry(story.group(at)).or_default() += 1;
    }
    for ((event, noun, _), members) in nouns {
        let named = names.get(&(*event, noun.clone())).into_iter().flatten();
        let most = named.rev().max_by_key(|(_, count)| **count).map(|(group, _)| *group);
        if let Some(group) = most {
            for &at in members {
                story.join(at, group);
            }
        }
    }
}

/// `Hill administration` in accounts of different events: the same noun with the same name of somebody.
fn of_names(story: &mut Story) {
    let mut same: BTreeMap<(String, BTreeSet<String>, bool), Vec<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| !phrase.named && phrase.of_somebody) {
        let key = (phrase.head.clone(), phrase.names.clone(), phrase.several);
        same.entry(key).or_default().push(at);
    }
    for members in same.values() {
        story.join_all(members);
    }
}

/// `Attorney General` and `attorney general`: two words or more, with capitals or without.
fn same_words(story: &mut Story) {
    let mut same: BTreeMap<(String, bool), Vec<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| !phrase.person && phrase.words.len() > 1) {
        same.entry((phrase.key(), phrase.several)).or_default().push(at);
    }
    same.retain(|_, members| {
        let named = |at: &usize| story.phrases.get(*at).is_some_and(|phrase| phrase.named);
        members.iter().any(named)
    });
    for members in same.values() {
        story.join_all(members);
    }
}

/// What shares the words of a name and is the same in kind: `the Hill Clinic`, `Hill centre`.
fn shared_names(story: &mut Story) {
    let mut by_word: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| !phrase.human) {
        for word in &phrase.names {
            by_word.entry((story.event(phrase), word.clone())).or_default().push(at);
        }
    }
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for members in by_word.values() {
        // One for each wording.
        let mut distinct: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        for &at in members {
            let Some(phrase) = story.phrases.get(at) else { continue };
            let words: Vec<&str> = phrase.words.iter().map(String::as_str).collect();
            joins.push((*distinct.entry(words).or_insert(at), at));
        }
        let list: Vec<usize> = distinct.into_values().take(MOST_NAMES).collect();
        joins.extend(pairs(list).filter(|&(a, b)| {
            story.phrases.get(a).zip(story.phrases.get(b)).is_some_and(|(a, b)| one_name(a, b))
        }));
    }
    for (a, b) in joins {
        story.join(a, b);
    }
}

fn one_name(a: &Phrase, b: &Phrase) -> bool {
    let within = a.names.is_subset(&b.names) || b.names.is_subset(&a.names);
    let shared = a.names.intersection(&b.names).count();
    if words::alike(&a.head, &b.head) {
        return within || shared > 1;
    }
    if within && shared > 1 && (a.names.contains(&b.head) || b.names.contains(&a.head)) {
        return true;
    }
    // `Brightwater` for `Brightwater Logistics`.
    let short = |a: &Phrase, b: &Phrase| {
        a.words.len() == 1
            && b.words.len() > 1
            && a.words.first() == b.words.first()
            && a.head.chars().count() > 3
    };
    a.named && b.named && !a.several && !b.several && (short(a, b) || short(b, a))
}

/// Nouns that are used in turn for one thing.
fn in_turn(story: &mut Story, nouns: &Nouns) {
    let mut turns: BTreeMap<(usize, bool, u64), Vec<usize>> = BTreeMap::new();
    for ((event, noun, several), members) in nouns {
        for turn in words::turns(noun) {
            turns.entry((*event, *several, turn)).or_default().extend(members.first());
        }
    }
    for members in turns.values() {
        story.join_all(members);
    }
}
