//! What a piece can begin, as a set of bits: the dispatch table of the grammar.

use crate::lexicon::Sense;

/// A set of classes.
pub(crate) type Class = u32;

pub(crate) const NUMBER: Class = 1;
pub(crate) const CARDINAL: Class = 1 << 1;
pub(crate) const ORDINAL: Class = 1 << 2;
pub(crate) const MONTH: Class = 1 << 3;
pub(crate) const WEEKDAY: Class = 1 << 4;
pub(crate) const UNIT: Class = 1 << 5;
pub(crate) const SEASON: Class = 1 << 6;
pub(crate) const PART: Class = 1 << 7;
pub(crate) const NOON: Class = 1 << 8;
pub(crate) const PICK: Class = 1 << 9;
pub(crate) const DEICTIC: Class = 1 << 10;
pub(crate) const HOLIDAY: Class = 1 << 11;
pub(crate) const PHRASE: Class = 1 << 12;
pub(crate) const FREQUENCY: Class = 1 << 13;
pub(crate) const QUOTE: Class = 1 << 14;
/// *the*, *about*, *early*: says no date itself.
pub(crate) const OPENS: Class = 1 << 15;
/// Stands only inside an expression: *than*.
pub(crate) const INSIDE: Class = 1 << 16;
/// A holiday or a fixed phrase by itself.
pub(crate) const ALONE: Class = 1 << 17;
/// The second word of a holiday's name or of a fixed phrase.
pub(crate) const SECOND: Class = 1 << 18;
/// Makes a time of a number: *a.m.*, *BC*.
pub(crate) const TIME: Class = 1 << 19;
/// An ordinal that is more often a day than a rank: *sixteenth*.
pub(crate) const HIGH: Class = 1 << 20;

/// Any class that may come first.
pub(crate) const ANY: Class = INSIDE - 1;

/// What begins an expression by itself.
pub(crate) const BEGINS: Class = MONTH | WEEKDAY | UNIT | SEASON | PART | NOON | DEICTIC | FREQUENCY | ALONE;

/// What says a time: something of it stands in every expression that does not begin with a number.
pub(crate) const SAYS: Class = BEGINS | TIME | HIGH;

/// What a date or a time of day may begin with.
pub(crate) const DATED: Class = ANY & !(PHRASE | FREQUENCY);

/// The classes of a word by its senses.
pub(crate) fn of_senses(senses: &[Sense]) -> Class {
    senses.iter().fold(0, |class, sense| class | of_sense(*sense))
}

fn of_sense(sense: Sense) -> Class {
    match sense {
        Sense::Month(_) | Sense::MonthShort(_) => MONTH,
        Sense::Weekday(_) | Sense::WeekdayShort(_) | Sense::Weekdays(_) => WEEKDAY,
        Sense::Cardinal(_) | Sense::Scale(_) | Sense::Some => CARDINAL,
        Sense::Ordinal(10..) => ORDINAL | HIGH,
        Sense::Ordinal(_) => ORDINAL,
        Sense::Unit(_) | Sense::Units(_) => UNIT,
        Sense::Season(_) | Sense::Seasons(_) => SEASON,
        Sense::Part(_) => PART,
        Sense::Noon(_) => NOON,
        Sense::Frequency(_) => FREQUENCY,
        Sense::Pick(_) => PICK,
        Sense::Deictic(_) | Sense::EndOf(_) => DEICTIC,
        Sense::TensPlural(_) => CARDINAL | TIME,
        Sense::OpensHoliday => HOLIDAY,
        Sense::OpensPhrase => PHRASE,
        Sense::Opens => OPENS,
        Sense::Inside | Sense::Adjective => INSIDE,
        Sense::Time | Sense::UnitShort(_) => TIME,
        Sense::Alone => ALONE,
        Sense::Second => SECOND,
        Sense::FutureVerb
        | Sense::PastVerb
        | Sense::PresentVerb
        | Sense::Counted
        | Sense::NotDate
        | Sense::Change
        | Sense::YearCue
        | Sense::BeforeBareMonth
        | Sense::Follows
        | Sense::AfterSeason => 0,
    }
}
