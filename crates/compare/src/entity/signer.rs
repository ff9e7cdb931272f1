//! Who signed accounts: a reporter is nobody of the story.

use super::assign::{Joins, Name};
use super::item::Item;
use std::collections::{BTreeMap, BTreeSet};

/// Who only signed accounts, of the full names of a story, and which accounts have each name.
#[derive(Default)]
pub(super) struct Signers {
    signed: Vec<bool>,
    accounts: Vec<BTreeSet<usize>>,
}

impl Signers {
    pub(super) fn of(
        full: &[(usize, Vec<String>, Vec<String>)],
        items: &[Item],
        named: &[(Name, &'static str)],
        joins: &Joins,
    ) -> Self {
        let places: BTreeMap<usize, usize> =
            full.iter().enumerate().map(|(at, (index, ..))| (*index, at)).collect();
        let mut signers =
            Self { signed: vec![true; full.len()], accounts: vec![BTreeSet::new(); full.len()] };
        for (item, (name, _)) in items.iter().zip(named).filter(|(item, _)| item.is_full_name()) {
            let Some(&at) = joins.index(name).and_then(|index| places.get(&index)) else { continue };
            if let (Some(signed), Some(accounts)) = (signers.signed.get_mut(at), signers.accounts.get_mut(at))
            {
                *signed &= !item.is_told();
                accounts.insert(item.account);
            }
        }
        signers
    }

    pub(super) fn is_signer(&self, at: usize) -> bool {
        self.signed.get(at).copied().unwrap_or_default()
    }

    /// Whether two full names may be one person's. A reporter is nobody of the story for a name that is merely alike,
    /// but may stand in the same account by an initial: `Anna Berg`, `Picture: A. Berg`.
    pub(super) fn may_link(&self, a: usize, b: usize, initial: Option<usize>) -> bool {
        if !self.is_signer(a) && !self.is_signer(b) {
            return true;
        }
        let together = self.accounts.get(a).zip(self.accounts.get(b)).is_some_and(|(x, y)| !x.is_disjoint(y));
        let full = initial.map(|short| if short == a { b } else { a });
        together && full.map_or(self.is_signer(a) && self.is_signer(b), |full| self.is_signer(full))
    }
}
