//! Classes of a single word, as bits: a word may be in several. The build script uses this file too.

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
/// Opens the name of a club, before its town.
pub(crate) const CLUB: u32 = 1 << 14;
/// Names a kind of ship or spacecraft.
pub(crate) const CRAFT: u32 = 1 << 15;
/// Stands before a ship's name.
pub(crate) const SHIP_PREFIX: u32 = 1 << 16;
/// A family name that stands before the given names.
pub(crate) const FAMILY_FIRST: u32 = 1 << 17;
/// Opens the name of a body in another language.
pub(crate) const BODY_OPENER: u32 = 1 << 18;
/// The word of [`BODY_OPENER`] or [`PLACE_OPENER`] opens a name only where a small word of its language follows.
pub(crate) const LINKED_OPENER: u32 = 1 << 19;
/// Opens the name of a place in another language.
pub(crate) const PLACE_OPENER: u32 = 1 << 20;
/// The classes that the model sees: all but those that tell how the rules read a word.
pub(crate) const SEEN: u32 = ((1 << NOUN_SHIFT) - 1) & !(INSTITUTION | LINKED_OPENER);
/// Where the number of a noun's kind begins: 0, or one more than its place in [`NOUNS`].
pub(crate) const NOUN_SHIFT: u32 = 24;
/// What nouns name, as WordNet's lexicographers sort them.
#[allow(dead_code, reason = "the build script numbers the nouns by it")]
pub(crate) const NOUNS: [&str; 27] = [
    "tops",
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
    "vehicle",
];
