//! From a sentence to the words of it that a claim is about.

use crate::align::{Term, Units, overlap};
use corroborate_text::Span;
use std::ops::Range;

/// Share of a clause at either end of a sentence that another member must speak of for it to belong to the claim.
const LEAST_SHARED: f64 = 0.1;
/// Share of a clause that another member must speak of for it not to be a claim of its own account alone.
const LEAST_TOLD: f64 = 0.5;

/// For each member of a group, the words that the others speak of too: its sentence without the clauses at either
/// end that none of them shares.
pub(crate) fn evidence(units: &Units, group: &[usize]) -> Vec<(usize, Span)> {
    group.iter().filter_map(|&member| Some((member, narrowed(units, group, member)?))).collect()
}

/// The clauses of a group's sentences that another of them speaks of.
pub(crate) fn shared(units: &Units, group: &[usize]) -> Vec<usize> {
    let clauses = group.iter().flat_map(|&member| {
        let range = units.units.get(member).map_or(0..0, |unit| unit.clauses.clone());
        range.filter(move |&clause| most_shared(units, group, member, clause) >= LEAST_TOLD)
    });
    clauses.collect()
}

fn narrowed(units: &Units, group: &[usize], member: usize) -> Option<Span> {
    let range = units.units.get(member)?.clauses.clone();
    let kept = |clause: &usize| most_shared(units, group, member, *clause) >= LEAST_SHARED;
    let span = |clause: usize| units.clauses.get(clause).map(|clause| clause.span);
    // Where nothing stands out it is the whole sentence.
    let first = range.clone().find(kept).or(Some(range.start))?;
    let last = range.clone().rev().find(kept).or(range.end.checked_sub(1))?;
    Some(span(first)?.hull(span(last)?))
}

/// The largest share of a clause that another member of the group speaks of.
fn most_shared(units: &Units, group: &[usize], member: usize, clause: usize) -> f64 {
    let terms = units.clauses.get(clause).map_or(&[][..], |clause| clause.terms.as_slice());
    others(units, group, member).map(|other| share(terms, other)).fold(0.0, f64::max)
}

fn others<'a>(units: &'a Units, group: &'a [usize], member: usize) -> impl Iterator<Item = &'a [Term]> {
    let others = group.iter().filter(move |&&other| other != member);
    others.filter_map(|&other| units.units.get(other)).map(|unit| unit.terms.as_slice())
}

/// The share of some terms, by weight, that others match.
pub(crate) fn share(terms: &[Term], others: &[Term]) -> f64 {
    let total: f64 = terms.iter().map(|term| term.weight).sum();
    if total > 0.0 { overlap(terms, others).matched / total } else { 0.0 }
}

/// For each member of a group, the clause closest to the clauses of the others.
pub(crate) fn kernels(units: &Units, group: &[usize]) -> Vec<usize> {
    let range = |member: usize| units.units.get(member).map_or(0..0, |unit| unit.clauses.clone());
    group
        .iter()
        .filter_map(|&member| {
            kernel(units, range(member), group.iter().filter(|&&o| o != member).map(|&o| range(o)))
        })
        .collect()
}

fn kernel(
    units: &Units,
    own: Range<usize>,
    others: impl Iterator<Item = Range<usize>> + Clone,
) -> Option<usize> {
    let ratio = |a: usize, b: usize| match (units.clauses.get(a), units.clauses.get(b)) {
        (Some(a), Some(b)) => overlap(&a.terms, &b.terms).ratio(),
        _ => 0.0,
    };
    let closeness = |clause: usize| -> f64 {
        others.clone().map(|other| other.map(|b| ratio(clause, b)).fold(0.0, f64::max)).sum()
    };
    own.map(|clause| (clause, closeness(clause)))
        .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))
        .map(|(clause, _)| clause)
}
