//! Which statements of two accounts say the same.
//!
//! Accounts of one event all look alike, so what tells the right partner of a sentence is not how similar the two
//! are but that it is *better than the other candidates of that account*, and that the neighbours fit as well.
//! Sentences are linked first, with that context; within linked sentences the clauses are linked.

mod amount;
mod event;
mod features;
mod kind;
mod link;
mod mark;
mod model;
mod partners;
mod reader;
mod second;
mod similarity;
mod term;
pub(crate) mod training;
mod unit;
mod word;

pub(crate) use kind::Kinds;
pub(crate) use link::{Link, Links, links};
pub(crate) use similarity::{Overlap, overlap};
pub(crate) use term::{Term, TermClass};
pub(crate) use unit::{Clause, Unit, Units};
