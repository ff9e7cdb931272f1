//! From a sentence to the words of it that a claim is about.

use crate::align::{Kinds, Term, Units, overlap};
use corroborate_text::Span;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// Share of a clause at either end of a sentence that another member must speak of for it to belong to the claim.
const LEAST_SHARED: f64 = 0.1;
/// Share of a clause that another member must speak of for it not to be a claim of its own account alone.
const LEAST_TOLD: f64 = 0.5;

/// What is found in the sentences of a group.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// For each member the words that the others speak of too: its sentence without the clauses at either end that
    /// none of them shares.
    pub(super) evidence: Vec<(usize, Span)>,
    /// The clauses that another member speaks of.
    pub(super) shared: Vec<usize>,
    /// For each member the clause closest to the clauses of the others.
    pub(super) kernels: Vec<usize>,
}

/// Looks into the sentences of groups.
///
/// Many accounts print the same sentence, and what two sentences have in common depends on their terms alone: each two
/// kinds of sentences are matched once.
pub(super) struct Narrower<'u> {
    units: &'u Units,
    kinds: Kinds,
    /// Of a kind of clause in a kind of sentence: the share that the sentence matches, and the ratio to its closest
    /// clause.
    shares: FxHashMap<(usize, usize), f64>,
    ratios: FxHashMap<(usize, usize), f64>,
}

impl<'u> Narrower<'u> {
    pub(super) fn new(units: &'u Units) -> Self {
        Self { units, kinds: Kinds::new(units), shares: FxHashMap::default(), ratios: FxHashMap::default() }
    }

    /// Looks into the sentences of a group.
    pub(super) fn look(&mut self, group: &[usize]) -> Look {
        let kinds = self.kinds_of(group);
        let mut look = Look::default();
        for &member in group {
            let mut kept = None;
            for clause in self.clauses(member) {
                let share = self.most_shared(&kinds, member, clause);
                if share >= LEAST_SHARED {
                    kept = Some(kept.map_or((clause, clause), |(first, _)| (first, clause)));
                }
                if share >= LEAST_TOLD {
                    look.shared.push(clause);
                }
            }
            look.evidence.extend(self.narrowed(member, kept).map(|span| (member, span)));
            look.kernels.extend(self.kernel(group, member));
        }
        look
    }

    /// The kinds of sentences in a group: a sentence of each, and how many there are.
    fn kinds_of(&self, group: &[usize]) -> Vec<(usize, usize, usize)> {
        let mut kinds: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for &member in group {
            let kind = self.kinds.units.get(member).copied().unwrap_or_default();
            kinds.entry(kind).or_insert((member, 0)).1 += 1;
        }
        kinds.into_iter().map(|(kind, (member, count))| (kind, member, count)).collect()
    }

    fn clauses(&self, unit: usize) -> Range<usize> {
        self.units.units.get(unit).map_or(0..0, |unit| unit.clauses.clone())
    }

    /// From the first clause of a sentence that is kept to the last.
    fn narrowed(&self, member: usize, kept: Option<(usize, usize)>) -> Option<Span> {
        let range = self.clauses(member);
        let span = |clause: usize| self.units.clauses.get(clause).map(|clause| clause.span);
        // Where nothing stands out it is the whole sentence.
        let (first, last) = kept.or(Some((range.start, range.end.checked_sub(1)?)))?;
        Some(span(first)?.hull(span(last)?))
    }

    /// The largest share of a clause that another member of the group speaks of.
    fn most_shared(&mut self, kinds: &[(usize, usize, usize)], member: usize, clause: usize) -> f64 {
        let own = self.kinds.units.get(member).copied().unwrap_or_default();
        let others = kinds.iter().filter(|&&(kind, _, count)| kind != own || count > 1);
        others.map(|&(_, other, _)| self.share(clause, other)).fold(0.0, f64::max)
    }

    /// The share of a clause that a sentence speaks of.
    fn share(&mut self, clause: usize, unit: usize) -> f64 {
        let (Some(&a), Some(&b)) = (self.kinds.clauses.get(clause), self.kinds.units.get(unit)) else {
            return 0.0;
        };
        let units = self.units;
        *self.shares.entry((a, b)).or_insert_with(|| {
            match (units.clauses.get(clause), units.units.get(unit)) {
                (Some(clause), Some(unit)) => share(&clause.terms, &unit.terms),
                _ => 0.0,
            }
        })
    }

    fn kernel(&mut self, group: &[usize], member: usize) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for clause in self.clauses(member) {
            let others = group.iter().filter(|&&other| other != member);
            let closeness: f64 = others.map(|&other| self.ratio(clause, other)).sum();
            if best.is_none_or(|(_, most)| closeness.total_cmp(&most).is_gt()) {
                best = Some((clause, closeness));
            }
        }
        best.map(|(clause, _)| clause)
    }

    /// How close a clause comes to the closest clause of a sentence.
    fn ratio(&mut self, clause: usize, unit: usize) -> f64 {
        let (Some(&a), Some(&b)) = (self.kinds.clauses.get(clause), self.kinds.units.get(unit)) else {
            return 0.0;
        };
        let units = self.units;
        *self.ratios.entry((a, b)).or_insert_with(|| {
            let (Some(own), Some(unit)) = (units.clauses.get(clause), units.units.get(unit)) else {
                return 0.0;
            };
            let others = unit.clauses.clone().filter_map(|other| units.clauses.get(other));
            others.map(|other| overlap(&own.terms, &other.terms).ratio()).fold(0.0, f64::max)
        })
    }
}

/// The share of some terms, by weight, that others match.
pub(crate) fn share(terms: &[Term], others: &[Term]) -> f64 {
    let total: f64 = terms.iter().map(|term| term.weight).sum();
    if total > 0.0 { overlap(terms, others).matched / total } else { 0.0 }
}
