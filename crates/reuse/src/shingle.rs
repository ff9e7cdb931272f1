//! Shingles: the set of a document's runs of words.

use crate::Document;

/// The set of the runs of so many words of a document, as sorted 32-bit numbers.
///
/// Two different runs share a number once in four thousand million pairs: for two documents of a thousand
/// words the similarity is exact but for one pair in four thousand, and there it is off by one run.
///
/// ```
/// use corroborate_reuse::{Document, Shingles};
///
/// let a = Shingles::new(&Document::new("the dam held through the night"), 3);
/// let b = Shingles::new(&Document::new("the dam held through the day"), 3);
/// assert_eq!(a.jaccard(&b), 3.0 / 5.0);
/// assert_eq!(a.jaccard(&a), 1.0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shingles {
    sorted: Vec<u32>,
}

impl Shingles {
    /// The runs of `size` words, at least one; a shorter document is one shingle by itself.
    pub fn new(document: &Document, size: usize) -> Self {
        let mut shingles = Self::default();
        shingles.read(document.words(), size, &mut Vec::new());
        shingles
    }

    /// The same in place, to use the memory again, `spread` for sorting.
    pub(crate) fn read(&mut self, words: &[u64], size: usize, spread: &mut Vec<u32>) {
        self.sorted.clear();
        let size = size.max(1);
        if !words.is_empty() && words.len() < size {
            self.sorted.push(key(words));
            return;
        }
        // The usual size by itself: its loop over the words of a run is none.
        match size {
            3 => self.sorted.extend(words.windows(3).map(key)),
            _ => self.sorted.extend(words.windows(size).map(key)),
        }
        sort(&mut self.sorted, spread);
        self.sorted.dedup();
    }

    /// The numbers, ascending, each once.
    pub fn as_slice(&self) -> &[u32] {
        &self.sorted
    }

    /// Number of different shingles.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// What both have of what either has, in 0..=1; 1 where both are empty.
    pub fn jaccard(&self, other: &Self) -> f64 {
        jaccard(&self.sorted, &other.sorted)
    }

    /// Share of this document's shingles that the other has too, in 0..=1; 1 where this one is empty.
    pub fn containment(&self, other: &Self) -> f64 {
        if self.is_empty() {
            return 1.0;
        }
        shared(&self.sorted, &other.sorted) as f64 / self.len() as f64
    }
}

pub(crate) fn jaccard(a: &[u32], b: &[u32]) -> f64 {
    let shared = shared(a, b);
    let either = a.len() + b.len() - shared;
    if either == 0 { 1.0 } else { shared as f64 / either as f64 }
}

/// Numbers that two ascending lists share.
fn shared(mut a: &[u32], mut b: &[u32]) -> usize {
    let mut count = 0;
    while let (Some((&x, rest_a)), Some((&y, rest_b))) = (a.split_first(), b.split_first()) {
        // Without a branch that depends on the data: both lists are as good as random.
        count += usize::from(x == y);
        a = if x <= y { rest_a } else { a };
        b = if y <= x { rest_b } else { b };
    }
    count
}

/// Bits by which numbers are spread before they are sorted, and the numbers for which that is worth while.
const SPREAD_BITS: u32 = 10;
const SPREAD: std::ops::RangeInclusive<usize> = 100..=8000;

/// Most numbers that share their highest bits: of more, which are no hashes, each would move far.
const CROWDED: u16 = 48;

/// Sorts numbers that are as good as random: each is put near its place by its highest bits, and then moves the rest
/// of the way.
fn sort(numbers: &mut Vec<u32>, spread: &mut Vec<u32>) {
    let place = |number: u32| (number >> (u32::BITS - SPREAD_BITS)) as usize;
    let mut free = [0_u16; 1 << SPREAD_BITS];
    if SPREAD.contains(&numbers.len()) {
        for &number in numbers.iter() {
            if let Some(count) = free.get_mut(place(number)) {
                *count += 1;
            }
        }
    }
    let mut before = 0;
    let mut most = 0;
    for slot in &mut free {
        most = most.max(*slot);
        (*slot, before) = (before, before + *slot);
    }
    if before == 0 || most > CROWDED {
        numbers.sort_unstable();
        return;
    }
    spread.clear();
    spread.resize(numbers.len(), 0);
    for &number in numbers.iter() {
        let Some(free) = free.get_mut(place(number)) else { continue };
        if let Some(slot) = spread.get_mut(usize::from(*free)) {
            *slot = number;
        }
        *free += 1;
    }
    std::mem::swap(numbers, spread);
    for end in 1..numbers.len() {
        let mut at = end;
        while let Some([before, here]) = at.checked_sub(1).and_then(|from| numbers.get_mut(from..=at)) {
            if *before <= *here {
                break;
            }
            std::mem::swap(before, here);
            at -= 1;
        }
    }
}

/// A number for a run of words. These are hashes, so one multiplication a word mixes them.
#[inline]
fn key(words: &[u64]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let joined = words.iter().fold(0_u64, |key, &word| (key ^ word).wrapping_mul(MIX).rotate_left(29));
    (joined.rotate_right(29) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorting_sorts(mut numbers in prop::collection::vec(any::<u32>(), 0..600), shift in 0_u32..32) {
            // Numbers that share their highest bits are sorted too.
            numbers.iter_mut().for_each(|number| *number >>= shift);
            let mut sorted = numbers.clone();
            sort(&mut sorted, &mut vec![7; 3]);
            numbers.sort_unstable();
            prop_assert_eq!(sorted, numbers);
        }
    }
}
