//! Numbers in words.

use super::number::{Number, Shape, round};
use super::token::{dash, gap, joint, keyword, loose_hyphen, then_keyword, word};
use super::{Parsed, fail, scale};
use crate::lexicon::{self, Numeral, NumeralClass as Class};

/// `spelled = zeros , group , { [ "," ] , joint , [ "and" , joint ] , group } | units , "point" , digit , { digit } , { scale } ;`
///
/// Groups fall: each stays below the scale of the one before. With `conjunction` off, *and* ends the number, as
/// it must after *between*.
pub(crate) fn spelled(input: &str, conjunction: bool) -> Parsed<'_, Number> {
    let (mut rest, mut sum) = group(zeros(input), conjunction)?;
    if let Ok((after, number)) = decimals(rest, sum) {
        return scale::scales(after, number);
    }
    let scaled = sum.floor >= 1000.0;
    for _ in 0..8 {
        if sum.ordinal || sum.floor <= 1.0 {
            break;
        }
        let Ok((after, next)) = joined_group(rest, conjunction) else { break };
        if next.value >= sum.floor || next.article {
            break;
        }
        sum = Group { value: sum.value + next.value, ..next };
        rest = after;
    }
    let (shape, grain) = if sum.ordinal { (Shape::Ordinal, 0.0) } else { (Shape::Words, sum.floor.max(1.0)) };
    Ok((rest, Number { value: sum.value, grain, shape, scaled }))
}

/// A part of a spelled number.
#[derive(Clone, Copy)]
struct Group {
    value: f64,
    /// The place it ends at: what a group after it must stay below.
    floor: f64,
    ordinal: bool,
    /// It opens with *a*: only at the start of a number.
    article: bool,
}

impl Group {
    const fn of(value: f64, floor: f64, ordinal: bool) -> Self {
        Self { value, floor, ordinal, article: false }
    }
}

/// `joined-group = [ "," ] , joint , [ "and" , joint ] , group ;`
fn joined_group(input: &str, conjunction: bool) -> Parsed<'_, Group> {
    let (rest, ()) = joint(input.strip_prefix(',').unwrap_or(input))?;
    match and(rest).and_then(|(after, ())| joint(after)) {
        Ok((after, ())) if conjunction => group(after, true),
        Ok(_) => fail(),
        Err(_) => group(rest, conjunction),
    }
}

/// `and = "and" | "&" ;`
fn and(input: &str) -> Parsed<'_, ()> {
    match input.strip_prefix('&') {
        Some(rest) => Ok((rest, ())),
        None => keyword(input, "and"),
    }
}

/// `zeros = { "zero" , gap } ;` before another figure that is read out: *zero eight*.
fn zeros(input: &str) -> &str {
    let mut rest = input;
    for _ in 0..8 {
        let zero =
            numeral(rest).ok().filter(|(_, numeral)| numeral.class == Class::Digit && numeral.value == 0.0);
        let Some((after, _)) = zero else { break };
        let next = gap(after).and_then(|(after, ())| numeral(after).map(|(_, next)| (after, next)));
        match next {
            Ok((after, next)) if next.class == Class::Digit => rest = after,
            _ => break,
        }
    }
    rest
}

/// `group = hundreds , { joint , scale } | bare-scale ;`
fn group(input: &str, conjunction: bool) -> Parsed<'_, Group> {
    let (mut rest, mut found) = hundreds(input, conjunction).or_else(|_| bare_scale(input))?;
    for _ in 0..3 {
        if found.ordinal {
            break;
        }
        let Ok((after, numeral)) = joint(rest).and_then(|(after, ())| numeral(after)) else { break };
        let counts = match numeral.class {
            Class::Scale | Class::OrdinalScale => found.value < 1e15,
            Class::Dozen => numeral.value < 20.0 || (found.value > 1.0 && !found.article),
            _ => false,
        };
        if !counts {
            break;
        }
        found.value *= numeral.value;
        found.floor = if found.floor > 1.0 { found.floor * numeral.value } else { numeral.value };
        found.ordinal = numeral.class == Class::OrdinalScale;
        rest = after;
    }
    if found.article && found.value <= 1.0 { fail() } else { Ok((rest, found)) }
}

/// `hundreds = ( units | "a" ) , [ joint , "hundred" , [ joint , [ "and" , joint ] , units ] ] ;`
fn hundreds(input: &str, conjunction: bool) -> Parsed<'_, Group> {
    let (rest, first) = article(input).or_else(|_| units(input))?;
    if first.ordinal {
        return Ok((rest, first));
    }
    let Ok((after, hundred)) = joint(rest).and_then(|(after, ())| numeral(after)) else {
        return Ok((rest, first));
    };
    match hundred.class {
        Class::Hundred => {}
        Class::OrdinalHundred => {
            return Ok((after, Group { value: first.value * 100.0, floor: 100.0, ordinal: true, ..first }));
        }
        _ => return Ok((rest, first)),
    }
    let found = Group { value: first.value * 100.0, floor: 100.0, ..first };
    match hundred_tail(after, conjunction) {
        Ok((rest, tail)) => Ok((
            rest,
            Group {
                value: found.value + tail.value,
                floor: 1.0,
                ordinal: tail.ordinal,
                article: found.article,
            },
        )),
        Err(_) => Ok((after, found)),
    }
}

/// `hundred-tail = joint , [ "and" , joint ] , units ;` not before another *hundred*.
fn hundred_tail(input: &str, conjunction: bool) -> Parsed<'_, Group> {
    let (rest, ()) = joint(input)?;
    let start = match and(rest).and_then(|(after, ())| joint(after)) {
        Ok((after, ())) if conjunction => after,
        Ok(_) => return fail(),
        Err(_) => rest,
    };
    let (rest, found) = units(start)?;
    let ahead = joint(rest).and_then(|(after, ())| numeral(after));
    match ahead {
        Ok((_, next)) if matches!(next.class, Class::Hundred | Class::Dozen) => fail(),
        _ => Ok((rest, found)),
    }
}

/// `units = ten , [ [ joint ] , digit ] | teen | digit ;` and the ordinals of these.
fn units(input: &str) -> Parsed<'_, Group> {
    let (rest, first) = numeral(input)?;
    match first.class {
        Class::Digit | Class::Teen => Ok((rest, Group::of(first.value, 1.0, false))),
        Class::OrdinalDigit | Class::OrdinalTeen | Class::OrdinalTen => {
            Ok((rest, Group::of(first.value, 1.0, true)))
        }
        Class::Ten => match joint(rest)
            .and_then(|(after, ())| numeral(after))
            .or_else(|_| dash(rest).and_then(|(after, ())| numeral(after)))
            .or_else(|_| loose_digit(rest))
        {
            Ok((after, last)) if last.class == Class::Digit && last.value > 0.0 => {
                Ok((after, Group::of(first.value + last.value, 1.0, false)))
            }
            Ok((after, last)) if last.class == Class::OrdinalDigit => {
                Ok((after, Group::of(first.value + last.value, 1.0, true)))
            }
            _ => Ok((rest, Group::of(first.value, 1.0, false))),
        },
        _ => fail(),
    }
}

/// `loose-digit = loose-hyphen , digit ;` but not in *thirty - two of them children -*, where the hyphen is a dash.
fn loose_digit(input: &str) -> Parsed<'_, Numeral> {
    let (rest, found) = loose_hyphen(input).and_then(|(rest, ())| numeral(rest))?;
    if then_keyword(rest, "of").is_ok() { fail() } else { Ok((rest, found)) }
}

/// The value of cardinal units: what a fraction counts.
pub(super) fn units_value(input: &str) -> Parsed<'_, f64> {
    match units(input)? {
        (rest, found) if !found.ordinal => Ok((rest, found.value)),
        _ => fail(),
    }
}

/// `article = ( "a" | "an" ) , ? gap and a scale, hundred or dozen ahead ? ;`
fn article(input: &str) -> Parsed<'_, Group> {
    let (rest, found) = word(input)?;
    if !(found.eq_ignore_ascii_case("a") || found.eq_ignore_ascii_case("an")) {
        return fail();
    }
    let (ahead, ()) = gap(rest)?;
    let (_, next) = numeral(ahead)?;
    let one = Group { value: 1.0, floor: 1.0, ordinal: false, article: true };
    match next.class {
        Class::Hundred | Class::Scale => Ok((rest, one)),
        Class::Dozen if next.value < 20.0 => Ok((rest, one)),
        _ => fail(),
    }
}

/// `bare-scale = "hundred" | "thousand" | … | "dozen" ;` in the singular: *thousand nine hundred*.
fn bare_scale(input: &str) -> Parsed<'_, Group> {
    let (rest, found) = word(input)?;
    let Some(numeral) = lexicon::word(found).and_then(|word| word.numeral) else { return fail() };
    let singular = !found.ends_with(['s', 'S']);
    match numeral.class {
        Class::Hundred | Class::Scale if singular => {
            Ok((rest, Group::of(numeral.value, numeral.value, false)))
        }
        Class::OrdinalHundred | Class::OrdinalScale => {
            Ok((rest, Group::of(numeral.value, numeral.value, true)))
        }
        Class::Dozen if singular && numeral.value < 20.0 => Ok((rest, Group::of(numeral.value, 1.0, false))),
        _ => fail(),
    }
}

/// `decimals = gap , "point" , gap , digit , { gap , digit } ;`
fn decimals(input: &str, whole: Group) -> Parsed<'_, Number> {
    let (rest, ()) = gap(input)?;
    let (mut rest, ()) = keyword(rest, "point")?;
    let (mut value, mut place) = (whole.value, 1.0);
    for _ in 0..12 {
        let Ok((after, found)) = gap(rest).and_then(|(after, ())| units_value(after).or_else(|_| oh(after)))
        else {
            break;
        };
        place /= if found < 10.0 { 10.0 } else { 100.0 };
        value += found * place;
        rest = after;
    }
    if place == 1.0 || whole.ordinal {
        return fail();
    }
    Ok((rest, Number { value: round(value), grain: place, shape: Shape::Words, scaled: false }))
}

/// `oh = "o" | "oh" ;` a zero that is read out.
fn oh(input: &str) -> Parsed<'_, f64> {
    let (rest, ()) = keyword(input, "o").or_else(|_| keyword(input, "oh"))?;
    Ok((rest, 0.0))
}

/// `numeral = ? a word of data/numbers.tsv ? ;`
pub(crate) fn numeral(input: &str) -> Parsed<'_, Numeral> {
    let (rest, found) = word(input)?;
    match lexicon::word(found).and_then(|word| word.numeral) {
        Some(numeral) => Ok((rest, numeral)),
        None => fail(),
    }
}
