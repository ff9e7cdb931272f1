//! Mentions of people, places, organisations, groups and other named things.

mod agree;
mod combine;
mod evidence;
mod features;
mod hasher;
mod institution;
mod lexicon;
mod model;
mod parts;
mod tag;
#[doc(hidden)]
pub mod training;
mod word;

pub use lexicon::{CountryForm, country, is_place_kind};

use crate::Sentence;
use corroborate_article::Role;
use corroborate_text::Span;
use evidence::{Evidence, is_titled};
use tag::Found;
use word::Word;

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

/// The analysis of a person's name as written: *Prime Minister Sir Alan Brook* has a title, an honorific, a
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
    /// The name itself, without title and honorific: `Alan Brook`.
    pub span: Span,
    /// The name with its title and honorific: `Prime Minister Sir Alan Brook`.
    pub full: Span,
    /// What it names.
    pub kind: EntityKind,
    /// For a person, the parts of the name.
    pub parts: NameParts,
    /// An adjective or demonym (`French`, `Ukrainians`) rather than the name itself.
    pub adjective: bool,
}

/// A sentence of the article with its words and the names found in them.
#[derive(Debug)]
struct Line {
    words: Vec<Word>,
    /// A headline, or written like one.
    titled: bool,
    found: Vec<Found>,
}

/// Finds the mentions in the sentences of a text, in order and without overlap of their [`Mention::span`]s.
///
/// ```
/// use corroborate_extract::{EntityKind, annotate_text};
///
/// let text = "French President Jeanne Corbeau met the envoy Bo Ek in Oslo.";
/// let found = annotate_text(text, None).mentions;
/// let names: Vec<&str> = found.iter().map(|mention| mention.span.of(text)).collect();
/// assert_eq!(names, ["French", "Jeanne Corbeau", "Bo Ek", "Oslo"]);
/// assert_eq!(found[1].full.of(text), "French President Jeanne Corbeau");
/// assert_eq!(found[3].kind, EntityKind::Place);
/// ```
pub fn mentions(text: &str, sentences: &[Sentence]) -> Vec<Mention> {
    mentions_by(text, sentences, &model::label)
}

/// The labels of the words of a sentence, from their features.
pub type Labeller<'l> = &'l dyn Fn(&[Option<Vec<u32>>]) -> Vec<usize>;

/// [`mentions`] under any weights.
fn mentions_by(text: &str, sentences: &[Sentence], label: Labeller<'_>) -> Vec<Mention> {
    let mut lines = read(text, sentences);
    let evidence =
        Evidence::gather(lines.iter().filter(|line| !line.titled).map(|line| line.words.as_slice()));
    for line in &mut lines {
        let ruled = tag::tag(text, &line.words, line.titled, &evidence);
        let features = features::features(text, &line.words, line.titled, &evidence);
        line.found = combine::combine(&line.words, &label(&features), &ruled);
    }
    agree::agree(&mut lines);
    institution::add(&mut lines);
    let mut mentions: Vec<Mention> = lines
        .iter()
        .flat_map(|line| line.found.iter().filter_map(|found| parts::mention(text, &line.words, *found)))
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start(), mention.span.end()));
    mentions.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    mentions
}

/// The words of the sentences.
fn read(text: &str, sentences: &[Sentence]) -> Vec<Line> {
    sentences
        .iter()
        .map(|sentence| {
            let words = word::words(text, sentence.span);
            let heading = matches!(sentence.role, Role::Headline | Role::AlternateHeadline | Role::Heading);
            let capitals = words.iter().filter(|word| word.is_capitalised()).count();
            let titled = is_titled(&words) || heading && capitals * 2 > words.len();
            Line { words, titled, found: Vec::new() }
        })
        .collect()
}
