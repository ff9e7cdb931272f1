//! Copies of documents in which people, places and organisations have other names: what stands around a name must tell
//! what it names, as the corpora are of few countries.

use crate::chance::{below, one_in};
use crate::corpora::Document;
use crate::invent::Names;
use corroborate_text::{Span, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Gives documents other names.
pub struct Renamer<'n> {
    names: &'n Names,
    /// Words that stay in names of people: titles, particles.
    roles: BTreeSet<&'static str>,
    /// Words that stay in names of places and organisations: countries, kinds of place and body, ordinary words.
    common: BTreeSet<String>,
}

/// The new names of a document, by kind and old name.
type Known = BTreeMap<(usize, String), String>;

impl<'n> Renamer<'n> {
    /// From the lists of `data/`.
    pub fn new(names: &'n Names) -> Self {
        let roles = [
            include_str!("../../data/honorifics.txt"),
            include_str!("../../data/honorifics-more.txt"),
            include_str!("../../data/titles.txt"),
        ];
        let common = [
            include_str!("../../data/lowercase.txt"),
            include_str!("../../data/function-words.txt"),
            include_str!("../../data/organisation-heads.txt"),
            include_str!("../../data/organisation-heads-more.txt"),
            include_str!("../../data/place-heads.txt"),
        ];
        let mut common: BTreeSet<String> = common.into_iter().flat_map(rows).map(str::to_owned).collect();
        for file in [include_str!("../../data/countries.tsv"), include_str!("../../data/country-aliases.tsv")]
        {
            common.extend(rows(file).filter_map(|row| row.split('\t').nth(2)).map(str::to_lowercase));
        }
        Self { names, roles: roles.into_iter().flat_map(rows).collect(), common }
    }

    /// The document with other names in it, half of them from the lists, half invented, one for each old name; some get
    /// a title before them.
    pub fn renamed(&self, document: &Document, seed: &mut u64) -> Document {
        let mut names = document.names.clone();
        names.sort();
        let mut known = Known::new();
        // The full names first: what stands for them later is a part of them.
        for &(span, kind) in names.iter().filter(|(_, kind)| *kind == 0) {
            self.introduce(span.of(&document.text), kind, &mut known, seed);
        }
        let mut text = String::new();
        // For each byte of the old text its place in the new one.
        let mut moved = Vec::with_capacity(document.text.len() + 1);
        let mut at = 0;
        for &(span, kind) in &names {
            if span.start() < at {
                continue;
            }
            copy(&document.text[at..span.start()], &mut text, &mut moved);
            let old = span.of(&document.text);
            let small = text.strip_suffix(' ').is_some_and(|text| text.ends_with(char::is_lowercase));
            if kind == 0 && old.contains(' ') && small && one_in(12, seed) {
                text.push_str(&self.names.title(seed));
                text.push(' ');
            }
            moved.resize(moved.len() + old.len(), text.len());
            text.push_str(&self.name(old, kind, &mut known, seed));
            at = span.end();
        }
        copy(&document.text[at..], &mut text, &mut moved);
        moved.push(text.len());
        // The end of a name is where the next piece begins.
        let span = |old: Span| Span::new(moved[old.start()], moved[old.end()]);
        Document {
            sentences: document.sentences.iter().map(|&old| span(old)).collect(),
            names: names.iter().map(|&(old, kind)| (span(old), kind)).collect(),
            others: document.others.iter().map(|&old| span(old)).collect(),
            annotated: text.len(),
            text,
            ..*document
        }
    }

    /// Notes another name for a person of several words, and for the parts of it.
    fn introduce(&self, old: &str, kind: usize, known: &mut Known, seed: &mut u64) {
        let words: Vec<&str> = old.split(' ').collect();
        let role = words.iter().any(|word| self.roles.contains(word.to_lowercase().trim_end_matches('.')));
        let plain = words.iter().all(|word| word.chars().any(char::is_lowercase));
        if words.len() < 2 || role || !plain || known.contains_key(&(kind, old.to_owned())) {
            return;
        }
        let person = self.names.person(seed);
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let given = person.full.split(' ').next().unwrap_or_default().to_owned();
            known.entry((kind, (*last).to_owned())).or_insert_with(|| person.short.clone());
            known.entry((kind, (*first).to_owned())).or_insert(given);
        }
        known.insert((kind, old.to_owned()), person.full);
    }

    fn name(&self, old: &str, kind: usize, known: &mut Known, seed: &mut u64) -> String {
        if let Some(new) = known.get(&(kind, old.to_owned())) {
            return new.clone();
        }
        if kind > 0 && self.common.contains(&old.to_lowercase()) {
            return old.to_owned();
        }
        let new = match kind {
            2 if old.contains(' ') && one_in(3, seed) => self.names.organisation(seed),
            // What is known by its letters alone is mostly known everywhere.
            2 if old.chars().all(char::is_uppercase) => {
                if one_in(2, seed) {
                    self.names.acronym("", seed)
                } else {
                    old.to_owned()
                }
            }
            _ => self.word_by_word(old, kind, known, seed),
        };
        known.insert((kind, old.to_owned()), new.clone());
        new
    }

    fn word_by_word(&self, old: &str, kind: usize, known: &mut Known, seed: &mut u64) -> String {
        let words: Vec<&str> = old.split(' ').collect();
        let mut new = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let lower = word.to_lowercase();
            let name = word.len() > 2
                && word.chars().all(char::is_alphabetic)
                && word.chars().next().is_some_and(char::is_uppercase)
                && !if kind == 0 {
                    self.roles.contains(lower.as_str())
                } else {
                    self.common.contains(&lower)
                };
            if !name {
                new.push((*word).to_owned());
                continue;
            }
            let other = known.entry((kind, (*word).to_owned())).or_insert_with(|| {
                if word.chars().all(char::is_uppercase) {
                    return self.names.invented_capital(seed).to_uppercase();
                }
                match kind {
                    0 if at + 1 < words.len() => self.names.given(seed),
                    0 => self.names.surname(seed),
                    1 => self.names.place(seed),
                    _ if words.len() > 1 && one_in(2, seed) => self.names.place(seed),
                    _ => self.names.firm(seed),
                }
            });
            new.push(other.clone());
        }
        new.join(" ")
    }
}

/// The document with some of its shorter sentences written like headlines, in title case or in capitals. No letter that
/// needs more than one byte is changed, so that all stays in its place.
pub fn headlined(mut document: Document, seed: &mut u64) -> Document {
    let mut bytes = document.text.clone().into_bytes();
    for sentence in &document.sentences {
        let words = sentence.of(&document.text).split(' ').count();
        if !(5..=18).contains(&words) || !one_in(12, seed) {
            continue;
        }
        let capitals = below(4, seed) == 0;
        let (start, end) = (sentence.start(), sentence.end());
        for at in start..end {
            let opens = at == start || matches!(bytes[at - 1], b' ' | b'-' | b'"');
            let length = bytes[at..end].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            if capitals || opens && (length > 3 || at == start) {
                bytes[at] = bytes[at].to_ascii_uppercase();
            }
        }
    }
    if let Ok(text) = String::from_utf8(bytes) {
        document.text = text;
    }
    document
}

fn copy(piece: &str, text: &mut String, moved: &mut Vec<usize>) {
    moved.extend((0..piece.len()).map(|offset| text.len() + offset));
    text.push_str(piece);
}
