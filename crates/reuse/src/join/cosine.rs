//! Texts that share words, the rare ones counting most.

use crate::Document;

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
        self.ends.get(text).and_then(|&end| self.features.get(self.start(text)..end)).unwrap_or_default()
    }

    /// The cosine of two texts, in 0..=1; 0 where one has no words.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        dot(self.vector(a), self.vector(b)).min(1.0)
    }

    /// All pairs of texts with a cosine of at least `cutoff`, which is above 0, in order.
    ///
    /// No pair is missed. A text is looked up by its rarest words only: by as many as needed for the others to
    /// weigh too little to reach the cutoff alone (Bayardo, Ma and Srikant 2007, *Scaling up all pairs similarity
    /// search*). What these words add up to, and the most that the others can add, tells which of the texts so
    /// found are scored in full (Anastasiu and Karypis 2014, *L2AP*).
    pub fn pairs_above(&self, cutoff: f64) -> Vec<Scored> {
        let cutoff = cutoff.max(f64::MIN_POSITIVE);
        // Not to lose a pair by rounding.
        let least = cutoff - 1e-9;
        let tails = self.tails();
        let tail = |text: usize, at: usize| tails.get(self.start(text) + at).copied().unwrap_or(0.0);
        let heads: Vec<Head<'_>> = (0..self.len()).map(|text| self.head(text, &tails, least)).collect();
        let mut postings: Vec<Vec<(u32, f64)>> = vec![Vec::new(); self.words];
        let mut sums: Vec<f64> = vec![0.0; self.len()];
        let mut met: Vec<u32> = Vec::new();
        let mut found: Vec<Scored> = Vec::new();
        for (number, own) in (0_u32..).zip(&heads) {
            let b = number as usize;
            for (at, &(word, weight)) in own.vector.iter().enumerate() {
                for &(a, other) in postings.get(word as usize).map_or(&[][..], Vec::as_slice) {
                    let Some(sum) = sums.get_mut(a as usize) else { continue };
                    if *sum > 0.0 {
                        *sum += weight * other;
                    } else if at < own.length {
                        *sum = weight * other;
                        met.push(a);
                    }
                }
            }
            for a in met.drain(..) {
                let Some(sum) = sums.get_mut(a as usize).map(std::mem::take) else { continue };
                let Some(other) = heads.get(a as usize) else { continue };
                let next = other.vector.get(other.length).map_or(u32::MAX, |&(word, _)| word);
                let from = own.vector.partition_point(|&(word, _)| word < next);
                let rest = tail(a as usize, other.length)
                    * if from < own.vector.len() { tail(b, from) } else { 0.0 };
                if sum + rest < least {
                    continue;
                }
                let score = dot(other.vector, own.vector);
                if score >= cutoff {
                    found.push(Scored { a: a as usize, b, score: score.min(1.0) });
                }
            }
            for &(word, weight) in own.vector.get(..own.length).unwrap_or_default() {
                if let Some(list) = postings.get_mut(word as usize) {
                    list.push((number, weight));
                }
            }
        }
        found.sort_unstable_by_key(|pair| (pair.a, pair.b));
        found
    }

    fn start(&self, text: usize) -> usize {
        text.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    /// For each feature, the length of its vector from there on.
    fn tails(&self) -> Vec<f64> {
        let mut tails = vec![0.0; self.features.len()];
        for text in 0..self.len() {
            let mut rest: f64 = 0.0;
            let start = self.start(text);
            for (at, &(_, weight)) in self.vector(text).iter().enumerate().rev() {
                rest += weight * weight;
                if let Some(tail) = tails.get_mut(start + at) {
                    *tail = rest.sqrt();
                }
            }
        }
        tails
    }

    /// The rarest words of a text, as many as needed for the rest to be shorter than `least`: by Cauchy and
    /// Schwarz, two texts whose heads share no word then have a smaller cosine.
    ///
    /// (The words are in the same order for all texts. Of two heads, one ends with the rarer word; all words that
    /// the texts have in common lie in the rest of that text, and the product is at most the length of that rest.)
    fn head(&self, text: usize, tails: &[f64], least: f64) -> Head<'_> {
        let vector = self.vector(text);
        let start = self.start(text);
        let tails = tails.get(start..start + vector.len()).unwrap_or_default();
        Head { vector, length: tails.partition_point(|&tail| tail >= least) }
    }
}

/// A vector, and how many of its rarest words it is looked up by.
struct Head<'a> {
    vector: &'a [(u32, f64)],
    length: usize,
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
