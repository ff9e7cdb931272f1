//! The words that the grammar knows, from the tables in `data/`, which the build script lays out.

#[allow(dead_code, reason = "the build script reads the rest")]
pub(crate) mod class;
mod key;
mod starts;
mod table;

pub(crate) use starts::starts;

use crate::Unit;
use key::Key;

/// What a number word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumeralClass {
    Digit,
    Teen,
    Ten,
    Hundred,
    Scale,
    Dozen,
    OrdinalDigit,
    OrdinalTeen,
    OrdinalTen,
    OrdinalHundred,
    OrdinalScale,
    Part,
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    pub(crate) class: NumeralClass,
    pub(crate) value: f64,
}

/// How a phrase bounds the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    Above,
    AtLeast,
    Below,
    AtMost,
    Nearly,
    JustBelow,
    JustAbove,
    About,
    Exact,
}

/// What a written form stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    /// By its number among all units.
    Unit(u16),
    Before(Hedge),
    After(Hedge),
    Scale {
        value: f64,
        money_only: bool,
    },
}

/// A form of one or several words, found under its first word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Where its words begin and end in the text of all forms: numbers need not be set when a program starts, as references
    /// need.
    text: (u16, u16),
    /// Only in this case.
    pub(crate) cased: bool,
    /// Only directly behind digits.
    pub(crate) adjacent: bool,
    pub(crate) meaning: Meaning,
}

impl Form {
    /// Its words.
    pub(crate) fn text(&self) -> &'static str {
        table::text(self.text)
    }

    /// The unit that it stands for, if it stands for one.
    pub(crate) fn unit(&self) -> Option<Unit> {
        let Meaning::Unit(number) = self.meaning else { return None };
        table::unit(number)
    }
}

/// All that is known of one word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) numeral: Option<Numeral>,
    /// Where the forms that it begins lie among all.
    forms: (u16, u16),
    classes: u32,
}

impl Word {
    pub(crate) fn is(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// The forms that it begins, the longest first.
    pub(crate) fn forms(&self) -> &'static [Form] {
        table::forms(self.forms)
    }
}

/// Looks a word up in any case; symbols stand under their first character.
pub(crate) fn word(text: &str) -> Option<&'static Word> {
    // Digits and spaces stand in no table.
    if text.as_bytes().first().is_none_or(|byte| byte.is_ascii_digit() || *byte == b' ') {
        return None;
    }
    table::get(Key::of(text.as_bytes())?)
}

/// Whether a word has any of some classes.
pub(crate) fn is(text: &str, classes: u32) -> bool {
    word(text).is_some_and(|word| word.is(classes))
}
