//! Marks at the edges of lines: bullets, bars of menus, arrows of breadcrumbs.

use crate::cue::segments;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{multispace0, one_of, space1};
use nom::combinator::{recognize, value};
use nom::{IResult, Parser};

/// The bytes that a bullet or a number of a list takes up at the start of a line.
///
/// ```text
/// bullet = ( "•" | "*" | "-" | … , blank ) | ( digit [ digit ] , "." | ")" , blank ) | "•" ;
/// ```
pub(crate) fn bullet(line: &str) -> Option<usize> {
    // Most lines begin with a letter; all signs beyond ASCII stand in two blocks.
    if !matches!(line.bytes().next(), Some(b'0'..=b'9' | b'-' | b'*' | 0xC2 | 0xE2)) {
        return None;
    }
    let sign = |input| one_of("•‣▪▫●○◦■□▶►➤➢→✔✓‧∙·*").parse(input);
    let result: IResult<&str, ()> = alt((
        value((), (recognize(one_of("-–*·")), space1)),
        value((), (sign, multispace0)),
        value((), (take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), one_of(".)"), space1)),
    ))
    .parse(line);
    let (rest, ()) = result.ok()?;
    // `** ADDS QUOTES **`, `***` and an agency's heading `- No rail -` are not items.
    (!rest.ends_with(" -") && !rest.is_empty() && !rest.starts_with('*')).then(|| line.len() - rest.len())
}

/// Whether a row is a path to its section: `News > World`, `Home/World/…`.
pub(crate) fn is_breadcrumb(line: &str) -> bool {
    let arrows = line.split(['>', '›', '»', '→', '▸', '/']).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = arrows.collect();
    let home = parts.first().is_some_and(|first| first.eq_ignore_ascii_case("home"));
    let slashes = line.contains('/') && !line.contains(['>', '›', '»', '→', '▸']);
    parts.len() >= 2
        && !line.ends_with(['.', '!', '?'])
        && (home
            || parts.iter().take(parts.len() - 1).all(|part| part.split_whitespace().count() <= 4)
                && (!slashes
                    || line.contains(" / ") && parts.iter().all(|part| part.split_whitespace().count() <= 3)))
}

/// Whether a row is a bar of at least `least` short entries set apart by bars, dots or wide gaps.
pub(crate) fn is_menu(line: &str, least: usize) -> bool {
    let mut count = 0;
    for part in segments(line) {
        if part.split_whitespace().count() > 4 || part.ends_with('.') {
            return false;
        }
        count += 1;
    }
    count >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets() {
        assert_eq!(bullet("• One"), Some(4));
        assert_eq!(bullet("* One"), Some(2));
        assert_eq!(bullet("12. One"), Some(4));
        assert_eq!(bullet("•\tOne"), Some(4));
        for line in ["One", "** ADDS **", "12.5 metres", "-One", "*"] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }

    #[test]
    fn paths_and_bars() {
        assert!(is_breadcrumb("News > World News"));
        assert!(is_breadcrumb("Home/World/Ship Meets Rock"));
        assert!(is_breadcrumb("World / Asia"));
        assert!(!is_breadcrumb("He chose and/or lost."));
        assert!(is_menu("LIVE | LATEST | WORLD | CRICKET", 3));
        assert!(!is_menu("A sentence stands here | and another one over there too", 2));
    }
}
