//! Which facts the accounts that report for themselves tell, and in which order.

use super::role::{Role, Source};
use super::sheet::{Fact, FactSheet, Reach};
use crate::seed::Seed;
use std::collections::BTreeMap;

/// The facts of each account that are its own, the lead first; the last plan is that of the missing source.
///
/// A copy's plan holds only what it adds to what it copied. No two reporters write the same sentence: in stories of
/// few accounts a fact is told by no more of them than there are ways to tell it.
pub(crate) fn plans<'a>(chance: &mut Seed, sheet: &'a FactSheet, roles: &[Role]) -> Vec<Vec<&'a Fact>> {
    let mut plans = drawn(chance, sheet, roles);
    if roles.len() <= FEW {
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        let count = plans.len();
        // The missing source first: the others can do without a fact.
        for plan in std::iter::once(count - 1).chain(0..count - 1) {
            let Some(plan) = plans.get_mut(plan) else { continue };
            plan.retain(|fact| {
                let tellers = told.entry(&fact.key).or_default();
                *tellers += 1;
                // One way is left for those who tell it after another in their own words.
                let ways = fact.forms("says").len();
                fact.quote || fact.reach == Reach::Lead || *tellers < ways.max(2)
            });
        }
    }
    plans
}

fn drawn<'a>(chance: &mut Seed, sheet: &'a FactSheet, roles: &[Role]) -> Vec<Vec<&'a Fact>> {
    let mut pool = Pool { sheet, left: Vec::new(), filled: false, endless: roles.len() > FEW };
    let is_hidden = roles.iter().any(|role| role.source() == Some(Source::Hidden));
    let hidden = if is_hidden { original(chance, sheet, &mut pool, true) } else { Vec::new() };
    let mut plans: Vec<Vec<&Fact>> = vec![Vec::new(); roles.len()];
    for (index, (plan, role)) in plans.iter_mut().zip(roles).enumerate() {
        if role.copied.is_none() {
            *plan = original(chance, sheet, &mut pool, index == 0);
        }
    }
    for (plan, _) in plans.iter_mut().zip(roles).filter(|(_, role)| role.partly) {
        *plan = added(chance, sheet, &mut pool);
    }
    plans.push(hidden);
    plans
}

/// How many reporters tell each fact for themselves.
pub(crate) fn tellers(plans: &[Vec<&Fact>]) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    for fact in plans.iter().flatten() {
        *told.entry(fact.key.clone()).or_default() += 1;
    }
    told
}

/// Among so many accounts, no fact is had by two reporters independently that only one is to have.
const FEW: usize = 12;

/// What only one reporter has, each fact once as long as there are enough.
struct Pool<'a> {
    sheet: &'a FactSheet,
    left: Vec<&'a Fact>,
    filled: bool,
    /// Facts are given out again when all were: among very many reporters, two have the same.
    endless: bool,
}

impl<'a> Pool<'a> {
    fn take(&mut self, chance: &mut Seed, count: usize) -> Vec<&'a Fact> {
        let mut taken: Vec<&Fact> = Vec::new();
        for _ in 0..count {
            if self.left.is_empty() && (self.endless || !self.filled) {
                self.filled = true;
                let own = self.sheet.facts.iter().filter(|fact| fact.reach == Reach::Own);
                self.left = chance.shuffled(own.collect());
            }
            taken.extend(self.left.pop().filter(|fact| !taken.iter().any(|known| known.key == fact.key)));
        }
        taken
    }
}

fn original<'a>(chance: &mut Seed, sheet: &'a FactSheet, pool: &mut Pool<'a>, rich: bool) -> Vec<&'a Fact> {
    let mut told: Vec<(usize, &Fact)> = Vec::new();
    for fact in &sheet.facts {
        let (told_by, from) = match fact.reach {
            Reach::Lead | Reach::Own => continue,
            Reach::Core => (if rich { 10 } else { 7 }, 0),
            Reach::Shared => (if rich { 7 } else { 3 }, 40),
        };
        if chance.chance(told_by, 10) {
            told.push((from + chance.below(100), fact));
        }
    }
    // Two reporters on one event have about a third of their facts in common.
    let count = chance.within(5, 7);
    for fact in pool.take(chance, usize::try_from(count).unwrap_or(6)) {
        told.push((50 + chance.below(100), fact));
    }
    told.sort_by_key(|(at, _)| *at);
    sheet.facts.first().into_iter().chain(told.into_iter().map(|(_, fact)| fact)).collect()
}

fn added<'a>(chance: &mut Seed, sheet: &'a FactSheet, pool: &mut Pool<'a>) -> Vec<&'a Fact> {
    let mut added = pool.take(chance, 5);
    let shared: Vec<&Fact> = sheet.facts.iter().filter(|fact| fact.reach == Reach::Shared).collect();
    added.extend(chance.shuffled(shared).into_iter().take(2));
    chance.shuffled(added)
}
