//! The keys of the lexicon: words of up to 24 bytes in three integers. The build script, which lays the lexicon out, holds
//! this file as well.

use corroborate_text::packed;

/// Places of the table as a power of two: some times the number of words.
pub(super) const BITS: u32 = 13;

/// A word in lower case, padded with zeros: quick to hash and to compare.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) [u64; 3]);

impl Key {
    /// `None` where the word is longer than any of the tables.
    #[inline]
    pub(super) fn of(word: &[u8]) -> Option<Self> {
        let (first, rest) = word.split_at(word.len().min(8));
        if rest.is_empty() {
            return Some(Self([lower(packed(first)), 0, 0]));
        }
        let (second, third) = rest.split_at(rest.len().min(8));
        (third.len() <= 8).then(|| Self([first, second, third].map(|part| lower(packed(part)))))
    }

    /// The places of the table where it may stand, in order.
    #[inline]
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        let [first, second, third] = self.0;
        let mixed =
            (first ^ second.rotate_left(21) ^ third.rotate_left(43)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        #[allow(clippy::cast_possible_truncation, reason = "below 2^13")]
        let first = (mixed >> (u64::BITS - BITS)) as usize;
        (0..1 << BITS).map(move |step| (first + step) & ((1 << BITS) - 1))
    }

    /// How many bytes the word has.
    #[allow(dead_code, reason = "only the build script asks")]
    pub(super) fn length(self) -> usize {
        self.0.iter().flat_map(|part| part.to_le_bytes()).take_while(|byte| *byte != 0).count()
    }
}

/// Eight bytes with their ASCII capitals made small: a byte of a capital gets bit 5 by arithmetic on all at once.
#[inline]
fn lower(bytes: u64) -> u64 {
    let all = |byte: u64| byte * 0x0101_0101_0101_0101;
    let low = bytes & all(0x7f);
    let from_a = low + all(0x80 - u64::from(b'A'));
    let beyond_z = low + all(0x7f - u64::from(b'Z'));
    let capital = (from_a ^ beyond_z) & !bytes & all(0x80);
    bytes | capital >> 2
}

/// The place of two first letters in the tables of the scan.
pub(super) fn pair(first: u8, second: u8, length: usize) -> usize {
    let letter = |byte: u8| usize::from(byte.to_ascii_lowercase().wrapping_sub(b'a').min(26));
    letter(first) * 27 + if length > 1 { letter(second) } else { 26 }
}

/// How many such places there are.
pub(super) const PAIRS: usize = 27 * 27;
