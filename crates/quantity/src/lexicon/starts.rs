//! What the scan asks of a word before it looks it up.

use super::key::{PAIRS, pair};

/// Which words may begin a quantity by their length and first two letters: what the scan asks before it looks up.
pub(crate) struct Starts {
    small: [u32; PAIRS],
    all: [u32; PAIRS],
}

impl Starts {
    /// Whether some word of this length and these first two letters may begin a quantity. A word of one letter has no
    /// second.
    pub(crate) fn may_start(&self, first: u8, second: u8, length: usize) -> bool {
        let table = if first.is_ascii_lowercase() { &self.small } else { &self.all };
        table.get(pair(first, second, length)).is_some_and(|lengths| lengths >> length.min(31) & 1 == 1)
    }
}

/// The tables of the scan.
pub(crate) const fn starts() -> &'static Starts {
    &STARTS
}

/// Lengths of words that may begin a quantity, by their first two letters: those in small letters, and all.
static STARTS: Starts = include!(concat!(env!("OUT_DIR"), "/starts.rs"));
