//! Strategies for proptest, and a generator of stories with known differences.

mod article;
mod day;
mod figure;
mod seed;
mod snapshot;
mod story;

pub use article::{articles, spans};
pub use day::{Day, days};
pub use figure::{amounts, figures, grouped, spelled};
pub use snapshot::hold;
pub use story::{Account, Brief, Copying, FactSheet, SheetError, Story, crowd, story};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
