//! The sequence model: which words are names of people, places and organisations.
//!
//! A first-order linear model over the labels begin, inside, last, single of each kind, and outside. Its weights were
//! learnt with an averaged structured perceptron (Collins 2002) by the example `train-names`, and are compiled in as
//! one signed byte each; the table is read in place, so nothing is loaded.

use super::EntityKind;
use super::features::Sheet;
use super::rows::{ROWS, Rows, row};
use super::word::Word;
use std::sync::LazyLock;

/// Outside, then begin, inside, last, single for each of [`KINDS`], then any word of another name.
pub(super) const LABELS: usize = 14;

/// A word of the name of something else, a ship or a book: kept apart from people, and outside for all that follows.
pub(super) const ELSE: usize = 13;

/// Kinds that the model knows, in the order of their labels.
pub(super) const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation];

/// The score of each label for one word.
pub(super) type Scores = [i32; LABELS];

/// `CNM2`, then for each row its labels' weights, then the weights of label pairs as little-endian `i16`.
static MODEL: &[u8] = include_bytes!("../../data/names.model");

const HEADER: usize = 4;

/// The summed weights of a word's features. Sixteen weights are added where fourteen count: what stands behind a row
/// is added to sums that nobody reads, and the sum of all goes without a loop over labels.
pub(super) fn emission(features: &[u32]) -> Scores {
    let mut sums = [0_i16; 16];
    for &feature in features {
        let start = HEADER + row(feature) * LABELS;
        let Some(weights) = MODEL.get(start..).and_then(<[u8]>::first_chunk::<16>) else { continue };
        for (sum, &weight) in sums.iter_mut().zip(weights) {
            *sum = sum.wrapping_add(i16::from(weight as i8));
        }
    }
    let mut scores = [0; LABELS];
    for (score, sum) in scores.iter_mut().zip(sums) {
        *score = i32::from(sum);
    }
    scores
}

/// The weight of one label after another; impossible pairs are not asked for.
fn transition(from: usize, to: usize) -> i32 {
    let at = HEADER + ROWS as usize * LABELS + (from * LABELS + to) * 2;
    match MODEL.get(at..at + 2) {
        Some(&[low, high]) => i32::from(i16::from_le_bytes([low, high])),
        _ => 0,
    }
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| pairs(transition));

/// Whether a label may follow another: what has begun goes on until its last word.
pub(super) fn may_follow(from: usize, to: usize) -> bool {
    let name = |label: usize| label > 0 && label < ELSE;
    let open = |label: usize| name(label) && matches!((label - 1) % 4, 0 | 1);
    let goes_on = |label: usize| name(label) && matches!((label - 1) % 4, 1 | 2);
    if open(from) { goes_on(to) && (from - 1) / 4 == (to - 1) / 4 } else { !goes_on(to) }
}

/// The weight of every label after every other, `NEVER` where it may not follow: by the label, then by the one before.
pub(super) type Pairs = [[i32; LABELS]; LABELS];

/// Far below any sum of weights, and far from overflow.
const NEVER: i32 = i32::MIN / 4;

/// The table of pairs with these weights.
pub(super) fn pairs(weight: impl Fn(usize, usize) -> i32) -> Pairs {
    let mut pairs = [[NEVER; LABELS]; LABELS];
    for (to, row) in pairs.iter_mut().enumerate() {
        for (from, slot) in row.iter_mut().enumerate() {
            if may_follow(from, to) {
                *slot = weight(from, to);
            }
        }
    }
    pairs
}

/// The best sequence of labels for words with these scores. A word without scores is outside.
pub(super) fn decode(scores: &[Option<Scores>], pairs: &Pairs) -> Vec<u8> {
    let mut labels = vec![0; scores.len()];
    let mut at = 0;
    while at < scores.len() {
        let run: Vec<Scores> = scores.iter().skip(at).map_while(|scores| *scores).collect();
        if let Some(labels) = labels.get_mut(at..at + run.len()) {
            decode_run(&run, pairs, labels);
        }
        at += run.len() + 1;
    }
    labels
}

/// The labels after which no name is open.
const CLOSED: [u8; 8] = [0, 3, 4, 7, 8, 11, 12, 13];

/// The labels of words that stand side by side, with no name open before them or behind.
fn decode_run(scores: &[Scores], pairs: &Pairs, labels: &mut [u8]) {
    let mut best = [NEVER; LABELS];
    best[0] = 0;
    if let ([score], [label]) = (scores, &mut *labels) {
        // Outside or a name of one word.
        for to in [0, 4, 8, 12, ELSE] {
            let (slot, row) = (&mut best[to], &pairs[to]);
            *slot = row[0] + score.get(to).copied().unwrap_or_default();
        }
        *label = closed_best(&best);
        return;
    }
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for score in scores {
        let mut next = [NEVER; LABELS];
        let mut from = [0_u8; LABELS];
        let mut settle = |to: usize, (top, last): (i32, u8)| {
            if top > NEVER {
                (next[to], from[to]) = (top + score[to], last);
            }
        };
        settle(0, best_before(&best, &pairs[0], CLOSED));
        settle(ELSE, best_before(&best, &pairs[ELSE], CLOSED));
        for (begin, open) in [(1, [1, 2]), (5, [5, 6]), (9, [9, 10])] {
            settle(begin, best_before(&best, &pairs[begin], CLOSED));
            settle(begin + 1, best_before(&best, &pairs[begin + 1], open));
            settle(begin + 2, best_before(&best, &pairs[begin + 2], open));
            settle(begin + 3, best_before(&best, &pairs[begin + 3], CLOSED));
        }
        back.push(from);
        // Only differences matter: sums stay small however long the sentence.
        let top = next.iter().copied().max().unwrap_or_default();
        best = next.map(|value| if value <= NEVER / 2 { NEVER } else { value - top });
    }
    let mut label = closed_best(&best);
    for (slot, from) in labels.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from.get(usize::from(label)).copied().unwrap_or_default();
    }
}

/// The best of some labels to stand before another, the first of the best, and the sum up to it.
fn best_before<const N: usize>(best: &Scores, pairs: &Scores, labels: [u8; N]) -> (i32, u8) {
    let mut found = (NEVER, 0);
    for label in labels {
        let total = best[usize::from(label)] + pairs[usize::from(label)];
        if total > found.0 {
            found = (total, label);
        }
    }
    found
}

/// The best label that leaves no name open.
fn closed_best(best: &[i32; LABELS]) -> u8 {
    let mut found = (0, NEVER);
    for label in CLOSED {
        let value = best.get(usize::from(label)).copied().unwrap_or(NEVER);
        if value > found.1 {
            found = (label, value);
        }
    }
    found.0
}

/// The best labels of the words of a sentence under the compiled weights.
pub(super) fn label(sheet: &Sheet, words: &[Word<'_>]) -> Vec<u8> {
    let mut labels = vec![0; words.len()];
    let mut run: Vec<Scores> = Vec::new();
    let mut rows = Rows::default();
    let mut at = 0;
    while at < words.len() {
        run.clear();
        while sheet.is_candidate(at + run.len()) {
            sheet.look_at(words, at + run.len(), &mut rows);
            run.push(emission(rows.all()));
        }
        if let Some(labels) = labels.get_mut(at..at + run.len()).filter(|_| !run.is_empty()) {
            decode_run(&run, &PAIRS, labels);
        }
        at += run.len() + 1;
    }
    labels
}

/// The names that labels spell: first word, end, kind.
pub(super) fn names(labels: &[u8]) -> Vec<(usize, usize, EntityKind)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, &label) in labels.iter().enumerate() {
        let Some(inner) = usize::from(label).checked_sub(1).filter(|inner| inner + 1 < ELSE) else {
            start = None;
            continue;
        };
        let kind = KINDS.get(inner / 4).copied();
        match (inner % 4, kind) {
            (0, _) => start = Some(at),
            (2, Some(kind)) => found.extend(start.take().map(|start| (start, at + 1, kind))),
            (3, Some(kind)) => found.push((at, at + 1, kind)),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The sum of a sequence of labels, if it may stand between words outside.
    fn total(labels: &[u8], scores: &[Scores], pairs: &Pairs) -> Option<i32> {
        let mut sum = 0;
        let mut before = 0;
        for (label, score) in labels.iter().map(|label| usize::from(*label)).zip(scores) {
            if !may_follow(before, label) {
                return None;
            }
            sum += pairs[label][before] + score[label];
            before = label;
        }
        may_follow(before, 0).then_some(sum)
    }

    /// Every sequence of so many labels.
    fn sequences(length: usize) -> Vec<Vec<u8>> {
        (0..length).fold(vec![Vec::new()], |shorter, _| {
            let longer = |start: &Vec<u8>| {
                let start = start.clone();
                (0..14).map(move |label| [start.as_slice(), &[label]].concat())
            };
            shorter.iter().flat_map(longer).collect()
        })
    }

    proptest! {
        #[test]
        fn no_labels_are_better(
            scores in prop::collection::vec(prop::array::uniform14(-50..50_i32), 1..4),
            weights in prop::collection::vec(-50..50_i32, LABELS * LABELS),
        ) {
            let pairs = pairs(|from, to| weights[from * LABELS + to]);
            let given: Vec<Option<Scores>> = scores.iter().copied().map(Some).collect();
            let found = decode(&given, &pairs);
            let best = sequences(scores.len()).iter().filter_map(|labels| total(labels, &scores, &pairs)).max();
            prop_assert_eq!(total(&found, &scores, &pairs), best);
        }
    }

    #[test]
    fn a_word_without_scores_is_outside() {
        let mut single = [0; LABELS];
        single[4] = 9;
        let found = decode(&[Some(single), None, Some(single)], &pairs(|_, _| 0));
        assert_eq!(found, [4, 0, 4]);
    }
}
