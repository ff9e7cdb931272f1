//! What the words beside a name tell of it: kin, trades and kinds of bodies before it, kinds of places behind it.

use super::item::{Item, KIN, split_person, words};
use crate::Account;
use crate::cues;
use corroborate_extract::{EntityKind, gender};
use corroborate_text::{Span, Table, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Most words of a name behind which a relative is told: `wife Ada`.
const MOST_KIN: usize = 2;

/// Gives the mentions the kind and the extent that the words beside them tell.
pub(super) fn read(accounts: &[Account], items: &mut [Item]) {
    let text = |item: &Item| accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    for item in items.iter_mut().filter(|item| item.page.is_none() && !item.adjective) {
        let text = text(item);
        if item.country.is_none() {
            introduce(text, item);
            place(text, item);
        }
    }
    trades(accounts, items);
    particles(accounts, items);
}

/// `wife Ada`, `the insurer Harrow`: who or what is meant is said right before the name.
fn introduce(text: &str, item: &mut Item) {
    if item.full.start() < item.span.start() || item.honorific || item.title.is_some() {
        return;
    }
    let unclear = matches!(item.kind, EntityKind::Person | EntityKind::Other)
        // `the company Ada Byron founded` has a relative clause.
        && item.words.first().is_none_or(|first| gender(first).is_none());
    if unclear && is_body(text.get(item.span.end()..).unwrap_or_default()) {
        item.kind = EntityKind::Organisation;
        item.sure = true;
        return;
    }
    let Some(before) = word_before(text, item.span.start()) else { return };
    let word = before.of(text);
    if KIN.contains(word) && !cues::LOOSE_KIN.contains(&word) && item.words.len() <= MOST_KIN {
        if item.kind != EntityKind::Person {
            item.kind = EntityKind::Person;
            (item.given, item.surname) = match item.words.as_slice() {
                [_] => (Vec::new(), item.words.clone()),
                _ => split_person(&item.words),
            };
        }
        item.full = before.hull(item.full);
        item.title = Some(word.to_owned());
    } else if BODIES.contains(word) && unclear {
        item.kind = EntityKind::Organisation;
        item.sure = true;
    }
}

/// `, a shipping company that …`: whether the words behind a name say that it is a body's; `, a company director` is a
/// person.
fn is_body(behind: &str) -> bool {
    let Some(rest) = [", a ", ", an ", ", the "].iter().find_map(|opener| behind.strip_prefix(opener)) else {
        return false;
    };
    let mut words = rest.split(' ').take(MOST_APPOSED + 1);
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches([',', '.', ';', ')']);
        if BODIES.contains(bare) {
            let next = words.next().unwrap_or_default();
            return bare.len() < word.len() || cues::BODY_CLAUSES.contains(&next);
        }
        if bare.len() < word.len() {
            return false;
        }
    }
    false
}

/// Most words of what a name is said to be.
const MOST_APPOSED: usize = 4;

/// `Harrow wood`: the kind of place behind a name, in lower case.
fn place(text: &str, item: &mut Item) {
    // A firm that has a wharf stays one by all else that is said of it.
    let may_be = match item.kind {
        EntityKind::Place | EntityKind::Other => true,
        EntityKind::Organisation => item.words.len() == 1 && !item.sure,
        _ => false,
    };
    if !may_be || item.full.end() > item.span.end() {
        return;
    }
    let rest = text.get(item.span.end()..).unwrap_or_default();
    let Some(word) = rest.strip_prefix(' ').map(|rest| {
        rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())).unwrap_or_default()
    }) else {
        return;
    };
    if LANDFORMS.contains(word) {
        item.full = Span::new(item.full.start(), item.span.end() + 1 + word.len());
        item.kind = EntityKind::Place;
    }
}

/// `Baker Ada Byron` at the start of a sentence, where the story has `Ada Byron` too or names her behind another trade.
fn trades(accounts: &[Account], items: &mut [Item]) {
    let mut openers: BTreeMap<Vec<String>, BTreeSet<&str>> = BTreeMap::new();
    for item in items.iter().filter(|item| item.is_told()) {
        openers.entry(item.words.clone()).or_default().insert("");
        if let [first, rest @ ..] = item.words.as_slice()
            && rest.len() > 1
            && is_trade(first)
        {
            openers.entry(rest.to_vec()).or_default().insert(first);
        }
    }
    let apart: BTreeSet<Vec<String>> =
        openers.into_iter().filter(|(_, nouns)| nouns.len() > 1).map(|(words, _)| words).collect();
    for item in items.iter_mut().filter(|item| item.page.is_none() && item.words.len() > 2) {
        let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
        let (Some(first), Some(rest)) = (item.words.first(), item.words.get(1..)) else { continue };
        if !(is_trade(first) && apart.contains(rest) && opens_sentence(text, item.span)) {
            continue;
        }
        let noun = first.clone();
        let Some((_, name)) = item.text.split_once(char::is_whitespace) else { continue };
        let name = name.trim_start().to_owned();
        item.span = Span::new(item.span.end() - name.len(), item.span.end());
        item.words = words(&name);
        item.text = name;
        if BODIES.contains(noun.as_str()) {
            item.kind = EntityKind::Organisation;
            item.sure = true;
        } else {
            item.kind = EntityKind::Person;
            (item.given, item.surname) = split_person(&item.words);
            item.title = Some(noun);
        }
    }
}

/// Whether a folded word is a noun for a person or a body.
fn is_trade(word: &str) -> bool {
    PERSONS.get(word).is_some() || TRADES.get(word).is_some() || BODIES.contains(word)
}

/// Whether a span begins a sentence, where any word has a capital.
fn opens_sentence(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let line = before.trim_end_matches([' ', '\t', '“', '"', '‘', '\'']);
    line.is_empty() || line.ends_with(['\n', '.', '!', '?', ':', '”', '"', '’', ')'])
}

/// `van Loon` where the story has `Ada van Loon`: the particle is a part of the surname.
fn particles(accounts: &[Account], items: &mut [Item]) {
    let surnames: BTreeSet<Vec<String>> = items
        .iter()
        .filter(|item| item.is_full_name() && item.surname.len() > 1)
        .map(|item| item.surname.clone())
        .collect();
    let alone = |item: &&mut Item| {
        item.kind == EntityKind::Person && item.page.is_none() && !item.is_full_name() && !item.honorific
    };
    for item in items.iter_mut().filter(alone).filter(|_| !surnames.is_empty()) {
        let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
        let mut start = item.span.start();
        let mut name = item.words.clone();
        while let Some(before) =
            word_before(text, start).filter(|span| cues::PARTICLES.contains(&span.of(text)))
        {
            start = before.start();
            name.insert(0, before.of(text).to_owned());
            if surnames.contains(&name) {
                item.full = item.full.hull(Span::new(start, item.span.end()));
                item.words.clone_from(&name);
                item.surname.clone_from(&name);
            }
        }
    }
}

/// The word in lower case that ends one blank before a place.
fn word_before(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?.strip_suffix([' ', '\n'])?;
    let start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(start..)?;
    let hyphened = before.get(..start)?.ends_with(['-', '\'', '’']);
    (!hyphened && word.starts_with(char::is_lowercase)).then_some(Span::new(start, before.len()))
}

// The build script lays these out.
static PERSONS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/person-nouns.table")));
static TRADES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/trades.table")));

static BODIES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/body-nouns.txt")).collect());

static LANDFORMS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/landforms.txt")).collect());
