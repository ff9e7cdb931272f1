//! What the example that trains the model needs of the tagger. No part of the library's contract.

use super::evidence::Evidence;
use super::word::Keys;
use super::{Mention, features, model, read, rows};
use crate::Sentence;
use crate::tokens::Tokens;
use corroborate_text::Span;

/// The labels of the words of a sentence, from their features.
pub type Labeller<'l> = &'l dyn Fn(&[Option<Vec<u32>>]) -> Vec<usize>;

/// Labels of the model: outside, then begin, inside, last, single of person, place, organisation, then any word of
/// another name.
pub const LABELS: usize = model::LABELS;
/// Rows of the model's table.
pub const ROWS: usize = rows::ROWS as usize;
/// The row of a feature.
pub fn row(feature: u32) -> usize {
    rows::row(feature)
}

/// A word of a sentence and its features, where it may be part of a name.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Their numbers; see [`row`].
    pub features: Option<Vec<u32>>,
}

/// The words of a text, sentence by sentence.
pub fn words(text: &str, sentences: &[Sentence]) -> Vec<Vec<Word>> {
    let tokens = Tokens::of(text, sentences);
    let keys = Keys::of(text, &tokens);
    let (lines, forms) = read(text, sentences, &tokens, &keys);
    let evidence = Evidence::gather(&lines, forms);
    let words = |line: &super::Line<'_>| {
        let features = features::all(text, &line.words, line.titled, &evidence);
        line.words.iter().zip(features).map(|(word, features)| Word { span: word.span, features }).collect()
    };
    lines.iter().map(words).collect()
}

/// The best sequence of labels under the scores of words and pairs of labels.
pub fn decode(scores: &[Option<[i32; LABELS]>], pair: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    model::decode(scores, &model::pairs(pair)).into_iter().map(usize::from).collect()
}

/// The mentions of a text where the labels of its sentences come from elsewhere than the compiled weights.
pub fn mentions_by(text: &str, sentences: &[Sentence], label: Labeller<'_>) -> Vec<Mention> {
    super::mentions_by(text, sentences, &Tokens::of(text, sentences), &mut |text, line, evidence| {
        let labels = label(&features::all(text, &line.words, line.titled, evidence));
        labels.into_iter().map(|label| u8::try_from(label).unwrap_or_default()).collect()
    })
}

/// Whether a label may follow another.
pub fn may_follow(from: usize, to: usize) -> bool {
    model::may_follow(from, to)
}
