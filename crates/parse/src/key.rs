//! The form in which rows and cue phrases are compared.

use corroborate_text::fold;

/// Folds a row to lower-case words with single blanks between, every number as `#`, without marks.
///
/// `What’s the story?` becomes `whats the story`, `Listen · 7:12 min` becomes `listen # min`.
pub(crate) fn key(text: &str) -> String {
    // What folding does to ASCII beside lower case, the marks and blanks below undo.
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text) };
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

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn marks_and_figures_go() {
        assert_eq!(key("What’s the story?"), "whats the story");
        assert_eq!(key("Listen · 7:12 min"), "listen # min");
        assert_eq!(key("💬 212 Comments"), "# comments");
        assert_eq!(key("☰"), "");
    }
}
