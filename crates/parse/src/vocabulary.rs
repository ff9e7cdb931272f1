//! The words of the article's body, against which titles, links and widgets are told apart.

use crate::row::Row;
use corroborate_text::{fold, stem};
use std::collections::HashSet;
use std::sync::LazyLock;

/// As much of a body as is read, in bytes.
const ENOUGH: usize = 8_000;

/// Stems of the words that carry content.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary(HashSet<String>);

impl Vocabulary {
    /// The stems of running rows, up to a limit.
    pub(crate) fn of<'a, 't: 'a>(rows: impl Iterator<Item = &'a Row<'t>>) -> Self {
        let mut stems = HashSet::new();
        let mut read = 0;
        for row in rows {
            if read > ENOUGH {
                break;
            }
            let part = crate::row::prefix(row.text, ENOUGH);
            read += part.len();
            stems.extend(content_words(part));
        }
        Self(stems)
    }

    /// The share of a text's content words that the body has too, 0 to 1; zero where it has none.
    pub(crate) fn share(&self, text: &str) -> f32 {
        let words: HashSet<String> = content_words(text).collect();
        ratio(words.iter().filter(|word| self.0.contains(*word)).count(), words.len())
    }
}

/// How much of the shorter of two titles the other says too, 0 to 1.
pub(crate) fn likeness(a: &str, b: &str) -> f32 {
    let a: HashSet<String> = content_words(a).collect();
    let b: HashSet<String> = content_words(b).collect();
    ratio(a.intersection(&b).count(), a.len().min(b.len()))
}

fn ratio(part: usize, whole: usize) -> f32 {
    let clamp = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    if whole == 0 { 0.0 } else { clamp(part) / clamp(whole) }
}

/// Stems of words of four letters and more, and of shorter ones in capitals.
fn content_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let carries = word.len() >= 4 || (word.len() >= 2 && word.chars().all(char::is_uppercase));
        let folded = carries.then(|| fold(word)).filter(|folded| !FUNCTION_WORDS.contains(folded.as_str()));
        folded.map(|folded| stem(&folded))
    })
}

static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/function-words.txt").lines().filter(|word| !word.starts_with('#')).collect()
});
