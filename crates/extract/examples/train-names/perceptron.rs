//! The averaged structured perceptron.

use corroborate_extract::training::{LABELS, ROWS, decode};
use corroborate_text::Span;

/// A sentence: for each word its place, features and label.
pub struct Example {
    pub spans: Vec<Span>,
    pub features: Vec<Option<Vec<u32>>>,
    pub labels: Vec<usize>,
}

/// Weights of rows and of label pairs.
pub struct Weights {
    rows: Vec<i32>,
    pairs: Vec<i32>,
}

impl Weights {
    fn new() -> Self {
        Self { rows: vec![0; ROWS * LABELS], pairs: vec![0; LABELS * LABELS] }
    }

    fn scores(&self, features: &[u32]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for &feature in features {
            let start = feature as usize * LABELS;
            for (score, weight) in scores.iter_mut().zip(&self.rows[start..start + LABELS]) {
                *score += weight;
            }
        }
        scores
    }

    fn label(&self, example: &Example) -> Vec<usize> {
        let scores: Vec<_> = example
            .features
            .iter()
            .map(|features| features.as_deref().map(|features| self.scores(features)))
            .collect();
        decode(&scores, &|from, to| self.pairs[from * LABELS + to])
    }
}

impl Example {
    /// The names that the weights find: place and kind.
    pub fn names(&self, weights: &Weights) -> Vec<(Span, usize)> {
        spell(&weights.label(self), &self.spans)
    }
}

/// The names that labels spell.
fn spell(labels: &[usize], spans: &[Span]) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, &label) in labels.iter().enumerate().filter(|(_, label)| **label > 0) {
        let (kind, place) = ((label - 1) / 4, (label - 1) % 4);
        if place == 0 || place == 3 {
            start = at;
        }
        if place >= 2 {
            found.push((spans[start].hull(spans[at]), kind));
        }
    }
    found
}

/// Trains for some epochs over the examples, each time in another order.
pub fn train(examples: &[Example], epochs: usize) -> Weights {
    let mut weights = Weights::new();
    // The sum over time of each weight, as Daumé's lazy average: weight × steps − corrections.
    let mut corrections = Weights::new_wide();
    let mut step: i64 = 1;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for epoch in 0..epochs {
        shuffle(&mut order, &mut seed);
        let mut wrong = 0;
        for &index in &order {
            let example = &examples[index];
            let guess = weights.label(example);
            if guess != example.labels {
                wrong += 1;
                update(&mut weights, &mut corrections, example, &guess, step);
            }
            step += 1;
        }
        eprintln!("epoch {}: {wrong} sentences wrong", epoch + 1);
    }
    average(&weights, &corrections, step)
}

struct Wide {
    rows: Vec<i64>,
    pairs: Vec<i64>,
}

impl Weights {
    fn new_wide() -> Wide {
        Wide { rows: vec![0; ROWS * LABELS], pairs: vec![0; LABELS * LABELS] }
    }
}

fn update(weights: &mut Weights, corrections: &mut Wide, example: &Example, guess: &[usize], step: i64) {
    let mut before = (0, 0);
    for (at, (&right, &wrong)) in example.labels.iter().zip(guess).enumerate() {
        if right != wrong
            && let Some(features) = &example.features[at]
        {
            for &feature in features {
                let start = feature as usize * LABELS;
                for (label, by) in [(right, 1_i32), (wrong, -1)] {
                    weights.rows[start + label] += by;
                    corrections.rows[start + label] += i64::from(by) * step;
                }
            }
        }
        if example.features[at].is_some() && (right, before.0) != (wrong, before.1) {
            for (pair, by) in [(before.0 * LABELS + right, 1_i32), (before.1 * LABELS + wrong, -1)] {
                weights.pairs[pair] += by;
                corrections.pairs[pair] += i64::from(by) * step;
            }
        }
        before = (right, wrong);
    }
}

/// Averaged weights, scaled so that nearly all fit one byte; the few beyond are cut.
fn average(weights: &Weights, corrections: &Wide, steps: i64) -> Weights {
    let mean = |weight: i32, correction: i64| {
        #[expect(clippy::cast_precision_loss, reason = "weights are far below 2^52")]
        let (correction, steps) = (correction as f64, steps as f64);
        f64::from(weight) - correction / steps
    };
    let rows: Vec<f64> =
        weights.rows.iter().zip(&corrections.rows).map(|(&weight, &fix)| mean(weight, fix)).collect();
    let pairs: Vec<f64> =
        weights.pairs.iter().zip(&corrections.pairs).map(|(&weight, &fix)| mean(weight, fix)).collect();
    let mut sizes: Vec<f64> = rows.iter().map(|weight| weight.abs()).filter(|size| *size > 1e-9).collect();
    sizes.sort_by(f64::total_cmp);
    let top = sizes.get(sizes.len() * 9995 / 10_000).copied().unwrap_or(1.0);
    let scale = 127.0 / top;
    eprintln!("{} weights, scale {scale:.2}", sizes.len());
    #[expect(clippy::cast_possible_truncation, reason = "cut to the range before")]
    let cut = |weight: f64, limit: f64| (weight * scale).round().clamp(-limit, limit) as i32;
    Weights {
        rows: rows.iter().map(|&weight| cut(weight, 127.0)).collect(),
        pairs: pairs.iter().map(|&weight| cut(weight, 32_000.0)).collect(),
    }
}

/// The bytes of the model's file: see `src/mention/model.rs`.
pub fn pack(weights: &Weights) -> Vec<u8> {
    let mut bytes = b"CNM1".to_vec();
    #[expect(clippy::cast_possible_truncation, reason = "cut to a byte by the average")]
    bytes.extend(weights.rows.iter().map(|&weight| (weight as i8).to_le_bytes()[0]));
    #[expect(clippy::cast_possible_truncation, reason = "cut to two bytes by the average")]
    bytes.extend(weights.pairs.iter().flat_map(|&weight| (weight as i16).to_le_bytes()));
    bytes
}

/// Fisher and Yates with a xorshift generator.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        #[expect(clippy::cast_possible_truncation, reason = "the remainder is below the length")]
        order.swap(at, (*seed % (at as u64 + 1)) as usize);
    }
}
