//! Strategies, a story generator with known differences, and a snapshot helper for tests.

mod figure;

pub use figure::{amounts, figures, grouped, spelled};
