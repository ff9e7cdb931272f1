//! Shingles: the set of a document's runs of words.

use crate::Document;
use crate::word::finish;

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
        shingles.read(document.words(), size);
        shingles
    }

    /// The same in place, to use the memory again.
    pub(crate) fn read(&mut self, words: &[u64], size: usize) {
        self.sorted.clear();
        let size = size.max(1);
        if !words.is_empty() && words.len() < size {
            self.sorted.push(key(words));
            return;
        }
        self.sorted.extend(words.windows(size).map(key));
        self.sorted.sort_unstable();
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

fn key(words: &[u64]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let joined = words.iter().fold(0_u64, |key, &word| (key.rotate_left(23) ^ word).wrapping_mul(MIX));
    (finish(joined) >> 32) as u32
}
