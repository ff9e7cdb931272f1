//! The time that a clause gives.

use super::agree::agree;
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
    pub(super) elsewhere: bool,
    /// It is told as so many days ago.
    pub(super) counted_back: bool,
    /// It is when a thing was said, not when it was.
    pub(super) said: bool,
    pub(super) from: Civil,
    pub(super) to: Civil,
}

impl When<'_> {
    /// Whether it is told to the hour or finer.
    pub(super) fn is_hour(&self) -> bool {
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
    pub(super) fn date(&self) -> (i32, u32, u32) {
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

/// A time of a clause, if it is known to the end.
pub(super) fn when<'a>(
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

/// Whether a time of day says on which day: `on Sunday at 7 a.m.`.
pub(super) fn names_day(story: &Story, when: &When) -> bool {
    let words = fold(story.words(when.place));
    words.split(|c: char| !c.is_alphabetic()).any(|word| {
        cues::CALENDAR_NAMES.iter().any(|day| word.len() > 2 && day.starts_with(word))
            || cues::RELATIVE_DAYS.contains(&word)
    })
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
