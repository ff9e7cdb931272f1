//! Lines that name the author.

use crate::stamp::{Stamp, stamp_after};
use corroborate_text::{Span, rows};
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::character::complete::space1;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A byline: whom it names, and the stamp that may stand behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Byline {
    /// The authors' names.
    pub(crate) authors: Vec<Span>,
    /// A date on the same line.
    pub(crate) stamp: Option<Stamp>,
    /// Whether a word such as `By` says that it is a byline.
    pub(crate) announced: bool,
}

/// Reads a byline that starts at `at`: `By A. Writer and B. Penn, Foreign Editor | 4 March 2031`.
///
/// ```text
/// byline = opener names [ ", " role ] [ "in" place ] [ separator stamp ] ;
/// ```
pub(crate) fn byline(line: &str, at: usize) -> Option<Byline> {
    announced_byline(line, at).or_else(|| read(line, at, false).filter(|byline| byline.authors.len() <= 4))
}

/// Reads a byline that a word such as `By` opens.
pub(crate) fn announced_byline(line: &str, at: usize) -> Option<Byline> {
    let (rest, ()) = opener(line).ok()?;
    read(rest, at + line.len() - rest.len(), true)
}

fn read(rest: &str, at: usize, announced: bool) -> Option<Byline> {
    if rest.len() > 200 || rest.split_whitespace().count() > 26 {
        return None;
    }
    let (words, stamp) = match stamp_after(rest, at) {
        Some((offset, stamp)) => (rest.get(..offset)?, Some(stamp)),
        None => (rest, None),
    };
    let words = words.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '/' | '(')
    });
    let authors = names(words, at);
    (!authors.is_empty()).then_some(Byline { authors, stamp, announced })
}

/// The first two letters of every opener.
const OPENINGS: [&[u8; 2]; 15] =
    [b"by", b"wr", b"re", b"ed", b"wo", b"st", b"te", b"po", b"pu", b"co", b"cu", b"au", b"ar", b"an", b"tr"];

/// `By `, `Written by: `, `From our man `…
fn opener(input: &str) -> IResult<&str, ()> {
    // Few lines begin as one of them does.
    let opening =
        input.as_bytes().first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.to_ascii_lowercase()));
    if !opening.is_some_and(|opening| OPENINGS.contains(&&opening)) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag)));
    }
    let verb = alt((
        tag_no_case("written"),
        tag_no_case("reported"),
        tag_no_case("edited"),
        tag_no_case("words"),
        tag_no_case("story"),
        tag_no_case("report"),
        tag_no_case("text"),
        tag_no_case("posted"),
        tag_no_case("published"),
        tag_no_case("compiled"),
        tag_no_case("curated"),
        tag_no_case("authored"),
        tag_no_case("article"),
        tag_no_case("analysis"),
        tag_no_case("translated"),
        tag_no_case("reviewed"),
    ));
    let by = preceded(opt(terminated(verb, space1)), tag_no_case("by"));
    let label =
        alt((tag_no_case("author"), tag_no_case("reporter"), tag_no_case("writer"), tag_no_case("text")));
    let (rest, _) = alt((by, label)).parse(input)?;
    let bare = rest.trim_start_matches([':', ' ', '\t', '\u{a0}']);
    if bare.len() < rest.len() && !bare.is_empty() {
        Ok((bare, ()))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag)))
    }
}

/// The names in a list. A comma before an office (`Foreign Editor`) or an outlet (`The Paper`), and `in Paris`,
/// end it.
fn names(words: &str, at: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = words.get(from..) {
        let joint = joint(rest);
        let part = joint.map_or(rest, |joint| rest.get(..joint.end).unwrap_or_default());
        let name = part.trim();
        if !is_name(name) || (!found.is_empty() && (is_office(name) || name.starts_with("The "))) {
            break;
        }
        let start = at + from + (part.len() - part.trim_start().len());
        found.push(Span::new(start, start + name.len()));
        match joint {
            Some(joint) if joint.lists => from += joint.next,
            _ => break,
        }
    }
    found
}

/// What stands between two names.
#[derive(Clone, Copy)]
struct Joint {
    end: usize,
    next: usize,
    /// Whether another name may follow.
    lists: bool,
}

fn joint(text: &str) -> Option<Joint> {
    const LISTS: [&str; 6] = [", and ", " and ", " & ", ", ", "; ", " with "];
    const ENDS: [&str; 14] = [
        " | ", " · ", " • ", " - ", " – ", " — ", " in ", " for ", " at ", " (", " [", " from ", " / ", "\t",
    ];
    let find = |joints: &[&str], lists: bool| {
        joints
            .iter()
            .filter_map(|joint| text.find(joint).map(|end| Joint { end, next: end + joint.len(), lists }))
            .min_by_key(|joint| joint.end)
    };
    match (find(&LISTS, true), find(&ENDS, false)) {
        (Some(list), Some(end)) if end.end < list.end => Some(end),
        (list, end) => list.or(end),
    }
}

/// Whether words name an office rather than a person: `Foreign Editor`, `World News Desk`.
pub(crate) fn is_office(words: &str) -> bool {
    words.split_whitespace().any(|word| OFFICES.contains(word.to_lowercase().as_str()))
}

static OFFICES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/office-words.txt")).collect());

/// Whether words look like a person's or a desk's name: one to five words, capitalised, without figures.
pub(crate) fn is_name(words: &str) -> bool {
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let particle = matches!(
            word,
            "de" | "da"
                | "di"
                | "van"
                | "von"
                | "der"
                | "den"
                | "al"
                | "el"
                | "bin"
                | "ben"
                | "la"
                | "le"
                | "dos"
                | "du"
                | "ter"
                | "ibn"
                | "y"
                | "e"
                | "of"
        );
        let mut letters = word.chars();
        let opens = letters.next().is_some_and(char::is_uppercase);
        let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '‐'));
        if !(plain && (opens || particle)) {
            return false;
        }
    }
    (1..=5).contains(&count) && words.len() >= 3 && words.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(line: &str) -> Vec<&str> {
        byline(line, 0)
            .map_or_else(Vec::new, |found| found.authors.iter().map(|span| span.of(line)).collect())
    }

    #[test]
    fn names_are_found_in_every_usual_form() {
        assert_eq!(authors("By Ann Writer"), ["Ann Writer"]);
        assert_eq!(authors("By Ann Writer and Bo de Penn"), ["Ann Writer", "Bo de Penn"]);
        assert_eq!(
            authors("By ANN WRITER, BO PENN & C. D. INK | March 4, 2031"),
            ["ANN WRITER", "BO PENN", "C. D. INK"]
        );
        assert_eq!(authors("Ann Writer, Foreign News Reporter"), ["Ann Writer"]);
        assert_eq!(authors("Written by: Ann Writer in Lima"), ["Ann Writer"]);
        assert!(authors("By the river the crowd waited").is_empty());
        assert!(authors("By 2031 all will be built").is_empty());
    }
}
