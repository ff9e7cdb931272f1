//! Text reuse: shingles, signatures, near-duplicate search, verbatim and near-verbatim passages.

mod passage;

pub use passage::{Passage, PassageOptions, passages};
