//! What the example that trains the model needs of the tagger. No part of the library's contract.

pub use super::Labeller;
use super::evidence::Evidence;
use super::{Mention, features, model, read};
use crate::Sentence;
use corroborate_text::Span;

/// Labels of the model: outside, then begin, inside, last, single of person, place, organisation.
pub const LABELS: usize = model::LABELS;
/// Rows of the model's table.
pub const ROWS: usize = features::ROWS as usize;
/// A word of a sentence and its features, where it may be part of a name.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Rows of the model's table.
    pub features: Option<Vec<u32>>,
}

/// The words of a text, sentence by sentence.
pub fn words(text: &str, sentences: &[Sentence]) -> Vec<Vec<Word>> {
    let lines = read(text, sentences);
    let evidence =
        Evidence::gather(lines.iter().filter(|line| !line.titled).map(|line| line.words.as_slice()));
    lines
        .iter()
        .map(|line| {
            let features = features::features(text, &line.words, line.titled, &evidence);
            line.words
                .iter()
                .zip(features)
                .map(|(word, features)| Word { span: word.span, features })
                .collect()
        })
        .collect()
}

/// The best sequence of labels under the scores of words and pairs of labels.
pub fn decode(scores: &[Option<[i32; LABELS]>], pair: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    model::decode(scores, &model::pairs(pair))
}

/// The mentions of a text where the labels of its sentences come from elsewhere than the compiled weights.
pub fn mentions_by(text: &str, sentences: &[Sentence], label: Labeller<'_>) -> Vec<Mention> {
    super::mentions_by(text, sentences, label)
}

/// Whether a label may follow another.
pub fn may_follow(from: usize, to: usize) -> bool {
    model::may_follow(from, to)
}
