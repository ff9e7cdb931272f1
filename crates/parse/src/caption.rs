//! Credits of pictures, and with them the lines under pictures.

use memchr::{memchr3, memmem};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while1};
use nom::character::complete::{one_of, space0, space1};
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

/// Whether a line ends with the credit of a picture: `… at dawn. Photograph: Ann Lens/Agency`.
///
/// ```text
/// credit  = maker [ " credit" ] [ " by" ] , ":" | "..." , name ;
/// bracket = "[" name "/" agency "]" | "(" name "/" agency ")" | "(" maker ":" name ")" ;
/// ```
pub(crate) fn ends_in_credit(line: &str) -> bool {
    let bytes = line.as_bytes();
    let marked = || memchr3(b'/', b':', b'|', bytes).is_some();
    let dotted = || memmem::find(bytes, b"...").is_some() || line.contains('…');
    if line.len() > 420 || !marked() && !dotted() {
        return false;
    }
    // What a maker begins with, and no letter or figure before it.
    let starts = line.char_indices().filter(|&(at, c)| {
        matches!(c, 'C' | 'F' | 'G' | 'I' | 'P' | 'S')
            && line.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric))
    });
    starts
        .map(|(at, _)| line.get(at..).unwrap_or_default())
        .any(|tail| credit(tail).is_ok_and(|(name, ())| is_short_name(name)))
        || bracket(line)
}

fn maker(input: &str) -> IResult<&str, ()> {
    value(
        (),
        alt((
            tag_no_case("photographs"),
            tag_no_case("photograph"),
            tag_no_case("photos"),
            tag_no_case("photo"),
            tag_no_case("pictures"),
            tag_no_case("picture"),
            tag_no_case("pics"),
            tag_no_case("pic"),
            tag_no_case("images"),
            tag_no_case("image"),
            tag_no_case("illustration"),
            tag_no_case("graphic"),
            tag_no_case("screenshot"),
            tag_no_case("credit"),
            tag_no_case("foto"),
        )),
    )
    .parse(input)
}

fn credit(input: &str) -> IResult<&str, ()> {
    let kind = opt((
        space1,
        alt((tag_no_case("credit"), tag_no_case("by"), tag_no_case("courtesy"), tag_no_case("source"))),
    ));
    let mark = alt((tag("..."), tag("…"), tag(":"), tag(" |")));
    value((), (maker, kind, space0, mark, space0)).parse(input)
}

/// What is left of a line behind a credit is a name, not a sentence.
fn is_short_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=9).contains(&words) && name.starts_with(|c: char| c.is_uppercase() || matches!(c, '@' | '©' | '('))
}

/// `[Ann Lens/Agency]`, `(Agency/Ann Lens)` at the end of a line.
fn bracket(line: &str) -> bool {
    let line = line.trim_end_matches('.');
    let open = match line.chars().next_back() {
        Some(']') => '[',
        Some(')') => '(',
        _ => return false,
    };
    let Some(inside) = line.rfind(open).and_then(|at| line.get(at..)) else { return false };
    let name = |input| {
        take_while1(|c: char| {
            c.is_alphanumeric() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’' | '@' | '_' | '&')
        })
        .parse(input)
    };
    let read: IResult<&str, _> =
        (one_of("[("), name, tag("/"), name, opt((tag("/"), name)), one_of("])")).parse(inside);
    read.is_ok_and(|(rest, (_, first, ..))| {
        rest.is_empty() && first.starts_with(char::is_uppercase) && first.split_whitespace().count() <= 5
    })
}

#[cfg(test)]
mod tests {
    use super::ends_in_credit;

    #[test]
    fn credits() {
        for line in [
            "The boat at dawn. Photograph: Ann Lens/Agency",
            "The boat at dawn. | Photo Credit: A. Lens",
            "The boat at dawn. Credit...Ann Lens for The Courier",
            "The boat at dawn (Picture: SWNS)",
            "Men push the boat in Sambava [Ann Lens/Agency]",
            "Photo: Ann Lens",
        ] {
            assert!(ends_in_credit(line), "{line}");
        }
        for line in [
            "He gave her credit: the plan had worked and nobody was hurt in the end, he said.",
            "The image: a city at war with its own river, which nobody had thought to ask",
            "Members voted yes (and/or abstained)",
            "A plain sentence.",
        ] {
            assert!(!ends_in_credit(line), "{line}");
        }
    }
}
