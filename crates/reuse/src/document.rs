//! A text prepared for comparison.

use crate::seed::{self, Seeds};
use crate::word::each_word;
use corroborate_text::Span;
use std::sync::OnceLock;

/// The words of a text as numbers, and their places: made once, compared many times.
///
/// A document does not hold its text.
///
/// ```
/// use corroborate_reuse::Document;
///
/// let document = Document::new("Two tugs are on their way.");
/// assert_eq!(document.len(), 6);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Document {
    words: Vec<u64>,
    places: Vec<Span>,
    keys: OnceLock<Vec<u64>>,
    seeds: OnceLock<Seeds>,
}

impl Document {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        Self::of_parts(text, [Span::new(0, text.len())])
    }

    /// Reads parts of a text, in the order given; a passage may run from one part into the next. Spans found
    /// later point into the whole text. A part that does not fit the text counts as empty.
    ///
    /// ```
    /// use corroborate_reuse::Document;
    /// use corroborate_text::Span;
    ///
    /// let text = "Read more. The bridge is closed. Share";
    /// assert_eq!(Document::of_parts(text, [Span::new(11, 32)]).len(), 4);
    /// ```
    pub fn of_parts(text: &str, parts: impl IntoIterator<Item = Span>) -> Self {
        let mut document = Self::default();
        for part in parts {
            // A word and the blank after it take about six bytes of English, seldom less than five.
            document.words.reserve(part.len() / 5);
            document.places.reserve(part.len() / 5);
            each_word(part.of(text), |span, hash| {
                document.words.push(hash);
                document.places.push(span.shifted(part.start()));
            });
        }
        document
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// One number for each word: equal where the words are the same under folding.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The place of each word in the text.
    pub fn places(&self) -> &[Span] {
        &self.places
    }

    /// The place of the words from `first` up to, not including, `end`.
    pub fn span(&self, first: usize, end: usize) -> Option<Span> {
        let (first, last) = (self.places.get(first)?, self.places.get(end.checked_sub(1)?)?);
        (first.start() <= last.end()).then(|| Span::new(first.start(), last.end()))
    }

    /// A key for each run of [`crate::seed::LENGTH`] words; made at the first use.
    pub(crate) fn seed_keys(&self) -> &[u64] {
        self.keys.get_or_init(|| seed::keys(&self.words))
    }

    /// Where each of these runs stands; made at the first use.
    pub(crate) fn seeds(&self) -> &Seeds {
        self.seeds.get_or_init(|| Seeds::new(self.seed_keys()))
    }
}
