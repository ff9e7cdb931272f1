//! Names that a page bears of its own accord: of its outlet, of the owner of the rights, of who signed the account.

use super::institution::is_acronym;
use super::item::{Item, item, split_person};
use super::signed;
use crate::Account;
use corroborate_extract::{EntityKind, Mention, NameParts};
use corroborate_text::Span;

/// A part of a page that names somebody of its own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The outlet's name as the page shows it.
    Outlet,
    /// The owner in a notice of copyright.
    Owner,
    /// Who signed the account, and from where.
    Signature,
}

/// The names that the page of an account bears: of the outlet, of the owner and of who signed the account.
pub(super) fn items(index: usize, account: &Account) -> Vec<Item> {
    outlet(index, account).into_iter().chain(signatures(index, account)).collect()
}

/// The outlet itself, where its page names it: others may speak of it.
fn outlet(index: usize, account: &Account) -> Vec<Item> {
    let Some(span) = account.article.metadata.outlet.as_ref().and_then(|outlet| outlet.evidence) else {
        return Vec::new();
    };
    let text = account.article.text.as_str();
    let named = |span: Span| {
        let item = of_page(index, account, span, EntityKind::Organisation, Page::Outlet);
        item.filter(|item| item.country.is_none())
    };
    // `NORLAND NEWS SERVICE (NNS)`, `NNS | Norland News Service`
    let line = span.of(text);
    let bracket = line.strip_suffix(')').and_then(|name| name.split_once(" (")).map(|pair| (pair, 2));
    let parted = || {
        let mark = [" | ", " – ", " — ", " - ", " · ", ": "].into_iter().find(|mark| line.contains(mark))?;
        let pair = line.split_once(mark)?;
        (is_acronym(pair.0) || is_acronym(pair.1)).then_some((pair, mark.len()))
    };
    match bracket.or_else(parted) {
        Some(((first, second), gap)) => {
            let start = span.start() + first.len() + gap;
            let first = Span::new(span.start(), span.start() + first.len());
            [first, Span::new(start, start + second.len())].into_iter().filter_map(named).collect()
        }
        None => named(span).into_iter().collect(),
    }
}

/// Who signed the account and from where, and who owns its page.
fn signatures(index: usize, account: &Account) -> Vec<Item> {
    let outlet = account.article.metadata.outlet.as_ref().and_then(|outlet| outlet.evidence);
    let owners = signed::owners(account)
        .into_iter()
        .filter(|span| outlet.is_none_or(|outlet| !outlet.overlaps(*span)));
    let owners =
        owners.filter_map(|span| of_page(index, account, span, EntityKind::Organisation, Page::Owner));
    let names = signed::names(account).into_iter();
    let names = names.filter_map(|(span, kind)| of_page(index, account, span, kind, Page::Signature));
    owners.chain(names).collect()
}

/// A name that the page itself bears at `span`, unless a mention found stands there.
fn of_page(index: usize, account: &Account, span: Span, kind: EntityKind, page: Page) -> Option<Item> {
    let mention = Mention { span, full: span, kind, parts: NameParts::default(), adjective: false };
    let free = account.annotations.mentions.iter().all(|found| !found.span.overlaps(span));
    let mut item = item(index, account.article.text.as_str(), &mention).filter(|_| free)?;
    item.page = Some(page);
    if kind == EntityKind::Person {
        (item.given, item.surname) = split_person(&item.words);
    }
    Some(item)
}
