//! Links from a finding to its words.

use crate::overview::Overview;
use corroborate_compare::Place;
use std::fmt::Write;

/// Words of an account and the way to them.
pub(super) struct Link {
    /// Number of the account, from 1.
    pub number: usize,
    /// What the account is called.
    pub label: String,
    /// Where the link leads: the id of the first piece of the words in the account's text.
    pub target: String,
    /// The span, for the script: `account-start-end`.
    pub span: String,
    /// The words on one line.
    pub words: String,
}

impl Link {
    pub(super) fn new(overview: &Overview, place: Place) -> Self {
        Self {
            number: place.account + 1,
            label: overview.label(place.account).to_owned(),
            target: target(place.account, place.span.start()),
            span: span(place),
            words: overview.words(place),
        }
    }

    pub(super) fn all<'p>(overview: &Overview, places: impl IntoIterator<Item = &'p Place>) -> Vec<Self> {
        places.into_iter().map(|&place| Self::new(overview, place)).collect()
    }
}

/// The id of the piece of an account's text that starts at a byte.
pub(super) fn target(account: usize, start: usize) -> String {
    format!("p{account}-{start}")
}

/// A span for the script.
pub(super) fn span(place: Place) -> String {
    format!("{}-{}-{}", place.account, place.span.start(), place.span.end())
}

/// Indices for the script's filters: ` 0 2 `, a space around each.
pub(super) fn indices(accounts: &[usize]) -> String {
    let mut list = String::from(" ");
    for account in accounts {
        let _ = write!(list, "{account} ");
    }
    list
}
