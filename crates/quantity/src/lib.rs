//! Reads numbers and quantities in running English text as bounds, with a unit and the thing counted.

mod annotate;
mod quantity;
mod relation;

pub use annotate::annotate;
pub use quantity::{Bound, Change, Quantity, QuantityKind, Unit};
pub use relation::{Relation, relation};
