//! What the tables of `data/` say of a word or phrase. The build script lays them out.

use super::EntityKind;
pub(super) use super::class;
use crate::groups;
use corroborate_text::{Table, fold, word_hash};

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
    /// A product, an index, a contest: none of the kinds above.
    Thing,
}

impl Phrase {
    /// By the number that stands for it in the tables and in the features of the model.
    fn of(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::Country(CountryForm::Name),
            2 => Self::Country(CountryForm::Capital),
            3 => Self::Country(CountryForm::Seat),
            4 => Self::Country(CountryForm::Adjective),
            5 => Self::Country(CountryForm::Demonym),
            10 => Self::Place,
            11 => Self::Organisation,
            12 => Self::Division,
            13 => Self::Party,
            14 => Self::Thing,
            _ => return None,
        })
    }

    /// Whether it only hints at a kind.
    pub(super) fn is_hint(self) -> bool {
        matches!(self, Self::Division | Self::Party | Self::Thing)
    }

    pub(super) fn kind(self) -> EntityKind {
        match self {
            Self::Country(CountryForm::Adjective | CountryForm::Demonym) => EntityKind::Group,
            Self::Country(_) | Self::Place | Self::Division => EntityKind::Place,
            Self::Organisation | Self::Party => EntityKind::Organisation,
            Self::Thing => EntityKind::Other,
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
    let (code, country) = COUNTRIES.get(&fold(form))?.split_first()?;
    let Phrase::Country(form) = Phrase::of(*code)? else { return None };
    Some((std::str::from_utf8(country).ok()?, form))
}

/// Whether a word, in lower case, says what kind of place a name names: `river`, `province`.
pub fn is_place_kind(word: &str) -> bool {
    classes(word, word_hash(word.as_bytes())).0 & class::PLACE_HEAD != 0
}

/// Whether a word, in lower case, says at the end of a name what kind of organisation it names: `foods`, `union`.
pub fn is_organisation_kind(word: &str) -> bool {
    classes(word, word_hash(word.as_bytes())).0 & class::ORGANISATION_HEAD != 0
}

/// Whether a word, in lower case, says behind a name that a site bears it, a place apart from the town or the firm of that
/// name: `mine`, `dam`.
pub fn is_site_kind(word: &str) -> bool {
    groups::SITES.contains(&word)
}

/// Whether a word, in lower case, opens the name of a club before its town: `sporting`.
pub fn opens_club(word: &str) -> bool {
    classes(word, word_hash(word.as_bytes())).0 & class::CLUB != 0
}

/// Whether a word, in lower case, opens the name of a place in its language: `villa`.
pub fn opens_place(word: &str) -> bool {
    classes(word, word_hash(word.as_bytes())).0 & class::PLACE_OPENER != 0
}

/// The classes of a word whose hash is known, and of how many words at most a phrase is that it begins.
pub(super) fn classes(folded: &str, hash: u64) -> (u32, u8) {
    match WORDS.get_hashed(folded, hash) {
        Some(&[a, b, c, d, longest]) => (u32::from_le_bytes([a, b, c, d]), longest),
        _ => (0, 0),
    }
}

/// Whether a word in lower case is a noun, by the tables.
pub(super) fn is_common_noun(folded: &str) -> bool {
    classes(folded, word_hash(folded.as_bytes())).0 >> class::NOUN_SHIFT != 0
}

pub(super) fn phrase(folded: &str) -> Option<Phrase> {
    Phrase::of(*PHRASES.get(folded)?.first()?)
}

/// Whether the folded words are a title of office, and whether it may take modifiers (`transport minister`).
pub(super) fn title(folded: &str) -> Option<bool> {
    flag(TITLES, folded)
}

/// Whether the folded words are the head of an institution, and whether it needs a word before it.
pub(super) fn institution(folded: &str) -> Option<bool> {
    flag(INSTITUTIONS, folded)
}

fn flag(table: Table<'static>, folded: &str) -> Option<bool> {
    Some(table.get(folded)?.first() == Some(&1))
}

static WORDS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.table")));
static PHRASES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/phrases.table")));
static COUNTRIES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/countries.table")));
static TITLES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/titles.table")));
static INSTITUTIONS: Table<'static> =
    Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/institutions.table")));
