//! Numbers that repeat: a xorshift generator (Marsaglia 2003).

/// The next number.
pub fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// A number below `limit`.
pub fn below(limit: usize, seed: &mut u64) -> usize {
    usize::try_from((next(seed) >> 20) % limit.max(1) as u64).unwrap_or_default()
}

/// True once in so many times.
pub fn one_in(times: usize, seed: &mut u64) -> bool {
    below(times, seed) == 0
}
