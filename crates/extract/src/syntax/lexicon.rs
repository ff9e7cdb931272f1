//! One table from a folded word to its classes and the reporting verb it is a form of.

use crate::syntax::Tags;
use crate::syntax::cue::{self, Cue, Form};
use std::collections::HashMap;
use std::sync::LazyLock;

type Entry = (Tags, Option<(&'static Cue, Form)>);

pub(super) static LEXICON: LazyLock<HashMap<&'static str, Entry>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Entry> = HashMap::new();
    for row in rows(include_str!("../../data/words.tsv")) {
        if let Some((word, classes)) = row.split_once('\t') {
            let tags = classes.split(' ').map(Tags::named).fold(Tags::default(), |all, one| all | one);
            table.insert(word, (tags, None));
        }
    }
    for (word, cue, form) in cue::forms() {
        table.entry(word).or_default().1.get_or_insert((cue, form));
    }
    table
});

/// The rows of a table, without comments and empty lines.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
