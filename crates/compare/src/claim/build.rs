//! From groups of clauses to claims.

use super::cover::cover;
use super::narrow::Narrower;
use super::{Cell, Claim, Stance};
use crate::align::{Links, Units};
use crate::opening::{Openings, number};
use crate::{Account, Place};
use corroborate_article::Role;
use corroborate_text::{Span, fold, single_spaced};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Share of a claim's terms that a headline holds for the claim to count as the headline's.
const IN_TITLE: f64 = 0.6;

/// A claim with the clauses it was made from.
#[derive(Clone, Debug)]
pub(crate) struct Grouped {
    /// The claim.
    pub(crate) claim: Claim,
    /// Its clauses, as indices into the story's clauses, in story order.
    pub(crate) clauses: Vec<usize>,
}

/// A claim for every group of linked sentences, and one for every clause that no group speaks of.
pub(crate) fn claims(accounts: &[Account], units: &Units, links: &Links, threshold: f64) -> Vec<Grouped> {
    let mut titles = Titles::of(accounts);
    let mut told = vec![false; units.clauses.len()];
    let mut found = Vec::new();
    let mut narrower = Narrower::new(units);
    let mut summaries = FxHashSet::default();
    for group in cover(units, links, threshold) {
        let look = narrower.look(&group);
        for clause in look.shared {
            if let Some(told) = told.get_mut(clause) {
                *told = true;
            }
        }
        let clauses = look.kernels;
        let mut places: Vec<Place> = look
            .evidence
            .iter()
            .filter_map(|&(unit, span)| Some(Place::new(units.units.get(unit)?.account, span)))
            .collect();
        // Who prints the sentence of a member says it too, where no sentence of its own is in the group.
        let mut heard: BTreeSet<usize> = places.iter().map(|place| place.account).collect();
        for &(unit, span) in &look.evidence {
            let echoes = units.units.get(unit).into_iter().flat_map(|unit| unit.echoed(span));
            places.extend(echoes.filter(|echo| heard.insert(echo.account)));
        }
        let claim = claim(accounts, units, &mut titles, &clauses, places.into_iter(), &mut summaries);
        found.push(Grouped { claim, clauses });
    }
    for (index, clause) in units.clauses.iter().enumerate() {
        if told.get(index).is_some_and(|told| !told) && states_something(units, index) {
            let place = Place::new(units.account(index), clause.span);
            let echoes = units.units.get(clause.unit).into_iter().flat_map(|unit| unit.echoed(clause.span));
            let places = std::iter::once(place).chain(echoes);
            let claim = claim(accounts, units, &mut titles, &[index], places, &mut summaries);
            found.push(Grouped { claim, clauses: vec![index] });
        }
    }
    found
}

/// A clause alone needs two terms of content to be a claim: `he said` is none.
fn states_something(units: &Units, clause: usize) -> bool {
    units.clauses.get(clause).is_some_and(|clause| clause.terms.len() >= 2)
}

fn claim(
    accounts: &[Account],
    units: &Units,
    titles: &mut Titles,
    clauses: &[usize],
    evidence: impl Iterator<Item = Place>,
    summaries: &mut FxHashSet<String>,
) -> Claim {
    let mut cells: Vec<Cell> = (0..accounts.len())
        .map(|account| Cell { account, stance: Stance::Silent, evidence: Vec::new() })
        .collect();
    for place in evidence {
        if let Some(cell) = cells.get_mut(place.account) {
            cell.stance = Stance::Says;
            cell.evidence.push(place.span);
        }
    }
    let outlets = cells.iter().filter(|cell| cell.stance == Stance::Says).count();
    Claim {
        summary: summary(accounts, units, clauses, summaries),
        cells,
        outlets,
        origins: outlets,
        prominence: prominence(units, titles, clauses),
    }
}

/// The words of the clause closest to the others: the one whose terms most of them share, the shorter first; the next
/// one where the words stand for another claim already.
fn summary(accounts: &[Account], units: &Units, group: &[usize], taken: &mut FxHashSet<String>) -> String {
    let keys = |index: usize| {
        let terms = units.clauses.get(index).map_or(&[][..], |clause| clause.terms.as_slice());
        terms.iter().map(|term| term.key)
    };
    // How many of the clauses hold a term; one alone need not be weighed.
    let mut holders: FxHashMap<u32, usize> = FxHashMap::default();
    for &index in group.iter().filter(|_| group.len() > 1) {
        let distinct: BTreeSet<u32> = keys(index).collect();
        for key in distinct {
            *holders.entry(key).or_default() += 1;
        }
    }
    let support = |index: usize| {
        let total: usize = keys(index).filter_map(|key| holders.get(&key)).sum();
        total as f64 / (keys(index).count() as f64 + 2.0)
    };
    let mut ranked: Vec<(f64, usize)> = group.iter().map(|&index| (support(index), index)).collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let words = |&(_, index): &(f64, usize)| {
        let clause = units.clauses.get(index)?;
        let account = accounts.get(units.units.get(clause.unit)?.account)?;
        let plain = single_spaced(clause.span.of(&account.article.text));
        Some(plain.trim_end_matches([',', ';', ':']).to_owned())
    };
    let free = ranked.iter().filter_map(words).find(|words| !taken.contains(words));
    let summary = free.or_else(|| ranked.first().and_then(words)).unwrap_or_default();
    taken.insert(summary.clone());
    summary
}

/// The words above the running text of each account.
struct Titles<'t> {
    accounts: &'t [Account],
    /// The folded words of each account's headline and standfirst.
    folded: Vec<String>,
    /// The numbers of all three bytes that stand there side by side.
    openings: Vec<Openings>,
    /// Whether they hold a word of the account, for each that was asked for.
    held: FxHashMap<(usize, &'t str), bool>,
}

impl<'t> Titles<'t> {
    fn of(accounts: &'t [Account]) -> Self {
        let of = |account: &Account| {
            let blocks = account.article.blocks.iter();
            let titles = blocks.filter(|block| matches!(block.role, Role::Headline | Role::Standfirst));
            titles.map(|block| fold(block.content.of(&account.article.text))).collect::<Vec<_>>().join("\n")
        };
        let folded: Vec<String> = accounts.iter().map(of).collect();
        let openings = folded.iter().map(|folded| {
            let mut openings = Openings::default();
            folded.as_bytes().windows(3).for_each(|three| openings.add(number(three)));
            openings
        });
        Self { accounts, openings: openings.collect(), folded, held: FxHashMap::default() }
    }

    /// Whether an account's headline or standfirst holds words of its running text.
    fn hold(&mut self, account: usize, words: Span) -> bool {
        let folded = self.folded.get(account).filter(|folded| !folded.is_empty());
        let (Some(folded), Some(source)) = (folded, self.accounts.get(account)) else { return false };
        let words = words.of(&source.article.text);
        let first = words.as_bytes().first_chunk();
        let letters = first.filter(|first: &&[u8; 3]| first.iter().all(u8::is_ascii_alphabetic));
        let may_hold = |first: &[u8; 3]| self.openings.get(account).is_some_and(|all| all.has(number(first)));
        if letters.is_some_and(|first| !may_hold(first)) {
            return false;
        }
        *self.held.entry((account, words)).or_insert_with(|| folded.contains(&fold(words)))
    }
}

/// How prominent a claim is where it is said, averaged: 1 where a headline shares most of it, else by place.
fn prominence(units: &Units, titles: &mut Titles, group: &[usize]) -> f64 {
    let of = |index: usize| -> Option<f64> {
        let clause = units.clauses.get(index)?;
        let unit = units.units.get(clause.unit)?;
        let named = clause.terms.iter().filter(|term| titles.hold(unit.account, term.span)).count();
        let share = named as f64 / clause.terms.len().max(1) as f64;
        Some(if share >= IN_TITLE { 1.0 } else { 0.9 * (1.0 - unit.place) })
    };
    let sum: f64 = group.iter().copied().filter_map(of).sum();
    sum / group.len().max(1) as f64
}
