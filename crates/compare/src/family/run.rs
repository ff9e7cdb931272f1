//! Runs of words that two versions of an utterance have.

/// A run of words that both versions have.
pub(super) struct Run {
    pub(super) long: usize,
    pub(super) short: usize,
    pub(super) length: usize,
}

/// The runs of a longest common subsequence, in order.
pub(super) fn common(long: &[String], short: &[String]) -> Vec<Run> {
    let width = short.len() + 1;
    let mut table = vec![0_u16; (long.len() + 1) * width];
    let cell = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for i in (0..long.len()).rev() {
        for j in (0..short.len()).rev() {
            let value = if long.get(i) == short.get(j) {
                cell(&table, i + 1, j + 1) + 1
            } else {
                cell(&table, i + 1, j).max(cell(&table, i, j + 1))
            };
            if let Some(slot) = table.get_mut(i * width + j) {
                *slot = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut runs: Vec<Run> = Vec::new();
    let mut last = None;
    while i < long.len() && j < short.len() {
        if long.get(i) == short.get(j) {
            match runs.last_mut().filter(|_| last == Some((i, j))) {
                Some(run) => run.length += 1,
                None => runs.push(Run { long: i, short: j, length: 1 }),
            }
            (i, j) = (i + 1, j + 1);
            last = Some((i, j));
        } else if cell(&table, i + 1, j) >= cell(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Words as letters.
        #[test]
        fn runs_are_common_and_in_order(long in "[a-d]{0,12}", short in "[a-d]{0,12}") {
            let words = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (x, y) = (words(&long), words(&short));
            let runs = common(&x, &y);
            for run in &runs {
                prop_assert!(run.length > 0);
                prop_assert_eq!(&x[run.long..run.long + run.length], &y[run.short..run.short + run.length]);
            }
            for pair in runs.windows(2) {
                let (end, other) = (pair[0].long + pair[0].length, pair[0].short + pair[0].length);
                prop_assert!(end <= pair[1].long && other <= pair[1].short);
                prop_assert!((end, other) != (pair[1].long, pair[1].short), "one run is not told as two");
            }
            // As many words as can be, by the plain recurrence.
            fn most(x: &[String], y: &[String]) -> usize {
                let mut row = vec![0; y.len() + 1];
                for a in x {
                    let mut next = vec![0; y.len() + 1];
                    for (at, b) in y.iter().enumerate() {
                        next[at + 1] = if a == b { row[at] + 1 } else { next[at].max(row[at + 1]) };
                    }
                    row = next;
                }
                row[y.len()]
            }
            prop_assert_eq!(runs.iter().map(|run| run.length).sum::<usize>(), most(&x, &y));
        }
    }
}
