//! Mentions of people, places, organisations, groups and other named things.

mod agree;
mod class;
mod combine;
mod context;
mod craft;
mod evidence;
mod features;
mod foreign;
mod guess;
#[doc(hidden)]
pub mod inputs;
mod institution;
mod lexicon;
mod model;
mod parts;
mod rows;
mod run;
mod seeded;
mod sign;
mod tag;
mod title;
#[doc(hidden)]
pub mod training;
mod whole;
mod word;

pub use lexicon::{
    CountryForm, country, is_organisation_kind, is_place_kind, is_site_kind, opens_club, opens_place,
};

use crate::Sentence;
use crate::tokens::Tokens;
use corroborate_article::Role;
use corroborate_text::Span;
use evidence::{Evidence, is_titled};
use tag::Found;
use word::{Keys, Word};

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
struct Line<'k> {
    words: Vec<Word<'k>>,
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
    mentions_in(text, sentences, &Tokens::of(text, sentences))
}

/// The same, where the tokens of the sentences have been cut.
pub(crate) fn mentions_in(text: &str, sentences: &[Sentence], tokens: &Tokens) -> Vec<Mention> {
    let mut sheet = features::Sheet::default();
    mentions_by(text, sentences, tokens, &mut |text, line, evidence| {
        sheet.read(text, &line.words, line.titled, evidence);
        model::label(&sheet, &line.words)
    })
}

/// Finds the mentions, where the labels of the words of a sentence come from `label`.
fn mentions_by(
    text: &str,
    sentences: &[Sentence],
    tokens: &Tokens,
    label: &mut dyn FnMut(&str, &Line<'_>, &Evidence) -> Vec<u8>,
) -> Vec<Mention> {
    let keys = Keys::of(text, tokens);
    let (mut lines, forms) = read(text, sentences, tokens, &keys);
    let evidence = Evidence::gather(&lines, forms);
    for line in &mut lines {
        let ruled = tag::tag(text, &line.words, line.titled, &evidence);
        line.found = combine::combine(&line.words, &label(text, line, &evidence), &ruled);
    }
    agree::agree(&mut lines, forms);
    for Line { words, found, .. } in &mut lines {
        found.iter_mut().for_each(|name| whole::untitled(words, name));
    }
    institution::add(&mut lines);
    let mut mentions: Vec<Mention> = lines
        .iter()
        .flat_map(|line| line.found.iter().filter_map(|found| parts::mention(text, line, *found)))
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start(), mention.span.end()));
    mentions.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    mentions
}

/// The words of the sentences, and how many different keys they have.
fn read<'k>(text: &str, sentences: &[Sentence], tokens: &Tokens, keys: &'k Keys) -> (Vec<Line<'k>>, usize) {
    let (words, forms) = keys.words(text, tokens);
    let lines = sentences.iter().zip(words).map(|(sentence, words)| {
        let heading = matches!(sentence.role, Role::Headline | Role::AlternateHeadline | Role::Heading);
        let capitals = words.iter().filter(|word| word.is_capitalised()).count();
        let titled = is_titled(&words) || heading && capitals * 2 > words.len();
        Line { words, titled, found: Vec::new() }
    });
    (lines.collect(), forms)
}
