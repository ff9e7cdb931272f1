//! Links from a finding to its words.

use crate::overview::Overview;
use crate::visible::line;
use corroborate_compare::Place;
use corroborate_text::Span;
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
    /// Some words before them in the same block, where the link is made in its context.
    pub before: String,
    /// Some words after them.
    pub after: String,
}

impl Link {
    pub(super) fn new(overview: &Overview, place: Place) -> Self {
        Self {
            number: place.account + 1,
            label: overview.label(place.account).to_owned(),
            target: target(place.account, place.span.start()),
            span: span(place),
            words: overview.words(place),
            before: String::new(),
            after: String::new(),
        }
    }

    /// The same with the words around it.
    pub(super) fn in_context(overview: &Overview, place: Place) -> Self {
        let (before, after) = context(overview, place).unwrap_or_default();
        Self { before, after, ..Self::new(overview, place) }
    }

    pub(super) fn all<'p>(overview: &Overview, places: impl IntoIterator<Item = &'p Place>) -> Vec<Self> {
        places.into_iter().map(|&place| Self::new(overview, place)).collect()
    }
}

/// Bytes of context on either side, before it is cut at a word.
const CONTEXT: usize = 60;

/// What stands before and after the words in their block, with an ellipsis where it is cut.
fn context(overview: &Overview, place: Place) -> Option<(String, String)> {
    let article = &overview.story.accounts.get(place.account)?.article;
    let block =
        article.blocks.iter().find(|block| block.span.covers(place.span)).map(|block| block.content)?;
    let before = Span::new(block.start().min(place.span.start()), place.span.start()).get(&article.text)?;
    let after = Span::new(place.span.end(), block.end().max(place.span.end())).get(&article.text)?;
    let before = match before.len().checked_sub(CONTEXT) {
        Some(least) if least > 0 => {
            let cut = before.char_indices().find(|(at, c)| *at >= least && c.is_whitespace());
            format!("… {}", cut.map_or("", |(at, _)| before.get(at..).unwrap_or_default()).trim_start())
        }
        _ => before.to_owned(),
    };
    let after = if after.len() > CONTEXT {
        let cut = after
            .char_indices()
            .take_while(|(at, _)| *at <= CONTEXT)
            .filter(|(_, c)| c.is_whitespace())
            .last();
        format!("{} …", cut.map_or("", |(at, _)| after.get(..at).unwrap_or_default()))
    } else {
        after.to_owned()
    };
    let space = |there: bool| if there { " " } else { "" };
    let (gap, next) = (before.ends_with(char::is_whitespace), after.starts_with(char::is_whitespace));
    Some((line(&before) + space(gap), space(next).to_owned() + &line(&after)))
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
