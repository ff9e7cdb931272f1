//! How the article itself writes its words: the ground for reading headlines and openings of sentences.

use super::Line;
use super::sign::{self, signs};
use super::word::{Shape, Word};
use corroborate_text::TokenKind;

/// For each word, how often it stands inside running sentences with and without a capital, and beside what.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// By the number of its key.
    counts: Vec<Count>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    upper: u32,
    lower: u32,
    signs: u16,
}

impl Evidence {
    /// Counts the words of running sentences, their first words left out, where so many keys are different.
    pub(super) fn gather(lines: &[Line<'_>], forms: usize) -> Self {
        let mut counts = vec![Count::default(); forms];
        for words in lines.iter().filter(|line| !line.titled).map(|line| &line.words) {
            let first = words.iter().position(|word| word.kind == TokenKind::Word).unwrap_or_default();
            for (at, word) in
                words.iter().enumerate().skip(first).filter(|(_, word)| word.kind == TokenKind::Word)
            {
                let Some(count) = counts.get_mut(word.form) else { continue };
                count.signs |= signs(words, at);
                if at > first {
                    count.lower += u32::from(word.shape == Shape::Lower);
                    count.upper += u32::from(word.shape != Shape::Lower);
                }
            }
        }
        Self { counts }
    }

    /// Whether running text writes it with a capital, and mostly so.
    pub(super) fn is_name(&self, word: &Word<'_>) -> bool {
        self.counts.get(word.form).is_some_and(|count| count.upper > count.lower)
    }

    /// Whether running text writes it without a capital at least as often as with one.
    pub(super) fn is_lower(&self, word: &Word<'_>) -> bool {
        self.counts.get(word.form).is_some_and(|count| count.lower > 0 && count.lower >= count.upper)
    }

    /// What the article shows of a word, as bits of [`sign`].
    pub(super) fn signs(&self, word: &Word<'_>) -> u16 {
        let Some(count) = self.counts.get(word.form) else { return 0 };
        let mut signs = count.signs;
        if count.upper > count.lower {
            signs |= sign::NAME;
        }
        if count.lower > 0 && count.lower >= count.upper {
            signs |= sign::LOWER;
        }
        signs
    }
}

/// Whether most words that can carry a capital do: a title, or a line in capitals.
pub(super) fn is_titled(words: &[Word<'_>]) -> bool {
    let long = words.iter().filter(|word| word.kind == TokenKind::Word && word.key.chars().count() > 3);
    let (mut upper, mut all) = (0, 0);
    for word in long {
        all += 1;
        upper += usize::from(word.is_capitalised());
    }
    // A sentence of many names ends in a full stop; titles do not.
    let share = if words.last().is_some_and(|word| word.key == ".") { 9 } else { 7 };
    all >= 3 && upper * 10 > all * share
}
