//! How the article itself writes its words: the ground for reading headlines and openings of sentences.

use super::word::{Shape, Word};
use corroborate_text::TokenKind;
use std::collections::HashMap;

/// For each word, how often it stands inside running sentences with and without a capital.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    counts: HashMap<String, (u32, u32)>,
}

impl Evidence {
    /// Counts the words of running sentences, their first words left out.
    pub(super) fn gather<'w>(sentences: impl Iterator<Item = &'w [Word]>) -> Self {
        let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
        for words in sentences {
            let first = words.iter().position(|word| word.kind == TokenKind::Word).unwrap_or_default();
            for word in words.iter().skip(first + 1).filter(|word| word.kind == TokenKind::Word) {
                let count = counts.entry(word.key.clone()).or_default();
                if word.shape == Shape::Lower {
                    count.1 += 1;
                } else {
                    count.0 += 1;
                }
            }
        }
        Self { counts }
    }

    /// Whether running text writes it with a capital, and mostly so.
    pub(super) fn is_name(&self, key: &str) -> bool {
        self.counts.get(key).is_some_and(|(upper, lower)| upper > lower)
    }

    /// Whether running text writes it without a capital at least as often as with one.
    pub(super) fn is_lower(&self, key: &str) -> bool {
        self.counts.get(key).is_some_and(|(upper, lower)| *lower > 0 && lower >= upper)
    }
}

/// Whether most words that can carry a capital do: a title, or a line in capitals.
pub(super) fn is_titled(words: &[Word]) -> bool {
    let long = words.iter().filter(|word| word.kind == TokenKind::Word && word.key.chars().count() > 3);
    let (mut upper, mut all) = (0, 0);
    for word in long {
        all += 1;
        upper += usize::from(word.is_capitalised());
    }
    all >= 3 && upper * 10 > all * 7
}
