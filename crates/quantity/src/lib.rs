//! Reads numbers and quantities in running English text as bounds, with a unit and the thing counted.

mod annotate;
mod assemble;
mod bounds;
mod context;
mod counted;
mod grammar;
mod lexicon;
mod none;
mod quantity;
mod relation;

pub use annotate::annotate;
pub use quantity::{Bound, Change, Quantity, QuantityKind, Unit};
pub use relation::{Relation, relation};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
