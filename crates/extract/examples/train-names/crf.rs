//! A linear-chain conditional random field, trained by adaptive gradient steps with feature noise.

use crate::chance::next;
use crate::weights::{Example, Weights, scaled};
use corroborate_extract::training::{LABELS, ROWS, may_follow, row};

/// Passes over the examples; the weights are averaged over the second half of them.
const EPOCHS: usize = 16;
/// Length of a step before it is scaled by the steps a weight has had (Duchi and others 2011).
const RATE: f32 = 0.05;
/// How much of a weight each of its steps takes off.
const DECAY: f32 = 1e-4;
/// Share of a word's features that are left out, anew in every pass.
const NOISE: f32 = 0.2;
/// The margins by which a right label must win: over outside, over a name where there is none, over another name. They
/// weigh a name missed above a name too many, and keep words met once from being learnt by heart (softmax-margin,
/// Gimpel and Smith 2010).
const MISSED: f32 = 8.0;
const EXTRA: f32 = 6.0;
const MIXED: f32 = 7.0;

/// The label of other names.
const ELSE: usize = LABELS - 1;

struct Table {
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Table {
    fn new(size: usize) -> Self {
        Self { weights: vec![0.0; size], squares: vec![0.0; size] }
    }

    fn step(&mut self, at: usize, gradient: f32) {
        let gradient = gradient - DECAY * self.weights[at];
        self.squares[at] += gradient * gradient;
        self.weights[at] += RATE * gradient / (self.squares[at].sqrt() + 1e-6);
    }
}

/// Trains over the examples, each time in another order.
pub fn train(examples: &[(Example, f32)]) -> Weights {
    let mut rows = Table::new(ROWS * LABELS);
    let mut pairs = Table::new(LABELS * LABELS);
    let mut sums: Vec<f64> = vec![0.0; ROWS * LABELS];
    let mut pair_sums: Vec<f64> = vec![0.0; LABELS * LABELS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut averaged = 0;
    for epoch in 0..EPOCHS {
        shuffle(&mut order, &mut seed);
        let mut loss = 0.0;
        for &index in &order {
            let (example, weight) = &examples[index];
            let features: Vec<Option<Vec<u32>>> = example
                .features
                .iter()
                .map(|features| {
                    features.as_ref().map(|features| {
                        features.iter().copied().filter(|_| unit(&mut seed) >= NOISE).collect()
                    })
                })
                .collect();
            // Runs of candidates are chains of their own: outside stands between them.
            let mut at = 0;
            while at < features.len() {
                if features[at].is_none() {
                    at += 1;
                    continue;
                }
                let end = (at..features.len()).find(|&i| features[i].is_none()).unwrap_or(features.len());
                let chain: Vec<&[u32]> = features[at..end].iter().flatten().map(Vec::as_slice).collect();
                loss += chain_step(
                    &chain,
                    &example.labels[at..end],
                    &mut rows,
                    &mut pairs,
                    *weight,
                    example.others,
                );
                at = end;
            }
        }
        if epoch * 2 >= EPOCHS {
            averaged += 1;
            for (sum, weight) in sums.iter_mut().zip(&rows.weights) {
                *sum += f64::from(*weight);
            }
            for (sum, weight) in pair_sums.iter_mut().zip(&pairs.weights) {
                *sum += f64::from(*weight);
            }
        }
        eprintln!("epoch {}: loss {loss:.0}", epoch + 1);
    }
    let mean = |sums: Vec<f64>| sums.into_iter().map(|sum| sum / f64::from(averaged.max(1))).collect();
    scaled(mean(sums), mean(pair_sums))
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        #[expect(clippy::cast_possible_truncation, reason = "the remainder is below the length")]
        order.swap(at, (next(seed) % (at as u64 + 1)) as usize);
    }
}

fn unit(seed: &mut u64) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "24 bits")]
    let value = (next(seed) >> 40) as f32 / (1_u64 << 24) as f32;
    value
}

/// One step on a chain; `others` tells whether the label of other names is in use there.
fn chain_step(
    chain: &[&[u32]],
    labels: &[usize],
    rows: &mut Table,
    pairs: &mut Table,
    weight: f32,
    others: bool,
) -> f32 {
    let length = chain.len();
    let noise = 1.0 / (1.0 - NOISE);
    let scores: Vec<[f32; LABELS]> = chain
        .iter()
        .map(|features| {
            let mut scores = [0.0; LABELS];
            for &feature in *features {
                let start = row(feature) * LABELS;
                for (score, weight) in scores.iter_mut().zip(&rows.weights[start..start + LABELS]) {
                    *score += weight * noise;
                }
            }
            scores
        })
        .collect();
    let mut scores = scores;
    for (scores, &label) in scores.iter_mut().zip(labels) {
        for (other, score) in scores.iter_mut().enumerate() {
            if other != label {
                // Other names come to the same as no name.
                let (other, label) = (other % ELSE, label % ELSE);
                *score += if other == label {
                    0.0
                } else if other == 0 {
                    MISSED
                } else if label == 0 {
                    EXTRA
                } else {
                    MIXED
                };
            }
        }
    }
    let low = f32::NEG_INFINITY;
    let mut pair = [[low; LABELS]; LABELS];
    for (from, row) in pair.iter_mut().enumerate() {
        for (to, slot) in row.iter_mut().enumerate() {
            if may_follow(from, to) && (others || from != ELSE && to != ELSE) {
                *slot = pairs.weights[from * LABELS + to];
            }
        }
    }
    let sum = |values: &[f32]| {
        let top = values.iter().copied().fold(low, f32::max);
        if top == low { low } else { top + values.iter().map(|v| (v - top).exp()).sum::<f32>().ln() }
    };
    let mut forward = vec![[low; LABELS]; length];
    for at in 0..length {
        for to in 0..LABELS {
            let into = if at == 0 {
                pair[0][to]
            } else {
                let mut values = [low; LABELS];
                for from in 0..LABELS {
                    values[from] = forward[at - 1][from] + pair[from][to];
                }
                sum(&values)
            };
            forward[at][to] = into + scores[at][to];
        }
    }
    let mut backward = vec![[0.0; LABELS]; length];
    for (from, slot) in backward[length - 1].iter_mut().enumerate() {
        *slot = if may_follow(from, 0) { 0.0 } else { low };
    }
    for at in (0..length - 1).rev() {
        for from in 0..LABELS {
            let mut values = [low; LABELS];
            for to in 0..LABELS {
                values[to] = pair[from][to] + scores[at + 1][to] + backward[at + 1][to];
            }
            backward[at][from] = sum(&values);
        }
    }
    let mut ends = [low; LABELS];
    for (label, slot) in ends.iter_mut().enumerate() {
        *slot = forward[length - 1][label] + if may_follow(label, 0) { 0.0 } else { low };
    }
    let total = sum(&ends);
    let mut right = 0.0;
    let mut before = 0;
    for (at, &label) in labels.iter().enumerate() {
        right += pair[before][label] + scores[at][label];
        before = label;
    }
    for (at, features) in chain.iter().enumerate() {
        let mut gradient = [0.0; LABELS];
        for (label, slot) in gradient.iter_mut().enumerate() {
            let probability = (forward[at][label] + backward[at][label] - total).exp();
            *slot = (f32::from(u8::from(labels[at] == label)) - probability) * weight * noise;
        }
        for &feature in *features {
            let start = row(feature) * LABELS;
            for (label, &gradient) in gradient.iter().enumerate() {
                if gradient.abs() > 1e-4 {
                    rows.step(start + label, gradient);
                }
            }
        }
    }
    let mut expected = [[0.0_f32; LABELS]; LABELS];
    for at in 0..length {
        for from in 0..LABELS {
            for to in 0..LABELS {
                if pair[from][to] == low || at == 0 && from != 0 {
                    continue;
                }
                let left = if at == 0 { 0.0 } else { forward[at - 1][from] };
                let here = scores[at][to] + backward[at][to];
                expected[from][to] += (left + pair[from][to] + here - total).exp();
            }
        }
    }
    let mut before = 0;
    for &label in labels {
        expected[before][label] -= 1.0;
        before = label;
    }
    for (from, row) in expected.iter().enumerate() {
        for (to, &gradient) in row.iter().enumerate() {
            if gradient.abs() > 1e-4 {
                pairs.step(from * LABELS + to, -gradient * weight);
            }
        }
    }
    total - right
}
