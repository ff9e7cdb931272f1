//! Texts that share words, the rare ones counting most.

use crate::Document;
use std::collections::BTreeMap;

/// Two texts and their score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// The first, by position.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// The score, in 0..=1.
    pub score: f64,
}

/// Texts as TF-IDF vectors of length 1: the count of each word times `ln((1 + n) / (1 + df)) + 1`, where `df` of
/// the `n` texts hold the word. (The smoothed form that scikit-learn uses by default.)
///
/// ```
/// use corroborate_reuse::{Document, Vectors};
///
/// let texts = ["the bridge is closed", "the bridge is shut", "no trains today"].map(Document::new);
/// let vectors = Vectors::new(&texts);
/// let pairs = vectors.pairs_above(0.5);
/// assert_eq!((pairs.len(), pairs[0].a, pairs[0].b), (1, 0, 1));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    /// The features of all texts: word, rarest first within each text, and weight.
    features: Vec<(u32, f64)>,
    ends: Vec<usize>,
    words: usize,
}

impl Vectors {
    /// Weighs the words of texts.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a Document>) -> Self {
        let mut counts: Vec<(u64, u32, u32)> = Vec::new();
        let mut size: u32 = 0;
        let mut scratch: Vec<u64> = Vec::new();
        for document in texts {
            scratch.clear();
            scratch.extend_from_slice(document.words());
            scratch.sort_unstable();
            counts.extend(
                scratch.chunk_by(|a, b| a == b).filter_map(|run| {
                    Some((*run.first()?, size, u32::try_from(run.len()).unwrap_or(u32::MAX)))
                }),
            );
            size = size.saturating_add(1);
        }
        counts.sort_unstable();
        let mut runs: Vec<&[(u64, u32, u32)]> = counts.chunk_by(|a, b| a.0 == b.0).collect();
        // Numbered from the rarest word on, so that a vector in the order of the numbers begins with its rarest.
        runs.sort_by(|a, b| a.len().cmp(&b.len()).then(a.first().cmp(&b.first())));
        let mut vectors: Vec<Vec<(u32, f64)>> = vec![Vec::new(); size as usize];
        for (word, run) in (0..).zip(&runs) {
            let idf = ((1.0 + f64::from(size)) / (1.0 + run.len() as f64)).ln() + 1.0;
            for &(_, text, count) in *run {
                if let Some(vector) = vectors.get_mut(text as usize) {
                    vector.push((word, f64::from(count) * idf));
                }
            }
        }
        let mut all = Self { words: runs.len(), ..Self::default() };
        for vector in vectors {
            let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            all.features.extend(vector.into_iter().map(|(word, weight)| (word, weight / length)));
            all.ends.push(all.features.len());
        }
        all
    }

    /// Number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no texts.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The features of a text, by word, and their weights, the rarest word first.
    fn vector(&self, text: usize) -> &[(u32, f64)] {
        let start = text.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(text).and_then(|&end| self.features.get(start..end)).unwrap_or_default()
    }

    /// The cosine of two texts, in 0..=1; 0 where one has no words.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        dot(self.vector(a), self.vector(b)).min(1.0)
    }

    /// All pairs of texts with a cosine of at least `cutoff`, which is above 0, in order.
    ///
    /// No pair is missed. A text is looked up by its rarest words only: by as many as needed for the others to
    /// weigh too little to reach the cutoff alone (Bayardo, Ma and Srikant 2007, *Scaling up all pairs similarity
    /// search*); what is found so is scored in full.
    pub fn pairs_above(&self, cutoff: f64) -> Vec<Scored> {
        let cutoff = cutoff.max(f64::MIN_POSITIVE);
        let prefixes: Vec<&[(u32, f64)]> =
            (0..self.len()).map(|text| prefix(self.vector(text), cutoff)).collect();
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); self.words];
        let mut seen: Vec<u32> = vec![u32::MAX; self.len()];
        let mut found: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (b, own) in (0_u32..).zip(&prefixes) {
            for &(word, _) in *own {
                let Some(list) = postings.get_mut(word as usize) else { continue };
                for &a in list.iter() {
                    let Some(seen) = seen.get_mut(a as usize) else { continue };
                    if *seen == b {
                        continue;
                    }
                    *seen = b;
                    let score = dot(self.vector(a as usize), self.vector(b as usize));
                    if score >= cutoff {
                        found.insert((a as usize, b as usize), score.min(1.0));
                    }
                }
                list.push(b);
            }
        }
        found.into_iter().map(|((a, b), score)| Scored { a, b, score }).collect()
    }
}

/// The rarest words of a vector, as many as needed for the rest to be shorter than the cutoff: by Cauchy and
/// Schwarz, two texts whose prefixes share no word then have a cosine below it.
///
/// (The words are in the same order for all texts. If the last word of one prefix is the rarer, all words common
/// to both lie in the rest of that text, and the product is at most the length of that rest.)
fn prefix(vector: &[(u32, f64)], cutoff: f64) -> &[(u32, f64)] {
    let mut rest: f64 = 0.0;
    let mut length = vector.len();
    for &(_, weight) in vector.iter().rev() {
        rest += weight * weight;
        // Not to lose a pair by rounding.
        if rest.sqrt() >= cutoff - 1e-9 {
            break;
        }
        length -= 1;
    }
    vector.get(..length).unwrap_or_default()
}

fn dot(mut a: &[(u32, f64)], mut b: &[(u32, f64)]) -> f64 {
    let mut sum = 0.0;
    while let (Some((&(x, weight), rest_a)), Some((&(y, other), rest_b))) = (a.split_first(), b.split_first())
    {
        if x == y {
            sum += weight * other;
        }
        a = if x <= y { rest_a } else { a };
        b = if y <= x { rest_b } else { b };
    }
    sum
}
