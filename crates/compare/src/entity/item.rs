//! A mention as the resolver sees it.

use super::page::{self, Page};
use super::{beside, kind};
use crate::Account;
use crate::cues;
use corroborate_extract::{CountryForm, EntityKind, Gender, Mention, country, gender};
use corroborate_text::{Span, TokenKind, fold, rows, tokens};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A mention and the folded words of its name.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) account: usize,
    /// Number of its sentence in the account.
    pub(super) sentence: usize,
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
    /// What the honorific tells.
    pub(super) gender: Option<Gender>,
    /// Whether the words beside it say what kind of thing it is.
    pub(super) sure: bool,
    /// Whether its sentence speaks of a relative.
    pub(super) related: bool,
    /// What the country table says of the name.
    pub(super) country: Option<(&'static str, CountryForm)>,
    /// Where it stands, if not in what the account tells.
    pub(super) page: Option<Page>,
}

impl Item {
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }

    /// Whether it is the account that names it, or its outlet's name: who signed and who owns the page are set apart.
    pub(super) fn is_told(&self) -> bool {
        match self.page {
            None | Some(Page::Outlet) => true,
            Some(Page::Owner) => false,
            // Where it was reported from is a place for the account too.
            Some(Page::Signature) => self.kind == EntityKind::Place,
        }
    }

    /// Whether the account itself names a person in full: who signed it is not whom it tells of.
    pub(super) fn is_told_in_full(&self) -> bool {
        self.is_full_name() && self.is_told()
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
            let found =
                account.annotations.mentions.iter().filter_map(move |mention| item(index, text, mention));
            let mut items: Vec<Item> = page::items(index, account).into_iter().chain(found).collect();
            let sentences = &account.annotations.sentences;
            for item in &mut items {
                let start = item.span.start();
                item.sentence = sentences.partition_point(|sentence| sentence.span.end() <= start);
                let sentence = sentences.get(item.sentence).filter(|_| item.is_full_name());
                item.related = sentence.is_some_and(|sentence| speaks_of_kin(sentence.span.of(text)));
            }
            items
        })
        .collect();
    beside::read(accounts, &mut items);
    kind::settle(accounts, &mut items);
    items
}

pub(super) fn item(account: usize, text: &str, mention: &Mention) -> Option<Item> {
    let name = mention.span.of(text);
    let words = words(name);
    if words.is_empty() {
        return None;
    }
    let part = |part: Option<Span>| part.map(|span| self::words(span.of(text))).unwrap_or_default();
    // `Moe-Lind` is a surname of two parts, or two firms: no given name and surname in any case.
    let joined = mention.kind == EntityKind::Person && words.len() > 1 && !name.contains(char::is_whitespace);
    Some(Item {
        account,
        sentence: 0,
        span: mention.span,
        full: titled(text, mention),
        kind: mention.kind,
        adjective: mention.adjective,
        text: name.to_owned(),
        given: if joined { Vec::new() } else { part(mention.parts.given) },
        surname: if joined { words.clone() } else { part(mention.parts.surname) },
        words,
        title: mention.parts.title.map(|span| fold(span.of(text))).or_else(|| {
            // `Imam`, `Sister`: a calling, as a title is.
            let told = fold(mention.parts.honorific?.of(text));
            Some(told.trim_end_matches('.').to_owned())
                .filter(|told| !cues::ADDRESSES.contains(&told.as_str()))
        }),
        honorific: mention.parts.honorific.is_some(),
        gender: mention.parts.honorific.and_then(|span| gender(fold(span.of(text)).trim_end_matches('.'))),
        sure: false,
        related: false,
        country: country(name),
        page: None,
    })
}

/// A name with its title. An office and a comma before the title are said beside it: `the head of the port, Dr Ada Byron`.
fn titled(text: &str, mention: &Mention) -> Span {
    let title = Span::new(mention.full.start(), mention.span.start().max(mention.full.start()));
    let from = title.of(text).rfind(", ").map_or(mention.full.start(), |at| title.start() + at + 2);
    Span::new(from, mention.full.end())
}

/// The given names and the surname of a person's folded words; particles go with the surname.
pub(super) fn split_person(words: &[String]) -> (Vec<String>, Vec<String>) {
    let last = words.len().saturating_sub(1);
    let particle = |at: usize| words.get(at).is_some_and(|word| cues::PARTICLES.contains(&word.as_str()));
    let from = (1..=last).rev().find(|&at| at == 1 || !particle(at - 1)).unwrap_or(last);
    let (given, surname) = words.split_at(from);
    (given.to_vec(), surname.to_vec())
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

/// Whether a sentence, of which the beginning is looked at, speaks of somebody's relative.
fn speaks_of_kin(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphabetic()).take(80).any(|word| KIN.contains(word))
}

pub(super) static KIN: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/kin.txt")).collect());

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_without_marks() {
        assert_eq!(words("J. R. Marlow, Jr."), ["j", "r", "marlow", "jr"]);
        assert!(words("–").is_empty());
    }
}
