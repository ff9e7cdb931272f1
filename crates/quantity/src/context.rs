//! What stands before a number: names, months, words of change.

use crate::Change;
use crate::lexicon::{self, class};

/// The words before an offset, nearest first, at most `count`, within the line. Punctuation ends them.
pub(crate) fn words_before(text: &str, at: usize, count: usize) -> Vec<&str> {
    let mut found = Vec::new();
    let mut end = at;
    while found.len() < count {
        let Some(head) = text.get(..end) else { break };
        let trimmed = head.trim_end_matches([' ', '\t', '\u{a0}', '\n', '\r']);
        let skipped = head.get(trimmed.len()..).unwrap_or_default();
        if skipped.len() > 4 || skipped.matches('\n').count() > 1 || (skipped.is_empty() && end != at) {
            break;
        }
        let start = trimmed
            .char_indices()
            .rev()
            .take(32)
            .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))
            .last()
            .map_or(trimmed.len(), |(index, _)| index);
        let Some(word) = trimmed.get(start..).filter(|word| !word.is_empty()) else { break };
        found.push(word);
        end = start;
    }
    found
}

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
    let Some(word) = words_before(text, at, 1).first().copied() else { return false };
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
    let words = words_before(text, at, 4);
    let mut to = false;
    for (index, word) in words.iter().enumerate() {
        match *word {
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
    words_before(text, at, count).iter().any(|word| lexicon::is(word, classes))
}
