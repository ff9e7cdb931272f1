//! Text that only shows: characters that would act on a terminal or turn the reading order are named instead.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with control characters and marks of writing direction spelled out: `␛` for escape, `⟨U+202E⟩` for
/// a mark that turns the order of what follows. Line ends and tabs stay.
///
/// ```
/// use corroborate_report::visible;
///
/// assert_eq!(visible("plain"), "plain");
/// assert_eq!(visible("\u{1b}[2J\u{202e}gpj"), "␛[2J⟨U+202E⟩gpj");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if acts(c) {
            name(c, &mut shown);
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The same on one line: white space is folded.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        if word.bytes().all(|byte| byte.is_ascii_graphic()) {
            line.push_str(word);
        } else {
            line.push_str(&visible(word));
        }
    }
    line
}

/// Whether a character does something instead of showing something.
pub(crate) fn acts(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || is_hidden(c)
}

/// How a character that acts is shown.
pub(crate) fn name(c: char, shown: &mut String) {
    let code = u32::from(c);
    match code {
        0..=0x1f => shown.extend(char::from_u32(0x2400 + code)),
        0x7f => shown.push('␡'),
        _ => {
            let _ = write!(shown, "⟨U+{code:04X}⟩");
        }
    }
}

/// Marks of writing direction, line separators, annotation anchors and tags: none has a shape of its own.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_is_named() {
        assert_eq!(visible("a\u{7}b\u{7f}c\u{9b}31m"), "a␇b␡c⟨U+009B⟩31m");
        assert_eq!(line("one\r\n two\t\u{2067}three"), "one two ⟨U+2067⟩three");
        assert_eq!(visible("two\nlines\tand a tab"), "two\nlines\tand a tab");
    }

    proptest! {
        #[test]
        fn nothing_that_acts_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(acts));
        }
    }
}
