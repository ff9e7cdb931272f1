//! Dates of accounts that give no date of their own, placed through the other accounts of the story.

use crate::Account;
use corroborate_temporal::{Civil, TimeExpression, annotate};
use std::collections::BTreeMap;

/// The dates of each account.
///
/// An account that says when it was published has its dates resolved already. For one that does not, *Tuesday* is
/// resolved against the publication of the other accounts; it is placed where all of these agree, and stays
/// partial where they do not. Of the accounts of one day the first and the last stand for all.
pub(crate) fn resolve(accounts: &[Account]) -> Vec<Vec<TimeExpression>> {
    let references = references(accounts);
    accounts
        .iter()
        .map(|account| {
            let dates = &account.annotations.dates;
            let open = dates.iter().any(|date| date.earliest.is_none());
            if account.article.metadata.published.is_some() || !open {
                return dates.clone();
            }
            through(dates, &account.article.text, &references)
        })
        .collect()
}

/// The first and the last publication of each day, in order.
fn references(accounts: &[Account]) -> Vec<Civil> {
    let published = accounts.iter().filter_map(|account| account.article.metadata.published.as_ref());
    let mut days: BTreeMap<Civil, (Civil, Civil)> = BTreeMap::new();
    for moment in published.map(|published| published.moment) {
        let day = Civil::date(moment.year(), moment.month(), moment.day()).unwrap_or(moment);
        let (first, last) = days.entry(day).or_insert((moment, moment));
        *first = (*first).min(moment);
        *last = (*last).max(moment);
    }
    let mut references: Vec<Civil> = days.into_values().flat_map(|(first, last)| [first, last]).collect();
    references.dedup();
    references
}

/// The dates of a text, those that are open placed where they mean the same at all references.
fn through(dates: &[TimeExpression], text: &str, references: &[Civil]) -> Vec<TimeExpression> {
    let mut references = references.iter();
    let read = |reference: &Civil| annotate(text, Some(*reference));
    let Some(first) = references.next().map(read) else { return dates.to_vec() };
    let mut placed: Vec<Option<&TimeExpression>> = dates
        .iter()
        .map(|date| match date.earliest {
            Some(_) => None,
            None => at(&first, date),
        })
        .collect();
    for other in references.map(read) {
        for (date, slot) in dates.iter().zip(&mut placed) {
            if slot.is_some_and(|first| at(&other, date).is_none_or(|other| other.value != first.value)) {
                *slot = None;
            }
        }
    }
    dates.iter().zip(placed).map(|(date, placed)| placed.unwrap_or(date).clone()).collect()
}

/// The expression at the same place.
fn at<'a>(found: &'a [TimeExpression], date: &TimeExpression) -> Option<&'a TimeExpression> {
    let index = found.binary_search_by_key(&date.span, |other| other.span).ok()?;
    found.get(index)
}
