//! Words, numbers and marks.

use crate::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, with an apostrophe or the dots of an abbreviation inside: `don't`, `U.S.`.
    Word,
    /// A clitic that belongs to the word before: `'s`.
    Clitic,
    /// Digits, with separators between digits: `1,200`, `6.4`.
    Number,
    /// Any other visible character, one a token.
    Mark,
}

/// A word, a number or a mark, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens of a text in order. Between two tokens stands only white space or nothing, so tokens and the
/// gaps between them rebuild the text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    tokens_of(text, Span::new(0, text.len()), &mut found);
    found
}

/// Appends the tokens of a part of a text, as [`tokens`] finds them in the part alone, with their places in the text.
pub fn tokens_of(text: &str, part: Span, found: &mut Vec<Token>) {
    let Some(text) = text.get(..part.end()).filter(|_| part.get(text).is_some()) else { return };
    let bytes = text.as_bytes();
    let before = found.len();
    let mut at = part.start();
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let kind = match byte {
            b' ' | b'\t'..=b'\r' => {
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                at = word_end(text, at);
                TokenKind::Word
            }
            b'0'..=b'9' => {
                at = number_end(bytes, at);
                TokenKind::Number
            }
            b'\'' if starts_clitic(text, at, last_of(found, before)) => {
                at = letters_end(text, at + 1);
                TokenKind::Clitic
            }
            0..0x80 => {
                at += 1;
                TokenKind::Mark
            }
            _ => {
                let Some(first) = char_at(text, at) else { break };
                if is_invisible(first) {
                    at += first.len_utf8();
                    continue;
                } else if is_apostrophe(first) && starts_clitic(text, at, last_of(found, before)) {
                    at = letters_end(text, at + first.len_utf8());
                    TokenKind::Clitic
                } else if first.is_alphanumeric() {
                    at = word_end(text, at);
                    TokenKind::Word
                } else {
                    at += first.len_utf8();
                    TokenKind::Mark
                }
            }
        };
        found.push(Token { span: Span::new(start, at), kind });
    }
}

/// The last token behind the first so many.
fn last_of(found: &[Token], before: usize) -> Option<&Token> {
    found.get(before..).and_then(<[Token]>::last)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// End of a run of digits with single separators between digits: `1,200.50`, `18.30`.
fn number_end(bytes: &[u8], from: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = from;
    while digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1)) {
        at += 1;
    }
    at
}

fn letters_end(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        match text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => at += 1,
            Some(0x80..) => match char_at(text, at).filter(|&c| c.is_alphanumeric() || is_combining(c)) {
                Some(letter) => at += letter.len_utf8(),
                None => return at,
            },
            _ => return at,
        }
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// An apostrophe that opens `'s`, `'re` and the like right after a word, not a closing mark.
fn starts_clitic(text: &str, at: usize, before: Option<&Token>) -> bool {
    let adjacent = before.is_some_and(|token| token.span.end() == at && token.kind != TokenKind::Mark);
    let after = at + char_at(text, at).map_or(0, char::len_utf8);
    let letters = Span::new(after, letters_end(text, after)).of(text);
    adjacent && matches!(letters, "s" | "S" | "re" | "ve" | "ll" | "d" | "m")
}

/// End of a word: letters, the dots of an abbreviation (`U.S.`, `a.m.`), an inner apostrophe (`O'Neill`, `can't`).
fn word_end(text: &str, from: usize) -> usize {
    let mut at = letters_end(text, from);
    match text.as_bytes().get(at) {
        Some(b'.') => {
            if let Some(end) = dotted_end(text, from) {
                return end;
            }
        }
        // An apostrophe, or the first byte of the curved one.
        Some(b'\'' | 0xe2) => {}
        _ => return at,
    }
    while let Some(mark) = char_at(text, at).filter(|&c| is_apostrophe(c)) {
        let after = at + mark.len_utf8();
        let end = letters_end(text, after);
        let letters = Span::new(after, end).of(text);
        if end == after || matches!(letters, "s" | "S" | "re" | "ve" | "ll" | "d" | "m") {
            break;
        }
        at = end;
    }
    at
}

/// End of single letters each followed by a dot, at least two of them: `U.S.`, `p.m.`, `J.K.`.
fn dotted_end(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut letters = 0;
    while let Some(letter) = char_at(text, at).filter(|c| c.is_alphabetic()) {
        let after = at + letter.len_utf8();
        if char_at(text, after) != Some('.') {
            break;
        }
        letters += 1;
        at = after + 1;
    }
    // `U.S.Army`: the run of letters after the dots is a word of its own.
    (letters >= 2).then_some(at)
}
