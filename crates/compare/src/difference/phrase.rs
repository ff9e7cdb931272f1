//! Tables of phrases, looked up by their first words.

use corroborate_text::fold;
use rustc_hash::FxHashMap;

/// Phrases of folded words with one blank between two, each with what it stands for.
pub(super) struct Phrases<T> {
    by_word: FxHashMap<&'static str, Vec<(&'static str, T)>>,
}

impl<T: Copy> Phrases<T> {
    pub(super) fn new(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_word: FxHashMap<&'static str, Vec<(&'static str, T)>> = FxHashMap::default();
        for (phrase, of) in rows {
            let first = phrase.split(' ').next().unwrap_or_default();
            by_word.entry(first).or_default().push((phrase, of));
        }
        Self { by_word }
    }

    /// What the phrases that stand in some [`spaced`] words stand for, in the order of the words.
    pub(super) fn of<'a>(&'a self, words: &'a str) -> impl Iterator<Item = T> + 'a {
        // Words are short: their blanks are found byte by byte quicker than by a search.
        let blanks = words.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at);
        let ends = blanks.clone().skip(1);
        blanks.zip(ends).flat_map(move |(blank, end)| {
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

/// Folded words with one blank between them and on either side, without punctuation.
pub(crate) fn spaced(words: &str) -> String {
    let folded = fold(words);
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    for word in folded.split(|c| !kept(c)).filter(|word| !word.is_empty()) {
        spaced.push_str(word);
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
