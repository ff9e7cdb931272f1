//! Recognises and resolves dates and times in running English text.
//!
//! First what the text says, then what it means: a [`TimeExpression`] found without a reference date keeps a
//! partial TIMEX3 value (`XXXX-WXX-2`) and [`TimeExpression::resolve`] places it later. No clock is read.

mod annotate;
mod calendar;
mod civil;
mod class;
mod expression;
mod grammar;
mod holiday;
mod lexeme;
mod lexicon;
mod meaning;
mod narrow;
mod phrase;
mod place;
mod resolve;
mod story;
mod stretch;
mod tense;
mod two_clocks;
mod unit;
mod value;
mod zone;

pub use civil::{Civil, Precision};
pub use expression::{Modifier, TimeExpression, TimexType, annotate};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
