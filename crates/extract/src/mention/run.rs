//! Runs of capitalised words, with what joins them, that may be names.

use super::evidence::Evidence;
use super::foreign;
use super::lexicon::class;
use super::tag::phrase_at;
use super::title::title_at;
use super::word::{Shape, Word, is_common};
use crate::groups;
use corroborate_text::TokenKind;

/// Where the run of names ends that begins at `at`, if one does.
pub(super) fn run_end(
    text: &str,
    words: &[Word<'_>],
    at: usize,
    titled: bool,
    evidence: &Evidence,
) -> Option<usize> {
    let mut end = match phrase_at(words, at) {
        Some((end, _)) if names(words, at, titled, evidence) || end > at + 1 => end,
        _ if names(words, at, titled, evidence) => at + 1,
        _ => return None,
    };
    if let Some(stop) = foreign::body_end(words, at).filter(|_| !titled) {
        return Some(stop);
    }
    while let Some(word) = words.get(end) {
        let next = words.get(end + 1);
        let before = words.get(end.wrapping_sub(1));
        let named = |index: usize| {
            words.get(index).is_some_and(|w| {
                w.is_capitalised()
                    && !w.is(class::CALENDAR)
                    && (!w.is(class::FUNCTION) || w.shape == Shape::Upper)
            }) && (!titled || names(words, index, titled, evidence))
        };
        let and = word.key == "&" || word.key == "and" && ministry(words, at, end);
        // `the Pilots' Union`
        let plural = word.glued
            && matches!(word.span.of(text), "'" | "’")
            && before.is_some_and(|before| before.key.ends_with('s'))
            && next.is_some_and(|next| next.is(class::ORGANISATION_HEAD));
        if let Some(stop) = foreign::body_end(words, end).filter(|_| !titled && !word.glued) {
            end = stop;
        } else if let Some(stop) = foreign::linked_end(words, end) {
            end = stop;
        } else if named(end) && !word.glued {
            end += phrase_at(words, end).map_or(1, |(stop, _)| stop - end);
        } else if word.is_hyphen(text) && next.is_some_and(|next| next.glued && next.is_capitalised()) {
            end += 2;
        } else if word.key == "."
            && word.glued
            && before.is_some_and(|before| {
                before.shape == Shape::Single
                    || before.is(class::HONORIFIC | class::TITLE) && before.key.len() < 5
            })
            && named(end + 1)
        {
            end += 1;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && named(end + 1)
            && !word.is(class::FUNCTION)
        {
            end += 2;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && next.is_some_and(|next| next.is_hyphen(text))
            && words.get(end + 2).is_some_and(|word| word.glued)
            && named(end + 2)
        {
            // `Nawaf al-Dosari`
            end += 3;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && next.is_some_and(|next| next.is(class::PARTICLE))
            && named(end + 2)
        {
            end += 3;
        } else if let Some(joined) = matches!(word.key, "of" | "for")
            .then(|| joined(words, end + 1, &named))
            .flatten()
            .filter(|_| heads(words, at, end) || titles(words, at, end))
        {
            end = joined;
        } else if named(end + 1) && (and || plural) {
            end += 2;
        } else if word.kind == TokenKind::Number
            && word.span.len() < 3
            && before.is_some_and(|before| !before.is(class::CALENDAR))
            && end == at + 1
            && next.is_none_or(|next| {
                next.kind != TokenKind::Word || next.key == "news" || is_channel(words, at)
            })
            && (before.is_some_and(|before| before.key == "channel") || is_channel(words, at))
        {
            end += 1;
        } else {
            break;
        }
    }
    Some(end)
}

/// Whether a capitalised word is a name rather than a word that its place capitalises.
fn names(words: &[Word<'_>], at: usize, titled: bool, evidence: &Evidence) -> bool {
    let Some(word) = words.get(at) else { return false };
    // `the New Harbour movement`, but not `New ferries`.
    if word.key == "new" && word.shape == Shape::Capitalised && at > 0 && !titled {
        let inner =
            words.get(at - 1).is_some_and(|before| before.kind == TokenKind::Word || before.key == ",");
        return inner && words.get(at + 1).is_some_and(|next| next.shape == Shape::Capitalised);
    }
    if !word.is_capitalised() || word.is(class::FUNCTION) && word.shape != Shape::Upper {
        return false;
    }
    if word.is(class::CALENDAR) {
        // `April Jones`, but not `April 4`.
        let next = words.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.is(class::CALENDAR));
        return word.is(class::GIVEN) && next;
    }
    let opening = words.iter().take(at).all(|before| before.kind == TokenKind::Mark)
        || at > 0
            && matches!(words.get(at - 1), Some(before) if before.kind == TokenKind::Mark && matches!(before.key, "\"" | ":" | "•"));
    if titled {
        return evidence.is_name(word) || (!evidence.is_lower(word) && !is_common(word));
    }
    if opening {
        let next = words.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.glued);
        return evidence.is_name(word)
            || !(is_common(word) || evidence.is_lower(word))
            || next && !is_common(word);
    }
    word.shape != Shape::Single || words.get(at + 1).is_some_and(|next| next.key == "." && next.glued)
}

/// Past the words behind `of`: an article, if any, and a name.
fn joined(words: &[Word<'_>], at: usize, named: &dyn Fn(usize) -> bool) -> Option<usize> {
    let at = if words.get(at).is_some_and(|word| word.key == "the") { at + 1 } else { at };
    named(at).then_some(at + 1)
}

/// Whether `of` may go on the name that ends here: `Ministry`, `Bank`, `Isle`.
fn heads(words: &[Word<'_>], start: usize, end: usize) -> bool {
    let last = words.get(end.wrapping_sub(1));
    end > start && last.is_some_and(|word| word.is(class::ORGANISATION_HEAD | class::PLACE_HEAD))
}

/// Whether a title ends here that `of` may go on: `Secretary`, `Prime Minister`.
fn titles(words: &[Word<'_>], start: usize, end: usize) -> bool {
    (start.max(end.saturating_sub(4))..end).any(|index| title_at(words, index, end) == Some(end))
}

/// `the private channel Norland 24`
fn is_channel(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|index| words.get(index));
    before.is_some_and(|word| groups::CHANNELS.contains(&word.key))
}

fn ministry(words: &[Word<'_>], start: usize, end: usize) -> bool {
    words.get(start..end).is_some_and(|run| {
        run.iter().any(|word| word.key == "of" || word.key == "for")
            && run.iter().any(|word| groups::OFFICES.contains(&word.key))
    })
}
