//! Mentions of people, places, organisations, groups and other named things.

use crate::Sentence;
use corroborate_text::Span;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place: country, town, river, building.
    Place,
    /// An organisation.
    Organisation,
    /// A nationality, a party's members, a people.
    Group,
    /// Anything else that has a name: a ship, a missile, a book, a law.
    Other,
}

impl EntityKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Other => "other",
        }
    }
}

/// The analysis of a person's name as written: *Prime Minister Sir Keir Starmer* has a title, an honorific, a
/// given name and a surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NameParts {
    /// A role before the name: `Prime Minister`, `French President`, `envoy`.
    pub title: Option<Span>,
    /// `Sir`, `Mr.`, `Dr`.
    pub honorific: Option<Span>,
    /// Given names and initials.
    pub given: Option<Span>,
    /// The surname, with its particles (`van der Berg`).
    pub surname: Option<Span>,
}

/// One mention of a named thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name itself, without title and honorific: `Keir Starmer`.
    pub span: Span,
    /// The name with its title and honorific: `Prime Minister Sir Keir Starmer`.
    pub full: Span,
    /// What it names.
    pub kind: EntityKind,
    /// For a person, the parts of the name.
    pub parts: NameParts,
    /// An adjective or demonym (`French`, `Ukrainians`) rather than the name itself.
    pub adjective: bool,
}

/// Finds the mentions in the sentences of a text, in order and without overlap.
pub fn mentions(text: &str, sentences: &[Sentence]) -> Vec<Mention> {
    let _ = (text, sentences);
    Vec::new()
}
