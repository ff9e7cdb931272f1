//! Pronouns: the nearest thing before them that they can stand for.

use super::Story;
use super::phrase::Phrase;
use super::words::{Pronoun, Sort};
use corroborate_extract::EntityKind;
use std::collections::BTreeMap;

/// Sentences that a pronoun looks back.
const REACH: usize = 12;

/// Places before a pronoun, and behind it, that are looked at.
const NEAREST: usize = 200;

/// Joins every pronoun with what it stands for, in the order of the text: one pronoun may lead to the next.
pub(super) fn join(story: &mut Story) {
    let people = people_of_the_story(story);
    for members in story.by_account() {
        for (index, &at) in members.iter().enumerate() {
            let Some(phrase) = story.phrases.get(at) else { continue };
            let found = match phrase.pronoun {
                Some(Pronoun::Relative) => relative(story, &members, index),
                Some(Pronoun::Back(sort)) => ship(story, &members, index)
                    .or_else(|| back(story, &members, index, sort))
                    .or_else(|| {
                        let woman = sort == Sort::Woman;
                        let most = people.get(&(story.event(phrase), woman)).copied();
                        most.filter(|_| woman || sort == Sort::Man)
                    }),
                _ => None,
            };
            let Some(found) = found else { continue };
            story.join(at, found);
            let Some(of) = story.phrases.get(found).cloned() else { continue };
            if let Some(phrase) =
                story.phrases.get_mut(at).filter(|phrase| phrase.pronoun == Some(Pronoun::Relative))
            {
                (phrase.human, phrase.person, phrase.several, phrase.sort) =
                    (of.human, of.person, of.several, of.sort);
            }
        }
    }
}

/// What ends right before `who` or `which`.
fn relative(story: &Story, members: &[usize], index: usize) -> Option<usize> {
    let phrase = members.get(index).and_then(|&at| story.phrases.get(at))?;
    members.get(..index)?.iter().copied().rev().take(NEAREST).find(|&at| {
        story.phrases.get(at).is_some_and(|other| {
            other.sentence == phrase.sentence
                && other.tokens.1 <= phrase.tokens.0
                && phrase.tokens.0 - other.tokens.1 <= 3
        })
    })
}

/// The ship that finds *herself* somewhere: what opens the sentence, where it names nobody.
fn ship(story: &Story, members: &[usize], index: usize) -> Option<usize> {
    let phrase = members.get(index).and_then(|&at| story.phrases.get(at))?;
    let before = || {
        let within =
            |at: &usize| story.phrases.get(*at).is_some_and(|other| other.sentence == phrase.sentence);
        members.get(..index).unwrap_or_default().iter().rev().take_while(move |at| within(at)).copied()
    };
    let nobody = !before().any(|at| story.phrases.get(at).is_some_and(|other| other.human));
    let first = before().last().filter(|_| phrase.head == "herself" && nobody)?;
    story
        .phrases
        .get(first)
        .filter(|other| other.named && other.kind == Some(EntityKind::Other))
        .map(|_| first)
}

/// The best of what stands before: near, the first of its sentence, a name, of the same sort.
fn back(story: &Story, members: &[usize], index: usize, sort: Sort) -> Option<usize> {
    let phrase = members.get(index).and_then(|&at| story.phrases.get(at))?;
    let mut opens: BTreeMap<usize, usize> = BTreeMap::new();
    let mut best: Option<(i32, usize)> = None;
    for &at in members.get(index.saturating_sub(NEAREST)..index)? {
        let Some(other) = story.phrases.get(at) else { continue };
        let opening = *opens.entry(other.sentence).or_insert(at) == at;
        let far = phrase.sentence.saturating_sub(other.sentence);
        let ended = other.sentence < phrase.sentence || other.tokens.1 <= phrase.tokens.0;
        if !ended || far > REACH {
            continue;
        }
        let Some(fit) = fit(other, sort) else { continue };
        let score = fit * 2 + i32::from(opening) * 2 - 3 * i32::try_from(far).unwrap_or(i32::MAX / 8);
        if best.is_none_or(|(top, _)| score >= top) {
            best = Some((score, at));
        }
    }
    // `After he fell, Marsh …`
    let behind = || {
        let person = matches!(sort, Sort::Man | Sort::Woman);
        members.get(index + 1..)?.iter().copied().take(NEAREST).find(|&at| {
            story.phrases.get(at).is_some_and(|other| {
                person
                    && other.sentence == phrase.sentence
                    && other.pronoun.is_none()
                    && fit(other, sort).is_some()
            })
        })
    };
    best.map(|(_, at)| at).or_else(behind)
}

/// How well a phrase fits a pronoun of this sort, if it does.
fn fit(phrase: &Phrase, sort: Sort) -> Option<i32> {
    if phrase.pronoun == Some(Pronoun::Speaker) {
        return None;
    }
    match sort {
        Sort::Man | Sort::Woman => {
            let one = phrase.human && (!phrase.several || phrase.person);
            let agrees = phrase.sort.is_none_or(|other| other == sort);
            (one && agrees).then(|| 2 * i32::from(phrase.person) + 2 * i32::from(phrase.sort == Some(sort)))
        }
        Sort::Thing => {
            let thing = phrase.pronoun.is_none() || phrase.sort == Some(Sort::Thing);
            (!phrase.human && thing).then_some(0)
        }
        Sort::Several => Some(3 * i32::from(phrase.several) - 5 * i32::from(phrase.person)),
    }
}

/// For each event the man and the woman whom it names most: meant where nobody fits.
fn people_of_the_story(story: &Story) -> BTreeMap<(usize, bool), usize> {
    let mut counts: BTreeMap<(usize, bool), BTreeMap<usize, usize>> = BTreeMap::new();
    for (at, phrase) in story.naming().filter(|(_, phrase)| phrase.person) {
        for (sort, woman) in [(Sort::Man, false), (Sort::Woman, true)] {
            if fit(phrase, sort).is_some() {
                *counts
                    .entry((story.event(phrase), woman))
                    .or_default()
                    .entry(story.group(at))
                    .or_default() += 1;
            }
        }
    }
    let most = |counts: BTreeMap<usize, usize>| counts.into_iter().rev().max_by_key(|(_, count)| *count);
    counts.into_iter().filter_map(|(key, counts)| Some((key, most(counts)?.0))).collect()
}
