//! Words as numbers: what is compared when texts are compared.

use corroborate_text::{Span, fold_char};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Calls `each` with the place and the hash of every word, in order.
///
/// A word is a run of letters and digits; marks that combine with a letter and invisible characters inside it
/// belong to it, an ideograph or a kana is a word by itself. Two words have the same hash when they are the
/// same under [`corroborate_text::fold`]; 64 bits make a chance agreement of two different words a matter of
/// one in 10¹⁹ pairs.
pub(crate) fn each_word(text: &str, mut each: impl FnMut(Span, u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let Some(class) = CLASS.get(usize::from(byte)) else { break };
        match *class {
            OTHER => at += 1,
            WIDE => at = wide_word(text, at, &mut each),
            lower => {
                let start = at;
                let mut hash = step(BASIS, lower);
                at += 1;
                loop {
                    let class = bytes.get(at).and_then(|&byte| CLASS.get(usize::from(byte)).copied());
                    match class {
                        None | Some(OTHER) => {
                            each(Span::new(start, at), finish(hash));
                            break;
                        }
                        Some(WIDE) => {
                            at = wide_word(text, start, &mut each);
                            break;
                        }
                        Some(lower) => hash = step(hash, lower),
                    }
                    at += 1;
                }
            }
        }
    }
}

const OTHER: u8 = 0;
const WIDE: u8 = 0xff;

/// For each byte: its lower-case form if it is an ASCII letter or digit, `WIDE` outside ASCII, else `OTHER`.
static CLASS: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = if b.is_ascii_alphanumeric() {
            b.to_ascii_lowercase()
        } else if b.is_ascii() {
            OTHER
        } else {
            WIDE
        };
        byte += 1;
    }
    table
};

/// FNV-1a, 64 bits: offset basis and prime.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

/// FNV leaves its high bits poorly mixed for short words; this is the last step of `MurmurHash3`.
pub(crate) const fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Reads a word that holds a character outside ASCII, or skips one character that belongs to none.
fn wide_word(text: &str, start: usize, each: &mut impl FnMut(Span, u64)) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut end = start;
    for c in rest.chars() {
        if is_ideograph(c) && end == start {
            end += c.len_utf8();
            break;
        }
        let inside = end > start && (is_combining_mark(c) || is_invisible(c));
        if is_ideograph(c) || !(c.is_alphanumeric() || inside) {
            break;
        }
        end += c.len_utf8();
    }
    if end == start {
        return start + rest.chars().next().map_or(1, char::len_utf8);
    }
    let span = Span::new(start, end);
    let mut key = String::with_capacity(span.len());
    for c in span.of(text).nfkd().filter(|&c| !is_combining_mark(c)) {
        fold_char(c, &mut key);
    }
    each(span, finish(key.bytes().fold(BASIS, step)));
    end
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, u64)> {
        let mut found = Vec::new();
        each_word(text, |span, hash| found.push((span.of(text), hash)));
        found
    }

    #[test]
    fn a_word_is_a_run_of_letters_and_digits() {
        let found: Vec<&str> = words("The ship’s 3 holds—“flooded”, she said.").iter().map(|w| w.0).collect();
        assert_eq!(found, ["The", "ship", "s", "3", "holds", "flooded", "she", "said"]);
    }

    #[test]
    fn words_that_fold_alike_have_one_hash() {
        for (a, b) in
            [("Långnäs", "LANGNAS"), ("co\u{ad}op", "coop"), ("cafe\u{301}", "Café"), ("Łódź", "lodz")]
        {
            let (a, b) = (words(a), words(b));
            assert_eq!(a.len(), 1);
            assert_eq!(a.first().map(|w| w.1), b.first().map(|w| w.1));
        }
        assert_ne!(words("cafes")[0].1, words("cafe")[0].1);
    }

    #[test]
    fn ideographs_are_words_by_themselves() {
        let found: Vec<&str> = words("abc東京タ1").iter().map(|w| w.0).collect();
        assert_eq!(found, ["abc", "東", "京", "タ", "1"]);
    }
}
