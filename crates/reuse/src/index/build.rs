//! Building an index.

use super::{Index, IndexOptions};
use crate::signature::Sampler;
use crate::word::finish;
use crate::{Banding, Document, Shingles};

/// Collects documents for an [`Index`].
#[derive(Clone, Debug)]
pub struct IndexBuilder {
    index: Index,
    banding: Banding,
    sampler: Sampler,
    shingles: Shingles,
    /// Memory for sorting.
    spread: Vec<u32>,
}

impl IndexBuilder {
    /// A builder without documents.
    pub fn new(options: IndexOptions) -> Self {
        let banding = options.banding();
        Self {
            index: Index {
                options,
                names: Vec::new(),
                shingles: Vec::new(),
                ends: Vec::new(),
                bands: vec![Vec::new(); banding.bands],
            },
            banding,
            sampler: Sampler::new(options.permutations, options.seed),
            shingles: Shingles::default(),
            spread: Vec::new(),
        }
    }

    /// Adds a document under a name, which need not be unique, and gives its number. A document without words
    /// is a near-duplicate of other such documents only.
    ///
    /// Of more than 2³² − 1 documents the later ones are not taken: `None`.
    pub fn add(&mut self, name: &str, document: &Document) -> Option<usize> {
        let number = u32::try_from(self.index.len()).ok().filter(|&number| number != u32::MAX)?;
        self.shingles.read(document.words(), self.index.options.shingle, &mut self.spread);
        let set = self.shingles.as_slice();
        self.index.names.push(name.into());
        self.index.shingles.extend_from_slice(set);
        self.index.ends.push(self.index.shingles.len());
        let rows = self.sampler.sample(set).chunks_exact(self.banding.rows);
        for (band, rows) in self.index.bands.iter_mut().zip(rows) {
            band.push(key(rows) << 32 | u64::from(number));
        }
        Some(number as usize)
    }

    /// Sorts what was collected.
    pub fn build(mut self) -> Index {
        for band in &mut self.index.bands {
            band.sort_unstable();
        }
        self.index
    }
}

fn key(rows: &[u32]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let joined =
        rows.iter().fold(0_u64, |key, &row| (key.rotate_left(27) ^ u64::from(row)).wrapping_mul(MIX));
    finish(joined) >> 32
}
