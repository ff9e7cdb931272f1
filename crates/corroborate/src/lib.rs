//! Compares several accounts of one event and shows, with the exact words as evidence, what they agree on and
//! where they differ.
//!
//! The facade: it reads sources, runs the stages in order and hands the result on. Each stage is a crate of its
//! own and can be used alone.

pub use corroborate_article as article;
pub use corroborate_compare as compare;
pub use corroborate_extract as extract;
pub use corroborate_ingest as ingest;
pub use corroborate_parse as parse;
pub use corroborate_quantity as quantity;
pub use corroborate_report as report;
pub use corroborate_reuse as reuse;
pub use corroborate_temporal as temporal;
pub use corroborate_text as text;

mod review;
mod story;
mod verify;

pub use corroborate_report::Story;
pub use review::{Review, ReviewError};
pub use story::{Options, Step, read, tell, tell_articles, tell_observed};
pub use verify::verify;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
