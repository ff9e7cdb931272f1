//! Times of day in words.

use super::clock::{closes, is_amount, meridiem, o_clock, with_meridiem};
use super::input::{Input, Parsed, dash, digits, fail, sense, word, words};
use super::month::month_name;
use super::number::cardinal;
use crate::class::TIME;
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::Clock;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

/// `spoken-figures := hour ["-"] minute`, both in words, after *at* and the like: *at nine thirty*.
pub(super) fn spoken_figures(input: Input<'_>) -> Parsed<'_, Clock> {
    // *on March eighteenth nine thirty*
    let beside_day = input.before().is_some_and(|lexeme| {
        lexeme.senses.iter().any(|sense| matches!(sense, Sense::Ordinal(_) | Sense::Weekday(_)))
    });
    let cued = input.follows(&["at", "@", "by", "until", "till", "from", "around", "about"]);
    if !(cued || beside_day) {
        return fail();
    }
    let (rest, hour) = verify(cardinal, |&hour| (1..=12).contains(&hour)).parse(input)?;
    let (rest, minute) =
        preceded(opt(dash), verify(cardinal, |&minute| (10..60).contains(&minute))).parse(rest)?;
    // *the first two twenty-year terms*
    let ends = cued || super::offset::ends_clause(rest);
    if !ends || is_counted(rest) || ["a", "per", "each"].iter().any(|word| rest.is_word(word)) {
        return fail();
    }
    Ok((rest, Clock { hour, minute: Some(minute), second: None, zone: None }))
}

/// Whether a noun that is counted follows: *two to three weeks*.
fn is_counted(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|lexeme| {
        lexeme.senses.iter().any(|sense| matches!(sense, Sense::Units(_) | Sense::Unit(_) | Sense::Counted))
            || is_amount(rest.of(lexeme))
    })
}

/// `spoken-time := ("half past" | number ["minutes"] ("past" | "to" | "after" | "before")) hour [meridiem]`
pub(super) fn spoken_time(input: Input<'_>) -> Parsed<'_, Clock> {
    let half = value((30, true), words(&["half", "past"]));
    let minutes = terminated(
        verify(alt((digits(1..=2, 1..=59), cardinal)), |&minutes| minutes < 60),
        opt(alt((word("minutes"), word("minute")))),
    );
    // *two to three weeks* is a length, *five to three* a time.
    let named =
        input.advanced().is_word("minutes") || input.advanced().advanced().advanced().is_word("minutes");
    let minutes = verify(minutes, |minutes| named || minutes % 5 == 0);
    let counted = pair(minutes, alt((value(true, word("past")), value(false, word("to")))));
    let (rest, (minutes, past)) = alt((half, counted)).parse(input)?;
    // *from 5 to 6 p.m.* is a stretch of an hour.
    if !past && input.follows(&["from"]) {
        return fail();
    }
    let (rest, clock) = finish_spoken(rest, minutes, past)?;
    // *5 to 7 January* are days.
    if !past && month_name(rest).is_ok() { fail() } else { Ok((rest, clock)) }
}

/// `half-hour := "half" hour`, as the British say it, where something shows that it is a time: *at half seven* is 7:30.
pub(super) fn half_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, ()) = word("half").parse(input)?;
    let (after, clock) = finish_spoken(rest, 30, true)?;
    let cued = input.follows(&[
        "at", "until", "till", "around", "about", "before", "after", "since", "from", "by", "past",
    ]);
    // *half eight p.m.*, *half eight this morning*
    let is_said = after.before().is_some_and(|lexeme| lexeme.class.meets(TIME));
    let with_day =
        ["this", "tonight", "tomorrow", "yesterday", "today"].iter().any(|word| after.is_word(word));
    let alone = input.opens_line() && after.ends_line();
    if cued && closes(after) || is_said || with_day || alone { Ok((after, clock)) } else { fail() }
}

/// `quarter-past := ["a"] "quarter" ("past" | "to") hour [meridiem]`
pub(super) fn quarter_past(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, _) = opt(word("a")).parse(input)?;
    let (rest, ()) = word("quarter").parse(rest)?;
    let (rest, past) = alt((value(true, word("past")), value(false, word("to")))).parse(rest)?;
    finish_spoken(rest, 15, past)
}

fn finish_spoken(rest: Input<'_>, minutes: u32, past: bool) -> Parsed<'_, Clock> {
    let named = map(noon, |clock| clock.hour);
    let mut hour = alt((digits(1..=2, 1..=12), verify(cardinal, |&hour| (1..=12).contains(&hour)), named));
    let (rest, hour) = hour.parse(rest)?;
    if is_counted(rest) || rest.is_tight() && starts_word(rest) && meridiem(rest).is_err() {
        return fail();
    }
    let hour = if past { hour } else { (hour + 23) % 24 };
    let minute = if past { minutes } else { 60 - minutes };
    let (rest, _) = opt(o_clock).parse(rest)?;
    with_meridiem(rest, Clock { hour, minute: Some(minute), second: None, zone: None })
}

fn starts_word(rest: Input<'_>) -> bool {
    rest.next()
        .is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('.' | ',' | ';' | ')' | '"' | '”' | '’')))
}

/// `noon := ["12"] ("noon" | "midnight")`
pub(super) fn noon(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, _) = opt(alt((digits(2..=2, 12..=12), verify(cardinal, |&hour| hour == 12)))).parse(input)?;
    let named = sense(|sense| match sense {
        Sense::Noon(hour) => Some(hour),
        _ => None,
    });
    map(named, |hour| Clock { hour, minute: Some(0), second: None, zone: None }).parse(rest)
}
