//! A mention as the resolver sees it.

use super::institution::is_acronym;
use super::spelling::Keys;
use super::{beside, signed};
use crate::Account;
use crate::cues;
use corroborate_extract::{
    CountryForm, EntityKind, Gender, Mention, NameParts, country, gender, is_organisation_kind, opens_club,
};
use corroborate_text::{Span, TokenKind, fold, rows, tokens};
use std::collections::{BTreeMap, BTreeSet};
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
            let mut items: Vec<Item> =
                outlet(index, account).into_iter().chain(signatures(index, account)).chain(found).collect();
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
    settle(accounts, &mut items);
    items
}

fn item(account: usize, text: &str, mention: &Mention) -> Option<Item> {
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

/// Gives one name, in all its spellings, one kind throughout the story: a headline's guess yields to the reading
/// that the text supports.
fn settle(accounts: &[Account], items: &mut [Item]) {
    let openings = openings(accounts, items);
    for item in items.iter_mut().filter(|item| matches!(item.kind, EntityKind::Place | EntityKind::Other)) {
        if openings.contains(&item.key()) {
            item.kind = EntityKind::Organisation;
        }
    }
    let mut votes: BTreeMap<String, BTreeMap<EntityKind, usize>> = BTreeMap::new();
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    let mut spelled = Keys::default();
    let keys: Vec<String> = items
        .iter()
        .map(|item| item.words.iter().map(|word| spelled.of(word).to_owned()).collect::<Vec<_>>().join(" "))
        .collect();
    let mut short = short_names(items, &mut spelled);
    let named = full_names(items, &mut spelled);
    // What the mine is of the other names tell.
    let sites: Vec<bool> =
        items.iter().map(|item| item.words.len() == 1 && site_of(accounts, item).is_some()).collect();
    for ((item, key), _) in
        items.iter().zip(&keys).zip(&sites).filter(|((item, _), site)| item.is_told() && !**site)
    {
        let weight = match item {
            item if item.sure => 6,
            item if item.title.is_some() || item.honorific => 3,
            _ => 1,
        };
        *votes.entry(key.clone()).or_default().entry(item.kind).or_default() += weight;
        if item.is_full_name() {
            surnames.extend(item.words.last().map(|word| spelled.of(word).to_owned()));
        }
    }
    // What is somewhere clearly a place.
    let placed: BTreeSet<&String> = items
        .iter()
        .zip(&keys)
        .zip(&sites)
        .filter(|(_, site)| !**site)
        .map(|(named, _)| named)
        .filter(|(item, _)| {
            item.kind == EntityKind::Place
                && item.words.len() == 1
                && (item.full != item.span || is_placed(accounts, item))
        })
        .map(|(_, key)| key)
        .collect();
    // A newspaper is named for its town.
    for item in items.iter().filter(|item| item.page == Some(Page::Outlet) && item.words.len() > 1) {
        let town = item.words.first().map(|word| spelled.of(word).to_owned());
        town.filter(|town| placed.contains(town)).map(|town| short.remove(&town));
    }
    for (item, key) in items.iter_mut().zip(&keys).filter(|(item, _)| item.is_told()) {
        if item.country.is_some() || item.adjective || item.kind == EntityKind::Group {
            continue;
        }
        let Some(vote) = votes.get(key) else { continue };
        let count = |kind: EntityKind| vote.get(&kind).copied().unwrap_or_default();
        let bearer = item.words.len() == 1 && surnames.contains(key);
        let unplaced = bearer && !placed.contains(key);
        let person = count(EntityKind::Person);
        let known = |word: &str| named.get(&(item.account, word.to_owned())).copied();
        let part = if item.words.len() == 1 { known(key) } else { None };
        let told = item.title.is_some() || item.honorific;
        // `Tadeo` or `Marsh` where the account has `Tadeo Marsh`.
        let kind = if item.kind == EntityKind::Other && part.is_some()
            || item.kind == EntityKind::Place && part == Some(true) && !is_placed(accounts, item)
        {
            EntityKind::Person
        } else if !told
            && short.contains(key)
            && item.words.len() == 1
            && count(EntityKind::Place) <= person + count(EntityKind::Other) + count(EntityKind::Organisation)
        {
            // `Harrow` where the story has `Harrow Foods`.
            EntityKind::Organisation
        } else if bearer && (unplaced || person > 0 && person >= count(EntityKind::Place)) {
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
            let last = item.words.len().saturating_sub(1);
            let (given, surname) =
                item.words.split_at(if item.text.contains(char::is_whitespace) { last } else { 0 });
            item.given = given.to_vec();
            item.surname = surname.to_vec();
        }
        item.kind = kind;
        if kind == EntityKind::Organisation {
            name_site(accounts, item);
        }
    }
}

/// A mine or dam is not the firm whose name it bears: `the Harrow mine` of `Harrow Copper plc`.
fn name_site(accounts: &[Account], item: &mut Item) {
    if let Some(site) = site_of(accounts, item) {
        item.words.push(site);
        item.text =
            item.full.of(accounts.get(item.account).map_or("", |account| &account.article.text)).to_owned();
        item.kind = EntityKind::Place;
    }
}

/// The kind of site behind a name, where it bears one: `mine`.
fn site_of(accounts: &[Account], item: &Item) -> Option<String> {
    let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    let behind = Span::new(item.span.end(), item.full.end().max(item.span.end())).of(text);
    behind.split_whitespace().last().map(fold).filter(|site| SITES.contains(site.as_str()))
}

static SITES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/sites.txt")).collect());

/// The names of several words, read as places or unknown things, that firms of the story go on from: `Arden River` where
/// the story has `Arden River Metals`, and nowhere `the Arden River` or `in Arden River`.
fn openings(accounts: &[Account], items: &[Item]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for item in items.iter().filter(|item| item.kind == EntityKind::Organisation && item.words.len() > 2) {
        if item.words.last().is_some_and(|last| is_organisation_kind(last)) && !item.text.contains(" & ") {
            let cuts = 2..item.words.len();
            found.extend(cuts.filter_map(|cut| item.words.get(..cut)).map(|words| words.join(" ")));
        }
    }
    for item in items.iter().filter(|item| matches!(item.kind, EntityKind::Place | EntityKind::Other)) {
        if found.contains(&item.key()) && (item.full != item.span || is_placed(accounts, item)) {
            found.remove(&item.key());
        }
    }
    found
}

/// For each account the words of its people's full names, and whether each is a surname.
fn full_names<'w>(items: &'w [Item], spelled: &mut Keys<'w>) -> BTreeMap<(usize, String), bool> {
    let mut named = BTreeMap::new();
    for item in items.iter().filter(|item| item.is_full_name() && item.is_told()) {
        let first = item.given.first().map(|word| (word, false));
        let last = item.surname.last().map(|word| (word, true));
        for (word, surname) in first.into_iter().chain(last) {
            *named.entry((item.account, spelled.of(word).to_owned())).or_insert(false) |= surname;
        }
    }
    named
}

/// Bodies of one first word from which on it is a place's name rather than a firm's.
const MOST_BODIES: usize = 3;

/// The single words that stand for the longer name of an organisation of the story, and for nobody's.
fn short_names<'w>(items: &'w [Item], spelled: &mut Keys<'w>) -> BTreeSet<String> {
    let mut short = BTreeSet::new();
    // A name without the word of an organisation counts from the second time on.
    let mut firms: BTreeMap<String, u32> = BTreeMap::new();
    // What several bodies bear is where they are: `Harwick Council`, `Harwick Rail`, `the Harwick Echo`.
    let mut bodies: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let organisation =
        |item: &&Item| item.kind == EntityKind::Organisation && item.words.len() > 1 && item.is_told();
    for item in items.iter().filter(organisation) {
        let (Some(first), Some(last)) = (item.words.first(), item.words.last()) else { continue };
        if opens_club(first) {
            short.insert(spelled.of(last).to_owned());
        } else if !item.text.contains(" & ") {
            let next = item.words.get(1).map(String::as_str).unwrap_or_default();
            bodies.entry(spelled.of(first).to_owned()).or_default().insert(next);
            *firms.entry(spelled.of(first).to_owned()).or_default() +=
                if is_organisation_kind(last) { 2 } else { 1 };
        }
    }
    let own = |word: &String| bodies.get(word).is_none_or(|next| next.len() < MOST_BODIES);
    short.extend(firms.into_iter().filter(|(word, weight)| *weight > 1 && own(word)).map(|(word, _)| word));
    for item in items.iter().filter(|item| item.is_full_name() && item.is_told()) {
        for word in &item.words {
            short.remove(spelled.of(word));
        }
    }
    short
}

/// Whether the word before says that a place is meant.
fn is_placed(accounts: &[Account], item: &Item) -> bool {
    let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    let before = text.get(..item.span.start()).unwrap_or_default().trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "in" | "near" | "outside" | "In" | "Near" | "Outside")
        || item.words.len() > 1 && matches!(word, "the" | "The")
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_article::{Article, Block, Outlet, Role};

    fn accounts(texts: &[&str]) -> Vec<Account> {
        let account = |text: &&str| {
            let span = Span::new(0, text.len());
            let blocks = vec![Block { role: Role::Paragraph, span, content: span }];
            Account::new(Article { text: (*text).to_owned(), blocks, ..Article::default() })
        };
        texts.iter().map(account).collect()
    }

    /// The kind of the last mention of this form.
    fn kind(texts: &[&str], form: &str) -> EntityKind {
        let items = gather(&accounts(texts));
        items.iter().rfind(|item| item.text == form).map(|item| item.kind).expect("a mention")
    }

    #[test]
    fn a_surname_that_looks_like_a_place_is_a_persons() {
        let text = "Mayor Jane Tolvar spoke. Tolvar will resign.";
        assert_eq!(kind(&[text], "Tolvar"), EntityKind::Person);
        let items = gather(&accounts(&[text]));
        assert!(items.iter().rfind(|item| item.text == "Tolvar").is_some_and(|item| !item.is_full_name()));
    }

    #[test]
    fn a_firm_by_one_word_of_its_name() {
        assert_eq!(
            kind(&["Harrowell Foods cut jobs. Harrowell fell."], "Harrowell"),
            EntityKind::Organisation
        );
        let named = "Harrowell Foods cut jobs. Jane Harrowell wept. Harrowell left.";
        assert_eq!(kind(&[named], "Harrowell"), EntityKind::Person);
    }

    #[test]
    fn the_sentence_of_a_name_and_whether_it_speaks_of_kin() {
        let items = gather(&accounts(&[
            "Karl Lindholm left. Anna Lindholm, his wife, stayed. Then Tove Marsh came.",
        ]));
        let of = |form: &str| {
            let item = items.iter().find(|item| item.text == form).expect("a mention");
            (item.sentence, item.related)
        };
        assert_eq!(
            (of("Karl Lindholm"), of("Anna Lindholm"), of("Tove Marsh")),
            ((0, false), (1, true), (2, false))
        );
    }

    #[test]
    fn an_outlet_is_named_by_its_page() {
        let named = |line: &str| {
            let mut accounts = accounts(&[&format!("{line}\nThe dam broke in the night.")]);
            let evidence = Some(Span::new(0, line.len()));
            accounts[0].article.metadata.outlet = Some(Outlet { name: line.to_owned(), evidence });
            accounts[0].annotations.mentions.clear();
            gather(&accounts).into_iter().map(|item| (item.text, item.kind)).collect::<Vec<_>>()
        };
        let organisation = |name: &str| (name.to_owned(), EntityKind::Organisation);
        assert_eq!(named("Norland News"), [organisation("Norland News")]);
        assert_eq!(named("Norland News (NNS)"), [organisation("Norland News"), organisation("NNS")]);
        assert!(named("Norway").is_empty(), "a country is no outlet");
    }

    #[test]
    fn words_without_marks() {
        assert_eq!(words("J. R. Marlow, Jr."), ["j", "r", "marlow", "jr"]);
        assert!(words("–").is_empty());
    }
}
