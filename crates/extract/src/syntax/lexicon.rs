//! One table from a folded word to its classes and the reporting verb it is a form of.

use crate::syntax::Tags;
use crate::syntax::cue::{self, Cue, Form};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

type Entry = (Tags, Option<(&'static Cue, Form)>);

pub(super) static LEXICON: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
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

type Table = HashMap<&'static str, Entry, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo (variant 1a): the keys are ours and short, so speed counts and flooding does not.
#[derive(Debug)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The rows of a table, without comments and empty lines.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
