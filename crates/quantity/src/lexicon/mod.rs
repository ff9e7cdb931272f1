//! The words that the grammar knows, from the tables in `data/`.

pub(crate) mod class;
mod key;
mod read;
mod starts;
mod table;

pub(crate) use starts::starts;

use crate::Unit;
use key::Key;
use std::sync::LazyLock;
use table::Table;

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
    Unit(Unit),
    Before(Hedge),
    After(Hedge),
    Scale { value: f64, money_only: bool },
}

/// A form of one or several words, found under its first word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) text: &'static str,
    /// Only in this case.
    pub(crate) cased: bool,
    /// Only directly behind digits.
    pub(crate) adjacent: bool,
    pub(crate) meaning: Meaning,
}

/// All that is known of one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) numeral: Option<Numeral>,
    pub(crate) forms: Vec<Form>,
    pub(crate) classes: u32,
}

impl Word {
    pub(crate) fn is(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }
}

/// Looks a word up in any case; symbols stand under their first character.
pub(crate) fn word(text: &str) -> Option<&'static Word> {
    // Digits and spaces stand in no table.
    if text.as_bytes().first().is_none_or(|byte| byte.is_ascii_digit() || *byte == b' ') {
        return None;
    }
    LEXICON.get(Key::of(text.as_bytes())?)
}

/// Whether a word has any of some classes.
pub(crate) fn is(text: &str, classes: u32) -> bool {
    word(text).is_some_and(|word| word.is(classes))
}

static LEXICON: LazyLock<Table> = LazyLock::new(|| Table::of(read::lexicon()));
