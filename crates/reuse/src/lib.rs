//! Text reuse: verbatim and near-verbatim passages, shingles, signatures, near-duplicate search.

mod document;
mod extend;
mod passage;
mod seed;
mod word;

pub use document::Document;
pub use passage::{Passage, PassageOptions, passages, shared_passages};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
