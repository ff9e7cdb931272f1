//! What stands before a number: names, months, words of change.

use crate::Change;
use crate::lexicon::{self, class};

/// The words before an offset, nearest first, at most `count`, within the line. Punctuation ends them.
pub(crate) fn words_before(text: &str, at: usize, count: usize) -> impl Iterator<Item = &str> {
    let mut end = at;
    std::iter::from_fn(move || {
        let head = text.get(..end)?;
        let trimmed = head.trim_end_matches([' ', '\t', '\u{a0}', '\n', '\r']);
        let skipped = head.get(trimmed.len()..).unwrap_or_default();
        if skipped.len() > 4
            || skipped.len() > 1 && skipped.matches('\n').count() > 1
            || (skipped.is_empty() && end != at)
        {
            return None;
        }
        end = word_start(trimmed);
        trimmed.get(end..).filter(|word| !word.is_empty())
    })
    .take(count)
}

/// Where the last word begins: at most so many letters, digits, apostrophes and hyphens back.
fn word_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut start = bytes.len();
    for _ in 0..LONGEST_WORD {
        match start.checked_sub(1).and_then(|before| bytes.get(before)) {
            Some(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-') => start -= 1,
            Some(0x80..) => {
                let belongs = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
                let letters = text.char_indices().rev().take(LONGEST_WORD).take_while(|(_, c)| belongs(*c));
                return letters.last().map_or(text.len(), |(index, _)| index);
            }
            _ => break,
        }
    }
    start
}

const LONGEST_WORD: usize = 32;

/// The character right before an offset.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(|head| head.chars().next_back())
}

/// The word before, also across the dot of an abbreviation: `Sept. 27`, `No. 10`.
pub(crate) fn label_before(text: &str, at: usize) -> Option<&str> {
    let head = text.get(..at)?.trim_end_matches([' ', '\u{a0}']);
    let head = head.strip_suffix('.').unwrap_or(head);
    let start = head
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map(|(index, _)| index)?;
    head.get(start..)
}

/// Whether a capitalised word before makes the number part of a name: `Boeing 747`.
pub(crate) fn is_named(text: &str, at: usize) -> bool {
    let Some(word) = words_before(text, at, 1).next() else { return false };
    let capital = word.starts_with(char::is_uppercase);
    let known = lexicon::word(word);
    let common = known.is_some_and(|word| {
        word.is(class::STOP | class::VERB | class::RISE | class::FALL | class::SCORE | class::GROUP)
            || word.numeral.is_some()
    });
    capital && !common && !word.ends_with("ed")
}

/// The change that the words before speak of.
pub(crate) fn change_before(text: &str, at: usize) -> Option<Change> {
    let mut to = false;
    for (index, word) in words_before(text, at, 4).enumerate() {
        match word {
            "to" if index == 0 => to = true,
            "by" | "another" | "further" | "a" | "an" | "as" | "much" | "some" | "about" | "around"
            | "nearly" | "only" | "just" => {}
            _ => {
                let rise = lexicon::is(word, class::RISE);
                let fall = lexicon::is(word, class::FALL);
                if rise || fall {
                    return Some(match (rise, to) {
                        (true, false) => Change::RiseBy,
                        (true, true) => Change::RiseTo,
                        (false, false) => Change::FallBy,
                        (false, true) => Change::FallTo,
                    });
                }
                if !word.ends_with("ly") {
                    return None;
                }
            }
        }
    }
    None
}

/// Whether a word of one of some classes stands among the `count` words before.
pub(crate) fn any_before(text: &str, at: usize, count: usize, classes: u32) -> bool {
    words_before(text, at, count).any(|word| lexicon::is(word, classes))
}
