//! What the scan asks of a word before it looks it up.

use super::{LEXICON, class};
use std::sync::LazyLock;

/// Which words may begin a quantity by their length and first two letters: what the scan asks before it looks up.
pub(crate) struct Starts {
    small: [u32; 729],
    all: [u32; 729],
}

impl Starts {
    /// Whether some word of this length and these first two letters may begin a quantity. A word of one letter has no
    /// second.
    pub(crate) fn may_start(&self, first: u8, second: u8, length: usize) -> bool {
        let table = if first.is_ascii_lowercase() { &self.small } else { &self.all };
        table.get(pair(first, second, length)).is_some_and(|lengths| lengths >> length.min(31) & 1 == 1)
    }
}

/// The tables of the scan, made once.
pub(crate) fn starts() -> &'static Starts {
    &STARTS
}

/// The place of two first letters in the tables of the scan.
fn pair(first: u8, second: u8, length: usize) -> usize {
    let letter = |byte: u8| usize::from(byte.to_ascii_lowercase().wrapping_sub(b'a').min(26));
    letter(first) * 27 + if length > 1 { letter(second) } else { 26 }
}

/// Lengths of words that may begin a quantity, by their first two letters: those in small letters, and all.
static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let (mut small, mut all) = ([0; 729], [0; 729]);
    for (key, word) in LEXICON.iter() {
        let [first, second, ..] = key.0[0].to_le_bytes();
        let length = key.length();
        let note = |table: &mut [u32; 729], classes| {
            if let Some(lengths) = table.get_mut(pair(first, second, length)).filter(|_| word.is(classes)) {
                *lengths |= 1 << length.min(31);
            }
        };
        note(&mut small, class::STARTS);
        note(&mut all, class::STARTS | class::CODE);
    }
    Starts { small, all }
});
