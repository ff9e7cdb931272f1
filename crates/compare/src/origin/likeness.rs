//! How much of what one account tells another tells too, and in which order.

use super::sentence::{Sentence, Stems, sentences};
use crate::lexicon;
use crate::pairs::pairs;
use crate::{Account, Claim, Stance};
use corroborate_text::Span;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Least weight and share of a sentence that another sentence must match to answer to it.
const ANSWER_WEIGHT: f64 = 6.0;
const ANSWER_SHARE: f64 = 0.36;

/// Fewest claims that others have in common from which something follows.
const LEAST_COMMON: usize = 5;

/// Most claims whose order is compared: their pairs are counted one by one.
const MOST_ORDERED: usize = 256;

/// How one account stands to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Likeness {
    /// Share of what the first account says, by weight, that single sentences of the other say too: in 0..=1.
    pub(super) contained: f64,
    /// Sentences of the first account.
    pub(super) sentences: usize,
    /// Sentences of it that a sentence of the other answers to.
    pub(super) answered: usize,
    /// Places at which the first account makes claims. One sentence can be in several claims; it counts once.
    pub(super) claims: usize,
    /// Of them, those where it makes one that the other makes as well.
    pub(super) common: usize,
    /// Of the pairs of common claims, how many more stand in the same order in both than in the other order, as a
    /// share: in -1..=1.
    pub(super) order: f64,
}

/// The running text of all accounts as weighed stems, sentence by sentence.
pub(super) struct Telling {
    accounts: Vec<Vec<Sentence>>,
    /// For each account, the sentences that hold a stem.
    postings: Vec<FxHashMap<u32, Vec<u32>>>,
    weights: Vec<f64>,
    /// For each account, the claims it makes and where, ascending.
    claims: Vec<Vec<(usize, usize)>>,
    /// For two accounts that were asked for, what [`Telling::best`] has found for each sentence of the first.
    known: RefCell<FxHashMap<(usize, usize), Bests>>,
}

/// The weight that a sentence has in common with the one of another account most like it, and which that is.
type Best = (f64, usize);

/// The same for all sentences of an account.
type Bests = Rc<[Best]>;

impl Telling {
    pub(super) fn new(accounts: &[Account], claims: &[Claim]) -> Self {
        let mut keys = Stems::default();
        let mut told: Vec<Vec<Sentence>> =
            accounts.iter().map(|account| sentences(account, &mut keys)).collect();
        let keys = keys.numbers;
        let mut met = vec![0_u32; keys.len()];
        for sentence in told.iter().flatten() {
            for &stem in &sentence.stems {
                if let Some(met) = met.get_mut(stem as usize) {
                    *met += 1;
                }
            }
        }
        let total = told.iter().map(Vec::len).sum::<usize>() as f64;
        let mut weights = vec![0.0; keys.len()];
        for (key, &number) in &keys {
            let here = f64::from(met.get(number as usize).copied().unwrap_or(0));
            let rare = ((total + 1.0) / (here + 0.5)).ln().max(0.1);
            if let Some(weight) = weights.get_mut(number as usize) {
                // As for aligning claims: how much the stem says in this story and in general.
                *weight = (rare * lexicon::rarity(key).max(0.1)).sqrt();
            }
        }
        let mut postings = Vec::with_capacity(told.len());
        for sentences in &mut told {
            let mut index: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
            for (number, sentence) in (0_u32..).zip(sentences.iter_mut()) {
                sentence.weight = sentence.stems.iter().filter_map(|&stem| weights.get(stem as usize)).sum();
                for &stem in &sentence.stems {
                    index.entry(stem).or_default().push(number);
                }
            }
            postings.push(index);
        }
        Self {
            accounts: told,
            postings,
            weights,
            claims: spoken(accounts.len(), claims),
            known: RefCell::default(),
        }
    }

    /// How the account `a` stands to the account `b`.
    pub(super) fn likeness(&self, a: usize, b: usize) -> Likeness {
        let (mut all, mut found) = (0.0, 0.0);
        let mut answered = 0;
        for (sentence, &(best, _)) in self.accounts.get(a).into_iter().flatten().zip(&*self.bests(a, b)) {
            all += sentence.weight;
            found += best;
            answered += usize::from(is_answer(best, sentence.weight));
        }
        let common = self.common(a, b);
        let places = |claims: &mut dyn Iterator<Item = usize>| claims.collect::<BTreeSet<usize>>().len();
        let own = self.claims.get(a).map_or(&[][..], Vec::as_slice);
        Likeness {
            contained: if all > 0.0 { found / all } else { 0.0 },
            sentences: self.accounts.get(a).map_or(0, Vec::len),
            answered,
            claims: places(&mut own.iter().map(|&(_, at)| at)),
            common: places(&mut common.iter().map(|&(at, _)| at)),
            order: order(&common.into_iter().map(|(_, place)| place).take(MOST_ORDERED).collect::<Vec<_>>()),
        }
    }

    /// For each sentence of `a` the one of `b` that is most like it.
    fn bests(&self, a: usize, b: usize) -> Bests {
        if let Some(known) = self.known.borrow().get(&(a, b)) {
            return known.clone();
        }
        let (Some(own), Some(other), Some(index)) =
            (self.accounts.get(a), self.accounts.get(b), self.postings.get(b))
        else {
            return Rc::default();
        };
        let mut shared = vec![0.0_f64; other.len()];
        let bests: Bests = own.iter().map(|sentence| self.best(sentence, index, &mut shared)).collect();
        self.known.borrow_mut().insert((a, b), bests.clone());
        bests
    }

    /// The weight that a sentence has in common with the one of another account most like it, and which that is.
    fn best(&self, sentence: &Sentence, index: &FxHashMap<u32, Vec<u32>>, shared: &mut [f64]) -> Best {
        shared.fill(0.0);
        // The sum of a sentence only grows: the greatest of all is among the sums on the way.
        let mut best = (0.0, 0);
        for &stem in &sentence.stems {
            let weight = self.weights.get(stem as usize).copied().unwrap_or(0.0);
            for &at in index.get(&stem).map_or(&[][..], Vec::as_slice) {
                let at = at as usize;
                if let Some(shared) = shared.get_mut(at) {
                    *shared += weight;
                    // Of equal sums that of the first sentence counts.
                    if *shared > best.0 || *shared >= best.0 && at < best.1 {
                        best = (*shared, at);
                    }
                }
            }
        }
        best
    }

    /// The sentences of an account's running text: where they stand, and what they weigh.
    pub(super) fn sentences(&self, account: usize) -> impl Iterator<Item = (Span, f64)> + '_ {
        let own = self.accounts.get(account).map_or(&[][..], Vec::as_slice);
        own.iter().map(|sentence| (sentence.span, sentence.weight))
    }

    /// For each sentence of `a`, the sentence of `b` that tells the same, by its words or by a claim that both make,
    /// and the share of its weight that the two have in common.
    pub(super) fn answers(&self, a: usize, b: usize) -> Vec<Option<(usize, f64)>> {
        let (Some(own), Some(other)) = (self.accounts.get(a), self.accounts.get(b)) else {
            return Vec::new();
        };
        let mut found: Vec<Option<(usize, f64)>> = own
            .iter()
            .zip(&*self.bests(a, b))
            .map(|(sentence, &(best, at))| {
                is_answer(best, sentence.weight).then(|| (at, best / sentence.weight))
            })
            .collect();
        let at = |sentences: &[Sentence], place: usize| {
            let next = sentences.partition_point(|sentence| sentence.span.start() <= place);
            next.checked_sub(1).filter(|&at| sentences.get(at).is_some_and(|s| place < s.span.end()))
        };
        for (place, there) in self.common(a, b) {
            let (Some(i), Some(j)) = (at(own, place), at(other, there)) else { continue };
            if let Some(slot) = found.get_mut(i).filter(|slot| slot.is_none()) {
                *slot = Some((j, ANSWER_SHARE));
            }
        }
        found
    }

    /// For each account of a group, of the claims that two or more of the others make the share that it makes too;
    /// none where these are few.
    pub(super) fn held_of_common(&self, group: &[usize]) -> Vec<Option<f64>> {
        // An account makes a claim once.
        let made = |account: usize| self.claims.get(account).into_iter().flatten().map(|&(claim, _)| claim);
        let mut makers: FxHashMap<usize, usize> = FxHashMap::default();
        for claim in group.iter().flat_map(|&account| made(account)) {
            *makers.entry(claim).or_default() += 1;
        }
        let all = makers.values().filter(|&&makers| makers > 1).count();
        let share = |&account: &usize| {
            let makers = |claim: usize| makers.get(&claim).copied().unwrap_or(0);
            let held = made(account).filter(|&claim| makers(claim) > 2).count();
            // What only one other makes is not common to others.
            let common = all - made(account).filter(|&claim| makers(claim) == 2).count();
            (common >= LEAST_COMMON).then(|| held as f64 / common as f64)
        };
        group.iter().map(share).collect()
    }

    /// For each account of a group, the weight of the sentences of the others that yet another of them tells too, and of
    /// these the weight of those that the account tells.
    ///
    /// The source of all others holds nearly all that any two of them have in common; one that drew on the same source
    /// as they did has left out other things than they did.
    pub(super) fn shared_by_others(&self, group: &[usize]) -> Vec<(f64, f64)> {
        let mut found = vec![(0.0, 0.0); group.len()];
        for &teller in group {
            let tellings: Vec<Vec<bool>> = group
                .iter()
                .map(|&other| {
                    let answers = if other == teller { Vec::new() } else { self.answers(teller, other) };
                    answers.iter().map(Option::is_some).collect()
                })
                .collect();
            for (at, (_, weight)) in self.sentences(teller).enumerate() {
                let tells = |telling: &Vec<bool>| telling.get(at).copied().unwrap_or(false);
                let tellers = tellings.iter().filter(|telling| tells(telling)).count();
                for ((account, telling), (all, held)) in group.iter().zip(&tellings).zip(&mut found) {
                    let own = tells(telling);
                    if *account != teller && tellers > usize::from(own) {
                        *all += weight;
                        *held += if own { weight } else { 0.0 };
                    }
                }
            }
        }
        found
    }

    /// Where `a` and `b` make the claims that both make, in the order in which `a` does.
    fn common(&self, a: usize, b: usize) -> Vec<(usize, usize)> {
        let (Some(own), Some(other)) = (self.claims.get(a), self.claims.get(b)) else { return Vec::new() };
        let mut places: Vec<(usize, usize)> = own
            .iter()
            .filter_map(|&(claim, at)| {
                let found = other.binary_search_by_key(&claim, |&(claim, _)| claim).ok()?;
                Some((at, other.get(found)?.1))
            })
            .collect();
        places.sort_unstable();
        places
    }
}

/// Whether so much in common makes one sentence the answer to another of this weight.
fn is_answer(common: f64, weight: f64) -> bool {
    common >= ANSWER_WEIGHT && common >= ANSWER_SHARE * weight
}

fn spoken(accounts: usize, claims: &[Claim]) -> Vec<Vec<(usize, usize)>> {
    let mut found = vec![Vec::new(); accounts];
    for (number, claim) in claims.iter().enumerate() {
        // What one says and the other contradicts, each may have from a source of its own.
        for cell in claim.cells.iter().filter(|cell| cell.stance == Stance::Says) {
            let at = cell.evidence.first().map(|span| span.start());
            if let (Some(at), Some(found)) = (at, found.get_mut(cell.account)) {
                found.push((number, at));
            }
        }
    }
    found
}

/// Kendall's tau over places, those that are equal left out.
fn order(places: &[usize]) -> f64 {
    let (mut with, mut against) = (0_usize, 0_usize);
    for (x, y) in pairs(places) {
        with += usize::from(x < y);
        against += usize::from(x > y);
    }
    if with + against == 0 { 0.0 } else { (with as f64 - against as f64) / (with + against) as f64 }
}

#[cfg(test)]
mod tests;
