//! A text that is nothing but one date or time, as typed to a calendar or into a search field: *in 15*, `16.12`,
//! *Sunday 1925*.
//!
//! In running text such figures may be anything; where nothing else stands, they say when.

mod clock;
mod counted;
mod day;

use super::Found;
use super::input::{Input, Production, Source, longest};
use crate::class::CARDINAL;
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::meaning::{Base, Clock, Day, Direction, Length, Meaning, Said, Time, When};
use crate::unit::Unit;
use chrono::{NaiveTime, Timelike};

/// More pieces than this are a sentence.
const LONGEST: usize = 12;

/// Words that may stand before the one expression.
const LEADS: &[&str] = &["in", "at", "on", "by", "from", "until", "till", "after", "about", "around"];

/// The expressions of a text that is nothing but them and that running text would not be read for.
///
/// `typed := [lead] said | end link end`
pub(crate) fn typed(text: &str, lexemes: &[Lexeme]) -> Vec<Found> {
    let in_line = lexemes.iter().skip(1).all(|lexeme| lexeme.gap < Gap::Line);
    if lexemes.len() > LONGEST || !in_line {
        return Vec::new();
    }
    for first in 0..=1 {
        let source = Source::new(text, lexemes, first);
        let input = Input::new(&source, first);
        if first == 1 && !input.follows(LEADS) {
            break;
        }
        if let Ok((rest, said)) = longest(input, SAID)
            && ends(rest)
            && let Some(span) = rest.span()
        {
            return vec![Found { span, first, after: rest.at, said }];
        }
        if let Ok((_, both)) = day::both_ends(input) {
            return both;
        }
    }
    Vec::new()
}

/// Whether a text is nothing but one expression with a preposition or a hedge before it.
pub(crate) fn is_alone(text: &str, lexemes: &[Lexeme], found: &[Found]) -> bool {
    let [found] = found else { return false };
    let leads = lexemes.get(..found.first).unwrap_or_default().iter().all(|lexeme| {
        ["within", "for", "the"]
            .iter()
            .chain(LEADS)
            .any(|lead| lexeme.span.of(text).eq_ignore_ascii_case(lead))
    });
    let after = lexemes.get(found.after..).unwrap_or_default();
    lexemes.len() <= LONGEST && leads && after.iter().all(|lexeme| lexeme.kind == Kind::Mark('.'))
}

/// A time typed alone on a clock of twelve hours is the next that shows it: *three twenty* at half past four is 15:20.
pub(crate) fn on_twelve(text: &str, lexemes: &[Lexeme], found: &mut [Found], now: NaiveTime) {
    let [Found { first, after, said, .. }] = found else { return };
    let Meaning::When(When { day: Day::Given, time: Some(Time::Clock(clock)) }) = &mut said.meaning else {
        return;
    };
    let pieces = lexemes.get(*first..*after).unwrap_or_default();
    let bare = pieces.iter().all(|lexeme| match lexeme.kind {
        Kind::Number(value, length) => length == 1 || value > 9,
        Kind::Mark(mark) => mark == ':',
        Kind::Word => {
            lexeme.class.meets(CARDINAL) || ["past", "to", "half", "quarter"].contains(&lexeme.span.of(text))
        }
    });
    let over = |hour: u32| (hour, clock.minute.unwrap_or(59)) < (now.hour(), now.minute());
    if bare && (1..12).contains(&clock.hour) && over(clock.hour) && !over(clock.hour + 12) {
        clock.hour += 12;
    }
}

/// Whether the text ends here, but for a full stop.
fn ends(rest: Input<'_>) -> bool {
    let after = rest.source.lexemes.get(rest.at..).unwrap_or_default();
    match after {
        [] => true,
        [last] => last.kind == Kind::Mark('.'),
        _ => false,
    }
}

const SAID: &[Production<Said>] = &[
    day::figures,
    counted::minutes,
    clock::letter_hour,
    clock::spaced_clock,
    clock::hour_of_day,
    day::first_of_month,
    day::day_and_figures,
    clock::four_figures,
    counted::date_and_amount,
    counted::few,
    counted::amount_on,
    day::whole_unit,
    day::year_on,
    day::ordinal_day,
    day::dotted_weekday,
    clock::hours_of_day,
    day::compact,
    day::abbreviated,
    clock::part_alone,
];

fn said(when: When) -> Said {
    Said { meaning: Meaning::When(when), modifier: None, relative_to_now: None }
}

fn dated(day: Day) -> Said {
    said(When { day, time: None })
}

fn timed(day: Day, clock: Clock) -> Said {
    said(When { day, time: Some(Time::Clock(clock)) })
}

fn now() -> Day {
    Day::Unit(Unit::Day, 0, Base::Now)
}

fn shifted(length: Length, direction: Direction) -> Said {
    dated(Day::Shift(length, direction, Box::new(now())))
}

fn o_clock(hour: u32, minute: Option<u32>) -> Clock {
    Clock { hour, minute, second: None, zone: None }
}
