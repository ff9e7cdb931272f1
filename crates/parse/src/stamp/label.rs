//! The words and marks of a stamp beside its dates and times.

use super::Label;
use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while_m_n};
use nom::character::complete::{one_of, space0, space1};
use nom::combinator::{opt, recognize, value};
use nom::multi::many1;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// The first two letters of every label.
const LABEL_OPENINGS: [&[u8; 2]; 17] = [
    b"la", b"up", b"mo", b"re", b"ed", b"fi", b"or", b"da", b"pu", b"po", b"is", b"cr", b"ch", b"se", b"tr",
    b"br", b"st",
];

/// `Published:`, `Last updated on`.
pub(super) fn label(input: &str) -> IResult<&str, Label> {
    // Few lines begin as one of them does.
    let opening =
        input.as_bytes().first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.to_ascii_lowercase()));
    if !opening.is_some_and(|opening| LABEL_OPENINGS.contains(&&opening)) {
        return Err(refuse(input));
    }
    let modified = alt((
        tag_no_case("last updated"),
        tag_no_case("last modified"),
        tag_no_case("last update"),
        tag_no_case("updated"),
        tag_no_case("modified"),
        tag_no_case("update"),
        tag_no_case("revised"),
        tag_no_case("edited"),
        tag_no_case("changed"),
        // As German outlets say it: `Stand: 04.03.2031`.
        tag_no_case("stand:"),
    ));
    let published = alt((
        tag_no_case("first published"),
        tag_no_case("first posted"),
        tag_no_case("originally published"),
        tag_no_case("date published"),
        tag_no_case("publication date"),
        tag_no_case("publish date"),
        tag_no_case("published"),
        tag_no_case("posted"),
        tag_no_case("issued"),
        tag_no_case("uploaded"),
        tag_no_case("created"),
        tag_no_case("released"),
        tag_no_case("date"),
        alt((
            tag_no_case("filed"),
            tag_no_case("sent"),
            tag_no_case("transmitted"),
            tag_no_case("broadcast"),
            tag_no_case("publié le"),
            tag_no_case("publicado el"),
            tag_no_case("publicado"),
        )),
    ));
    let word = alt((value(Label::Modified, modified), value(Label::Published, published)));
    let joint = (
        opt(preceded(space1, alt((tag_no_case("date"), tag_no_case("time"), tag_no_case("at"))))),
        opt(preceded(space1, tag_no_case("on"))),
        space0,
        opt(one_of(":-|–")),
    );
    let (rest, label) = terminated(word, joint).parse(input)?;
    if ends_word(input, rest) { Ok((rest, label)) } else { Err(refuse(input)) }
}

/// `5 min read`, `Reading time: 3 mins`.
pub(super) fn reading(input: &str) -> IResult<&str, ()> {
    let figures = |input| take_while_m_n(1, 3, |c: char| c.is_ascii_digit()).parse(input);
    let unit = |input| {
        alt((tag_no_case("minutes"), tag_no_case("minute"), tag_no_case("mins"), tag_no_case("min")))
            .parse(input)
    };
    let counted = value((), (figures, opt(one_of(" -")), unit, space1, tag_no_case("read")));
    let after = value((), (figures, space0, unit, space1, tag_no_case("reading time")));
    let title = alt((tag_no_case("reading time"), tag_no_case("read time"), tag_no_case("time to read")));
    let announced = value((), (title, space0, opt(one_of(":-")), space0, figures, space0, opt(unit)));
    let (rest, ()) = alt((after, counted, announced)).parse(input)?;
    if ends_word(input, rest) { Ok((rest, ())) } else { Err(refuse(input)) }
}

/// White space, bars and dots, and the words `at`, `on` and `local time`.
pub(super) fn separator(input: &str) -> IResult<&str, &str> {
    let mark = recognize(many1(one_of(" \t\u{a0}\u{202f},.|•·-–—/@():;*▪●~⏰🕒📅🗓")));
    let word = recognize(terminated(
        alt((
            tag_no_case("at"),
            tag_no_case("on"),
            tag_no_case("local time"),
            tag_no_case("uhr"),
            tag_no_case("hrs"),
            tag_no_case("à"),
        )),
        nom::combinator::peek(alt((value((), one_of(" :,|)0123456789")), value((), nom::combinator::eof)))),
    ));
    alt((word, mark)).parse(input)
}

/// Whether what was taken from `input` to leave `rest` ends at a word boundary.
fn ends_word(input: &str, rest: &str) -> bool {
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    !(taken.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric))
}

fn refuse(input: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))
}
