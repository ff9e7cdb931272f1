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
    keys: Vec<u64>,
    shift: u32,
}

impl Seeds {
    pub(crate) fn new(words: &[u64]) -> Self {
        let keys: Vec<u64> = words.windows(LENGTH).map(key).collect();
        let slots = (keys.len() * 2).next_power_of_two().max(2);
        let mut seeds = Self {
            heads: vec![NONE; slots],
            next: vec![NONE; keys.len()],
            shift: 64 - slots.trailing_zeros(),
            keys: Vec::new(),
        };
        // From the back, so that each chain ascends.
        for (place, &key) in keys.iter().enumerate().rev() {
            let Ok(place) = u32::try_from(place) else { continue };
            let Some(head) = seeds.heads.get_mut((key >> seeds.shift) as usize) else { continue };
            if let Some(next) = seeds.next.get_mut(place as usize) {
                *next = std::mem::replace(head, place);
            }
        }
        seeds.keys = keys;
        seeds
    }

    /// The key of each seed, by the place of its first word.
    pub(crate) fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// The first places of a seed.
    pub(crate) fn places(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let mut at = self.heads.get((key >> self.shift) as usize).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let place = at as usize;
            // `NONE` lies past the end of every table.
            at = *self.next.get(place)?;
            Some(place)
        })
        .take(MOST_PLACES)
        .filter(move |&place| self.keys.get(place) == Some(&key))
    }
}

fn key(words: &[u64]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    words.iter().fold(0, |key, &word| (key ^ word).wrapping_mul(MIX).rotate_left(23))
}
