//! Words, gaps and ends: the lowest productions.

use super::{Parsed, fail, step};

/// `word = letter , { letter } ;`
pub(crate) fn word(input: &str) -> Parsed<'_, &str> {
    step();
    let bytes = input.as_bytes();
    let mut at = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
        let rest = input.get(at..).unwrap_or_default();
        at += rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    }
    if at == 0 {
        return fail();
    }
    split(input, at)
}

/// `gap = space , [ space ] , [ space ] | { space } , newline , { space } , ? lower-case letter or digit ahead ? ;`
///
/// A line may break inside a quantity, since some texts are wrapped; a new line that opens with a capital or a
/// blank line begins something else.
#[inline]
pub(crate) fn gap(input: &str) -> Parsed<'_, ()> {
    step();
    // Mostly one blank before ASCII, or no blank at all.
    match input.as_bytes() {
        [b' ', b'!'..=b'~', ..] => Ok((tail(input, 1), ())),
        [] | [b'!'..=b'~', ..] => fail(),
        _ => wide_gap(input),
    }
}

fn wide_gap(input: &str) -> Parsed<'_, ()> {
    let mut rest = input;
    let mut newline = false;
    for _ in 0..6 {
        let Some(first) = rest.chars().next() else { break };
        match first {
            ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{200a}' => {}
            '\r' if rest.starts_with("\r\n") => {}
            '\n' if !newline => newline = true,
            _ => break,
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    let ahead = rest.chars().next();
    let joins = ahead.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '$' | '£' | '€'));
    if rest.len() == input.len() || (newline && !joins) {
        return fail();
    }
    Ok((rest, ()))
}

/// `joint = gap | hyphen ;`
#[inline]
pub(crate) fn joint(input: &str) -> Parsed<'_, ()> {
    match hyphen(input) {
        Ok(found) => Ok(found),
        Err(_) => gap(input),
    }
}

/// `hyphen = "-" | "‐" | "‑" ;`
#[inline]
pub(crate) fn hyphen(input: &str) -> Parsed<'_, ()> {
    match input.as_bytes().first() {
        Some(b'-') => Ok((tail(input, 1), ())),
        Some(0xe2) => wide_hyphen(input),
        _ => fail(),
    }
}

fn wide_hyphen(input: &str) -> Parsed<'_, ()> {
    match input.chars().next() {
        Some(mark @ ('\u{2010}' | '\u{2011}')) => Ok((tail(input, mark.len_utf8()), ())),
        _ => fail(),
    }
}

/// `loose-hyphen = " - " ;` between parts of one number: *fifty - two*, *one - fourth*.
pub(crate) fn loose_hyphen(input: &str) -> Parsed<'_, ()> {
    match input.strip_prefix(" - ") {
        Some(rest) => Ok((rest, ())),
        None => fail(),
    }
}

/// `dash = hyphen | "–" | "—" | "−" ;`
pub(crate) fn dash(input: &str) -> Parsed<'_, ()> {
    match input.chars().next() {
        Some(mark @ ('-' | '\u{2010}'..='\u{2014}' | '\u{2212}')) => Ok((tail(input, mark.len_utf8()), ())),
        _ => fail(),
    }
}

/// A given word of ASCII letters in any case.
#[inline]
pub(crate) fn keyword<'a>(input: &'a str, wanted: &str) -> Parsed<'a, ()> {
    step();
    // Most words differ in the first letter.
    match (input.as_bytes().first(), wanted.as_bytes().first()) {
        (Some(found), Some(first)) if (found ^ first) & !0x20 == 0 => whole_keyword(input, wanted),
        _ => fail(),
    }
}

fn whole_keyword<'a>(input: &'a str, wanted: &str) -> Parsed<'a, ()> {
    match input.split_at_checked(wanted.len()) {
        Some((found, rest)) if found.eq_ignore_ascii_case(wanted) && !goes_on(rest) => Ok((rest, ())),
        _ => fail(),
    }
}

/// Whether a word goes on here.
fn goes_on(rest: &str) -> bool {
    match rest.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
        _ => rest.chars().next().is_some_and(char::is_alphabetic),
    }
}

/// A gap and a given word.
pub(crate) fn then_keyword<'a>(input: &'a str, wanted: &str) -> Parsed<'a, ()> {
    let (rest, ()) = gap(input)?;
    keyword(rest, wanted)
}

/// Whether a word or number ends here.
pub(crate) fn ends(input: &str) -> bool {
    input.chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// The first word after a gap, empty where there is none.
pub(crate) fn next_word(input: &str) -> &str {
    gap(input).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found)
}

/// What follows the first `at` bytes.
pub(crate) fn tail(input: &str, at: usize) -> &str {
    input.get(at..).unwrap_or_default()
}

fn split(input: &str, at: usize) -> Parsed<'_, &str> {
    match input.split_at_checked(at) {
        Some((head, rest)) => Ok((rest, head)),
        None => fail(),
    }
}
