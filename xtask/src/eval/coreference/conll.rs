//! The measures of the CoNLL shared tasks on coreference (Pradhan and others 2012), where the mentions are given.

use std::collections::{BTreeMap, BTreeSet};

/// Precision and recall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// Of what was found.
    pub precision: f64,
    /// Of what is right.
    pub recall: f64,
}

impl Ratio {
    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

/// One grouping of mentions against another.
pub struct Scores {
    /// Links: how many are needed to make one grouping's groups out of the other's (Vilain and others 1995).
    pub muc: Ratio,
    /// For each mention how much its two groups share (Bagga and Baldwin 1998).
    pub b_cubed: Ratio,
    /// Groups matched one to one so that they share the most (Luo 2005), by the similarity φ4.
    pub ceaf: Ratio,
}

type Groups = Vec<BTreeSet<usize>>;

impl Scores {
    /// Scores a grouping; both give the name of its group for each mention.
    pub fn of(gold: &[String], found: &[String]) -> Self {
        let (gold, found) = (groups(gold), groups(found));
        Self {
            muc: Ratio { precision: links(&found, &gold), recall: links(&gold, &found) },
            b_cubed: Ratio { precision: shared(&found, &gold), recall: shared(&gold, &found) },
            ceaf: matched(&gold, &found),
        }
    }

    /// The mean of the three F1.
    pub fn conll(&self) -> f64 {
        (self.muc.f1() + self.b_cubed.f1() + self.ceaf.f1()) / 3.0
    }
}

fn groups(names: &[String]) -> Groups {
    let mut groups: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (mention, name) in names.iter().enumerate() {
        groups.entry(name).or_default().insert(mention);
    }
    groups.into_values().collect()
}

/// For each mention the number of its group.
fn holders(groups: &Groups) -> BTreeMap<usize, usize> {
    groups
        .iter()
        .enumerate()
        .flat_map(|(index, group)| group.iter().map(move |&mention| (mention, index)))
        .collect()
}

/// Of the links within the groups of `whole`, those that the groups of `parts` keep.
fn links(whole: &Groups, parts: &Groups) -> f64 {
    let holder = holders(parts);
    let (mut kept, mut all) = (0, 0);
    for group in whole {
        let pieces: BTreeSet<usize> =
            group.iter().filter_map(|mention| holder.get(mention).copied()).collect();
        kept += group.len() - pieces.len();
        all += group.len() - 1;
    }
    ratio(kept as f64, all as f64)
}

/// The mean over mentions of the share of their group in `of` that their group in `other` holds too.
fn shared(of: &Groups, other: &Groups) -> f64 {
    let holder = holders(other);
    let mut sum = 0.0;
    for group in of {
        let mut pieces: BTreeMap<usize, f64> = BTreeMap::new();
        for piece in group.iter().filter_map(|mention| holder.get(mention)) {
            *pieces.entry(*piece).or_default() += 1.0;
        }
        sum += pieces.values().map(|count| count * count).sum::<f64>() / group.len() as f64;
    }
    ratio(sum, holder.len() as f64)
}

fn matched(gold: &Groups, found: &Groups) -> Ratio {
    let holder = holders(found);
    let mut worth = vec![vec![0.0; found.len()]; gold.len()];
    for (row, group) in worth.iter_mut().zip(gold) {
        for piece in group.iter().filter_map(|mention| holder.get(mention)) {
            if let (Some(slot), Some(other)) = (row.get_mut(*piece), found.get(*piece)) {
                *slot += 2.0 / (group.len() + other.len()) as f64;
            }
        }
    }
    let best = assignment(&worth);
    Ratio { precision: ratio(best, found.len() as f64), recall: ratio(best, gold.len() as f64) }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The greatest sum of worths when each row is given at most one column and each column at most one row (Kuhn and
/// Munkres, with potentials).
fn assignment(worth: &[Vec<f64>]) -> f64 {
    let columns = worth.first().map_or(0, Vec::len);
    let size = worth.len().max(columns);
    let cost = |row: usize, column: usize| -> f64 {
        -worth.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    };
    // Row and column 0 stand for none.
    let (mut of_row, mut of_column) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let mut holder = vec![0; size + 1];
    for row in 1..=size {
        let mut least = vec![f64::INFINITY; size + 1];
        let mut from = vec![0; size + 1];
        let mut done = vec![false; size + 1];
        let mut at = 0;
        holder[0] = row;
        loop {
            done[at] = true;
            let here = holder[at];
            let (mut step, mut next) = (f64::INFINITY, 0);
            for column in (1..=size).filter(|&column| !done[column]) {
                let rest = cost(here - 1, column - 1) - of_row[here] - of_column[column];
                if rest < least[column] {
                    (least[column], from[column]) = (rest, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=size {
                if done[column] {
                    of_row[holder[column]] += step;
                    of_column[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
            if holder[at] == 0 {
                break;
            }
        }
        while at > 0 {
            holder[at] = holder[from[at]];
            at = from[at];
        }
    }
    (1..=size).map(|column| -cost(holder[column] - 1, column - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &str) -> Vec<String> {
        names.split(' ').map(str::to_owned).collect()
    }

    fn close(ratio: Ratio, precision: f64, recall: f64) {
        assert!((ratio.precision - precision).abs() < 1e-9, "{ratio:?}");
        assert!((ratio.recall - recall).abs() < 1e-9, "{ratio:?}");
    }

    #[test]
    fn the_same_grouping_is_whole() {
        let scores = Scores::of(&named("a a b c c"), &named("x x y z z"));
        close(scores.muc, 1.0, 1.0);
        close(scores.b_cubed, 1.0, 1.0);
        close(scores.ceaf, 1.0, 1.0);
    }

    /// Luo 2005: twelve mentions in groups of five, two and five; an answer that joins the last two groups, and one
    /// that joins the first and the last.
    #[test]
    fn figures_of_the_literature() {
        let gold = named("a a a a a b b c c c c c");
        let first = Scores::of(&gold, &named("x x x x x y y y y y y y"));
        close(first.muc, 0.9, 1.0);
        close(first.b_cubed, (5.0 + 4.0 / 7.0 + 25.0 / 7.0) / 12.0, 1.0);
        close(first.ceaf, (1.0 + 10.0 / 12.0) / 2.0, (1.0 + 10.0 / 12.0) / 3.0);
        let second = Scores::of(&gold, &named("x x x x x y y x x x x x"));
        close(second.muc, 0.9, 1.0);
        close(second.b_cubed, (2.0 + 25.0 / 10.0 + 25.0 / 10.0) / 12.0, 1.0);
        close(second.ceaf, (1.0 + 10.0 / 15.0) / 2.0, (1.0 + 10.0 / 15.0) / 3.0);
    }

    #[test]
    fn each_alone_has_no_links() {
        let scores = Scores::of(&named("a a a"), &named("x y z"));
        close(scores.muc, 0.0, 0.0);
        close(scores.b_cubed, 1.0, 1.0 / 3.0);
        close(scores.ceaf, 0.5 / 3.0, 0.5);
    }

    #[test]
    fn the_best_assignment_is_no_greedy_one() {
        assert!((assignment(&[vec![0.9, 0.8], vec![0.8, 0.0]]) - 1.6).abs() < 1e-9);
        assert!((assignment(&[vec![0.2, 0.5, 0.1]]) - 0.5).abs() < 1e-9);
        assert!(assignment(&[]).abs() < 1e-9);
    }
}
