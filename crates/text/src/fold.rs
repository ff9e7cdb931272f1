//! Keys for comparison: the same word however it is written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut key = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
        fold_char(c, &mut key);
    }
    key.truncate(key.trim_end().len());
    key
}

/// Appends the folded form of one character, which may be none, one or several characters.
pub fn fold_char(c: char, key: &mut String) {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        c if c.is_whitespace() => {
            if !key.is_empty() && !key.ends_with(' ') {
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

fn fold_ascii(text: &str) -> String {
    if text.bytes().all(|byte| !byte.is_ascii_whitespace() && byte != b'\x0b') {
        return text.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_whitespace() || c == '\u{b}' {
            if !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        } else {
            key.push(c.to_ascii_lowercase());
        }
    }
    key.truncate(key.trim_end().len());
    key
}
