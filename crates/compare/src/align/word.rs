//! Words as the accounts write them, each read once for the whole story.

use crate::lexicon;
use corroborate_text::{fold, stem};
use rustc_hash::FxHashMap;

/// What a word as written comes to.
pub(super) struct Word {
    pub(super) stem: String,
    /// It carries no content of its own.
    pub(super) is_stopword: bool,
    /// Its stem is the first of a phrase of the synonym table.
    pub(super) opens_phrase: bool,
}

/// The words read so far.
#[derive(Default)]
pub(super) struct Words<'t> {
    numbers: FxHashMap<&'t str, usize>,
    words: Vec<Word>,
}

impl<'t> Words<'t> {
    /// The number of a word, by which it is looked up again.
    pub(super) fn number(&mut self, written: &'t str) -> usize {
        let words = &mut self.words;
        *self.numbers.entry(written).or_insert_with(|| {
            let folded = fold(written);
            let stem = stem(&folded);
            words.push(Word {
                is_stopword: lexicon::is_stopword(&folded),
                opens_phrase: lexicon::opens_phrase(&stem),
                stem,
            });
            words.len() - 1
        })
    }

    pub(super) fn get(&self, number: usize) -> &Word {
        self.words.get(number).unwrap_or(&NOTHING)
    }
}

/// What no word comes to: a number of no word says nothing.
static NOTHING: Word = Word { stem: String::new(), is_stopword: true, opens_phrase: false };
