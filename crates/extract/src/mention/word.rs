//! The words of a text as the tagger sees them.

use super::lexicon::{class, classes};
use super::seeded::Seeded;
use crate::tokens::Tokens;
use corroborate_text::{Span, TokenKind, fold, word_hash};
use std::collections::HashMap;

/// A token with what the tables and its own letters say of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'k> {
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    /// Its key in the tables.
    pub(super) key: &'k str,
    /// The keys from its own to the last of its sentence, each set off by a blank unless it is glued.
    rest: &'k str,
    /// [`word_hash`] of its key.
    pub(super) hash: u64,
    /// The number of its key among the different keys of the text.
    pub(super) form: usize,
    /// Bits of [`class`], also of the key without the dots of an abbreviation.
    pub(super) classes: u32,
    /// Of how many words at most a phrase of the gazetteers is that it begins.
    pub(super) longest: u8,
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

impl<'k> Word<'k> {
    pub(super) fn is(&self, bits: u32) -> bool {
        self.classes & bits != 0
    }

    /// Whether it is written like a name or a part of one.
    pub(super) fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Upper | Shape::Single)
            || (self.shape == Shape::Mixed && self.kind == TokenKind::Word)
    }

    /// The keys from this one to that of a word further on in the sentence, joined as they stand.
    pub(super) fn joined(&self, last: &Self) -> &'k str {
        let length = (self.rest.len() + last.key.len()).checked_sub(last.rest.len());
        length.and_then(|length| self.rest.get(..length)).unwrap_or_default()
    }

    pub(super) fn is_hyphen(&self, text: &str) -> bool {
        self.kind == TokenKind::Mark && self.glued && matches!(self.span.of(text), "-" | "‑" | "‐")
    }
}

/// The folded tokens of the sentences of a text, in one string.
#[derive(Debug)]
pub(super) struct Keys {
    keys: String,
    /// Where each key begins and ends, and whether it is glued to the one before.
    places: Vec<(usize, usize, bool)>,
}

impl Keys {
    pub(super) fn of(text: &str, tokens: &Tokens) -> Self {
        let mut keys = String::with_capacity(text.len() + text.len() / 8);
        let lower = text.to_ascii_lowercase();
        let mut places = Vec::with_capacity(tokens.len());
        for sentence in tokens.sentences() {
            let mut end = None;
            for token in sentence {
                let glued = end == Some(token.span.start());
                if end.is_some() && !glued {
                    keys.push(' ');
                }
                end = Some(token.span.end());
                let start = keys.len();
                let form = token.span.of(&lower);
                if form.is_ascii() {
                    keys.push_str(form);
                } else {
                    keys.push_str(&fold(token.span.of(text)));
                }
                places.push((start, keys.len(), glued));
            }
        }
        Self { keys, places }
    }

    /// The words of each sentence, and how many different keys they have.
    pub(super) fn words<'k>(&'k self, text: &str, tokens: &Tokens) -> (Vec<Vec<Word<'k>>>, usize) {
        let mut known: HashMap<&str, Word<'k>, Seeded> =
            HashMap::with_capacity_and_hasher(tokens.len() / 2, Seeded::default());
        let mut from = 0;
        let sentences = tokens.sentences().map(|sentence| {
            let places = self.places.get(from..from + sentence.len()).unwrap_or_default();
            from += sentence.len();
            let end = places.last().map_or(0, |place| place.1);
            let words = sentence.iter().zip(places).map(|(token, &(start, stop, glued))| {
                let key = self.keys.get(start..stop).unwrap_or_default();
                let number = known.len();
                let of_form = known.entry(key).or_insert_with(|| form(key, number));
                Word {
                    span: token.span,
                    kind: token.kind,
                    rest: self.keys.get(start..end).unwrap_or_default(),
                    shape: shape(token.span.of(text), key, token.kind),
                    glued,
                    ..*of_form
                }
            });
            words.collect()
        });
        (sentences.collect(), known.len())
    }
}

/// What holds of every word with a key.
fn form(key: &str, number: usize) -> Word<'_> {
    let hash = word_hash(key.as_bytes());
    let (mut bits, longest) = classes(key, hash);
    let undotted = key.trim_end_matches('.');
    if undotted.len() < key.len() {
        bits |= classes(undotted, word_hash(undotted.as_bytes())).0;
    }
    Word {
        span: Span::default(),
        kind: TokenKind::Word,
        key,
        rest: key,
        hash,
        form: number,
        classes: bits,
        longest,
        shape: Shape::Other,
        glued: false,
    }
}

/// How a token with this key is written.
fn shape(form: &str, key: &str, kind: TokenKind) -> Shape {
    if kind != TokenKind::Word {
        return Shape::Other;
    }
    if form.is_ascii()
        && let (Some((first, letters)), Some((_, folded))) =
            (form.as_bytes().split_first(), key.as_bytes().split_first())
        && first.is_ascii_alphabetic()
        && letters == folded
    {
        // No capital behind the first letter.
        return match (first.is_ascii_uppercase(), letters.iter().any(u8::is_ascii_lowercase)) {
            (false, _) => Shape::Lower,
            (true, true) => Shape::Capitalised,
            (true, false) => Shape::Single,
        };
    }
    let (initial, upper, lower) = count(form);
    let Some(initial) = initial else { return Shape::Other };
    match (initial, upper, lower) {
        (true, 0, 0) => Shape::Single,
        (true, 0, _) => Shape::Capitalised,
        (true, _, 0) => Shape::Upper,
        (false, 0, _) => Shape::Lower,
        // `UK-based` is cut at the hyphen; plural acronyms `MPs`.
        _ => Shape::Mixed,
    }
}

/// Whether the first letter is a capital, and how many of the others are and are not.
fn count(form: &str) -> (Option<bool>, usize, usize) {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let initial = letters.next().map(char::is_uppercase);
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    (initial, upper, lower)
}

/// Whether the word says by itself that it is no name.
pub(super) fn is_common(word: &Word<'_>) -> bool {
    word.is(class::FUNCTION) || (word.is(class::LOWER) && !word.is(class::OPENS))
}
