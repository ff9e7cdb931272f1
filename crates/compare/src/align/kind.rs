//! Sentences and clauses that are the same to the comparison: many accounts print the same words.

use super::{Term, TermClass, Units};

use rustc_hash::FxHashMap;
use std::hash::Hash;

/// For each sentence and each clause of a story a number, equal where all terms, and of sentences the clauses, are the
/// same. What two sentences have in common depends on their kinds alone.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    pub(crate) units: Vec<usize>,
    pub(crate) clauses: Vec<usize>,
}

impl Kinds {
    pub(crate) fn new(units: &Units) -> Self {
        let clauses = numbered(units.clauses.iter().map(|clause| key(&clause.terms)));
        let units = numbered(units.units.iter().map(|unit| {
            let within = clauses.get(unit.clauses.clone()).unwrap_or_default();
            (key(&unit.terms), within.to_vec())
        }));
        Self { units, clauses }
    }
}

impl Kinds {
    /// Whether another sentence of the story is of the same kind, for each kind of sentence.
    pub(crate) fn repeated(&self) -> Vec<bool> {
        let mut counts = vec![0_usize; self.units.iter().max().map_or(0, |most| most + 1)];
        for &kind in &self.units {
            if let Some(count) = counts.get_mut(kind) {
                *count += 1;
            }
        }
        counts.into_iter().map(|count| count > 1).collect()
    }
}

/// What tells a list of terms from another.
fn key(terms: &[Term]) -> Vec<(u32, TermClass, u64)> {
    terms.iter().map(|term| (term.key, term.class, term.weight.to_bits())).collect()
}

/// Numbers things so that equal ones have the same number.
fn numbered<K: Hash + Eq>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut known: FxHashMap<K, usize> = FxHashMap::default();
    keys.map(|key| {
        let next = known.len();
        *known.entry(key).or_insert(next)
    })
    .collect()
}
