//! A day with a time of it, and times of day alone.

use super::from_clock::from_clock;
use super::input::{
    Input, Parsed, Production, dash, digits, dispatch, fail, mark, one_of, same_line, tight, word, words,
};
use super::{anchored, clock, date, day::day, hours, numeric, relative};
use crate::Modifier;
use crate::class::{
    CARDINAL, Class, DATED, DEICTIC, NOON, NUMBER, OPENS, ORDINAL, PART, PICK, UNIT, WEEKDAY, any,
};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Clock, Day, Name, Picked, Time, When, Which};
use crate::unit::Part;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{preceded, terminated};

/// `when := iso | day-and-time | time-and-day | picked-part | time`
pub(crate) fn when(input: Input<'_>) -> Parsed<'_, When> {
    const FORMS: &[(Class, Production<When>)] = &[
        (NUMBER, numeric::iso),
        (DATED, day_and_time),
        (WEEKDAY, part_and_date),
        (any([NUMBER, CARDINAL, NOON, PART, UNIT, OPENS]), time_and_day),
        (any([DEICTIC, PICK, OPENS]), picked_part_time),
        (any([NUMBER, CARDINAL, UNIT, OPENS]), hour_of_part),
        (any([NUMBER, CARDINAL, UNIT, OPENS]), from_clock),
        (OPENS, part_of_day),
        (any([NUMBER, ORDINAL, PICK, OPENS]), nth_and_time),
        (any([NUMBER, CARDINAL, NOON, UNIT, OPENS]), time_alone),
    ];
    dispatch(input, FORMS)
}

/// `day-and-time := day [time-link time ["at" time]] [year]`: *12 November at 18:30*, *Tuesday evening*.
fn day_and_time(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, day) = day(input)?;
    if !is_day(&day) {
        return Ok((rest, When { day, time: None }));
    }
    // *next Monday 6-8*; what is over has a score: *on Monday 3-1*.
    if let Day::Named(Name::Weekday(_), Which::Picked(Picked::Next | Picked::Coming, _)) = &day
        && let Ok((after, clock)) = hours::plain_start(rest)
    {
        return Ok((after, When { day, time: Some(Time::Clock(clock)) }));
    }
    let Ok((after, time)) = linked_time(rest) else { return Ok((rest, When { day, time: None })) };
    let found = When { day, time: Some(time) };
    if let Some(Time::Part(_)) = found.time {
        if let Ok((after, clock)) = hours::plain_start(after) {
            let time = Some(Time::Clock(in_part(clock, found.time.as_ref())));
            return Ok((after, When { time, ..found }));
        }
        return Ok(hour_within(after, found));
    }
    Ok(late_year(after, found))
}

/// `linked-time := time-link time`, after a day.
pub(super) fn linked_time(rest: Input<'_>) -> Parsed<'_, Time> {
    // *05/31/2024-14:15*, as a log writes it.
    let mut log = tight(alt((mark('.'), mark(':'), mark('-'))));
    if let Ok((after, ())) = log.parse(rest)
        && after.is_tight()
        && matches!(rest.before().map(|lexeme| lexeme.kind), Some(Kind::Number(_, 4)))
        && let Ok((after, clock)) = clock::colon_time(after)
    {
        return Ok((after, Time::Clock(clock)));
    }
    let mut link = opt(alt((
        map(
            (
                opt(mark(',')),
                opt(one_of(&["shortly", "just"])),
                alt((one_of(&["at", "around", "about", "from", "by", "between"]), map(mark('@'), |()| 0))),
            ),
            |_| (),
        ),
        map((mark(','), words(&["at", "around"])), |_| ()),
        map(words(&["in", "the"]), |()| ()),
        map((opt(mark(',')), opt(mark('('))), |_| ()),
        map(words(&["-"]), |()| ()),
    )));
    let (linked, _) = link.parse(rest)?;
    if let Ok((after, part)) = clock::small_hours(linked) {
        return Ok((after, Time::Part(part)));
    }
    let (linked, _) = opt(one_of(&["about", "around", "approximately", "early", "late"])).parse(linked)?;
    if let Ok((after, clock)) = hours::first_hour(linked).or_else(|_| hours::military_start(linked)) {
        return Ok((after, Time::Clock(clock)));
    }
    // *12 March 2330*
    if let Ok((after, clock)) = hours::no_year(linked)
        && clock::closes(after)
    {
        return Ok((after, Time::Clock(clock)));
    }
    match clock::time_beside_date(linked) {
        Ok((after, time)) if !is_part_name(linked, after, &time) => {
            // `Tuesday (evening)`
            let opened = linked.follows(&["("]);
            let (after, _) = if opened { opt(mark(')')).parse(after)? } else { (after, None) };
            Ok((after, time))
        }
        // *on Friday at 7 in the evening*
        _ if linked.follows(&["at", "around", "@"]) => {
            map(|input| hours::hour_of_part(input).or_else(|_| clock::bare_time(input)), Time::Clock)
                .parse(linked)
        }
        // *on Friday by 1830*
        _ if linked.follows(&["by", "about"]) && digits(4..=4, 0..=2359).parse(linked).is_ok() => {
            map(clock::bare_time, Time::Clock).parse(linked)
        }
        _ => fail(),
    }
}

/// `[["at"] hour]` after a day and its part: *Sunday morning at 8*.
pub(super) fn hour_within(rest: Input<'_>, found: When) -> (Input<'_>, When) {
    if rest.opens_line() {
        return (rest, found);
    }
    let words = terminated(
        one_of(&["at", "around", "about", "by", "from", "between"]),
        opt(one_of(&["around", "about", "approximately", "roughly"])),
    );
    let link = opt(alt((words, map(mark('@'), |()| 0))));
    let mut link = link;
    let Ok((linked, cue)) = link.parse(rest) else { return (rest, found) };
    let hour = hours::first_hour(linked).or_else(|_| clock::clock(linked, true));
    let hour = if cue.is_some() { hour.or_else(|_| clock::bare_time(linked)) } else { hour };
    match hour {
        Ok((after, clock)) => {
            let clock = in_part(clock, found.time.as_ref());
            (after, When { time: Some(Time::Clock(clock)), ..found })
        }
        Err(_) => (rest, found),
    }
}

/// A year after the time: *Wed Mar 4 07:15:20 2026*.
fn late_year(rest: Input<'_>, found: When) -> (Input<'_>, When) {
    let When { day: Day::Named(name @ Name::MonthDay(..), Which::Nearest), time: Some(Time::Clock(_)) } =
        &found
    else {
        return (rest, found);
    };
    let range = (dash, clock::colon_time, digits(4..=4, 1900..=2099)).parse(rest);
    if let Ok((after, (.., year))) = range
        && after.ends_line()
    {
        let which = Which::In(Box::new(Day::Year(year.cast_signed())));
        return (rest, When { day: Day::Named(*name, which), ..found });
    }
    match same_line(digits(4..=4, 1900..=2099)).parse(rest) {
        Ok((after, year))
            if after.ends_line()
                || !date::starts_amount(after)
                    && after.next().is_none_or(|lexeme| lexeme.kind != Kind::Word) =>
        {
            let which = Which::In(Box::new(Day::Year(year.cast_signed())));
            let day = Day::Named(*name, which);
            (after, When { day, ..found })
        }
        _ => (rest, found),
    }
}

/// `part-and-date := weekday part [","] date`: *Thursday night, March 3*.
fn part_and_date(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, weekday) = date::weekday_name(input)?;
    let (rest, part) = clock::part_word(rest)?;
    let (rest, _) = opt(mark(',')).parse(rest)?;
    match date::dated(rest)? {
        (rest, Day::Named(Name::MonthDay(month, day, None), which)) => {
            let day = Day::Named(Name::MonthDay(month, day, Some(weekday)), which);
            Ok((rest, When { day, time: Some(Time::Part(part)) }))
        }
        _ => fail(),
    }
}

/// `bound-time := [","] ("after" | "before" | "until" | "till" | "since" | "later than" | "earlier than") clock`, after a day: *on Friday after 3 p.m.*
pub(super) fn bound_time(input: Input<'_>) -> Parsed<'_, (Time, Modifier)> {
    let (rest, _) = opt(mark(',')).parse(input)?;
    let than = terminated(one_of(&["later", "earlier"]), word("than"));
    let before = alt((
        map(one_of(&["after", "since", "before", "until", "till"]), |word| word >= 2),
        map(than, |word| word == 1),
    ));
    let mut before = before;
    let (rest, before) = before.parse(rest)?;
    let (rest, clock) = clock::clock(rest, true).or_else(|_| hours::hour_of_part(rest))?;
    let modifier = if before { Modifier::Before } else { Modifier::After };
    Ok((rest, (Time::Clock(clock), modifier)))
}

/// *Monday Night Football*, *Tuesday nights*: a part of the day that is none here.
fn is_part_name(linked: Input<'_>, after: Input<'_>, time: &Time) -> bool {
    let plural = after.before().is_some_and(|lexeme| {
        let word = after.of(lexeme);
        word.ends_with('s') || word.starts_with(|c: char| c.is_uppercase())
    });
    matches!(time, Time::Part(_)) && (plural || linked.opens_line())
}

/// Whether a place in the calendar is one day, which may have a time.
pub(super) fn is_day(day: &Day) -> bool {
    match day {
        Day::Named(name, _) => matches!(
            name,
            Name::MonthDay(..)
                | Name::DayOfMonth(..)
                | Name::Weekday(_)
                | Name::Workday
                | Name::Holiday(_)
                | Name::Numeric(..)
        ),
        Day::Unit(unit, ..) => *unit == crate::unit::Unit::Day,
        Day::Nth(_, inner, _) => {
            !matches!(inner, crate::meaning::Inner::Unit(unit) if *unit != crate::unit::Unit::Day)
        }
        Day::WeekdayFrom(..) | Day::Nearest(..) => true,
        Day::Shift(length, ..) => length.parts.iter().all(|(_, unit)| *unit == crate::unit::Unit::Day),
        _ => false,
    }
}

/// `time-and-day := ["the" | "early" | "late"] time [","] ["on" | "of"] ["the"] day`: *noon Thursday*.
pub(super) fn time_and_day(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, the) = opt(word("the")).parse(input)?;
    let (rest, time) =
        clock::time_beside_date(rest).or_else(|_| map(hours::hour_of_part, Time::Clock).parse(rest))?;
    if the.is_some() && !matches!(time, Time::Part(_)) {
        return fail();
    }
    let (linked, link) = opt(alt((
        map((opt(mark(',')), word("on")), |_| 1),
        map(word("of"), |()| 2),
        map(mark(','), |()| 3),
        map(alt((mark('|'), mark('·'), mark('∙'), mark('•'), tight(mark('-')))), |()| 4),
    )))
    .parse(rest)?;
    if matches!(time, Time::Part(_)) && !matches!(link, Some(1 | 2)) && the.is_none() && !is_deictic(linked) {
        return fail();
    }
    // *the night of the 15th*
    let of_month = |_| if link == Some(2) { anchored::the_day_of_month(linked) } else { fail() };
    let (after, day) = day(linked).or_else(of_month)?;
    // *the early hours of Thursday morning* is *Thursday morning*.
    let again = rest.follows(&["hours"]) && same_line(clock::part_word).parse(after).is_ok();
    if is_day(&day) && !again { Ok((after, When { day, time: Some(time) })) } else { fail() }
}

fn is_deictic(input: Input<'_>) -> bool {
    input.next().is_some_and(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Deictic(_))))
}

/// `picked-part-time := picked-part [["at"] clock]`: *tonight at 8 p.m.*
fn picked_part_time(input: Input<'_>) -> Parsed<'_, When> {
    let (rest, found) = relative::picked_part(input)?;
    Ok(hour_within(rest, found))
}

/// The hour of a clock of twelve hours in a part of the day: *tonight at 8* is 20:00.
fn in_part(clock: Clock, part: Option<&Time>) -> Clock {
    // *tonight at 12* is midnight.
    if clock.hour == 12 && matches!(part, Some(Time::Part(Part::Evening | Part::Night))) {
        return Clock { hour: 24, ..clock };
    }
    // *tonight at 2* is past midnight.
    let small = part == Some(&Time::Part(Part::Night)) && (1..5).contains(&clock.hour);
    if small {
        return Clock { hour: clock.hour + 24, ..clock };
    }
    let after_noon = match part {
        Some(Time::Part(Part::Afternoon | Part::Evening)) => (1..12).contains(&clock.hour),
        Some(Time::Part(Part::Night)) => (5..12).contains(&clock.hour),
        _ => false,
    };
    Clock { hour: if after_noon { clock.hour + 12 } else { clock.hour }, ..clock }
}

/// `hour-of-part := hour ["in"] ("tonight" | "this evening" | "tomorrow morning" | "in the evening" …)`: *8 tonight*.
pub(super) fn hour_of_part(input: Input<'_>) -> Parsed<'_, When> {
    let figure = |input| {
        clock::clock(input, false)
            .or_else(|_| clock::hour_and_minute(input))
            .or_else(|_| clock::bare_figure(input))
    };
    let (rest, clock) = figure(input)?;
    // *Building 4 this afternoon*
    if input.follows_sense(Sense::NotDate) {
        return fail();
    }
    let day_part = map((relative::deictic_day, clock::part_word), |(day, part)| When {
        day,
        time: Some(Time::Part(part)),
    });
    let part = alt((
        preceded(words(&["in", "the"]), clock::part_word),
        map(words(&["at", "night"]), |()| Part::Night),
        // *3 in the PM*
        preceded(
            words(&["in", "the"]),
            map(clock::meridiem, |pm| if pm { Part::Afternoon } else { Part::Morning }),
        ),
    ));
    let spoken = map(part, |part| When { day: Day::Given, time: Some(Time::Part(part)) });
    // *at 7 on Friday evening*, *3:30 Friday afternoon*, but *shot 7 on Friday evening*.
    let cued = input.follows(&["at", "around", "about", "by", "from", "until", "till", "after", "before"]);
    let on_day = (preceded(opt(word("on")), date::full_weekday), clock::part_word);
    let on_day = map(verify(on_day, |_| cued || clock.minute.is_some()), |(weekday, part)| When {
        day: Day::Named(Name::Weekday(weekday), Which::Nearest),
        time: Some(Time::Part(part)),
    });
    let (rest, found) = alt((relative::picked_part, day_part, spoken, on_day)).parse(rest)?;
    Ok((rest, When { time: Some(Time::Clock(in_part(clock, found.time.as_ref()))), ..found }))
}

/// `nth-and-time` with its time: *the first Monday evening of next month*.
fn nth_and_time(input: Input<'_>) -> Parsed<'_, When> {
    if !input.leads_to(WEEKDAY) {
        return fail();
    }
    match super::anchored::nth_and_time(input)? {
        (rest, (day, time @ Some(_))) => Ok((rest, When { day, time })),
        _ => fail(),
    }
}

/// `part-of-day := "the" part`, after *in*, *during* and the like: no day is said.
fn part_of_day(input: Input<'_>) -> Parsed<'_, When> {
    if !input.follows(&["in", "during", "by", "until", "throughout", "through"]) {
        return fail();
    }
    let (rest, ()) = word("the").parse(input)?;
    let (rest, part) = clock::part_word(rest).or_else(|_| clock::small_hours(rest))?;
    // *in the early hours of Thursday*: that of the day.
    if rest.follows(&["hours"]) && rest.is_word("of") {
        return fail();
    }
    Ok(hour_within(rest, When { day: Day::Given, time: Some(Time::Part(part)) }))
}

/// Whether figures with a colon are a length: *won in 2:15:30*, *a time of 3:45*, *with 4:52 left*.
fn is_stopwatch(input: Input<'_>, rest: Input<'_>) -> bool {
    let bare = rest.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(..)))
        && input.second().is_some_and(|lexeme| lexeme.kind == Kind::Mark(':'));
    let of_time = input.follows(&["of"])
        && input.before_last().is_some_and(|lexeme| input.of(lexeme).eq_ignore_ascii_case("time"));
    let to_go = rest.is_word("to") && ["go", "play"].iter().any(|word| rest.advanced().is_word(word));
    let left = ["left", "remaining"].iter().any(|word| rest.is_word(word)) || to_go;
    bare && (input.follows(&["in"]) || of_time || left && !input.follows(&["at", "by"]))
}

/// `time := clock`, alone.
fn time_alone(input: Input<'_>) -> Parsed<'_, When> {
    let touches = input.is_tight()
        && input.before().is_some_and(|lexeme| {
            !matches!(lexeme.kind, Kind::Mark('(' | '“' | '"' | '\'' | '‘' | '[' | '–' | '—' | '|'))
        });
    let (rest, clock) = clock::clock(input, false)?;
    if is_stopwatch(input, rest) {
        return fail();
    }
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
