//! Numbers in digits.

use super::fraction;
use super::number::{Number, Shape, round};
use super::scale;
use super::token::{ends, gap, keyword, tail};
use super::{Parsed, fail, step};

/// `numeral = plain , [ [ " " ] , part ] , { scale } | plain , ordinal-suffix | plain , power ;`
pub(crate) fn numeral(input: &str) -> Parsed<'_, Number> {
    let (rest, plain) = plain(input)?;
    if let Ok((rest, ())) = ordinal_suffix(rest, plain) {
        return Ok((rest, Number { shape: Shape::Ordinal, grain: 0.0, ..plain }));
    }
    if let Ok(found) = power(rest, plain) {
        return Ok(found);
    }
    let (rest, with_part) = fraction::digit_fraction(rest, plain).unwrap_or((rest, plain));
    let (rest, scaled) = scale::scales(rest, with_part)?;
    if let Ok(found) = lower_groups(rest, scaled) {
        return Ok(found);
    }
    Ok(fraction::and_a_half(rest, scaled).unwrap_or((rest, scaled)))
}

/// `lower-groups = gap , [ "and" , gap ] , plain , { scale } , { … } ;` behind a scale in words, each below the one
/// before: *4 thousand 3 hundred and 21*. *And* only behind hundreds; elsewhere it begins another number.
fn lower_groups(input: &str, above: Number) -> Parsed<'_, Number> {
    let (mut rest, mut sum, mut floor) = (input, above, above.grain);
    if !above.scaled || floor < 100.0 || floor.fract() != 0.0 {
        return fail();
    }
    for _ in 0..4 {
        let Ok((after, next)) = lower_group(rest, floor) else { break };
        sum = Number { value: sum.value + next.value, grain: next.grain, ..sum };
        (rest, floor) = (after, next.grain);
    }
    if rest.len() == input.len() { fail() } else { Ok((rest, sum)) }
}

fn lower_group(input: &str, floor: f64) -> Parsed<'_, Number> {
    let (rest, ()) = gap(input)?;
    let joined = keyword(rest, "and").and_then(|(rest, ())| gap(rest));
    let (rest, and) = joined.map_or((rest, false), |(rest, ())| (rest, true));
    let (rest, next) = match plain(rest) {
        Ok((rest, next)) if next.grain == 1.0 => scale::scales(rest, next)?,
        Ok(_) => return fail(),
        Err(_) => super::spelled::spelled(rest, true)?,
    };
    // Below the scale, and either with a scale of its own or right behind hundreds.
    let fits = next.value > 0.0 && next.value < floor && if next.scaled { !and } else { floor == 100.0 };
    if fits && next.shape != Shape::Ordinal && ends(rest) { Ok((rest, next)) } else { fail() }
}

/// `plain = whole , [ "." , digit , { digit } ] | "." , digit , { digit } ;`
pub(crate) fn plain(input: &str) -> Parsed<'_, Number> {
    step();
    let bytes = input.as_bytes();
    if let Some(found) = continental(input) {
        return Ok(found);
    }
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, grouped) = whole(bytes);
    let whole_digits = bytes.iter().take(at).filter(|byte| byte.is_ascii_digit()).count();
    let mut decimals = 0_i32;
    if bytes.get(at) == Some(&b'.') && digit(at + 1) {
        at += 1;
        while digit(at) {
            at += 1;
            decimals = decimals.saturating_add(1);
        }
    }
    if at == 0 {
        return fail();
    }
    let Some(value) = value(input.get(..at).unwrap_or_default(), whole_digits, decimals) else {
        return fail();
    };
    let shape = Shape::Digits {
        whole: u8::try_from(whole_digits).unwrap_or(u8::MAX),
        plain: !grouped && decimals == 0,
    };
    let grain = 10_f64.powi(-decimals.min(300));
    Ok((tail(input, at), Number { value, grain, shape, scaled: false }))
}

/// `continental = 1–3 digits , "." , 3 digits , ( "." , 3 digits | { "." , 3 digits } , "," , 1–2 digits ) ;` as on the
/// Continent, where nothing else is so written: *1.250.000*, *1.250,50*. One group alone is a decimal fraction.
fn continental(input: &str) -> Option<(&str, Number)> {
    let bytes = input.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let first = run(0);
    if !(1..=3).contains(&first) || bytes.first() == Some(&b'0') {
        return None;
    }
    let (mut at, mut groups) = (first, 0);
    while groups < 4 && bytes.get(at) == Some(&b'.') && run(at + 1) == 3 {
        (at, groups) = (at + 4, groups + 1);
    }
    let decimals = if bytes.get(at) == Some(&b',') { run(at + 1) } else { 0 };
    let parted = groups > 0 && (1..=2).contains(&decimals);
    let end = if parted { at + 1 + decimals } else { at };
    // A third group may make an address of a machine of it, and more digits anything.
    if !parted && groups != 2 || !ends(tail(input, end)) {
        return None;
    }
    let decimals = if parted { i32::try_from(decimals).ok()? } else { 0 };
    let whole_digits = first + 3 * groups;
    let value = value(&input.get(..end)?.replace('.', "").replace(',', "."), whole_digits, decimals)?;
    let shape = Shape::Digits { whole: u8::try_from(whole_digits).unwrap_or(u8::MAX), plain: false };
    Some((tail(input, end), Number { value, grain: 10_f64.powi(-decimals), shape, scaled: false }))
}

/// The value of digits with one point at most and marks between groups.
fn value(written: &str, whole: usize, decimals: i32) -> Option<f64> {
    // Up to fifteen digits are exact in binary, and so is their quotient by a power of ten, rounded once.
    if whole + usize::try_from(decimals).ok()? <= 15 {
        let digits = written.bytes().filter(u8::is_ascii_digit);
        let mantissa = digits.fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        #[allow(clippy::cast_precision_loss, reason = "below 2^53")]
        return Some(mantissa as f64 / 10_f64.powi(decimals));
    }
    written.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().ok()
}

/// `whole = 1–3 digits , "," , 3 digits , { "," , 3 digits } | 1–2 digits , { "," , 2 digits } , "," , 3 digits | digits ;`
///
/// The second is the Indian way to group. A thin or no-break space groups as a comma does, and so does a plain
/// space where nothing but groups of three stands together.
fn whole(bytes: &[u8]) -> (usize, bool) {
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = run(0);
    if at == 0 || at > 3 {
        return (at, false);
    }
    let (first, mut last, mut complete) = (at, at, false);
    if bytes.get(at) == Some(&b' ') {
        let end = spaced(bytes, at);
        return (end, end > at);
    }
    let mut separator = None;
    loop {
        let found = separator_at(bytes, at);
        let Some(width) = found.filter(|_| separator.is_none_or(|wanted| Some(wanted) == found)) else {
            break;
        };
        let digits = run(at + width);
        if !(digits == 3 || (digits == 2 && first <= 2 && width == 1)) {
            break;
        }
        separator = Some(width);
        at += width + digits;
        if digits == 3 {
            (last, complete) = (at, true);
        }
    }
    (last, complete)
}

/// The end of groups of three digits parted by plain spaces, or `from` where they are not all so.
fn spaced(bytes: &[u8], from: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let group = |at: usize| {
        bytes.get(at) == Some(&b' ') && (1..=3).all(|offset| digit(at + offset)) && !digit(at + 4)
    };
    if bytes.first() == Some(&b'0') {
        return from;
    }
    let mut at = from;
    while group(at) {
        at += 4;
    }
    // More digits, a slash or the like behind: a telephone number or a list.
    let more = bytes.get(at) == Some(&b' ') && digit(at + 1) || matches!(bytes.get(at), Some(b'-' | b'/'));
    if more { from } else { at }
}

/// The length of what may part groups of digits.
fn separator_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b',', ..] => Some(1),
        [0xc2, 0xa0, ..] => Some(2),
        [0xe2, 0x80, 0x89 | 0xaf, ..] => Some(3),
        _ => None,
    }
}

/// `ordinal-suffix = "st" | "nd" | "rd" | "th" ;` the first not behind other figures than a one: *13st* are stones.
fn ordinal_suffix(input: &str, number: Number) -> Parsed<'_, ()> {
    let suffix = input.get(..2).unwrap_or_default();
    let first = number.value % 10.0 == 1.0 && number.value % 100.0 != 11.0;
    let fits = ["nd", "rd", "th"].iter().any(|known| suffix.eq_ignore_ascii_case(known))
        || first && suffix.eq_ignore_ascii_case("st");
    let rest = tail(input, 2);
    if fits && number.grain == 1.0 && ends(rest) { Ok((rest, ())) } else { fail() }
}

/// `power = "^" , [ "+" | "-" ] , digits | ("e" | "E") , [ "+" | "-" ] , digits | [ " " ] , ("×" | "x" | "*") , [ " " ] , "10" , ("^" , [ "-" ] , digits | superscripts) ;`
fn power(input: &str, number: Number) -> Parsed<'_, Number> {
    if let Some(rest) = input.strip_prefix('^') {
        let (rest, exponent) = signed(rest.strip_prefix('+').unwrap_or(rest))?;
        let value = number.value.powi(exponent);
        let found = Number { value, grain: 0.0, scaled: true, ..number };
        return if ends(rest) && value.is_finite() { Ok((rest, found)) } else { fail() };
    }
    if let Ok((rest, factor)) = times_power(input) {
        let found = Number { value: round(number.value * factor), grain: 0.0, scaled: true, ..number };
        return Ok((rest, found));
    }
    let (rest, exponent) = letter_exponent(input).or_else(|_| times_ten(input))?;
    if !ends(rest) || exponent.abs() > 300 {
        return fail();
    }
    let value = format!("{}e{exponent}", number.value).parse().unwrap_or(number.value);
    Ok((
        rest,
        Number { value: round(value), grain: number.grain * 10_f64.powi(exponent), scaled: true, ..number },
    ))
}

fn letter_exponent(input: &str) -> Parsed<'_, i32> {
    match input.strip_prefix(['e', 'E']) {
        Some(rest) => signed(rest.strip_prefix('+').unwrap_or(rest)),
        None => fail(),
    }
}

/// `times-power = [ " " ] , ( "×" | "x" | "*" ) , [ " " ] , digits , "^" , [ "-" ] , digits ;` of another base than ten: *8 x 2^10*.
fn times_power(input: &str) -> Parsed<'_, f64> {
    let rest = input.strip_prefix(' ').unwrap_or(input);
    let Some(rest) = rest.strip_prefix(['×', 'x', '*']) else { return fail() };
    let (rest, base) = signed(rest.strip_prefix(' ').unwrap_or(rest))?;
    let Some(rest) = rest.strip_prefix('^').filter(|_| (2..=99).contains(&base) && base != 10) else {
        return fail();
    };
    let (rest, exponent) = signed(rest)?;
    let factor = f64::from(base).powi(exponent);
    if ends(rest) && factor.is_finite() { Ok((rest, factor)) } else { fail() }
}

fn times_ten(input: &str) -> Parsed<'_, i32> {
    let rest = input.strip_prefix(' ').unwrap_or(input);
    let Some(rest) = rest.strip_prefix(['×', 'x', '*']) else { return fail() };
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let Some(rest) = rest.strip_prefix("10") else { return fail() };
    if let Some(rest) = rest.strip_prefix('^') {
        return signed(rest);
    }
    // A raised exponent that lost its place when the text was copied.
    if rest.starts_with(['-', '−']) {
        return signed(rest);
    }
    let (minus, rest) = rest.strip_prefix(['⁻', '−']).map_or((1, rest), |rest| (-1, rest));
    let mut value = 0_i32;
    let mut at = 0;
    for (index, c) in rest.char_indices().take(3) {
        let Some(digit) = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|known| known == c) else { break };
        value = value * 10 + i32::try_from(digit).unwrap_or_default();
        at = index + c.len_utf8();
    }
    if at == 0 { fail() } else { Ok((tail(rest, at), minus * value)) }
}

fn signed(input: &str) -> Parsed<'_, i32> {
    let (minus, rest) = input.strip_prefix(['-', '−']).map_or((1, input), |rest| (-1, rest));
    let length = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    match rest.get(..length).unwrap_or_default().parse::<i32>() {
        Ok(value) if length < 4 => Ok((tail(rest, length), minus * value)),
        _ => fail(),
    }
}
