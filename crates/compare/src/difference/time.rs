//! Differences of dates and times: the same event, placed elsewhere.

use super::later;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::story::Story;
use corroborate_temporal::{Civil, Precision, TimeExpression, TimexType};
use corroborate_text::fold;
use std::collections::{HashMap, HashSet};

/// Lowest likeness of what stands around two times for them to be of one event.
const LEAST_RATIO: f64 = 0.45;
/// The same where the sentences are linked.
const LEAST_RATIO_NEAR: f64 = 0.45;
/// The same where one of them says that it corrects what was said before.
const LEAST_RATIO_REVISED: f64 = 0.26;

/// A time given in a clause, as a range in Greenwich time where its zone is known.
struct When<'a> {
    place: Place,
    clause: usize,
    expression: &'a TimeExpression,
    /// It is told in a zone that is named and not known.
    elsewhere: bool,
    from: Civil,
    to: Civil,
}

/// Finds clauses that state the same and place it at times that have no moment in common.
///
/// Clauses state the same where what stands around their times is much the same.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut pairs = alike(story);
    pairs.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut sides: Vec<[Vec<When>; 2]> = Vec::new();
    let mut coarser: Vec<[Vec<When>; 2]> = Vec::new();
    for (a, b, _) in pairs {
        let (Some(first), Some(second)) = (sole_time(story, a), sole_time(story, b)) else { continue };
        let agree = agree(&first, &second);
        if agree && (is_coarser(&first, &second) || is_coarser(&second, &first)) {
            join_coarser(&mut coarser, first, second);
        } else if !agree && comparable(&first, &second) && !guessed(story, &first, &second) {
            join(&mut sides, first, second);
        }
    }
    let apart = sides.iter().map(|[first, second]| difference(story, first, second));
    let coarse = coarser.iter().map(|[first, second]| precision(story, first, second));
    apart.chain(coarse).collect()
}

/// Whether one time is a day and the other the month, the quarter or the season around it.
fn is_coarser(a: &When, b: &When) -> bool {
    a.expression.precision <= Precision::Day
        && b.expression.precision > Precision::Week
        && b.expression.precision < Precision::Year
}

/// Adds a day and the longer time around it to the finding that has either, or opens one; the days come first.
fn join_coarser<'a>(found: &mut Vec<[Vec<When<'a>>; 2]>, first: When<'a>, second: When<'a>) {
    let (fine, coarse) = if is_coarser(&first, &second) { (first, second) } else { (second, first) };
    let holds = |side: &[When], when: &When| side.iter().any(|other| other.clause == when.clause);
    let known = found.iter_mut().find(|[days, spans]| holds(days, &fine) || holds(spans, &coarse));
    let Some([days, spans]) = known else {
        found.push([vec![fine], vec![coarse]]);
        return;
    };
    if !holds(days, &fine) {
        days.push(fine);
    }
    if !holds(spans, &coarse) {
        spans.push(coarse);
    }
}

/// A day in one account and the month around it in another: both can be true.
fn precision(story: &Story, days: &[When], spans: &[When]) -> Difference {
    let mut found = difference(story, days, spans);
    found.relation = DifferenceRelation::Compatible;
    found.rule = "date.precision";
    let shown = |side: &Side| side.value.clone();
    let values: Vec<String> = found.sides.iter().map(shown).collect();
    found.explanation = format!("{}: one is told more exactly than the other.", quoted(&values));
    found
}

fn quoted(values: &[String]) -> String {
    values.iter().map(|value| format!("“{value}”")).collect::<Vec<_>>().join(" and ")
}

/// Adds a pair to the finding that has one of its clauses on either side and the same two times, or opens one.
fn join<'a>(found: &mut Vec<[Vec<When<'a>>; 2]>, first: When<'a>, second: When<'a>) {
    let fits = |side: &[When], when: &When| side.iter().all(|other| agree(other, when));
    let holds = |side: &[When], when: &When| side.iter().any(|other| other.clause == when.clause);
    for [left, right] in found.iter_mut() {
        let (x, y) = if fits(left, &first) && fits(right, &second) {
            (&first, &second)
        } else if fits(left, &second) && fits(right, &first) {
            (&second, &first)
        } else {
            continue;
        };
        let known = (holds(left, x), holds(right, y));
        if known == (false, false) {
            continue;
        }
        let (x, y) =
            if fits(left, &first) && fits(right, &second) { (first, second) } else { (second, first) };
        if !known.0 {
            left.push(x);
        }
        if !known.1 {
            right.push(y);
        }
        return;
    }
    found.push([vec![first], vec![second]]);
}

/// Pairs of clauses of different accounts that give a time each and are much alike apart from it.
fn alike(story: &Story) -> Vec<(usize, usize, f64)> {
    let timed: Vec<(usize, Vec<Term>)> = (0..story.units.clauses.len())
        .filter(|&clause| sole_time(story, clause).is_some())
        .map(|clause| (clause, context(story, clause)))
        .collect();
    let at: HashMap<usize, &[Term]> =
        timed.iter().map(|(clause, terms)| (*clause, terms.as_slice())).collect();
    let revising: HashSet<usize> = timed
        .iter()
        .map(|(clause, _)| *clause)
        .filter(|&clause| later::revises(story, story.place(clause)))
        .collect();
    let mut found = Vec::new();
    for (a, terms) in &timed {
        for b in story.sharing(story.units.account(*a), terms).into_iter().filter(|b| b > a) {
            let Some(others) = at.get(&b) else { continue };
            if story.units.account(*a) == story.units.account(b) {
                continue;
            }
            let shared = overlap(terms, others);
            let revised = revising.contains(a) || revising.contains(&b);
            let least = match (revised, story.near(*a, b)) {
                (true, _) => LEAST_RATIO_REVISED,
                (false, true) => LEAST_RATIO_NEAR,
                (false, false) => LEAST_RATIO,
            };
            if shared.ratio() >= least && shared.content > 0.0 {
                found.push((*a, b, shared.ratio()));
            }
        }
    }
    found
}

/// What a clause says apart from its times and figures.
fn context(story: &Story, clause: usize) -> Vec<Term> {
    let terms = story.terms(clause);
    let plain = |term: &&Term| !matches!(term.class, TermClass::Date | TermClass::Figure);
    terms.iter().filter(plain).copied().collect()
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
        .filter(|date| !is_measured(story, place.account, date))
        .filter_map(|date| when(story, place.account, clause, date))
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

/// `45 minutes earlier`: the distance from a time rather than the time.
fn is_measured(story: &Story, account: usize, date: &TimeExpression) -> bool {
    let words = fold(story.words(Place::new(account, date.span)));
    let last = words.rsplit(' ').next().unwrap_or_default();
    date.kind == TimexType::Time && matches!(last, "earlier" | "later" | "before" | "after" | "ago")
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
        elsewhere: expression.offset.is_none() && names_zone(story, account, expression),
        from: expression.earliest?.plus_seconds(shift)?,
        to: expression.latest?.plus_seconds(shift)?,
    })
}

/// Times of day, both with a zone or both without; dates to the day or coarser.
fn comparable(a: &When, b: &When) -> bool {
    let fine = |when: &When| when.expression.precision <= Precision::Hour;
    let day = |when: &When| (Precision::Day..Precision::Month).contains(&when.expression.precision);
    let longer = |when: &When| when.expression.precision >= Precision::Month;
    let coarse = day(a) && day(b) || longer(a) && longer(b);
    fine(a) && fine(b) && a.expression.offset.is_some() == b.expression.offset.is_some() || coarse
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
    let zones = a.expression.offset.is_some() != b.expression.offset.is_some() || a.elsewhere || b.elsewhere;
    minutes && zones && apart % 3600 == 0 && apart <= 14 * 3600
}

/// Whether which week is meant is a guess: the same weekday, named without a number by one of the two, or the same
/// words in an account that gives no date of its own.
fn guessed(story: &Story, a: &When, b: &When) -> bool {
    let undated = |when: &When| story.published(when.place.account).is_none();
    let words = |when: &When| fold(story.words(when.place));
    let bare = |when: &When| !words(when).contains(|c: char| c.is_ascii_digit());
    (undated(a) || undated(b) || bare(a)) && words(a) == words(b)
        || (bare(a) || bare(b)) && a.from.seconds_until(b.from) % WEEK == 0
}

const WEEK: i64 = 7 * 24 * 3600;

fn difference(story: &Story, first: &[When], second: &[When]) -> Difference {
    let claim = first.iter().chain(second).find_map(|when| story.claim_of(when.clause));
    let side = |side: &[When]| {
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
