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
        // Whatever has the same key is taken, so that only kin are left to ask.
        let free =
            b.iter().enumerate().filter(|(index, other)| term.kin & other.kin != 0 && !taken.has(*index));
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

#[cfg(test)]
mod tests {
    use super::super::TermClass;
    use super::super::term::tests::{synonyms, term};
    use super::*;
    use proptest::prelude::*;

    fn near(found: f64, right: f64) -> bool {
        (found - right).abs() < 1e-9
    }

    #[test]
    fn terms_are_matched_one_to_one() {
        let (one, other) = (term(1, TermClass::Word, 2.0), term(2, TermClass::Word, 3.0));
        let shared = overlap(&[one, one, other], &[one, term(3, TermClass::Word, 5.0)]);
        assert!(near(shared.matched, 2.0) && near(shared.content, 2.0), "{shared:?}");
        assert!(near(shared.less, 5.0) && near(shared.more, 5.0), "{shared:?}");
        let shared = overlap(&[one], &[one, one, other]);
        assert!(near(shared.matched, 2.0) && near(shared.less, 0.0) && near(shared.more, 5.0), "{shared:?}");
    }

    #[test]
    fn names_and_titles_are_no_content() {
        let terms = [
            term(1, TermClass::Entity, 1.0),
            term(2, TermClass::Title, 0.5),
            term(3, TermClass::Figure, 4.0),
            term(4, TermClass::Date, 2.0),
        ];
        let shared = overlap(&terms, &terms);
        assert!(near(shared.matched, 7.5) && near(shared.content, 6.0), "{shared:?}");
    }

    #[test]
    fn a_synonym_matches_in_part_and_after_the_same_word() {
        let [truce, ceasefire] = synonyms();
        let quality = truce.quality(&ceasefire);
        let shared = overlap(&[truce], &[ceasefire]);
        assert!(near(shared.matched, 2.0 * quality), "{shared:?}");
        assert!(near(shared.less, 2.0 - 2.0 * quality) && near(shared.more, shared.less), "{shared:?}");
        // The same word goes to the same word, wherever it stands, and then nothing is left for the synonym.
        for other in [[truce, ceasefire], [ceasefire, truce]] {
            let shared = overlap(&[ceasefire], &other);
            assert!(
                near(shared.matched, 2.0) && near(shared.less, 0.0) && near(shared.more, 2.0),
                "{shared:?}"
            );
        }
        let shared = overlap(&[truce, truce], &[ceasefire]);
        assert!(near(shared.matched, 2.0 * quality) && near(shared.more, 4.0 - 2.0 * quality), "{shared:?}");
    }

    #[test]
    fn what_only_one_of_them_says_weighs_less_than_what_both_say_otherwise() {
        let shared = |less, more| Overlap { matched: 4.0, less, more, content: 4.0 };
        assert!(near(shared(0.0, 0.0).ratio(), 4.0 / 6.0));
        assert!(shared(0.0, 4.0).ratio() > shared(4.0, 4.0).ratio());
        assert!(near(shared(2.0, 5.0).ratio(), 0.5));
    }

    proptest! {
        /// Keys of terms; each weighs the same wherever it stands.
        #[test]
        fn what_is_matched_is_what_both_have(
            a in prop::collection::vec(0..90_u32, 0..140),
            b in prop::collection::vec(0..90_u32, 0..140),
        ) {
            let weight = |key: u32| 1.0 + f64::from(key % 7);
            let terms = |keys: &[u32]| keys.iter().map(|&key| term(key, TermClass::Word, weight(key))).collect::<Vec<_>>();
            let count = |keys: &[u32], key: u32| keys.iter().filter(|&&other| other == key).count();
            let common: f64 = (0..90).map(|key| count(&a, key).min(count(&b, key)) as f64 * weight(key)).sum();
            let rest = |keys: &[u32]| keys.iter().map(|&key| weight(key)).sum::<f64>() - common;
            let shared = overlap(&terms(&a), &terms(&b));
            prop_assert!(near(shared.matched, common) && near(shared.content, common), "{shared:?} {common}");
            prop_assert!(near(shared.less, rest(&a).min(rest(&b))), "{shared:?}");
            prop_assert!(near(shared.more, rest(&a).max(rest(&b))), "{shared:?}");
        }
    }
}
