//! How two figures for the same thing stand to each other.

use super::digits::{factor, is_permuted, nearly, rounds, same_number_of_money, slips};
use super::likeness::{agreement, some_of_all};
use super::relate::shown;
use super::scope::{counterparts, is_more, is_narrower, is_of_day, of_one_whole, scoped};
use super::{CHANGES, Figure, is_person, toll};
use crate::Place;
use crate::cues;
use crate::difference::DifferenceRelation;
use crate::difference::later;
use crate::difference::phrase::{Phrases, spaced};
use crate::story::Story;
use corroborate_extract::Strength;
use corroborate_quantity::{Quantity, Relation, relation};
use corroborate_text::{fold, stem};
use std::sync::LazyLock;

/// A relation, the rule that finds it, and why.
pub(super) type Verdict = (DifferenceRelation, &'static str, &'static str);

/// How two sides stand to each other, by their first figures and the places of all.
pub(super) fn verdict(
    story: &Story,
    figures: &[Figure],
    sides: [&[usize]; 2],
    places: [&[Place]; 2],
) -> Option<Verdict> {
    let all =
        |side: &[usize]| -> Vec<&Figure> { side.iter().filter_map(|&index| figures.get(index)).collect() };
    let [first, second] = sides.map(all);
    let (a, b) = (*first.first()?, *second.first()?);
    let [left, right] = places;
    // The earlier figure, then the later one, where that is known.
    let order = if later::follows(story, left, right) {
        Some((a, b))
    } else {
        later::follows(story, right, left).then_some((b, a))
    };
    let later = order.is_some();
    // What takes a look at all words around is asked for last.
    let revised = || left.iter().chain(right).any(|&place| later::revises(story, place));
    let tally = || is_tally(story, a) || is_tally(story, b);
    let how = relation(a.quantity, b.quantity);
    let nominal_equal = a.quantity.nominal.is_some() && a.quantity.nominal == b.quantity.nominal;
    // `More than a fifth` against `a fifth`; a score has another side.
    let one_number =
        nominal_equal && a.quantity.unit == b.quantity.unit && a.quantity.against == b.quantity.against;
    // Whatever words the others of a side use for it.
    let same_thing = first.iter().any(|a| {
        let same = |b: &&&Figure| {
            a.counted == b.counted || agreement(a, b).is_some_and(|agreement| agreement >= 0.8)
        };
        second.iter().any(|b| same(&b))
    });
    // `214 flights`, and later `more than 200 flights`: the later one does not replace the earlier.
    let looser =
        order.is_some_and(|(early, late)| relation(late.quantity, early.quantity) == Relation::Contains);
    // `Fewer than 60 votes`, and later `52`: it says no other.
    let kept = order.is_some_and(|(early, late)| {
        early.quantity.upper.is_some() && relation(early.quantity, late.quantity) == Relation::Contains
    });
    let same_toll = toll::of_figure(a).is_some() && toll::of_figure(a) == toll::of_figure(b);
    Some(if a.counted == b.counted && (some_of_all(a, b) || some_of_all(b, a)) {
        (DifferenceRelation::Conflict, "figure.all", "one is of some and the other of all of the same")
    } else if a.part != b.part && a.counted == b.counted && how == Relation::Disjoint {
        (
            DifferenceRelation::DifferentScope,
            "figure.some",
            "one counts some of those that the other counts together",
        )
    } else if !same_rate(a, b) && nominal_equal {
        (DifferenceRelation::Conflict, "figure.rate", "it is the same number for different lengths of time")
    } else if !same_rate(a, b) {
        (DifferenceRelation::DifferentScope, "figure.per", "they are for different lengths of time")
    } else if how == Relation::Disjoint && (is_of_day(story, a, b) || is_of_day(story, b, a)) {
        (DifferenceRelation::DifferentScope, "figure.per", "one is for a day and the other for a longer time")
    } else if same_number_of_money(a.quantity, b.quantity) {
        currency(story, &first, &second)
    } else if slips(a.quantity, b.quantity) {
        (
            DifferenceRelation::Conflict,
            "figure.slip",
            "they have the same digits and stand a power of ten apart, so one is likely a slip",
        )
    } else if is_permuted(a.quantity, b.quantity) && same_thing && !(revised() && (later || tally())) {
        (
            DifferenceRelation::Conflict,
            "figure.digits",
            "they have the same digits in another order, so one is likely a slip",
        )
    } else if same_toll
        && order.is_some_and(|(early, late)| turns_digits(early.quantity, late.quantity))
        && !revised()
    {
        (
            DifferenceRelation::Conflict,
            "figure.digits",
            "the later count is smaller and has the digits of the earlier in another order",
        )
    } else if scoped(story, a) != scoped(story, b) && !of_one_whole(story, a, b) {
        (DifferenceRelation::DifferentScope, "figure.scope", "one of them takes more together than the other")
    } else if same_toll && later && !nominal_equal && !looser {
        UPDATE
    } else if how == Relation::Disjoint && counterparts(story, a, b) {
        (
            DifferenceRelation::DifferentScope,
            "figure.apart",
            "each is of the other's counterpart, as winners are of losers",
        )
    } else if are_limits(story, a, b) {
        (DifferenceRelation::Conflict, "figure.limit", "both are the most that there can be of it")
    } else if rounds(a.quantity, b.quantity) && nearly(a, b) {
        ROUNDING
    } else if !nominal_equal && (later && !looser && !kept && tally() || revised()) {
        UPDATE
    } else if starts_from(story, a, b) || starts_from(story, b, a) {
        CHANGE
    } else if matches!(how, Relation::Inside | Relation::Contains | Relation::Overlapping)
        || one_number && how == Relation::Disjoint
    {
        (DifferenceRelation::Compatible, "figure.bounds", "they allow common values, so both can be true")
    } else if rounds(a.quantity, b.quantity) {
        ROUNDING
    } else if order.is_some_and(|(early, late)| moment(story, early) && !moment(story, late)) {
        (
            DifferenceRelation::Update,
            "figure.outcome",
            "the later one says what came of what the earlier one expected",
        )
    } else if moment(story, a) != moment(story, b) {
        (
            DifferenceRelation::DifferentScope,
            "figure.moment",
            "one is of what has happened, the other of what may",
        )
    } else if undated(story, left, right) && tally() {
        (
            DifferenceRelation::Update,
            "figure.tally",
            "they are counts that change while an event goes on, at times not known",
        )
    } else if is_more(story, a) != is_more(story, b) && a.quantity.unit.is_none() && how == Relation::Disjoint
    {
        (
            DifferenceRelation::DifferentScope,
            "figure.more",
            "one is of those beside the ones that the other counts",
        )
    } else if is_narrower(story, a, b) || is_narrower(story, b, a) {
        (
            DifferenceRelation::DifferentScope,
            "figure.within",
            "the smaller one is of a place or of a people that the other does not name",
        )
    } else if !same_thing && a.quantity.unit.is_none() {
        (DifferenceRelation::DifferentScope, "figure.counted", "they do not count the same thing")
    } else {
        (
            DifferenceRelation::Conflict,
            "figure.disjoint",
            "they have no value in common and are said of the same thing",
        )
    })
}

const UPDATE: Verdict = (
    DifferenceRelation::Update,
    "figure.update",
    "they are counted at different times, and the later one stands",
);

const CHANGE: Verdict = (
    DifferenceRelation::Update,
    "figure.change",
    "one account says that it has changed from what the other gives",
);

const ROUNDING: Verdict = (
    DifferenceRelation::Compatible,
    "figure.rounding",
    "they agree to the digits that the rounder one gives",
);

/// Whether two figures are for the same length of time, as far as both name one.
pub(super) fn same_rate(a: &Figure, b: &Figure) -> bool {
    a.rate.is_none() || b.rate.is_none() || a.rate == b.rate
}

/// The same number of two currencies: of dollars whose country is not given, the two may be the same money.
fn currency(story: &Story, first: &[&Figure], second: &[&Figure]) -> Verdict {
    let bare = |figure: &Figure| {
        let shown = shown(story, figure);
        shown.starts_with('$')
            || figure.quantity.unit.is_some_and(|unit| unit.symbol == "USD") && !shown.contains("US")
    };
    let dollars = |figure: &Figure| {
        let shown = fold(&shown(story, figure));
        shown.contains('$') || shown.contains("dollar")
    };
    let none_said = |side: &[&Figure]| side.iter().all(|figure| bare(figure));
    let all_dollars = first.iter().chain(second).all(|figure| dollars(figure));
    if all_dollars && (none_said(first) || none_said(second)) {
        (DifferenceRelation::Compatible, "figure.dollar", "one does not say whose dollars it means")
    } else {
        (DifferenceRelation::Conflict, "figure.currency", "it is the same number in different currencies")
    }
}

/// Whether a figure is of something that changes while an event goes on: by what it counts, or, for people, money
/// and measures, by the words around it.
fn is_tally(story: &Story, figure: &Figure) -> bool {
    let counted = figure.counted.as_deref();
    let measured = figure.quantity.unit.is_some();
    // `Nine days before the vote` does not change while it goes on.
    if figure.quantity.unit.is_some_and(|unit| unit.dimension == "time") {
        return false;
    }
    counted.is_some_and(|counted| toll::is_toll(counted) || later::is_tally(counted))
        || counted.is_none_or(|counted| is_person(counted) || is_property(counted) || measured)
            && is_whole(figure)
            && later::tells_tally(story, figure.place)
}

/// Whether a stem is of what is destroyed and burnt while an event goes on.
fn is_property(counted: &str) -> bool {
    cues::PROPERTY.iter().any(|word| stem(word) == counted)
}

/// Whether a figure is no fraction of a thing that has none: a magnitude of 6.7 counts nobody.
fn is_whole(figure: &Figure) -> bool {
    figure.quantity.unit.is_some() || figure.quantity.nominal.is_none_or(|value| value.fract() == 0.0)
}

/// Whether either side's accounts give no date of their own.
fn undated(story: &Story, left: &[Place], right: &[Place]) -> bool {
    let unknown = |side: &[Place]| side.iter().all(|place| story.published(place.account).is_none());
    unknown(left) || unknown(right)
}

/// Whether two figures are both the most of something, and differ so much that one of them is wrong: `up to 9 years`,
/// `the highest sentence is 40 years`.
fn are_limits(story: &Story, a: &Figure, b: &Figure) -> bool {
    let open = |quantity: &Quantity| quantity.lower.is_none() && quantity.upper.is_some();
    let named = |figure: &Figure| cues::says(story.spaced(figure.clause), cues::UPPER_LIMITS);
    let most = |figure: &Figure| {
        let quantity = figure.quantity;
        let value = quantity.nominal.filter(|_| open(quantity) || named(figure))?;
        Some(value * factor(quantity))
    };
    let same_unit = a.quantity.unit.map(|unit| unit.dimension) == b.quantity.unit.map(|unit| unit.dimension);
    let limits = same_unit && (open(a.quantity) || open(b.quantity));
    limits && most(a).zip(most(b)).is_some_and(|(x, y)| x.max(y) >= FARTHEST_LIMITS * x.min(y))
}

/// Least ratio of two limits of one thing at which they are told as a conflict.
const FARTHEST_LIMITS: f64 = 2.0;

/// Whether a figure is of something expected, planned or polled rather than of what has happened.
fn moment(story: &Story, figure: &Figure) -> bool {
    let strength = story.statement(figure.clause).map(|statement| statement.strength);
    strength.is_some_and(|strength| strength <= Strength::Promised)
        || FORECASTS.any(story.spaced(figure.clause))
}

/// Words for what tells a result before it is there.
static FORECASTS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/forecasts.txt")));

/// Whether the later of two counts is the smaller, and has the two digits of the earlier changed round. What has
/// happened to people does not become less.
fn turns_digits(early: &Quantity, late: &Quantity) -> bool {
    let (Some(x), Some(y)) = (early.nominal, late.nominal) else { return false };
    let two = |value: f64| (10.0..100.0).contains(&value) && value.fract() == 0.0;
    two(x) && two(y) && y < x && ((x % 10.0) * 10.0 + (x / 10.0).floor() - y).abs() < f64::EPSILON
}

/// Whether a figure says what another has become: `from 20 million to 35 million` beside `20 million`.
fn starts_from(story: &Story, change: &Figure, old: &Figure) -> bool {
    let first = change.quantity.lower.map(|bound| bound.value).zip(old.quantity.nominal);
    let same = first.is_some_and(|(from, old)| (from - old).abs() < f64::EPSILON);
    let text = story.text(change.place.account);
    let words =
        text.get(story.place(change.clause).span.start()..change.quantity.span.end()).unwrap_or_default();
    let changes = || CHANGES.any(&spaced(words));
    same && fold(&shown(story, change)).starts_with("from ") && changes()
}
