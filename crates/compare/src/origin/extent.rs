//! How much of an account is drawn from the origin that it shares.

use super::evidence::Pair;
use super::likeness::Telling;

/// How much of an account is drawn from another source, in the three classes of the METER corpus (Gaizauskas and
/// others 2001); an account that shares no origin is not derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// Nearly all that it tells is told by the others of its origin.
    Wholly,
    /// A good part of it is its own.
    Partly,
}

impl Extent {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wholly => "wholly",
            Self::Partly => "partly",
        }
    }
}

/// What an account has from the origin that it shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derivation {
    /// Index of the account.
    pub account: usize,
    /// Share of its running text, by what its words say, that the source tells too, or where no source is known any
    /// of the others: in 0..=1.
    pub share: f64,
    /// The same in a word.
    pub extent: Extent,
}

/// Share from which on an account counts as wholly derived: a desk adds a line of its own or two.
const WHOLLY: f64 = 0.78;

/// For each account of an origin but its source, what it has from there.
///
/// Where no source is known, the others are those that it was held against: in a large story not all of them.
pub(super) fn derivations(
    telling: &Telling,
    pairs: &[Pair],
    accounts: &[usize],
    from: Option<usize>,
) -> Vec<Derivation> {
    let met = |a: usize, b: usize| {
        let key = (a.min(b), a.max(b));
        pairs.binary_search_by_key(&key, |pair| (pair.a, pair.b)).is_ok()
    };
    let drawn = accounts.iter().filter(|&&account| Some(account) != from);
    drawn
        .map(|&account| {
            let sources: Vec<usize> = match from {
                Some(from) => vec![from],
                None => accounts.iter().copied().filter(|&other| met(account, other)).collect(),
            };
            let share = share(telling, account, &sources);
            Derivation {
                account,
                share,
                extent: if share >= WHOLLY { Extent::Wholly } else { Extent::Partly },
            }
        })
        .collect()
}

fn share(telling: &Telling, account: usize, sources: &[usize]) -> f64 {
    let mut told: Vec<bool> = vec![false; telling.sentences(account).count()];
    for &source in sources {
        for (told, answer) in told.iter_mut().zip(telling.answers(account, source)) {
            *told |= answer.is_some();
        }
    }
    let all: f64 = telling.sentences(account).map(|(_, weight)| weight).sum();
    let sentences = telling.sentences(account).zip(told);
    let held: f64 = sentences.filter(|(_, told)| *told).map(|((_, weight), _)| weight).sum();
    if all > 0.0 { (held / all).min(1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{account, pair};
    use super::*;

    const SOURCE: [&str; 4] = [
        "A barge loaded with gravel sank in the lock of Ammerbach on Tuesday night.",
        "Divers found a crack two metres long below the waterline of the hull.",
        "Eleven ships are waiting on the canal, among them a tanker with rapeseed oil.",
        "The waterways office expects to lift the wreck within nine days.",
    ];
    const OWN: [&str; 3] = [
        "Her grandmother kept the lock when horses still pulled the boats, says Lotte Brandt.",
        "In the tavern behind the sluice gates they sell a beer named after the flood of 1925.",
        "Somebody has chalked the names of the skippers who are stuck here on the shutters.",
    ];

    fn drawn(copy: &[&str], from: Option<usize>) -> Vec<Derivation> {
        let accounts = [account("a", &SOURCE), account("b", copy)];
        derivations(&Telling::new(&accounts, &[]), &[pair(0, 1, 3.0)], &[0, 1], from)
    }

    #[test]
    fn a_copy_is_wholly_derived_though_it_leaves_something_out() {
        let found = drawn(&SOURCE[..3], Some(0));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].account, found[0].extent, found[0].share), (1, Extent::Wholly, 1.0));
    }

    #[test]
    fn what_an_account_adds_makes_it_partly_derived() {
        let found = drawn(&[SOURCE[0], OWN[0], SOURCE[2], OWN[1], OWN[2]], Some(0));
        assert_eq!(found[0].extent, Extent::Partly);
        assert!(found[0].share > 0.2 && found[0].share < 0.6, "{}", found[0].share);
    }

    #[test]
    fn without_a_source_each_is_held_against_the_others() {
        let found = drawn(&SOURCE[..2], None);
        assert_eq!(found.iter().map(|drawn| drawn.account).collect::<Vec<_>>(), [0, 1]);
        assert_eq!((found[0].extent, found[1].extent), (Extent::Partly, Extent::Wholly));
        // Only against those that it was compared with.
        let accounts = [account("a", &SOURCE), account("b", &SOURCE)];
        let none = derivations(&Telling::new(&accounts, &[]), &[], &[0, 1], None);
        assert!(none.iter().all(|drawn| drawn.share == 0.0), "{none:?}");
    }
}
