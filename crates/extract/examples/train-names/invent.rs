//! Names of people, places and organisations from all parts of the world: from the lists, or invented letter by letter.

use crate::chance::{below, one_in};
use corroborate_text::rows;
use std::collections::BTreeMap;

/// A person's name in full, and the part of it that stands for all of it later.
#[derive(Clone)]
pub struct Person {
    pub full: String,
    pub short: String,
}

/// What names are made of.
pub struct Names {
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    families: Vec<&'static str>,
    places: Vec<&'static str>,
    countries: Vec<&'static str>,
    /// Ordinary nouns that stand in names of organisations.
    nouns: Vec<&'static str>,
    heads: Vec<&'static str>,
    place_heads: Vec<&'static str>,
    openers: Vec<&'static str>,
    titles: Vec<&'static str>,
    honorifics: Vec<&'static str>,
    /// The letters that follow two letters in names.
    letters: BTreeMap<[char; 2], Vec<char>>,
}

/// What stands before a word and behind it.
const END: char = '\0';

impl Names {
    /// From the lists of `data/`.
    pub fn read() -> Self {
        let plain = |text: &'static str| rows(text).filter(|row| !row.contains('*')).collect::<Vec<_>>();
        let given = [
            plain(include_str!("../../../text/data/given-more.txt")),
            plain(include_str!("../../data/given-world.txt")),
        ]
        .concat();
        // The longer list is of one country.
        let census: Vec<&str> = rows(include_str!("../../data/surnames.txt")).step_by(8).collect();
        let world = plain(include_str!("../../data/surnames-world.txt"));
        let surnames = [census, world.clone(), world].concat();
        let places = [
            plain(include_str!("../../data/divisions.txt")),
            plain(include_str!("../../data/places-world.txt")),
        ]
        .concat();
        let mut letters: BTreeMap<[char; 2], Vec<char>> = BTreeMap::new();
        for word in places.iter().chain(&given).chain(&surnames) {
            let mut last = [END, END];
            for letter in word.chars().chain([END]) {
                letters.entry(last).or_default().push(letter);
                last = [last[1], letter];
            }
        }
        let countries = rows(include_str!("../../data/countries.tsv"))
            .filter_map(|row| {
                let mut columns = row.split('\t').skip(1);
                (columns.next() == Some("name")).then(|| columns.next())?
            })
            .collect();
        let nouns = rows(include_str!("../../data/noun-classes.tsv"))
            .filter_map(|row| row.split_once('\t'))
            .filter(|(noun, kind)| {
                matches!(*kind, "act" | "artifact" | "group" | "substance" | "person" | "food" | "possession")
                    && noun.len() > 4
            })
            .map(|(noun, _)| noun)
            .filter({
                let common: std::collections::BTreeSet<&str> =
                    rows(include_str!("../../data/lowercase.txt")).collect();
                move |noun| common.contains(noun)
            })
            .collect();
        let marked =
            |text: &'static str| rows(text).map(|row| row.trim_end_matches(['+', '*'])).collect::<Vec<_>>();
        Self {
            given,
            surnames,
            families: plain(include_str!("../../data/family-first.txt")),
            places,
            countries,
            nouns,
            heads: [
                plain(include_str!("../../data/organisation-heads.txt")),
                plain(include_str!("../../data/organisation-heads-more.txt")),
            ]
            .concat(),
            place_heads: plain(include_str!("../../data/place-heads.txt")),
            openers: marked(include_str!("../../data/organisation-openers.txt")),
            titles: [
                marked(include_str!("../../data/titles.txt")),
                marked(include_str!("../../data/titles-more.txt")),
            ]
            .concat(),
            honorifics: [
                plain(include_str!("../../data/honorifics.txt")),
                plain(include_str!("../../data/honorifics-more.txt")),
            ]
            .concat(),
            letters,
        }
    }

    /// A person of two words or more.
    pub fn person(&self, seed: &mut u64) -> Person {
        let given = self.given(seed);
        let surname = self.surname(seed);
        let initial = |seed: &mut u64| char::from(b"ABCDEFGHJKLMNPRSTVZ"[below(19, seed)]);
        let (before, short) = match below(40, seed) {
            0..=3 => (format!("{given} {}", self.given(seed)), surname),
            4 | 5 => (given, format!("{surname}-{}", self.surname(seed))),
            6 => (format!("{given}-{}", self.given(seed)), surname),
            7 => (format!("{}.", initial(seed)), surname),
            8 => (format!("{given} {}.", initial(seed)), surname),
            9 | 10 => {
                let particles = [
                    "de", "de la", "van", "van der", "von", "dos", "da", "ben", "Abu", "Ould", "Ter", "Te",
                    "Ben", "El", "De", "del", "Le",
                ];
                (given, format!("{} {surname}", particles[below(particles.len(), seed)]))
            }
            11 | 12 => (given, format!("{}-{surname}", ["al", "el", "Al", "El"][below(4, seed)])),
            13 => (
                format!("{given} {} {}", ["bin", "ibn", "binti", "bint"][below(4, seed)], self.given(seed)),
                format!("al-{surname}"),
            ),
            14 => (given, format!("{} {}", ["bin", "ibn", "binti", "ben"][below(4, seed)], self.given(seed))),
            15 | 16 => {
                let family = self.family(seed);
                let (one, two) = (self.syllable(seed), self.syllable(seed));
                let given = if one_in(2, seed) {
                    format!("{one}-{}", two.to_lowercase())
                } else {
                    format!("{one}{}", two.to_lowercase())
                };
                return Person { full: format!("{family} {given}"), short: family };
            }
            17 | 18 => (format!("{} {}", self.family(seed), self.syllable(seed)), self.syllable(seed)),
            19 | 20 => (format!("{given} {}", self.given(seed)), format!("{surname} {}", self.surname(seed))),
            21 => (format!("{given} {}", self.given(seed)), format!("de {surname}")),
            22 => (format!("{surname} {given}"), self.given(seed)),
            _ => (given, surname),
        };
        Person { full: format!("{before} {short}"), short }
    }

    /// A given name.
    pub fn given(&self, seed: &mut u64) -> String {
        self.listed(&self.given, seed)
    }

    /// A surname of one word.
    pub fn surname(&self, seed: &mut u64) -> String {
        self.listed(&self.surnames, seed)
    }

    /// A place without a word for its kind.
    pub fn place(&self, seed: &mut u64) -> String {
        self.listed(&self.places, seed)
    }

    /// A place with a word for its kind: `Norland River`, `Lake Norland`.
    pub fn landmark(&self, seed: &mut u64) -> String {
        let head = capitalised(self.place_heads[below(self.place_heads.len(), seed)]);
        let place = self.place(seed);
        match head.as_str() {
            "Lake" | "Mount" | "Cape" | "Port" | "Fort" => format!("{head} {place}"),
            _ => format!("{place} {head}"),
        }
    }

    /// A country.
    pub fn country(&self, seed: &mut u64) -> String {
        self.countries[below(self.countries.len(), seed)].to_owned()
    }

    /// An organisation of several words.
    pub fn organisation(&self, seed: &mut u64) -> String {
        let own = match below(3, seed) {
            0 => self.surname(seed),
            _ => self.place(seed),
        };
        let noun = |seed: &mut u64| capitalised(self.nouns[below(self.nouns.len(), seed)]);
        let head = |seed: &mut u64| capitalised(self.heads[below(self.heads.len(), seed)]);
        match below(16, seed) {
            0..=3 => format!("{own} {} {}", noun(seed), head(seed)),
            4 | 5 => format!("{own} {}", head(seed)),
            6 => format!("{own} {} {} {}", noun(seed), noun(seed), head(seed)),
            7 => format!("{} {} {}", noun(seed), noun(seed), head(seed)),
            8 => format!(
                "{} of {own}",
                ["University", "Bank", "Diocese", "Church", "Council", "Institute", "Republic Bank"]
                    [below(7, seed)]
            ),
            9 => format!("Ministry of {}", noun(seed)),
            10 => format!(
                "{} for {} and {}",
                ["Institute", "Centre", "Council", "Agency", "Ministry", "Department"][below(6, seed)],
                noun(seed),
                noun(seed)
            ),
            11 => format!("{own} {} and {} {}", noun(seed), noun(seed), head(seed)),
            12 => format!(
                "{} {}' {}",
                own,
                noun(seed) + "s",
                ["Union", "Association", "Guild", "Syndicate", "Federation"][below(5, seed)]
            ),
            _ => {
                let opener = capitalised(self.openers[below(self.openers.len(), seed)]);
                let link =
                    ["de", "del", "do", "da", "des", "du", "di", "de la", "za", "para", ""][below(11, seed)];
                let rest = self.invented_capital(seed);
                let space = if link.is_empty() { "" } else { " " };
                if one_in(2, seed) {
                    format!("{opener} {link}{space}{rest}")
                } else {
                    format!("{opener} {} {link}{space}{rest}", self.invented_capital(seed))
                }
            }
        }
    }

    /// An organisation of one word.
    pub fn firm(&self, seed: &mut u64) -> String {
        if one_in(4, seed) { self.surname(seed) } else { self.invented_capital(seed) }
    }

    /// A newspaper, an agency or a station.
    pub fn medium(&self, seed: &mut u64) -> String {
        let head = [
            "Times",
            "Post",
            "Herald",
            "Courier",
            "Mirror",
            "Daily",
            "News",
            "Ledger",
            "Tribune",
            "Observer",
            "Today",
            "Telegraph",
            "Gazette",
            "TV",
            "Weekly",
            "Sentinel",
            "Independent",
            "Star",
            "Express",
            "Mail",
            "News Agency",
            "Broadcasting Corporation",
        ];
        match below(8, seed) {
            0 => format!("Radio {}", self.place(seed)),
            1 => format!(
                "{} {}",
                ["El", "La", "Le", "Al", "Il", "O"][below(6, seed)],
                self.invented_capital(seed)
            ),
            2 => format!("{} {}", self.invented_capital(seed), self.invented_capital(seed)),
            _ => format!("{} {}", self.place(seed), head[below(head.len(), seed)]),
        }
    }

    /// Letters that stand for an organisation: the first ones of its words, or any.
    pub fn acronym(&self, of: &str, seed: &mut u64) -> String {
        let first: String = of
            .split([' ', '-'])
            .filter_map(|word| word.chars().next())
            .filter(|letter| letter.is_uppercase())
            .collect();
        if first.chars().count() > 1 {
            return first;
        }
        (0..3 + below(2, seed)).map(|_| char::from(b"ABCDEFGHIKLMNOPRSTU"[below(19, seed)])).collect()
    }

    /// A title or an honorific before a name, with capitals.
    pub fn title(&self, seed: &mut u64) -> String {
        let list = if one_in(2, seed) { &self.titles } else { &self.honorifics };
        let title = list[below(list.len(), seed)];
        let dotted = matches!(
            title,
            "mr" | "mrs"
                | "ms"
                | "dr"
                | "gen"
                | "col"
                | "lt"
                | "sgt"
                | "capt"
                | "hon"
                | "ven"
                | "rev"
                | "prof"
                | "sen"
                | "rep"
        ) && one_in(2, seed);
        capitalised(title) + if dotted { "." } else { "" }
    }

    fn family(&self, seed: &mut u64) -> String {
        capitalised(self.families[below(self.families.len(), seed)])
    }

    fn syllable(&self, seed: &mut u64) -> String {
        loop {
            let word = self.invented(seed);
            if word.len() < 6 {
                return capitalised(&word);
            }
        }
    }

    fn listed(&self, list: &[&str], seed: &mut u64) -> String {
        if one_in(2, seed) { self.invented_capital(seed) } else { capitalised(list[below(list.len(), seed)]) }
    }

    /// A word with a capital that reads like a name.
    pub fn invented_capital(&self, seed: &mut u64) -> String {
        capitalised(&self.invented(seed))
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

/// The words with capitals, but for small ones between others.
pub fn capitalised(words: &str) -> String {
    let mut out = String::new();
    let mut open = true;
    for (at, letter) in words.char_indices() {
        let rest = &words[at..];
        let small = at > 0
            && ["of ", "de ", "del ", "da ", "do ", "dos ", "la ", "and ", "the "]
                .iter()
                .any(|word| rest.starts_with(word));
        if open && !small {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        open = matches!(letter, ' ' | '-');
    }
    out
}
