//! The ledger of differences.

use super::link::{Link, indices};
use crate::Target;
use crate::overview::{Overview, accounts_of, subject};
use crate::visible::line;
use corroborate_compare::DifferenceRelation;

/// One difference with both its sides.
pub(super) struct Entry {
    pub id: usize,
    pub kind: &'static str,
    pub relation: &'static str,
    pub class: &'static str,
    pub sign: &'static str,
    pub subject: String,
    pub sides: Vec<(String, Vec<Link>)>,
    pub rule: &'static str,
    pub explanation: String,
    pub claim: Option<usize>,
    pub accounts: String,
    /// Whether a person gave it its relation.
    pub decided: bool,
}

pub(super) fn entries(overview: &Overview) -> Vec<Entry> {
    let shared = |claim: &usize| overview.shared.contains(claim);
    let differences = overview.story.comparison.differences.iter().enumerate();
    let entry = |(index, difference): (usize, &corroborate_compare::Difference)| {
        let (class, sign) = match difference.relation {
            DifferenceRelation::Conflict => ("x", "✗"),
            DifferenceRelation::NotDisclosed => ("u", "?"),
            DifferenceRelation::Update => ("u", "↻"),
            _ => ("", "≈"),
        };
        let places = difference.sides.iter().flat_map(|side| &side.evidence);
        Entry {
            id: index + 1,
            kind: difference.kind.name(),
            relation: difference.relation.name(),
            class,
            sign,
            subject: subject(difference),
            sides: difference
                .sides
                .iter()
                .map(|side| (line(&side.value), Link::all(overview, &side.evidence)))
                .collect(),
            rule: difference.rule,
            explanation: line(&difference.explanation),
            claim: difference.claim.filter(shared).map(|claim| claim + 1),
            accounts: indices(&accounts_of(places)),
            decided: overview.is_decided(Target::Difference(index)),
        }
    };
    differences.map(entry).collect()
}
