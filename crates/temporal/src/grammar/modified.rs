//! Expressions with a word before them that moves or blurs them: *early*, *the end of*, *about*.

use super::input::{Input, Parsed, dash, fail, longest, mark, one_of, sense, tight, word, words};
use super::{day, when};
use crate::Modifier;
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Base, Day, Direction, Meaning, Name, Said, Time, When, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::{preceded, terminated};

/// `modified := edge when | remaining when | mid when | approximate when`
pub(crate) fn modified(input: Input<'_>) -> Parsed<'_, Said> {
    longest(input, &[edged, edged_day, remaining, mid, approximate, part_within, trailing])
}

fn said(when: When, modifier: Modifier) -> Said {
    Said { meaning: Meaning::When(when), modifier: Some(modifier), relative_to_now: None }
}

/// `edged := edge (when | "the" unit)`; `edge := "early" | "late" | "earlier" | "later" | ["the"] ("end" | "start" | "middle" …) "of"`
fn edged(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, modifier) = edge(input)?;
    let (rest, found) = longest(rest, &[when, unit_in_view])?;
    // *late 12 percent*: a time of day has no beginning and no end.
    if matches!(found.time, Some(Time::Clock(_))) && !matches!(modifier, Modifier::Start | Modifier::End) {
        return fail();
    }
    let relative_to_now = match modifier {
        Modifier::Start if input.is_word("earlier") => Some(Direction::Back),
        Modifier::End if input.is_word("later") => Some(Direction::On),
        _ => None,
    };
    Ok((rest, Said { relative_to_now, ..said(found, modifier) }))
}

/// `edged-day := ("early" | "late") "in" "the" "day" [","] ["on"] day`: *early in the day on Wednesday*.
fn edged_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, modifier) = edge(input)?;
    let (rest, ()) = words(&["the", "day"]).parse(rest)?;
    let (rest, _) = (opt(mark(',')), opt(word("on"))).parse(rest)?;
    match day(rest)? {
        (rest, day) if when::is_day(&day) => Ok((rest, said(When { day, time: None }, modifier))),
        _ => fail(),
    }
}

/// `remaining := ["the"] ("rest" | "remainder") "of" (when | "the" unit)`: from the reference date to its end.
fn remaining(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, _) = one_of(&["rest", "remainder", "remaining"]).parse(rest)?;
    let (rest, ()) = word("of").parse(rest)?;
    let (rest, found) = longest(rest, &[when, unit_in_view])?;
    if found.time.is_some() {
        return fail();
    }
    Ok((rest, Said { relative_to_now: Some(Direction::On), ..said(found, Modifier::End) }))
}

/// `abbreviated-end := "EOD" [["on"] day] | "EOM" | "EOY"`: the end of the day, the month or the year.
pub(super) fn abbreviated_end(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, unit) = sense(|sense| match sense {
        Sense::EndOf(unit) => Some(unit),
        _ => None,
    })
    .parse(input)?;
    let (after, day) = opt(preceded(opt(word("on")), day)).parse(rest)?;
    match day {
        Some(day) if unit == Unit::Day && when::is_day(&day) => {
            Ok((after, said(When { day, time: None }, Modifier::End)))
        }
        _ => Ok((rest, said(When { day: Day::Unit(unit, 0, Base::Now), time: None }, Modifier::End))),
    }
}

fn edge(input: Input<'_>) -> Parsed<'_, Modifier> {
    let plain = alt((
        value(Modifier::Start, one_of(&["early", "earlier"])),
        value(Modifier::End, one_of(&["late", "later"])),
    ));
    let in_of = opt(alt((word("in"), word("on"), word("of"))));
    let of = alt((
        value(Modifier::Start, one_of(&["beginning", "start", "onset", "opening", "dawn"])),
        value(Modifier::Mid, one_of(&["middle"])),
        value(Modifier::End, one_of(&["end", "close", "conclusion"])),
    ));
    let part = map(
        (
            alt((
                value(Modifier::Start, one_of(&["early", "first"])),
                value(Modifier::End, one_of(&["late", "latter", "later", "last"])),
            )),
            one_of(&["part", "days", "weeks", "months", "years"]),
        ),
        |(modifier, _)| modifier,
    );
    let hyphened = terminated(plain, alt((tight(dash), map(in_of, |_| ()))));
    let phrase =
        preceded(opt(word("the")), preceded(opt(word("very")), terminated(alt((part, of)), word("of"))));
    alt((phrase, preceded(opt(word("the")), preceded(opt(one_of(&["very", "as"])), hyphened)))).parse(input)
}

/// `unit-in-view := "the" ("day" | "week" | "month" | "quarter" | "year" | …)`: *the end of the month*.
pub(super) fn unit_in_view(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, the) = opt(one_of(&["the", "that", "this"])).parse(input)?;
    let (rest, unit) = super::relative::unit(rest)?;
    // *end of month*
    if the.is_none() && (!input.follows(&["of"]) || !ends_phrase(rest)) {
        return fail();
    }
    if unit.is_clock() || matches!(unit, Unit::Night | Unit::Season | Unit::Generation | Unit::Semester) {
        return fail();
    }
    Ok((rest, When { day: Day::Unit(unit, 0, Base::Now), time: None }))
}

/// Whether nothing goes on that would make a noun of the unit: *end of day one*, *end of year bonus*.
fn ends_phrase(rest: Input<'_>) -> bool {
    rest.ends_line() || rest.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark(c) if c != '-'))
}

/// `mid := ["the"] "mid" ["-"] (month | year | decade | season | part)`
fn mid(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, ()) = word("mid").parse(rest)?;
    let (rest, _) = opt(tight(dash)).parse(rest)?;
    if let Ok((rest, part)) = super::clock::part_word(rest) {
        let (rest, day) = opt(preceded(opt(word("on")), day)).parse(rest)?;
        let found = When { day: day.unwrap_or(Day::Given), time: Some(Time::Part(part)) };
        return Ok((rest, said(found, Modifier::Mid)));
    }
    let (rest, found) = longest(rest, &[when, week_in_view, any_season])?;
    Ok((rest, said(found, Modifier::Mid)))
}

/// `mid-week`, `mid-year`.
fn week_in_view(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, unit) = super::relative::unit(input)?;
    if !matches!(unit, Unit::Week | Unit::Month | Unit::Year) {
        return fail();
    }
    Ok((rest, When { day: Day::Unit(unit, 0, Base::Now), time: None }))
}

fn any_season(input: Input<'_>) -> Parsed<'_, When> {
    map(super::period::season_name, |season| When {
        day: Day::Named(Name::Season(season), Which::Nearest),
        time: None,
    })
    .parse(input)
}

/// `approximate := ("about" | "around" | "approximately" | "circa") when`
fn approximate(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = one_of(&["about", "around", "approximately", "roughly", "circa"]).parse(input)?;
    let (rest, found) = when(rest)?;
    let clock = matches!(found.time, Some(Time::Clock(_)));
    let is_year = matches!(found.day, Day::Year(_));
    if clock || is_year { Ok((rest, said(found, Modifier::Approximate))) } else { fail() }
}

/// `part-within := ("early" | "late") part day`: *early Friday morning* is [`edged`]; *late evening on Friday*.
fn part_within(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, modifier) =
        alt((value(Modifier::Start, word("early")), value(Modifier::End, word("late")))).parse(rest)?;
    let (rest, _) = opt(tight(dash)).parse(rest)?;
    let (rest, part) = super::clock::part_word(rest)?;
    let (rest, day) = opt(preceded(opt(alt((word("on"), word("of")))), day)).parse(rest)?;
    let found = When { day: day.unwrap_or(Day::Given), time: Some(Time::Part(part)) };
    // *early morning at 3*
    match when::hour_within(rest, found.clone()) {
        (after, When { time: time @ Some(Time::Clock(_)), .. }) => {
            let meaning = Meaning::When(When { time, ..found });
            Ok((after, Said { meaning, modifier: None, relative_to_now: None }))
        }
        _ => Ok((rest, said(found, modifier))),
    }
}

/// `trailing := "year" ["'s"] ["-"] ("end" | "to date") | "month-end"`
fn trailing(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, unit) = super::relative::unit(input)?;
    let possessive = opt((tight(super::input::apostrophe), tight(word("s"))));
    let (rest, _) = (possessive, opt(dash)).parse(rest)?;
    let (rest, to_date) =
        alt((value(false, word("end")), value(true, words(&["to", "date"])))).parse(rest)?;
    if !matches!(unit, Unit::Year | Unit::Month | Unit::Quarter) {
        return fail();
    }
    let relative_to_now = to_date.then_some(Direction::Back);
    let found = said(When { day: Day::Unit(unit, 0, Base::Now), time: None }, Modifier::End);
    Ok((rest, Said { relative_to_now, ..found }))
}
