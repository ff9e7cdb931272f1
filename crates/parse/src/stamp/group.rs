//! Dates as agencies and armies write them: `0815 GMT 12MAR31`, `120815Z MAR 31`.

use super::Moment;
use corroborate_text::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{one_of, space0};
use nom::combinator::{map_opt, opt, value};
use nom::{IResult, Parser};

type Date = (i32, u32, u32);
type Time = (u32, u32, Option<u32>);

/// Reads such a date at the start of a text; what is left of the text stands behind it.
///
/// ```text
/// group = clock date | date [ clock ] | day hour minute zone month year ;
/// clock = hour minute ( zone | "hrs" ) ;   date = day month year ;   zone = "Z" | "GMT" | "UTC" ;
/// ```
///
/// The month is three letters and touches the figures on at least one side, or a clock stands with it; who writes
/// it apart and alone writes a date like any other.
pub(super) fn group(text: &str, at: usize) -> Option<(usize, Moment)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (rest, (date, time, offset)) = alt((timed, packed, dated)).parse(text).ok()?;
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let length = text.len() - rest.len();
    let span = Span::new(at, at + length);
    Some((length, Moment { label: None, date: Some(date), time, offset, span }))
}

type Parts = (Date, Option<Time>, Option<i32>);

/// `0815 GMT 12MAR31`
fn timed(input: &str) -> IResult<&str, Parts> {
    let (rest, (time, _, offset, _, (date, _))) = (time, space0, zone, space0, date).parse(input)?;
    Ok((rest, (date, Some(time), offset)))
}

/// `120815Z MAR 31`
fn packed(input: &str) -> IResult<&str, Parts> {
    let (rest, (day, time, offset, _, month, _, year)) =
        (number(2), time, zone, space0, month, space0, year).parse(input)?;
    Ok((rest, ((year, month, day), Some(time), offset)))
}

/// `12MAR31`, `12MAR31 0815 GMT`
fn dated(input: &str) -> IResult<&str, Parts> {
    let (rest, (date, tight)) = date(input)?;
    let (rest, clock) = opt((space0, opt(one_of("-/,|")), space0, time, space0, zone)).parse(rest)?;
    if !tight && clock.is_none() {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    Ok((rest, (date, clock.map(|clock| clock.3), clock.and_then(|clock| clock.5))))
}

/// A date, and whether its parts touch.
fn date(input: &str) -> IResult<&str, (Date, bool)> {
    let figures = |input| map_opt(take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), to_number).parse(input);
    let (rest, (day, before, month, behind, year)) = (figures, space0, month, space0, year).parse(input)?;
    let tight = before.is_empty() || behind.is_empty();
    if (1..=31).contains(&day) {
        Ok((rest, ((year, month, day), tight)))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
    }
}

/// `31`, `2031`
fn year(input: &str) -> IResult<&str, i32> {
    let four = map_opt(number(4), |year: u32| (1900..2100).contains(&year).then_some(year.cast_signed()));
    let two = map_opt(number(2), |year: u32| Some(2000 + year.cast_signed()));
    alt((four, two)).parse(input)
}

fn month(input: &str) -> IResult<&str, u32> {
    map_opt(take_while_m_n(3, 3, |c: char| c.is_ascii_alphabetic()), |word: &str| {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        (1..).zip(months).find(|(_, month)| month.eq_ignore_ascii_case(word)).map(|(number, _)| number)
    })
    .parse(input)
}

/// `0815`
fn time(input: &str) -> IResult<&str, Time> {
    map_opt(number(4), |figures: u32| {
        let (hour, minute) = (figures / 100, figures % 100);
        (hour < 24 && minute < 60).then_some((hour, minute, None))
    })
    .parse(input)
}

/// The zone behind a time; `None` where only hours are named.
fn zone(input: &str) -> IResult<&str, Option<i32>> {
    alt((
        value(Some(0), alt((tag("GMT"), tag("UTC"), tag("Z"), tag("gmt")))),
        value(None, alt((tag("hrs"), tag("HRS")))),
    ))
    .parse(input)
}

fn number<'i>(digits: usize) -> impl FnMut(&'i str) -> IResult<&'i str, u32> {
    move |input| map_opt(take_while_m_n(digits, digits, |c: char| c.is_ascii_digit()), to_number).parse(input)
}

fn to_number(figures: &str) -> Option<u32> {
    figures.parse().ok()
}
