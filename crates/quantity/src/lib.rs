//! Reads numbers and quantities in running English text as bounds, with a unit and the thing counted.

mod age;
mod annotate;
mod assemble;
mod bounds;
mod context;
mod counted;
mod grammar;
mod kind;
mod lexicon;
mod linked;
mod none;
mod quantity;
mod refuse;
mod relation;
mod typed;

pub use annotate::annotate;
pub use quantity::{Bound, Change, Quantity, QuantityKind, Unit};
pub use relation::{Relation, relation};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
