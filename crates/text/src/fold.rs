//! Keys for comparison: the same word however it is written.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds case, diacritics, letters with strokes, quotation marks, dashes and white space, for comparison only.
///
/// Runs of white space become one space, invisible characters go. The result is a key: its offsets mean
/// nothing in the text.
///
/// ```
/// use corroborate_text::fold;
///
/// assert_eq!(fold("Hållnäs"), fold("Hallnas"));
/// assert_eq!(fold("“Gang”\u{a0}of"), "\"gang\" of");
/// ```
pub fn fold(text: &str) -> String {
    // Most of what is folded is one word; a loop without a way out is quickest on few letters.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b'!'..=b'~')) {
        return text.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(text.len());
    let mut rest = text;
    // Most of a text is plain letters and marks with one space between two words: they are copied whole.
    while let Some((copied, other)) = rest.split_at_checked(plain(rest, is_parted(&key))) {
        key.push_str(copied);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        if c.is_ascii() {
            fold_char(c, &mut key);
        } else {
            // Marks that combine, which alone change places when a text is decomposed, are left out: one character
            // after the other gives the same as all together.
            decompose_compatible(c, |part| {
                if !is_combining_mark(part) {
                    fold_char(part, &mut key);
                }
            });
        }
    }
    if key.ends_with(' ') {
        key.pop();
    }
    key.make_ascii_lowercase();
    key
}

/// Bytes at the start of a text that its key has as they are, but for case; `parted` where the key has a space before.
fn plain(text: &str, mut parted: bool) -> usize {
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'!'..=b'~' => parted = false,
            b' ' if !parted => parted = true,
            _ => return at,
        }
    }
    text.len()
}

/// Whether no space may follow in a key.
fn is_parted(key: &str) -> bool {
    key.is_empty() || key.ends_with(' ')
}

/// Appends the folded form of one character, which may be none, one or several characters.
pub fn fold_char(c: char, key: &mut String) {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        c if c.is_whitespace() => {
            if !is_parted(key) {
                key.push(' ');
            }
        }
        c if is_quotation_mark(c) => key.push(if is_single_mark(c) { '\'' } else { '"' }),
        c if is_dash(c) => key.push('-'),
        'ø' | 'Ø' => key.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => key.push('d'),
        'ł' | 'Ł' => key.push('l'),
        'ı' => key.push('i'),
        'æ' | 'Æ' => key.push_str("ae"),
        'œ' | 'Œ' => key.push_str("oe"),
        'ß' | 'ẞ' => key.push_str("ss"),
        'þ' | 'Þ' => key.push_str("th"),
        c => key.extend(c.to_lowercase()),
    }
}

/// Whether a character is a quotation mark or an apostrophe of any make.
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″') || is_single_mark(c)
}

/// Whether a character is a dash or a hyphen of any width.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_single_mark(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    /// What a key is by definition: each character of the decomposed text folded, without marks that combine.
    fn folded(text: &str) -> String {
        let mut key = String::new();
        for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
            fold_char(c, &mut key);
        }
        key.truncate(key.trim_end().len());
        key
    }

    proptest! {
        #[test]
        fn runs_and_single_characters_fold_as_the_whole_text(text: String, plain in "[ -~\\t\\n\u{b}\u{1c}’“éŁ…ﬁ\u{301}\u{327}가]{0,40}") {
            prop_assert_eq!(fold(&text), folded(&text));
            prop_assert_eq!(fold(&plain), folded(&plain));
        }
    }
}
