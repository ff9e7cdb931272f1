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
    // Most terms find no partner, and the bits of the other side tell so at once.
    let (keys, kin) = b.iter().fold((0, 0), |(keys, kin), term| (keys | term.key_bit(), kin | term.kin));
    let (mut matched, mut taken) = (Marks::of(a.len()), Marks::of(b.len()));
    let mut shared = Overlap::default();
    let (mut left_a, mut left_b) = (0.0, b.iter().map(|term| term.weight).sum::<f64>());
    for (at, term) in a.iter().enumerate().filter(|(_, term)| term.key_bit() & keys != 0) {
        let free = |(index, other): &(usize, &Term)| other.key == term.key && !taken.has(*index);
        if let Some((index, other)) = b.iter().enumerate().find(free) {
            count(&mut shared, term, term.weight.min(other.weight));
            matched.set(at);
            taken.set(index);
            left_b -= other.weight;
        }
    }
    for term in a.iter().enumerate().filter(|(at, _)| !matched.has(*at)).map(|(_, term)| term) {
        if term.kin & kin == 0 {
            left_a += term.weight;
            continue;
        }
        let free = b.iter().enumerate().filter(|(index, _)| !taken.has(*index));
        let best = free
            .map(|(index, other)| (index, other, term.quality(other)))
            .filter(|(_, _, quality)| *quality > 0.0)
            .max_by(|x, y| x.2.total_cmp(&y.2).then(y.0.cmp(&x.0)));
        match best {
            Some((index, other, quality)) => {
                let weight = quality * term.weight.min(other.weight);
                count(&mut shared, term, weight);
                taken.set(index);
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

fn count(shared: &mut Overlap, term: &Term, weight: f64) {
    shared.matched += weight;
    if !matches!(term.class, super::TermClass::Entity | super::TermClass::Title) {
        shared.content += weight;
    }
}

/// Which places of a list are marked; lists of up to 64 take no memory.
struct Marks {
    first: u64,
    rest: Vec<bool>,
}

impl Marks {
    fn of(length: usize) -> Self {
        Self { first: 0, rest: vec![false; length.saturating_sub(64)] }
    }

    fn has(&self, at: usize) -> bool {
        if at < 64 { self.first >> at & 1 == 1 } else { self.rest.get(at - 64).is_some_and(|marked| *marked) }
    }

    fn set(&mut self, at: usize) {
        if at < 64 {
            self.first |= 1 << at;
        } else if let Some(marked) = self.rest.get_mut(at - 64) {
            *marked = true;
        }
    }
}
