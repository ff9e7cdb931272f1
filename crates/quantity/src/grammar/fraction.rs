//! Fractions and mixed numbers.

use super::number::{Number, Shape, round};
use super::spelled::{numeral, spelled};
use super::token::{ends, gap, joint, keyword, tail, then_keyword, word};
use super::{Parsed, fail, scale};
use crate::lexicon::{self, NumeralClass as Class, class};

/// `digit-fraction = glyph | " " , digits , "/" , digits | "/" , digits | " and a half" ;` behind whole digits.
pub(crate) fn digit_fraction(input: &str, whole: Number) -> Parsed<'_, Number> {
    if let Ok((rest, part)) = glyph(input) {
        return Ok((rest, mixed(whole.value, part)));
    }
    if let Ok((rest, below)) = slash_digits(input) {
        return if below > 0.0 { Ok((rest, mixed(0.0, whole.value / below))) } else { fail() };
    }
    if let Ok((rest, part)) = and_part(input) {
        return Ok((rest, mixed(whole.value, part)));
    }
    let (rest, ()) = joint(input)?;
    if let Ok((rest, part)) = glyph(rest) {
        return Ok((rest, mixed(whole.value, part)));
    }
    let length = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let above: f64 = rest.get(..length).and_then(|digits| digits.parse().ok()).ok_or(nom::Err::Error(()))?;
    let (rest, below) = slash_digits(tail(rest, length))?;
    if length > 0 && above < below { Ok((rest, mixed(whole.value, above / below))) } else { fail() }
}

/// `ratio = whole , gap , ( "in" | "out of" | "in every" ) , gap , whole ;`
///
/// Behind *in*, only what is said as a share: one of any number, or some of three, four, five, ten, a hundred.
pub(crate) fn ratio(input: &str) -> Parsed<'_, Number> {
    let (rest, above) = whole(input)?;
    let (rest, ()) = gap(rest)?;
    let (rest, link) = word(rest)?;
    let out = link.eq_ignore_ascii_case("out");
    if !out && !link.eq_ignore_ascii_case("in") {
        return fail();
    }
    let rest = if out {
        then_keyword(rest, "of")?.0
    } else {
        then_keyword(rest, "every").map_or(rest, |(rest, ())| rest)
    };
    let (rest, below) = gap(rest).and_then(|(rest, ())| whole(rest))?;
    let said = above == 1.0 || [3.0, 4.0, 5.0, 10.0, 20.0, 100.0, 1000.0].contains(&below);
    let timed = super::unit::suffix(rest, false).is_ok();
    if above < below && (out || said) && !timed && ends(rest) {
        Ok((rest, Number { value: above / below, grain: 0.0, shape: Shape::Ratio, scaled: false }))
    } else {
        fail()
    }
}

/// A whole number, in digits or words.
fn whole(input: &str) -> Parsed<'_, f64> {
    let found = if input.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        super::digits::plain(input)
    } else {
        spelled(input, false)
    };
    match found {
        Ok((rest, number))
            if number.grain == 1.0 && number.shape != Shape::Ordinal && number.value < 100_000.0 =>
        {
            Ok((rest, number.value))
        }
        _ => fail(),
    }
}

/// `glyph-number = glyph , { scale } ;`
pub(crate) fn glyph_number(input: &str) -> Parsed<'_, Number> {
    let (rest, part) = glyph(input)?;
    scale::scales(rest, mixed(0.0, part))
}

/// `spelled-fraction = ( "half" | quarter | units , joint , part | "a" , part | mixed ) , [ "a" | "of a" ] , { scale } ;`
pub(crate) fn spelled_fraction(input: &str) -> Parsed<'_, Number> {
    let (rest, number) = mixed_words(input).or_else(|_| part_words(input)).or_else(|_| half(input))?;
    match of_scale(rest) {
        Ok((rest, value)) => {
            Ok((rest, Number { shape: Shape::Words, grain: value * 0.1, ..number.times(value) }))
        }
        Err(_) => scale::scales(rest, number),
    }
}

/// `mixed-words = spelled , ( gap , "and" , gap , ( "a" | "one" | digit ) , joint , part ) ;`
fn mixed_words(input: &str) -> Parsed<'_, Number> {
    let (rest, whole) = spelled(input, false)?;
    if whole.shape != Shape::Words {
        return fail();
    }
    let (rest, part) = and_part(rest)?;
    Ok((rest, mixed(whole.value, part)))
}

/// `and-part = gap , "and" , gap , ( "a" | digit ) , joint , part ;`
fn and_part(input: &str) -> Parsed<'_, f64> {
    let (rest, ()) = then_keyword(input, "and")?;
    let (rest, ()) = joint(rest)?;
    let (rest, above) = match keyword(rest, "a").or_else(|_| keyword(rest, "an")) {
        Ok((rest, ())) => (rest, 1.0),
        Err(_) => {
            let (rest, digit) = numeral(rest)?;
            if digit.class != Class::Digit {
                return fail();
            }
            (rest, digit.value)
        }
    };
    let (rest, ()) = joint(rest)?;
    let (rest, below) = part(rest, above)?;
    Ok((rest, above / below))
}

/// `part-words = ( "a" | spelled ) , joint , part | spelled , gap , "over" , gap , spelled ;`
fn part_words(input: &str) -> Parsed<'_, Number> {
    let (rest, above) = match keyword(input, "a") {
        Ok((rest, ())) => (rest, 1.0),
        Err(_) => {
            let (rest, whole) = spelled(input, true)?;
            if whole.shape != Shape::Words {
                return fail();
            }
            (rest, whole.value)
        }
    };
    let (rest, ()) = joint(rest)?;
    let (after, below) = part(rest, above)?;
    // "A third of" is a part, "a third man" a rank.
    let ranked = lexicon::word(word(rest)?.1)
        .and_then(|word| word.numeral)
        .is_some_and(|numeral| numeral.class != Class::Part);
    let next = super::token::next_word(after);
    if ranked && (super::token::hyphen(after).is_ok() || !(next.is_empty() || lexicon::is(next, class::STOP)))
    {
        return fail();
    }
    Ok((after, mixed(0.0, above / below)))
}

/// `half = "half" | "quarter" ;` not as a rank or a time of a match.
fn half(input: &str) -> Parsed<'_, Number> {
    let (rest, numeral) = numeral(input)?;
    let next = super::token::next_word(rest);
    let of = [
        "of", "a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "all", "million",
        "billion", "dozen",
    ];
    let joined = ["dozen", "million", "billion", "mile", "hour", "century", "pint"]
        .iter()
        .any(|wanted| joint(rest).and_then(|(rest, ())| keyword(rest, wanted)).is_ok());
    if numeral.class != Class::Part
        || numeral.value > 4.0
        || !(joined || of.iter().any(|word| next.eq_ignore_ascii_case(word)))
    {
        return fail();
    }
    let found = word(input).map_or("", |(_, found)| found);
    if found.ends_with(['s', 'S']) || (numeral.value == 4.0 && !(joined || next.eq_ignore_ascii_case("of"))) {
        return fail();
    }
    Ok((rest, mixed(0.0, 1.0 / numeral.value)))
}

/// `of-scale = [ gap , "of" ] , gap , "a" , gap , scale | gap , scale ;`
fn of_scale(input: &str) -> Parsed<'_, f64> {
    let (rest, ()) = joint(input)?;
    let rest = keyword(rest, "of").and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    let rest = keyword(rest, "a").and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    scale::scale_word(rest)
}

/// `part = "half" | "quarter" | "third" | … ;` plural behind more than one.
fn part(input: &str, above: f64) -> Parsed<'_, f64> {
    let (rest, found) = word(input)?;
    let Some(numeral) = lexicon::word(found).and_then(|word| word.numeral) else { return fail() };
    let plural = found.ends_with(['s', 'S']);
    let fits = match numeral.class {
        Class::Part => (plural && above > 1.0) || (!plural && above <= 1.0),
        Class::OrdinalDigit => !plural && above == 1.0 && numeral.value > 2.0,
        Class::OrdinalTeen | Class::OrdinalTen | Class::OrdinalHundred | Class::OrdinalScale => {
            !plural && above == 1.0
        }
        _ => false,
    };
    if fits && numeral.value > 0.0 { Ok((rest, numeral.value)) } else { fail() }
}

/// `glyph = "½" | "⅓" | "¼" | … ;`
fn glyph(input: &str) -> Parsed<'_, f64> {
    let value = match input.chars().next() {
        Some('½') => 0.5,
        Some('⅓') => 1.0 / 3.0,
        Some('⅔') => 2.0 / 3.0,
        Some('¼') => 0.25,
        Some('¾') => 0.75,
        Some('⅕') => 0.2,
        Some('⅖') => 0.4,
        Some('⅗') => 0.6,
        Some('⅘') => 0.8,
        Some('⅙') => 1.0 / 6.0,
        Some('⅚') => 5.0 / 6.0,
        Some('⅛') => 0.125,
        Some('⅜') => 0.375,
        Some('⅝') => 0.625,
        Some('⅞') => 0.875,
        _ => return fail(),
    };
    Ok((tail(input, input.chars().next().map_or(0, char::len_utf8)), value))
}

/// `slash-digits = ( "/" | "⁄" ) , digits ;` of at most four, with nothing of a date behind.
fn slash_digits(input: &str) -> Parsed<'_, f64> {
    let Some(rest) = input.strip_prefix(['/', '⁄']) else { return fail() };
    let length = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let after = tail(rest, length);
    match rest.get(..length).unwrap_or_default().parse() {
        Ok(value) if length < 5 && ends(after) && !after.starts_with(['/', '⁄']) => Ok((after, value)),
        _ => fail(),
    }
}

fn mixed(whole: f64, part: f64) -> Number {
    Number { value: round(whole + part), grain: 0.0, shape: Shape::Fraction, scaled: false }
}
