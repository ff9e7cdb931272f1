//! Tables of phrases, looked up by their first words.

use crate::opening::{Openings, number};
use corroborate_text::{fold, rows, stem};
use rustc_hash::{FxHashMap, FxHashSet};

/// Phrases of folded words with one blank between two, each with what it stands for.
pub(super) struct Phrases<T> {
    by_word: FxHashMap<&'static str, Vec<(&'static str, T)>>,
    /// How they begin.
    openings: Openings,
}

impl Phrases<()> {
    /// The phrases of a table that has one on each row and nothing else.
    pub(super) fn listed(table: &'static str) -> Self {
        Self::new(rows(table).map(|phrase| (phrase, ())))
    }
}

impl<T: Copy> Phrases<T> {
    pub(super) fn new(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_word: FxHashMap<&'static str, Vec<(&'static str, T)>> = FxHashMap::default();
        let mut openings = Openings::default();
        for (phrase, of) in rows {
            let first = phrase.split(' ').next().unwrap_or_default();
            openings.add(number(first.as_bytes()));
            by_word.entry(first).or_default().push((phrase, of));
        }
        Self { by_word, openings }
    }

    /// What the phrases that stand in some [`spaced`] words stand for, in the order of the words.
    pub(super) fn of<'a>(&'a self, words: &'a str) -> impl Iterator<Item = T> + 'a {
        // Words are short: their blanks are found byte by byte quicker than by a search.
        let blanks = words.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at);
        let ends = blanks.clone().skip(1);
        let opens = |word: &[u8]| self.openings.has(number(word));
        let may_open =
            move |&(blank, end): &(usize, usize)| words.as_bytes().get(blank + 1..end).is_some_and(opens);
        blanks.zip(ends).filter(may_open).flat_map(move |(blank, end)| {
            let first = words.get(blank + 1..end).unwrap_or_default();
            let rest = words.get(blank + 1..).unwrap_or_default();
            let here = self.by_word.get(first).map_or(&[][..], Vec::as_slice);
            let stands =
                move |phrase: &str| rest.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '));
            here.iter().filter(move |(phrase, _)| stands(phrase)).map(|(_, of)| *of)
        })
    }

    /// Whether any of them stands in some [`spaced`] words.
    pub(super) fn any(&self, words: &str) -> bool {
        self.of(words).next().is_some()
    }
}

/// Words by their stems.
pub(super) struct Stems {
    stems: FxHashSet<String>,
    /// How they begin.
    openings: Openings,
}

impl Stems {
    pub(super) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let stems: FxHashSet<String> = words.map(stem).collect();
        let mut openings = Openings::default();
        stems.iter().for_each(|stem| openings.add(stem_number(stem)));
        Self { stems, openings }
    }

    /// Whether a stem is among them.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// Whether the stem of a folded word is among them.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.openings.has(stem_number(word)) && self.has(&stem(word))
    }
}

/// A number for how a word begins, the same for its stem: of *dying* that is *die*, and short words keep two letters.
fn stem_number(word: &str) -> usize {
    let letter = |at: usize| word.as_bytes().get(at).copied().unwrap_or(0);
    let second = if letter(1) == b'y' { b'i' } else { letter(1) };
    number(&[letter(0), second])
}

/// Folded words with one blank between them and on either side, without punctuation.
pub(crate) fn spaced(words: &str) -> String {
    let folded = fold(words);
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    for c in folded.chars() {
        if c.is_alphanumeric() || matches!(c, '\'' | '’') {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::{Phrases, spaced};

    #[test]
    fn phrases_stand_as_whole_words() {
        let table = Phrases::new([("in the end", 1), ("in", 2), ("end", 3)].into_iter());
        assert_eq!(table.of(&spaced("It was shut, in the end.")).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(table.of(&spaced("The ending")).collect::<Vec<_>>(), Vec::<i32>::new());
        assert!(!table.any(&spaced("")));
    }
}
