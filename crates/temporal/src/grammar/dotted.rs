//! Days in figures with points, without a year, as on the Continent: *23.08. 22:00*, *from 25.10. to 26.10.*
//!
//! Two figures and a point are a decimal fraction far more often, so something beside them must say that they are
//! a day.

use super::date::{is_day_of, joined};
use super::input::{Input, Parsed, dash, digits, fail, mark, one_of, same_line, tight, word};
use crate::class::WEEKDAY;
use crate::lexeme::{Gap, Kind};
use crate::meaning::{Day, Name, Which};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `dotted := day "." month ["."]`, before a time of day, or with the second point inside a sentence.
pub(super) fn dotted(input: Input<'_>) -> Parsed<'_, Day> {
    if !joined(input, &['.']) {
        return fail();
    }
    let amount = input.is_tight()
        && input.before().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(' | '"' | '“' | ',')));
    if amount {
        return fail();
    }
    let (rest, (month, day)) = figures(input)?;
    let found = Day::Named(Name::MonthDay(month, day, None), Which::Nearest);
    match tight(mark('.')).parse(rest) {
        Ok((after, ()))
            if !after.is_tight() && (goes_on(after) && is_cued(input) || ends_range(input, after)) =>
        {
            Ok((after, found))
        }
        _ if before_time(rest) => Ok((rest, found)),
        _ => fail(),
    }
}

fn figures(input: Input<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, day) = digits(1..=2, 1..=31).parse(input)?;
    let (rest, ()) = tight(mark('.')).parse(rest)?;
    let (rest, month) = tight(digits(1..=2, 1..=12)).parse(rest)?;
    if is_day_of(month, day) { Ok((rest, (month, day))) } else { fail() }
}

/// Whether a sentence goes on after the point: in a small letter, a figure or a dash.
fn goes_on(after: Input<'_>) -> bool {
    after.next().is_some_and(|lexeme| {
        lexeme.gap == Gap::Space
            && match lexeme.kind {
                Kind::Word => {
                    after.of(lexeme).starts_with(|c: char| c.is_lowercase()) || lexeme.class.meets(WEEKDAY)
                }
                Kind::Number(..) => before_time(after),
                Kind::Mark(_) => dash(after).is_ok(),
            }
    })
}

/// Whether what stands before wants a day, which a section of a law or an item of a list would not: *on 1.2. they met*.
fn is_cued(input: Input<'_>) -> bool {
    let opened = input.before().is_none_or(|lexeme| {
        matches!(lexeme.kind, Kind::Mark('(' | '"' | '“' | ',' | '-' | '–' | ':'))
            || lexeme.class.meets(WEEKDAY)
    });
    opened
        || input.opens_line()
        || input.follows(&[
            "on", "from", "until", "till", "by", "since", "to", "before", "after", "between", "of", "the",
            "for", "at", "around",
        ])
}

/// Whether a day with two points stands before, and a link between: *13.6. - 15.6.*
fn ends_range(input: Input<'_>, after: Input<'_>) -> bool {
    let at = |back: usize| input.at.checked_sub(back).and_then(|at| input.source.lexemes.get(at));
    let linked = at(1).is_some_and(|lexeme| {
        matches!(lexeme.kind, Kind::Mark('-' | '–')) || matches!(input.of(lexeme), "to" | "until" | "and")
    });
    let points = |back: usize| at(back).is_some_and(|lexeme| lexeme.kind == Kind::Mark('.'));
    let figure = |back: usize| at(back).is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(_, 1..=2)));
    after.ends_line() && linked && points(2) && figure(3) && points(4) && figure(5)
}

/// Whether a time of day follows, in hours and minutes, in the same line.
fn before_time(rest: Input<'_>) -> bool {
    if rest.is_tight() {
        return false;
    }
    let link = alt((one_of(&["at", "around", "about", "from", "by", "between"]), |input| {
        mark('@').parse(input).map(|(rest, ())| (rest, 0))
    }));
    let comma = |input| opt(mark(',')).parse(input);
    let linked = (comma, opt(link));
    let mut linked = same_line(linked);
    let Ok((after, _)) = linked.parse(rest) else { return false };
    let minutes = |input| {
        let (rest, _) = digits(1..=2, 0..=24).parse(input)?;
        let (rest, ()) = tight(alt((mark(':'), word("h")))).parse(rest)?;
        tight(digits(2..=2, 0..=59)).parse(rest)
    };
    same_line(minutes).parse(after).is_ok()
}
