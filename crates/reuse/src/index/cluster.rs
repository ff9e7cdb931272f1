//! Clusters of near-duplicates.

use super::Index;
use super::search::{buckets, members};
use crate::shingle::jaccard;

/// Documents that hang together through near-duplicates: each is one of at least one other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cluster {
    /// The documents, ascending; two or more.
    pub documents: Vec<usize>,
}

/// Most groups within one bucket that a document is compared with: bounds the work on a bucket of thousands.
const MOST_GROUPS: usize = 64;

impl Index {
    /// The clusters, in the order of their first documents. Documents without near-duplicates are in none.
    ///
    /// Two documents that other pairs have joined already are not compared again, so copies of one text cost
    /// one comparison each and not one for each pair. Where one bucket holds more than 64 groups that are not
    /// joined, a document is compared with the first of each of 64.
    pub fn clusters(&self) -> Vec<Cluster> {
        let mut sets = Sets::new(self.len());
        let mut firsts: Vec<usize> = Vec::new();
        for band in &self.bands {
            for bucket in buckets(band) {
                if bucket.len() <= MOST_GROUPS {
                    self.join_all(bucket, &mut sets);
                } else {
                    self.join_firsts(bucket, &mut sets, &mut firsts);
                }
            }
        }
        sets.into_clusters()
    }

    fn join_all(&self, bucket: &[u64], sets: &mut Sets) {
        for (at, a) in members(bucket).enumerate() {
            for b in members(bucket.get(at + 1..).unwrap_or_default()) {
                self.join(a, b, sets);
            }
        }
    }

    fn join_firsts(&self, bucket: &[u64], sets: &mut Sets, firsts: &mut Vec<usize>) {
        firsts.clear();
        for b in members(bucket) {
            if !firsts.iter().any(|&a| self.join(a, b, sets)) && firsts.len() < MOST_GROUPS {
                firsts.push(b);
            }
        }
    }

    /// Whether two documents are in one set, after comparing them where they were not.
    fn join(&self, a: usize, b: usize, sets: &mut Sets) -> bool {
        let (root_a, root_b) = (sets.root(a), sets.root(b));
        if root_a == root_b {
            return true;
        }
        let near = jaccard(self.shingles(a), self.shingles(b)) >= self.options().threshold;
        if near {
            sets.join(root_a, root_b);
        }
        near
    }
}

/// Disjoint sets; the root of a set is its smallest member.
pub(crate) struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    pub(crate) fn new(size: usize) -> Self {
        Self { parents: (0..size).collect() }
    }

    pub(crate) fn root(&mut self, of: usize) -> usize {
        let mut at = of;
        while let Some(&parent) = self.parents.get(at) {
            if parent == at {
                break;
            }
            let grandparent = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parents.get_mut(at) {
                *slot = grandparent;
            }
            at = grandparent;
        }
        at
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.parents.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }

    fn into_clusters(mut self) -> Vec<Cluster> {
        let mut members: Vec<(usize, usize)> =
            (0..self.parents.len()).map(|at| (self.root(at), at)).collect();
        members.sort_unstable();
        members
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| Cluster { documents: group.iter().map(|&(_, member)| member).collect() })
            .collect()
    }
}
