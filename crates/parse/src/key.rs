//! The form in which rows and cue phrases are compared.

use corroborate_text::fold;

/// Folds a row to lower-case words with single blanks between, every number as `#`, without marks.
///
/// `What’s the story?` becomes `whats the story`, `Listen · 7:12 min` becomes `listen # min`.
pub(crate) fn key(text: &str) -> String {
    if text.is_ascii() {
        return ascii_key(text.as_bytes());
    }
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' => {}
            // A table writes a number as `#`.
            c if c.is_ascii_digit() || c == '#' => {
                while chars
                    .next_if(|&next| next.is_ascii_digit() || matches!(next, ':' | ',' | '.'))
                    .is_some()
                {}
                if !key.ends_with('#') {
                    key.push('#');
                }
            }
            'a'..='z' => key.push(c),
            c if c.is_alphanumeric() => key.push(c),
            _ if key.is_empty() || key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// The key of a text without a character beyond ASCII, as most rows are. What folding does to ASCII beside lower case,
/// the marks and blanks undo.
fn ascii_key(text: &[u8]) -> String {
    let mut key: Vec<u8> = Vec::with_capacity(text.len() + 1);
    let mut rest = text;
    while let Some(&byte) = rest.first() {
        let letters = run(rest, |byte| byte.is_ascii_alphabetic());
        if letters > 0 {
            key.extend_from_slice(rest.get(..letters).unwrap_or_default());
            rest = rest.get(letters..).unwrap_or_default();
            continue;
        }
        let mut used = 1;
        match byte {
            b'\'' => {}
            b'0'..=b'9' | b'#' => {
                let more = rest.get(1..).unwrap_or_default();
                used += run(more, |byte| matches!(byte, b'0'..=b'9' | b':' | b',' | b'.'));
                if key.last() != Some(&b'#') {
                    key.push(b'#');
                }
            }
            _ if matches!(key.last(), None | Some(b' ')) => {}
            _ => key.push(b' '),
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    if key.last() == Some(&b' ') {
        key.pop();
    }
    key.make_ascii_lowercase();
    String::from_utf8(key).unwrap_or_default()
}

/// How many bytes at the start are of a kind.
fn run(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&byte| !is(byte)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::key;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ascii_is_folded_as_any_text(text in "[ -~\\t]{0,40}") {
            // A letter beyond ASCII sends the text the other way.
            let long = key(&format!("{text} é"));
            let rest = long.strip_suffix('e').or_else(|| long.strip_suffix('é')).unwrap();
            prop_assert_eq!(key(&text), rest.trim_end());
        }
    }

    #[test]
    fn marks_and_figures_go() {
        assert_eq!(key("What’s the story?"), "whats the story");
        assert_eq!(key("Listen · 7:12 min"), "listen # min");
        assert_eq!(key("💬 212 Comments"), "# comments");
        assert_eq!(key("☰"), "");
    }
}
