//! The matrix of claims and accounts, what one account says alone, and what one leaves out.

use super::link::{Link, indices, span, target};
use crate::Target;
use crate::overview::Overview;
use corroborate_compare::{Cell, Place, Stance};
use std::collections::{BTreeMap, BTreeSet};

/// A claim as a row of the matrix.
pub(super) struct Row {
    pub id: usize,
    pub summary: String,
    pub cells: Vec<CellView>,
    pub outlets: usize,
    pub origins: usize,
    /// The accounts that speak of it, for the filter.
    pub accounts: String,
    /// Kinds of the differences within it, for the filter.
    pub kinds: String,
    /// Their relations.
    pub relations: String,
    /// The differences within it.
    pub differences: Vec<usize>,
    /// Whether a person made it of others or took it from one.
    pub decided: bool,
}

/// How one account stands to a claim.
pub(super) struct CellView {
    pub number: usize,
    pub class: &'static str,
    pub sign: &'static str,
    pub word: &'static str,
    /// Where the words begin, if there are words.
    pub target: Option<String>,
    /// All spans, for the script.
    pub spans: String,
}

/// What one account says alone.
pub(super) struct Single {
    pub index: usize,
    pub number: usize,
    pub label: String,
    pub claims: Vec<(usize, Link)>,
}

/// What one account leaves out.
pub(super) struct Omission {
    pub index: usize,
    pub number: usize,
    pub label: String,
    pub claims: Vec<(usize, String)>,
}

pub(super) fn rows(overview: &Overview) -> Vec<Row> {
    let comparison = &overview.story.comparison;
    let mut within: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, difference) in comparison.differences.iter().enumerate() {
        if let Some(claim) = difference.claim {
            within.entry(claim).or_default().push(index);
        }
    }
    let row = |&index: &usize| {
        let claim = comparison.claims.get(index)?;
        let differences = within.remove(&index).unwrap_or_default();
        let found = || differences.iter().filter_map(|&index| comparison.differences.get(index));
        let kinds: BTreeSet<&str> = found().map(|difference| difference.kind.name()).collect();
        let relations: BTreeSet<&str> = found().map(|difference| difference.relation.name()).collect();
        let speakers = claim.cells.iter().filter(|cell| cell.stance != Stance::Silent);
        let speakers: Vec<usize> = speakers.map(|cell| cell.account).collect();
        Some(Row {
            id: index + 1,
            summary: overview.summary(index),
            cells: claim.cells.iter().map(cell).collect(),
            outlets: claim.outlets,
            origins: claim.origins,
            accounts: indices(&speakers),
            kinds: names(&kinds),
            relations: names(&relations),
            differences: differences.iter().map(|index| index + 1).collect(),
            decided: overview.is_decided(Target::Claim(index)),
        })
    };
    overview.shared.iter().filter_map(row).collect()
}

pub(super) fn singles(overview: &Overview) -> Vec<Single> {
    let singles = overview.single.iter().enumerate().filter(|(_, claims)| !claims.is_empty());
    let single = |(account, claims): (usize, &Vec<usize>)| Single {
        index: account,
        number: account + 1,
        label: overview.label(account).to_owned(),
        claims: claims
            .iter()
            .filter_map(|&claim| Some((claim + 1, own_words(overview, claim, account)?)))
            .collect(),
    };
    singles.map(single).collect()
}

pub(super) fn omissions(overview: &Overview) -> Vec<Omission> {
    let omissions = overview.story.comparison.omissions.iter().enumerate();
    omissions
        .filter(|(_, claims)| !claims.is_empty())
        .map(|(account, claims)| Omission {
            index: account,
            number: account + 1,
            label: overview.label(account).to_owned(),
            claims: claims.iter().map(|&claim| (claim + 1, overview.summary(claim))).collect(),
        })
        .collect()
}

/// The words in which an account makes a claim.
fn own_words(overview: &Overview, claim: usize, account: usize) -> Option<Link> {
    let cells = &overview.story.comparison.claims.get(claim)?.cells;
    let cell = cells.iter().find(|cell| cell.account == account)?;
    Some(Link::new(overview, Place::new(account, *cell.evidence.first()?)))
}

fn cell(cell: &Cell) -> CellView {
    let (class, sign) = match cell.stance {
        Stance::Says => ("s", "✓"),
        Stance::Unknown => ("u", "?"),
        Stance::Contradicts => ("x", "✗"),
        Stance::Silent => ("q", "–"),
    };
    let spans: Vec<String> =
        cell.evidence.iter().map(|&words| span(Place::new(cell.account, words))).collect();
    CellView {
        number: cell.account + 1,
        class,
        sign,
        word: cell.stance.name(),
        target: cell.evidence.first().map(|words| target(cell.account, words.start())),
        spans: spans.join(" "),
    }
}

fn names(names: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = names.iter().copied().collect();
    format!(" {} ", names.join(" "))
}
