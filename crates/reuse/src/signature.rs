//! Signatures: a short summary of a set that estimates similarity.

use crate::Shingles;
use crate::word::finish;

/// A MinHash signature: the share of places in which two signatures agree estimates the similarity of their
/// sets.
///
/// The sets are sampled as in Dahlgaard, Knudsen and Thorup, *Fast Similarity Sketching* (2017): in each round
/// every number falls into one place and the smallest stays; rounds go on until no place is empty. That takes
/// time in proportion to the set plus k·log k rather than k times the set, and keeps what k independent
/// permutations promise: the estimate is unbiased, and is off by more than `e` with a chance of at most
/// 2·exp(−2·k·e²). See [`error_bound`].
///
/// ```
/// use corroborate_reuse::{Document, Shingles, Signature};
///
/// let shingles = Shingles::new(&Document::new("the dam held through the night"), 2);
/// let signature = Signature::new(&shingles, 128, 0);
/// assert_eq!(signature.similarity(&signature), Some(1.0));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    seed: u64,
    places: Vec<u32>,
}

impl Signature {
    /// A signature of `permutations` places, at least one. Signatures compare when number and seed are equal.
    pub fn new(shingles: &Shingles, permutations: usize, seed: u64) -> Self {
        let mut sampler = Sampler::new(permutations, seed);
        Self { seed, places: sampler.sample(shingles.as_slice()).to_vec() }
    }

    /// An estimate of [`Shingles::jaccard`]; `None` where number of places or seeds differ.
    pub fn similarity(&self, other: &Self) -> Option<f64> {
        if self.seed != other.seed || self.places.len() != other.places.len() {
            return None;
        }
        let equal = self.places.iter().zip(&other.places).filter(|(a, b)| a == b).count();
        Some(equal as f64 / self.places.len() as f64)
    }

    /// The places.
    pub fn as_slice(&self) -> &[u32] {
        &self.places
    }
}

/// The error that an estimate from so many permutations exceeds with a chance of at most `chance`
/// (Hoeffding's bound).
///
/// ```
/// use corroborate_reuse::error_bound;
///
/// assert!((error_bound(128, 0.01) - 0.144).abs() < 0.001);
/// ```
pub fn error_bound(permutations: usize, chance: f64) -> f64 {
    ((2.0 / chance.clamp(f64::MIN_POSITIVE, 1.0)).ln() / (2.0 * permutations.max(1) as f64)).sqrt()
}

/// Samples sets one after the other with the same memory.
#[derive(Clone, Debug)]
pub(crate) struct Sampler {
    seed: u64,
    least: Vec<u64>,
    places: Vec<u32>,
}

const EMPTY: u64 = u64::MAX;

impl Sampler {
    pub(crate) fn new(permutations: usize, seed: u64) -> Self {
        let size = permutations.clamp(1, 1 << 16);
        Self { seed: finish(seed ^ 0x9e37_79b9_7f4a_7c15), least: vec![EMPTY; size], places: vec![0; size] }
    }

    pub(crate) fn sample(&mut self, set: &[u32]) -> &[u32] {
        let size = self.least.len();
        self.least.fill(EMPTY);
        let mut round = 0;
        // After `size` rounds each further one is for one place, so that every place gets a number.
        while !set.is_empty() && round < 2 * size {
            let key = finish(self.seed.wrapping_add(round as u64));
            if round < size {
                self.scatter(set, key, round as u64);
            } else {
                self.fill(set, key, round);
            }
            round += 1;
            if self.least.iter().all(|&least| least != EMPTY) {
                break;
            }
        }
        for (place, &least) in self.places.iter_mut().zip(&self.least) {
            *place = (least as u32) ^ ((least >> 32) as u32).wrapping_mul(0x9e37_79b1);
        }
        &self.places
    }

    fn scatter(&mut self, set: &[u32], key: u64, round: u64) {
        let size = self.least.len() as u64;
        for &number in set {
            let hash = mix(number, key);
            let place = ((hash >> 32) * size) >> 32;
            let value = round << 32 | (hash & 0xffff_ffff);
            if let Some(least) = self.least.get_mut(place as usize) {
                *least = (*least).min(value);
            }
        }
    }

    fn fill(&mut self, set: &[u32], key: u64, round: usize) {
        let Some(least) = self.least.get_mut(round - self.places.len()) else { return };
        if *least == EMPTY {
            let smallest = set.iter().map(|&number| mix(number, key) & 0xffff_ffff).min();
            *least = (round as u64) << 32 | smallest.unwrap_or_default();
        }
    }
}

/// The numbers of a set are hashes already: one multiplication orders them anew for each key.
const fn mix(number: u32, key: u64) -> u64 {
    (number as u64).wrapping_mul(key | 1)
}
