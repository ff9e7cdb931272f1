//! Which words of a sentence are names, and of what: by gazetteers and the shape of words.

use super::EntityKind;
use super::evidence::Evidence;
use super::foreign;
use super::guess::guess;
use super::lexicon::{LONGEST_PHRASE, Phrase, class, phrase};
use super::run::run_end;
use super::title::{title_at, title_end};
use super::word::{Shape, Word};

/// A name found: words `start..end` of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: EntityKind,
    pub(super) adjective: bool,
    /// How sure: gazetteer and titles over the guess from the shape alone.
    pub(super) sure: bool,
}

/// The longest phrase of the gazetteers that vouch, beginning at word `at`.
pub(super) fn phrase_at(words: &[Word<'_>], at: usize) -> Option<(usize, Phrase)> {
    longest_phrase(words, at, class::OPENS)
}

/// The longest phrase of all gazetteers that begins at word `at`.
pub(super) fn hint_at(words: &[Word<'_>], at: usize) -> Option<(usize, Phrase)> {
    longest_phrase(words, at, class::OPENS | class::HINTS)
}

fn longest_phrase(words: &[Word<'_>], at: usize, opening: u32) -> Option<(usize, Phrase)> {
    let first = words.get(at)?;
    if !first.is(opening) || !(first.is_capitalised() || first.shape == Shape::Mixed) {
        return None;
    }
    let mut best = None;
    let length = LONGEST_PHRASE.min(usize::from(first.longest));
    for (offset, word) in words.get(at..)?.iter().take(length).enumerate() {
        let key = first.joined(word);
        if let Some(found) = phrase(key).filter(|found| opening & class::HINTS != 0 || !found.is_hint()) {
            best = Some((at + offset + 1, found));
        }
    }
    let (end, found) = best?;
    // Acronyms that are words in lower case: `US` is a country, `Us` is not, nor is `It`.
    let single = end == at + 1;
    let ambiguous = single && first.key.len() <= 3 && first.shape == Shape::Capitalised;
    if ambiguous && (first.is(class::FUNCTION | class::LOWER | class::CALENDAR)) {
        return None;
    }
    Some((end, found))
}

/// Runs of capitalised words with what joins them, cut into names and classified.
pub(super) fn tag(text: &str, words: &[Word<'_>], titled: bool, evidence: &Evidence) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = run_end(text, words, at, titled, evidence) {
            cut(words, at, end, &mut found);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// Cuts a run into titles, adjectives and names.
fn cut(words: &[Word<'_>], start: usize, end: usize, found: &mut Vec<Found>) {
    let mut at = start;
    while at < end {
        let rest = words.get(at..end).unwrap_or_default();
        let Some(first) = rest.first() else { break };
        if let Some(stop) = title_end(words, at, end) {
            at = stop;
            // What a title stands before is a person.
            let name = person_end(words, at, end);
            if name > at && !words.get(at).is_some_and(|word| word.is(class::HONORIFIC)) {
                // `Head of State` names nobody.
                if words.get(at).is_some_and(Word::is_capitalised) {
                    found.push(Found {
                        start: at,
                        end: name,
                        kind: EntityKind::Person,
                        adjective: false,
                        sure: true,
                    });
                }
                at = name;
            }
            continue;
        }
        if first.is(class::HONORIFIC) && rest.len() > 1 && !(first.key == "st" || first.key == "don") {
            let dot = usize::from(rest.get(1).is_some_and(|word| word.key == "."));
            at += 1 + dot;
            // `Ustaz Haji Gul Wardak`
            if words.get(at).is_some_and(|word| word.is(class::HONORIFIC)) && at + 1 < end {
                continue;
            }
            if at < end {
                let name = person_end(words, at, end);
                found.push(Found {
                    start: at,
                    end: name.max(at + 1),
                    kind: EntityKind::Person,
                    adjective: false,
                    sure: true,
                });
                at = name.max(at + 1);
            }
            continue;
        }
        let whole = foreign::body_end(words, at)
            .filter(|&stop| stop <= end)
            .or_else(|| organisation_end(words, at, end));
        if let Some((stop, phrase)) = phrase_at(words, at) {
            let stop = stop.min(end);
            let kind = phrase.kind();
            let adjective = kind == EntityKind::Group;
            // `British Council`, `France Télévisions`: a longer organisation swallows the gazetteer's word,
            // a country before a title or a name does not.
            let swallowed = whole.is_some_and(|whole| whole > stop);
            // `New York` + `Times`: the rest of a run belongs to the place's name unless it starts a person's name.
            let part = stop < end
                && kind == EntityKind::Place
                && title_at(words, stop, end).is_none()
                && words.get(stop).is_some_and(|word| word.is(class::PLACE_HEAD));
            if !swallowed && !part {
                found.push(Found { start: at, end: stop, kind, adjective, sure: true });
                at = stop;
                continue;
            }
        }
        if let Some(stop) = whole {
            found.push(Found {
                start: at,
                end: stop,
                kind: EntityKind::Organisation,
                adjective: false,
                sure: true,
            });
            at = stop;
            continue;
        }
        // A name runs to the next title or to the end.
        let stop = (at + 1..end).find(|&index| title_at(words, index, end).is_some()).unwrap_or(end);
        let (kind, sure) = guess(words, at, stop);
        found.push(Found { start: at, end: stop, kind, adjective: false, sure });
        at = stop;
    }
}

/// The end of a person's name that begins at `at`.
fn person_end(words: &[Word<'_>], at: usize, end: usize) -> usize {
    (at..end).find(|&index| index > at && title_at(words, index, end).is_some()).unwrap_or(end)
}

/// The end of the longest organisation that begins at `at` and ends in a head word.
fn organisation_end(words: &[Word<'_>], at: usize, end: usize) -> Option<usize> {
    let last = (at + 1..end)
        .rev()
        .find(|&index| words.get(index).is_some_and(|word| word.is(class::ORGANISATION_HEAD)));
    let head_first = words.get(at).is_some_and(|word| word.is(class::ORGANISATION_HEAD))
        && words.get(at + 1).is_some_and(|word| matches!(word.key, "of" | "for"))
        && at + 2 < end;
    if head_first {
        return Some(end);
    }
    let last = last?;
    // A title inside cuts: `Norrland Council Chairwoman Anna Berg`.
    let title = (at + 1..last).any(|index| {
        title_at(words, index, end).is_some_and(|stop| stop <= last)
            && words.get(index).is_some_and(|w| !w.is(class::ORGANISATION_HEAD | class::LOWER))
    });
    if title {
        return None;
    }
    let of = words.get(last + 1).is_some_and(|word| matches!(word.key, "of" | "for"));
    Some(if of { end } else { last + 1 })
}
