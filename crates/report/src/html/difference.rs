//! The ledger of differences.

use super::link::{Link, indices};
use super::page::plain;
use crate::Target;
use crate::overview::{Overview, accounts_of, subject};
use crate::visible::line;
use corroborate_compare::DifferenceRelation;

/// One difference with both its sides.
pub(super) struct Entry {
    pub id: usize,
    pub kind: &'static str,
    pub relation: &'static str,
    /// The relation as it is read.
    pub told: String,
    pub class: &'static str,
    pub sign: &'static str,
    pub subject: String,
    pub sides: Vec<SideView>,
    pub rule: &'static str,
    pub explanation: String,
    pub claim: Option<usize>,
    pub accounts: String,
    /// Whether a person gave it its relation.
    pub decided: bool,
}

/// One side of a difference.
pub(super) struct SideView {
    pub value: String,
    /// Its words in place.
    pub links: Vec<Link>,
    /// Where it stands in more accounts still: links without words.
    pub more: Vec<Link>,
}

/// Most places of a side whose words are shown.
const SHOWN: usize = 8;

pub(super) fn entries(overview: &Overview) -> Vec<Entry> {
    // The list is sorted.
    let shared = |claim: &usize| overview.shared.binary_search(claim).is_ok();
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
            told: plain(difference.relation.name()),
            class,
            sign,
            subject: subject(difference),
            sides: difference
                .sides
                .iter()
                .map(|side| {
                    let (first, rest) = side.evidence.split_at(side.evidence.len().min(SHOWN));
                    let links = first.iter().map(|&place| Link::in_context(overview, place)).collect();
                    let more = Link::all(overview, rest);
                    SideView { value: line(&side.value), links, more }
                })
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
