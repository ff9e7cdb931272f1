//! The words of a sentence as the tagger sees them.

use super::lexicon::{class, classes};
use corroborate_text::{Span, TokenKind, fold, tokens};

/// A token with what the tables and its own letters say of it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    /// Its key in the tables, without the dots of an abbreviation.
    pub(super) key: String,
    /// Bits of [`class`].
    pub(super) classes: u32,
    pub(super) shape: Shape,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `word`
    Lower,
    /// `Word`
    Capitalised,
    /// `WORD`, two letters or more
    Upper,
    /// `A`, one capital
    Single,
    /// `McDonald`, `iPhone`
    Mixed,
    /// Digits, marks and the rest.
    Other,
}

impl Word {
    pub(super) fn is(&self, bits: u32) -> bool {
        self.classes & bits != 0
    }

    /// Whether it is written like a name or a part of one.
    pub(super) fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Upper | Shape::Single)
            || (self.shape == Shape::Mixed && self.kind == TokenKind::Word)
    }

    pub(super) fn is_hyphen(&self, text: &str) -> bool {
        self.kind == TokenKind::Mark && self.glued && matches!(self.span.of(text), "-" | "‑" | "‐")
    }
}

/// The words of the sentence at `sentence`.
pub(super) fn words(text: &str, sentence: Span) -> Vec<Word> {
    let start = sentence.start();
    let mut end = start;
    tokens(sentence.of(text))
        .into_iter()
        .map(|token| {
            let span = token.span.shifted(start);
            let form = span.of(text);
            let key = fold(form);
            let undotted = key.trim_end_matches('.');
            let mut bits = classes(&key);
            if undotted.len() < key.len() {
                bits |= classes(undotted);
            }
            let glued = span.start() == end && end > start;
            end = span.end();
            Word { span, kind: token.kind, key, classes: bits, shape: shape(form, token.kind), glued }
        })
        .collect()
}

fn shape(form: &str, kind: TokenKind) -> Shape {
    if kind != TokenKind::Word {
        return Shape::Other;
    }
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Other };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) => Shape::Single,
        (true, 0, _) => Shape::Capitalised,
        (true, _, 0) => Shape::Upper,
        (false, 0, _) => Shape::Lower,
        // `UK-based` is cut at the hyphen; plural acronyms `MPs`.
        _ => Shape::Mixed,
    }
}

/// Whether the word says by itself that it is no name.
pub(super) fn is_common(word: &Word) -> bool {
    word.is(class::FUNCTION) || (word.is(class::LOWER) && !word.is(class::OPENS))
}
