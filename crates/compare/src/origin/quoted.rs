//! Quotations that accounts share.

use crate::{Account, FamilyRelation, QuoteFamily};
use corroborate_extract::QuotationKind;
use corroborate_text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest words of a quotation that counts: a word or two within marks may be anyone's.
const LEAST_WORDS: usize = 3;

/// Which quotations two accounts share, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared {
    /// Quotations of the first account that the other has too, in whole or in part.
    pub(super) a: BTreeSet<Span>,
    /// Quotations of the other.
    pub(super) b: BTreeSet<Span>,
    /// Of them, how often the first gives more of the words than the other.
    pub(super) a_fuller: usize,
    /// And how often the other does.
    pub(super) b_fuller: usize,
    /// Words that the two give alike where a third account gives them otherwise, in the first.
    pub(super) alike: Option<Span>,
}

/// The quotations of a story as evidence.
pub(super) struct Quoted {
    /// For each account, how many quotations it has.
    pub(super) counts: Vec<usize>,
    shared: BTreeMap<(usize, usize), Shared>,
}

impl Quoted {
    /// What two accounts share, the one with the lower index first.
    pub(super) fn shared(&self, a: usize, b: usize) -> Option<&Shared> {
        self.shared.get(&(a, b))
    }
}

/// Finds what the pairs of accounts in an ascending list share.
pub(super) fn find(accounts: &[Account], families: &[QuoteFamily], pairs: &[(usize, usize)]) -> Quoted {
    let counts = accounts
        .iter()
        .map(|account| {
            let marked = account.annotations.quotations.iter().filter(|q| q.kind != QuotationKind::Indirect);
            marked.filter(|q| words(account.article.words(q.content)).len() >= LEAST_WORDS).count()
        })
        .collect();
    let mut shared: BTreeMap<(usize, usize), Shared> = BTreeMap::new();
    for family in families.iter().filter(|family| family.relation != FamilyRelation::Paraphrased) {
        let versions: Vec<(usize, Span, Vec<String>)> = family
            .versions
            .iter()
            .map(|place| (place.account, place.span, words(place.words(accounts))))
            .filter(|(_, _, words)| words.len() >= LEAST_WORDS)
            .collect();
        // The longest version, the first of several, stands for what was said; who repeats it in full stands with it
        // in its own family.
        let said = versions.iter().map(|(_, _, words)| words).rev().max_by_key(|words| words.len()).cloned();
        let first = versions.iter().position(|(_, _, words)| Some(words) == said.as_ref());
        let repeats = |at: usize, words: &Vec<String>| Some(words) == said.as_ref() && Some(at) != first;
        let verbatim = family.relation == FamilyRelation::Verbatim;
        let versions: Vec<(usize, Span, Vec<String>)> = versions
            .iter()
            .enumerate()
            .filter(|(at, (_, _, words))| verbatim || !repeats(*at, words))
            .map(|(_, version)| version.clone())
            .collect();
        let distinct: BTreeSet<&Vec<String>> = versions.iter().map(|(_, _, words)| words).collect();
        for (at, (a, one, left)) in versions.iter().enumerate() {
            for (b, other, right) in versions.iter().skip(at + 1).filter(|(b, ..)| b != a) {
                let flip = a > b;
                let key = if flip { (*b, *a) } else { (*a, *b) };
                if pairs.binary_search(&key).is_err() {
                    continue;
                }
                let pair = shared.entry(key).or_default();
                let (first, second) = if flip { (other, one) } else { (one, other) };
                let (more, less) = if flip { (right.len(), left.len()) } else { (left.len(), right.len()) };
                pair.a.insert(*first);
                pair.b.insert(*second);
                pair.a_fuller += usize::from(more > less);
                pair.b_fuller += usize::from(less > more);
                let changed = matches!(family.relation, FamilyRelation::Altered | FamilyRelation::Spliced);
                if left == right && Some(left) != said.as_ref() && distinct.len() > 1 && changed {
                    pair.alike = Some(*first);
                }
            }
        }
    }
    Quoted { counts, shared }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
