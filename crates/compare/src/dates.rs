//! Dates of accounts that give no date of their own, placed through the other accounts of the story.

use crate::Account;
use corroborate_temporal::{Civil, TimeExpression};

/// The dates of each account.
///
/// An account that says when it was published has its dates resolved already. For one that does not, *Tuesday* is
/// resolved against the publication of every other account; it is placed where all of these agree, and stays
/// partial where they do not.
pub(crate) fn resolve(accounts: &[Account]) -> Vec<Vec<TimeExpression>> {
    let mut references: Vec<Civil> = accounts
        .iter()
        .filter_map(|account| account.article.metadata.published.as_ref())
        .map(|published| published.moment)
        .collect();
    references.sort_unstable();
    references.dedup();
    accounts
        .iter()
        .map(|account| {
            let dates = &account.annotations.dates;
            if account.article.metadata.published.is_some() || references.is_empty() {
                return dates.clone();
            }
            dates.iter().map(|date| through(date, &account.article.text, &references)).collect()
        })
        .collect()
}

fn through(date: &TimeExpression, text: &str, references: &[Civil]) -> TimeExpression {
    let mut resolved = references.iter().map(|&reference| date.resolve(text, reference));
    match resolved.next() {
        Some(first) if resolved.all(|other| other.value == first.value) => first,
        _ => date.clone(),
    }
}
