//! All pairs above a score, exactly: candidates by bounds that no pair above the score can miss, then the score.

mod cosine;
mod name;

pub use cosine::{Scored, Vectors};
pub use name::{jaro_winkler, similar_names};
