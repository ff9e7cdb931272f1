//! Recognises and resolves dates and times in running English text.
//!
//! First what the text says, then what it means: a [`TimeExpression`] found without a reference date keeps a
//! partial TIMEX3 value (`XXXX-WXX-2`) and [`TimeExpression::resolve`] places it later. No clock is read.

mod civil;
mod expression;

pub use civil::{Civil, Precision};
pub use expression::{Modifier, TimeExpression, TimexType, annotate};
