//! The pieces the grammar reads: words, runs of digits and marks.
//!
//! The cut is finer than that of `corroborate_text::tokens`, which keeps `18.30` and `T09` in one piece: here
//! every run of letters, every run of digits and every other character is a piece, and the grammar puts
//! `2025-11-12T09:40` together again.

use crate::class::{self, Class};
use crate::lexicon::{Sense, lexicon};
use corroborate_text::Span;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits: their value (saturating) and how many they are.
    Number(u32, u32),
    /// Any other visible character.
    Mark(char),
}

/// White space before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// None: it touches the piece before.
    None,
    /// Blanks.
    Space,
    /// One line break.
    Line,
    /// Two line breaks or more, or the start of the text.
    Paragraph,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexeme {
    pub(crate) span: Span,
    /// Its first byte.
    pub(crate) initial: u8,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
    pub(crate) senses: &'static [Sense],
    /// What it can begin.
    pub(crate) class: Class,
}

impl Lexeme {
    /// Whether it is a word that can stand in no expression.
    pub(crate) fn is_outside(&self) -> bool {
        self.kind == Kind::Word && self.class == Class::NONE
    }
}

/// The pieces of a text in order.
pub(crate) fn lexemes(text: &str) -> Vec<Lexeme> {
    let bytes = text.as_bytes();
    let lexicon = lexicon();
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let (kind, (class, senses)): (Kind, (Class, &'static [Sense])) = match byte {
            b' ' | b'\t' => {
                at += 1;
                gap = gap.max(Gap::Space);
                continue;
            }
            b'\n' => {
                at += 1;
                gap = if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                at = letters_end(text, at);
                let word = bytes.get(start..at).unwrap_or_default();
                (Kind::Word, lexicon.senses(word))
            }
            b'0'..=b'9' => {
                at = run_end(bytes, at, u8::is_ascii_digit);
                (number(bytes.get(start..at).unwrap_or_default()), (class::NUMBER, &[]))
            }
            byte if byte.is_ascii() => {
                at += 1;
                if byte.is_ascii_control() {
                    gap = gap.max(Gap::Space);
                    continue;
                }
                (Kind::Mark(char::from(byte)), (if byte == b'\'' { class::QUOTE } else { Class::NONE }, &[]))
            }
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                at += c.len_utf8();
                if c.is_whitespace() || is_invisible(c) {
                    gap = gap.max(if c.is_whitespace() { Gap::Space } else { Gap::None });
                    continue;
                }
                match c {
                    '½' | '¼' | '¾' => (Kind::Mark(c), (class::NUMBER, &[])),
                    '’' | '‘' => (Kind::Mark(c), (class::QUOTE, &[])),
                    c if c.is_alphanumeric() => {
                        at = letters_end(text, at);
                        (Kind::Word, (Class::NONE, &[]))
                    }
                    _ => (Kind::Mark(c), (Class::NONE, &[])),
                }
            }
        };
        found.push(Lexeme { span: Span::new(start, at), initial: byte, kind, gap, senses, class });
        gap = Gap::None;
    }
    found
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
}

fn run_end(bytes: &[u8], from: usize, belongs: impl Fn(&u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| !belongs(byte)).unwrap_or(rest.len())
}

/// End of a run of letters, of any alphabet.
fn letters_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at = run_end(bytes, at, u8::is_ascii_alphabetic);
        match bytes.get(at) {
            Some(byte) if !byte.is_ascii() => {}
            _ => return at,
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

fn number(digits: &[u8]) -> Kind {
    let value = digits
        .iter()
        .fold(0u32, |value, &digit| value.saturating_mul(10).saturating_add(u32::from(digit - b'0')));
    Kind::Number(value, u32::try_from(digits.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        lexemes(text).iter().map(|lexeme| lexeme.span.of(text)).collect()
    }

    #[test]
    fn letters_and_digits_part() {
        assert_eq!(cut("2025-11-12T09:40"), ["2025", "-", "11", "-", "12", "T", "09", ":", "40"]);
        assert_eq!(cut("the 1990s, p.m."), ["the", "1990", "s", ",", "p", ".", "m", "."]);
        assert_eq!(cut("Malmö’s 3é"), ["Malmö", "’", "s", "3", "é"]);
    }

    #[test]
    fn gaps_tell_lines_from_paragraphs() {
        let gaps: Vec<Gap> = lexemes("a b\nc\n \nd(e").iter().map(|lexeme| lexeme.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Space, Gap::Line, Gap::Paragraph, Gap::None, Gap::None]);
    }

    proptest! {
        #[test]
        fn pieces_are_in_order_and_only_blanks_are_left_out(text in "\\PC*") {
            let mut at = 0;
            for lexeme in lexemes(&text) {
                let between = text.get(at..lexeme.span.start()).unwrap();
                prop_assert!(between.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)));
                prop_assert!(!lexeme.span.of(&text).is_empty());
                at = lexeme.span.end();
            }
        }
    }
}
