//! Paragraphs that a scraper ran together: `… from the quay.The minister …`.

use corroborate_text::{Span, is_quotation_mark, sentences};
use memchr::memchr3;

/// Longest paragraph that is searched, in bytes: sentences are read once more for it.
const LONGEST: usize = 16_000;
/// Shortest part that is a paragraph of its own, in bytes.
const SHORTEST: usize = 16;

/// The paragraphs that a paragraph at `content` holds: itself, or its parts where a sentence follows another
/// without a blank.
pub(crate) fn parts(text: &str, content: Span) -> Vec<Span> {
    let words = content.of(text);
    if words.len() > LONGEST || !suspicious(words) {
        return vec![content];
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut before: Option<Span> = None;
    for sentence in sentences(words) {
        let glued = before.is_some_and(|before| before.end() == sentence.start());
        if glued && sentence.start() - start >= SHORTEST && words.len() - sentence.start() >= SHORTEST {
            found.push(Span::new(start, sentence.start()).shifted(content.start()));
            start = sentence.start();
        }
        before = Some(sentence);
    }
    found.push(Span::new(start, words.len()).shifted(content.start()));
    found
}

/// Whether a capital follows a full stop, with at most quotation marks between.
fn suspicious(words: &str) -> bool {
    let mut rest = words;
    while let Some(at) = memchr3(b'.', b'!', b'?', rest.as_bytes()) {
        let after = rest.get(at..).unwrap_or_default();
        rest = after.trim_start_matches(|c| matches!(c, '.' | '!' | '?' | ')') || is_quotation_mark(c));
        if rest.starts_with(char::is_uppercase) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::parts;
    use corroborate_text::Span;

    fn split(text: &str) -> Vec<&str> {
        parts(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_missing_blank_parts_paragraphs() {
        assert_eq!(
            split("The boats left the quay.The minister arrived an hour later."),
            ["The boats left the quay.", "The minister arrived an hour later."]
        );
        assert_eq!(split("It cost 3.5 million. The U.S.A. paid."), ["It cost 3.5 million. The U.S.A. paid."]);
        assert_eq!(split("He said so.Really."), ["He said so.Really."]);
    }
}
