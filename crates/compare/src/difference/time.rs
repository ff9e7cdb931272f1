//! Differences of dates and times: the same event, placed elsewhere.

use super::later;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::story::Story;
use corroborate_temporal::{Civil, Precision, TimeExpression, TimexType};
use corroborate_text::fold;

/// A time given in a clause, as a range in Greenwich time where its zone is known.
struct When<'a> {
    place: Place,
    clause: usize,
    expression: &'a TimeExpression,
    from: Civil,
    to: Civil,
}

/// Finds clauses that state the same and place it at times that have no moment in common.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found = Vec::new();
    for (claim, clauses) in story.alignments() {
        let times: Vec<When> = clauses.iter().filter_map(|&clause| sole_time(story, clause)).collect();
        let mut sides: Vec<Vec<&When>> = Vec::new();
        for when in &times {
            match sides.iter_mut().find(|side| side.iter().all(|other| agree(other, when))) {
                Some(side) => side.push(when),
                None => sides.push(vec![when]),
            }
        }
        for (index, first) in sides.iter().enumerate() {
            for second in sides.iter().skip(index + 1) {
                let comparable =
                    first.iter().any(|a| second.iter().any(|b| comparable(a, b) && !guessed(story, a, b)));
                if comparable {
                    found.push(difference(story, claim, first, second));
                }
            }
        }
    }
    found
}

/// The time that a clause gives: its only one, or of several for one moment the one with a zone.
fn sole_time<'a>(story: &Story<'a>, clause: usize) -> Option<When<'a>> {
    let place = story.place(clause);
    let dates = story.dates.get(place.account)?;
    let first = dates.partition_point(|date| date.span.end() <= place.span.start());
    let inside: Vec<When> = dates
        .get(first..)?
        .iter()
        .take_while(|date| date.span.start() < place.span.end())
        .filter(|date| matches!(date.kind, TimexType::Date | TimexType::Time))
        .filter(|date| date.precision <= Precision::Year && !dates_a_saying(story, place.account, date))
        .filter_map(|date| when(place.account, clause, date))
        .collect();
    let finest = inside.iter().map(|when| when.expression.precision).min()?;
    let mut fine = inside.into_iter().filter(|when| when.expression.precision == finest);
    let mut best = fine.next()?;
    for other in fine {
        if !agree(&best, &other) {
            return None;
        }
        if best.expression.offset.is_none() && other.expression.offset.is_some() {
            best = other;
        }
    }
    Some(best)
}

/// `officials said on Saturday`: the time of the saying, not of what is said.
fn dates_a_saying(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let quotations = story.accounts.get(account).map_or(&[][..], |a| a.annotations.quotations.as_slice());
    let start = date.span.start();
    let cues = quotations.iter().filter_map(|quotation| quotation.cue);
    cues.map(|cue| cue.end()).any(|end| end <= start && start - end <= SAID_ON)
}

/// Bytes between a verb of saying and the time of the saying: ` on `, ` late on `.
const SAID_ON: usize = 9;

fn when<'a>(account: usize, clause: usize, expression: &'a TimeExpression) -> Option<When<'a>> {
    let shift = -i64::from(expression.offset.unwrap_or(0)) * 60;
    Some(When {
        place: Place::new(account, expression.span),
        clause,
        expression,
        from: expression.earliest?.plus_seconds(shift)?,
        to: expression.latest?.plus_seconds(shift)?,
    })
}

/// Times of day to the minute, both with a zone or both without; dates to the day or coarser.
fn comparable(a: &When, b: &When) -> bool {
    let fine = |when: &When| when.expression.precision <= Precision::Minute;
    let coarse = |when: &When| when.expression.precision >= Precision::Day;
    fine(a) && fine(b) && a.expression.offset.is_some() == b.expression.offset.is_some()
        || coarse(a) && coarse(b)
}

/// Whether two times share a moment, or differ only as rounding, unnamed zones or an unknown day of publication
/// explain.
fn agree(a: &When, b: &When) -> bool {
    if a.from < b.to && b.from < a.to || a.from == b.from {
        return true;
    }
    let apart = a.from.seconds_until(b.from).abs();
    let minutes = a.expression.precision <= Precision::Minute && b.expression.precision <= Precision::Minute;
    // A time to five minutes is often a rounded one.
    let round = |when: &When| when.from.minute().is_multiple_of(5);
    if minutes && apart <= 150 && (round(a) || round(b)) {
        return true;
    }
    let zones = a.expression.offset.is_some() != b.expression.offset.is_some();
    minutes && zones && apart % 3600 == 0 && apart <= 14 * 3600
}

/// Whether which week is meant is a guess: the same weekday, named without a number by one of the two, or the same
/// words in an account that gives no date of its own.
fn guessed(story: &Story, a: &When, b: &When) -> bool {
    let undated = |when: &When| story.published(when.place.account).is_none();
    let words = |when: &When| fold(story.words(when.place));
    let bare = |when: &When| !words(when).contains(|c: char| c.is_ascii_digit());
    (undated(a) || undated(b)) && words(a) == words(b)
        || (bare(a) || bare(b)) && a.from.seconds_until(b.from) % WEEK == 0
}

const WEEK: i64 = 7 * 24 * 3600;

fn difference(story: &Story, claim: Option<usize>, first: &[&When], second: &[&When]) -> Difference {
    let side = |side: &[&When]| {
        let evidence: Vec<Place> = side.iter().map(|when| story.place(when.clause)).collect();
        let value = side.first().map_or("", |when| story.words(when.place)).to_owned();
        Side { value, evidence }
    };
    let (left, right) = (side(first), side(second));
    let corrected = left.evidence.iter().chain(&right.evidence).any(|&place| later::revises(story, place));
    let (relation, rule, why) = if corrected {
        (DifferenceRelation::Update, "date.update", "one account says that it corrects the earlier time")
    } else {
        (DifferenceRelation::Conflict, "date.disjoint", "the two times have no moment in common")
    };
    let explanation = format!("“{}” and “{}” are given for the same event; {why}.", left.value, right.value);
    let subject = story.subject(claim, &left.evidence);
    Difference {
        kind: DifferenceKind::Date,
        relation,
        subject,
        sides: vec![left, right],
        rule,
        explanation,
        claim,
    }
}
