//! Names made whole: what stands under one head, what a title took along, a person behind an organisation.

use super::EntityKind;
use super::lexicon::class;
use super::tag::Found;
use super::title::title_at;
use super::word::{Shape, Word};
use crate::groups;
use corroborate_text::TokenKind;
use std::cmp::Reverse;

/// Sets the bounds of names by the words beside and inside them. `found` is in order; so is what comes of it.
pub(super) fn make_whole(words: &[Word<'_>], found: &mut Vec<Found>) {
    if found.is_empty() {
        return;
    }
    for index in 0..found.len() {
        let Some(name) = found.get(index).copied() else { continue };
        let Some(whole) = widened(words, name) else { continue };
        if let Some(slot) = found.get_mut(index) {
            *slot = whole;
        }
    }
    // What a longer name has taken in ends before the farthest end of those that begin no later.
    found.sort_by_key(|name| (name.start, Reverse(name.end)));
    let mut reached = 0;
    found.retain(|name| {
        let taken = name.end <= reached;
        reached = reached.max(name.end);
        !taken
    });
    split(words, found);
}

/// A name of an institution with all that stands under its head, if that is more than was found.
fn widened(words: &[Word<'_>], name: Found) -> Option<Found> {
    let run = words.get(name.start..name.end)?;
    let last = run.last()?;
    if name.kind == EntityKind::Other {
        return incorporated(words, name, last);
    }
    if !matches!(name.kind, EntityKind::Organisation | EntityKind::Place) {
        return None;
    }
    if !last.is_capitalised() {
        return None;
    }
    if let Some(firm) = firm(words, name, last).or_else(|| incorporated(words, name, last)) {
        return Some(firm);
    }
    let headed = last.is(class::ORGANISATION_HEAD | class::PLACE_HEAD);
    let start = if headed { coordinated(words, name.start) } else { None };
    let end = continued(words, run, name);
    (start.is_some() || end.is_some()).then(|| Found {
        start: start.unwrap_or(name.start),
        end: end.unwrap_or(name.end),
        ..name
    })
}

/// A firm's name that was cut behind the kind of place in it: `Norland River Metals`, `Arden Lake Foods Inc`.
fn firm(words: &[Word<'_>], name: Found, last: &Word<'_>) -> Option<Found> {
    let capital = |index: usize| {
        words.get(index).filter(|word| {
            word.shape == Shape::Capitalised && !word.glued && word.is(class::ORGANISATION_HEAD)
        })
    };
    let place = name.kind == EntityKind::Place && name.start + 1 < name.end && last.is(class::PLACE_HEAD);
    let head = capital(name.end).filter(|head| place && !head.is(class::PLACE_HEAD | class::TITLE))?;
    let end = if capital(name.end + 1).is_some() { name.end + 2 } else { name.end + 1 };
    (head.key.len() > 2).then_some(Found { end, kind: EntityKind::Organisation, sure: true, ..name })
}

/// A firm's name that was cut before its legal form: `Norland Shipping AS`.
fn incorporated(words: &[Word<'_>], name: Found, last: &Word<'_>) -> Option<Found> {
    let form = words.get(name.end).filter(|word| !word.glued && last.shape == Shape::Capitalised)?;
    let upper = groups::UPPER_LEGAL_FORMS.contains(&form.key);
    let mixed = groups::MIXED_LEGAL_FORMS.contains(&form.key);
    let formed = upper && form.shape == Shape::Upper
        || mixed && matches!(form.shape, Shape::Capitalised | Shape::Mixed);
    formed.then(|| Found { end: name.end + 1, kind: EntityKind::Organisation, sure: true, ..name })
}

/// Where a name begins that the words before `and` open: `the National Air and Space Museum`.
fn coordinated(words: &[Word<'_>], start: usize) -> Option<usize> {
    let and = start.checked_sub(1).filter(|&index| words.get(index).is_some_and(is_and))?;
    // `the Weavers and Dockworkers' Union`
    let several = |word: &Word<'_>| {
        word.shape == Shape::Capitalised
            && word.key.len() > 5
            && word.key.ends_with('s')
            && !word.is(class::GIVEN | class::SURNAME | class::OPENS)
    };
    let workers = |word: &Word<'_>| {
        several(word) && words.get(start + 1).is_some_and(|mark| mark.glued && matches!(mark.key, "'" | "’"))
    };
    let first = words.get(start);
    let joins = first.is_some_and(|word| is_ordinary(word) || workers(word));
    let alike = |word: &Word<'_>| is_ordinary(word) || several(word) && first.is_some_and(workers);
    let last = and.checked_sub(1).filter(|&index| words.get(index).is_some_and(alike))?;
    let mut from = last;
    while last - from < 5 {
        // `U.S.` may end in a dot of its own, and reads like `us`.
        let dot = from
            .checked_sub(1)
            .and_then(|index| words.get(index))
            .is_some_and(|word| word.key == "." && word.glued);
        let Some(index) = from.checked_sub(if dot { 2 } else { 1 }) else { break };
        let Some(before) = words.get(index).filter(|word| word.is_capitalised()) else { break };
        let grammar = before.is(class::FUNCTION) && before.shape == Shape::Capitalised;
        if grammar || before.is(class::CALENDAR) {
            break;
        }
        from = index;
    }
    let opens = words.get(from.checked_sub(1)?)?;
    let definite = opens.key == "the" || opens.kind == TokenKind::Clitic;
    (joins && definite).then_some(from)
}

/// Where a name ends that goes on behind its head: `Council for the Welfare of Migrants`, `Union of Bakers and Millers`.
fn continued(words: &[Word<'_>], run: &[Word<'_>], name: Found) -> Option<usize> {
    let capital = |index: usize| {
        words.get(index).is_some_and(|word| {
            word.is_capitalised() && !word.is(class::FUNCTION | class::CALENDAR | class::HONORIFIC)
        })
    };
    let through = |index: usize| {
        let mut end = index;
        while capital(end) && end < index + 4 {
            end += 1;
        }
        (end > index).then_some(end)
    };
    let mut end = name.end;
    let mut linked = run.iter().any(|word| matches!(word.key, "of" | "for"));
    let mut headed = name.kind == EntityKind::Organisation
        && run.last().is_some_and(|word| word.is(class::ORGANISATION_HEAD));
    for _ in 0..3 {
        let Some(link) = words.get(end) else { break };
        let last = end.checked_sub(1).and_then(|index| words.get(index));
        let ordinary = last.is_some_and(is_ordinary);
        let the = usize::from(words.get(end + 1).is_some_and(|word| word.key == "the"));
        let next = end + 1 + the;
        let behind = match link.key {
            // Ordinary words: `the Ministry for Norway` may be two names.
            "for" if headed && words.get(next).is_some_and(is_ordinary) => through(next),
            "of" if linked && ordinary && the == 0 && words.get(next).is_some_and(is_ordinary) => {
                through(next)
            }
            "and" | "&" if linked && ordinary && the == 0 => through(next).filter(|&stop| {
                words.get(next..stop).is_some_and(|run| {
                    run.iter().all(|word| {
                        is_ordinary(word) && !word.is(class::ORGANISATION_HEAD | class::PLACE_HEAD)
                    })
                })
            }),
            _ => None,
        };
        let Some(stop) = behind else { break };
        (end, linked, headed) = (stop, true, false);
    }
    (end > name.end).then_some(end)
}

fn is_and(word: &Word<'_>) -> bool {
    matches!(word.key, "and" | "&")
}

/// A capitalised word that is a noun or the like in lower case too, and no head of a name.
pub(super) fn is_ordinary(word: &Word<'_>) -> bool {
    let noun = word.classes >> class::NOUN_SHIFT != 0;
    let common = word.is(class::LOWER) || noun && !word.is(class::GIVEN | class::OPENS);
    word.is_capitalised()
        && common
        && !word.is(class::ORGANISATION_HEAD
            | class::PLACE_HEAD
            | class::FUNCTION
            | class::CALENDAR
            | class::TITLE)
}

/// Cuts a person's name from the organisation's that it follows: `Harbour Council Anna Berg`.
fn split(words: &[Word<'_>], found: &mut Vec<Found>) {
    let mut people = Vec::new();
    for name in found.iter_mut().filter(|name| name.kind == EntityKind::Organisation && !name.adjective) {
        let run = words.get(name.start..name.end).unwrap_or_default();
        let Some(head) =
            run.iter().rposition(|word| word.is(class::ORGANISATION_HEAD)).filter(|&head| head > 0)
        else {
            continue;
        };
        let behind = run.get(head + 1..).unwrap_or_default();
        let given = |word: &Word<'_>| {
            word.is(class::GIVEN) && !word.is(class::OPENS | class::LOWER) && word.key.len() > 2
        };
        let plain = |word: &Word<'_>| word.is_capitalised() && !word.is(class::FUNCTION | class::LOWER);
        if (2..=3).contains(&behind.len()) && behind.first().is_some_and(given) && behind.iter().all(plain) {
            let start = name.start + head + 1;
            people.push(Found {
                start,
                end: name.end,
                kind: EntityKind::Person,
                adjective: false,
                sure: true,
            });
            name.end = start;
        }
    }
    if !people.is_empty() {
        found.extend(people);
        found.sort_by_key(|name| name.start);
    }
}

/// Cuts titles and honorifics from the beginning of a person's name.
pub(super) fn untitled(words: &[Word<'_>], name: &mut Found) {
    if name.kind != EntityKind::Person {
        return;
    }
    while name.start + 1 < name.end {
        // `Minister of Education Jo Marsh` where the name was cut behind `of`.
        let title = (name.start.saturating_sub(3)..=name.start)
            .filter_map(|first| title_at(words, first, name.end))
            .find(|&stop| name.start < stop && stop < name.end);
        let honorific = words.get(name.start).is_some_and(|word| word.is(class::HONORIFIC));
        let dot = usize::from(words.get(name.start + 1).is_some_and(|word| word.key == "."));
        match title {
            Some(stop) => name.start = stop,
            None if honorific && name.start + 1 + dot < name.end => name.start += 1 + dot,
            None => break,
        }
    }
}
