//! The keys of the lexicon: words of up to 24 bytes in three integers.

use corroborate_text::packed;

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

    /// Its bits mixed, the highest best.
    #[inline]
    pub(super) fn mixed(self) -> u64 {
        let [first, second, third] = self.0;
        (first ^ second.rotate_left(21) ^ third.rotate_left(43)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

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
