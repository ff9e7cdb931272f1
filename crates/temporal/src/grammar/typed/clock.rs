//! Times of the day, typed alone.

use super::{o_clock, said, timed};
use crate::Modifier;
use crate::grammar::input::{Input, Parsed, dash, digits, fail, mark, one_of, tight, word};
use crate::grammar::{clock, day, hours, relative, when};
use crate::meaning::{Day, Said, Time, When};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::preceded;

/// `letter-hour := hour ("a" | "p")`, after *at*: *at 3p*.
pub(super) fn letter_hour(input: Input<'_>) -> Parsed<'_, Said> {
    let letter = alt((value(0, word("a")), value(12, word("p"))));
    let (rest, (hour, late)) = (digits(1..=2, 1..=12), tight(letter)).parse(input)?;
    if !input.follows(&["at"]) {
        return fail();
    }
    Ok((rest, timed(Day::Given, o_clock(hour % 12 + late, None))))
}

/// `spaced-clock := hour minute2`, after *at*: *at 3 15*.
pub(super) fn spaced_clock(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, (hour, minute)) = (digits(1..=2, 0..=23), digits(2..=2, 0..=59)).parse(input)?;
    if !input.follows(&["at"]) {
        return fail();
    }
    Ok((rest, timed(Day::Given, o_clock(hour, Some(minute)))))
}

/// `part-alone := "morning" | "afternoon" | "evening" | "night"`, of today.
pub(super) fn part_alone(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = one_of(&["morning", "afternoon", "evening", "night"]).parse(input)?;
    let (_, part) = clock::part_word(input)?;
    // *by night* says how.
    if input.at > 0 {
        return fail();
    }
    Ok((rest, said(When { day: Day::Given, time: Some(Time::Part(part)) })))
}

/// `hour-of-day := hour ("today" | "tomorrow" | …)`: *9 tomorrow*.
pub(super) fn hour_of_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, (hour, day)) = (digits(1..=2, 0..=23), relative::deictic_day).parse(input)?;
    Ok((rest, timed(day, o_clock(hour, None))))
}

/// `four-figures := hour2 minute2`, hedged: *approximately 1030*.
pub(super) fn four_figures(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = one_of(&["approximately", "about", "around", "roughly"]).parse(input)?;
    // From 1100 on a year is meant.
    let (rest, clock) = verify(hours::four_figures, |clock| !(11..21).contains(&clock.hour)).parse(rest)?;
    Ok((rest, Said { modifier: Some(Modifier::Approximate), ..timed(Day::Given, clock) }))
}

/// `hours-of-day := day hours | hours ["on"] day`; `hours := ["from" | "between"] hour link hour`: *tomorrow 9-5*, *9 to 5
/// on Monday*. The first alone is given.
pub(super) fn hours_of_day(input: Input<'_>) -> Parsed<'_, Said> {
    let hour = |input| digits(1..=2, 1..=24).parse(input);
    let link = |input| alt((dash, word("to"), word("until"), word("till"), word("and"))).parse(input);
    let hours = |input| {
        let (rest, _) = opt(one_of(&["from", "between"])).parse(input)?;
        let (rest, (first, (), _)) = (hour, link, hour).parse(rest)?;
        Ok((rest, first))
    };
    let day_first = map((day, preceded(opt(mark(',')), hours)), |(day, hour)| (day, hour));
    let hours_first = map((hours, preceded(opt(word("on")), day)), |(hour, day)| (day, hour));
    let (rest, (day, hour)) = alt((day_first, hours_first)).parse(input)?;
    // *2-4 days ago* counts days.
    let named = when::is_day(&day) && !matches!(day, Day::Shift(..));
    if named { Ok((rest, timed(day, o_clock(hour, None)))) } else { fail() }
}
