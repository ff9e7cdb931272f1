//! One table from a folded word to its classes and the reporting verb it is a form of.

use crate::syntax::Tags;
use crate::syntax::cue::{self, Cue, Form};
use corroborate_text::Table;

/// The classes of a folded word, and the reporting verb it may be a form of.
pub(super) fn entry(word: &str) -> (Tags, Option<(&'static Cue, Form)>) {
    let Some((bits, cue)) = WORDS.get(word).and_then(<[u8]>::split_first_chunk) else {
        return Default::default();
    };
    let cue = match *cue {
        [form, low, high] => cue::numbered(u16::from_le_bytes([low, high])).zip(Form::coded(form)),
        _ => None,
    };
    (Tags(u64::from_le_bytes(*bits)), cue)
}

/// The bits of a word's classes in eight bytes; of a reporting verb then the code of its form and, in two bytes, the number
/// of its row in `data/cues.tsv`. The build script lays it out.
static WORDS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/grammar.table")));
