//! The words of an utterance, and where its clauses end.

use corroborate_text::{TokenKind, fold, tokens};

/// Longest version compared, in words.
pub(super) const MOST_WORDS: usize = 400;

/// The folded words of an utterance, and where its clauses end.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wording {
    /// The folded words.
    pub(super) words: Vec<String>,
    /// For each word, whether a mark of punctuation follows.
    pub(super) stops: Vec<bool>,
}

/// The wording of an utterance.
pub(super) fn wording(text: &str) -> Wording {
    let mut found = Wording::default();
    for token in tokens(text) {
        if token.kind != TokenKind::Mark {
            if found.words.len() >= MOST_WORDS {
                break;
            }
            found.words.push(fold(token.span.of(text)));
            found.stops.push(false);
        } else if let Some(stop) = found.stops.last_mut() {
            *stop |= matches!(token.span.of(text), "." | "," | ";" | ":" | "!" | "?" | "…" | "–" | "—" | "-");
        }
    }
    // What is quoted ends with its marks, whether or not the punctuation stands inside them.
    if let Some(last) = found.stops.last_mut() {
        *last = true;
    }
    found
}

/// At which word of a longer version a part of it stands.
pub(super) fn place_in(long: &Wording, part: &Wording) -> Option<usize> {
    long.words.windows(part.words.len().max(1)).position(|window| window == part.words)
}
