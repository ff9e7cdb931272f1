//! Differences of dates and times: the same event, placed elsewhere.

mod agree;
mod anchor;
mod apart;
mod limit;
mod moved;
mod when;

use super::later;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::story::Story;
use agree::{DAY, agree, allows, comparable, gives_both, guessed};
use corroborate_extract::Strength;
use corroborate_quantity::Quantity;
use corroborate_temporal::Precision;
use corroborate_text::Span;
use std::collections::BTreeMap;
use when::{When, given, is_past, is_shortly, shown, sole_time};

/// Lowest likeness of what stands around two times for them to be of one event.
const LEAST_RATIO: f64 = 0.45;
/// The same where the clauses are linked, and where they are so surely.
const LEAST_RATIO_LINKED: f64 = 0.33;
const LEAST_RATIO_SURE: f64 = 0.2;
/// Lowest score of a link, and of a sure one, for them.
const LEAST_LINK: f64 = 0.75;
const SURE_LINK: f64 = 1.05;
/// The same where the two are hours close to each other and the words next to them have one in common.
const LEAST_RATIO_CLOSE: f64 = 0.22;
/// The same where the two are years of the same digits in another order.
const LEAST_RATIO_TELLING: f64 = 0.25;
/// The same where they are when the thing was said: many say a thing, each on a day of his own.
const LEAST_RATIO_SAID: f64 = 0.7;
/// The same where one of them says that it corrects what was said before.
const LEAST_RATIO_REVISED: f64 = 0.26;

/// Finds clauses that state the same and place it at times that have no moment in common.
///
/// Clauses state the same where what stands around their times is much the same.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let given: Vec<Vec<When>> = (0..story.units.clauses.len()).map(|clause| given(story, clause)).collect();
    let times: Vec<Option<When>> = given.iter().map(|given| sole_time(story, given)).collect();
    let time = |clause: usize| times.get(clause).copied().flatten();
    let mut pairs = alike(story, &times);
    pairs.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut apart: Vec<[Vec<When>; 2]> = Vec::new();
    let mut coarser: Vec<[Vec<When>; 2]> = Vec::new();
    let mut limited: Vec<[Vec<When>; 2]> = Vec::new();
    // How alike a clause and the likeliest of another account are whose times agree.
    let mut agreed: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let sides = |a: usize, b: usize| [(a, story.units.account(b)), (b, story.units.account(a))];
    for &(a, b, ratio) in &pairs {
        if time(a).zip(time(b)).is_some_and(|(first, second)| agree(story, &first, &second)) {
            for side in sides(a, b) {
                agreed.entry(side).or_insert(ratio);
            }
        }
    }
    for (a, b, ratio) in pairs {
        let (Some(first), Some(second)) = (time(a), time(b)) else { continue };
        let agree = agree(story, &first, &second);
        if !agree
            && sides(a, b).iter().all(|side| agreed.get(side).is_some_and(|&likelier| likelier >= ratio))
        {
            continue;
        }
        if agree && coarser_first(story, &first, &second).is_some() {
            join_coarser(story, &mut coarser, first, second);
        } else if let Some(limit_first) = limit::limited_first(story, &first, &second) {
            let (plain, limit) = if limit_first { (second, first) } else { (first, second) };
            join(story, &mut limited, plain, limit);
        } else if !agree
            && comparable(story, &first, &second)
            && !guessed(story, &first, &second)
            && !allows(story, &first, &second)
            && !allows(story, &second, &first)
            && !anchor::measures(story, a, b)
            && !gives_both(story, &first, &second)
            && (first.expression.precision > Precision::Day
                || agree::are_one_edge(story, &first, &second) && !counts_apart(story, a, b))
            && is_past(story, &first).zip(is_past(story, &second)).is_none_or(|(x, y)| x == y)
            && first.said == second.said
            && (!first.said || ratio >= LEAST_RATIO_SAID)
            && (ratio >= LEAST_RATIO && first.is_like(&second)
                || permuted(&first, &second)
                || [a, b].iter().any(|&clause| later::revises(story, story.place(clause)))
                || anchor::shared(story, &first, &second))
        {
            join(story, &mut apart, first, second);
        }
    }
    let apart = apart.iter().map(|[first, second]| difference(story, first, second));
    let coarse = coarser.iter().map(|[first, second]| precision(story, first, second));
    let limited = limited.iter().map(|[plain, limit]| bounds(story, plain, limit));
    let staged = apart::find(story, &times).into_iter();
    apart.chain(coarse).chain(limited).chain(staged).chain(moved::find(story, &given, &times)).collect()
}

/// Whether the first of two times that agree is told less exactly (`Some(true)`), or the second; `None` where both are
/// told alike: the month, the quarter or the season around a day, the century around a year, and `shortly before 5 a.m.` for 4:50.
fn coarser_first(story: &Story, a: &When, b: &When) -> Option<bool> {
    let around = |coarse: &When, fine: &When| {
        let (coarse, fine) = (coarse.expression.precision, fine.expression.precision);
        let span = coarse > Precision::Week && coarse < Precision::Year;
        span && (fine <= Precision::Day || fine == Precision::Month && coarse > Precision::Month)
            || coarse > Precision::Year && fine <= Precision::Year
    };
    let vaguer = |coarse: &When, fine: &When| {
        fine.expression.precision == Precision::Minute
            && is_shortly(story, coarse)
            && fine.expression.offset.is_some() == coarse.expression.offset.is_some()
            && !is_shortly(story, fine)
            && fine.from.seconds_until(coarse.from) % DAY != 0
    };
    let coarser = |coarse: &When, fine: &When| around(coarse, fine) || vaguer(coarse, fine);
    [(a, b, true), (b, a, false)].into_iter().find_map(|(x, y, first)| coarser(x, y).then_some(first))
}

/// Adds a time and the one less exact to the finding that has either, or opens one; the exact ones come first.
fn join_coarser<'a>(story: &Story, found: &mut Vec<[Vec<When<'a>>; 2]>, first: When<'a>, second: When<'a>) {
    let swap = coarser_first(story, &first, &second) == Some(true);
    let (fine, coarse) = if swap { (second, first) } else { (first, second) };
    let holds = |side: &[When], when: &When| side.iter().any(|other| other.clause == when.clause);
    let known = found.iter_mut().find(|[exact, rough]| holds(exact, &fine) || holds(rough, &coarse));
    let Some([exact, rough]) = known else {
        found.push([vec![fine], vec![coarse]]);
        return;
    };
    if !holds(exact, &fine) {
        exact.push(fine);
    }
    if !holds(rough, &coarse) {
        rough.push(coarse);
    }
}

/// A time in one account and one less exact in another: both can be true.
fn precision(story: &Story, exact: &[When], rough: &[When]) -> Difference {
    compatible(story, exact, rough, "date.precision", "one is told more exactly than the other")
}

/// A time that one account gives as such and another as the earliest or the latest.
fn bounds(story: &Story, plain: &[When], limit: &[When]) -> Difference {
    compatible(story, plain, limit, "date.bounds", "one gives as a limit what the other gives without one")
}

fn compatible(story: &Story, a: &[When], b: &[When], rule: &'static str, why: &str) -> Difference {
    let mut found = difference(story, a, b);
    (found.relation, found.rule) = (DifferenceRelation::Compatible, rule);
    let values: Vec<String> = found.sides.iter().map(|side| side.value.clone()).collect();
    found.explanation = format!("{}: {why}.", quoted(&values));
    found
}

fn quoted(values: &[String]) -> String {
    values.iter().map(|value| format!("“{value}”")).collect::<Vec<_>>().join(" and ")
}

/// Adds a pair to the finding that has one of its clauses on either side and the same two times, or opens one.
fn join<'a>(story: &Story, found: &mut Vec<[Vec<When<'a>>; 2]>, first: When<'a>, second: When<'a>) {
    let fits = |side: &[When], when: &When| side.iter().all(|other| agree(story, other, when));
    let holds = |side: &[When], when: &When| side.iter().any(|other| other.clause == when.clause);
    for [left, right] in found.iter_mut() {
        let (x, y) = if fits(left, &first) && fits(right, &second) {
            (first, second)
        } else if fits(left, &second) && fits(right, &first) {
            (second, first)
        } else {
            continue;
        };
        match (holds(left, &x), holds(right, &y)) {
            (false, false) => continue,
            (false, true) => left.push(x),
            (true, false) => right.push(y),
            (true, true) => {}
        }
        return;
    }
    found.push([vec![first], vec![second]]);
}

/// Pairs of clauses of different accounts that give a time each and are much alike apart from it.
fn alike(story: &Story, times: &[Option<When>]) -> Vec<(usize, usize, f64)> {
    let timed: Vec<Option<Timed>> = times
        .iter()
        .enumerate()
        .map(|(clause, when)| {
            let revises = || later::revises(story, story.place(clause));
            when.as_ref().map(|when| Timed { when, context: context(story, when), revises: revises() })
        })
        .collect();
    let mut found = Vec::new();
    for (a, first) in timed.iter().enumerate().filter_map(|(a, first)| Some((a, first.as_ref()?))) {
        for b in story.sharing(story.units.account(a), &first.context).into_iter().filter(|&b| b > a) {
            let Some(second) = timed.get(b).and_then(Option::as_ref) else { continue };
            if story.units.account(a) == story.units.account(b) {
                continue;
            }
            let shared = overlap(&first.context, &second.context);
            let revised = first.revises || second.revises;
            let link = story.link(a, b).unwrap_or(0.0);
            let mut least = LEAST_RATIO;
            for (holds, lower) in [
                (revised, LEAST_RATIO_REVISED),
                (link >= LEAST_LINK, LEAST_RATIO_LINKED),
                (link >= SURE_LINK, LEAST_RATIO_SURE),
                (
                    shared.ratio() >= LEAST_RATIO_TELLING && permuted(first.when, second.when),
                    LEAST_RATIO_TELLING,
                ),
                (
                    shared.ratio() >= LEAST_RATIO_CLOSE
                        && agree::is_close(story, first.when, second.when)
                        && anchor::shared(story, first.when, second.when),
                    LEAST_RATIO_CLOSE,
                ),
            ] {
                if holds {
                    least = least.min(lower);
                }
            }
            if shared.ratio() >= least && shared.content > 0.0 {
                found.push((a, b, shared.ratio()));
            }
        }
    }
    found
}

/// A clause that gives a time.
struct Timed<'w> {
    when: &'w When<'w>,
    /// What the clause says apart from its times and figures.
    context: Vec<Term>,
    /// It says that it brings up to date what was said before.
    revises: bool,
}

/// Whether two clauses that are not surely linked count things, and none in the same number: `nine were let go on
/// Saturday`, `17 were let go on Thursday`.
fn counts_apart(story: &Story, a: usize, b: usize) -> bool {
    let counts = |clause: usize| -> Vec<f64> {
        let counted = |quantity: &&Quantity| quantity.counted.is_some() && quantity.unit.is_none();
        story
            .quantities(story.place(clause))
            .filter(counted)
            .filter_map(|quantity| quantity.nominal)
            .collect()
    };
    let (x, y) = (counts(a), counts(b));
    let linked = story.link(a, b).is_some_and(|score| score >= SURE_LINK);
    !linked && !x.is_empty() && !y.is_empty() && !x.iter().any(|value| y.contains(value))
}

/// Whether two times are years of the same digits in another order.
fn permuted(a: &When, b: &When) -> bool {
    let year = |when: &When| when.expression.precision == Precision::Year;
    let digits = |when: &When| {
        let mut digits: Vec<char> = when.expression.value.chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    year(a) && year(b) && a.expression.value != b.expression.value && digits(a) == digits(b)
}

/// What a clause says of its time, apart from its times and figures: of `was on its way up when it stopped at five` what
/// stands behind *when*.
fn context(story: &Story, when: &When) -> Vec<Term> {
    let terms = story.terms(when.clause);
    let place = story.place(when.clause);
    let told = Span::new(place.span.start(), when.place.span.start());
    let before = story.words(Place::new(place.account, told)).rfind(" when ");
    let from = before.map_or(0, |at| place.span.start() + at);
    let plain = |term: &&Term| {
        !matches!(term.class, TermClass::Date | TermClass::Figure) && term.span.start() >= from
    };
    terms.iter().filter(plain).copied().collect()
}

/// Whether a clause tells of what is planned or promised.
fn is_planned(story: &Story, clause: usize) -> bool {
    let strength = story.statement(clause).map(|statement| statement.strength);
    matches!(strength, Some(Strength::Planned | Strength::Promised))
}

fn difference(story: &Story, first: &[When], second: &[When]) -> Difference {
    let claim = first.iter().chain(second).find_map(|when| story.claim_of(when.clause));
    let side = |side: &[When]| {
        let evidence: Vec<Place> = side.iter().map(|when| story.place(when.clause)).collect();
        let value = side.first().map_or("", |when| shown(story, when)).to_owned();
        Side { value, evidence }
    };
    let (left, right) = (side(first), side(second));
    let corrected = left.evidence.iter().chain(&right.evidence).any(|&place| later::revises(story, place));
    let planned = |side: &[When]| side.iter().all(|when| !when.said && is_planned(story, when.clause));
    let later = later::are_apart(story, &left.evidence, &right.evidence);
    let slip = first.iter().any(|x| second.iter().any(|y| x.slips(y)));
    let (relation, rule, why) = if corrected {
        (DifferenceRelation::Update, "date.update", "one account says that it corrects the earlier time")
    } else if later && !slip && planned(first) && planned(second) {
        (DifferenceRelation::Update, "date.moved", "what is planned may have been put at another time since")
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
