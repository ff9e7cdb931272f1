//! A mention as the resolver sees it.

use crate::Account;
use corroborate_extract::{CountryForm, EntityKind, Mention, country};
use corroborate_text::{Span, TokenKind, fold, tokens};
use std::collections::BTreeMap;

/// A mention and the folded words of its name.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) account: usize,
    pub(super) span: Span,
    pub(super) full: Span,
    pub(super) kind: EntityKind,
    pub(super) adjective: bool,
    /// The name as written.
    pub(super) text: String,
    /// Its folded words, without marks.
    pub(super) words: Vec<String>,
    /// For a person, the folded words of the given names and of the surname.
    pub(super) given: Vec<String>,
    pub(super) surname: Vec<String>,
    /// For a person, the folded title.
    pub(super) title: Option<String>,
    pub(super) honorific: bool,
    /// What the country table says of the name.
    pub(super) country: Option<(&'static str, CountryForm)>,
}

impl Item {
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }

    pub(super) fn is_full_name(&self) -> bool {
        self.kind == EntityKind::Person && !self.given.is_empty() && !self.surname.is_empty()
    }
}

/// All mentions of the accounts, in their order, each with the kind that the story as a whole gives its name.
pub(super) fn gather(accounts: &[Account]) -> Vec<Item> {
    let mut items: Vec<Item> = accounts
        .iter()
        .enumerate()
        .flat_map(|(index, account)| {
            let text = account.article.text.as_str();
            account.annotations.mentions.iter().filter_map(move |mention| item(index, text, mention))
        })
        .collect();
    settle(&mut items);
    items
}

fn item(account: usize, text: &str, mention: &Mention) -> Option<Item> {
    let name = mention.span.of(text);
    let words = words(name);
    if words.is_empty() {
        return None;
    }
    let part = |part: Option<Span>| part.map(|span| self::words(span.of(text))).unwrap_or_default();
    Some(Item {
        account,
        span: mention.span,
        full: mention.full,
        kind: mention.kind,
        adjective: mention.adjective,
        text: name.to_owned(),
        words,
        given: part(mention.parts.given),
        surname: part(mention.parts.surname),
        title: mention.parts.title.map(|span| fold(span.of(text))),
        honorific: mention.parts.honorific.is_some(),
        country: country(name),
    })
}

/// The folded words of a name, without marks and the dots of initials.
pub(super) fn words(name: &str) -> Vec<String> {
    tokens(name)
        .into_iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| fold(token.span.of(name)).trim_end_matches('.').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Gives one name one kind throughout the story: a headline's guess yields to the reading the text supports.
fn settle(items: &mut [Item]) {
    let mut votes: BTreeMap<String, BTreeMap<EntityKind, usize>> = BTreeMap::new();
    let mut surnames: BTreeMap<String, ()> = BTreeMap::new();
    for item in items.iter() {
        let weight = if item.title.is_some() || item.honorific { 3 } else { 1 };
        *votes.entry(item.key()).or_default().entry(item.kind).or_default() += weight;
        if item.is_full_name()
            && let Some(last) = item.words.last()
        {
            surnames.insert(last.clone(), ());
        }
    }
    for item in items {
        if item.country.is_some() || item.adjective || item.kind == EntityKind::Group {
            continue;
        }
        let Some(vote) = votes.get(&item.key()) else { continue };
        let count = |kind: EntityKind| vote.get(&kind).copied().unwrap_or_default();
        let bearer = item.words.len() == 1 && surnames.contains_key(&item.key());
        let kind = if bearer
            && count(EntityKind::Person) >= count(EntityKind::Place)
            && count(EntityKind::Person) > 0
        {
            EntityKind::Person
        } else {
            // In this order where the votes are equal.
            [EntityKind::Place, EntityKind::Organisation, EntityKind::Person, EntityKind::Other]
                .into_iter()
                .rev()
                .max_by_key(|kind| count(*kind))
                .unwrap_or(item.kind)
        };
        if kind == EntityKind::Person && item.kind != EntityKind::Person && item.surname.is_empty() {
            item.surname = item.words.last().cloned().into_iter().collect();
            item.given = item.words.iter().take(item.words.len().saturating_sub(1)).cloned().collect();
        }
        item.kind = kind;
    }
}
