//! Origins: which accounts draw on one source.

mod credit;
mod direction;
mod evidence;
mod extent;
mod group;
mod likeness;
mod quoted;
mod retold;
mod sentence;

pub use extent::{Derivation, Extent};

use crate::{Account, Claim, QuoteFamily, Reuse};
use evidence::Pair;
use group::Group;
use likeness::Telling;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// How accounts that share an origin do so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginRelation {
    /// One of them is the source of the others.
    Derives,
    /// All draw on one source, which may be missing.
    Common,
}

impl OriginRelation {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Derives => "derives",
            Self::Common => "common",
        }
    }
}

/// Accounts that share an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Indices of the accounts, two or more, in order.
    pub accounts: Vec<usize>,
    /// How they share it.
    pub relation: OriginRelation,
    /// The account that the others derive from, where that can be told.
    pub from: Option<usize>,
    /// How much of each account but the source is drawn from there.
    pub derivations: Vec<Derivation>,
    /// How sure, in 0..=1.
    pub confidence: f64,
    /// What speaks for it, each a named signal with its words.
    pub signals: Vec<String>,
}

/// Stories of up to so many accounts are held against each other pair by pair; in larger ones only accounts that
/// share a passage, a quotation or claims that few others make, and of these for each account the likeliest.
const ALL_PAIRS: usize = 48;

/// Finds the accounts that share an origin, in the order of their first accounts, and the passages that two of them
/// tell in different words.
///
/// The evidence on each pair of accounts is weighed as logarithms of odds and added up; pairs that clearly
/// more likely than not share an origin are brought together. An account is in one origin at most; one that is in none is an
/// origin by itself.
pub(crate) fn find(
    accounts: &[Account],
    claims: &[Claim],
    reuse: &[Reuse],
    families: &[QuoteFamily],
) -> (Vec<Origin>, Vec<Reuse>) {
    let telling = Telling::new(accounts, claims);
    let credits = credit::find(accounts);
    let candidates = candidates(accounts.len(), claims, reuse, families);
    let quoted = quoted::find(accounts, families, &candidates);
    // Reuse comes in the order of the places, not of the pairs.
    let mut passages: HashMap<(usize, usize), Vec<Reuse>> = HashMap::new();
    for reuse in reuse {
        passages.entry((reuse.a.account, reuse.b.account)).or_default().push(*reuse);
    }
    let passages = |a: usize, b: usize| passages.get(&(a, b)).map_or(&[][..], Vec::as_slice);
    let weigh = |(a, b)| evidence::weigh(accounts, a, b, &telling, &credits, &quoted, passages(a, b));
    let pairs: Vec<Pair> = candidates.into_iter().map(weigh).collect();
    let groups = group::groups(accounts.len(), &pairs);
    let mut retold: Vec<Reuse> = Vec::new();
    for pair in told_together(accounts.len(), &groups, &pairs) {
        retold.extend(retold::find(accounts, &telling, pair, passages(pair.a, pair.b)));
    }
    let origins = groups
        .into_iter()
        .map(|group| {
            let direction = direction::source(accounts, &group.accounts, &pairs, &credits, &telling);
            let source = direction.source;
            Origin {
                relation: if source.is_some() { OriginRelation::Derives } else { OriginRelation::Common },
                from: source,
                derivations: extent::derivations(&telling, &pairs, &group.accounts, source),
                confidence: group.confidence,
                signals: group::signals(&group, &pairs, &direction, accounts),
                accounts: group.accounts,
            }
        })
        .collect();
    (origins, retold)
}

/// The pairs of one origin that are looked through for what one tells in the words of the other: all of them, and in a
/// large story those that hold their groups together.
fn told_together<'p>(size: usize, groups: &[Group], pairs: &'p [Pair]) -> Vec<&'p Pair> {
    let mut group_of = vec![None; size];
    for (number, group) in groups.iter().enumerate() {
        for &account in &group.accounts {
            if let Some(slot) = group_of.get_mut(account) {
                *slot = Some(number);
            }
        }
    }
    let of = |account: usize| group_of.get(account).copied().flatten();
    let ties: BTreeSet<usize> = groups.iter().flat_map(|group| group.ties.iter().copied()).collect();
    let together = |&(index, pair): &(usize, &Pair)| {
        of(pair.a).is_some() && of(pair.a) == of(pair.b) && (size <= ALL_PAIRS || ties.contains(&index))
    };
    pairs.iter().enumerate().filter(together).map(|(_, pair)| pair).collect()
}

/// Which accounts count as one origin.
pub(crate) struct Independent {
    of: HashMap<usize, usize>,
}

impl Independent {
    pub(crate) fn new(origins: &[Origin]) -> Self {
        let members = origins.iter().enumerate();
        let of = members.flat_map(|(number, origin)| origin.accounts.iter().map(move |&a| (a, number)));
        Self { of: of.collect() }
    }

    /// How many independent origins stand behind these accounts: those that share one count once, each other for
    /// itself. An account named twice counts once.
    ///
    /// This errs on the side of too few: two accounts of one origin that both have a fact from elsewhere count once,
    /// since a fact that the source was not found to hold may be one that its copy at hand has dropped.
    pub(crate) fn among(&self, accounts: impl IntoIterator<Item = usize>) -> usize {
        let mut seen: Vec<(Option<usize>, usize)> = accounts
            .into_iter()
            .map(|account| match self.of.get(&account) {
                Some(&origin) => (Some(origin), 0),
                None => (None, account),
            })
            .collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    }
}

/// The pairs of accounts to look at, in order.
fn candidates(
    size: usize,
    claims: &[Claim],
    reuse: &[Reuse],
    families: &[QuoteFamily],
) -> Vec<(usize, usize)> {
    if size <= ALL_PAIRS {
        return (0..size).flat_map(|a| (a + 1..size).map(move |b| (a, b))).collect();
    }
    let among = |members: Vec<usize>| -> Vec<(usize, usize)> {
        // A claim that very many make brings no one together; the first few stand for them.
        let partners = if members.len() <= 16 { members.len() } else { 2 };
        let first = members.get(..partners).unwrap_or_default().to_vec();
        first
            .into_iter()
            .flat_map(|a| members.iter().filter(move |&&b| a < b).map(move |&b| (a, b)).collect::<Vec<_>>())
            .collect()
    };
    let told = claims.iter().flat_map(|claim| among(claim.sayers().collect()));
    let quoted = families.iter().flat_map(|family| {
        let mut members: Vec<usize> = family.versions.iter().map(|version| version.account).collect();
        members.sort_unstable();
        members.dedup();
        among(members)
    });
    let mut evidence: HashMap<(usize, usize), usize> = HashMap::new();
    for pair in told.chain(quoted) {
        *evidence.entry(pair).or_default() += FOUND;
    }
    for reuse in reuse {
        *evidence.entry((reuse.a.account, reuse.b.account)).or_default() += reuse.a.span.len();
    }
    strongest(size, evidence)
}

/// What a claim or a quotation in common counts, beside the bytes of a passage, where partners are chosen.
const FOUND: usize = 80;

/// Most partners of an account in a large story, those with which it has most in common.
const PARTNERS: usize = 24;

/// The pairs that are among the strongest of either account, in order.
fn strongest(size: usize, evidence: HashMap<(usize, usize), usize>) -> Vec<(usize, usize)> {
    let mut partners: Vec<Vec<(Reverse<usize>, usize)>> = vec![Vec::new(); size];
    for ((a, b), weight) in evidence {
        for (own, other) in [(a, b), (b, a)] {
            if let Some(partners) = partners.get_mut(own) {
                partners.push((Reverse(weight), other));
            }
        }
    }
    let mut pairs = Vec::new();
    for (account, mut others) in partners.into_iter().enumerate() {
        others.sort_unstable();
        others.truncate(PARTNERS);
        pairs.extend(others.into_iter().map(|(_, other)| (account.min(other), account.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests;
