//! Scales: hundred, million, crore and their short forms.

use super::Parsed;
use super::number::{Number, Shape};
use super::token::{ends, gap, hyphen, joint, next_word, word};
use crate::lexicon::{self, Meaning, NumeralClass, class};

/// `scales = [ glued ] , { joint , scale-word } | short-scale , [ joint , scale-word ] ;`
pub(crate) fn scales(input: &str, number: Number) -> Parsed<'_, Number> {
    let (mut rest, mut number) =
        short_scale(input, number, false).or_else(|_| glued(input, number)).unwrap_or((input, number));
    for _ in 0..3 {
        let Ok((after, value)) = joint(rest).and_then(|(after, ())| scale_word(after)) else { break };
        // *one point two hundred* is two numbers.
        if value == 100.0 && number.shape == Shape::Words && number.grain < 1.0 {
            break;
        }
        number = number.times(value);
        rest = after;
    }
    Ok((rest, number))
}

/// `glued = scale-word ;` right behind digits, as tabloids write sums: `£90million`.
fn glued(input: &str, number: Number) -> Parsed<'_, Number> {
    if !matches!(number.shape, Shape::Digits { .. }) {
        return super::fail();
    }
    scale_word(input).map(|(rest, value)| (rest, number.times(value)))
}

/// `scale-word = "hundred" | "thousand" | "lakh" | "million" | "crore" | "billion" | … | "dozen" ;`
pub(crate) fn scale_word(input: &str) -> Parsed<'_, f64> {
    let (rest, found) = word(input)?;
    let numeral = lexicon::word(found).and_then(|word| word.numeral);
    let value = numeral.filter(|numeral| match numeral.class {
        NumeralClass::Hundred | NumeralClass::Scale => true,
        NumeralClass::Dozen => !numeral.value.eq(&20.0),
        _ => false,
    });
    match value {
        Some(numeral) => Ok((rest, numeral.value)),
        None => super::fail(),
    }
}

/// `grand = joint , "grand" , ? no noun ahead ? ;` a thousand of the money in view: *ten grand*, but *ten grand pianos*.
pub(crate) fn grand(input: &str, number: Number) -> Parsed<'_, Number> {
    if number.shape == Shape::Ordinal {
        return super::fail();
    }
    let hyphened = hyphen(input).is_ok();
    let (rest, ()) = joint(input)?;
    let (rest, found) = word(rest)?;
    let next = next_word(rest);
    let closes = next.is_empty() && gap(rest).is_err() || lexicon::is(next, class::STOP);
    if found == "grand" && ends(rest) && hyphen(rest).is_err() && (closes || hyphened) {
        Ok((rest, number.times(1000.0)))
    } else {
        super::fail()
    }
}

/// `short-scale = "k" | "m" | "bn" | … ;` The short ones for money alone: `27m` by itself may be metres.
pub(crate) fn short_scale(input: &str, number: Number, money: bool) -> Parsed<'_, Number> {
    let (spaced, start) = gap(input).map_or((false, input), |(rest, ())| (true, rest));
    let start = hyphen(start).map_or(start, |(rest, ())| rest);
    let (rest, found) = word(start)?;
    let forms = lexicon::word(found).map(lexicon::Word::forms).unwrap_or_default();
    for form in forms {
        let Meaning::Scale { value, money_only } = form.meaning else { continue };
        let placed = if spaced { !form.adjacent || money } else { true };
        if form.text() == found && placed && (money || !money_only) && ends(rest) {
            return Ok((rest, number.times(value)));
        }
    }
    super::fail()
}
