//! A text from end to end: found, then placed.

use super::story::{is_aside, is_comparison, is_narrative, opens_sentence, says_year};
use crate::calendar::plus_days;
use crate::class::UNIT;
use crate::grammar::typed::{is_alone, on_twelve, typed};
use crate::grammar::{Found, expressions};
use crate::lexeme::{Lexeme, lexemes};
use crate::meaning::{Base, Count, Day, Direction, Length, Meaning, Reach, Said, Time, When};
use crate::narrow::{Bounds, narrow, portion};
use crate::place::{Place, civil, moment, plus_seconds};
use crate::resolve::{Context, Placed, View, offset, place};
use crate::tense::{Tense, tense};
use crate::unit::Unit;
use crate::value::{length_value, partial_value, time_value};
use crate::{Civil, Modifier, Precision, TimeExpression, TimexType};
use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};

/// How much of the text on either side of an expression is read again to place it.
const WINDOW: usize = 4096;

pub(crate) fn annotate(text: &str, reference: Option<Civil>) -> Vec<TimeExpression> {
    let lexemes = lexemes(text);
    let typed = typed(text, &lexemes);
    let mut found = if typed.is_empty() { expressions(text, &lexemes) } else { typed };
    let is_typed = is_alone(text, &lexemes, &found);
    let reference = reference.and_then(moment);
    if let (true, Some(now)) = (is_typed, reference) {
        on_twelve(text, &lexemes, &mut found, now.time());
    }
    let is_narrative = reference.is_some_and(|reference| is_narrative(&found, reference.year()));
    let mut view = View::default();
    let mut placed: Vec<TimeExpression> = found
        .iter()
        .map(|found| {
            let tense = tense(text, &lexemes, found.first, found.after);
            let context = Context { reference, view: &view, is_narrative, is_typed, tense };
            let (expression, placed) = expression(found, &context);
            if let Some(placed) = placed
                && !is_comparison(found)
                && !is_aside(text, &lexemes, found)
            {
                view.see(placed.place, says_year(found), opens_sentence(&lexemes, found.first));
            }
            expression
        })
        .collect();
    if let (true, Some(now)) = (is_typed, reference) {
        up_to(text, &lexemes, now, &mut placed);
    }
    if let Some(today) = reference.and_then(civil) {
        crate::stretch::order(text, &lexemes, &found, today, &mut placed);
    }
    crate::two_clocks::lend_zones(text, &mut placed);
    placed
}

/// *by Friday*, typed alone: from now to the end of Friday. *after Friday*: from its end on.
fn up_to(text: &str, lexemes: &[Lexeme], now: NaiveDateTime, placed: &mut [TimeExpression]) {
    let [placed] = placed else { return };
    let lead = lexemes.first().map_or("", |lexeme| lexeme.span.of(text));
    let now = civil(now);
    let ahead = now.is_some_and(|now| placed.latest.is_some_and(|latest| now < latest));
    if lead.eq_ignore_ascii_case("by") && ahead {
        placed.earliest = placed.earliest.min(now);
        placed.modifier = placed.modifier.or(Some(Modifier::Before));
    }
    let after = placed.modifier == Some(Modifier::After)
        || lead.eq_ignore_ascii_case("after") && placed.modifier.is_none();
    let counted = lexemes.iter().any(|lexeme| lexeme.class.meets(UNIT));
    if after && !counted && placed.kind == TimexType::Date {
        (placed.earliest, placed.latest) = (placed.latest, None);
        placed.modifier = Some(Modifier::After);
    }
}

/// Reads a window of the text again, with the reference date, and takes the expression at the same place.
pub(crate) fn resolve(expression: &TimeExpression, text: &str, reference: Civil) -> TimeExpression {
    if expression.earliest.is_some() {
        return expression.clone();
    }
    let (start, end) = (expression.span.start(), expression.span.end());
    let from = if start > WINDOW { paragraph_start(text, start - WINDOW, start) } else { 0 };
    let until = window_end(text, end);
    let Some(window) = text.get(from..until) else { return expression.clone() };
    annotate(window, Some(reference))
        .into_iter()
        .map(|found| TimeExpression { span: found.span.shifted(from), ..found })
        .find(|found| found.span == expression.span)
        .unwrap_or_else(|| expression.clone())
}

/// The first line break at or after `from`, or the next character boundary if there is none before `limit`.
fn paragraph_start(text: &str, from: usize, limit: usize) -> usize {
    let bytes = text.as_bytes().get(from..limit).unwrap_or_default();
    if let Some(at) = bytes.iter().position(|&byte| byte == b'\n') {
        return from + at;
    }
    (from..=limit).find(|&at| text.is_char_boundary(at)).unwrap_or(limit)
}

/// The character boundary at or after the end of the window.
fn window_end(text: &str, from: usize) -> usize {
    text.ceil_char_boundary(from.saturating_add(WINDOW))
}

/// The public expression, and its place if it has one that later dates may refer to.
pub(super) fn expression(found: &Found, context: &Context<'_>) -> (TimeExpression, Option<Placed>) {
    let Said { meaning, modifier, .. } = &found.said;
    let bare = |kind, value: String, precision| TimeExpression {
        span: found.span,
        kind,
        value,
        precision,
        modifier: *modifier,
        earliest: None,
        latest: None,
        offset: None,
    };
    match meaning {
        Meaning::When(when) => {
            if let Some(vague) = open_shift(&when.day) {
                return (bare(TimexType::Date, vague.to_owned(), Precision::Vague), None);
            }
            let placed = place(when, context);
            (dated(when, placed, *modifier, found, context), placed)
        }
        Meaning::Length(length, reach) => {
            let precision = length.parts.last().map_or(Precision::Vague, |(_, unit)| unit.precision());
            let plain = bare(TimexType::Duration, length_value(length), precision);
            let bounds = reach_bounds(length, *reach, context);
            let earliest = bounds.and_then(|(from, _)| civil(from));
            let latest = bounds.and_then(|(_, until)| civil(until));
            (TimeExpression { earliest, latest, ..plain }, None)
        }
        Meaning::Portion { length, is_last, of } => {
            let precision = length.parts.last().map_or(Precision::Vague, |(_, unit)| unit.precision());
            let plain = bare(TimexType::Duration, length_value(length), precision);
            let whole =
                place(&When { day: of.clone(), time: None }, context).and_then(|placed| placed.bounds);
            let bounds = whole.and_then(|whole| portion(length, *is_last, whole));
            let earliest = bounds.and_then(|(from, _)| civil(from));
            let latest = bounds.and_then(|(_, until)| civil(until));
            (TimeExpression { earliest, latest, ..plain }, None)
        }
        Meaning::Recurrence(value) => (bare(TimexType::Set, value.clone(), Precision::Vague), None),
        Meaning::Vague(value) => {
            let said = bare(TimexType::Date, (*value).to_owned(), Precision::Vague);
            // *now* is the reference date itself.
            let now = context.reference.filter(|_| *value == "PRESENT_REF");
            let latest = now.and_then(|now| civil(plus_seconds(now, 1)?));
            (TimeExpression { earliest: now.and_then(civil), latest, ..said }, None)
        }
    }
}

/// *years ago*, *a few days later*: only before or after.
fn open_shift(day: &Day) -> Option<&'static str> {
    match day {
        Day::Shift(length, direction, _) if length.parts.iter().any(|(count, _)| *count == Count::Open) => {
            Some(if *direction == Direction::Back { "PAST_REF" } else { "FUTURE_REF" })
        }
        _ => None,
    }
}

fn dated(
    when: &When,
    placed: Option<Placed>,
    modifier: Option<Modifier>,
    found: &Found,
    context: &Context<'_>,
) -> TimeExpression {
    let kind =
        if when.time.is_some() || is_clock_shift(&when.day) { TimexType::Time } else { TimexType::Date };
    let offset = offset(when, placed);
    let zone = match offset {
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
        None => String::new(),
    };
    let value = match placed {
        Some(placed) => placed.place.value(),
        None => partial_value(&when.day) + &when.time.as_ref().map(time_value).unwrap_or_default(),
    };
    let bounds = placed.and_then(|placed| bounds(placed, modifier, found, context));
    TimeExpression {
        span: found.span,
        kind,
        value: value + &zone,
        precision: placed.map_or_else(|| partial_precision(when), |placed| placed.place.precision()),
        modifier,
        earliest: bounds.and_then(|(from, _)| civil(from)),
        latest: bounds.and_then(|(_, until)| civil(until)),
        offset,
    }
}

/// The bounds of a place under its modifier. *Earlier* and *later this month* end and begin with the reference
/// date if it lies inside.
fn bounds(
    placed: Placed,
    modifier: Option<Modifier>,
    found: &Found,
    context: &Context<'_>,
) -> Option<Bounds> {
    let (from, until) = placed.bounds?;
    let Some(modifier) = modifier else { return Some((from, until)) };
    let inside = context.reference.filter(|reference| (from..until).contains(reference));
    if let (Some(reference), Some(direction)) = (inside, found.said.relative_to_now) {
        return Some(match direction {
            Direction::Back if from < reference => (from, reference),
            Direction::On => (reference, until),
            Direction::Back => (from, until),
        });
    }
    // *less than three days after Monday*, *more than a week before it*.
    if let Meaning::When(When { day: Day::Shift(_, direction, base), time: None }) = &found.said.meaning
        && matches!(modifier, Modifier::LessThan | Modifier::MoreThan)
        && placed.place.precision() == Precision::Day
        && let Some((start, _)) = place(&When { day: (**base).clone(), time: None }, context)?.bounds
    {
        return Some(match (modifier, direction) {
            (Modifier::LessThan, Direction::On) => (start, from),
            (Modifier::LessThan, Direction::Back) => (until.min(start), start),
            _ => (from, until),
        });
    }
    if placed.place.bounds() == Some((from, until)) {
        narrow(placed.place, modifier)
    } else {
        Some((from, until))
    }
}

fn is_clock_shift(day: &Day) -> bool {
    matches!(day, Day::Shift(length, ..) if length.parts.last().is_some_and(|(_, unit)| unit.is_clock()))
}

/// How fine an expression will be once it is placed.
fn partial_precision(when: &When) -> Precision {
    match &when.time {
        Some(Time::Part(_)) => return Precision::DayPart,
        Some(Time::Clock(clock)) => {
            return match (clock.minute, clock.second) {
                (_, Some(_)) => Precision::Second,
                (Some(_), None) => Precision::Minute,
                (None, None) => Precision::Hour,
            };
        }
        None => {}
    }
    day_precision(&when.day)
}

fn day_precision(day: &Day) -> Precision {
    use crate::meaning::{Inner, Name};
    match day {
        Day::Given => Precision::Day,
        Day::LatestQuarter => Precision::Season,
        Day::Year(_) | Day::ShortYear(_) | Day::Fiscal(_) => Precision::Year,
        Day::Decade(_) | Day::ShortDecade(_) => Precision::Decade,
        Day::Century(_) => Precision::Century,
        Day::Named(name, _) => match name {
            Name::Month(_) => Precision::Month,
            Name::Weekend => Precision::Week,
            Name::Season(_) | Name::Quarter(_) | Name::Half(_) => Precision::Season,
            _ => Precision::Day,
        },
        Day::Unit(unit, ..) | Day::Around(unit, _) => unit.precision(),
        Day::Shift(length, ..) => length.parts.last().map_or(Precision::Day, |(_, unit)| unit.precision()),
        Day::Nth(_, Inner::Unit(unit), _) => unit.precision(),
        Day::Nth(_, Inner::Weekday(_), _) | Day::WeekdayFrom(..) | Day::Nearest(..) => Precision::Day,
    }
}

/// The stretch of *the last two weeks*, *the next three days*; the end of *in two weeks* in a clause that
/// looks ahead.
fn reach_bounds(
    length: &Length,
    reach: Reach,
    context: &Context<'_>,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let reference = context.reference?;
    let direction = match reach {
        Reach::Free => return None,
        Reach::Within if context.tense == Tense::Past => return None,
        Reach::Back => Direction::Back,
        Reach::On | Reach::Within => Direction::On,
    };
    if length.parts.iter().any(|(count, _)| *count == Count::Open) {
        return None;
    }
    let base = Day::Unit(Unit::Day, 0, Base::Now);
    let when = When { day: Day::Shift(length.clone(), direction, Box::new(base)), time: None };
    let placed = place(&when, context)?;
    let (from, until) = placed.bounds?;
    Some(match reach {
        Reach::Back => (from, reference),
        // The next three days begin with tomorrow, the next three hours now.
        // Quarters are those of the calendar: the next two begin when this one is over.
        Reach::On if length.parts.iter().all(|(_, unit)| *unit == Unit::Quarter) => {
            let this = Place::around(Unit::Quarter, reference.date())?.bounds()?.1;
            let last = Place::around(Unit::Quarter, from.date())?.bounds()?.1;
            (this, last)
        }
        Reach::On if length.parts.iter().all(|(_, unit)| *unit >= Unit::Day) => {
            let tomorrow = plus_days(reference.date(), 1)?.and_time(NaiveTime::MIN);
            (tomorrow, plus_days(from.date(), 1)?.and_time(NaiveTime::MIN).max(tomorrow))
        }
        // Typed alone they are whole ones, as days are.
        Reach::On if context.is_typed => {
            let unit = length.parts.last().map_or(1, |(_, unit)| unit.seconds());
            let whole =
                plus_seconds(reference, unit - i64::from(reference.num_seconds_from_midnight()) % unit)?;
            (whole, plus_seconds(whole, (from - reference).num_seconds())?)
        }
        Reach::On => (reference, from),
        _ => (from, until),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::input::steps;

    /// Steps a byte at the most: a megabyte of anything takes no more than so many million.
    const MOST: usize = 700;

    /// Steps for one repetition of a piece, over many.
    fn steps_each(piece: &str, times: usize) -> usize {
        let text = piece.repeat(times);
        let before = steps();
        annotate(&text, Civil::date(2026, 1, 8));
        (steps() - before) / times
    }

    #[test]
    fn work_grows_with_the_text_alone() {
        for piece in [
            "the ",
            "2 ",
            "1998 ",
            "May ",
            "Monday ",
            "two to three ",
            "a year earlier or later than the ",
            "a day after the day before ",
            "the first Monday after ",
            "12/",
            "1-",
            "1.",
            "18:30 ",
            "( 'a ",
            "a day after ",
            "the week of the ",
            "half of a ",
            "early in the ",
            "last ",
            "new ",
            "st. ",
            "nineteen ",
            "hundred and ",
            "a quarter past ",
            "’",
            "é",
            "in the ",
            "of the ",
            "this time ",
            "year-",
            "7 and ",
            "0740-",
            "from 5 to ",
            "this Friday, ",
            "1/1-",
            "13.6. - ",
            "Monday two weeks after ",
            "in May two years ",
            "the first Monday evening of ",
            "the rest of the ",
            "2h",
        ] {
            let (few, many) = (steps_each(piece, 200), steps_each(piece, 3200));
            assert!(many <= few * 2 + 4, "{piece:?}: {few} steps each, then {many}");
            assert!(many <= MOST * piece.len(), "{piece:?}: {many} steps for {} bytes", piece.len());
        }
    }
}
