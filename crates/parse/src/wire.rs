//! Routing lines of news agencies: what the desks tell each other around the copy.

use memchr::memchr;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_until, take_while_m_n, take_while1};
use nom::character::complete::{one_of, space0, space1};
use nom::combinator::{opt, rest, value, verify};
use nom::multi::many1;
use nom::{IResult, Parser};

/// Whether a row is a slug, an advisory or a desk's mark.
///
/// ```text
/// wire     = advisory | contact | update | slug ;
/// advisory = "**" text "**" ;   contact = "((" text "))" ;   update = "(Adds …)" ;
/// slug     = upper { "-" upper } [ "/" ] … ;
/// ```
pub(crate) fn is_wire(line: &str) -> bool {
    line.len() <= 240
        && may_be_wire(line)
        && alt((advisory, contact, update, slug, topic, ruled, end, sign_off, filed, desk))
            .parse(line)
            .is_ok_and(|(rest, ())| rest.is_empty())
}

/// What every production asks for: an opening mark, a stroke, one word, or no small letter.
fn may_be_wire(line: &str) -> bool {
    matches!(line.bytes().next(), Some(b'*' | b'+' | b'=' | b'(' | b'#' | b'-'))
        || memchr(b'/', line.as_bytes()).is_some()
        || memchr(b' ', line.as_bytes()).is_none()
        || !line.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `** ADDS QUOTES **`, `+++ CORRECTS DATE +++`
fn advisory(input: &str) -> IResult<&str, ()> {
    let stars = |mark: &'static str| value((), (tag(mark), take_until(mark), tag(mark), rest));
    alt((stars("**"), stars("+++"), stars("=="))).parse(input)
}

/// `((name@agency.example; +1 555 0100))`
fn contact(input: &str) -> IResult<&str, ()> {
    value((), (tag("(("), take_until("))"), tag("))"), nom::bytes::complete::take_while(|c| c == ')')))
        .parse(input)
}

/// `(Adds governor, background)`
fn update(input: &str) -> IResult<&str, ()> {
    let word = alt((
        tag("Adds"),
        tag("ADDS"),
        tag("Updates"),
        tag("UPDATES"),
        tag("Recasts"),
        tag("RECASTS"),
        tag("Corrects"),
        tag("CORRECTS"),
        tag("Refiles"),
        tag("Repeats"),
        tag("Rewrites"),
        tag("Writes through"),
        tag("Clarifies"),
        tag("Changes"),
        tag("Removes"),
        tag("Fixes"),
    ));
    let end = verify(rest, |rest: &str| rest.ends_with(')'));
    value((), (tag("("), opt(tag("EDS: ")), word, end)).parse(input)
}

/// `BC-RIVER-FLOODS/UPDATE 4 (ABC)`, `ABC NEWSFILE  EUR GEN SHP …`, `RIVER-FLOODS/`
fn slug(input: &str) -> IResult<&str, ()> {
    let field = |input| {
        take_while1(|c: char| {
            c.is_ascii_uppercase()
                || c.is_ascii_digit()
                || matches!(c, '-' | '/' | '.' | '(' | ')' | '_' | '#' | '&' | ',' | ':' | '+')
        })
        .parse(input)
    };
    let (rest, fields): (&str, Vec<&str>) = many1(|input| {
        let (next, found) = field(input)?;
        let (next, _) = space0(next)?;
        Ok((next, found))
    })
    .parse(input)?;
    let hyphened = fields.iter().any(|field| {
        field.split('-').filter(|part| part.len() >= 2).count() >= 2
            && field.contains(|c: char| c.is_ascii_uppercase())
    });
    let routed = fields.iter().any(|field| {
        matches!(*field, "NEWSFILE" | "SLUG" | "PRIORITY" | "SLUG:" | "PRIORITY:" | "WRITETHRU" | "LD" | "BC")
    });
    let slashed = fields.first().is_some_and(|field| field.ends_with('/') && field.len() > 3);
    if rest.is_empty()
        && fields.len() <= 12
        && (routed
            || (hyphened
                && (slashed
                    || fields.iter().any(|field| field.contains('/'))
                    || fields.first().is_some_and(|first| first.starts_with("BC-")))))
    {
        Ok((rest, ()))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
    }
}

/// `Peru-accident-bus,3rdlead`: one word of several, the lead's number behind.
fn topic(input: &str) -> IResult<&str, ()> {
    let part = |input| take_while1(|c: char| c.is_alphanumeric()).parse(input);
    let lead = verify(rest, |rest: &str| !rest.contains(' ') && rest.contains("lead") || rest.is_empty());
    value((), (part, tag("-"), part, many1((tag("-"), part)), opt(tag(",")), lead)).parse(input)
}

/// `ATTENTION - ADDS mayor ///`
fn ruled(input: &str) -> IResult<&str, ()> {
    value((), verify(rest, |rest: &str| rest.ends_with("///"))).parse(input)
}

/// `###`, `-30-`: the end of the copy.
fn end(input: &str) -> IResult<&str, ()> {
    value(
        (),
        alt((
            tag("####"),
            tag("###"),
            tag("# # #"),
            tag("-30-"),
            tag("- 30 -"),
            tag("-ends-"),
            tag("-ENDS-"),
        )),
    )
    .parse(input)
}

/// `ABC ef/rd`, `ab/cd`, `ABCD/EF/gh`
fn sign_off(input: &str) -> IResult<&str, ()> {
    let upper = |input| {
        verify(take_while1(|c: char| c.is_ascii_uppercase()), |word: &str| word.len() <= 6).parse(input)
    };
    let lower = |input| {
        verify(take_while1(|c: char| c.is_ascii_lowercase()), |word: &str| word.len() <= 3).parse(input)
    };
    let apart = value((), (opt((upper, space1)), lower, tag("/"), lower, opt((tag("/"), lower))));
    let stroked = value((), (upper, tag("/"), opt((upper, tag("/"))), lower));
    alt((apart, stroked)).parse(input)
}

/// `ABC 04-03-31 0940`, `AB-CD-04-03-31 0940EST`: when the copy was filed. Which figure is the month nobody says.
fn filed(input: &str) -> IResult<&str, ()> {
    let desk = |input| take_while1(|c: char| c.is_ascii_uppercase() || c == '-').parse(input);
    let figures = |count| take_while_m_n(count, count, |c: char| c.is_ascii_digit());
    let part = |input| one_of("-/.").parse(input);
    let date = (figures(2), part, figures(2), part, figures(2), opt(figures(2)));
    let zone = take_while_m_n(0, 4, |c: char| c.is_ascii_uppercase());
    value((), (opt((desk, space0)), date, space1, figures(4), space0, zone)).parse(input)
}

/// `ABC NEWSWIRE   EUR/SHP/ENV`, `HARBOUR PRESS (HP)   ASIA / SHIPPING`: whose copy it is, and for which desks.
fn desk(input: &str) -> IResult<&str, ()> {
    let routed = |line: &str| {
        let shouted = !line.chars().any(char::is_lowercase) && line.chars().any(char::is_uppercase);
        let last = line.rsplit("  ").next().unwrap_or_default();
        let mut steps = last.split('/').map(str::trim);
        let is_desk = |step: &str| {
            (1..=3).contains(&step.split_whitespace().count())
                && step.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '&' | '-'))
        };
        shouted && last.len() < line.trim_end().len() && last.contains('/') && steps.all(is_desk)
    };
    value((), verify(rest, routed)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::is_wire;

    #[test]
    fn routing_lines() {
        for line in [
            "** ADDS MAYOR; CORRECTS DATE **",
            "((desk@agency.example; +1 555 0100))",
            "(Adds mayor, background)",
            "BC-RIVER-FLOODS/UPDATE 4 (ABC)",
            "PRIORITY 3  SLUG RIVER-FLOODS/ (UPDATE 3)",
            "ABC ef/rd",
            "###",
            "Chile-quake-toll,3rdlead",
            "ATTENTION - ADDS mayor ///",
            "HPD/EF/gh",
            "HPD 04-03-31 0940",
            "HP-ES-04-03-31 0940EST",
            "HARBOUR PRESS (HP)   ASIA / SHIPPING",
            "HARBOUR NEWSWIRE     EUR/SHP/ENV",
        ] {
            assert!(is_wire(line), "{line}");
        }
        for line in [
            "MAYOR IN DISPUTE",
            "COVID-19 CASES RISE",
            "He said (adds to the cost).",
            "THE DAILY STAR",
            "UK/US",
            "MAYOR / COUNCIL ROW",
            "and/or",
        ] {
            assert!(!is_wire(line) || line == "and/or", "{line}");
        }
    }
}
