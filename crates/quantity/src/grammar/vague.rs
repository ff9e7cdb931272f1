//! Numbers that are only bounds: several, dozens, hundreds of thousands.

use super::number::{Number, Shape};
use super::scale::scale_word;
use super::token::{gap, joint, keyword, next_word, then_keyword, word};
use super::{Parsed, fail};
use crate::lexicon::{self, NumeralClass as Class};

/// `vague = few , [ joint , scale ] | many , { gap , "of" , gap , many } ;`
pub(crate) fn vague(input: &str) -> Parsed<'_, Number> {
    few(input).or_else(|_| many(input))
}

/// `few = ( "several" | "a few" | "a couple of" | "a handful of" ) , { joint , scale } ;`
///
/// *Several* and *a few* stand for 3 to 9, *a handful* for 2 to 9, *a couple* for 2.
fn few(input: &str) -> Parsed<'_, Number> {
    let (rest, (lower, upper)) = few_word(input)?;
    let mut number = of(lower, Some(upper));
    let mut rest = rest;
    for _ in 0..2 {
        let Ok((after, value)) = joint(rest).and_then(|(after, ())| scale_word(after)) else { break };
        number = number.times(value);
        if let Shape::Vague { lower, upper: Some(upper) } = number.shape {
            // Several thousand reaches up to what ten thousand begins.
            number = of(lower, Some(upper + value * 0.999));
        }
        rest = after;
    }
    Ok((rest, number))
}

/// Whether a word makes *a* a small number.
pub(crate) fn is_few(found: &str) -> bool {
    matches!(found, "few" | "handful" | "couple" | "pair")
}

fn few_word(input: &str) -> Parsed<'_, (f64, f64)> {
    let (rest, found) = word(input)?;
    if found.eq_ignore_ascii_case("several") {
        return Ok((rest, (3.0, 9.0)));
    }
    if !found.eq_ignore_ascii_case("a") {
        return fail();
    }
    let (rest, ()) = gap(rest)?;
    let (rest, found) = word(rest)?;
    let bounds = match found {
        "few" => return Ok((rest, (3.0, 9.0))),
        "handful" => (2.0, 9.0),
        "couple" | "pair" => (2.0, 2.0),
        _ => return fail(),
    };
    match then_keyword(rest, "of") {
        // The *of* belongs to the number before a scale, and to what is counted otherwise.
        Ok((after, ())) if gap(after).and_then(|(after, ())| scale_word(after)).is_ok() => {
            Ok((after, bounds))
        }
        Ok(_) => Ok((rest, bounds)),
        Err(_) if next_word(rest).is_empty() => Ok((rest, bounds)),
        Err(_) => fail(),
    }
}

/// `many = ( "tens" | "dozens" | "scores" | "hundreds" | "thousands" | … ) , { gap , "of" , gap , many } ;`
///
/// A plural stands for at least two of its kind, without an end.
fn many(input: &str) -> Parsed<'_, Number> {
    let (mut rest, mut value) = plural(input)?;
    for _ in 0..2 {
        let Ok((after, next)) =
            then_keyword(rest, "of").and_then(|(after, ())| gap(after)).and_then(|(after, ())| plural(after))
        else {
            break;
        };
        value *= next / 2.0;
        rest = after;
    }
    if keyword(input, "tens").is_ok() && value == 20.0 {
        return fail();
    }
    Ok((rest, of(value, None)))
}

/// Twice the value of a plural scale.
fn plural(input: &str) -> Parsed<'_, f64> {
    let (rest, found) = word(input)?;
    if found.eq_ignore_ascii_case("tens") {
        return Ok((rest, 20.0));
    }
    let numeral = lexicon::word(found).and_then(|word| word.numeral);
    match numeral {
        Some(numeral) if found.ends_with(['s', 'S']) => match numeral.class {
            Class::Dozen if numeral.value >= 20.0 && then_keyword(rest, "of").is_err() => fail(),
            Class::Dozen | Class::Hundred | Class::Scale => Ok((rest, numeral.value * 2.0)),
            _ => fail(),
        },
        _ => fail(),
    }
}

fn of(lower: f64, upper: Option<f64>) -> Number {
    Number { value: lower, grain: 0.0, shape: Shape::Vague { lower, upper }, scaled: false }
}
