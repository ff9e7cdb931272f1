//! Tables of phrases, looked up by their first words.

use crate::opening::{Openings, number};
use corroborate_text::{Span, TokenKind, fold, rows, stem, tokens};
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

/// The phrases of a table of which each row has two sides, parted by a tab, from some column on, and parts the phrases
/// of a side by `|`: each phrase with the number of its row and whether it is of the first side.
pub(super) fn paired(
    table: &'static str,
    column: usize,
) -> impl Iterator<Item = (&'static str, (usize, bool))> {
    rows(table).enumerate().flat_map(move |(number, row)| {
        let sides = row.split('\t').skip(column).zip([true, false]);
        sides.flat_map(move |(side, first)| {
            side.split('|').filter(|phrase| !phrase.is_empty()).map(move |phrase| (phrase, (number, first)))
        })
    })
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
        let starts = words.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at + 1);
        let opens = |rest: &[u8]| self.openings.has(first_number(rest));
        let may_open = move |&start: &usize| words.as_bytes().get(start..).is_some_and(opens);
        starts.filter(may_open).flat_map(move |start| {
            let rest = words.get(start..).unwrap_or_default();
            let first = rest.bytes().position(|byte| byte == b' ').and_then(|end| rest.get(..end));
            let here = first.and_then(|first| self.by_word.get(first)).map_or(&[][..], Vec::as_slice);
            let stands =
                move |phrase: &str| rest.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '));
            here.iter().filter(move |(phrase, _)| stands(phrase)).map(|(_, of)| *of)
        })
    }

    /// Whether one of them may begin with a word as it is written.
    pub(super) fn may_begin_with(&self, word: &str) -> bool {
        !word.bytes().all(|byte| byte.is_ascii_alphabetic()) || self.openings.has(number(word.as_bytes()))
    }

    /// Whether any of them stands in some [`spaced`] words.
    pub(super) fn any(&self, words: &str) -> bool {
        self.of(words).next().is_some()
    }
}

/// The number of the first of some words with a blank behind each. A blank counts as nothing; behind a word of one
/// letter stands one of the next word.
fn first_number(words: &[u8]) -> usize {
    match *words {
        [one, b' ', ..] => number(&[one]),
        [first, second, third, ..] => number(&[first, second, third]),
        _ => number(words),
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

    /// Whether the stem of any word of a text is among them.
    pub(super) fn any(&self, text: &str) -> bool {
        fold(text).split(|c: char| !c.is_alphanumeric()).any(|word| self.has_word(word))
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

/// The words of a stretch of a text, folded, each with where it stands.
pub(super) fn words(text: &str, span: Span) -> impl Iterator<Item = (String, Span)> {
    let within = span.of(text);
    let plain = tokens(within).into_iter().filter(|token| token.kind == TokenKind::Word);
    plain.map(move |token| (fold(token.span.of(within)), token.span.shifted(span.start())))
}

/// Folded words with one blank between them and on either side, without punctuation.
pub(crate) fn spaced(words: &str) -> String {
    let mut spaced = Vec::with_capacity(words.len() + 2);
    spaced.push(b' ');
    let mut rest = words;
    while !rest.is_empty() {
        // ASCII goes letter by letter as it is, and only what stands between is folded.
        let (plain, other) = rest.split_at(run(rest, true));
        let mut last = spaced.last().copied().unwrap_or(b' ');
        for byte in plain.bytes() {
            let byte = PLAIN.get(usize::from(byte)).copied().unwrap_or(b' ');
            if byte != b' ' || last != b' ' {
                spaced.push(byte);
            }
            last = byte;
        }
        let (other, behind) = other.split_at(run(other, false));
        if !other.is_empty() {
            // A blank at its start or end would be cut off.
            let folded = fold(&format!("x{other}x"));
            let folded = folded.strip_prefix('x').and_then(|folded| folded.strip_suffix('x'));
            for c in folded.unwrap_or_default().chars() {
                if c.is_alphanumeric() || matches!(c, '\'' | '’') {
                    spaced.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                } else if spaced.last() != Some(&b' ') {
                    spaced.push(b' ');
                }
            }
        }
        rest = behind;
    }
    if spaced.last() != Some(&b' ') {
        spaced.push(b' ');
    }
    String::from_utf8(spaced).unwrap_or_default()
}

/// What each byte of ASCII becomes: a letter small, a mark a blank.
static PLAIN: [u8; 128] = {
    let mut plain = [b' '; 128];
    let mut at: u8 = 0;
    while at < 128 {
        if at.is_ascii_alphanumeric() || at == b'\'' {
            plain[at as usize] = at.to_ascii_lowercase();
        }
        at += 1;
    }
    plain
};

/// Bytes at the start of a text that are of ASCII, or that are not.
fn run(text: &str, ascii: bool) -> usize {
    text.bytes().position(|byte| byte.is_ascii() != ascii).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{Phrases, spaced};
    use corroborate_text::fold;
    use proptest::prelude::*;

    #[test]
    fn phrases_stand_as_whole_words() {
        let table = Phrases::new([("in the end", 1), ("in", 2), ("end", 3)].into_iter());
        assert_eq!(table.of(&spaced("It was shut, in the end.")).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(table.of(&spaced("The ending")).collect::<Vec<_>>(), Vec::<i32>::new());
        assert!(!table.any(&spaced("")));
    }

    proptest! {
        #[test]
        fn words_are_spaced_as_the_folded_text_has_them(
            text: String,
            news in "([ -~\\t\\n]|[“”’—´\u{a0}\u{ad}éŁ…ﬁ\u{301}가½]){0,40}",
        ) {
            let mark = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
            for words in [text, news] {
                let folded = fold(&words);
                let parts: Vec<&str> = folded.split(mark).filter(|part| !part.is_empty()).collect();
                let expected = if parts.is_empty() { " ".to_owned() } else { format!(" {} ", parts.join(" ")) };
                prop_assert_eq!(spaced(&words), expected);
            }
        }
    }
}
