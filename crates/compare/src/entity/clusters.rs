//! Groups that grow by joining, whatever the order of the joins.

/// Disjoint sets of `0..n`, each represented by its least member.
#[derive(Clone, Debug)]
pub(super) struct Clusters {
    parent: Vec<usize>,
}

impl Clusters {
    pub(super) fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// The least member of the set that holds `item`.
    pub(super) fn find(&self, item: usize) -> usize {
        let mut at = item;
        while let Some(&next) = self.parent.get(at).filter(|&&next| next != at) {
            at = next;
        }
        at
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = self.parent.get_mut(high) {
            *slot = low;
        }
    }
}
