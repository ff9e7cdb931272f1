//! The grammar: one production a function, with its line of grammar above it.
//!
//! Productions read the pieces of [`crate::lexeme`], not characters. One is tried only where the first piece
//! can begin an expression ([`opens`]), and looks ahead over a bounded number of pieces, so the whole is linear.

mod clock;
mod date;
mod input;
mod length;
mod modified;
mod number;
mod numeric;
mod period;
mod range;
mod recurrence;
mod relative;
mod reporting;

use crate::class::{
    self, CARDINAL, DEICTIC, FREQUENCY, HOLIDAY, MONTH, NOON, NUMBER, OPENS, ORDINAL, PART, PHRASE, PICK,
    QUOTE, SEASON, UNIT, WEEKDAY,
};
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::lexicon::Sense;
use crate::meaning::{Clock, Day, Meaning, Name, Said, Time, When, Which};
use crate::unit::Part;
use corroborate_text::Span;
use input::{Input, Parsed, dispatch, fail, mark, one_of, tight, word, words};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::preceded;

/// An expression as found: its place, the number of its first piece, and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) first: usize,
    pub(crate) after: usize,
    pub(crate) said: Said,
}

/// The expressions of a text in order, and how many productions were tried at their head.
pub(crate) fn expressions(text: &str, lexemes: &[Lexeme]) -> (Vec<Found>, usize) {
    let mut found: Vec<Found> = Vec::new();
    let mut attempts = 0;
    let mut at = 0;
    while let Some(lexeme) = lexemes.get(at) {
        if !opens(lexeme, lexemes.get(at + 1)) {
            at += 1;
            continue;
        }
        let input = Input::new(text, lexemes, at);
        let ranged = range::end(input, found.last());
        let parsed = match ranged {
            Ok(parsed) => Ok(parsed),
            Err(_) => expression(input, &mut attempts),
        };
        match parsed {
            Ok((rest, said)) if rest.at > at => {
                if let Some(span) = rest.span() {
                    found.push(Found { span, first: at, after: rest.at, said });
                }
                at = rest.at;
            }
            _ => at += 1,
        }
    }
    (found, attempts)
}

/// Whether a piece can begin an expression, given the next.
fn opens(lexeme: &Lexeme, next: Option<&Lexeme>) -> bool {
    let class = lexeme.class & class::ANY;
    if class == 0 || matches!(lexeme.kind, Kind::Number(_, length) if length > 6) {
        return false;
    }
    // *the harbour*, *two men*: nothing of ours.
    class & !class::WANTS_MORE != 0
        || next.is_some_and(|next| {
            next.class != 0 || next.gap == Gap::None && matches!(next.kind, Kind::Mark(_))
        })
}

/// `expression := range | when | modified | offset | recurrence | length | vague`
fn expression<'a>(input: Input<'a>, attempts: &mut usize) -> Parsed<'a, Said> {
    *attempts += 1;
    dispatch(
        input,
        &[
            (NUMBER | MONTH | WEEKDAY | CARDINAL | NOON | ORDINAL | OPENS, range::start),
            (class::ANY, said_when),
            (OPENS | UNIT | ORDINAL | PICK, modified::modified),
            (NUMBER | CARDINAL | OPENS | UNIT, length::offset),
            (OPENS | FREQUENCY | WEEKDAY | NUMBER | CARDINAL, said_recurrence),
            (NUMBER | CARDINAL | OPENS | UNIT | PICK | PHRASE, length::length),
            (PHRASE, vague),
        ],
    )
}

fn said_when(input: Input<'_>) -> Parsed<'_, Said> {
    map(when, |when| Said { meaning: Meaning::When(when), modifier: None, relative_to_now: None })
        .parse(input)
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

/// `when := iso | day-and-time | time-and-day | picked-part | time`
pub(crate) fn when(input: Input<'_>) -> Parsed<'_, When> {
    dispatch(
        input,
        &[
            (NUMBER, numeric::iso),
            (class::ANY, day_and_time),
            (NUMBER | CARDINAL | NOON | PART | UNIT | OPENS, time_and_day),
            (DEICTIC | PICK | OPENS, picked_part_time),
            (NUMBER | CARDINAL, hour_of_part),
            (OPENS, part_of_day),
            (NUMBER | CARDINAL | NOON | UNIT | OPENS, time_alone),
        ],
    )
}

/// `day-and-time := day [time-link time]`: *12 November at 18:30*, *Tuesday evening*.
fn day_and_time(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, day) = day(input)?;
    if !is_day(&day) {
        return Ok((rest, When { day, time: None }));
    }
    let mut link = opt(alt((
        map(
            (
                opt(mark(',')),
                opt(one_of(&["shortly", "just"])),
                one_of(&["at", "around", "about", "from", "by"]),
            ),
            |_| (),
        ),
        map((mark(','), words(&["at", "around"])), |_| ()),
        map(words(&["in", "the"]), |()| ()),
        map((opt(mark(',')), opt(mark('('))), |_| ()),
        map(words(&["-"]), |()| ()),
    )));
    let (linked, _) = link.parse(rest)?;
    let (linked, _) = opt(one_of(&["about", "around", "approximately", "early", "late"])).parse(linked)?;
    match clock::time_beside_date(linked) {
        Ok((after, time)) if !is_part_name(linked, after, &time) => {
            // `Tuesday (evening)`
            let opened = linked.follows(&["("]);
            let (after, _) = if opened { opt(mark(')')).parse(after)? } else { (after, None) };
            Ok((after, When { day, time: Some(time) }))
        }
        _ => Ok((rest, When { day, time: None })),
    }
}

/// *Monday Night Football*, *Tuesday nights*: a part of the day that is none here.
fn is_part_name(linked: Input<'_>, after: Input<'_>, time: &Time) -> bool {
    let plural = after.before().is_some_and(|lexeme| {
        let word = after.of(lexeme);
        word.ends_with('s') || word.starts_with(|c: char| c.is_uppercase())
    });
    matches!(time, Time::Part(_)) && (plural && !linked.opens_line() || linked.opens_line())
}

/// Whether a place in the calendar is one day, which may have a time.
fn is_day(day: &Day) -> bool {
    match day {
        Day::Given => false,
        Day::Named(name, _) => matches!(
            name,
            Name::MonthDay(..)
                | Name::DayOfMonth(..)
                | Name::Weekday(_)
                | Name::Holiday(_)
                | Name::Numeric(..)
        ),
        Day::Unit(unit, ..) => *unit == crate::unit::Unit::Day,
        Day::Nth(_, inner, _) => {
            !matches!(inner, crate::meaning::Inner::Unit(unit) if *unit != crate::unit::Unit::Day)
        }
        Day::Shift(length, ..) => length.parts.iter().all(|(_, unit)| *unit == crate::unit::Unit::Day),
        _ => false,
    }
}

/// `time-and-day := ["the" | "early" | "late"] time [","] ["on" | "of"] ["the"] day`: *noon Thursday*.
fn time_and_day(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, the) = opt(word("the")).parse(input)?;
    let (rest, time) = clock::time_beside_date(rest)?;
    if the.is_some() && !matches!(time, Time::Part(_)) {
        return fail();
    }
    let (linked, link) = opt(alt((
        map((opt(mark(',')), word("on")), |_| 1),
        map(word("of"), |()| 2),
        map(mark(','), |()| 3),
        map(alt((mark('|'), tight(mark('-')))), |()| 4),
    )))
    .parse(rest)?;
    if matches!(time, Time::Part(_)) && !matches!(link, Some(1 | 2)) && the.is_none() && !is_deictic(linked) {
        return fail();
    }
    let (after, day) = day(linked)?;
    if is_day(&day) { Ok((after, When { day, time: Some(time) })) } else { fail() }
}

fn is_deictic(input: Input<'_>) -> bool {
    input.next().is_some_and(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Deictic(_))))
}

/// `picked-part-time := picked-part [["at"] clock]`: *tonight at 8 p.m.*
fn picked_part_time(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, found) = relative::picked_part(input)?;
    let (after_link, linked) = opt(one_of(&["at", "around", "about", "by"])).parse(rest)?;
    if linked.is_some()
        && clock::clock(after_link, true).is_err()
        && let Ok((after, clock)) = clock::bare_figure(after_link)
    {
        return Ok((after, When { time: Some(Time::Clock(in_part(clock, found.time.as_ref()))), ..found }));
    }
    let timed =
        preceded(opt(one_of(&["at", "around", "about", "by", "from"])), |input| clock::clock(input, true))
            .parse(rest);
    match timed {
        Ok((after, clock)) if !rest.opens_line() => {
            Ok((after, When { time: Some(Time::Clock(in_part(clock, found.time.as_ref()))), ..found }))
        }
        _ => Ok((rest, found)),
    }
}

/// The hour of a clock of twelve hours in a part of the day: *tonight at 8* is 20:00.
fn in_part(clock: Clock, part: Option<&Time>) -> Clock {
    let after_noon = match part {
        Some(Time::Part(Part::Afternoon | Part::Evening)) => (1..12).contains(&clock.hour),
        Some(Time::Part(Part::Night)) => (5..12).contains(&clock.hour),
        _ => false,
    };
    Clock { hour: if after_noon { clock.hour + 12 } else { clock.hour }, ..clock }
}

/// `hour-of-part := hour ["in"] ("tonight" | "this evening" | "tomorrow morning" | "in the evening" …)`: *8 tonight*.
fn hour_of_part(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, clock) = clock::bare_figure(input)?;
    let day_part = map((relative::deictic_day, clock::part_word), |(day, part)| When {
        day,
        time: Some(Time::Part(part)),
    });
    let spoken = map(preceded(words(&["in", "the"]), clock::part_word), |part| When {
        day: Day::Given,
        time: Some(Time::Part(part)),
    });
    let (rest, found) = alt((relative::picked_part, day_part, spoken)).parse(rest)?;
    Ok((rest, When { time: Some(Time::Clock(in_part(clock, found.time.as_ref()))), ..found }))
}

/// `part-of-day := "the" part`, after *in*, *during* and the like: no day is said.
fn part_of_day(input: Input<'_>) -> Parsed<'_, When> {
    if !input.follows(&["in", "during", "by", "until", "throughout", "through"]) {
        return fail();
    }
    let (rest, ()) = word("the").parse(input)?;
    let (rest, part) = clock::part_word(rest)?;
    Ok((rest, When { day: Day::Given, time: Some(Time::Part(part)) }))
}

/// `time := clock`, alone.
fn time_alone(input: Input<'_>) -> Parsed<'_, When> {
    let touches = input.is_tight()
        && input.before().is_some_and(|lexeme| {
            !matches!(lexeme.kind, Kind::Mark('(' | '“' | '"' | '\'' | '‘' | '[' | '–' | '—' | '|'))
        });
    let (rest, clock) = clock::clock(input, false)?;
    // `4:3` and `10:15:20:30` are none; a score of a match is none, unless it has minutes and says *at*.
    let goes_on = rest.is_tight()
        && rest.next().is_some_and(|lexeme| {
            matches!(lexeme.kind, Kind::Word | Kind::Number(..) | Kind::Mark(':' | '%'))
        });
    if touches || goes_on {
        fail()
    } else {
        Ok((rest, When { day: Day::Given, time: Some(Time::Clock(clock)) }))
    }
}

/// How many days may be read inside one another.
const DEEPEST: u8 = 3;

/// `day := calendar-day | relative-day | offset`
pub(crate) fn day(input: Input<'_>) -> Parsed<'_, Day> {
    if input.depth >= DEEPEST {
        return fail();
    }
    let inner = Input { depth: input.depth + 1, ..input };
    let (rest, found) = dispatch(
        inner,
        &[
            (class::ANY, calendar_day),
            (WEEKDAY, numeric_weekday),
            (DEICTIC, relative::deictic_day),
            (UNIT | OPENS, relative::day_before),
            (UNIT | OPENS, relative::around),
            (NUMBER | ORDINAL | CARDINAL | PICK | OPENS, relative::nth),
            (NUMBER | ORDINAL | CARDINAL | OPENS, relative::day_of_picked_month),
            (UNIT | OPENS, reporting::reported),
            (WEEKDAY | PICK | OPENS, relative::weekday_of_week),
            (OPENS, relative::the_weekend),
            (NUMBER | CARDINAL | OPENS | UNIT, offset_day),
            (WEEKDAY, date::weekday_of_month),
            (OPENS, date::day_of_month),
            (WEEKDAY, weekday),
        ],
    )?;
    Ok((Input { depth: input.depth, ..rest }, found))
}

fn offset_day(input: Input<'_>) -> Parsed<'_, Day> {
    match length::offset(input)? {
        (rest, Said { meaning: Meaning::When(When { day, time: None }), .. }) => Ok((rest, day)),
        _ => fail(),
    }
}

/// `calendar-day := dated | numeric-day | month | quarter | half | season | holiday | decade | century | year`
pub(crate) fn calendar_day(input: Input<'_>) -> Parsed<'_, Day> {
    dispatch(
        input,
        &[
            (WEEKDAY | MONTH | NUMBER | ORDINAL | CARDINAL | OPENS, date::dated),
            (NUMBER, numeric::numeric_day),
            (PICK | OPENS | NUMBER, relative::possessed),
            (MONTH, date::month_of),
            (NUMBER | ORDINAL | CARDINAL | PICK | QUOTE | OPENS, period::quarter),
            (ORDINAL | NUMBER | OPENS, period::half),
            (SEASON | OPENS, period::season),
            (HOLIDAY, period::holiday),
            (NUMBER | CARDINAL | QUOTE | OPENS, period::decade),
            (NUMBER | ORDINAL | CARDINAL | OPENS, period::century),
            (NUMBER | OPENS, period::era_year),
            (OPENS, period::fiscal_year),
            (NUMBER | CARDINAL | OPENS, period::year_alone),
            (QUOTE, period::apostrophe_year),
            (PICK | OPENS, relative::picked_unit),
            (PICK | OPENS, relative::picked_name),
        ],
    )
}

/// `numeric-weekday := weekday [","] numeric-day`
fn numeric_weekday(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = date::weekday_name(input)?;
    let (rest, _) = opt(mark(',')).parse(rest)?;
    let (rest, day) = numeric::numeric_day(rest)?;
    let name = |name, which| Day::Named(name, which);
    Ok((
        rest,
        match day {
            Day::Named(Name::MonthDay(month, day, _), which) => {
                name(Name::MonthDay(month, day, Some(weekday)), which)
            }
            Day::Named(Name::Numeric(first, second, _), which) => {
                name(Name::Numeric(first, second, Some(weekday)), which)
            }
            other => other,
        },
    ))
}

/// `weekday := "Monday" | …`; a short form only beside something that shows it is one.
fn weekday(input: Input<'_>) -> Parsed<'_, Day> {
    let named = |day| Day::Named(Name::Weekday(day), Which::Nearest);
    if let Ok((rest, day)) = date::full_weekday(input) {
        return Ok((rest, named(day)));
    }
    let (rest, day) = date::weekday_name(input)?;
    let (rest, _) = opt(tight(mark('.'))).parse(rest)?;
    let alone = input.opens_line() && rest.ends_line();
    let capital = input.next().is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_uppercase()));
    let unlike_words = !["sun", "sat", "mon", "wed"].iter().any(|word| input.is_word(word));
    let cued = capital && input.follows(&["on", "until", "by", "since", "and", "to"]);
    if alone || cued || unlike_words { Ok((rest, named(day))) } else { fail() }
}
