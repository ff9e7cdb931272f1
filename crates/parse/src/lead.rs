//! The opening of a lead: an outlet's name in the place of a dateline, a dateline on its own line.

use corroborate_text::{Span, rows};
use nom::bytes::complete::take_while1;
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many_m_n;
use nom::{IResult, Parser};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The outlet's name before a dash that opens a lead, and where the lead's own words begin.
///
/// ```text
/// prefix = [ "(" ] name [ ")" ] , " " , dash , " " ;   name with an outlet's word in it: `Some Times – The …`
/// ```
pub(crate) fn outlet_prefix(lead: &str, at: usize, known: impl Fn(&str) -> bool) -> Option<(Span, usize)> {
    let (rest, name) = prefix(lead).ok()?;
    let bare = name.trim_matches(['(', ')']);
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'".contains(c));
    if !begins || !(known(bare) || is_outlet(bare) || is_coined(bare)) {
        return None;
    }
    let start = at + (name.len() - name.trim_start_matches('(').len());
    Some((Span::new(start, start + bare.len()), lead.len() - rest.len()))
}

fn prefix(input: &str) -> IResult<&str, &str> {
    let letters = |input| {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '&' | '\'' | '’' | '-');
        verify(take_while1(inside), |word: &str| word.starts_with(char::is_alphanumeric)).parse(input)
    };
    let word = |input| recognize((opt(char('(')), letters, opt(char(')')))).parse(input);
    let more = |input| recognize((char(' '), word)).parse(input);
    let (rest, name) = recognize((word, many_m_n(0, 4, more))).parse(input)?;
    let (rest, _) = (space0, one_of("–—-:|"), char(' '), space0).parse(rest)?;
    let separated = input.get(name.len()..).is_some_and(|after| after.starts_with(' '));
    if separated && name.trim_start_matches('(').starts_with(|c: char| c.is_uppercase()) {
        Ok((rest, name))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
    }
}

/// The agency in the dateline of a lead: `LIMA, Peru, March 4 (ABC) - …`.
pub(crate) fn agency(lead: &str, at: usize) -> Option<Span> {
    let head = crate::row::prefix(lead, 90);
    let open = head.find('(')? + 1;
    let close = head.find(')').filter(|close| *close > open)?;
    let name = head.get(open..close)?;
    let dash = head.get(close + 1..)?.trim_start().starts_with(['-', '–', '—']);
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ') && name.starts_with(char::is_uppercase);
    (dash && plain).then(|| Span::new(at + open, at + close))
}

/// `NewsDesk24`: one word with a capital or a figure inside, as no place has it.
pub(crate) fn is_coined(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let small = name.chars().any(char::is_lowercase);
    first
        && small
        && !name.contains([' ', '-', '’', '\''])
        && !name.starts_with("Mc")
        && letters.any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a name has a word in it that names of outlets are made of: `Times`, `Tribune`.
pub(crate) fn is_outlet(name: &str) -> bool {
    let mut words = name.split_whitespace().map(str::to_lowercase);
    words.any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        WORDS.contains(bare) || is_domain(bare)
    })
}

/// `example.com`
pub(crate) fn is_domain(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, last)| {
        name.len() >= 2
            && matches!(
                last,
                "com"
                    | "net"
                    | "org"
                    | "info"
                    | "co"
                    | "in"
                    | "uk"
                    | "ng"
                    | "za"
                    | "ie"
                    | "au"
                    | "news"
                    | "tv"
                    | "ke"
                    | "gh"
                    | "eu"
                    | "example"
            )
    })
}

/// Whether a row is a dateline alone: `Oslo:`, `NEW DELHI —`, `LIMA, Peru (ABC)`.
pub(crate) fn is_dateline(row: &str) -> bool {
    let bare =
        row.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '.' | '|'));
    let announced = bare.len() < row.len();
    let words = bare.split([' ', '/', ',']).filter(|word| !word.is_empty());
    let mut count = 0;
    for word in words.take(7) {
        count += 1;
        if !word.trim_start_matches('(').starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return false;
        }
    }
    let shouted = bare.split(',').next().is_some_and(|place| {
        !place.chars().any(char::is_lowercase) && place.chars().any(char::is_alphabetic)
    });
    let dated = bare.contains(',') && bare.contains(|c: char| c.is_ascii_digit() || c == '(') && count <= 7;
    (announced && dated)
        || (announced
            && !row.ends_with('.')
            && (1..=4).contains(&count)
            && bare.len() >= 3
            && !bare.contains(['?', '!']))
        || (shouted && bare.contains(',') && (1..=6).contains(&count))
}

static WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/outlet-words.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(lead: &str) -> Option<(&str, &str)> {
        outlet_prefix(lead, 0, |_| false).map(|(name, from)| (name.of(lead), lead.get(from..).unwrap()))
    }

    #[test]
    fn an_outlet_before_the_lead_goes() {
        assert_eq!(cut("Harbour Times – The ship sank."), Some(("Harbour Times", "The ship sank.")));
        assert_eq!(cut("(Harbour Post) - Two men left."), Some(("Harbour Post", "Two men left.")));
        assert_eq!(cut("NewsDesk24 – Two men left."), Some(("NewsDesk24", "Two men left.")));
        assert_eq!(cut("LIMA, Peru (ABC) - Two men left."), None);
        assert_eq!(cut("London – Two men left."), None);
        assert_eq!(cut("The Times of need – and more"), None);
    }

    #[test]
    fn datelines_alone() {
        assert!(is_dateline("Oslo:"));
        assert!(is_dateline("NEW DELHI —"));
        assert!(is_dateline("LIMA, Peru (ABC)"));
        assert!(is_dateline("Lima, March 4, 2031 (ABC) -"));
        assert!(!is_dateline("CAUSE IN DISPUTE"));
        assert!(!is_dateline("The full statement reads:"));
    }
}
