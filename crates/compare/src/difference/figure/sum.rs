//! Figures that add up: one account gives the whole, another its parts.

use super::Figure;
use crate::cues;
use crate::difference::phrase::spaced;
use crate::story::Story;
use corroborate_quantity::QuantityKind;
use std::collections::HashMap;

/// Smallest whole that is taken for a sum: small numbers add up by chance.
const LEAST_WHOLE: f64 = 20.0;

/// A figure of one account that is the sum of two in one clause of another, as indices of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) whole: usize,
    pub(super) parts: (usize, usize),
}

impl Sum {
    /// The accounts of the whole and of its parts.
    pub(super) fn accounts(&self, figures: &[Figure]) -> Option<(usize, usize)> {
        Some((figures.get(self.whole)?.place.account, figures.get(self.parts.0)?.place.account))
    }

    /// Whether two figures differ only as a whole differs from its part. Said of the same thing (`47 skiers`,
    /// `41 skiers and 6 guides`) they do not: the whole then counts something else among them.
    pub(super) fn explains(&self, figures: &[Figure], a: usize, b: usize) -> bool {
        let part = |index| index == self.parts.0 || index == self.parts.1;
        let counted = |index: usize| figures.get(index).and_then(|figure| figure.counted.as_deref());
        let same = counted(a).is_some() && counted(a) == counted(b);
        !same && (self.whole == a && part(b) || self.whole == b && part(a))
    }
}

/// Finds wholes and their parts: neighbouring counts of one clause that add up to a count of another account.
pub(super) fn find(story: &Story, figures: &[Figure]) -> Vec<Sum> {
    let exact = |figure: &Figure| {
        let counted = figure.quantity.kind == QuantityKind::Count && !figure.quantity.approximate;
        figure.quantity.nominal.filter(|value| counted && *value > 0.0 && value.fract() == 0.0)
    };
    // Keyed by the bits of a whole number, which are the same for the same number.
    let mut wholes: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, figure) in figures.iter().enumerate() {
        if let Some(value) = exact(figure).filter(|value| *value >= LEAST_WHOLE) {
            wholes.entry(value.to_bits()).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (index, pair) in figures.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let (Some(x), Some(y)) = (exact(first), exact(second)) else { continue };
        let apart = first.place.account != second.place.account || first.clause != second.clause;
        let Some(wholes) = wholes.get(&(x + y).to_bits()).filter(|_| !apart) else { continue };
        // `31 boats, 14 of them barges`
        if is_part(story, first, second) || second.part && !first.part {
            continue;
        }
        for &whole in wholes {
            if figures.get(whole).is_some_and(|figure| figure.place.account != first.place.account) {
                found.push(Sum { whole, parts: (index, index + 1) });
            }
        }
    }
    found
}

/// Whether the second of two figures is some of the first: `1,900 sheds, of which 400 burned`, `of the 22, 16 were used`.
fn is_part(story: &Story, first: &Figure, second: &Figure) -> bool {
    let text = story.text(first.place.account);
    let between = text.get(first.quantity.span.end()..second.quantity.span.start()).unwrap_or_default();
    let before = text.get(..first.quantity.span.start()).unwrap_or_default().trim_end();
    let mut words = before.rsplit(char::is_whitespace);
    let article = words.next().unwrap_or_default();
    let of = if article == "the" { words.next().unwrap_or_default() } else { article };
    matches!(of, "of" | "Of") || cues::says(&spaced(between), cues::AMONG)
}
