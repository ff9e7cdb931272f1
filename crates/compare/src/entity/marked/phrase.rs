//! A marked place as a noun phrase: what of it names, and what grammar says of the thing named.

use super::words::{self, Pronoun, Sort};
use crate::{Account, Place};
use corroborate_extract::{EntityKind, Gender, Mention, gender};
use corroborate_text::{Span, Token, TokenKind, fold, tokens};
use std::collections::BTreeSet;

/// A marked place, read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) place: Place,
    /// Number of its sentence in the account.
    pub(super) sentence: usize,
    /// Its tokens among those of the account, the last excluded.
    pub(super) tokens: (usize, usize),
    pub(super) pronoun: Option<Pronoun>,
    /// The folded words that name: without what leads to them and what follows behind a preposition or a comma.
    pub(super) words: Vec<String>,
    /// The key of the last of them.
    pub(super) head: String,
    /// Keys of the words written as names: capitals that the story nowhere writes small.
    pub(super) names: BTreeSet<String>,
    /// Whether a person or an organisation is named among them.
    pub(super) of_somebody: bool,
    /// Whether it is a name as a whole.
    pub(super) named: bool,
    /// What the name found there names, if one is.
    pub(super) kind: Option<EntityKind>,
    /// Whether it is a person's name.
    pub(super) person: bool,
    /// Whether it names people, by name or by what they are.
    pub(super) human: bool,
    pub(super) several: bool,
    /// What grammar and names tell of it, if anything.
    pub(super) sort: Option<Sort>,
    /// Whether it says that another than the one spoken of is meant, or one of somebody's.
    pub(super) apart: bool,
}

/// The tokens of an account and the sentences they stand in.
pub(super) struct Text<'a> {
    pub(super) account: &'a Account,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Text<'a> {
    pub(super) fn of(account: &'a Account) -> Self {
        Self { account, tokens: tokens(&account.article.text) }
    }

    fn source(&self) -> &'a str {
        &self.account.article.text
    }

    /// The folded words, and whether they are written in small letters.
    pub(super) fn words(&self) -> impl Iterator<Item = (String, bool)> {
        let text = self.source();
        self.tokens.iter().filter(|token| token.kind == TokenKind::Word).map(move |token| {
            let form = token.span.of(text);
            (fold(form), !form.chars().any(char::is_uppercase))
        })
    }

    /// The folded form of a token.
    pub(super) fn folded(&self, at: usize) -> String {
        self.tokens.get(at).map(|token| fold(token.span.of(self.source()))).unwrap_or_default()
    }

    /// The tokens of a place, the last excluded.
    fn inside(&self, span: Span) -> (usize, usize) {
        let first = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        (first, end.max(first))
    }

    fn sentence(&self, at: usize) -> usize {
        self.account.annotations.sentences.partition_point(|sentence| sentence.span.end() <= at)
    }

    /// The name that the extractor finds there.
    fn name(&self, at: Span) -> Option<&'a Mention> {
        let mentions = &self.account.annotations.mentions;
        let from = mentions.partition_point(|mention| mention.span.end() <= at.start());
        mentions.get(from).filter(|mention| mention.span.overlaps(at))
    }
}

/// Reads a marked place; `small` are the words that the story writes in small letters.
pub(super) fn read(text: &Text<'_>, place: Place, small: &BTreeSet<String>) -> Phrase {
    let (first, end) = text.inside(place.span);
    // The words that count, each with its place and whether it has a capital.
    let mut parts: Vec<(String, Span, bool)> = Vec::new();
    let mut apart = false;
    let mut cut = false;
    for token in text.tokens.get(first..end).unwrap_or_default() {
        let form = token.span.of(text.source());
        let folded = fold(form);
        let word = token.kind == TokenKind::Word;
        // `76ers` is written like a name too.
        let letters = form.chars().rev().take_while(|c| c.is_alphabetic()).count();
        let digits = letters > 2 && form.starts_with(|c: char| c.is_ascii_digit());
        let capital = form.chars().next().is_some_and(char::is_uppercase) || digits;
        if parts.is_empty() {
            apart |= words::is(&folded, "other") || words::is(&folded, "owner");
            if words::is(&folded, "preposition") || words::is(&folded, "determiner") {
                // Kept in case nothing follows.
                continue;
            }
        } else if folded == ","
            || words::is(&folded, "preposition")
                && !(folded == "of" && parts.last().is_some_and(|last| last.2))
            || words::pronoun(&folded) == Some(Pronoun::Relative)
        {
            cut = true;
        }
        if !cut && (word || token.kind == TokenKind::Number) {
            let folded = words::in_full(folded.trim_end_matches('.')).to_owned();
            parts.push((folded, token.span, capital));
        }
    }
    let whole = || {
        let tokens = text.tokens.get(first..end).unwrap_or_default().iter();
        tokens.filter(|token| token.kind == TokenKind::Word).map(|token| fold(token.span.of(text.source())))
    };
    let pronoun = match (whole().next(), whole().nth(1)) {
        (Some(word), None) => words::pronoun(&word),
        _ => None,
    };
    if parts.is_empty() {
        parts.extend(whole().next_back().map(|word| (word, place.span, false)));
    }
    let (head, mut several) = parts.last().map(|(word, ..)| words::noun(word)).unwrap_or_default();
    let is_small = |word: &String| small.contains(word);
    let last = parts.last().filter(|_| pronoun.is_none());
    let capitals = parts.len() > 1 && parts.iter().all(|(.., capital)| *capital);
    let sentences = &text.account.annotations.sentences;
    let opens = sentences.binary_search_by_key(&place.span.start(), |sentence| sentence.span.start()).is_ok();
    let named = last.is_some_and(|(word, _, capital)| *capital && (!is_small(word) || capitals && !opens));
    let name = last.filter(|_| named).and_then(|(_, span, _)| text.name(*span));
    let known = name.filter(|mention| mention.kind == EntityKind::Person);
    let person = known.is_some();
    several &= !person;
    let human =
        person || !named && words::is_person(&head) || last.is_some_and(|(word, ..)| word == "police");
    let told = parts.iter().find_map(|(word, ..)| gender(word)).filter(|_| human);
    let sort = match (pronoun, told) {
        (Some(Pronoun::Back(sort)), _) => Some(sort),
        (_, Some(Gender::Male)) => Some(Sort::Man),
        (_, Some(Gender::Female)) => Some(Sort::Woman),
        _ if human => None,
        _ => Some(Sort::Thing),
    };
    let names = parts.iter().filter(|(word, _, capital)| *capital && !is_small(word));
    let of_somebody = names.clone().any(|(_, span, _)| {
        text.name(*span)
            .is_some_and(|name| matches!(name.kind, EntityKind::Person | EntityKind::Organisation))
    });
    let names = names.map(|(word, ..)| words::noun(word).0).filter(|name| !words::is_person(name));
    let (mut naming, mut head) = (parts.iter().map(|(word, ..)| word.clone()).collect::<Vec<_>>(), head);
    // Of a person the name alone, without title and suffix.
    if let Some(parts) = known.map(|mention| mention.parts) {
        let own = |part: Option<Span>| {
            let inside = part.filter(|part| part.overlaps(place.span));
            inside.map(|part| crate::entity::item::words(part.of(text.source()))).unwrap_or_default()
        };
        let (given, surname) = (own(parts.given), own(parts.surname));
        if let Some(last) = surname.last() {
            head = words::noun(last).0;
            naming = [given, surname].concat();
        }
    }
    Phrase {
        place,
        sentence: text.sentence(place.span.start()),
        tokens: (first, end),
        pronoun,
        names: names.collect(),
        of_somebody,
        words: naming,
        head,
        named,
        kind: name.map(|mention| mention.kind),
        person,
        human: human || matches!(sort, Some(Sort::Man | Sort::Woman)),
        several: several || pronoun == Some(Pronoun::Back(Sort::Several)),
        sort,
        apart,
    }
}

impl Phrase {
    /// Whether it stands before another in the same account.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        self.place.account == other.place.account
            && (self.place.span.start(), self.place.span.end())
                < (other.place.span.start(), other.place.span.end())
    }

    /// What the words of a person's name tell.
    pub(super) fn told(&self) -> Option<Sort> {
        self.words.iter().find_map(|word| gender(word)).map(|gender| match gender {
            Gender::Male => Sort::Man,
            Gender::Female => Sort::Woman,
        })
    }

    /// Its words joined by blanks.
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }

    /// The given name of a person who is named in full.
    pub(super) fn given(&self) -> Option<&str> {
        self.words.first().filter(|_| self.person && self.words.len() > 1).map(String::as_str)
    }

    /// What of it says which one: numbers among its words.
    pub(super) fn numbers(&self) -> BTreeSet<&str> {
        let before = self.words.split_last().map_or(&[][..], |(_, before)| before);
        let digits = |word: &&String| word.chars().all(|c| c.is_ascii_digit());
        before.iter().filter(digits).map(String::as_str).collect()
    }

    /// Whether a noun of the phrase is that of a person: `mafia boss`.
    pub(super) fn is_role(&self) -> bool {
        self.human && !self.named && self.pronoun.is_none() && !self.several
    }
}
