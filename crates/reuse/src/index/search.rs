//! Near-duplicates of one document, and all pairs of them.

use super::{Index, document};
use crate::Document;
use crate::shingle::jaccard;

/// A near-duplicate of a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the index.
    pub document: usize,
    /// The Jaccard similarity of the shingles, in 0..=1.
    pub similarity: f64,
}

/// Two near-duplicates of one index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The document that was added first.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The Jaccard similarity of the shingles, in 0..=1.
    pub similarity: f64,
}

impl Index {
    /// The near-duplicates of a document, the most similar first, then in the order they were added.
    pub fn search(&self, query: &Document) -> Vec<Hit> {
        let (shingles, candidates) = self.candidates(query);
        let mut hits: Vec<Hit> = candidates
            .into_iter()
            .map(|number| number as usize)
            .map(|number| Hit {
                document: number,
                similarity: jaccard(shingles.as_slice(), self.shingles(number)),
            })
            .filter(|hit| hit.similarity >= self.options().threshold)
            .collect();
        hits.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.document.cmp(&b.document)));
        hits
    }

    /// All pairs of near-duplicates, in ascending order.
    ///
    /// A corpus that holds one text `n` times has n·(n−1)/2 pairs: where that may be so, ask for
    /// [`Index::clusters`].
    pub fn pairs(&self) -> Vec<Pair> {
        let mut candidates: Vec<(u32, u32)> = Vec::new();
        for band in &self.bands {
            for bucket in buckets(band) {
                for (at, &a) in bucket.iter().enumerate() {
                    let rest = bucket.get(at + 1..).unwrap_or_default();
                    candidates.extend(rest.iter().map(|&b| (a as u32, b as u32)));
                }
            }
            // Pairs in several bands would pile up otherwise.
            if candidates.len() > 1 << 22 {
                candidates.sort_unstable();
                candidates.dedup();
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let pair = |(a, b): (u32, u32)| {
            let (a, b) = (a as usize, b as usize);
            let similarity = jaccard(self.shingles(a), self.shingles(b));
            (similarity >= self.options().threshold).then_some(Pair { a, b, similarity })
        };
        candidates.into_iter().filter_map(pair).collect()
    }
}

/// The runs of entries with the same key, of two or more.
pub(super) fn buckets(band: &[u64]) -> impl Iterator<Item = &[u64]> {
    band.chunk_by(|a, b| a >> 32 == b >> 32).filter(|bucket| bucket.len() > 1)
}

/// The documents of a bucket, ascending.
pub(super) fn members(bucket: &[u64]) -> impl Iterator<Item = usize> + '_ {
    bucket.iter().map(|&entry| document(entry))
}
