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

#[cfg(test)]
mod tests {
    use super::super::phrase::Text;
    use super::{closest, nearest, of, vectors};
    use crate::Account;
    use corroborate_article::Article;

    fn accounts(texts: &[&str]) -> Vec<Account> {
        let account = |text: &&str| Account::new(Article { text: (*text).to_owned(), ..Article::default() });
        texts.iter().map(account).collect()
    }

    #[test]
    fn accounts_of_a_flood_and_of_a_vote() {
        let accounts = accounts(&[
            "The river flooded the lower town of Marsh and swept away a bridge.",
            "A bridge was swept away when the river flooded Marsh.",
            "Boats took people from roofs in the lower town of Marsh, which the river flooded.",
            "Marsh is under water: the river flooded the town.",
            "Deputies voted for a tax on sugar.",
            "A tax on sugar was voted for by deputies, and bakers object.",
            "Bakers object to the sugar tax that deputies voted for.",
            "Sugar will cost more after deputies voted for the tax.",
            "The river rose.",
        ]);
        assert_eq!(of(&accounts.iter().map(Text::of).collect::<Vec<_>>()), [0, 0, 0, 0, 4, 4, 4, 4, 0]);
    }

    #[test]
    fn groups_most_alike_on_average() {
        let sums = [vec![9.0, 0.9, 0.36], vec![0.9, 4.0, 0.32], vec![0.36, 0.32, 1.0]];
        assert_eq!(closest(&sums, &[3.0, 2.0, 1.0]), Some((2, 1)));
        assert_eq!(closest(&sums, &[3.0, 2.0, 0.0]), Some((1, 0)), "the third is part of another");
        assert_eq!(closest(&[vec![1.0, 0.01], vec![0.01, 1.0]], &[1.0, 1.0]), None);
    }

    #[test]
    fn few_accounts_go_to_the_nearest_of_many() {
        let row = |x: f64, y: f64| vec![x, y, 0.0, 0.0, 0.0];
        let sums = [row(9.0, 0.1), row(0.1, 16.0), row(0.12, 0.2), row(0.24, 0.32), row(9.0, 9.0)];
        assert_eq!(nearest(&sums, &[3.0, 4.0, 1.0, 2.0, 0.0]), Some((2, 1)));
        assert_eq!(nearest(&sums, &[3.0, 4.0, 0.0, 0.0, 0.0]), None, "many are not brought to many");
        assert_eq!(nearest(&[row(9.0, 0.0), row(0.0, 1.0)], &[3.0, 1.0]), None);
    }

    #[test]
    fn what_is_said_twice_weighs_more() {
        let accounts = accounts(&["Eels, eels and a pike in it", "A carp", "A tench"]);
        let found = vectors(&accounts.iter().map(Text::of).collect::<Vec<_>>());
        assert!(found[0]["eels"] > found[0]["pike"]);
        assert!(!found[0].contains_key("in"), "too short to tell");
        let length: f64 = found[0].values().map(|x| x * x).sum();
        assert!((length - 1.0).abs() < 1e-9);
    }
}
