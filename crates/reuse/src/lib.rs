//! Text reuse: verbatim and near-verbatim passages, shingles, signatures, near-duplicate search.

mod banding;
mod document;
mod extend;
mod fingerprint;
mod index;
mod join;
mod passage;
mod seed;
mod shingle;
mod signature;
mod word;

pub use banding::Banding;
pub use document::Document;
pub use fingerprint::{FingerprintIndex, Reprint};
pub use index::{Cluster, FormatError, Hit, Index, IndexBuilder, IndexOptions, MergeError, Pair};
pub use join::{Scored, Vectors, jaro_winkler, similar_names};
pub use passage::{Passage, PassageOptions, passages, shared_passages};
pub use shingle::Shingles;
pub use signature::{Signature, error_bound};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
