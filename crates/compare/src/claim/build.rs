//! From groups of clauses to claims.

use super::cluster::cluster;
use super::{Cell, Claim, Stance};
use crate::Account;
use crate::align::{Link, Units};
use corroborate_article::Role;

/// A claim with the clauses it was made from.
#[derive(Clone, Debug)]
pub(crate) struct Grouped {
    /// The claim.
    pub(crate) claim: Claim,
    /// Its clauses, as indices into the story's clauses, in story order.
    pub(crate) clauses: Vec<usize>,
}

/// Brings linked clauses together and makes a claim of every group that states something.
pub(crate) fn claims(accounts: &[Account], units: &Units, links: &[Link]) -> Vec<Grouped> {
    cluster(units, links)
        .into_iter()
        .filter(|group| group.len() > 1 || group.iter().any(|&clause| states_something(units, clause)))
        .map(|group| Grouped { claim: claim(accounts, units, &group), clauses: group })
        .collect()
}

/// A clause alone needs two terms of content to be a claim: `he said` is none.
fn states_something(units: &Units, clause: usize) -> bool {
    units.clauses.get(clause).is_some_and(|clause| clause.terms.len() >= 2)
}

fn claim(accounts: &[Account], units: &Units, group: &[usize]) -> Claim {
    let mut cells: Vec<Cell> = (0..accounts.len())
        .map(|account| Cell { account, stance: Stance::Silent, evidence: Vec::new() })
        .collect();
    for &index in group {
        let (Some(clause), Some(cell)) = (units.clauses.get(index), cells.get_mut(units.account(index)))
        else {
            continue;
        };
        cell.stance = Stance::Says;
        cell.evidence.push(clause.span);
    }
    let outlets = cells.iter().filter(|cell| cell.stance == Stance::Says).count();
    Claim {
        summary: summary(accounts, units, group),
        cells,
        outlets,
        origins: outlets,
        prominence: prominence(accounts, units, group),
    }
}

/// The words of the clause closest to the others: the one whose terms most of them share, the shorter first.
fn summary(accounts: &[Account], units: &Units, group: &[usize]) -> String {
    let keys = |index: usize| {
        let terms = units.clauses.get(index).map_or(&[][..], |clause| clause.terms.as_slice());
        terms.iter().map(|term| term.key)
    };
    let support = |index: usize| {
        let shared = |key: u32| group.iter().filter(|&&other| keys(other).any(|k| k == key)).count();
        let total: usize = keys(index).map(shared).sum();
        total as f64 / (keys(index).count() as f64 + 2.0)
    };
    let best = group.iter().copied().max_by(|&x, &y| support(x).total_cmp(&support(y)).then(y.cmp(&x)));
    let clause = best.and_then(|index| units.clauses.get(index));
    clause.map_or_else(String::new, |clause| {
        let account = units.units.get(clause.unit).map_or(0, |unit| unit.account);
        let words = accounts.get(account).map_or("", |account| clause.span.of(&account.article.text));
        let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
        plain.trim_end_matches([',', ';', ':']).to_owned()
    })
}

/// How prominent a claim is where it is said, averaged: 1 where a headline shares most of it, else by place.
fn prominence(accounts: &[Account], units: &Units, group: &[usize]) -> f64 {
    let of = |index: usize| -> Option<f64> {
        let clause = units.clauses.get(index)?;
        let unit = units.units.get(clause.unit)?;
        let account = accounts.get(unit.account)?;
        let titles = account
            .article
            .blocks
            .iter()
            .filter(|block| matches!(block.role, Role::Headline | Role::Standfirst));
        let words: Vec<String> =
            titles.map(|block| corroborate_text::fold(block.content.of(&account.article.text))).collect();
        let named = clause.terms.iter().filter(|term| {
            let word = corroborate_text::fold(term.span.of(&account.article.text));
            words.iter().any(|title| title.contains(&word))
        });
        let share = named.count() as f64 / clause.terms.len().max(1) as f64;
        Some(if share >= 0.6 { 1.0 } else { 0.9 * (1.0 - unit.place) })
    };
    let sum: f64 = group.iter().filter_map(|&index| of(index)).sum();
    sum / group.len().max(1) as f64
}
