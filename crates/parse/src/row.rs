//! A visible line, or several that were one before a mailer wrapped them, with what its looks tell.

use crate::key::key;
use corroborate_text::{Span, is_quotation_mark};

/// Longest row, in bytes, that can be anything but running text.
pub(crate) const LONG: usize = 360;

/// How a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finish {
    /// A full stop, an exclamation mark or an ellipsis.
    Full,
    /// A question mark.
    Question,
    /// A colon: something is announced.
    Colon,
    /// A comma, a semicolon or a dash: the sentence goes on.
    Goes,
    /// A letter, a digit, a bracket.
    Open,
}

/// A row and its looks.
#[derive(Clone, Debug)]
pub(crate) struct Row<'t> {
    /// The lines it covers, with their ends.
    pub(crate) whole: Span,
    /// What is visible of it, without a bullet.
    pub(crate) content: Span,
    /// The words of `content`.
    pub(crate) text: &'t str,
    /// Blank lines before it.
    pub(crate) gap: usize,
    /// Whether a bullet or a number of a list opens it.
    pub(crate) bullet: bool,
    /// Number of words; an estimate for long rows.
    pub(crate) words: usize,
    /// How it ends.
    pub(crate) finish: Finish,
    /// Share of its longer words that begin with a capital.
    pub(crate) capitals: f32,
    /// Whether it has letters and none is lower-case.
    pub(crate) shouted: bool,
    /// Folded for look-up; of a long row only the beginning.
    pub(crate) key: String,
}

impl<'t> Row<'t> {
    /// Looks at the row that covers `whole` and shows `visible`.
    pub(crate) fn new(text: &'t str, whole: Span, visible: Span, gap: usize) -> Self {
        let skip = crate::mark::bullet(visible.of(text)).unwrap_or(0);
        let content = trim(text, Span::new(visible.start() + skip, visible.end()));
        let words = content.of(text);
        let short = words.len() <= LONG;
        let (count, capitals) = if short { looks(words) } else { (words.len() / 6, 0.0) };
        let finish = finish(words);
        let text_like = count > 26 || (count >= 12 && finish == Finish::Full);
        let head = if short && !text_like { words } else { prefix(words, 120) };
        Self {
            whole,
            content,
            text: words,
            gap,
            bullet: skip > 0,
            words: count,
            finish,
            capitals,
            shouted: short
                && words.chars().any(char::is_alphabetic)
                && !words.chars().any(char::is_lowercase),
            key: key(head),
        }
    }

    /// Whether it ends as a sentence does.
    pub(crate) fn ends_sentence(&self) -> bool {
        matches!(self.finish, Finish::Full | Finish::Question)
    }

    /// Whether it can only be running text: sentences of some length, or very long.
    pub(crate) fn is_running(&self) -> bool {
        (self.ends_sentence() && self.words >= 12 && !self.is_exclaimed()) || self.is_long()
    }

    /// Whether it is long enough for running text even if it does not end as a sentence does; a teaser may be a long
    /// title, but it has no sentence within.
    fn is_long(&self) -> bool {
        let parted = || {
            self.finish != Finish::Open
                || [". ", "? ", "! ", ".” ", ".\" "].iter().any(|end| self.text.contains(end))
        };
        self.words >= 40 || self.words >= 26 && parted()
    }

    /// Whether it is a title for all its mark at the end: `Ship Meets Rock: Has The Captain Slept?`
    pub(crate) fn is_exclaimed(&self) -> bool {
        self.capitals > 0.75 && self.text.ends_with(['?', '!'])
    }

    /// Whether it is text that could stand in an article: a sentence, or what announces one.
    pub(crate) fn is_text(&self) -> bool {
        (self.ends_sentence() && self.words >= 5 && !(self.words >= 8 && self.is_exclaimed()))
            || (self.finish == Finish::Colon && self.words >= 8)
            || self.is_running()
    }

    /// Whether it could be a title: neither long nor ended like a sentence.
    pub(crate) fn is_title(&self) -> bool {
        self.words <= 28 && matches!(self.finish, Finish::Open | Finish::Question)
    }

    /// Whether the whole row stands between quotation marks.
    pub(crate) fn is_quoted(&self) -> bool {
        let mut marks = self.text.chars();
        let opens = marks.next().is_some_and(is_quotation_mark);
        let inside = marks.as_str().trim_end_matches(['.', ',', '!', '?', '…']);
        opens && inside.ends_with(is_quotation_mark) && {
            let bare = inside.trim_end_matches(is_quotation_mark);
            !bare.contains(['“', '”', '"'])
        }
    }
}

/// The span without white space and invisible characters at its ends; empty where nothing is left.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let tail = words.trim_start_matches(is_void);
    let start = span.start() + (words.len() - tail.len());
    Span::new(start, start + tail.trim_end_matches(is_void).len())
}

/// Whether a character shows nothing: white space of any kind, joiners, soft hyphens, a byte order mark.
pub(crate) fn is_void(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{2800}' | '\u{3164}')
}

/// The first `limit` bytes, or a little less where that would split a character.
pub(crate) fn prefix(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn finish(words: &str) -> Finish {
    let closes =
        |c| is_quotation_mark(c) || matches!(c, ')' | ']' | '*' | '■' | '□' | '◆' | '●' | '▪') || is_void(c);
    let bare = words.trim_end_matches(closes);
    match bare.chars().next_back() {
        Some('.' | '!' | '…' | '।' | '。') => Finish::Full,
        Some('?') => Finish::Question,
        Some(':') => Finish::Colon,
        Some(',' | ';' | '-' | '–' | '—') => Finish::Goes,
        _ => Finish::Open,
    }
}

/// How many words there are between blanks, and the share of those of four bytes or more, apostrophes within, that open
/// with a capital. One pass: every row of a page is looked at.
fn looks(words: &str) -> (usize, f32) {
    let (mut count, mut blank) = (0, true);
    let (mut all, mut upper) = (0_u16, 0_u16);
    // The word so far: its bytes and its first character.
    let (mut length, mut first) = (0, ' ');
    let mut end = |length: usize, first: char| {
        if length >= 4 && first.is_alphabetic() {
            all = all.saturating_add(1);
            upper = upper.saturating_add(u16::from(first.is_uppercase()));
        }
    };
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let run = rest.iter().take_while(|byte| is_word_byte(**byte)).count();
        if run > 0 {
            count += usize::from(blank);
            blank = false;
            if length == 0 {
                first = char::from(byte);
            }
            length += run;
            at += run;
            continue;
        }
        let c = if byte.is_ascii() { char::from(byte) } else { char_at(words, at) };
        // The marks of punctuation beyond ASCII need no look at any table.
        let mark = matches!(c, '\u{2010}'..='\u{2027}');
        let white = !mark && c.is_whitespace();
        count += usize::from(blank && !white);
        blank = white;
        if !byte.is_ascii() && (c == '’' || !mark && c.is_alphanumeric()) {
            if length == 0 {
                first = c;
            }
            length += c.len_utf8();
        } else {
            end(length, first);
            length = 0;
        }
        at += c.len_utf8();
    }
    end(length, first);
    (count, if all == 0 { 0.0 } else { f32::from(upper) / f32::from(all) })
}

/// Whether a byte is a letter, a figure or an apostrophe of ASCII.
const fn is_word_byte(byte: u8) -> bool {
    const WORD: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'\'';
            byte += 1;
        }
        table
    };
    WORD[byte as usize]
}

/// The character at a boundary.
fn char_at(words: &str, at: usize) -> char {
    words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::looks;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_pass_sees_what_two_would(words in "[a-zA-Z0-9é’' \\-\u{a0}\t.,]{0,60}") {
            let parts = words.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            let long: Vec<char> =
                parts.filter(|part| part.len() >= 4).filter_map(|part| part.chars().next()).filter(|c| c.is_alphabetic()).collect();
            let upper = long.iter().filter(|c| c.is_uppercase()).count();
            let share = if long.is_empty() { 0.0 } else { upper as f32 / long.len() as f32 };
            prop_assert_eq!(looks(&words), (words.split_whitespace().count(), share));
        }
    }
}
