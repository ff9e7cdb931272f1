//! Descriptions of people beside a name, and those that stand for one named elsewhere in the account.

use super::phrase::{Phrase, Text};
use super::{Story, words};
use crate::cues;
use corroborate_extract::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// Most tokens between a name and what it is said to be: `Jo Marsh, the former mayor`.
const FARTHEST: usize = 4;

/// Places behind one that are looked at.
const NEAREST: usize = 40;

/// Joins descriptions of people with the people they describe.
pub(super) fn join(texts: &[Text<'_>], story: &mut Story) {
    let mut said: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for members in story.by_account() {
        beside(texts, story, &members, &mut said);
    }
    for members in story.by_account() {
        spoken_of(story, &members, &said);
    }
    elsewhere(story);
    most_named(story);
    bodies(story);
}

/// `Mayor Jo Marsh`, `Jo Marsh, the mayor`, `Jo Marsh is the mayor`.
fn beside(
    texts: &[Text<'_>],
    story: &mut Story,
    members: &[usize],
    said: &mut BTreeMap<String, BTreeSet<usize>>,
) {
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for (index, &a) in members.iter().enumerate() {
        let Some(first) = story.phrases.get(a).filter(|phrase| phrase.pronoun.is_none()) else { continue };
        let near =
            |at: &&usize| story.phrases.get(**at).is_some_and(|phrase| phrase.sentence == first.sentence);
        for &b in members.iter().skip(index + 1).take(NEAREST).take_while(near) {
            let Some(second) = story.phrases.get(b).filter(|phrase| phrase.pronoun.is_none()) else {
                continue;
            };
            let (role, name) = if second.person { (first, second) } else { (second, first) };
            if !name.person || !role.human || role.person || role.several {
                continue;
            }
            let within = second.tokens.1 <= first.tokens.1;
            let between: Vec<String> = (first.tokens.1..second.tokens.0)
                .take(FARTHEST + 1)
                .filter_map(|at| texts.get(first.place.account).map(|text| text.folded(at)))
                .collect();
            let small = |word: &String| {
                words::is(word, "determiner")
                    || matches!(word.as_str(), "," | "-")
                    || cues::INTRODUCTIONS.contains(&word.as_str())
            };
            let told = match between.as_slice() {
                [] => second.person,
                [comma, rest @ ..] if comma == "," => rest.len() < FARTHEST && rest.iter().all(small),
                [verb, rest @ ..] if verb == "is" || verb == "was" => {
                    first.person && rest.len() < FARTHEST && !rest.iter().any(|word| word == "not")
                }
                _ => false,
            };
            if told || within && second.person {
                joins.push(if second.person { (a, b) } else { (b, a) });
            }
        }
    }
    for (role, name) in joins {
        story.join(role, name);
        story.settle(role);
        if let Some(phrase) = story.phrases.get(role) {
            said.entry(phrase.head.clone()).or_default().insert(name);
        }
    }
}

/// A description that an account gives of somebody it names: the one of whom it is said anywhere, or else the one it
/// names most, if nothing speaks against it.
fn spoken_of(story: &mut Story, members: &[usize], said: &BTreeMap<String, BTreeSet<usize>>) {
    // Who is named here: how often, and first where.
    let mut named: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for &at in members {
        if story.phrases.get(at).is_some_and(|phrase| phrase.person) {
            named.entry(story.group(at)).or_insert((0, at)).0 += 1;
        }
    }
    let most = named.iter().rev().max_by_key(|(_, (count, _))| *count).map(|(group, _)| *group);
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for &at in members.iter().filter(|&&at| !story.is_settled(at)) {
        let Some(role) = story.phrases.get(at).filter(|phrase| phrase.is_role()) else { continue };
        let of = |noun: &str| -> BTreeSet<usize> {
            said.get(noun).into_iter().flatten().map(|&name| story.group(name)).collect()
        };
        let same = of(&role.head);
        let alike: BTreeSet<usize> =
            said.keys().filter(|noun| words::alike(noun, &role.head)).flat_map(|noun| of(noun)).collect();
        let weigh = |(group, (_, first)): (&usize, &(usize, usize))| -> Option<(u8, usize)> {
            let name = story.phrases.get(*first)?;
            if role.sort.is_some() && name.sort.is_some() && role.sort != name.sort {
                return None;
            }
            // Others named here of whom it is said.
            if same.iter().any(|other| other != group && named.contains_key(other)) {
                return None;
            }
            let weight = match () {
                () if same.contains(group) => 3,
                () if alike.contains(group) => 2,
                () if Some(*group) == most && !role.apart && words::is_anyone(&role.head) => 1,
                () => return None,
            };
            Some((weight, *group))
        };
        if let Some((_, group)) = named.iter().filter_map(weigh).max_by_key(|(weight, _)| *weight) {
            joins.push((at, group));
        }
    }
    for (role, group) in joins {
        story.join(role, group);
        story.settle(role);
    }
}

/// What is left of the same words as a settled description in accounts of the same event, where that is of one person.
fn elsewhere(story: &mut Story) {
    let mut held: BTreeMap<(usize, String), BTreeSet<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(at, _)| story.is_settled(*at)) {
        held.entry((story.event(phrase), phrase.head.clone())).or_default().insert(story.group(at));
    }
    let one = |phrase: &Phrase| {
        let mut groups = held.get(&(story.event(phrase), phrase.head.clone()))?.iter();
        groups.next().copied().filter(|_| groups.next().is_none())
    };
    let joins: Vec<(usize, usize)> = story
        .naming()
        .filter(|(at, phrase)| !story.is_settled(*at) && phrase.is_role())
        .filter_map(|(at, phrase)| Some((at, one(phrase)?)))
        .collect();
    for (role, group) in joins {
        story.join(role, group);
        story.settle(role);
    }
}

/// Share of the mentions of an event's people that makes one of them the one whom it is about.
const MAIN: f64 = 0.5;

/// A description that may stand for anyone, in an account that names nobody it fits: the one whom the event is about.
fn most_named(story: &mut Story) {
    let mut counts: BTreeMap<usize, BTreeMap<usize, (usize, usize)>> = BTreeMap::new();
    let mut here: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| phrase.person) {
        let group = story.group(at);
        counts.entry(story.event(phrase)).or_default().entry(group).or_insert((0, at)).0 += 1;
        here.entry(phrase.place.account).or_default().insert(at);
    }
    let fits =
        |role: &Phrase, name: &Phrase| role.sort.is_none() || name.sort.is_none() || role.sort == name.sort;
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for (at, role) in story.naming().filter(|(at, phrase)| {
        !story.is_settled(*at) && phrase.is_role() && !phrase.apart && words::is_anyone(&phrase.head)
    }) {
        let named = here.get(&role.place.account).into_iter().flatten();
        if named.filter_map(|&name| story.phrases.get(name)).any(|name| fits(role, name)) {
            continue;
        }
        let Some(people) = counts.get(&story.event(role)) else { continue };
        let all: usize = people.values().map(|(count, _)| count).sum();
        let most = people.values().rev().max_by_key(|(count, _)| *count);
        #[expect(clippy::cast_precision_loss, reason = "counts of mentions")]
        let main = most.filter(|(count, _)| *count as f64 >= MAIN * all as f64);
        if let Some(&(_, name)) =
            main.filter(|(_, name)| story.phrases.get(*name).is_some_and(|name| fits(role, name)))
        {
            joins.push((at, name));
        }
    }
    for (role, name) in joins {
        story.join(role, name);
        story.settle(role);
    }
}

/// `The company`, `the team`: the organisation that the account names most.
fn bodies(story: &mut Story) {
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for members in story.by_account() {
        let mut named: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for &at in &members {
            let body = |phrase: &&Phrase| {
                phrase.named && !phrase.person && phrase.kind == Some(EntityKind::Organisation)
            };
            if story.phrases.get(at).filter(body).is_some() {
                named.entry(story.group(at)).or_insert((0, at)).0 += 1;
            }
        }
        let Some(&(_, most)) = named.values().rev().max_by_key(|(count, _)| *count) else { continue };
        let described = |at: &&usize| {
            story.phrases.get(**at).is_some_and(|phrase| {
                !phrase.named
                    && !phrase.several
                    && phrase.names.is_empty()
                    && words::is_body(&phrase.head)
                    && !phrase.apart
            })
        };
        joins.extend(members.iter().filter(described).map(|&at| (at, most)));
    }
    for (body, name) in joins {
        story.join(body, name);
        story.settle(body);
    }
}
