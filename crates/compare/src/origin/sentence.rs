//! The sentences of an account by the stems of their words.

use crate::Account;
use crate::lexicon;
use corroborate_text::{Span, TokenKind, fold, stem, tokens};
use rustc_hash::FxHashMap;

/// The stems of a sentence, ascending, each once.
pub(super) struct Sentence {
    pub(super) span: Span,
    pub(super) stems: Vec<u32>,
    pub(super) weight: f64,
}

/// The stems of a story, numbered as they come.
#[derive(Default)]
pub(super) struct Stems<'t> {
    pub(super) numbers: FxHashMap<String, u32>,
    /// For each word as written the number of its stem; none where it says nothing.
    words: FxHashMap<&'t str, Option<u32>>,
}

impl<'t> Stems<'t> {
    fn number(&mut self, written: &'t str) -> Option<u32> {
        let numbers = &mut self.numbers;
        *self.words.entry(written).or_insert_with(|| {
            let word = fold(written);
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            (!lexicon::is_stopword(&word)).then(|| *numbers.entry(stem(&word)).or_insert(next))
        })
    }
}

/// The sentences of the running text of an account that say something, not weighed yet.
pub(super) fn sentences<'t>(account: &'t Account, keys: &mut Stems<'t>) -> Vec<Sentence> {
    let text = &account.article.text;
    let body = account.annotations.sentences.iter().filter(|sentence| sentence.role.is_body());
    body.map(|sentence| stems(text, sentence.span, keys))
        .filter(|sentence| sentence.stems.len() > 2)
        .collect()
}

fn stems<'t>(text: &'t str, span: Span, keys: &mut Stems<'t>) -> Sentence {
    let sentence = span.of(text);
    let words = tokens(sentence).into_iter();
    let words = words.filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    let mut found: Vec<u32> = words.filter_map(|token| keys.number(token.span.of(sentence))).collect();
    found.sort_unstable();
    found.dedup();
    Sentence { span, stems: found, weight: 0.0 }
}
