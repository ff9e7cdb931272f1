//! One table from a folded word to its classes and the reporting verb it is a form of.

use crate::syntax::Tags;
use crate::syntax::cue::{self, Cue, Form};
use corroborate_text::{packed, rows};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

type Entry = (Tags, Option<(&'static Cue, Form)>);

pub(super) static LEXICON: LazyLock<Table> = LazyLock::new(|| {
    // All of the lists together, so that the table is not laid out again and again as it grows.
    let mut table = Table::with_capacity_and_hasher(WORDS, BuildHasherDefault::default());
    for row in rows(include_str!("../../data/words.tsv")) {
        if let Some((word, classes)) = row.split_once('\t') {
            let tags = classes.split(' ').map(Tags::named).fold(Tags::default(), |all, one| all | one);
            table.insert(word, (tags, None));
        }
    }
    for (word, cue, form) in cue::forms() {
        table.entry(word).or_default().1.get_or_insert((cue, form));
    }
    let heads = |table: &'static str| rows(table).filter_map(|row| row.split([' ', '\t']).next());
    for word in heads(include_str!("../../data/strength.tsv")) {
        let entry = table.entry(word).or_default();
        entry.0 = entry.0 | Tags::FORCE;
    }
    for word in heads(include_str!("../../data/conditions.txt")) {
        let entry = table.entry(word).or_default();
        entry.0 = entry.0 | Tags::CONDITION;
    }
    table
});

/// Words that there is room for: about as many as there are.
const WORDS: usize = 1792;

type Table = HashMap<&'static str, Entry, BuildHasherDefault<Eights>>;

/// A hash of eight bytes at a time: the keys are ours and short, so speed counts and flooding does not.
#[derive(Debug, Default)]
pub(super) struct Eights(u64);

impl Hasher for Eights {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let product = (self.0.rotate_left(23) ^ packed(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.0 = product ^ (product >> 32);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
