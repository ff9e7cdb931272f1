//! Character references: `&amp;`, `&#8217;`, `&#x2019;`.

use memchr::memchr;
use std::borrow::Cow;

/// Names that stand without a semicolon too, as old pages write them; longest first among those that share a start.
const UNCLOSED: &str = include_str!("../../data/unclosed-references.txt");

/// What the numbers 128 to 159 mean on pages: windows-1252, not the control characters of Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The longest name of a reference.
const LONGEST: usize = 40;

/// Resolves the references in a text; what is none stays as it is.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::with_capacity(text.len());
    let (head, mut rest) = text.split_at(first);
    decoded.push_str(head);
    loop {
        let (length, value) = resolve(rest);
        match value {
            Some(value) => decoded.push_str(&value),
            None => decoded.push('&'),
        }
        rest = rest.get(length..).unwrap_or_default();
        let Some(next) = memchr(b'&', rest.as_bytes()) else {
            decoded.push_str(rest);
            return Cow::Owned(decoded);
        };
        let (plain, tail) = rest.split_at(next);
        decoded.push_str(plain);
        rest = tail;
    }
}

/// The reference that `text` begins with: its length and what it stands for. A bare `&` has length 1 and no value.
fn resolve(text: &str) -> (usize, Option<Cow<'static, str>>) {
    let body = text.get(1..).unwrap_or_default();
    if let Some(number) = body.strip_prefix('#') {
        return numeric(number)
            .map_or((1, None), |(length, value)| (length + 2, Some(value.to_string().into())));
    }
    let end = body
        .bytes()
        .take(LONGEST)
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or_else(|| body.len().min(LONGEST));
    let name = body.get(..end).unwrap_or_default();
    if name.is_empty() {
        return (1, None);
    }
    if body.as_bytes().get(end) == Some(&b';')
        && let Some(value) = quick_xml::escape::resolve_html5_entity(name)
    {
        return (end + 2, Some(value.into()));
    }
    let unclosed = UNCLOSED.lines().find(|&known| name.starts_with(known));
    match unclosed.and_then(|known| Some((known.len(), quick_xml::escape::resolve_html5_entity(known)?))) {
        Some((length, value)) => (length + 1, Some(value.into())),
        None => (1, None),
    }
}

/// Digits, an `x` before them if they are hexadecimal, and the semicolon if there is one.
fn numeric(text: &str) -> Option<(usize, char)> {
    let (radix, prefix) = if text.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = text.get(prefix..)?;
    let length = digits.bytes().position(|byte| !char::from(byte).is_digit(radix)).unwrap_or(digits.len());
    if length == 0 {
        return None;
    }
    let value = u32::from_str_radix(digits.get(..length)?, radix).unwrap_or(u32::MAX);
    let closed = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    let windows = value.checked_sub(0x80).and_then(|index| WINDOWS.get(usize::try_from(index).ok()?));
    let value = match windows {
        Some(&value) => value,
        None => char::from_u32(value).filter(|&value| value != '\0').unwrap_or('\u{FFFD}'),
    };
    Some((prefix + length + closed, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn references_are_resolved_and_bare_ampersands_kept() {
        let cases = [
            ("Fish &amp; chips", "Fish & chips"),
            ("R&D &c", "R&D &c"),
            ("caf&eacute and &copy2023", "café and ©2023"),
            ("&#8217;&#x2019;&#146;", "’’’"),
            ("&#0;&#xD800;&#;", "\u{FFFD}\u{FFFD}&#;"),
            ("&notareference;", "¬areference;"),
            ("&", "&"),
            ("&nbsp;", "\u{A0}"),
        ];
        for (text, value) in cases {
            assert_eq!(decode(text), value, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_without_ampersand_is_itself(text in "[^&]{0,40}") {
            prop_assert_eq!(decode(&text), text.as_str());
        }

        #[test]
        fn anything_decodes(text in "[&#x0-9a-z;é]{0,40}") {
            let _ = decode(&text);
        }
    }
}
