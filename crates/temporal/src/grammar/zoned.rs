//! Time zones behind a time of day.

use super::input::{Input, Parsed, dash, digits, fail, longest, mark, one_of, tight, word, words};
use crate::lexeme::Kind;
use crate::zone::{self, Zone};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded};

/// `zone := ["("] (abbreviation | place) ["time"] [("+" | "-") hours [":" minutes]] [")"] | ("+" | "-") digits4`
///
/// `Ok(None)` is *local time*, which says nothing about the offset.
pub(super) fn zone(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    if input.opens_line() {
        return fail();
    }
    let (rest, open) = opt(mark('(')).parse(input)?;
    let (rest, found) = longest(rest, &[plain_abbreviation, shifted, place, local, numeric_offset])?;
    if open.is_some() {
        let (rest, ()) = mark(')').parse(rest)?;
        return Ok((rest, found));
    }
    Ok((rest, found))
}

fn plain_abbreviation(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    map(abbreviation, Some).parse(input)
}

/// `abbreviation := "GMT" | "EST" | …`, in capitals; one of three letters in any case.
pub(super) fn abbreviation(input: Input<'_>) -> Parsed<'_, Zone> {
    let name = input.next().map_or("", |lexeme| input.of(lexeme));
    let is_capital = name.bytes().all(|byte| byte.is_ascii_uppercase());
    let found = match name.len() {
        1 | 2 | 4 if is_capital => zone::zone(name),
        3 => zone::zone(&name.to_ascii_uppercase()),
        _ => None,
    };
    found.map_or_else(fail, |zone| Ok((input.advanced(), zone)))
}

/// `shifted := ("GMT" | "UTC") ("+" | "-") hours [":" minutes]`
fn shifted(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    let (rest, _) = abbreviation(input)?;
    let (rest, east) = sign(rest)?;
    let (rest, hours) = tight(digits(1..=2, 0..=14)).parse(rest)?;
    let (rest, minutes) = opt(preceded(tight(mark(':')), tight(digits(2..=2, 0..=59)))).parse(rest)?;
    let minutes = (hours * 60 + minutes.unwrap_or(0)).cast_signed();
    Ok((rest, Some(Zone::fixed(if east { minutes } else { -minutes }))))
}

/// `numeric-offset := ("+" | "-") (digits4 | digits2 ":" digits2)`, touching the time.
pub(crate) fn numeric_offset(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    let (rest, east) = sign(input)?;
    let together = map(tight(digits(4..=4, 0..=1459)), |figure| (figure / 100, figure % 100));
    let apart = pair(tight(digits(2..=2, 0..=14)), preceded(tight(mark(':')), tight(digits(2..=2, 0..=59))));
    // *07:15-08:20* are two times.
    let (rest, (hours, minutes)) =
        verify(alt((apart, together)), |(_, minutes)| matches!(minutes, 0 | 30 | 45)).parse(rest)?;
    let minutes = (hours * 60 + minutes).cast_signed();
    Ok((rest, Some(Zone::fixed(if east { minutes } else { -minutes }))))
}

fn sign(input: Input<'_>) -> Parsed<'_, bool> {
    alt((value(true, mark('+')), value(false, dash))).parse(input)
}

/// `place := name ["standard" | "daylight" | "summer"] "time"`: *UK time*, *Eastern Daylight Time*.
fn place(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    // Most words after a time name no zone.
    if !input.source.lexemes.iter().skip(input.at).take(7).any(|lexeme| {
        let word = input.of(lexeme);
        word.eq_ignore_ascii_case("time") || word.eq_ignore_ascii_case("eastern")
    }) {
        return fail();
    }
    let mut rest = input;
    let mut name = String::new();
    for _ in 0..3 {
        let Some(lexeme) = rest.next().filter(|lexeme| lexeme.kind == Kind::Word) else { break };
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(rest.of(lexeme));
        rest = rest.advanced();
        // *ET* alone is an abbreviation; *U.S. Eastern* keeps its dots.
        let known = zone::zone(&name).or_else(|| zone::zone(&name.to_lowercase()));
        let Some(found) = known else { continue };
        let (after, kind) = opt(one_of(&["standard", "daylight", "summer"])).parse(rest)?;
        match opt(word("time")).parse(after)? {
            (after, Some(())) => {
                return Ok((after, Some(if kind.is_none() { found } else { standard(found, kind) })));
            }
            (_, None) if name.eq_ignore_ascii_case("eastern") => return Ok((rest, Some(found))),
            _ => {}
        }
    }
    fail()
}

fn standard(zone: Zone, kind: Option<usize>) -> Zone {
    Zone::fixed(zone.winter + if kind == Some(0) { 0 } else { 60 })
}

/// `local := "local time"`
fn local(input: Input<'_>) -> Parsed<'_, Option<Zone>> {
    value(None, words(&["local", "time"])).parse(input)
}
