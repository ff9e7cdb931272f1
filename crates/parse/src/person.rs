//! Whether words are the name of a person.

use crate::byline::{is_name, is_office};
use crate::lead::is_outlet;
use crate::vocabulary::is_function_word;
use corroborate_text::{Table, fold};

/// Whether words that stand alone are a person's name: two to four of them, the first of which is a given name or
/// initials, and nothing that outlets, offices, menus or sections are called by.
pub(crate) fn is_person(words: &str) -> bool {
    let (Some(first), Some(last)) = (words.split_whitespace().next(), words.split_whitespace().next_back())
    else {
        return false;
    };
    // `Art Events`, `Will Return`: a given name that is another word as well.
    let ambiguous = is_common(first);
    (is_given(first) || is_initials(first))
        && is_named(words)
        && !is_function_word(last)
        && !(ambiguous && is_common(last))
}

/// Whether words may be a person's name where their place speaks for it: no word of menus and buttons is among them.
pub(crate) fn may_be_person(words: &str) -> bool {
    is_person(words) || is_named(words) && !words.split_whitespace().any(is_common)
}

fn is_named(words: &str) -> bool {
    (2..=4).contains(&words.split_whitespace().count())
        && words.len() <= 60
        && is_name(words)
        && !words.contains(" of ")
        && (!is_office(words) || is_first_and_office(words))
        && !is_outlet(words)
}

/// `Ann Writer`: a given name that is no other word, and one that may be a surname.
fn is_first_and_office(words: &str) -> bool {
    let (first, rest) = words.split_once(' ').unwrap_or_default();
    is_given(first) && !is_common(first) && !is_office(first) && !rest.contains(' ')
}

/// Whether a word is a given name.
pub(crate) fn is_given(word: &str) -> bool {
    let first = word.split(['-', '‐']).next().unwrap_or_default();
    first.len() >= 2 && bits(first) & GIVEN != 0
}

/// `J.`, `J.K.`, `AJ`: but not `U.S.`.
pub(crate) fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| *c != '.').collect();
    let dotted = word.contains('.');
    let count = if dotted { 1..=3 } else { 2..=2 };
    let state = matches!(letters.as_slice(), ['U', 'S' | 'K' | 'N'] | ['E', 'U'] | ['T', 'V'] | ['A', 'I']);
    count.contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase()) && !state
}

/// Whether a word may stand on a button beside a date: `59 comments`, `Share link`.
pub(crate) fn is_button(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_ascii_digit());
    let figures = word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '(' | ')'));
    figures || word.len() >= 4 && bits(word) & (COMMON | GIVEN) == COMMON
}

/// Whether a word stands in menus, on buttons or in notices, or says nothing of any subject.
fn is_common(word: &str) -> bool {
    is_function_word(word) || bits(word) & COMMON != 0
}

fn bits(word: &str) -> u8 {
    WORDS.get(&fold(word)).and_then(|bits| bits.first()).copied().unwrap_or(0)
}

const GIVEN: u8 = 1;
const COMMON: u8 = 2;

/// Given names and the words of the table of cues. The build script lays them out.
const WORDS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.table")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_and_other_titles() {
        for name in ["Ann Writer", "Bo J. Penn", "Marie-Claire de Quill", "J. K. Inkwell", "Mark Page Quill"]
        {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Share Tweet",
            "Full Bio",
            "Art News",
            "Mark All",
            "The Harbour Times",
            "Staff Writer",
            "Ann",
            "Year in Review",
            "U.S. Ferries",
        ] {
            assert!(!is_person(other), "{other}");
        }
        assert!(may_be_person("Oyegbemi Quillwright"));
        assert!(!may_be_person("Edit Story"));
    }
}
