//! The likeliest of each sort.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Under each key the value with the highest score, of equal ones the first, in the order of the keys.
pub(crate) struct Best<K, S, V>(BTreeMap<K, (S, V)>);

impl<K: Ord, S: PartialOrd, V> Best<K, S, V> {
    pub(crate) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(crate) fn offer(&mut self, key: K, score: S, value: V) {
        match self.0.entry(key) {
            Entry::Vacant(slot) => drop(slot.insert((score, value))),
            Entry::Occupied(mut slot) if score > slot.get().0 => drop(slot.insert((score, value))),
            Entry::Occupied(_) => {}
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.0.into_values().map(|(_, value)| value)
    }

    pub(crate) fn into_pairs(self) -> impl Iterator<Item = (K, V)> {
        self.0.into_iter().map(|(key, (_, value))| (key, value))
    }
}

#[cfg(test)]
mod tests {
    use super::Best;

    #[test]
    fn the_first_of_equal_ones_stands() {
        let mut best = Best::new();
        assert!(best.is_empty());
        for (key, score, value) in [("b", 0.3, 1), ("a", 0.5, 2), ("b", 0.7, 3), ("b", 0.7, 4), ("a", 0.1, 5)]
        {
            best.offer(key, score, value);
        }
        assert!(!best.is_empty());
        assert_eq!(best.into_pairs().collect::<Vec<_>>(), [("a", 2), ("b", 3)]);
    }
}
