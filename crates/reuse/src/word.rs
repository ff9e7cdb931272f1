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
        if !byte.is_ascii_alphanumeric() {
            at = if byte.is_ascii() { at + 1 } else { wide_word(text, at, &mut each) };
            continue;
        }
        let start = at;
        let mut hash = BASIS;
        loop {
            // Sixteen bytes hold nearly every word, so that the loop is seldom gone round twice.
            let (one, two) = Eight::pair(bytes, at);
            let first = one.word();
            let second = if first == Eight::BYTES { two.word() } else { 0 };
            hash = step(step(hash, one.lower(first)), two.lower(second));
            at += first + second;
            if second < Eight::BYTES {
                break;
            }
        }
        // Outside ASCII a letter may follow, or a mark that belongs to the last one.
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
            at = wide_word(text, start, &mut each);
        } else {
            each(Span::new(start, at), finish(hash));
        }
    }
}

/// Eight bytes of a text, the first lowest; blanks behind its end.
#[derive(Clone, Copy)]
struct Eight(u64);

impl Eight {
    const BYTES: usize = 8;

    /// The highest bit of each byte.
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

    /// The eight bytes from a place on, and the next eight.
    fn pair(bytes: &[u8], at: usize) -> (Self, Self) {
        let rest = bytes.get(at..).unwrap_or_default();
        let both: u128 = match rest.first_chunk() {
            Some(sixteen) => u128::from_le_bytes(*sixteen),
            None => {
                let mut sixteen = [b' '; 16];
                sixteen.iter_mut().zip(rest).for_each(|(slot, byte)| *slot = *byte);
                u128::from_le_bytes(sixteen)
            }
        };
        (Self(both as u64), Self((both >> 64) as u64))
    }

    /// How many bytes from the first on are ASCII letters and digits.
    const fn word(self) -> usize {
        let lower = self.0 | u64::from_le_bytes([0x20; 8]);
        let low = !Self::HIGH & self.0;
        let letters = Self::within(lower & !Self::HIGH, b'a', b'z');
        let digits = Self::within(low, b'0', b'9');
        let outside = !(letters | digits) | self.0;
        ((outside & Self::HIGH).trailing_zeros() / 8) as usize
    }

    /// The high bit of each byte, all below 0x80, that lies from `first` to `last`: no sum leaves its byte.
    const fn within(bytes: u64, first: u8, last: u8) -> u64 {
        let least = bytes + u64::from_le_bytes([0x80 - first; 8]);
        let beyond = bytes + u64::from_le_bytes([0x7f - last; 8]);
        least & !beyond
    }

    /// The first so many bytes, letters among them small, the others zero.
    const fn lower(self, length: usize) -> u64 {
        let lower = self.0 | u64::from_le_bytes([0x20; 8]);
        if length < Self::BYTES { lower & !(u64::MAX << (8 * length)) } else { lower }
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes of a word, zero behind its end. Words are read by sixteen bytes; one of sixteen, or of a multiple, is
/// followed by sixteen of zero.
const fn step(hash: u64, eight: u64) -> u64 {
    (hash ^ eight).wrapping_mul(MIX).rotate_left(29)
}

/// The last step of `MurmurHash3`: every bit of the number depends on every bit of the hash.
pub(crate) const fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The hash of a folded word.
fn hashed(folded: &[u8]) -> u64 {
    let mut hash = BASIS;
    let mut rest = folded;
    loop {
        let mut sixteen = [0; 16];
        sixteen.iter_mut().zip(rest).for_each(|(slot, byte)| *slot = *byte);
        let both = u128::from_le_bytes(sixteen);
        hash = step(step(hash, both as u64), (both >> 64) as u64);
        match rest.get(16..) {
            Some(more) => rest = more,
            None => return finish(hash),
        }
    }
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
    each(span, hashed(key.as_bytes()));
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
            [("Hållnäs", "HALLNAS"), ("co\u{ad}op", "coop"), ("cafe\u{301}", "Café"), ("Łódź", "lodz")]
        {
            let (a, b) = (words(a), words(b));
            assert_eq!(a.len(), 1);
            assert_eq!(a.first().map(|w| w.1), b.first().map(|w| w.1));
        }
        assert_ne!(words("cafes")[0].1, words("cafe")[0].1);
    }

    #[test]
    fn the_long_way_and_the_short_way_give_one_hash() {
        // Words of every length around eight and sixteen bytes, at the end of the text and before its end.
        for length in 1..40 {
            let word: String = ('a'..='z').cycle().take(length).collect();
            let shouted = word.to_uppercase();
            for text in [word.clone(), format!("{shouted} and more of it"), format!("({shouted})")] {
                assert_eq!(words(&text)[0].1, hashed(word.as_bytes()), "{text}");
                assert_eq!(words(&text)[0].0.len(), length);
            }
            // A soft hyphen belongs to a word and says nothing.
            let soft = format!("{}\u{ad}{}", &word[..length / 2], &word[length / 2..]);
            if length > 1 {
                assert_eq!(words(&soft)[0].1, hashed(word.as_bytes()), "{soft}");
            }
        }
    }

    #[test]
    fn every_byte_is_told_from_a_letter_as_it_should() {
        for byte in 0..=u8::MAX {
            let found = Eight::pair(&[byte; 16], 0).1.word();
            assert_eq!(found, if byte.is_ascii_alphanumeric() { 8 } else { 0 }, "{byte}");
            let found = Eight::pair(&[b'x', b'7', byte], 0).0.word();
            assert_eq!(found, if byte.is_ascii_alphanumeric() { 3 } else { 2 }, "{byte}");
        }
    }

    #[test]
    fn ideographs_are_words_by_themselves() {
        let found: Vec<&str> = words("abc東京タ1").iter().map(|w| w.0).collect();
        assert_eq!(found, ["abc", "東", "京", "タ", "1"]);
    }
}
