//! The words of the article's body, against which titles, links and widgets are told apart.

use crate::row::Row;
use corroborate_text::{fold, irregular_forms, rows, stem};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// As much of a body as is read, in bytes.
const ENOUGH: usize = 8_000;

/// The words of running rows that carry content.
///
/// A page's titles and links ask for few of them, so words are kept by their first two letters, and only those that
/// a question may mean are brought to their stems.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary<'t> {
    by_opening: FxHashMap<[u8; 2], Words<'t>>,
    /// Words whose stems may open with other letters.
    others: Words<'t>,
}

#[derive(Debug, Default)]
struct Words<'t> {
    words: Vec<&'t str>,
    stems: OnceCell<FxHashSet<String>>,
}

impl Words<'_> {
    fn hold(&self, stem: &str) -> bool {
        let stems = || self.words.iter().filter_map(|word| stem_of(word)).collect();
        !self.words.is_empty() && self.stems.get_or_init(stems).contains(stem)
    }
}

impl<'t> Vocabulary<'t> {
    /// The words of running rows, up to a limit.
    pub(crate) fn of<'a>(rows: impl Iterator<Item = &'a Row<'t>>) -> Self
    where
        't: 'a,
    {
        let mut found = Self::default();
        let mut read = 0;
        for row in rows {
            if read > ENOUGH {
                break;
            }
            let part = crate::row::prefix(row.text, ENOUGH);
            read += part.len();
            for word in content_words(part) {
                let place = match opening(word) {
                    Some(opening) => found.by_opening.entry(opening).or_default(),
                    None => &mut found.others,
                };
                place.words.push(word);
            }
        }
        found
    }

    /// The share of a text's content words that the body has too, 0 to 1; zero where it has none.
    pub(crate) fn share(&self, text: &str) -> f32 {
        let words = stems(text);
        ratio(words.iter().filter(|word| self.holds(word)).count(), words.len())
    }

    fn holds(&self, stem: &str) -> bool {
        let near = stem.as_bytes().first_chunk().and_then(|opening| self.by_opening.get(opening));
        near.is_some_and(|words| words.hold(stem)) || self.others.hold(stem)
    }
}

/// Different words from which on a text's words tell what it is about.
const LEAST_STEMS: usize = 80;

/// The words of the text passed so far.
#[derive(Debug, Default)]
pub(crate) struct Told {
    stems: FxHashSet<String>,
    read: usize,
}

impl Told {
    /// Takes in a row, up to a limit for all of them.
    pub(crate) fn take(&mut self, text: &str) {
        if self.read <= ENOUGH {
            let part = crate::row::prefix(text, ENOUGH);
            self.read += part.len();
            self.stems.extend(content_words(part).filter_map(stem_of));
        }
    }

    /// Whether too little was said for its words to tell what it is about.
    pub(crate) fn is_short(&self) -> bool {
        self.stems.len() < LEAST_STEMS
    }

    /// The share of a text's content words that were said before, 0 to 1.
    pub(crate) fn share(&self, text: &str) -> f32 {
        let words = stems(text);
        ratio(words.intersection(&self.stems).count(), words.len())
    }
}

/// The two letters, in lower case, with which a word and its stem open; `None` where its stem may open otherwise.
fn opening(word: &str) -> Option<[u8; 2]> {
    let letters: [u8; 2] = *word.as_bytes().first_chunk()?;
    let opening = letters.map(|letter| letter.to_ascii_lowercase());
    // `aed` has the stem `a`; of longer words a stem keeps two letters.
    let short = word.len() <= 5 && matches!(opening[0], b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    (opening.iter().all(u8::is_ascii_lowercase) && !short && !TURNED.contains(&opening)).then_some(opening)
}

/// Openings of words whose stems open with other letters: `went` has the stem of `go`.
static TURNED: LazyLock<FxHashSet<[u8; 2]>> = LazyLock::new(|| {
    let exceptions = [("dying", "die"), ("lying", "lie"), ("tying", "tie")];
    // The stem of a base opens as the base does, so that none need be made.
    let turned = irregular_forms().chain(exceptions).filter_map(|(form, base)| {
        let opening = *form.as_bytes().first_chunk()?;
        (!base.as_bytes().starts_with(&opening)).then_some(opening)
    });
    turned.collect()
});

/// How much of the shorter of two titles the other says too, 0 to 1.
pub(crate) fn likeness(a: &str, b: &str) -> f32 {
    let (a, b) = (stems(a), stems(b));
    ratio(a.intersection(&b).count(), a.len().min(b.len()))
}

fn ratio(part: usize, whole: usize) -> f32 {
    let clamp = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    if whole == 0 { 0.0 } else { clamp(part) / clamp(whole) }
}

fn stems(text: &str) -> FxHashSet<String> {
    content_words(text).filter_map(stem_of).collect()
}

/// Words of four letters and more, and shorter ones in capitals.
fn content_words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() >= 4 || (word.len() >= 2 && word.chars().all(char::is_uppercase)))
}

/// The stem of a word that is no function word.
fn stem_of(word: &str) -> Option<String> {
    let folded = fold(word);
    (!FUNCTION_WORDS.contains(folded.as_str())).then(|| stem(&folded))
}

/// Whether a word says nothing of any subject.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(fold(word).as_str())
}

static FUNCTION_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/function-words.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_text::Span;
    use proptest::prelude::*;

    fn share(body: &str, text: &str) -> f32 {
        let span = Span::new(0, body.len());
        let rows = [Row::new(body, span, span, 0)];
        Vocabulary::of(rows.iter()).share(text)
    }

    #[test]
    fn the_stem_of_a_base_opens_as_the_base_does() {
        for (_, base) in irregular_forms() {
            assert_eq!(stem(base).get(..2), base.get(..2), "{base}");
        }
    }

    #[test]
    fn forms_of_a_word_are_one_word() {
        assert!(share("They went and were sending the Dying, OED", "goes sent die OED") > 0.99);
        assert!(share("They went and were sending the dying", "harbour quay") < 0.01);
    }

    proptest! {
        #[test]
        fn letters_alone_tell_no_words_apart(
            body in "(([a-zA-Z]{1,3}|went|better|dy|ty|aé)(|ing|ed|s|ies|y|er) ?){0,12}",
            text in "(([a-zA-Z]{1,3}|went|better|go|good|di)(|ing|ed|s|ies|y|er) ?){0,8}"
        ) {
            let body_stems = stems(&body);
            let wanted = stems(&text);
            let expected = ratio(wanted.iter().filter(|word| body_stems.contains(*word)).count(), wanted.len());
            // A row is trimmed and its bullet cut off; in front of it stands a word.
            let row = format!("x {body}");
            prop_assert!((share(&row, &text) - expected).abs() < 1e-6);
        }
    }
}
