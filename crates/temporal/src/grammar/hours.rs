//! Two times of day of which one lends the other what it does not say: *between 7 and 9:30 last night*, *3-4pm*.

use super::clock::{bare_figure, clock};
use super::input::{Input, Parsed, dash, digits, fail, mark, same_line, tight, word, words};
use crate::lexeme::Kind;
use crate::meaning::{Clock, Day, Meaning, Said, Time, When};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `start-time := clock`, before `link clock day`: *between 9:30 and 11:00 on Thursday*, *between 7 and 9 last night*.
pub(super) fn start_time(input: Input<'_>) -> Parsed<'_, Said> {
    let touches =
        input.is_tight() && input.before().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(')));
    let figure = clock(input, false).or_else(|_| bare_figure(input));
    let (rest, first) = figure?;
    let (after, ()) = link(rest)?;
    let (_, end) = super::when::time_and_day(after)
        .or_else(|_| super::when::hour_of_part(after))
        .or_else(|_| figure_and_day(after))?;
    let When { day, time: Some(Time::Clock(last)) } = end else { return fail() };
    if touches || day == Day::Given {
        return fail();
    }
    let first = if is_bare(rest) { before(first, last) } else { first };
    let zone = first.zone.or(last.zone);
    Ok((rest, said(day, Clock { zone, ..first })))
}

/// `figure-and-day := hour "on" day`, behind a time in hours and minutes: *from 10:30 to 3 on Friday*.
fn figure_and_day(input: Input<'_>) -> Parsed<'_, When> {
    let minutes = input.before_last().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(_, 2)));
    let (rest, clock) = bare_figure(input)?;
    let (rest, ()) = word("on").parse(rest)?;
    let (rest, day) = super::day(rest)?;
    let found = When { day, time: Some(Time::Clock(clock)) };
    if minutes && super::when::is_day(&found.day) { Ok((rest, found)) } else { fail() }
}

/// `start-hour := first-hour | zoned-hour`, alone.
pub(super) fn start_hour(input: Input<'_>) -> Parsed<'_, Said> {
    let touches = input.is_tight()
        && input
            .before()
            .is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(' | '\'' | '"' | '“' | '‘')));
    if touches {
        return fail();
    }
    let (rest, first) = first_hour(input).or_else(|_| zoned_hour(input))?;
    Ok((rest, said(Day::Given, first)))
}

fn said(day: Day, clock: Clock) -> Said {
    let meaning = Meaning::When(When { day, time: Some(Time::Clock(clock)) });
    Said { meaning, modifier: None, relative_to_now: None }
}

fn link(input: Input<'_>) -> Parsed<'_, ()> {
    let but =
        preceded(opt(mark(',')), preceded(word("but"), alt((word("before"), words(&["not", "after"])))));
    alt((dash, word("to"), word("until"), word("till"), word("and"), but)).parse(input)
}

/// `first-hour := military-start | hour [":" minute]`, before `link clock` with *a.m.* or *p.m.*: *3-4pm*; after
/// *from* or *between* minutes will do: *between 10 and 11:30*.
pub(super) fn first_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = digits(1..=2, 1..=12).parse(input)?;
    let (rest, minute) =
        opt(preceded(tight(alt((mark(':'), mark('.')))), tight(digits(2..=2, 0..=59)))).parse(rest)?;
    let (after, ()) = link(rest)?;
    let (end, last) = clock(after, true).or_else(|_| hour_of_part(after))?;
    let with_meridiem = !is_bare(end);
    let spoken = last.minute.is_some() && input.follows(&["from", "between"]);
    if !with_meridiem && !spoken {
        return fail();
    }
    Ok((rest, Clock { zone: last.zone, ..before(Clock { hour, minute, second: None, zone: None }, last) }))
}

/// `plain-start := hour`, before a dash and a later hour of the clock, at the end of a clause: *6-8*.
pub(super) fn plain_start(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = same_line(digits(1..=2, 1..=12)).parse(input)?;
    let (end, last) = preceded(tight(dash), tight(digits(1..=2, 1..=12))).parse(rest)?;
    if last <= hour || !super::offset::ends_clause(end) {
        return fail();
    }
    Ok((rest, Clock { hour, minute: None, second: None, zone: None }))
}

/// The hour of *11 at night*, with no day said.
pub(super) fn hour_of_part(input: Input<'_>) -> Parsed<'_, Clock> {
    match super::when::hour_of_part(input)? {
        (rest, When { day: Day::Given, time: Some(Time::Clock(clock)) }) => Ok((rest, clock)),
        _ => fail(),
    }
}

/// `zoned-hour := clock`, before `link clock zone`: *9:30 to 11:00 GMT*.
fn zoned_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, first) = clock(input, false)?;
    let (after, ()) = link(rest)?;
    match clock(after, true)? {
        (_, Clock { zone: Some(zone), .. }) if first.zone.is_none() => {
            Ok((rest, Clock { zone: Some(zone), ..first }))
        }
        _ => fail(),
    }
}

/// `military-start := hour2 minute2`, before `link hour2 minute2`: *0740-0910* beside a date.
pub(super) fn military_start(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, first) = four_figures(input)?;
    let (after, ()) = alt((dash, word("to"))).parse(rest)?;
    let (end, last) = four_figures(after)?;
    // Two years look the same; those of a timetable end in fives, or are no years.
    let fives = [first, last].iter().all(|clock| clock.minute.is_some_and(|minute| minute.is_multiple_of(5)));
    if (fives || !is_year(first)) && !(end.is_tight() && super::date::starts_amount(end)) {
        Ok((rest, first))
    } else {
        fail()
    }
}

/// `military-end := hour2 minute2`, behind a dash and another: the end of *0740-0910*.
pub(super) fn last_military(input: Input<'_>) -> Parsed<'_, Clock> {
    match input.before_last().map(|lexeme| lexeme.kind) {
        Some(Kind::Number(_, 4)) => four_figures(input),
        _ => fail(),
    }
}

/// Whether a timetable's two times stand here rather than a year.
pub(super) fn is_timetable(input: Input<'_>) -> bool {
    military_start(input).is_ok()
}

/// `military := hour2 minute2`, which no year can be: *16 November, 2330*.
pub(super) fn no_year(input: Input<'_>) -> Parsed<'_, Clock> {
    verify(four_figures, |clock: &Clock| !is_year(*clock)).parse(input)
}

pub(super) fn four_figures(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, figure) = digits(4..=4, 0..=2359).parse(input)?;
    if figure % 100 > 59 {
        return fail();
    }
    Ok((rest, Clock { hour: figure / 100, minute: Some(figure % 100), second: None, zone: None }))
}

fn is_year(clock: Clock) -> bool {
    (10..22).contains(&clock.hour)
}

/// Whether a time ended in a figure, without *a.m.* or the like.
fn is_bare(end: Input<'_>) -> bool {
    end.before().is_none_or(|lexeme| {
        let word = end.of(lexeme);
        let meridiem =
            ["am", "pm", "m", ".", "a", "p", "tonight", "morning", "afternoon", "evening", "night"];
        !meridiem.iter().any(|known| word.eq_ignore_ascii_case(known))
    })
}

/// The first hour as that before the last: *11-2pm* begins in the morning, *3-4pm* after noon.
fn before(first: Clock, last: Clock) -> Clock {
    let afternoon = first.hour < 12 && first.hour + 12 <= last.hour;
    Clock { hour: if afternoon { first.hour + 12 } else { first.hour }, ..first }
}
