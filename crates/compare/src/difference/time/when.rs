//! The time that a clause gives, and how two of them stand to each other.

use crate::cues;
use crate::story::Story;
use crate::{Place, dateline};
use corroborate_temporal::{Civil, Precision, TimeExpression, TimexType};
use corroborate_text::{fold, rows};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A time given in a clause, as a range in Greenwich time where its zone is known.
#[derive(Clone, Copy)]
pub(super) struct When<'a> {
    pub(super) place: Place,
    pub(super) clause: usize,
    pub(super) expression: &'a TimeExpression,
    /// It is told in a zone that is named and not known.
    elsewhere: bool,
    /// It is told as so many days ago.
    counted_back: bool,
    /// It is when a thing was said, not when it was.
    pub(super) said: bool,
    pub(super) from: Civil,
    to: Civil,
}

impl When<'_> {
    /// Whether it is told to the hour or finer.
    fn is_hour(&self) -> bool {
        self.expression.precision <= Precision::Hour
    }

    /// Whether both are times of day or neither is.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.expression.precision < Precision::Day) == (other.expression.precision < Precision::Day)
    }

    /// Whether the two are days of one month with a digit in common, as after a slip of the pen: the 14th and the 24th.
    pub(super) fn slips(&self, other: &Self) -> bool {
        let ((year, month, day), (other_year, other_month, other_day)) = (self.date(), other.date());
        let swapped = day / 10 == other_day % 10 && day % 10 == other_day / 10;
        (year, month) == (other_year, other_month) && (day % 10 == other_day % 10 || swapped)
    }

    /// The day on which it begins.
    fn date(&self) -> (i32, u32, u32) {
        (self.from.year(), self.from.month(), self.from.day())
    }
}

/// The time of a clause by those that it gives: its only one, or of several for one moment the one with a zone. When a thing was said is
/// the time of a clause that gives no other.
pub(super) fn sole_time<'a>(story: &Story, given: &[When<'a>]) -> Option<When<'a>> {
    let said = given.iter().all(|when| when.said);
    let finest = given.iter().filter(|when| when.said == said).map(|when| when.expression.precision).min()?;
    let mut fine = given.iter().filter(|when| when.said == said && when.expression.precision == finest);
    let mut best = *fine.next()?;
    for other in fine {
        if !agree(story, &best, other) {
            return None;
        }
        if !says_zone(best.expression) && says_zone(other.expression) {
            best = *other;
        }
    }
    Some(best)
}

/// Whether a time says its zone itself: then its value holds it.
fn says_zone(time: &TimeExpression) -> bool {
    time.value.split_once('T').is_some_and(|(_, clock)| clock.contains(['Z', '+', '-']))
}

/// The times that a clause gives of what it tells.
pub(super) fn given<'a>(story: &Story<'a>, clause: usize) -> Vec<When<'a>> {
    let place = story.place(clause);
    let dates = story.dates.get(place.account).map_or(&[][..], Vec::as_slice);
    let first = dates.partition_point(|date| date.span.end() <= place.span.start());
    let inside = dates.get(first..).unwrap_or_default().iter();
    inside
        .take_while(|date| date.span.start() < place.span.end())
        .filter(|date| matches!(date.kind, TimexType::Date | TimexType::Time))
        .filter(|date| date.precision <= Precision::Century)
        .filter(|date| !dates_a_thing(story, place.account, date))
        .filter(|date| {
            !is_measured(story, place.account, date) && !dateline::holds(story, place.account, date.span)
        })
        .filter_map(|date| when(story, place.account, clause, date))
        .collect()
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

/// Whether a time lies before its account was published: what is still to come is another thing. `None` where that is
/// not known.
pub(super) fn is_past(story: &Story, when: &When) -> Option<bool> {
    let published = story.published(when.place.account)?;
    // Which day an hour is of is often a guess.
    let dated = when.expression.precision >= Precision::Day || names_day(story, when);
    dated.then_some(when.from <= published)
}

/// `officials said on Saturday`: the time of the saying, not of what is said.
fn dates_a_saying(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let quotations = story.accounts.get(account).map_or(&[][..], |a| a.annotations.quotations.as_slice());
    let start = date.span.start();
    let cues = quotations.iter().filter_map(|quotation| quotation.cue);
    let said = cues.map(|cue| cue.end()).any(|end| end <= start && start - end <= SAID_ON);
    // `It was announced on Friday`, `told staff on Friday`.
    let before = story.text(account).get(..start).unwrap_or_default();
    said || before.split_whitespace().rev().take(SAID_WORDS).any(|word| says("telling", word))
}

/// Words between a verb of telling and the day of it: `told its staff on`.
const SAID_WORDS: usize = 4;

/// Whether a word says this of the day or the hour beside it: `vague`, `telling`, `value`.
fn says(kind: &str, word: &str) -> bool {
    WORDS.get(word) == Some(&kind)
}

static WORDS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/time-words.tsv"));
    rows.filter_map(|row| row.split_once('\t')).map(|(kind, word)| (word, kind)).collect()
});

/// `The avalanche of 4 March`: the day of the thing named, not of what is said of it.
fn dates_a_thing(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let before = story.text(account).get(..date.span.start()).unwrap_or_default();
    // `The closing price on Friday`: of what is quoted for a day.
    let mut last = before.split_whitespace().rev();
    let quoted = last.next() == Some("on") && last.next().is_some_and(|word| says("value", word));
    let mut words = before.split_whitespace().rev();
    let of = words.next() == Some("of");
    let behind = story.text(account).get(date.span.end()..).unwrap_or_default();
    // `Sunday's vote`.
    let owned = behind.starts_with("'s ") || behind.starts_with("’s ");
    quoted
        || owned
        || of && !words.next().is_some_and(|word| cues::PARTS_OF_DAY.contains(&fold(word).as_str()))
}

/// `45 minutes earlier`: the distance from a time rather than the time.
fn is_measured(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let words = fold(story.words(Place::new(account, date.span)));
    let last = words.rsplit(' ').next().unwrap_or_default();
    date.kind == TimexType::Time && cues::DISTANCES_IN_TIME.contains(&last)
}

/// `8 p.m. our time`, `7.30am local time`: a zone that the expression does not give.
fn names_zone(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let behind = story.text(account).get(date.span.end()..).unwrap_or_default();
    let mut words = behind.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.next().is_some_and(|word| word == "time" || word == "local") || words.next() == Some("time")
}

/// Bytes between a verb of saying and the time of the saying: ` on `, ` late on `.
const SAID_ON: usize = 9;

fn when<'a>(
    story: &Story,
    account: usize,
    clause: usize,
    expression: &'a TimeExpression,
) -> Option<When<'a>> {
    let shift = -i64::from(expression.offset.unwrap_or(0)) * 60;
    Some(When {
        place: Place::new(account, expression.span),
        clause,
        expression,
        counted_back: fold(story.words(Place::new(account, expression.span))).ends_with(" days ago"),
        said: dates_a_saying(story, account, expression),
        elsewhere: expression.offset.is_none() && names_zone(story, account, expression),
        from: expression.earliest?.plus_seconds(shift)?,
        to: expression.latest?.plus_seconds(shift)?,
    })
}

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

/// Whether a time of day says on which day: `on Sunday at 7 a.m.`.
fn names_day(story: &Story, when: &When) -> bool {
    let words = fold(story.words(when.place));
    words.split(|c: char| !c.is_alphabetic()).any(|word| {
        cues::CALENDAR_NAMES.iter().any(|day| word.len() > 2 && day.starts_with(word))
            || cues::RELATIVE_DAYS.contains(&word)
    })
}

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

/// Whether an hour is told as one before or after which it was: `shortly before 5 a.m.`, `around noon`.
pub(super) fn is_shortly(story: &Story, when: &When) -> bool {
    let own = fold(story.words(when.place));
    own.split(' ').any(|word| says("vague", word)) || shortly(story, when).is_some()
}

/// Such an hour with the words before it that make it one; any other time as it is.
pub(super) fn shown<'a>(story: &'a Story, when: &When) -> &'a str {
    let start = shortly(story, when).unwrap_or(when.place.span.start());
    let text = story.text(when.place.account);
    text.get(start..when.place.span.end()).unwrap_or_else(|| story.words(when.place))
}

/// Where the word begins that says so, at most two words before.
fn shortly(story: &Story, when: &When) -> Option<usize> {
    let mut rest = story.text(when.place.account).get(..when.place.span.start())?.trim_end();
    let mut found = None;
    for _ in 0..2 {
        let start = rest.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let (before, word) = rest.split_at_checked(start)?;
        if says("vague", &fold(word)) {
            found = Some(start);
        }
        rest = before.trim_end();
    }
    found
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

pub(super) const DAY: i64 = 24 * 3600;
const WEEK: i64 = 7 * DAY;
