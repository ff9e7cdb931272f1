//! A quick hash for tables whose keys are known when the crate is compiled.
//!
//! Nobody can choose those keys, so it need not be hard to guess; maps keyed by the words of a text keep the standard
//! library's hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map of fixed keys.
pub(super) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Folds eight bytes at a time by multiplication.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quick(u64);

impl Quick {
    fn fold(&mut self, word: u64) {
        let product = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        self.0 = product ^ (product >> 32);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for chunk in whole {
            self.fold(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            for (slot, byte) in last.iter_mut().zip(rest) {
                *slot = *byte;
            }
            self.fold(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.fold(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
