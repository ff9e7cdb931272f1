//! How the times of two clauses stand to each other.

use super::when::{When, is_shortly, names_day, when};
use crate::story::Story;
use corroborate_temporal::Precision;
use corroborate_text::fold;

/// Times of day, both with a zone or both without; dates to the day or coarser; a time of a day that is named and
/// another day, or a part of the same day that lies well apart.
pub(super) fn comparable(story: &Story, a: &When, b: &When) -> bool {
    let day = |when: &When| (Precision::Day..Precision::Month).contains(&when.expression.precision);
    let longer = |when: &When| when.expression.precision >= Precision::Month;
    // `The spring` and `2024`: which year the spring is of is a guess.
    let numbered = |when: &When| story.words(when.place).contains(|c: char| c.is_ascii_digit());
    let one_kind = a.expression.precision == b.expression.precision || numbered(a) && numbered(b);
    let part = |when: &When| when.expression.precision == Precision::DayPart;
    let dated = |when: &When| when.expression.precision < Precision::Day && names_day(story, when);
    let parts = (part(a) || part(b))
        && dated(a)
        && dated(b)
        && (a.date() != b.date() || between(a, b) >= LEAST_PARTS);
    let coarse = day(a) && day(b) || longer(a) && longer(b) && one_kind;
    let mixed = dated(a) && day(b) || day(a) && dated(b);
    mixed
        || parts
        || a.is_hour() && b.is_hour() && a.expression.offset.is_some() == b.expression.offset.is_some()
        || coarse
}

/// Seconds that lie between two times.
fn between(a: &When, b: &When) -> i64 {
    a.to.seconds_until(b.from).max(b.to.seconds_until(a.from))
}

/// Seconds between an hour and a part of the same day that do not agree: nobody knows when an evening begins.
const LEAST_PARTS: i64 = 3 * 3600;

/// Whether two times share a moment, or differ only as rounding, unnamed zones or an unknown day of publication
/// explain.
pub(super) fn agree(story: &Story, a: &When, b: &When) -> bool {
    if a.from < b.to && b.from < a.to || a.from == b.from {
        return true;
    }
    let apart = a.from.seconds_until(b.from).abs();
    // `Three days ago` is counted from the day of writing or from that of reading.
    if (a.counted_back || b.counted_back) && apart <= DAY {
        return true;
    }
    let apart = if only_clocks(story, a, b) { by_clock(apart) } else { apart };
    if apart == 0 {
        return true;
    }
    let minutes = a.expression.precision <= Precision::Minute && b.expression.precision <= Precision::Minute;
    // A time to five minutes is often a rounded one.
    let round = |when: &When| when.from.minute().is_multiple_of(5);
    if minutes && apart <= 150 && (round(a) || round(b)) {
        return true;
    }
    // `Shortly before 5 a.m.` may be twenty to.
    let hours = a.is_hour() && b.is_hour();
    if hours && (is_shortly(story, a) || is_shortly(story, b)) && by_clock(apart) <= SHORTLY {
        return true;
    }
    // `Saturday at 0212 GMT` may be Friday where it happened.
    let elsewhere = |time: &When, day: &When| {
        let zoned = time.expression.offset.is_some() && day.expression.precision == Precision::Day;
        zoned
            && time.from.seconds_until(day.to).abs().min(day.from.seconds_until(time.from).abs())
                <= FARTHEST_ZONE
    };
    if elsewhere(a, b) || elsewhere(b, a) {
        return true;
    }
    let zones = a.expression.offset.is_some() != b.expression.offset.is_some() || a.elsewhere || b.elsewhere;
    minutes && zones && apart % 3600 == 0 && apart <= FARTHEST_ZONE
}

/// Whether a time is told as the latest (`by 5 p.m.`), and the other lies before it.
pub(super) fn allows(story: &Story, latest: &When, other: &When) -> bool {
    let before = story.text(latest.place.account).get(..latest.place.span.start()).unwrap_or_default();
    let clock = |when: &When| (when.from.hour(), when.from.minute());
    let earlier = if only_clocks(story, latest, other) {
        clock(other) <= clock(latest)
    } else {
        other.from <= latest.from
    };
    before.trim_end().ends_with(" by") && earlier
}

/// What the word before a time makes of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// It is the time itself.
    At,
    /// `Before noon`, `after noon`: some other time.
    Before,
    After,
    /// Something begins then, or ends.
    Since,
    Until,
    /// `Not until noon`, `not before noon`: something ends then, and another begins.
    Turn,
}

/// Whether two times are both the moment of a thing, or the same end of a stretch.
pub(super) fn are_one_edge(story: &Story, a: &When, b: &When) -> bool {
    let (x, y) = (edge(story, a), edge(story, b));
    x == y || matches!((x, y), (Edge::Turn, Edge::At | Edge::Until) | (Edge::At | Edge::Until, Edge::Turn))
}

fn edge(story: &Story, when: &When) -> Edge {
    let before = story.text(when.place.account).get(..when.place.span.start()).unwrap_or_default();
    let word = before.split_whitespace().next_back().map(fold).unwrap_or_default();
    let clause = story.spaced(when.clause);
    let negated = || [" not ", "n't ", " never ", " no "].iter().any(|not| clause.contains(not));
    match word.as_str() {
        // `Just before ten` is about ten.
        "before" | "after" if is_shortly(story, when) => Edge::At,
        "before" | "until" | "till" if negated() => Edge::Turn,
        "before" => Edge::Before,
        "after" => Edge::After,
        "since" => Edge::Since,
        "until" | "till" => Edge::Until,
        _ => Edge::At,
    }
}

/// Whether two hours can be held against each other by the clock alone: of one the day is not named.
fn only_clocks(story: &Story, a: &When, b: &When) -> bool {
    a.is_hour() && b.is_hour() && !(names_day(story, a) && names_day(story, b))
}

/// Whether which week is meant is a guess: the same weekday, named without a number by one of the two, or the same
/// words in an account that gives no date of its own.
pub(super) fn guessed(story: &Story, a: &When, b: &When) -> bool {
    let undated = |when: &When| story.published(when.place.account).is_none();
    let words = |when: &When| fold(story.words(when.place));
    let bare = |when: &When| !words(when).contains(|c: char| c.is_ascii_digit());
    (undated(a) || undated(b) || bare(a)) && words(a) == words(b)
        || (bare(a) || bare(b)) && a.from.seconds_until(b.from) % WEEK == 0
}

/// Whether two are told to the minute and lie so close to each other that they may be of one thing.
pub(super) fn is_close(story: &Story, a: &When, b: &When) -> bool {
    let minutes = [a, b].iter().all(|when| when.expression.precision <= Precision::Minute);
    let apart = a.from.seconds_until(b.from).abs();
    minutes && (if only_clocks(story, a, b) { by_clock(apart) } else { apart }) <= CLOSE
}

/// Seconds between two such times at most.
const CLOSE: i64 = 30 * 60;

/// Seconds by which clocks of two zones differ at most.
const FARTHEST_ZONE: i64 = 14 * 3600;

/// Seconds by which such an hour may be off.
const SHORTLY: i64 = 30 * 60;

/// Seconds between two hours on the face of a clock of a day.
fn by_clock(apart: i64) -> i64 {
    let rest = apart.rem_euclid(DAY);
    rest.min(DAY - rest)
}

/// Whether the clause of one of two times gives the other as well: `the mill that burnt in 1990 was rebuilt in 1996`.
pub(super) fn gives_both(story: &Story, a: &When, b: &When) -> bool {
    let gives = |clause: usize, other: &When| {
        let place = story.place(clause);
        let dates = story.dates.get(place.account).map_or(&[][..], Vec::as_slice);
        let inside =
            dates.iter().filter(|date| place.span.covers(date.span) && date.precision <= Precision::Year);
        inside
            .filter_map(|date| when(story, place.account, clause, date))
            .any(|when| agree(story, &when, other))
    };
    // Of one hour told on two clocks each gives the other.
    let days = [a, b].iter().all(|when| when.expression.precision >= Precision::Day);
    days && (gives(a.clause, b) || gives(b.clause, a))
}

/// Seconds of a day and of a week.
pub(super) const DAY: i64 = 24 * 3600;
const WEEK: i64 = 7 * DAY;
