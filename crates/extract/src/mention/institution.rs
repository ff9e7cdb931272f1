//! Institutions without a proper name: `the interior ministry`, `the coast guard`, `the coalition`.

use super::lexicon::{class, institution};
use super::tag::Found;
use super::word::{Shape, Word};
use super::{EntityKind, Line};
use crate::groups;
use corroborate_text::TokenKind;

/// Most words that may stand before the head.
const MODIFIERS: usize = 2;

/// Adds the institutions whose words no name has taken.
pub(super) fn add(lines: &mut [Line<'_>]) {
    for line in lines {
        let Line { words, found, .. } = line;
        let mut at = 0;
        while at < words.len() {
            let Some((start, end)) = institution_at(words, at) else {
                at += 1;
                continue;
            };
            // A nationality before it belongs to it: `Danish coast guard`.
            let adjective = found.iter().position(|name| name.end == start && name.kind == EntityKind::Group);
            let free = found.iter().all(|name| name.end <= start || name.start >= end);
            if free {
                let start = match adjective {
                    Some(index) => found.remove(index).start,
                    None => start,
                };
                found.push(Found {
                    start,
                    end,
                    kind: EntityKind::Organisation,
                    adjective: false,
                    sure: true,
                });
            }
            at = end;
        }
        found.sort_by_key(|name| name.start);
    }
}

/// The institution whose head begins at `at`: where its modifiers begin and where it ends.
fn institution_at(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let lower = |index: usize| {
        words.get(index).filter(|word| word.kind == TokenKind::Word && word.shape == Shape::Lower)
    };
    let head = lower(at).filter(|word| word.is(class::INSTITUTION))?;
    let mut best = institution(head.key).map(|needs| (at + 1, needs));
    let mut key = String::new();
    for index in at + 1..at + 3 {
        let Some(word) = lower(index) else { break };
        if key.is_empty() {
            key.push_str(head.key);
        }
        key.push(' ');
        key.push_str(word.key);
        if let Some(needs) = institution(&key) {
            best = Some((index + 1, needs));
        }
    }
    let (mut end, needs) = best?;
    let kind = if head.key == "union" { members(words, at).unwrap_or(at) } else { at };
    let mut start = kind;
    while start > 0 && kind - start < MODIFIERS && lower(start - 1).is_some_and(is_modifier) {
        start -= 1;
    }
    let before = start.checked_sub(1).and_then(|index| words.get(index))?;
    // It is the institution, not one of several: an article, a possessive or a nationality opens it.
    let definite = matches!(before.key, "the" | "its" | "their" | "our" | "so" | "'s" | "’s" | "\"" | "'")
        || before.is(class::OPENS) && before.is_capitalised();
    let field = field_end(words, head, end);
    if !definite || needs && start == at && field.is_none() && !before.is_capitalised() {
        return None;
    }
    // `the emergency department` of a hospital is no body of the state.
    if end == at + 1 && head.key == "department" && field.is_none() {
        return None;
    }
    if let Some(stop) = field {
        return Some((start, stop));
    }
    // `coalition of the willing`
    if groups::ALLIANCES.contains(&head.key) && lower(end).is_some_and(|word| word.key == "of") {
        let stop = if lower(end + 1).is_some_and(|word| word.key == "the") { end + 2 } else { end + 1 };
        if stop == end + 2 && lower(stop).is_some_and(|word| !word.is(class::FUNCTION)) {
            end = stop + 1;
        }
    }
    Some((start, end))
}

/// Where the word begins that says whose union it is: `the rock workers' union`.
fn members(words: &[Word<'_>], head: usize) -> Option<usize> {
    let mark = words.get(head.checked_sub(1)?).filter(|mark| mark.glued && matches!(mark.key, "'" | "’"));
    let several = words.get(head.checked_sub(2)?).filter(|_| mark.is_some())?;
    let plural = several.shape == Shape::Lower && several.key.len() > 4 && several.key.ends_with('s');
    plural.then(|| head - 2)
}

/// Where the words end that say what a ministry is for: `the ministry of labour and welfare`.
fn field_end(words: &[Word<'_>], head: &Word<'_>, end: usize) -> Option<usize> {
    let lower = |index: usize| words.get(index).filter(|word| word.shape == Shape::Lower);
    let noun = |index: usize| {
        lower(index).is_some_and(|word| {
            word.classes >> class::NOUN_SHIFT != 0 && !word.is(class::FUNCTION | class::SPEECH)
        })
    };
    let field = |index: usize| {
        // `foreign affairs`, `public works`
        let pair = lower(index + 1).is_some_and(|word| groups::FIELD_NOUNS.contains(&word.key));
        (noun(index) || pair && lower(index).is_some()).then_some(if pair { index + 2 } else { index + 1 })
    };
    let body = groups::MINISTRIES.contains(&head.key);
    if !body || lower(end).is_none_or(|word| !matches!(word.key, "of" | "for")) {
        return None;
    }
    let stop = field(end + 1)?;
    let and = lower(stop).is_some_and(|word| word.key == "and");
    Some(if and { field(stop + 1).unwrap_or(stop) } else { stop })
}

/// A word that says which institution: no verb, number or word of grammar, so far as the tables tell.
fn is_modifier(word: &Word<'_>) -> bool {
    !word.is(class::FUNCTION)
        && !word.is(class::SPEECH)
        && !word.key.ends_with("ly")
        && !word.key.ends_with("ed")
        && !word.key.ends_with("ing")
}
