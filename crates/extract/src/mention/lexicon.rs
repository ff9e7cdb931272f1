//! What the tables of `data/` say of a word or phrase.

use super::EntityKind;
use super::hasher::Table;
use corroborate_text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Classes of a single word, as bits: a word may be in several.
pub(super) mod class {
    pub(crate) const GIVEN: u32 = 1;
    pub(crate) const SURNAME: u32 = 1 << 1;
    pub(crate) const LOWER: u32 = 1 << 2;
    pub(crate) const HONORIFIC: u32 = 1 << 3;
    /// Could begin a phrase of the gazetteer.
    pub(crate) const OPENS: u32 = 1 << 4;
    pub(crate) const ORGANISATION_HEAD: u32 = 1 << 5;
    pub(crate) const PLACE_HEAD: u32 = 1 << 6;
    pub(crate) const PARTICLE: u32 = 1 << 7;
    pub(crate) const SPEECH: u32 = 1 << 8;
    /// Stands in a title of office.
    pub(crate) const TITLE: u32 = 1 << 9;
    /// A word of grammar.
    pub(crate) const FUNCTION: u32 = 1 << 10;
    /// A month or a day of the week.
    pub(crate) const CALENDAR: u32 = 1 << 11;
    /// Could begin a phrase of the long gazetteers, which hint but do not vouch.
    pub(crate) const HINTS: u32 = 1 << 12;
    /// Could begin the head of an institution in lower case.
    pub(crate) const INSTITUTION: u32 = 1 << 13;
    /// The classes that the model knows of.
    pub(crate) const KNOWN: u32 = (1 << 13) - 1;
}

/// How a form stands to its country or region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryForm {
    /// A name of the country: `Britain`.
    Name,
    /// Its capital, or the place its government sits at: a place of its own or the government, as it is used.
    Capital,
    /// A seat that stands for the government alone: `Kremlin`.
    Seat,
    /// `British`.
    Adjective,
    /// `Britons`.
    Demonym,
}

/// A phrase of the gazetteers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    Country(CountryForm),
    Place,
    Organisation,
    /// A province, district or town of the long list, where many names are common words or names of people too.
    Division,
    /// A party of the long list, likewise.
    Party,
}

impl Phrase {
    /// Whether it only hints at a kind.
    pub(super) fn is_hint(self) -> bool {
        matches!(self, Self::Division | Self::Party)
    }

    pub(super) fn kind(self) -> EntityKind {
        match self {
            Self::Country(CountryForm::Adjective | CountryForm::Demonym) => EntityKind::Group,
            Self::Country(_) | Self::Place | Self::Division => EntityKind::Place,
            Self::Organisation | Self::Party => EntityKind::Organisation,
        }
    }
}

/// The longest phrase of the gazetteers, in words.
pub(super) const LONGEST_PHRASE: usize = 7;

/// The country or region a form stands for, and how: by the table, in any case and with or without diacritics.
///
/// ```
/// use corroborate_extract::{CountryForm, country};
///
/// assert_eq!(country("U.K."), Some(("United Kingdom", CountryForm::Name)));
/// assert_eq!(country("London"), Some(("United Kingdom", CountryForm::Capital)));
/// assert_eq!(country("Londoner"), None);
/// ```
pub fn country(form: &str) -> Option<(&'static str, CountryForm)> {
    COUNTRIES.get(fold(form).as_str()).copied()
}

/// Whether a word, in lower case, says what kind of place a name names: `river`, `province`.
pub fn is_place_kind(word: &str) -> bool {
    classes(word) & class::PLACE_HEAD != 0
}

pub(super) fn classes(folded: &str) -> u32 {
    WORDS.get(folded).copied().unwrap_or_default()
}

pub(super) fn phrase(folded: &str) -> Option<Phrase> {
    PHRASES.get(folded).copied()
}

/// Whether the folded words are a title of office, and whether it may take modifiers (`transport minister`).
pub(super) fn title(folded: &str) -> Option<bool> {
    TITLES.get(folded).copied()
}

/// Whether the folded words are the head of an institution, and whether it needs a word before it.
pub(super) fn institution(folded: &str) -> Option<bool> {
    INSTITUTIONS.get(folded).copied()
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

static COUNTRIES: LazyLock<Table<String, (&'static str, CountryForm)>> = LazyLock::new(|| {
    let mut table = Table::default();
    // The aliases first: where both name a form, the hand-written row wins.
    for file in [include_str!("../../data/country-aliases.tsv"), include_str!("../../data/countries.tsv")] {
        for row in rows(file) {
            let mut columns = row.split('\t');
            let (Some(country), Some(kind), Some(form)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let kind = match kind {
                "capital" => CountryForm::Capital,
                "seat" => CountryForm::Seat,
                "adjective" => CountryForm::Adjective,
                "demonym" => CountryForm::Demonym,
                _ => CountryForm::Name,
            };
            table.entry(fold(form)).or_insert((country, kind));
        }
    }
    table
});

static PHRASES: LazyLock<Table<String, Phrase>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (form, (_, kind)) in COUNTRIES.iter() {
        table.insert(form.clone(), Phrase::Country(*kind));
    }
    for form in rows(include_str!("../../data/places.txt")) {
        table.entry(fold(form)).or_insert(Phrase::Place);
    }
    for form in rows(include_str!("../../data/organisations.txt")) {
        table.entry(fold(form)).or_insert(Phrase::Organisation);
    }
    for form in rows(include_str!("../../data/divisions.txt")) {
        table.entry(form.to_owned()).or_insert(Phrase::Division);
    }
    for form in rows(include_str!("../../data/parties.txt")) {
        table.entry(form.to_owned()).or_insert(Phrase::Party);
    }
    table
});

static TITLES: LazyLock<Table<&'static str, bool>> = LazyLock::new(|| {
    rows(include_str!("../../data/titles.txt"))
        .map(|row| row.strip_suffix('+').map_or((row, false), |row| (row, true)))
        .collect()
});

static INSTITUTIONS: LazyLock<Table<&'static str, bool>> = LazyLock::new(|| {
    rows(include_str!("../../data/institutions.txt"))
        .map(|row| row.strip_suffix(" *").map_or((row, false), |row| (row, true)))
        .collect()
});

static WORDS: LazyLock<Table<String, u32>> = LazyLock::new(|| {
    let mut table: Table<String, u32> = HashMap::with_capacity_and_hasher(48_000, Default::default());
    let mut add = |word: &str, bit: u32| match table.get_mut(word) {
        Some(bits) => *bits |= bit,
        None => {
            table.insert(word.to_owned(), bit);
        }
    };
    let lists = [
        (include_str!("../../data/given.txt"), class::GIVEN),
        (include_str!("../../data/given-more.txt"), class::GIVEN),
        (include_str!("../../data/surnames.txt"), class::SURNAME),
        (include_str!("../../data/lowercase.txt"), class::LOWER),
        (include_str!("../../data/honorifics.txt"), class::HONORIFIC),
        (include_str!("../../data/organisation-heads.txt"), class::ORGANISATION_HEAD),
        (include_str!("../../data/place-heads.txt"), class::PLACE_HEAD),
        (include_str!("../../data/particles.txt"), class::PARTICLE),
        (include_str!("../../data/speech-verbs.txt"), class::SPEECH),
        (include_str!("../../data/function-words.txt"), class::FUNCTION),
        (include_str!("../../data/calendar.txt"), class::CALENDAR),
    ];
    for (file, bit) in lists {
        for word in rows(file) {
            if word.is_ascii() { add(word, bit) } else { add(&fold(word), bit) }
        }
    }
    for head in INSTITUTIONS.keys().filter_map(|row| row.split(' ').next()) {
        add(head, class::INSTITUTION);
    }
    for row in TITLES.keys() {
        for word in row.split([' ', '-']) {
            add(word, class::TITLE);
        }
    }
    for (form, phrase) in PHRASES.iter() {
        // Keyed by the first token, as the tokeniser cuts it.
        if let Some(first) = corroborate_text::tokens(form).first() {
            add(first.span.of(form), if phrase.is_hint() { class::HINTS } else { class::OPENS });
        }
    }
    table
});
