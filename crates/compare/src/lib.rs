//! The comparison core: names resolved across accounts, claims aligned, differences typed, quotation families,
//! origins, a timeline.
//!
//! [`compare`] is a pure function of the accounts, which it takes in the order of their ids; every finding
//! points into them with [`Place`]s and names the rule that made it.

mod account;
mod align;
mod best;
mod claim;
mod comparison;
mod cues;
mod dateline;
mod dates;
mod difference;
mod entity;
mod family;
mod lexicon;
mod opening;
mod origin;
mod pairs;
mod reuse;
mod story;
mod timeline;
mod voice;

/// Fitting the weights by which sentences are aligned.
pub mod training {
    pub use crate::align::training::{Looked, first_names, fit, likely, second_names};
}

pub use account::{Account, Place};
pub use claim::{Cell, Claim, Stance};
pub use comparison::{Comparison, Options, compare, compare_amended};
pub use difference::{Difference, DifferenceKind, DifferenceRelation, Side};
pub use entity::{Entity, EntityMention, corefer, resolve};
pub use family::{FamilyRelation, QuoteFamily};
pub use origin::{Derivation, Extent, Origin, OriginRelation};
pub use reuse::{Reuse, ReuseKind};
pub use timeline::TimelineEntry;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
