//! Examples, and the weights that label them.

use corroborate_extract::training::{LABELS, decode, row};
use corroborate_text::Span;

/// A sentence: for each word its place, features and label.
pub struct Example {
    pub spans: Vec<Span>,
    pub features: Vec<Option<Vec<u32>>>,
    pub labels: Vec<usize>,
    /// Whether the names of other things are labelled too.
    pub others: bool,
}

/// Weights of rows and of label pairs.
pub struct Weights {
    rows: Vec<i32>,
    pairs: Vec<i32>,
}

impl Weights {
    fn scores(&self, features: &[u32]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for &feature in features {
            let start = row(feature) * LABELS;
            for (score, weight) in scores.iter_mut().zip(&self.rows[start..start + LABELS]) {
                *score += weight;
            }
        }
        scores
    }

    fn label(&self, example: &Example) -> Vec<usize> {
        self.labels(&example.features)
    }

    /// The best labels of words with these features.
    pub fn labels(&self, features: &[Option<Vec<u32>>]) -> Vec<usize> {
        let scores: Vec<_> = features
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
    for (at, &label) in labels.iter().enumerate().filter(|(_, label)| (1..LABELS - 1).contains(*label)) {
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

/// Weights scaled so that nearly all fit one byte; the few beyond are cut.
pub fn scaled(rows: Vec<f64>, pairs: Vec<f64>) -> Weights {
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
    let mut bytes = b"CNM2".to_vec();
    #[expect(clippy::cast_possible_truncation, reason = "cut to a byte by the average")]
    bytes.extend(weights.rows.iter().map(|&weight| (weight as i8).to_le_bytes()[0]));
    #[expect(clippy::cast_possible_truncation, reason = "cut to two bytes by the average")]
    bytes.extend(weights.pairs.iter().flat_map(|&weight| (weight as i16).to_le_bytes()));
    bytes
}
