//! A quick hash for maps that are keyed by the words of a text.
//!
//! Each map has a seed that nobody knows beforehand, so that no text can be written to fill one slot. No order of such
//! a map may reach the output.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Makes hashes of one seed.
#[derive(Clone, Debug)]
pub(super) struct Seeded(u64);

impl Default for Seeded {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0_u64) | 1)
    }
}

impl BuildHasher for Seeded {
    type Hasher = Quick;

    fn build_hasher(&self) -> Quick {
        Quick { seed: self.0, hash: self.0 }
    }
}

/// Folds eight bytes at a time: the two halves of a product of 128 bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quick {
    seed: u64,
    hash: u64,
}

impl Quick {
    #[expect(clippy::cast_possible_truncation, reason = "the halves of the product")]
    fn fold(&mut self, word: u64) {
        let product = u128::from(self.hash ^ word) * u128::from(self.seed ^ 0x9e37_79b9_7f4a_7c15);
        self.hash = (product as u64 ^ (product >> 64) as u64).wrapping_add(self.seed);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for chunk in whole {
            self.fold(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
            self.fold(last);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.hash ^= u64::from(byte);
    }

    fn write_usize(&mut self, number: usize) {
        self.fold(number as u64);
    }

    fn finish(&self) -> u64 {
        self.hash
    }
}
