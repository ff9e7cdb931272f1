//! The lexicon as it is searched: arrays that the build script writes, so that no run has to read the tables in.

use super::key::Key;
use super::{Form, Hedge, Meaning, Numeral, NumeralClass, Word};
use crate::Unit;

/// The word of a key: in the first of its places that holds it, before one that is free.
#[inline]
pub(super) fn get(key: Key) -> Option<&'static Word> {
    for at in key.places() {
        let number = PLACES.get(at).copied().filter(|number| *number > 0)?;
        let (known, word) = WORDS.get(usize::from(number) - 1)?;
        if *known == key {
            return Some(word);
        }
    }
    None
}

/// The words of a form.
pub(super) fn text((start, end): (u16, u16)) -> &'static str {
    TEXT.get(usize::from(start)..usize::from(end)).unwrap_or_default()
}

/// The forms from one number to another.
pub(super) fn forms((start, end): (u16, u16)) -> &'static [Form] {
    FORMS.get(usize::from(start)..usize::from(end)).unwrap_or_default()
}

/// The unit of a number.
pub(super) fn unit(number: u16) -> Option<Unit> {
    UNITS.get(usize::from(number)).copied()
}

// TEXT, the words of all forms; UNITS; FORMS, the longest of a word first; WORDS by key; PLACES, each of which holds one
// more than the number of a word, or 0.
include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
