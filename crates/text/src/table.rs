//! Tables of words that are laid out when a program is built and searched where they lie.

/// A table from words to a few bytes each, in one piece of memory: nothing is read in or built when a program starts.
///
/// The layout, all numbers little-endian: the number of slots (`u32`); the slots, each a `u32` that is 0 or holds eight
/// bits of the hash of a word and, above them, one more than the offset of its row; the rows, each a byte for the
/// length of the word, a byte for the length of its value, the word, the value. A word stands in the first free slot
/// from its place on. Bytes of any other layout hold no words.
///
/// ```
/// use corroborate_text::Table;
///
/// let bytes = Table::lay_out([("pier", &[1][..]), ("ferry", &[2])]).unwrap_or_default();
/// let table = Table::new(&bytes);
/// assert_eq!(table.get("ferry"), Some(&[2][..]));
/// assert_eq!(table.get("tram"), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Table<'t> {
    bytes: &'t [u8],
}

impl<'t> Table<'t> {
    /// The table that [`Table::lay_out`] has laid out as these bytes.
    pub const fn new(bytes: &'t [u8]) -> Self {
        Self { bytes }
    }

    /// The value of a word.
    pub fn get(&self, word: &str) -> Option<&'t [u8]> {
        self.get_hashed(word, word_hash(word.as_bytes()))
    }

    /// The value of a word whose [`word_hash`] is known.
    pub fn get_hashed(&self, word: &str, hash: u64) -> Option<&'t [u8]> {
        let (count, rest) = self.bytes.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (slots, rows) = rest.split_at_checked(count.checked_mul(4)?)?;
        let (slots, _) = slots.as_chunks::<4>();
        let first = place(hash, count);
        let (before, behind) = slots.split_at_checked(first)?;
        for slot in behind.iter().chain(before) {
            let slot = u32::from_le_bytes(*slot);
            if slot == 0 {
                return None;
            }
            if slot & 0xff == tag(hash)
                && let Some([length, value, row @ ..]) = rows.get((slot >> 8) as usize - 1..)
                && let Some((key, row)) = row.split_at_checked(usize::from(*length))
                && key == word.as_bytes()
            {
                return row.get(..usize::from(*value));
            }
        }
        None
    }

    /// The bytes of a table of these words, in an order that depends on theirs; the first of equal words counts.
    /// `None` where a word or a value is longer than 255 bytes, or all together take more than 16 MB.
    pub fn lay_out<'a>(words: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Option<Vec<u8>> {
        let words: Vec<(&str, &[u8])> = words.into_iter().collect();
        let count = words.len() * 2 + 1;
        let mut slots = vec![0_u32; count];
        let mut rows: Vec<u8> = Vec::new();
        let mut taken: std::collections::HashSet<&str> = std::collections::HashSet::new();
        for (word, value) in words {
            if !taken.insert(word) {
                continue;
            }
            let hash = word_hash(word.as_bytes());
            let offset = u32::try_from(rows.len() + 1).ok().filter(|offset| offset >> 24 == 0)?;
            let mut at = place(hash, count);
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = if at + 1 < count { at + 1 } else { 0 };
            }
            *slots.get_mut(at)? = offset << 8 | tag(hash);
            rows.extend([u8::try_from(word.len()).ok()?, u8::try_from(value.len()).ok()?]);
            rows.extend(word.as_bytes());
            rows.extend(value);
        }
        let mut bytes = u32::try_from(count).ok()?.to_le_bytes().to_vec();
        bytes.extend(slots.into_iter().flat_map(u32::to_le_bytes));
        bytes.extend(rows);
        Some(bytes)
    }
}

/// A hash that is the same in every run and every build, for tables and features that are made beforehand: that of
/// Fowler, Noll and Vo (variant 1a), its bits mixed. Whoever chooses the words can make many with one hash.
pub fn word_hash(word: &[u8]) -> u64 {
    let folded = word.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let turned = folded.rotate_left(23);
    let mixed = (turned ^ (turned >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 27)
}

/// The first eight bytes of a word as one number, the first lowest; what is missing is zero.
///
/// ```
/// use corroborate_text::packed;
///
/// assert_eq!(packed(b"quay").to_le_bytes(), *b"quay\0\0\0\0");
/// ```
pub fn packed(word: &[u8]) -> u64 {
    if let Some(bytes) = word.first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    // Two reads that overlap go without a loop.
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (word.len() - 4));
    }
    match *word {
        [a, b, c] => u64::from_le_bytes([a, b, c, 0, 0, 0, 0, 0]),
        [a, b] => u64::from(u16::from_le_bytes([a, b])),
        [a] => u64::from(a),
        _ => 0,
    }
}

/// The slot at which the search for a word begins.
fn place(hash: u64, count: usize) -> usize {
    usize::try_from((u128::from(hash) * count as u128) >> 64).unwrap_or_default()
}

fn tag(hash: u64) -> u32 {
    u32::from(hash.to_le_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn holds_its_words_and_no_other(rows: BTreeMap<String, Vec<u8>>, other: String) {
            let bytes = Table::lay_out(rows.iter().map(|(word, value)| (word.as_str(), value.as_slice())));
            let bytes = bytes.unwrap_or_default();
            let table = Table::new(&bytes);
            for (word, value) in &rows {
                prop_assert_eq!(table.get(word), Some(value.as_slice()));
            }
            prop_assert_eq!(table.get(&other), rows.get(&other).map(Vec::as_slice));
        }

        #[test]
        fn packed_bytes_are_those_of_the_word(word in prop::collection::vec(any::<u8>(), 0..12)) {
            let bytes = packed(&word).to_le_bytes();
            let kept = word.len().min(8);
            prop_assert_eq!(&bytes[..kept], &word[..kept]);
            prop_assert!(bytes[kept..].iter().all(|byte| *byte == 0));
        }

        #[test]
        fn other_bytes_do_no_harm(bytes: Vec<u8>, word: String) {
            let _ = Table::new(&bytes).get(&word);
            let few = [&[3, 0, 0, 0][..], &bytes].concat();
            let _ = Table::new(&few).get(&word);
        }
    }

    #[test]
    fn the_first_of_equal_words_counts() {
        let bytes = Table::lay_out([("quay", &[1][..]), ("quay", &[2])]).unwrap_or_default();
        assert_eq!(Table::new(&bytes).get("quay"), Some(&[1][..]));
    }

    #[test]
    fn what_is_too_long_is_refused() {
        assert_eq!(Table::lay_out([("x".repeat(256).as_str(), &[][..])]), None);
        assert_eq!(Table::lay_out([("x", &[0; 256][..])]), None);
    }
}
