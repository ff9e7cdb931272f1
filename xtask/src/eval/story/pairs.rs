//! Claims and differences: pairs of accounts that say the same, or not the same.

use super::report;
use super::score::{Place, Score, Truth, hits};
use super::tally::{Tally, pairs_of};
use std::collections::BTreeSet;

/// Pairs of accounts that say the same, and claims that one account alone makes.
pub fn claims(truth: &Truth, score: &mut Score) {
    let mut gold = Vec::new();
    for claim in &truth.gold.claims {
        let places: Vec<Place> =
            claim.evidence.iter().filter_map(|(account, words)| truth.find(account, words)).collect();
        gold.extend(pairs_of(&places).into_iter().map(|(first, second)| (claim.id.as_str(), first, second)));
    }
    let mut predicted = Vec::new();
    for claim in &truth.report.claims {
        let places = said(truth, claim);
        let apart = pairs_of(&places).into_iter().filter(|(first, second)| first.0 != second.0);
        predicted.extend(apart.map(|(a, b)| if a.0 < b.0 { (a, b) } else { (b, a) }));
    }
    let agree = |g: &(&str, Place, Place), p: &(Place, Place)| hits(g.1, p.0, 0.5) && hits(g.2, p.1, 0.5);
    let mut found = 0;
    for pair in &gold {
        if predicted.iter().any(|p| agree(pair, p)) {
            found += 1;
        } else {
            score.misses.push(format!("claim pair missed: {} {}~{}", pair.0, pair.1.0, pair.2.0));
        }
    }
    let right = predicted.iter().filter(|p| gold.iter().any(|g| agree(g, p))).count();
    score.claims = Tally { right, predicted: predicted.len(), found, gold: gold.len() };
    unique(truth, score);
}

fn said<'a>(truth: &Truth<'a>, claim: &report::Claim) -> Vec<Place<'a>> {
    let says = claim.cells.iter().filter(|cell| cell.stance == "says");
    says.flat_map(|cell| &cell.evidence).filter_map(|span| truth.place(span)).collect()
}

fn unique(truth: &Truth, score: &mut Score) {
    let alone: Vec<Place> = truth
        .report
        .claims
        .iter()
        .filter(|claim| claim.cells.iter().filter(|cell| cell.stance == "says").count() == 1)
        .flat_map(|claim| said(truth, claim))
        .collect();
    for claim in truth.gold.claims.iter().filter(|claim| claim.evidence.len() == 1) {
        score.unique.gold += 1;
        let place = claim.evidence.iter().find_map(|(account, words)| truth.find(account, words));
        if place.is_some_and(|gold| alone.iter().any(|&predicted| hits(gold, predicted, 0.5))) {
            score.unique.found += 1;
        } else {
            score.misses.push(format!("single-source claim missed: {}", claim.id));
        }
    }
}

/// Whether a place of one side and a place of the other cover each other.
fn touch<'a>(gold: &BTreeSet<Place<'a>>, predicted: &BTreeSet<Place<'a>>) -> bool {
    gold.iter().any(|&g| predicted.iter().any(|&p| hits(g, p, 0.5) || hits(p, g, 0.5)))
}

/// Differences found, those of the right relation, and false conflicts on traps.
pub fn differences(truth: &Truth, score: &mut Score) {
    let predicted: Vec<Vec<BTreeSet<Place>>> = truth
        .report
        .differences
        .iter()
        .map(|difference| {
            let sides = difference.sides.iter();
            sides.map(|side| side.evidence.iter().filter_map(|span| truth.place(span)).collect()).collect()
        })
        .collect();
    let relation = |index: usize| truth.report.differences.get(index).map_or("", |d| d.relation.as_str());
    let (mut used, mut real) = (BTreeSet::new(), BTreeSet::new());
    for difference in &truth.gold.differences {
        let sides: Vec<BTreeSet<Place>> =
            difference.sides.iter().map(|side| truth.places(&side.evidence)).collect();
        let candidates: Vec<usize> = (0..predicted.len())
            .filter(|&index| predicted.get(index).is_some_and(|p| same(&sides, p)))
            .collect();
        score.typed.gold += 1;
        score.differences.gold += 1;
        if candidates.is_empty() {
            let (id, kind, relation) = (&difference.id, &difference.kind, &difference.relation);
            score.misses.push(format!("difference missed: {id} ({kind}, {relation})"));
            continue;
        }
        score.differences.found += 1;
        used.extend(candidates.iter().copied());
        if difference.relation == "conflict" {
            real.extend(candidates.iter().copied());
        }
        if candidates.iter().any(|&index| relation(index) == difference.relation) {
            score.typed.found += 1;
        } else {
            let given: Vec<&str> = candidates.iter().map(|&index| relation(index)).collect();
            score.misses.push(format!(
                "difference of the wrong relation: {} is {}, given as {}",
                difference.id,
                difference.relation,
                given.join(",")
            ));
        }
    }
    score.differences.right = used.len();
    score.differences.predicted = predicted.len();
    score.conflicts = (0..predicted.len()).filter(|&index| relation(index) == "conflict").count();
    score.traps = truth.gold.not_conflicts.len();
    for trap in &truth.gold.not_conflicts {
        let places = truth.places(&trap.evidence);
        let fooled = places.len() >= 2
            && predicted.iter().enumerate().any(|(index, sides)| {
                let all: BTreeSet<Place> = sides.iter().flatten().copied().collect();
                relation(index) == "conflict"
                    && !real.contains(&index)
                    && places.iter().filter(|&&place| touch(&BTreeSet::from([place]), &all)).count() >= 2
            });
        if fooled {
            score.false_conflicts += 1;
            score.misses.push(format!("false conflict: {}: {}", trap.id, trap.why));
        }
    }
}

/// Whether two sides of the gold are two different sides of the prediction.
pub fn same(gold: &[BTreeSet<Place>], predicted: &[BTreeSet<Place>]) -> bool {
    (0..gold.len()).any(|i| {
        (i + 1..gold.len()).any(|j| {
            (0..predicted.len()).any(|k| {
                (0..predicted.len()).any(|m| {
                    let sides = (gold.get(i), gold.get(j), predicted.get(k), predicted.get(m));
                    let (Some(a), Some(b), Some(x), Some(y)) = sides else { return false };
                    k != m && touch(a, x) && touch(b, y)
                })
            })
        })
    })
}
