//! The trained weights of the two looks at a pair of sentences.

use super::features::{FIRST, NAMES, SECOND};
use corroborate_text::rows;
use std::sync::LazyLock;

/// A logistic model: the log odds are a bias and a weight for each number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Logistic {
    pub(crate) bias: f64,
    pub(crate) weights: Vec<f64>,
}

impl Logistic {
    /// How likely it is that a pair with these numbers states the same, in 0..=1.
    pub(crate) fn likely(&self, numbers: &[f64]) -> f64 {
        let odds: f64 = self.weights.iter().zip(numbers).map(|(weight, number)| weight * number).sum();
        1.0 / (1.0 + (-(self.bias + odds)).exp())
    }
}

/// The model of the first look.
pub(super) static FIRST_LOOK: LazyLock<Logistic> = LazyLock::new(|| read("first", &NAMES[SECOND - FIRST..]));

/// The model of the second look.
pub(super) static SECOND_LOOK: LazyLock<Logistic> = LazyLock::new(|| read("second", &NAMES));

/// Reads the rows `look`, name, weight of the table; a number without a row counts nothing.
fn read(look: &str, names: &[&str]) -> Logistic {
    let of_look = rows(include_str!("../../data/alignment.tsv")).filter_map(|row| {
        let row = row.strip_prefix(look)?.strip_prefix('\t')?;
        row.split_once('\t')
    });
    let cells: Vec<(&str, &str)> = of_look.collect();
    let weight = |name: &str| {
        let found = cells.iter().find(|(named, _)| *named == name);
        found.and_then(|(_, cell)| cell.parse().ok()).unwrap_or(0.0)
    };
    Logistic { bias: weight("bias"), weights: names.iter().map(|name| weight(name)).collect() }
}

#[cfg(test)]
mod tests {
    use super::{FIRST_LOOK, SECOND_LOOK};

    #[test]
    fn every_number_has_a_weight() {
        for model in [&FIRST_LOOK, &SECOND_LOOK] {
            assert!(model.weights.iter().all(|weight| *weight != 0.0), "{model:?}");
        }
    }
}
