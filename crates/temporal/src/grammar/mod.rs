//! The grammar: one production a function, with its line of grammar above it.
//!
//! Productions read the pieces of [`crate::lexeme`], not characters. One is tried only where the first piece
//! can begin an expression ([`opens`]), and looks ahead over a bounded number of pieces, so the whole is linear.

mod anchored;
mod clock;
mod date;
mod day;
mod dotted;
mod era;
mod from_clock;
mod hours;
pub(crate) mod input;
mod length;
mod modified;
mod month;
mod number;
mod numeric;
mod offset;
mod period;
mod portion;
mod range;
mod recurrence;
mod relative;
mod reporting;
mod short;
mod spoken;
pub(crate) mod typed;
mod when;
mod within;
mod year;
mod zoned;

pub(crate) use day::{calendar_day, day};
pub(crate) use when::when;

use crate::class::{
    self, CARDINAL, Class, DEICTIC, FREQUENCY, HOLIDAY, MONTH, NOON, NUMBER, OPENS, ORDINAL, PHRASE, PICK,
    UNIT, WEEKDAY, any,
};
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::lexicon::Sense;
use crate::meaning::{Meaning, Said, When};
use corroborate_text::Span;
use input::{Input, Parsed, Production, Source, dispatch, fail, one_of};
use nom::Parser;
use nom::combinator::map;

/// An expression as found: its place, the number of its first piece, and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) first: usize,
    pub(crate) after: usize,
    pub(crate) said: Said,
}

/// The expressions of a text in order.
pub(crate) fn expressions(text: &str, lexemes: &[Lexeme]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(lexeme) = lexemes.get(at) {
        let ends_range = found.last().is_some_and(|found| found.after + 1 == at);
        if lexeme.class == Class::NONE || !(ends_range || opens(lexeme, at, lexemes)) {
            at += 1;
            continue;
        }
        let source = Source::new(text, lexemes, at);
        let input = Input::new(&source, at);
        match range::end(input, found.last()).or_else(|_| expression(input)) {
            Ok((rest, said)) if rest.at > at => {
                if let Some(span) = rest.span() {
                    found.push(Found { span, first: at, after: rest.at, said });
                }
                at = rest.at;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a piece can begin an expression, from its class and those of the pieces after it. Most pieces of a text
/// begin none, and to find that out by the productions would cost much more.
fn opens(lexeme: &Lexeme, at: usize, lexemes: &[Lexeme]) -> bool {
    if !lexeme.class.meets(class::FIRST) {
        return false;
    }
    if lexeme.class.meets(class::BEGINS) {
        return true;
    }
    let Some(next) = lexemes.get(at + 1) else { return matches!(lexeme.kind, Kind::Number(_, 3 | 4)) };
    let tight = next.gap == Gap::None;
    if lexeme.class.meets(any([HOLIDAY, PHRASE]))
        && (next.class.meets(class::SECOND) || tight && matches!(next.kind, Kind::Mark(_)))
    {
        return true;
    }
    // *half seven*, *AD 79*
    if lexeme.class.meets(class::TIME) && next.class.meets(any([NUMBER, CARDINAL])) {
        return true;
    }
    match lexeme.kind {
        // *1998*, *born in 742*
        Kind::Number(_, 3 | 4) => true,
        // `9a`
        Kind::Number(..) if tight && next.class.meets(OPENS) => true,
        _ => says_time(lexeme.class, at, lexemes),
    }
}

/// Whether one of the next pieces says a time, before any word that can stand in no expression.
fn says_time(first: Class, at: usize, lexemes: &[Lexeme]) -> bool {
    for lexeme in lexemes.iter().skip(at + 1).take(LOOK_AHEAD) {
        input::step();
        if lexeme.gap == Gap::Paragraph {
            return false;
        }
        if lexeme.class.meets(class::SAYS) || lexeme.class.meets(CARDINAL) && first.meets(CARDINAL) {
            return true;
        }
        match lexeme.kind {
            Kind::Word if lexeme.is_outside() => return false,
            // `1998`, `Q3`
            Kind::Number(_, length) if length == 4 || lexeme.gap == Gap::None => return true,
            _ => {}
        }
    }
    false
}

/// How many pieces after the first may pass before one that says a time.
const LOOK_AHEAD: usize = 8;

/// `expression := range | when | modified | offset | recurrence | length | vague`
fn expression(input: Input<'_>) -> Parsed<'_, Said> {
    const FORMS: &[(Class, Production<Said>)] = &[
        (any([NUMBER, MONTH, WEEKDAY, CARDINAL, NOON, ORDINAL, OPENS]), range::start),
        (OPENS, bounded_offset),
        (class::DATED, said_when),
        (any([OPENS, UNIT, ORDINAL, PICK]), modified::modified),
        (DEICTIC, modified::abbreviated_end),
        (any([NUMBER, CARDINAL, OPENS, UNIT]), offset::offset),
        (NUMBER, short::short),
        (any([NUMBER, CARDINAL]), short::signed),
        (any([OPENS, ORDINAL, PICK, FREQUENCY, WEEKDAY, NUMBER, CARDINAL]), said_recurrence),
        (any([OPENS, ORDINAL, PICK]), portion::portion),
        (any([NUMBER, CARDINAL, OPENS, UNIT, PICK, PHRASE]), length::length),
        (PHRASE, vague),
        (any([OPENS, PICK]), time_in_view),
    ];
    dispatch(input, FORMS)
}

/// An offset with a bound, which a date by itself would lose: *less than two weeks ago*.
fn bounded_offset(input: Input<'_>) -> Parsed<'_, Said> {
    let (_, _) = length::bound(input)?;
    offset::offset(input)
}

fn said_when(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, found) = when(input)?;
    if found.time.is_none()
        && when::is_day(&found.day)
        && let Ok((rest, (time, modifier))) = when::bound_time(rest)
    {
        let meaning = Meaning::When(When { time: Some(time), ..found });
        return Ok((rest, Said { meaning, modifier: Some(modifier), relative_to_now: None }));
    }
    Ok((rest, Said { meaning: Meaning::When(found), modifier: None, relative_to_now: None }))
}

fn said_recurrence(input: Input<'_>) -> Parsed<'_, Said> {
    map(recurrence::recurrence, |value| Said {
        meaning: Meaning::Recurrence(value),
        modifier: None,
        relative_to_now: None,
    })
    .parse(input)
}

/// `vague := "recently" | "now" | …`: a phrase of the table.
fn vague(input: Input<'_>) -> Parsed<'_, Said> {
    let Some(first) = input.next().filter(|lexeme| lexeme.senses.contains(&Sense::OpensPhrase)) else {
        return fail();
    };
    let first = input.of(first).to_ascii_lowercase();
    for (pieces, value) in crate::phrase::beginning_with(&first) {
        if let Ok((rest, ())) = period::same(input, pieces) {
            return Ok((
                rest,
                Said { meaning: Meaning::Vague(value), modifier: None, relative_to_now: None },
            ));
        }
    }
    fail()
}

/// `time-in-view := ("the" | "this" | "that") ("time" | "period")`, after *at*, *during* and the like.
fn time_in_view(input: Input<'_>) -> Parsed<'_, Said> {
    if !input.follows(&["at", "during", "by", "around", "throughout", "from", "since", "until"]) {
        return fail();
    }
    let (rest, which) = one_of(&["this", "that", "the"]).parse(input)?;
    let (rest, noun) = one_of(&["time", "period"]).parse(rest)?;
    let goes_on =
        ["of", "when", "that", "being", "in", "for", "limit", "frame"].iter().any(|word| rest.is_word(word))
            || rest.is_tight() && rest.next().is_some_and(|lexeme| lexeme.kind == Kind::Mark('-'));
    // *by the time they came*: not a time in view.
    if goes_on || which == 2 && (noun == 1 || !input.follows(&["at"])) {
        return fail();
    }
    let value = if which == 0 { "PRESENT_REF" } else { "PAST_REF" };
    Ok((rest, Said { meaning: Meaning::Vague(value), modifier: None, relative_to_now: None }))
}
