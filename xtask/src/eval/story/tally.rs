//! Precision, recall and F1, and the pairs they are often counted over.

/// What was found, and of what.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// Predictions that are right.
    pub right: usize,
    /// Predictions.
    pub predicted: usize,
    /// Gold items that were found.
    pub found: usize,
    /// Gold items.
    pub gold: usize,
}

impl Tally {
    /// Share of predictions that are right; 1 where neither side has any.
    pub fn precision(&self) -> f64 {
        match (self.predicted, self.gold) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            (predicted, _) => self.right as f64 / predicted as f64,
        }
    }

    /// Share of gold that was found; 1 where there is none.
    pub fn recall(&self) -> f64 {
        if self.gold == 0 { 1.0 } else { self.found as f64 / self.gold as f64 }
    }

    /// Harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

/// Every two items, the earlier first.
pub fn pairs_of<T: Copy>(items: &[T]) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    for (index, &first) in items.iter().enumerate() {
        pairs.extend(items.iter().skip(index + 1).map(|&second| (first, second)));
    }
    pairs
}
