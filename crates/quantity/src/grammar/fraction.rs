//! Fractions and mixed numbers.

use super::number::{Number, Shape, round};
use super::spelled::{spelled, units_value as units};
use super::token::{ends, gap, joint, keyword, loose_hyphen, tail, then_keyword, word};
use super::{Parsed, fail, scale};
use crate::lexicon::{self, NumeralClass as Class, class};

/// `digit-fraction = glyph | " " , digits , "/" , digits | "/" , digits | " and a half" ;` behind whole digits.
pub(crate) fn digit_fraction(input: &str, whole: Number) -> Parsed<'_, Number> {
    if let Ok((rest, part)) = glyph(input) {
        return Ok((rest, mixed(whole.value, part)));
    }
    if let Ok((rest, below)) = slash_digits(input) {
        // *10/10* is all of it.
        let all = |number: Number| Number { shape: Shape::Fraction, ..number };
        return match mixed(0.0, whole.value / below) {
            number if below > 0.0 && whole.value == below => Ok((rest, all(number))),
            number if below > 0.0 => Ok((rest, number)),
            _ => fail(),
        };
    }
    if let Ok((rest, part)) = and_part(input) {
        return Ok((rest, with_part(whole, part)));
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
    if link.eq_ignore_ascii_case("over") {
        return over(rest, above);
    }
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

/// `over = gap , whole ;` where nothing more follows that would be counted: *one over three*.
fn over(input: &str, above: f64) -> Parsed<'_, Number> {
    let (rest, below) = gap(input).and_then(|(rest, ())| whole_with_and(rest).or_else(|_| whole(rest)))?;
    let alone =
        super::token::next_word(rest).is_empty() && ends(rest) && super::unit::suffix(rest, true).is_err();
    if alone && below > 0.0 { Ok((rest, mixed(0.0, above / below))) } else { fail() }
}

/// A whole number in words, *one hundred and five*.
fn whole_with_and(input: &str) -> Parsed<'_, f64> {
    match spelled(input, true)? {
        (rest, number) if number.grain >= 1.0 && number.shape == Shape::Words => Ok((rest, number.value)),
        _ => fail(),
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
            if number.grain >= 1.0
                && !is_year(&number)
                && number.shape != Shape::Ordinal
                && number.value < 100_000.0 =>
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

/// Whether a number in words goes on with *and*, a rank or a part: most stand before what they count.
pub(super) fn may_have_part(rest: &str) -> bool {
    let Ok((rest, ())) = loose_hyphen(rest).or_else(|_| joint(rest)) else { return false };
    rest.starts_with('&')
        || word(rest).is_ok_and(|(_, next)| {
            next.eq_ignore_ascii_case("and") || lexicon::word(next).is_some_and(|word| word.numeral.is_some())
        })
}

/// `mixed-words = spelled , ( gap , "and" , gap , ( "a" | "one" | digit ) , joint , part ) ;`
fn mixed_words(input: &str) -> Parsed<'_, Number> {
    let read = |conjunction| {
        let (rest, whole) = spelled(input, conjunction)?;
        let (rest, part) = and_part(rest)?;
        if whole.shape != Shape::Words {
            return fail();
        }
        // *one billion and a half million*, *two million and a half million*: the part has a scale of its own.
        match of_scale(rest) {
            Ok((rest, scale)) if whole.scaled && scale <= whole.grain => {
                Ok((rest, mixed(whole.value, part * scale)))
            }
            _ => Ok((rest, with_part(whole, part))),
        }
    };
    read(true).or_else(|_| read(false))
}

/// `and-a-half = gap , "and" , gap , "a" , gap , "half" ;` behind a scale: *3 million and a half*.
pub(crate) fn and_a_half(input: &str, whole: Number) -> Parsed<'_, Number> {
    let (rest, part) = and_part(input)?;
    let of = super::token::next_word(rest).eq_ignore_ascii_case("of");
    if (part == 0.5 || part == 0.25) && whole.scaled && !of {
        Ok((rest, with_part(whole, part)))
    } else {
        fail()
    }
}

/// `and-part = joint , "and" , joint , ( "a" | digit ) , joint , part ;`
fn and_part(input: &str) -> Parsed<'_, f64> {
    let (rest, ()) = joint(input).and_then(|(rest, ())| keyword(rest, "and"))?;
    let (rest, ()) = joint(rest)?;
    let (rest, above) = match keyword(rest, "a").or_else(|_| keyword(rest, "an")) {
        Ok((rest, ())) => (rest, 1.0),
        Err(_) => units(rest)?,
    };
    let (rest, ()) = joint(rest)?;
    let (rest, below) = part(rest, above)?;
    // "A hundred and thirty fifths" counts fifths.
    if above < 10.0 || below >= 100.0 { Ok((rest, above / below)) } else { fail() }
}

/// `part-words = ( "a" | spelled ) , joint , part | spelled , gap , "over" , gap , spelled ;`
fn part_words(input: &str) -> Parsed<'_, Number> {
    // *a third*, but *a hundred thousandths*.
    let article = keyword(input, "a")
        .ok()
        .filter(|(rest, ())| joint(rest).is_ok_and(|(rest, ())| part(rest, 1.0).is_ok()));
    let (rest, above) = match article {
        Some((rest, ())) => (rest, 1.0),
        None => {
            let (rest, whole) = spelled(input, true)?;
            if whole.shape != Shape::Words {
                return fail();
            }
            (rest, whole.value)
        }
    };
    if let Ok((rest, below)) = nth_part(rest, above) {
        return Ok((rest, mixed(0.0, above / below)));
    }
    let hyphened = super::token::hyphen(rest).is_ok();
    let (rest, ()) = joint(rest)
        .and_then(|(rest, ())| if word(rest).is_ok() { Ok((rest, ())) } else { fail() })
        .or_else(|_| loose_hyphen(rest))?;
    let (after, below) = part(rest, above)?;
    // *a hundred thirty-fifths*: the hyphen binds the ten to the part.
    let ten = above % 100.0;
    if hyphened && ten >= 20.0 && ten % 10.0 == 0.0 && above > 100.0 && below < 10.0 {
        return Ok((after, mixed(0.0, (above - ten) / (ten + below))));
    }
    // *three twenty-fifths* are a part, and *twenty-fifths* alone say not how many.
    if hyphened && ten >= 20.0 && above == ten && below < 10.0 {
        return fail();
    }
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

/// `nth-part = joint , ? "one" and a rank of a hundred or more ? ;` behind *one*: *one one-hundredth*.
fn nth_part(input: &str, above: f64) -> Parsed<'_, f64> {
    let (rest, ()) = joint(input)?;
    match spelled(rest, true)? {
        (rest, rank) if above == 1.0 && rank.shape == Shape::Ordinal && rank.value >= 100.0 => {
            Ok((rest, rank.value))
        }
        _ => fail(),
    }
}

/// `half = ( "half" | "quarter" ) , ? a scale, a unit, or for half any function word ahead ? ;`
///
/// A quarter by itself is a time of the year more often than a part.
fn half(input: &str) -> Parsed<'_, Number> {
    let (rest, found) = word(input)?;
    let numeral =
        lexicon::word(found).and_then(|word| word.numeral).filter(|numeral| numeral.class == Class::Part);
    let Some(numeral) = numeral.filter(|numeral| numeral.value <= 4.0 && !found.ends_with(['s', 'S'])) else {
        return fail();
    };
    let next = super::token::next_word(rest);
    let measured = super::unit::suffix(rest, false)
        .is_ok_and(|(_, unit)| unit.symbol == "h" || !matches!(unit.dimension, "share" | "time"));
    let joined = measured || of_scale(rest).is_ok();
    let alone = if numeral.value == 2.0 {
        lexicon::is(next, class::STOP | class::VERB | class::PEOPLE)
    } else {
        next == "of"
    };
    if joined || alone { Ok((rest, mixed(0.0, 1.0 / numeral.value))) } else { fail() }
}

/// `of-scale = [ gap , "of" ] , gap , "a" , gap , scale | gap , scale ;`
fn of_scale(input: &str) -> Parsed<'_, f64> {
    let (rest, ()) = joint(input)?;
    let rest = keyword(rest, "of").and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    let rest = keyword(rest, "a").and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    scale::scale_word(rest)
}

/// `part = [ ten , "-" ] , simple-part ;`
fn part(input: &str, above: f64) -> Parsed<'_, f64> {
    let (rest, found) = word(input)?;
    let ten =
        lexicon::word(found).and_then(|word| word.numeral).filter(|numeral| numeral.class == Class::Ten);
    let Some(ten) = ten else { return simple_part(input, above) };
    // *three twenty-fifths*; without a hyphen only where a number stands before.
    let rest = if above > 1.0 { joint(rest)?.0 } else { super::token::hyphen(rest)?.0 };
    // *twenty-firsts*: firsts and seconds are parts behind a ten alone.
    let small = word(rest).ok().and_then(|(after, found)| {
        let one = found.strip_suffix('s').filter(|_| above > 1.0).unwrap_or(found);
        let numeral = lexicon::word(one)?.numeral.filter(|numeral| numeral.class == Class::OrdinalDigit)?;
        ((one.len() < found.len()) == (above > 1.0)).then_some((after, numeral.value))
    });
    let (rest, below) = match small {
        Some(found) => found,
        None => simple_part(rest, above)?,
    };
    if below < 10.0 { Ok((rest, ten.value + below)) } else { fail() }
}

/// `simple-part = "half" | "quarter" | "third" | … ;` plural behind more than one.
fn simple_part(input: &str, above: f64) -> Parsed<'_, f64> {
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

/// A number and a part of it: *two and a half* is 2.5, *two million and a half* 2.5 million.
fn with_part(whole: Number, part: f64) -> Number {
    let unit = if whole.scaled { whole.grain.max(1.0) } else { 1.0 };
    mixed(whole.value, part * unit)
}

fn is_year(number: &Number) -> bool {
    matches!(number.shape, Shape::Digits { whole: 4, plain: true })
        && (1500.0..2100.0).contains(&number.value)
}

fn mixed(whole: f64, part: f64) -> Number {
    let value = round(whole + part);
    let shape = if value < 1.0 { Shape::Fraction } else { Shape::Mixed };
    Number { value, grain: 0.0, shape, scaled: false }
}
