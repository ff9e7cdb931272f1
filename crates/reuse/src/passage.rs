//! Passages that two texts share.

use crate::seed::LENGTH;
use crate::{Document, extend};
use corroborate_text::Span;
use std::cmp::Reverse;

/// A passage of one text that stands, word for word or nearly so, in another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    /// Where in the first text.
    pub a: Span,
    /// Where in the second text.
    pub b: Span,
    /// Words that agree under folding.
    pub words: usize,
    /// Share of words that agree, 1 where the two are the same: in 0..=1.
    pub similarity: f64,
}

impl Passage {
    /// Whether the two are the same, word for word, under folding.
    pub fn is_verbatim(&self) -> bool {
        self.similarity >= 1.0
    }
}

/// What counts as a shared passage.
#[derive(Clone, Copy, Debug)]
pub struct PassageOptions {
    /// Fewest agreeing words; less than three is taken as three.
    pub min_words: usize,
    /// Most words in a row that may differ inside a passage on either side.
    pub max_gap: usize,
}

impl Default for PassageOptions {
    fn default() -> Self {
        Self { min_words: 8, max_gap: 3 }
    }
}

/// Finds the passages that two texts share, in the order of the first; moved passages are found too.
///
/// Exchanging the texts exchanges `a` and `b` of each passage and changes nothing else.
///
/// ```
/// use corroborate_reuse::{PassageOptions, passages};
///
/// let a = "Early on Monday the old bridge over the canal was closed to all traffic, the town said.";
/// let b = "A spokesman confirmed that the old bridge over the canal was closed for all traffic.";
/// let found = passages(a, b, &PassageOptions::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].a.of(a), "the old bridge over the canal was closed to all traffic");
/// assert_eq!(found[0].b.of(b), "the old bridge over the canal was closed for all traffic");
/// assert_eq!(found[0].words, 10);
/// ```
pub fn passages(a: &str, b: &str, options: &PassageOptions) -> Vec<Passage> {
    shared_passages(&Document::new(a), &Document::new(b), options)
}

/// [`passages`] of two documents prepared before.
///
/// Seeds of three words in a row that stand in both are extended to both sides over gaps. Of a seed that a
/// text repeats more than sixteen times, only the first places are tried, so time is linear in the texts.
pub fn shared_passages(a: &Document, b: &Document, options: &PassageOptions) -> Vec<Passage> {
    // Extending is greedy: one and the same order makes the result the same for (a, b) and (b, a).
    if a.words() <= b.words() {
        return passages_in(&regions(a, b, options), a, b);
    }
    let mut regions = regions(b, a, options);
    for region in &mut regions {
        *region = region.flipped();
    }
    passages_in(&regions, a, b)
}

/// A rectangle of words: from `a` to `a_end` in the one text, from `b` to `b_end` in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Region {
    a: usize,
    a_end: usize,
    b: usize,
    b_end: usize,
    agreeing: usize,
}

impl Region {
    const fn flipped(self) -> Self {
        Self { a: self.b, a_end: self.b_end, b: self.a, b_end: self.a_end, agreeing: self.agreeing }
    }

    const fn contains(self, a: usize, b: usize) -> bool {
        self.a <= a && a < self.a_end && self.b <= b && b < self.b_end
    }

    const fn covers(self, other: Self) -> bool {
        self.a <= other.a && other.a_end <= self.a_end && self.b <= other.b && other.b_end <= self.b_end
    }
}

fn regions(a: &Document, b: &Document, options: &PassageOptions) -> Vec<Region> {
    let (left, right) = (a.words(), b.words());
    let (seeds, keys) = (b.seeds(), b.seed_keys());
    let mut found: Vec<Region> = Vec::new();
    // Regions, long enough or not, that seeds further on may lie in.
    let mut open: Vec<Region> = Vec::new();
    for (i, &key) in a.seed_keys().iter().enumerate() {
        for j in seeds.places(keys, key) {
            // Where words repeat, a short region may hold a seed from which a longer one grows.
            let least = options.min_words.max(LENGTH);
            let grown = |region: &Region| {
                region.agreeing >= least || i.wrapping_sub(region.a) == j.wrapping_sub(region.b)
            };
            if open.iter().any(|region| region.contains(i, j) && grown(region)) {
                continue;
            }
            open.retain(|region| region.a_end > i);
            let Some(region) = around(left, right, i, j, options.max_gap) else { continue };
            if region.agreeing >= options.min_words.max(LENGTH) {
                found.push(region);
            }
            open.push(region);
        }
    }
    found
}

/// The region around a seed; `None` where the keys agreed by chance and the words do not.
fn around(a: &[u64], b: &[u64], i: usize, j: usize, max_gap: usize) -> Option<Region> {
    let (head_a, tail_a) = a.split_at_checked(i)?;
    let (head_b, tail_b) = b.split_at_checked(j)?;
    if tail_a.get(..LENGTH) != tail_b.get(..LENGTH) {
        return None;
    }
    let after = extend::forward(tail_a, tail_b, max_gap);
    let before = extend::backward(head_a, head_b, max_gap);
    Some(Region {
        a: i - before.a,
        a_end: i + after.a,
        b: j - before.b,
        b_end: j + after.b,
        agreeing: before.agreeing + after.agreeing,
    })
}

fn passages_in(regions: &[Region], a: &Document, b: &Document) -> Vec<Passage> {
    let mut order: Vec<Region> = regions.to_vec();
    // One that covers another comes before it, whichever text comes first.
    order.sort_unstable_by_key(|region| {
        (region.a, Reverse(region.a_end), region.b, Reverse(region.b_end), region.agreeing)
    });
    order.dedup();
    let mut kept: Vec<Region> = Vec::with_capacity(order.len());
    // Those that may cover the next ones.
    let mut open: Vec<Region> = Vec::new();
    for region in order {
        open.retain(|earlier| earlier.a_end > region.a);
        if !open.iter().any(|earlier| earlier.covers(region)) {
            open.push(region);
            kept.push(region);
        }
    }
    kept.iter().filter_map(|region| passage(region, a, b)).collect()
}

fn passage(region: &Region, a: &Document, b: &Document) -> Option<Passage> {
    let longer = (region.a_end - region.a).max(region.b_end - region.b);
    Some(Passage {
        a: a.span(region.a, region.a_end)?,
        b: b.span(region.b, region.b_end)?,
        words: region.agreeing,
        similarity: region.agreeing as f64 / longer as f64,
    })
}
