//! How much of what two stretches of text say is the same.

use super::Term;

/// What two lists of terms share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Overlap {
    /// Weight of what matches, synonyms in part.
    pub(crate) matched: f64,
    /// Weight of what does not, on the side that has less of it.
    pub(crate) less: f64,
    /// Weight of what does not, on the side that has more of it.
    pub(crate) more: f64,
    /// Matched terms that are no names and no titles.
    pub(crate) content: f64,
}

impl Overlap {
    /// Tversky's ratio with more forgiveness for the side that simply says more, in 0..=1.
    ///
    /// The constant keeps two short stretches that share one common word from scoring high.
    pub(crate) fn ratio(self) -> f64 {
        self.matched / (self.matched + 0.5 * self.less + 0.2 * self.more + 2.0)
    }
}

/// Matches terms one to one, the same before synonyms, each with the best partner left.
pub(crate) fn overlap(a: &[Term], b: &[Term]) -> Overlap {
    let mut taken = vec![false; b.len()];
    let mut shared = Overlap::default();
    let (mut left_a, mut left_b) = (0.0, b.iter().map(|term| term.weight).sum::<f64>());
    let mut open: Vec<&Term> = Vec::new();
    for term in a {
        let same = b
            .iter()
            .enumerate()
            .find(|(index, other)| other.key == term.key && taken.get(*index).is_some_and(|taken| !taken));
        match same {
            Some((index, other)) => {
                count(&mut shared, term, term.weight.min(other.weight), &mut taken, index);
                left_b -= other.weight;
            }
            None => open.push(term),
        }
    }
    for term in open {
        let best = b
            .iter()
            .enumerate()
            .filter(|(index, _)| taken.get(*index).is_some_and(|taken| !taken))
            .map(|(index, other)| (index, other, term.quality(other)))
            .filter(|(_, _, quality)| *quality > 0.0)
            .max_by(|x, y| x.2.total_cmp(&y.2).then(y.0.cmp(&x.0)));
        match best {
            Some((index, other, quality)) => {
                let weight = quality * term.weight.min(other.weight);
                count(&mut shared, term, weight, &mut taken, index);
                left_a += term.weight - weight;
                left_b -= weight;
            }
            None => left_a += term.weight,
        }
    }
    shared.less = left_a.min(left_b).max(0.0);
    shared.more = left_a.max(left_b).max(0.0);
    shared
}

fn count(shared: &mut Overlap, term: &Term, weight: f64, taken: &mut [bool], index: usize) {
    shared.matched += weight;
    if !matches!(term.class, super::TermClass::Entity | super::TermClass::Title) {
        shared.content += weight;
    }
    if let Some(taken) = taken.get_mut(index) {
        *taken = true;
    }
}
