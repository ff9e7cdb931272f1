//! The lexicon as it is searched: a table with open places, laid out once.

use super::Word;
use super::key::Key;
use std::collections::BTreeMap;

/// Places of the table as a power of two: some times the number of words.
const BITS: u32 = 13;

/// Words by key. A place holds one more than the number of a word, or 0.
pub(super) struct Table {
    places: Vec<u16>,
    words: Vec<(Key, Word)>,
}

impl Table {
    pub(super) fn of(words: BTreeMap<Key, Word>) -> Self {
        let words: Vec<(Key, Word)> = words.into_iter().collect();
        let mut places = vec![0_u16; 1 << BITS];
        for (number, (key, _)) in (1..).zip(&words) {
            let free = probe(*key).find(|at| places.get(*at) == Some(&0));
            if let Some(place) = free.and_then(|at| places.get_mut(at)) {
                *place = number;
            }
        }
        Self { places, words }
    }

    /// The word of a key: in the first of its places that holds it, before one that is free.
    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&Word> {
        for at in probe(key) {
            let number = self.places.get(at).copied().filter(|number| *number > 0)?;
            let (known, word) = self.words.get(usize::from(number) - 1)?;
            if *known == key {
                return Some(word);
            }
        }
        None
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &Word)> {
        self.words.iter().map(|(key, word)| (*key, word))
    }
}

/// The places where a key may stand, in order.
#[inline]
fn probe(key: Key) -> impl Iterator<Item = usize> {
    #[allow(clippy::cast_possible_truncation, reason = "below 2^13")]
    let first = (key.mixed() >> (64 - BITS)) as usize;
    (0..1 << BITS).map(move |step| (first + step) & ((1 << BITS) - 1))
}
