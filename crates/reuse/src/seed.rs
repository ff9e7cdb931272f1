//! Seeds: short runs of words, and where they stand in a document.

/// Words in a seed. Three words in a row survive between most edits of a rewrite, and chance agreements of
/// three words are few enough to look at each.
pub(crate) const LENGTH: usize = 3;

/// Most places of one seed that are looked at: bounds the work on texts that repeat themselves.
const MOST_PLACES: usize = 16;

const NONE: u32 = u32::MAX;

/// A chained hash table from seeds to their places, in ascending order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seeds {
    heads: Vec<u32>,
    next: Vec<u32>,
    shift: u32,
}

/// The key of each seed, by the place of its first word.
pub(crate) fn keys(words: &[u64]) -> Vec<u64> {
    words.windows(LENGTH).map(key).collect()
}

impl Seeds {
    /// The places of the seeds with these keys.
    pub(crate) fn new(keys: &[u64]) -> Self {
        let slots = (keys.len() * 2).next_power_of_two().max(2);
        let mut seeds = Self {
            heads: vec![NONE; slots],
            next: vec![NONE; keys.len()],
            shift: 64 - slots.trailing_zeros(),
        };
        // From the back, so that each chain ascends.
        for (place, (&key, next)) in keys.iter().zip(&mut seeds.next).enumerate().rev() {
            let Ok(place) = u32::try_from(place) else { continue };
            if let Some(head) = seeds.heads.get_mut((key >> seeds.shift) as usize) {
                *next = std::mem::replace(head, place);
            }
        }
        seeds
    }

    /// The first places of a seed; `keys` are those that the table was made of.
    pub(crate) fn places<'s>(&'s self, keys: &'s [u64], key: u64) -> Places<'s> {
        let at = self.heads.get((key >> self.shift) as usize).copied().unwrap_or(NONE);
        Places { next: &self.next, keys, key, at, left: MOST_PLACES }
    }
}

/// A walk along the chain of a seed.
pub(crate) struct Places<'s> {
    next: &'s [u32],
    keys: &'s [u64],
    key: u64,
    at: u32,
    left: usize,
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        // Most seeds stand in one of the two texts only.
        while self.at != NONE && self.left > 0 {
            let place = self.at as usize;
            self.at = *self.next.get(place)?;
            self.left -= 1;
            if self.keys.get(place) == Some(&self.key) {
                return Some(place);
            }
        }
        None
    }
}

#[inline]
fn key(words: &[u64]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    words.iter().fold(0, |key, &word| (key ^ word).wrapping_mul(MIX).rotate_left(23))
}
