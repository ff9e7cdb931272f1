//! Numbers: every way to write one.

use super::token::{gap, word};
use super::{Parsed, digits, fail, fraction, spelled, vague};
use crate::lexicon;

/// How a number was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// In digits; how many before the point, and whether nothing but digits.
    Digits { whole: u8, plain: bool },
    /// In words.
    Words,
    /// As a part of one: *a third*, `3/4`.
    Fraction,
    /// As a whole and a part, or a part above one: `2½`.
    Mixed,
    /// As a part of a whole number of things: *one in five*.
    Ratio,
    /// As a rank: *third*, `21st`.
    Ordinal,
    /// As bounds alone: *dozens*, *several thousand*.
    Vague { lower: f64, upper: Option<f64> },
}

/// A number as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// The place of its last written digit: 0.1 of `6.4`, 100 000 of `1.2m`; 0 where it is exact.
    pub(crate) grain: f64,
    pub(crate) shape: Shape,
    /// A scale word was read: *million*, `bn`.
    pub(crate) scaled: bool,
}

impl Number {
    pub(crate) fn times(self, factor: f64) -> Self {
        let shape = match self.shape {
            Shape::Vague { lower, upper } => {
                Shape::Vague { lower: lower * factor, upper: upper.map(|upper| upper * factor) }
            }
            other => other,
        };
        Self { value: round(self.value * factor), grain: self.grain * factor, shape, scaled: true }
    }
}

/// `number = vague | digits | fraction | spelled ;`
pub(crate) fn number(input: &str, conjunction: bool) -> Parsed<'_, Number> {
    if !opens(input) {
        return fail();
    }
    if may_be_ratio(input)
        && let Ok(found) = fraction::ratio(input)
    {
        return Ok(found);
    }
    if input.as_bytes().first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.') {
        return digits::numeral(input);
    }
    if let Ok(found) = vague::vague(input) {
        return Ok(found);
    }
    // Most numbers in words have no part behind them, and are read once.
    if let Ok((rest, whole)) = spelled::spelled(input, true)
        && !fraction::may_have_part(rest)
        && (conjunction || !has_and(input, rest))
    {
        return Ok((rest, whole));
    }
    if let Ok(found) = fraction::spelled_fraction(input) {
        return Ok(found);
    }
    match spelled::spelled(input, conjunction) {
        Ok(found) => Ok(found),
        Err(_) => fraction::glyph_number(input),
    }
}

/// Whether *and* stands in what was read of the input: it ends a number behind *between*.
fn has_and(input: &str, rest: &str) -> bool {
    input.get(..input.len() - rest.len()).is_none_or(|read| {
        read.split(|c: char| !c.is_ascii_alphabetic())
            .any(|word| word.eq_ignore_ascii_case("and") || word.is_empty())
    })
}

/// Whether *in*, *out of* or *over* may stand behind a number in digits.
fn may_be_ratio(input: &str) -> bool {
    let bytes = input.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit) {
        return true;
    }
    let length = bytes.iter().take(24).take_while(|byte| byte.is_ascii_digit() || **byte == b',').count();
    match bytes.get(length..) {
        Some([b' ', next, ..]) => matches!(next, b'i' | b'I' | b'o' | b'O'),
        Some([] | [b'!'..=b'~', ..]) => false,
        _ => true,
    }
}

/// Whether a number can begin here, told from a word or two.
fn opens(input: &str) -> bool {
    let Ok((rest, first)) = word(input) else {
        return input.starts_with(|c: char| c.is_ascii_digit() || c == '.' || !c.is_ascii());
    };
    let known = |found: &str| lexicon::word(found).is_some_and(|word| word.numeral.is_some());
    match first {
        "a" | "A" | "an" | "An" => gap(rest)
            .and_then(|(rest, ())| word(rest))
            .is_ok_and(|(_, next)| known(next) || vague::is_few(next)),
        _ => known(first) || first.eq_ignore_ascii_case("several") || first.eq_ignore_ascii_case("tens"),
    }
}

/// Takes off what binary arithmetic adds to a decimal product: `1.1 × 1000` is `1100`.
pub(crate) fn round(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() <= whole.abs() * 1e-12 { whole } else { value }
}
