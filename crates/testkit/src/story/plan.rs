//! Which facts the accounts that report for themselves tell, and in which order.

use super::role::Role;
use super::sheet::{Fact, FactSheet, Reach};
use crate::seed::Seed;

/// The facts of each account that are its own, the lead first; the last plan is that of the missing source.
///
/// A copy's plan holds only what it adds to what it copied.
pub(crate) fn plans<'a>(chance: &mut Seed, sheet: &'a FactSheet, roles: &[Role]) -> Vec<Vec<&'a Fact>> {
    let mut pool = Pool { sheet, left: Vec::new() };
    let mut plans: Vec<Vec<&Fact>> = Vec::new();
    for (index, role) in roles.iter().enumerate() {
        plans.push(match (role.copied, role.partly) {
            (None, _) => original(chance, sheet, &mut pool, index == 0),
            (Some(_), true) => added(chance, sheet, &mut pool),
            (Some(_), false) => Vec::new(),
        });
    }
    plans.push(original(chance, sheet, &mut pool, true));
    plans
}

/// What only one reporter has, each fact once as long as there are enough.
struct Pool<'a> {
    sheet: &'a FactSheet,
    left: Vec<&'a Fact>,
}

impl<'a> Pool<'a> {
    fn take(&mut self, chance: &mut Seed, count: usize) -> Vec<&'a Fact> {
        let mut taken: Vec<&Fact> = Vec::new();
        for _ in 0..count {
            if self.left.is_empty() {
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
            Reach::Core => (if rich { 10 } else { 8 }, 0),
            Reach::Shared => (if rich { 7 } else { 4 }, 40),
        };
        if chance.chance(told_by, 10) {
            told.push((from + chance.below(100), fact));
        }
    }
    let count = chance.within(4, 6);
    for fact in pool.take(chance, usize::try_from(count).unwrap_or(5)) {
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
