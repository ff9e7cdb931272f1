//! The rows of the model's table that the features of a word stand for.

/// Rows of the table: features share one where their numbers agree in the low bits.
pub(super) const ROWS: u32 = 1 << 18;

/// The row of a feature.
#[inline(always)]
pub(super) fn row(feature: u32) -> usize {
    (feature & (ROWS - 1)) as usize
}

/// The rows of one word's features; every call site is its own template.
#[derive(Debug)]
pub(super) struct Rows {
    rows: [u32; MOST],
    count: usize,
    next: u64,
}

impl Default for Rows {
    fn default() -> Self {
        Self { rows: [0; MOST], count: 0, next: 0 }
    }
}

impl Rows {
    /// The rows noted.
    pub(super) fn all(&self) -> &[u32] {
        self.rows.get(..self.count).unwrap_or_default()
    }

    /// Forgets them, for the next word.
    pub(super) fn clear(&mut self) {
        (self.count, self.next) = (0, 0);
    }

    /// Notes a feature of the next template.
    #[inline(always)]
    pub(super) fn put(&mut self, a: u64, b: u64) {
        self.next += 1;
        self.put_as(self.next, a, b);
    }

    /// Notes a feature of a template with a number of its own.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are its number")]
    pub(super) fn put_as(&mut self, template: u64, a: u64, b: u64) {
        let row = mix(mix(template.wrapping_mul(0x9e37_79b9_7f4a_7c15), a), b);
        if let Some(slot) = self.rows.get_mut(self.count) {
            *slot = (row >> 20) as u32;
            self.count += 1;
        }
    }
}

/// Most features that a word can have.
const MOST: usize = 224;

/// One number of two.
#[inline]
pub(super) fn mix(a: u64, b: u64) -> u64 {
    let mut z = a.rotate_left(23) ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z ^ (z >> 27)
}
