//! Lines that name the author.

use crate::lead::is_outlet;
use crate::person::{is_given, is_person};
use crate::signer::signer;
use crate::stamp::{Stamp, stamp_after};
use corroborate_text::{Span, rows};
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::character::complete::space1;
use nom::combinator::{opt, recognize};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use rustc_hash::FxHashSet;
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
    /// Whether those named looked over what others wrote: `Edited by`, `Reviewed by`.
    pub(crate) second: bool,
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
    // `Ann Farmer as told to Bo Penn`
    let told = || line.len() <= 120 && line.contains(" as told to ");
    let rest = match opener(line) {
        Ok((rest, ())) => rest,
        Err(_) => told().then_some(line)?,
    };
    let second = SECOND.iter().any(|verb| opens_with(line, verb));
    let read = signed(rest, at + line.len() - rest.len())?;
    Some(Byline { second, ..read })
}

/// Reads the names behind an opener, or on the row below it.
pub(crate) fn signed(names: &str, at: usize) -> Option<Byline> {
    read(names, at, true)
}

/// Whether a row is nothing but an opener.
pub(crate) fn is_opener(line: &str) -> bool {
    opening(line).is_ok_and(|(rest, _)| rest.trim_end_matches([':', ' ']).is_empty())
}

/// Verbs of openers whose names did not write the article.
const SECOND: [&str; 4] = ["edited", "reviewed", "curated", "translated"];

fn opens_with(line: &str, word: &str) -> bool {
    line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
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
    // `Ann Farmer, as told to Bo Penn`: the second wrote it down.
    let told = words.find("s told to ").map_or(0, |at| at + "s told to ".len());
    let authors = names(words.get(told..)?, at + told, announced);
    (!authors.is_empty()).then_some(Byline { authors, stamp, announced, second: false })
}

/// The first two letters of every opener.
const OPENINGS: [&[u8; 2]; 19] = [
    b"by", b"wr", b"re", b"ed", b"wo", b"st", b"te", b"po", b"pu", b"co", b"cu", b"au", b"ar", b"an", b"tr",
    b"as", b"ne", b"fe", b"op",
];

/// `By `, `Written by: `, `From our man `…
fn opener(input: &str) -> IResult<&str, ()> {
    let (rest, word) = opening(input)?;
    let bare = rest.trim_start_matches([':', ' ', '\t', '\u{a0}']);
    // `ByAnn Writer`
    let glued = word == "By"
        && bare.starts_with(char::is_uppercase)
        && bare.chars().nth(1).is_some_and(char::is_lowercase);
    if (bare.len() < rest.len() || glued) && !bare.is_empty() {
        Ok((bare, ()))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag)))
    }
}

/// `By`, `Written by`, `Author`: the words alone.
fn opening(input: &str) -> IResult<&str, &str> {
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
        tag_no_case("reporting"),
    ));
    let kind = alt((
        tag_no_case("review"),
        tag_no_case("news"),
        tag_no_case("feature"),
        tag_no_case("opinion"),
        tag_no_case("commentary"),
        tag_no_case("column"),
    ));
    let by = recognize(preceded(opt(terminated(alt((verb, kind)), space1)), tag_no_case("by")));
    let told = tag_no_case("as told to");
    let label = alt((
        tag_no_case("authors"),
        tag_no_case("author"),
        tag_no_case("reporter"),
        tag_no_case("writer"),
        tag_no_case("text"),
    ));
    alt((by, told, label)).parse(input)
}

/// The names in a list. A comma before an office (`Foreign Editor`) or an outlet (`The Paper`), and `in Paris`,
/// end it.
fn names(words: &str, at: usize, announced: bool) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut from = 0;
    while let Some(rest) = words.get(from..) {
        let joint = joint(rest);
        let part = joint.map_or(rest, |joint| rest.get(..joint.end).unwrap_or_default());
        let trimmed = part.trim_start();
        let name = signer(trimmed);
        let name = if announced { without_staff(name) } else { name };
        let further = !found.is_empty();
        if further && is_degree(name) {
            match joint.filter(|joint| joint.lists) {
                Some(joint) => from += joint.next,
                None => break,
            }
            continue;
        }
        let other = is_office(name) && !is_person(name)
            || is_outlet(name)
            || name.starts_with("The ")
            || name.contains(" of ");
        let alone = !name.contains(' ');
        if !is_name(name) || further && (other || alone) {
            break;
        }
        // `Deputy Head, Harbour Board`: the office of somebody named elsewhere.
        if !further && !announced && is_office(name) && !is_person(name) {
            break;
        }
        let start = at + from + (part.len() - trimmed.len());
        found.push(Span::new(start, start + name.len()));
        match joint {
            Some(joint) if joint.lists => from += joint.next,
            _ => break,
        }
    }
    found
}

/// `Harbour Times staff`: who the staff are the staff of.
fn without_staff(name: &str) -> &str {
    name.strip_suffix(" staff").or_else(|| name.strip_suffix(" reporters")).unwrap_or(name)
}

/// `MD`, `Ph.D`: what stands behind a name and a comma.
fn is_degree(part: &str) -> bool {
    part == "Ph.D"
        || part == "Ph.D."
        || (2..=5).contains(&part.len())
            && !part.starts_with("II")
            && part.chars().all(|c| c.is_ascii_uppercase() || c == '.')
}

/// Whether a name in a byline that a word such as `By` opens can be a person's, a desk's or an outlet's: one word has to be
/// a given name, a handle or an agency.
pub(crate) fn is_signature(name: &str) -> bool {
    let inner = || name.chars().skip(1).any(char::is_uppercase);
    name.contains(' ') || is_given(name) || inner() || is_outlet(name)
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

static OFFICES: LazyLock<FxHashSet<&'static str>> =
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
