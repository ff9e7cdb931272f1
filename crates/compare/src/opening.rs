//! How words begin: a quick look before a dear one.

/// A bit for each of 1024 ways in which words begin: most words are told by it that are not in a table, before they are
/// looked up or brought to their stems.
#[derive(Clone, Debug, Default)]
pub(crate) struct Openings([u64; 16]);

impl Openings {
    pub(crate) fn add(&mut self, number: usize) {
        if let Some(bits) = self.0.get_mut(number / 64 % 16) {
            *bits |= 1 << (number % 64);
        }
    }

    pub(crate) fn has(&self, number: usize) -> bool {
        self.0.get(number / 64 % 16).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }
}

/// A number for the first three letters of a word, large or small, which others share.
pub(crate) fn number(word: &[u8]) -> usize {
    let letter = |at: usize| word.get(at).map_or(0, |byte| usize::from(byte & 31));
    letter(0) << 5 ^ letter(1) ^ letter(2) << 3
}
