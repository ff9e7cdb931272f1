//! Fixed phrases, from `data/phrases.tsv`.

use corroborate_text::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A phrase as pieces in lower case, and its TIMEX3 value.
pub(crate) type Phrase = (Vec<&'static str>, &'static str);

static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<&'static str, Vec<Phrase>> = FxHashMap::default();
    for line in rows(include_str!("../data/phrases.tsv")) {
        let Some((value, names)) = line.split_once('\t') else { continue };
        for name in names.split('|') {
            let words = pieces(name);
            if let Some(&first) = words.first() {
                phrases.entry(first).or_default().push((words, value));
            }
        }
    }
    for found in phrases.values_mut() {
        found.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
});

/// The phrases that begin with a word (in lower case), the longest first.
pub(crate) fn beginning_with(word: &str) -> &'static [Phrase] {
    PHRASES.get(word).map_or(&[], Vec::as_slice)
}

/// The first word of a phrase, and the second if it has one.
pub(crate) type Opening = (&'static str, Option<&'static str>);

/// The openings of all phrases.
pub(crate) fn openings() -> impl Iterator<Item = Opening> {
    PHRASES.values().flatten().filter_map(|(words, _)| opening(words))
}

/// The opening of a phrase in pieces.
pub(crate) fn opening(words: &[&'static str]) -> Option<Opening> {
    Some((*words.first()?, words.get(1).copied()))
}

/// Cuts a name of a table into the pieces the text is cut into.
pub(crate) fn pieces(name: &'static str) -> Vec<&'static str> {
    let mut pieces = Vec::new();
    let mut rest = name.trim();
    while let Some(first) = rest.chars().next() {
        let end = if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after.trim_start();
    }
    pieces
}
