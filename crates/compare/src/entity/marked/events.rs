//! Which accounts tell of the same event: descriptions join only there.

use super::phrase::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Likeness of two groups of accounts, on average, from which they are taken to tell of one event.
const LIKE: f64 = 0.06;

/// Likeness to the nearest event from which one or two accounts that are like no other belong to it: briefs have few
/// words to be alike in.
const NEAR: f64 = 0.02;

/// Most accounts that count as like no other.
const FEW: f64 = 2.0;

/// Fewest accounts that are told apart: of fewer, no word is rare.
const FEWEST: usize = 8;

/// Most accounts that are told apart, as all pairs are looked at.
const MOST: usize = 300;

/// For each account the number of its event. Groups of accounts grow together by the average cosine of their words,
/// those weighing more that few accounts use.
pub(super) fn of(texts: &[Text<'_>]) -> Vec<usize> {
    let all = texts.len();
    if !(FEWEST..=MOST).contains(&all) {
        return vec![0; all];
    }
    let vectors = vectors(texts);
    let mut likeness: Vec<Vec<f64>> =
        vectors.iter().map(|a| vectors.iter().map(|b| cosine(a, b)).collect()).collect();
    let mut sizes: Vec<f64> = vec![1.0; all];
    let mut event: Vec<usize> = (0..all).collect();
    while let Some((a, b)) = closest(&likeness, &sizes).or_else(|| nearest(&likeness, &sizes)) {
        // Sums of likenesses: the average is taken when two groups are weighed.
        let (kept, gone) = (a.min(b), a.max(b));
        let row: Vec<f64> = likeness.get(gone).cloned().unwrap_or_default();
        for (other, more) in row.into_iter().enumerate() {
            if let Some(slot) = likeness.get_mut(kept).and_then(|row| row.get_mut(other)) {
                *slot += more;
            }
        }
        for row in &mut likeness {
            let more = row.get(gone).copied().unwrap_or_default();
            if let Some(slot) = row.get_mut(kept) {
                *slot += more;
            }
        }
        let size = sizes.get(gone).copied().unwrap_or_default();
        if let Some(slot) = sizes.get_mut(kept) {
            *slot += size;
        }
        if let Some(slot) = sizes.get_mut(gone) {
            *slot = 0.0;
        }
        for slot in event.iter_mut().filter(|slot| **slot == gone) {
            *slot = kept;
        }
    }
    event
}

/// The two groups that are most alike, if they are alike enough.
fn closest(likeness: &[Vec<f64>], sizes: &[f64]) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (a, (row, x)) in likeness.iter().zip(sizes).enumerate().filter(|(_, (_, size))| **size > 0.0) {
        for (b, (sum, y)) in row.iter().zip(sizes).enumerate().take(a).filter(|(_, (_, size))| **size > 0.0) {
            let average = sum / (x * y);
            if average >= LIKE && best.is_none_or(|(top, ..)| average > top) {
                best = Some((average, a, b));
            }
        }
    }
    best.map(|(_, a, b)| (a, b))
}

/// A group of few accounts and the larger one that it is most like, if it is like one at all.
fn nearest(likeness: &[Vec<f64>], sizes: &[f64]) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    let few = |size: f64| size > 0.0 && size <= FEW;
    for (a, (row, x)) in likeness.iter().zip(sizes).enumerate().filter(|(_, (_, size))| few(**size)) {
        for (b, (sum, y)) in row.iter().zip(sizes).enumerate().filter(|(_, (_, size))| **size > FEW) {
            let average = sum / (x * y);
            if average >= NEAR && best.is_none_or(|(top, ..)| average > top) {
                best = Some((average, a, b));
            }
        }
    }
    best.map(|(_, a, b)| (a, b))
}

/// The weights of each account's words, as vectors of length 1.
fn vectors(texts: &[Text<'_>]) -> Vec<BTreeMap<String, f64>> {
    let counts: Vec<BTreeMap<String, f64>> = texts
        .iter()
        .map(|text| {
            let mut counts: BTreeMap<String, f64> = BTreeMap::new();
            for (word, _) in text.words().filter(|(word, _)| word.chars().count() > 2) {
                *counts.entry(word).or_default() += 1.0;
            }
            counts
        })
        .collect();
    let mut accounts: BTreeMap<&str, f64> = BTreeMap::new();
    for word in counts.iter().flat_map(|counts| counts.keys().collect::<BTreeSet<_>>()) {
        *accounts.entry(word).or_default() += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred accounts")]
    let all = texts.len() as f64;
    counts
        .iter()
        .map(|counts| {
            let weigh = |(word, count): (&String, &f64)| {
                let met = accounts.get(word.as_str()).copied().unwrap_or(1.0);
                (word.clone(), (1.0 + count.ln()) * ((1.0 + all) / met).ln())
            };
            let mut vector: BTreeMap<String, f64> = counts.iter().map(weigh).collect();
            let length = vector.values().map(|x| x * x).sum::<f64>().sqrt().max(f64::EPSILON);
            vector.values_mut().for_each(|x| *x /= length);
            vector
        })
        .collect()
}

fn cosine(a: &BTreeMap<String, f64>, b: &BTreeMap<String, f64>) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().filter_map(|(word, x)| Some(x * long.get(word)?)).sum()
}
