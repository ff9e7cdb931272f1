//! Times of day.

use super::input::{
    Input, Often, Parsed, dash, digits, fail, longest, mark, once, one_of, same_line, sense, tight, word,
    words,
};
use super::number::cardinal;
use super::spoken::{half_hour, noon, quarter_past, spoken_figures, spoken_time};
use super::zoned::{abbreviation, zone};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Clock, Time};
use crate::unit::Part;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

/// `clock := (colon-time | dotted-time | bare-hour | military | spoken-time | noon) [zone]`
///
/// `beside_date` says that a date stands next to it, which makes `18.30` a time and no amount.
pub(crate) fn clock(input: Input<'_>, beside_date: bool) -> Parsed<'_, Clock> {
    let often = if beside_date { Often::ClockBesideDate } else { Often::Clock };
    once(input, often, |input| any_clock(input, beside_date))
}

fn any_clock(input: Input<'_>, beside_date: bool) -> Parsed<'_, Clock> {
    let forms: &[for<'b> fn(Input<'b>) -> Parsed<'b, Clock>] = &[
        colon_time,
        dotted_time,
        bare_hour,
        letter_hour,
        military,
        french_time,
        spoken_time,
        half_hour,
        quarter_past,
        spoken_figures,
        noon,
    ];
    let (rest, found) = longest(input, forms)?;
    let zoned = zone(rest);
    let written_with_dot = found.minute.is_some()
        && input.advanced().next().is_some_and(|lexeme| lexeme.kind == Kind::Mark('.'))
        && matches!(input.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let with_meridiem = rest.before().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Number(..)));
    let beside_date =
        beside_date && (is_two_digits(input) || input.follows(&["at", "by", "from", "around", "about"]));
    if written_with_dot
        && !beside_date
        && zoned.is_err()
        && !with_meridiem
        && !is_dotted_time_in_prose(input, rest)
    {
        return fail();
    }
    match zoned {
        Ok((rest, zone)) => Ok((rest, Clock { zone, ..found })),
        Err(_) => Ok((rest, found)),
    }
}

fn is_two_digits(input: Input<'_>) -> bool {
    matches!(input.next().map(|lexeme| lexeme.kind), Some(Kind::Number(_, 2)))
}

/// `18.30` without a date: only two digits on either side, after *at*, *by* and the like, and before no unit.
fn is_dotted_time_in_prose(input: Input<'_>, rest: Input<'_>) -> bool {
    let two_digits = is_two_digits(input);
    let before_words = rest.next().is_some_and(|lexeme| {
        lexeme.kind == Kind::Mark('%')
            || lexeme.senses.contains(&Sense::Counted)
            || is_amount(rest.of(lexeme))
    });
    let moved = input.before_last().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Change));
    two_digits
        && !moved
        && input.follows(&["at", "by", "until", "till", "before", "after", "from", "about", "around"])
        && !before_words
}

pub(super) fn is_amount(word: &str) -> bool {
    ["per", "million", "billion", "percent", "trillion", "thousand"].contains(&word)
}

/// `colon-time := hour ":" minute [":" second ["." digits]] [meridiem]`
pub(super) fn colon_time(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = digits(1..=2, 0..=24).parse(input)?;
    let (rest, minute) = preceded(tight(mark(':')), tight(digits(2..=2, 0..=59))).parse(rest)?;
    let (rest, second) = opt(preceded(tight(mark(':')), tight(digits(2..=2, 0..=59)))).parse(rest)?;
    let (rest, _) = opt(preceded(tight(mark('.')), tight(digits(1..=9, 0..=u32::MAX)))).parse(rest)?;
    let found = Clock { hour, minute: Some(minute), second, zone: None };
    // `8:15p` as in listings, `03:00hrs`.
    if let Ok((rest, pm)) = tight(alt((value(false, word("a")), value(true, word("p"))))).parse(rest)
        && let Some(found) = adjust(found, pm)
        && !rest.is_tight()
    {
        return Ok((rest, found));
    }
    if let Ok((rest, _)) = tight(one_of(&["hrs", "hours", "h"])).parse(rest) {
        return Ok((rest, found));
    }
    with_meridiem(rest, found)
}

/// `dotted-time := hour "." minute [meridiem]`
fn dotted_time(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = digits(1..=2, 0..=24).parse(input)?;
    let (rest, minute) = preceded(tight(mark('.')), tight(digits(2..=2, 0..=59))).parse(rest)?;
    // `10.30.2020` and `10.30%` are no times.
    let goes_on = rest.is_tight()
        && rest.next().is_some_and(|lexeme| match lexeme.kind {
            Kind::Number(..) => true,
            Kind::Mark('.') => {
                matches!(rest.second().map(|lexeme| lexeme.kind), Some(Kind::Number(..)))
                    && rest.advanced().is_tight()
            }
            Kind::Mark(c) => c == '%' || c == '°',
            Kind::Word => false,
        });
    if goes_on {
        return fail();
    }
    with_meridiem(rest, Clock { hour, minute: Some(minute), second: None, zone: None })
}

/// `bare-hour := hour (meridiem | "o'clock" | "h")`, in digits or words.
fn bare_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    // *3ish p.m.*
    let figure = terminated(digits(1..=2, 0..=24), opt((opt(tight(dash)), tight(word("ish")))));
    let (rest, hour) = alt((figure, verify(cardinal, |&hour| (1..=12).contains(&hour)))).parse(input)?;
    let found = Clock { hour, minute: None, second: None, zone: None };
    if let Ok((rest, ())) = o_clock(rest) {
        let (rest, found) = with_meridiem(rest, found)?;
        return Ok((rest, found));
    }
    // `ten thirty p.m.`
    let (rest, minute) =
        opt(preceded(opt(dash), verify(cardinal, |&minute| (10..60).contains(&minute)))).parse(rest)?;
    let (after, pm) = same_line(meridiem).parse(rest)?;
    let found = Clock { minute, ..found };
    adjust(found, pm).map_or_else(fail, |found| Ok((after, found)))
}

/// `letter-hour := hour ("a" | "p")`: *at 9a*; with *p*, which are pence too, only behind another: *from 9a to 5p*.
fn letter_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    if !input.advanced().is_tight() {
        return fail();
    }
    let (rest, hour) = digits(1..=2, 1..=12).parse(input)?;
    let (rest, pm) = tight(alt((value(false, word("a")), value(true, word("p"))))).parse(rest)?;
    let ends_range = input.follows(&["to", "-", "until", "and"])
        && input.before_last().is_some_and(|lexeme| ["a", "p"].contains(&input.of(lexeme)));
    let cued = !pm && input.follows(&["at", "from", "between", "until", "till", "@"]);
    if rest.is_tight() && starts_letters(rest) || !cued && !ends_range {
        return fail();
    }
    adjust(Clock { hour, minute: None, second: None, zone: None }, pm)
        .map_or_else(fail, |found| Ok((rest, found)))
}

/// Whether a word or a number goes on.
fn starts_letters(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark(_)))
}

/// `hour-and-minute := hour minute` in words, beside a part of the day: *eleven thirty tonight*.
pub(super) fn hour_and_minute(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = verify(cardinal, |&hour| (1..=12).contains(&hour)).parse(input)?;
    let (rest, _) = opt(tight(dash)).parse(rest)?;
    let (rest, minute) = verify(cardinal, |&minute| (10..60).contains(&minute)).parse(rest)?;
    Ok((rest, Clock { hour, minute: Some(minute), second: None, zone: None }))
}

/// `bare-figure := hour`, of a clock of twelve hours, beside a part of the day.
pub(crate) fn bare_figure(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) =
        alt((digits(1..=2, 1..=12), verify(cardinal, |&hour| (1..=12).contains(&hour)))).parse(input)?;
    let ends_range = input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '–')))
        && input.before_last().is_some_and(|lexeme| ["am", "pm"].contains(&input.of(lexeme)));
    if rest.is_tight() && super::date::starts_amount(rest) || input.is_tight() && !ends_range {
        return fail();
    }
    Ok((rest, Clock { hour, minute: None, second: None, zone: None }))
}

/// `o-clock := "o" "'" "clock" | "oclock"`
pub(super) fn o_clock(input: Input<'_>) -> Parsed<'_, ()> {
    let parts = (one_of(&["o"]), super::input::apostrophe, word("clock"));
    alt((map(parts, |_| ()), word("oclock"))).parse(input)
}

/// `french-time := hour "h" [minute]`: `15h30`, `16h`; without minutes not where it may be a number of hours.
fn french_time(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = digits(1..=2, 0..=24).parse(input)?;
    let (rest, ()) = tight(word("h")).parse(rest)?;
    let (rest, minute) = opt(tight(digits(2..=2, 0..=59))).parse(rest)?;
    let cued = input.follows(&["at", "from", "until", "till", "@"]) || zone(rest).is_ok();
    // *within 48h*, *a 16h flight*
    let counted = [
        "in", "within", "for", "every", "last", "next", "past", "the", "than", "after", "over", "under",
        "of", "a",
    ];
    let late = hour >= 13 && !input.follows(&counted);
    if minute.is_none() && !cued && !late {
        return fail();
    }
    Ok((rest, Clock { hour, minute: Some(minute.unwrap_or(0)), second: None, zone: None }))
}

/// `military := hour2 minute2 ("hours" | "hrs" | zone)`: `0047 GMT`.
fn military(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, figure) = digits(4..=4, 0..=2400).parse(input)?;
    if figure % 100 > 59 {
        return fail();
    }
    let found = Clock { hour: figure / 100, minute: Some(figure % 100), second: None, zone: None };
    // `0845am`, `1515pm`
    if let Ok((rest, pm)) = tight(meridiem).parse(rest) {
        return adjust(found, pm).map_or_else(fail, |found| Ok((rest, found)));
    }
    let hours = terminated(alt((value((), word("hours")), word("hrs"))), opt(tight(mark('.'))));
    match opt(hours).parse(rest)? {
        (rest, Some(())) => Ok((rest, found)),
        (rest, None) if same_line(abbreviation).parse(rest).is_ok() => Ok((rest, found)),
        _ => fail(),
    }
}

/// The clock with an optional *a.m.* or *p.m.*, or *in the morning*; fails where the two do not agree.
pub(super) fn with_meridiem(input: Input<'_>, found: Clock) -> Parsed<'_, Clock> {
    let (rest, pm) = opt(same_line(alt((meridiem, spoken_meridiem)))).parse(input)?;
    let Some(pm) = pm else {
        // *2:00 to 2:30 p.m.*: both in the afternoon.
        let late = ends_after_noon(rest, found.hour) && (1..12).contains(&found.hour);
        return Ok((rest, Clock { hour: if late { found.hour + 12 } else { found.hour }, ..found }));
    };
    adjust(found, pm).map_or_else(|| Ok((input, found)), |found| Ok((rest, found)))
}

/// Whether a later time of the same afternoon or evening follows, in hours of twelve.
fn ends_after_noon(input: Input<'_>, hour: u32) -> bool {
    let link = alt((dash, word("to"), word("until"), word("till"), word("and")));
    let minute = preceded(tight(alt((mark(':'), mark('.')))), tight(digits(2..=2, 0..=59)));
    let end = preceded(link, terminated(digits(1..=2, 1..=12), opt(minute)));
    match pair(end, meridiem).parse(input) {
        Ok((_, (last, true))) => hour % 12 <= last % 12,
        _ => false,
    }
}

fn adjust(found: Clock, pm: bool) -> Option<Clock> {
    let hour = match (found.hour, pm) {
        (12, false) => 0,
        (hour @ 1..=11, true) => hour + 12,
        (0, true) => return None,
        (13.., false) => return None,
        (hour, _) => hour,
    };
    (hour <= 24).then_some(Clock { hour, ..found })
}

/// `meridiem := ("a" | "p") ["."] "m" ["."]`: false in the morning; *p m* in two words only behind minutes.
pub(super) fn meridiem(input: Input<'_>) -> Parsed<'_, bool> {
    let joined = alt((value(false, word("am")), value(true, word("pm"))));
    let dotted = terminated(
        alt((value(false, word("a")), value(true, word("p")))),
        (tight(mark('.')), word("m"), opt(tight(mark('.')))),
    );
    let mut letters = (alt((value(false, word("a")), value(true, word("p")))), word("m"));
    let mut written = alt((dotted, joined));
    written.parse(input).or_else(|_| {
        let (rest, (pm, ())) = letters.parse(input)?;
        let counted = input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(..)))
            && input.before_last().is_some_and(|lexeme| lexeme.kind == Kind::Mark(':'));
        // *March fifteenth nine a m*
        let beside_day = input.before_last().is_some_and(|lexeme| {
            lexeme.senses.iter().any(|sense| matches!(sense, Sense::Ordinal(_) | Sense::Weekday(_)))
        });
        if counted || beside_day { Ok((rest, pm)) } else { fail() }
    })
}

/// `spoken-meridiem := "in the" ("morning" | "afternoon" | "evening") | "at night"`
fn spoken_meridiem(input: Input<'_>) -> Parsed<'_, bool> {
    let in_the = preceded(words(&["in", "the"]), map(part_word, |part| part != Part::Morning));
    let in_figures = preceded(words(&["in", "the"]), meridiem);
    alt((in_the, in_figures, value(true, words(&["at", "night"])))).parse(input)
}

/// `part := ["early" | "late" | "mid" "-"] ("morning" | "midday" | "afternoon" | "evening" | "night")`
pub(crate) fn part_word(input: Input<'_>) -> Parsed<'_, Part> {
    sense(|sense| match sense {
        Sense::Part(part) => Some(part),
        _ => None,
    })
    .parse(input)
}

/// `bare-time := bare-figure | hour2 minute2`, after *at* beside a day, and before no noun: *on Saturday at 5*, *at
/// 1830*.
pub(crate) fn bare_time(input: Input<'_>) -> Parsed<'_, Clock> {
    let together = map(verify(digits(4..=4, 0..=2359), |figure| figure % 100 < 60), |figure| Clock {
        hour: figure / 100,
        minute: Some(figure % 100),
        second: None,
        zone: None,
    });
    let (rest, found) = alt((bare_figure, together)).parse(input)?;
    if closes(rest) { Ok((rest, found)) } else { fail() }
}

/// Whether no noun follows that would be counted.
pub(super) fn closes(rest: Input<'_>) -> bool {
    rest.ends_line()
        || rest.next().is_none_or(|lexeme| match lexeme.kind {
            Kind::Mark(mark) => matches!(mark, '.' | ',' | ';' | ')' | '?' | '!' | '-' | '–'),
            Kind::Word => lexeme.senses.contains(&Sense::Follows),
            Kind::Number(..) => false,
        })
}

/// `time := clock | part | small-hours`, next to a date.
pub(crate) fn time_beside_date(input: Input<'_>) -> Parsed<'_, Time> {
    if let Ok((rest, found)) = clock(input, true) {
        return Ok((rest, Time::Clock(found)));
    }
    map(alt((part_word, small_hours)), Time::Part).parse(input)
}

/// `small-hours := ("early" | "small" | "wee") [morning] "hours" ["of the" morning]`
pub(super) fn small_hours(input: Input<'_>) -> Parsed<'_, Part> {
    let morning = |input| verify(part_word, |part| *part == Part::Morning).parse(input);
    let (rest, _) = one_of(&["early", "small", "wee"]).parse(input)?;
    let (rest, _) = opt(morning).parse(rest)?;
    let (rest, ()) = word("hours").parse(rest)?;
    let (rest, _) = opt((words(&["of", "the"]), morning)).parse(rest)?;
    Ok((rest, Part::Morning))
}
