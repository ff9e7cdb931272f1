//! Figures, words and gaps at an offset of a text.

pub(super) fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

pub(super) fn number(text: &str) -> Option<u32> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// Exactly `count` digits and no more.
pub(super) fn digits(text: &str, at: usize, count: usize) -> Option<(u32, usize)> {
    let value = number(text.get(at..at + count)?)?;
    (count < 4
        || !byte(text, at + count).is_some_and(|next| next.is_ascii_digit())
        || byte(text, at + 8).is_none_or(|next| !next.is_ascii_digit()))
    .then_some((value, at + count))
}

/// One to `most` digits that no other follows.
pub(super) fn digits_up_to(text: &str, at: usize, most: usize) -> Option<(u32, usize)> {
    let count = text.get(at..)?.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((number(text.get(at..at + count)?)?, at + count))
}

pub(super) fn word(text: &str, at: usize) -> Option<(&str, usize)> {
    let length = text.get(at..)?.bytes().take_while(u8::is_ascii_alphabetic).count();
    (length > 0).then_some((text.get(at..at + length)?, at + length))
}

/// Past any of the bytes given, to a character's boundary.
pub(super) fn gap(text: &str, at: usize, skipped: &[u8]) -> usize {
    let length = text
        .as_bytes()
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take(12)
        .take_while(|byte| skipped.contains(byte))
        .count();
    let end = at + length;
    if text.is_char_boundary(end) { end } else { at }
}

/// A word in any script.
pub(super) fn letters(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    (length > 0).then_some((text.get(at..at + length)?, at + length))
}

pub(super) fn ordinal(text: &str, at: usize) -> usize {
    match letters(text, at) {
        Some(("st" | "nd" | "rd" | "th" | "er" | "º", end)) => end,
        _ => at,
    }
}
