//! Which language the commonest words of a text belong to.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A language a line: its code and its words, parted by blanks; English first.
const TABLE: &str = include_str!("../data/function-words.tsv");

/// How many languages the table has.
const LANGUAGES: usize = 22;

/// For every word a bit a language.
static WORDS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, u32> = HashMap::new();
    for (place, (_, list)) in rows().enumerate().take(LANGUAGES) {
        list.split(' ').for_each(|word| *words.entry(word).or_default() |= 1 << place);
    }
    words
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter_map(|line| line.split_once('\t'))
}

/// How many words of a text are function words of each language.
#[derive(Clone, Debug)]
pub(crate) struct FunctionWords {
    /// All words of the text.
    words: usize,
    counts: [usize; LANGUAGES],
}

impl FunctionWords {
    /// Counts those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut found = Self { words: 0, counts: [0; LANGUAGES] };
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            found.words += 1;
            // The longest of the table has eight letters, of two bytes each at most.
            if word.len() > 16 {
                continue;
            }
            let Some(&bits) = WORDS.get(word.to_lowercase().as_str()) else { continue };
            for (place, count) in found.counts.iter_mut().enumerate() {
                *count += usize::from(bits >> place & 1 == 1);
            }
        }
        found
    }

    /// How many are of the language; `None` where the table does not have it.
    pub(crate) fn count(&self, code: &str) -> Option<usize> {
        let place = rows().position(|(known, _)| known == code)?;
        self.counts.get(place).copied()
    }

    /// The language that most are of, the first of the table where several have as many, and how many they are.
    pub(crate) fn most(&self) -> (&'static str, usize) {
        let mut most = ("en", 0);
        for ((code, _), &count) in rows().zip(&self.counts) {
            if count > most.1 {
                most = (code, count);
            }
        }
        most
    }

    /// The language that these words alone decide for: an eighth of all, two at least, and half as many again as any
    /// other language has.
    pub(crate) fn decided(&self) -> Option<&'static str> {
        let (code, count) = self.most();
        let rival =
            rows().zip(&self.counts).filter(|((known, _), _)| *known != code).map(|(_, &count)| count);
        let rival = rival.max().unwrap_or_default();
        (count >= 2 && count * 8 >= self.words && count * 2 >= rival * 3).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_has_room_for_every_language() {
        assert_eq!(rows().count(), LANGUAGES);
        assert_eq!(rows().next().map(|(code, _)| code), Some("en"));
    }

    #[test]
    fn a_sentence_decides_and_names_alone_do_not() {
        let cases = [
            ("A ferry hit a buoy off Oslo on Monday, police said.", Some("en")),
            ("Le pont est fermé dans les deux sens, et pas pour une heure.", Some("fr")),
            ("Der Zug ist am Montag nicht gefahren.", Some("de")),
            ("Oslo Bergen Trondheim Ada Moe", None),
            ("", None),
        ];
        for (text, code) in cases {
            assert_eq!(FunctionWords::of(text).decided(), code, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_count_passes_that_of_the_words(text in "\\PC{0,60}") {
            let found = FunctionWords::of(&text);
            prop_assert!(found.counts.iter().all(|&count| count <= found.words));
        }
    }
}
