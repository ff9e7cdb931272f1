//! The tokens of the sentences of a text, cut once for names, quotations and statements.

use crate::Sentence;
use corroborate_text::{Token, tokens_of};

/// The tokens of every sentence.
#[derive(Debug)]
pub(crate) struct Tokens {
    all: Vec<Token>,
    /// Where each sentence's tokens end.
    ends: Vec<usize>,
}

impl Tokens {
    /// The tokens of the sentences of a text.
    pub(crate) fn of(text: &str, sentences: &[Sentence]) -> Self {
        let mut all = Vec::with_capacity(text.len() / 5);
        let mut ends = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            tokens_of(text, sentence.span, &mut all);
            ends.push(all.len());
        }
        Self { all, ends }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Those of each sentence, in order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &[Token]> {
        let mut from = 0;
        self.ends.iter().map(move |&end| {
            let tokens = self.all.get(from..end).unwrap_or_default();
            from = end;
            tokens
        })
    }
}
