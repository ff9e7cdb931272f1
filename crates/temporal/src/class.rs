//! What a piece can begin, as a set of classes: the dispatch table of the grammar.

use crate::lexicon::Sense;

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    /// Of a word that can stand in no expression.
    pub(crate) const NONE: Self = Self(0);

    const fn nth(place: u32) -> Self {
        Self(1 << place)
    }

    /// Whether two sets have a class in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes of several sets.
pub(crate) const fn any<const COUNT: usize>(sets: [Class; COUNT]) -> Class {
    let mut all = 0;
    let mut at = 0;
    while at < COUNT {
        all |= sets[at].0;
        at += 1;
    }
    Class(all)
}

pub(crate) const NUMBER: Class = Class::nth(0);
pub(crate) const CARDINAL: Class = Class::nth(1);
pub(crate) const ORDINAL: Class = Class::nth(2);
pub(crate) const MONTH: Class = Class::nth(3);
pub(crate) const WEEKDAY: Class = Class::nth(4);
pub(crate) const UNIT: Class = Class::nth(5);
pub(crate) const SEASON: Class = Class::nth(6);
pub(crate) const PART: Class = Class::nth(7);
pub(crate) const NOON: Class = Class::nth(8);
pub(crate) const PICK: Class = Class::nth(9);
pub(crate) const DEICTIC: Class = Class::nth(10);
pub(crate) const HOLIDAY: Class = Class::nth(11);
pub(crate) const PHRASE: Class = Class::nth(12);
pub(crate) const FREQUENCY: Class = Class::nth(13);
pub(crate) const QUOTE: Class = Class::nth(14);
/// *the*, *about*, *early*: says no date itself.
pub(crate) const OPENS: Class = Class::nth(15);
/// Stands only inside an expression: *than*.
pub(crate) const INSIDE: Class = Class::nth(16);
/// A holiday or a fixed phrase by itself.
pub(crate) const ALONE: Class = Class::nth(17);
/// The second word of a holiday's name or of a fixed phrase.
pub(crate) const SECOND: Class = Class::nth(18);
/// Makes a time of a number: *a.m.*, *BC*.
pub(crate) const TIME: Class = Class::nth(19);
/// An ordinal that is more often a day than a rank: *sixteenth*.
pub(crate) const HIGH: Class = Class::nth(20);

/// What a date or a time of day may begin with.
pub(crate) const DATED: Class = any([
    NUMBER, CARDINAL, ORDINAL, MONTH, WEEKDAY, UNIT, SEASON, PART, NOON, PICK, DEICTIC, HOLIDAY, QUOTE, OPENS,
]);

/// What may come first in an expression.
pub(crate) const FIRST: Class = any([DATED, PHRASE, FREQUENCY, ALONE]);

/// What begins an expression by itself.
pub(crate) const BEGINS: Class = any([MONTH, WEEKDAY, UNIT, SEASON, PART, NOON, DEICTIC, FREQUENCY, ALONE]);

/// What says a time: something of it stands in every expression that does not begin with a number.
pub(crate) const SAYS: Class = any([BEGINS, TIME, HIGH]);

/// The classes of a word by its senses.
pub(crate) fn of_senses(senses: &[Sense]) -> Class {
    senses.iter().fold(Class::NONE, |class, sense| any([class, of_sense(*sense)]))
}

fn of_sense(sense: Sense) -> Class {
    match sense {
        Sense::Month(_) | Sense::MonthShort(_) => MONTH,
        Sense::Weekday(_) | Sense::WeekdayShort(_) | Sense::Weekdays(_) => WEEKDAY,
        Sense::Cardinal(_) | Sense::Scale(_) | Sense::Some => CARDINAL,
        Sense::Ordinal(10..) => any([ORDINAL, HIGH]),
        Sense::Ordinal(_) => ORDINAL,
        Sense::Unit(_) | Sense::Units(_) => UNIT,
        Sense::Season(_) | Sense::Seasons(_) => SEASON,
        Sense::Part(_) => PART,
        Sense::Noon(_) => NOON,
        Sense::Frequency(_) => FREQUENCY,
        Sense::Pick(_) => PICK,
        Sense::Deictic(_) | Sense::EndOf(_) => DEICTIC,
        Sense::TensPlural(_) => any([CARDINAL, TIME]),
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
        | Sense::AfterSeason => Class::NONE,
    }
}
