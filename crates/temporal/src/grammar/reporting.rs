//! The periods of business news: *the latest quarter*, *the year-ago period*, *the year ended 31 March*.

use super::input::{Input, Parsed, dash, fail, longest, mark, one_of, tight, word};
use super::number::ordinal;
use crate::lexeme::Kind;
use crate::meaning::{Base, Count, Day, Direction, Length, Name, Which};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};

/// `reported := latest-quarter | year-before | whole-year | bare-week`
pub(crate) fn reported(input: Input<'_>) -> Parsed<'_, Day> {
    longest(input, &[latest_quarter, year_before, whole_year, week_in_view])
}

/// `latest-quarter := "the" ["latest" | "most recent" | "just-ended"] "quarter" | "the latest period"`
fn latest_quarter(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, latest) = opt(one_of(&["latest", "recent"])).parse(rest)?;
    let (rest, noun) = one_of(&["quarter", "period"]).parse(rest)?;
    // *the quarter of a mile*, *the Latin quarter* and the period of a story are no quarters of a year.
    if noun == 1 && latest.is_none() || rest.is_word("of") || latest.is_none() && !prepared(input) {
        return fail();
    }
    Ok((rest, Day::LatestQuarter))
}

/// Whether a word before asks for a period: *in the quarter*, *sales for the year*.
fn prepared(input: Input<'_>) -> bool {
    input.follows(&["in", "for", "during", "throughout", "of"])
}

/// `year-before := ["the"] ["comparable"] "year" "-" ("ago" | "earlier") [ordinal] ["quarter" | "period"]`
fn year_before(input: Input<'_>) -> Parsed<'_, Day> {
    let the = (opt(word("the")), opt(one_of(&["comparable", "corresponding"])));
    let mut the = the;
    let (rest, (article, _)) = the.parse(input)?;
    let (rest, ()) = word("year").parse(rest)?;
    let (rest, ()) = tight(dash).parse(rest)?;
    let (rest, _) = tight(one_of(&["ago", "earlier"])).parse(rest)?;
    let named = map((ordinal, opt(dash), word("quarter")), |(number, ..)| Some(number));
    let noun = alt((named, value(None, one_of(&["quarter", "period"]))));
    let (after, found) = opt(noun).parse(rest)?;
    let before = Day::Shift(
        Length::of(Count::whole(1), Unit::Year),
        Direction::Back,
        Box::new(Day::Unit(Unit::Day, 0, Base::Now)),
    );
    match found {
        Some(Some(number)) if number <= 4 => Ok((
            after,
            Day::Named(Name::Quarter(number), Which::In(Box::new(Day::Unit(Unit::Year, -1, Base::Now)))),
        )),
        // *the year-ago results* is *year-ago* alone.
        None if article.is_some() => fail(),
        _ => Ok((after, before)),
    }
}

/// `whole-year := "the" ["full" | "current"] ["fiscal"] "year"`, after *for*, *in* and the like.
fn whole_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, full) = opt(one_of(&["full", "whole", "entire"])).parse(rest)?;
    let (rest, fiscal) = opt(word("fiscal")).parse(rest)?;
    let (rest, ()) = word("year").parse(rest)?;
    let ends = rest.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark('.' | ',' | ')' | ';')));
    let (after, _) = opt(mark(',')).parse(rest)?;
    let ended = ["ended", "ending"].iter().any(|word| after.is_word(word));
    let known = full.is_some() || fiscal.is_some() || ends;
    if !known || ended || !input.follows(&["for", "in", "during", "throughout", "of"]) && full.is_none() {
        return fail();
    }
    // *the first nine months of the year*, but not *man of the year*.
    if input.follows(&["of"]) && input.before_last().is_none_or(|lexeme| lexeme.senses.is_empty()) {
        return fail();
    }
    Ok((rest, Day::Unit(Unit::Year, 0, Base::Now)))
}

/// `week-in-view := "the week"`, after *for* or before *'s*.
fn week_in_view(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, ()) = word("week").parse(rest)?;
    let possessive = super::input::apostrophe(rest).is_ok();
    if possessive || input.follows(&["for"]) && !rest.is_word("of") {
        return Ok((rest, Day::Unit(Unit::Week, 0, Base::Now)));
    }
    fail()
}
