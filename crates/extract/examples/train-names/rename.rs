//! Copies of documents in which people and places have other names: what stands around a name must tell what it names, as
//! the corpora are of few countries.

use crate::corpora::Document;
use corroborate_text::{Span, rows};
use std::collections::{BTreeMap, BTreeSet};

/// What the names of people and places are made of.
pub struct Names {
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    places: Vec<&'static str>,
    /// The letters that follow two letters in names of people and places.
    letters: BTreeMap<[char; 2], Vec<char>>,
    /// Words that stay in names of people: titles, particles.
    roles: BTreeSet<&'static str>,
    /// Words that stay in names of places: countries, kinds of place, ordinary words.
    common: BTreeSet<String>,
}

/// What stands before a word and behind it.
const END: char = '\0';

impl Names {
    /// From the lists of `data/`.
    pub fn read() -> Self {
        let given: Vec<&str> = rows(include_str!("../../../text/data/given-more.txt")).collect();
        let surnames: Vec<&str> = rows(include_str!("../../data/surnames.txt")).collect();
        let places: Vec<&str> =
            rows(include_str!("../../data/divisions.txt")).filter(|row| !row.contains(' ')).collect();
        let mut letters: BTreeMap<[char; 2], Vec<char>> = BTreeMap::new();
        // The surnames are those of one country, and many.
        for word in places.iter().chain(&given).copied().chain(surnames.iter().copied().step_by(5)) {
            let mut last = [END, END];
            for letter in word.chars().chain([END]) {
                letters.entry(last).or_default().push(letter);
                last = [last[1], letter];
            }
        }
        let roles = [
            include_str!("../../data/particles.txt"),
            include_str!("../../data/honorifics.txt"),
            include_str!("../../data/titles.txt"),
        ];
        let common = [
            include_str!("../../data/lowercase.txt"),
            include_str!("../../data/function-words.txt"),
            include_str!("../../data/organisation-heads.txt"),
            include_str!("../../data/place-heads.txt"),
        ];
        let mut common: BTreeSet<String> = common.into_iter().flat_map(rows).map(str::to_owned).collect();
        for file in [include_str!("../../data/countries.tsv"), include_str!("../../data/country-aliases.tsv")]
        {
            common.extend(rows(file).filter_map(|row| row.split('\t').nth(2)).map(str::to_lowercase));
        }
        Self { given, surnames, places, letters, roles: roles.into_iter().flat_map(rows).collect(), common }
    }

    /// The document with other people and places in it: half their names from the lists, half invented, one for each word.
    pub fn renamed(&self, document: &Document, seed: &mut u64) -> Document {
        let mut names = document.names.clone();
        names.sort();
        let mut known: BTreeMap<(usize, String), String> = BTreeMap::new();
        let mut text = String::new();
        // For each byte of the old text its place in the new one.
        let mut moved = Vec::with_capacity(document.text.len() + 1);
        let mut at = 0;
        for &(span, kind) in names.iter().filter(|(_, kind)| *kind < 2) {
            if span.start() < at {
                continue;
            }
            copy(&document.text[at..span.start()], &mut text, &mut moved);
            let old = span.of(&document.text);
            moved.resize(moved.len() + old.len(), text.len());
            text.push_str(&self.name(old, kind, &mut known, seed));
            at = span.end();
        }
        copy(&document.text[at..], &mut text, &mut moved);
        moved.push(text.len());
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

    fn name(
        &self,
        old: &str,
        kind: usize,
        known: &mut BTreeMap<(usize, String), String>,
        seed: &mut u64,
    ) -> String {
        if kind == 1 && self.common.contains(&old.to_lowercase()) {
            return old.to_owned();
        }
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
            let list = match kind {
                0 if at + 1 < words.len() => &self.given,
                0 => &self.surnames,
                _ => &self.places,
            };
            let other = known.entry((kind, lower)).or_insert_with(|| {
                if word.chars().all(char::is_uppercase) {
                    self.invented(seed).to_uppercase()
                } else if below(2, seed) == 0 {
                    capitalised(&self.invented(seed))
                } else {
                    capitalised(list[below(list.len(), seed)])
                }
            });
            new.push(other.clone());
        }
        new.join(" ")
    }

    /// A word that reads like a name.
    fn invented(&self, seed: &mut u64) -> String {
        loop {
            let mut word = String::new();
            let mut last = [END, END];
            while let Some(choices) = self.letters.get(&last) {
                let letter = choices[below(choices.len(), seed)];
                if letter == END {
                    break;
                }
                word.push(letter);
                last = [last[1], letter];
            }
            if (3..12).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic) {
                return word;
            }
        }
    }
}

fn copy(piece: &str, text: &mut String, moved: &mut Vec<usize>) {
    moved.extend((0..piece.len()).map(|offset| text.len() + offset));
    text.push_str(piece);
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A number below `limit`, by a xorshift generator.
fn below(limit: usize, seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from((*seed >> 20) % limit as u64).unwrap_or_default()
}
