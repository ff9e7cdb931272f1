//! Clauses.

use crate::rows;
use crate::{Span, TokenKind, tokens};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Fewest words that a clause cut off from its sentence has.
const MIN_WORDS: usize = 3;

/// The clauses of a sentence, in order; together they cover its words.
///
/// A cut is made at a semicolon, colon or dash, and at a comma or a bare conjunction before a word that opens a
/// clause (`data/clause-openers.txt`), as long as at least three words stand on each side.
///
/// ```
/// use corroborate_text::clauses;
///
/// let text = "The roof was blown off, and three lofts were soaked; no grain spoiled.";
/// let found: Vec<&str> = clauses(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["The roof was blown off,", "and three lofts were soaked;", "no grain spoiled."]);
/// ```
pub fn clauses(sentence: &str) -> Vec<Span> {
    let tokens = tokens(sentence);
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    let mut remaining = tokens.iter().filter(|token| is_word(token.kind)).count();
    let mut found = Vec::new();
    let mut start = tokens.first().map_or(0, |token| token.span.start());
    let mut words = 0;
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        let mark = token.span.of(sentence);
        match mark {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if is_word(token.kind) {
            words += 1;
            remaining -= 1;
        }
        let Some(next) = tokens.get(index + 1) else { break };
        let opener = OPENERS.contains(next.span.of(sentence).to_lowercase().as_str());
        let cut = match mark {
            ";" | "—" | "–" | ":" => true,
            "," => opener,
            _ => opener && BARE.contains(&next.span.of(sentence)),
        };
        if cut && depth == 0 && words >= MIN_WORDS && remaining >= MIN_WORDS {
            found.push(Span::new(start, token.span.end()));
            start = next.span.start();
            words = 0;
        }
    }
    if let Some(last) = tokens.last().filter(|last| last.span.end() > start) {
        found.push(Span::new(start, last.span.end()));
    }
    found
}

/// Conjunctions that open a clause even without a comma before them.
const BARE: &[&str] = &["while", "although", "whereas", "because", "but", "after", "before", "unless"];

static OPENERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/clause-openers.txt")).collect());
