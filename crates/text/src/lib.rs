//! Places in text and pieces of text.
//!
//! The one decision everything else rests on: a place is a [`Span`] of **bytes**, half open, into a text that
//! is never rewritten. Whatever a later stage derives, from a token to a conflict between two accounts, points
//! back into the source with spans, so a reader can check it. Folding and stemming therefore make *keys* for
//! comparison beside the text; they never replace it.
//!
//! ```
//! use corroborate_text::{sentences, tokens};
//!
//! let text = "The U.S. envoy left. He said nothing.";
//! let first = sentences(text)[0];
//! assert_eq!(first.of(text), "The U.S. envoy left.");
//! let words: Vec<&str> = tokens(first.of(text)).iter().map(|token| token.span.of(text)).collect();
//! assert_eq!(words, ["The", "U.S.", "envoy", "left", "."]);
//! ```

mod clause;
mod fold;
mod given;
mod line;
mod porter;
mod rows;
mod sentence;
mod spacing;
mod span;
mod stem;
mod table;
mod token;

pub use clause::clauses;
pub use fold::{fold, fold_char, is_dash, is_quotation_mark};
pub use given::given_names;
pub use line::{Line, LineIndex, lines};
pub use rows::{grouped, rows};
pub use sentence::sentences;
pub use spacing::single_spaced;
pub use span::Span;
pub use stem::{irregular_forms, stem};
pub use table::{Table, packed, word_hash};
pub use token::{Token, TokenKind, tokens, tokens_of};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
