//! The sequence model: which words are names of people, places and organisations.
//!
//! A first-order linear model over the labels begin, inside, last, single of each kind, and outside. Its weights were
//! learnt with an averaged structured perceptron (Collins 2002) by the example `train-names`, and are compiled in as
//! one signed byte each; the table is read in place, so nothing is loaded.

use super::EntityKind;
use super::features::ROWS;
use std::sync::LazyLock;

/// Outside, then begin, inside, last, single for each of [`KINDS`].
pub(super) const LABELS: usize = 13;

/// Kinds that the model knows, in the order of their labels.
pub(super) const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation];

/// The score of each label for one word.
pub(super) type Scores = [i32; LABELS];

/// `CNM1`, then for each row its labels' weights, then the weights of label pairs as little-endian `i16`.
static MODEL: &[u8] = include_bytes!("../../data/names.model");

const HEADER: usize = 4;

/// The summed weights of a word's features.
pub(super) fn emission(features: &[u32]) -> Scores {
    let mut scores = [0; LABELS];
    for &feature in features {
        let start = HEADER + feature as usize * LABELS;
        for (score, &weight) in scores.iter_mut().zip(MODEL.get(start..start + LABELS).unwrap_or_default()) {
            *score += i32::from(weight as i8);
        }
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
    let open = |label: usize| label > 0 && matches!((label - 1) % 4, 0 | 1);
    let goes_on = |label: usize| label > 0 && matches!((label - 1) % 4, 1 | 2);
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
pub(super) fn decode(scores: &[Option<Scores>], pairs: &Pairs) -> Vec<usize> {
    let mut best = [NEVER; LABELS];
    best[0] = 0;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for score in scores {
        let mut next = [NEVER; LABELS];
        let mut from = [0_u8; LABELS];
        match score {
            None => {
                let (label, value) = closed_best(&best);
                next[0] = value;
                from[0] = label;
            }
            Some(score) => {
                for (to, (slot, row)) in next.iter_mut().zip(pairs).enumerate() {
                    let (mut top, mut last) = (NEVER, 0_u8);
                    for (before, (&value, &pair)) in (0_u8..).zip(best.iter().zip(row)) {
                        let total = value + pair;
                        if total > top {
                            (top, last) = (total, before);
                        }
                    }
                    if top > NEVER {
                        *slot = top + score.get(to).copied().unwrap_or_default();
                        if let Some(from) = from.get_mut(to) {
                            *from = last;
                        }
                    }
                }
            }
        }
        back.push(from);
        // Only differences matter: sums stay small however long the sentence.
        let top = next.iter().copied().max().unwrap_or_default();
        best = next.map(|value| if value <= NEVER / 2 { NEVER } else { value - top });
    }
    let (mut label, _) = closed_best(&best);
    let mut labels = vec![0; scores.len()];
    for (slot, from) in labels.iter_mut().zip(&back).rev() {
        *slot = usize::from(label);
        label = from.get(usize::from(label)).copied().unwrap_or_default();
    }
    labels
}

/// The best label that leaves no name open.
fn closed_best(best: &[i32; LABELS]) -> (u8, i32) {
    let mut found = (0, NEVER);
    for (label, &value) in best.iter().enumerate() {
        if value > found.1 && may_follow(label, 0) {
            found = (u8::try_from(label).unwrap_or_default(), value);
        }
    }
    found
}

/// The best labels under the compiled weights.
pub(super) fn label(features: &[Option<Vec<u32>>]) -> Vec<usize> {
    if features.iter().all(Option::is_none) {
        return vec![0; features.len()];
    }
    let scores: Vec<Option<Scores>> =
        features.iter().map(|features| features.as_deref().map(emission)).collect();
    decode(&scores, &PAIRS)
}

/// The names that labels spell: first word, end, kind.
pub(super) fn names(labels: &[usize]) -> Vec<(usize, usize, EntityKind)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, &label) in labels.iter().enumerate() {
        let Some(inner) = label.checked_sub(1) else {
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
