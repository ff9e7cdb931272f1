//! Decisions about claims: made one, or made two.

use super::{Review, applied, lost};
use corroborate_compare::{Account, Cell, Claim, Comparison, Place, Stance};
use corroborate_report::{Decision, Target};
use corroborate_text::{Span, fold};

pub(super) fn apply(review: &Review, accounts: &[Account], comparison: &mut Comparison) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    for merge in &review.merge_claims {
        let why = merge.why.as_ref();
        let decision = match chosen(&merge.words, accounts, comparison) {
            Ok((first, others)) => {
                for &other in others.iter().rev() {
                    join(first, other, comparison);
                    decisions.iter_mut().for_each(|earlier| follow(earlier, first, other));
                }
                let message = format!("{} claims were made one", others.len() + 1);
                applied("merge-claims", &merge.words, why, Some(Target::Claim(first)), message)
            }
            Err(message) => lost("merge-claims", &merge.words, why, message),
        };
        decisions.push(decision);
    }
    for split in &review.split_claim {
        let words: Vec<String> = std::iter::once(&split.claim).chain(&split.apart).cloned().collect();
        let why = split.why.as_ref();
        decisions.push(match part(&split.claim, &split.apart, accounts, comparison) {
            Ok(index) => {
                let message = "a claim was taken from another".to_owned();
                applied("split-claim", &words, why, Some(Target::Claim(index)), message)
            }
            Err(message) => lost("split-claim", &words, why, message),
        });
    }
    decisions
}

/// The claims that bear the words: the first of them, and the others.
fn chosen(
    words: &[String],
    accounts: &[Account],
    comparison: &Comparison,
) -> Result<(usize, Vec<usize>), String> {
    let mut found = Vec::new();
    for words in words {
        found.push(find(words, accounts, comparison).ok_or_else(|| missing(words))?);
    }
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [] => Err("no words were given".to_owned()),
        [_] => Err("the words are of one claim already".to_owned()),
        [first, others @ ..] => Ok((*first, others.to_vec())),
    }
}

/// Adds a later claim to an earlier one.
fn join(first: usize, other: usize, comparison: &mut Comparison) {
    let taken = comparison.claims.remove(other);
    if let Some(claim) = comparison.claims.get_mut(first) {
        claim.prominence = claim.prominence.max(taken.prominence);
    }
    let cells = comparison.grouped.remove(other);
    if let Some(row) = comparison.grouped.get_mut(first) {
        for (cell, more) in row.iter_mut().zip(cells) {
            cell.evidence.extend(more.evidence);
            cell.evidence.sort_unstable();
            cell.evidence.dedup();
            if more.stance == Stance::Says {
                cell.stance = Stance::Says;
            }
        }
    }
    let moved = |claim: usize| place_after(claim, first, other);
    for difference in &mut comparison.differences {
        difference.claim = difference.claim.map(moved);
    }
    for entry in &mut comparison.timeline {
        entry.claims.iter_mut().for_each(|claim| *claim = moved(*claim));
        entry.claims.sort_unstable();
        entry.claims.dedup();
    }
}

/// Where a claim stands once `other` was added to `first`.
fn place_after(claim: usize, first: usize, other: usize) -> usize {
    match claim {
        claim if claim == other => first,
        claim if claim > other => claim - 1,
        claim => claim,
    }
}

fn follow(decision: &mut Decision, first: usize, other: usize) {
    if let Some(Target::Claim(claim)) = decision.target {
        decision.target = Some(Target::Claim(place_after(claim, first, other)));
    }
}

/// Makes a claim of its own, the last, of the words `apart`; gives its index.
fn part(
    words: &str,
    apart: &[String],
    accounts: &[Account],
    comparison: &mut Comparison,
) -> Result<usize, String> {
    let index = find(words, accounts, comparison).ok_or_else(|| missing(words))?;
    let keys: Vec<String> = apart.iter().map(|words| fold(words)).collect();
    let goes = |place: Place| keys.contains(&fold(place.words(accounts)));
    let row = comparison.grouped.get_mut(index).ok_or_else(|| missing(words))?;
    let half = |cell: &Cell, taken: bool| {
        let there = |span: &Span| goes(Place::new(cell.account, *span)) == taken;
        let evidence: Vec<Span> = cell.evidence.iter().copied().filter(there).collect();
        let stance = if evidence.is_empty() { Stance::Silent } else { Stance::Says };
        Cell { account: cell.account, stance, evidence }
    };
    let taken: Vec<Cell> = row.iter().map(|cell| half(cell, true)).collect();
    let left: Vec<Cell> = row.iter().map(|cell| half(cell, false)).collect();
    if taken.iter().all(|cell| cell.evidence.is_empty()) {
        return Err(format!("the claim does not hold the words {}", apart.join(" / ")));
    }
    if left.iter().all(|cell| cell.evidence.is_empty()) {
        return Err("nothing of the claim would be left".to_owned());
    }
    *row = left;
    let new = comparison.claims.len();
    let prominence = comparison.claims.get(index).map_or(0.0, |claim| claim.prominence);
    let within = |place: &Place| {
        taken.get(place.account).is_some_and(|cell| cell.evidence.iter().any(|span| span.covers(place.span)))
    };
    for difference in comparison.differences.iter_mut().filter(|difference| difference.claim == Some(index)) {
        let mut places = difference.sides.iter().flat_map(|side| &side.evidence);
        // A difference between the two halves is of no one claim any more.
        difference.claim = match (places.clone().all(within), places.any(within)) {
            (true, _) => Some(new),
            (_, true) => None,
            _ => Some(index),
        };
    }
    comparison.claims.push(Claim {
        summary: apart.first().cloned().unwrap_or_default(),
        cells: taken.clone(),
        outlets: 0,
        origins: 0,
        prominence,
    });
    comparison.grouped.push(taken);
    Ok(new)
}

/// The claim of that summary, or else the first that an account makes in those words.
fn find(words: &str, accounts: &[Account], comparison: &Comparison) -> Option<usize> {
    let key = fold(words);
    let says = |cells: &Vec<Cell>| {
        cells.iter().any(|cell| {
            cell.evidence.iter().any(|&span| fold(Place::new(cell.account, span).words(accounts)) == key)
        })
    };
    let summary = comparison.claims.iter().position(|claim| fold(&claim.summary) == key);
    summary.or_else(|| comparison.grouped.iter().position(says))
}

fn missing(words: &str) -> String {
    format!("no claim is made in the words {words:?} any more")
}
