//! Near-duplicates in a corpus.

mod build;
mod cluster;
mod format;
mod search;

pub use build::IndexBuilder;
pub use cluster::Cluster;
pub use format::FormatError;
pub use search::{Hit, Pair};

use crate::{Banding, Document};
use std::fmt;

/// What an index takes for a near-duplicate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexOptions {
    /// Lowest Jaccard similarity of the shingles of two near-duplicates, in 0..=1.
    pub threshold: f64,
    /// Words in a shingle.
    pub shingle: usize,
    /// Places of a signature.
    pub permutations: usize,
    /// The chance with which a pair exactly at the threshold is found; a more similar pair is found with a
    /// higher one.
    pub recall: f64,
    /// Another seed draws other permutations.
    pub seed: u64,
}

impl Default for IndexOptions {
    fn default() -> Self {
        Self { threshold: 0.7, shingle: 3, permutations: 128, recall: 0.98, seed: 0 }
    }
}

impl IndexOptions {
    /// The bands that follow from threshold, permutations and recall.
    pub fn banding(&self) -> Banding {
        Banding::new(self.permutations, self.threshold, self.recall)
    }
}

/// Documents that can be searched for near-duplicates: made by an [`IndexBuilder`], merged with others, saved
/// and loaded.
///
/// Signatures only propose: whatever the index reports it has checked on the shingles themselves, which it
/// keeps (four bytes a word). So there are no false findings, and a pair at the threshold is missed with a
/// chance of `1 - recall`.
///
/// ```
/// use corroborate_reuse::{Document, Index, IndexBuilder, IndexOptions};
///
/// let mut builder = IndexBuilder::new(IndexOptions { threshold: 0.5, ..IndexOptions::default() });
/// builder.add("morning", &Document::new("Police closed the harbour bridge after a barge struck it on Monday"));
/// builder.add("weather", &Document::new("Rain is expected to ease by the evening, forecasters said"));
/// let index = builder.build();
/// let query = Document::new("Police closed the harbour bridge after a barge struck it on Tuesday");
/// let hits = index.search(&query);
/// assert_eq!(index.name(hits[0].document), Some("morning"));
/// assert!(hits[0].similarity > 0.7 && hits.len() == 1);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    options: IndexOptions,
    names: Vec<Box<str>>,
    /// The shingles of all documents, each document's ascending.
    shingles: Vec<u32>,
    /// Where the shingles of each document end.
    ends: Vec<usize>,
    /// For each band, `key << 32 | document`, ascending.
    bands: Vec<Vec<u64>>,
}

impl Index {
    /// An index without documents.
    pub fn empty(options: IndexOptions) -> Self {
        IndexBuilder::new(options).build()
    }

    /// What it takes for a near-duplicate.
    pub fn options(&self) -> &IndexOptions {
        &self.options
    }

    /// Number of documents.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has no documents.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name that a document was added under; documents are numbered in the order they were added.
    pub fn name(&self, document: usize) -> Option<&str> {
        self.names.get(document).map(AsRef::as_ref)
    }

    /// The shingles of a document, ascending; none where there is no such document.
    pub fn shingles(&self, document: usize) -> &[u32] {
        let start = document.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(document).and_then(|&end| self.shingles.get(start..end)).unwrap_or_default()
    }

    /// Adds the documents of another index behind those of this one: the same index as if all had been added
    /// to one builder in that order. Linear in both.
    ///
    /// # Errors
    ///
    /// Where the options differ, or the documents together are more than 2³² − 1. This index stays as it was.
    pub fn merge(&mut self, other: Self) -> Result<(), MergeError> {
        if self.options != other.options {
            return Err(MergeError::Options);
        }
        let offset = self.len() as u64;
        if u32::try_from(self.len() + other.len()).is_err() {
            return Err(MergeError::Full);
        }
        let before = self.shingles.len();
        self.names.extend(other.names);
        self.shingles.extend(other.shingles);
        self.ends.extend(other.ends.iter().map(|end| end + before));
        for (mine, theirs) in self.bands.iter_mut().zip(other.bands) {
            *mine = merged(mine, theirs.into_iter().map(|entry| entry + offset));
        }
        Ok(())
    }

    /// Checks the parts of an index read from outside, and puts them together.
    fn checked(self) -> Option<Self> {
        let documents = self.names.len();
        let sound = self.ends.len() == documents
            && self.ends.is_sorted()
            && self.ends.last().copied().unwrap_or(0) == self.shingles.len()
            && self.bands.len() == self.options.banding().bands
            && self.bands.iter().all(|band| {
                band.len() == documents && band.is_sorted() && band.iter().all(|&e| document(e) < documents)
            });
        sound.then_some(self)
    }

    /// The documents in the buckets of a query's keys, ascending, each once.
    fn candidates(&self, query: &Document) -> (crate::Shingles, Vec<u32>) {
        let mut probe = IndexBuilder::new(self.options);
        probe.add("", query);
        let probe = probe.build();
        let mut found = Vec::new();
        for (band, own) in self.bands.iter().zip(&probe.bands) {
            let Some(key) = own.first().map(|&entry| entry >> 32) else { continue };
            let first = band.partition_point(|&entry| entry >> 32 < key);
            let bucket =
                band.get(first..).unwrap_or_default().iter().take_while(|&&entry| entry >> 32 == key);
            found.extend(bucket.map(|&entry| entry as u32));
        }
        found.sort_unstable();
        found.dedup();
        (crate::Shingles::new(query, self.options.shingle), found)
    }
}

const fn document(entry: u64) -> usize {
    (entry & 0xffff_ffff) as usize
}

fn merged(a: &[u64], b: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut b = b.peekable();
    let mut all = Vec::with_capacity(a.len() + b.size_hint().0);
    for &entry in a {
        while let Some(next) = b.next_if(|&next| next < entry) {
            all.push(next);
        }
        all.push(entry);
    }
    all.extend(b);
    all
}

/// Why two indexes cannot become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// They were built with different options.
    Options,
    /// There would be too many documents.
    Full,
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Options => "the indexes were built with different options",
            Self::Full => "an index holds at most 4,294,967,295 documents",
        })
    }
}

impl std::error::Error for MergeError {}
