//! How two figures for the same thing stand to each other.

use super::digits::{is_permuted, nearly, same_number_of_money, slips};
use super::slot::{agreement, is_comparable};
use super::subject::subject;
use super::{Figure, SCOPES, is_person, toll};
use crate::Place;
use crate::difference::later;
use crate::difference::phrase::spaced;
use crate::difference::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::story::Story;
use corroborate_extract::Strength;
use corroborate_quantity::{Quantity, Relation, relation};
use corroborate_text::fold;

/// The figures of a slot by value, each side in story order.
pub(super) fn sides(figures: &[Figure], slot: &[usize]) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for &index in slot {
        let Some(figure) = figures.get(index) else { continue };
        let same = sides.iter_mut().find(|side| {
            let first = side.first().and_then(|&first| figures.get(first));
            first.is_some_and(|first| {
                relation(first.quantity, figure.quantity) == Relation::Equal && same_rate(first, figure)
            })
        });
        match same {
            Some(side) => side.push(index),
            None => sides.push(vec![index]),
        }
    }
    sides
}

pub(super) fn difference(
    story: &Story,
    figures: &[Figure],
    first: &[usize],
    second: &[usize],
) -> Option<Difference> {
    let head = |side: &[usize]| side.first().and_then(|&index| figures.get(index));
    let (a, b) = (head(first)?, head(second)?);
    let places = |side: &[usize]| -> Vec<Place> {
        let figures = side.iter().filter_map(|&index| figures.get(index));
        let mut places: Vec<Place> = figures.flat_map(Figure::places).collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let (left, right) = (places(first), places(second));
    let later = later::follows(story, &left, &right) || later::follows(story, &right, &left);
    let revised = left.iter().chain(&right).any(|&place| later::revises(story, place));
    let tally = is_tally(story, a) || is_tally(story, b);
    let how = relation(a.quantity, b.quantity);
    if !is_comparable(a.quantity, b.quantity) {
        return None;
    }
    let (value, other) = (shown(story, a), shown(story, b));
    let nominal_equal = a.quantity.nominal.is_some() && a.quantity.nominal == b.quantity.nominal;
    let same_thing = a.counted == b.counted || agreement(a, b).is_some_and(|agreement| agreement >= 0.8);
    let (relation, rule, why) = if !same_rate(a, b) && nominal_equal {
        (DifferenceRelation::Conflict, "figure.rate", "it is the same number for different lengths of time")
    } else if !same_rate(a, b) {
        (DifferenceRelation::DifferentScope, "figure.per", "they are for different lengths of time")
    } else if same_number_of_money(a.quantity, b.quantity) {
        let all = |side: &[usize]| -> Vec<&Figure> {
            side.iter().filter_map(|&index| figures.get(index)).collect()
        };
        currency(story, &all(first), &all(second))
    } else if slips(a.quantity, b.quantity) {
        (
            DifferenceRelation::Conflict,
            "figure.slip",
            "they have the same digits and stand a power of ten apart, so one is likely a slip",
        )
    } else if is_permuted(a.quantity, b.quantity) && same_thing && !(revised && (later || tally)) {
        (
            DifferenceRelation::Conflict,
            "figure.digits",
            "they have the same digits in another order, so one is likely a slip",
        )
    } else if toll::is_toll(a.counted.as_deref().unwrap_or_default())
        && a.counted == b.counted
        && later
        && !nominal_equal
    {
        UPDATE
    } else if scoped(story, a) != scoped(story, b) {
        (DifferenceRelation::DifferentScope, "figure.scope", "one of them takes more together than the other")
    } else if rounds(a.quantity, b.quantity) && nearly(a, b) {
        ROUNDING
    } else if (later && tally || revised) && !nominal_equal {
        UPDATE
    } else if matches!(how, Relation::Inside | Relation::Contains | Relation::Overlapping) {
        (DifferenceRelation::Compatible, "figure.bounds", "they allow common values, so both can be true")
    } else if rounds(a.quantity, b.quantity) {
        ROUNDING
    } else if moment(story, a) != moment(story, b) {
        (
            DifferenceRelation::DifferentScope,
            "figure.moment",
            "one is of what has happened, the other of what may",
        )
    } else if tally && undated(story, &left, &right) {
        (
            DifferenceRelation::Update,
            "figure.tally",
            "they are counts that change while an event goes on, at times not known",
        )
    } else if !same_thing && a.quantity.unit.is_none() {
        (DifferenceRelation::DifferentScope, "figure.counted", "they do not count the same thing")
    } else {
        (
            DifferenceRelation::Conflict,
            "figure.disjoint",
            "they have no value in common and are said of the same thing",
        )
    };
    let why = format!("“{value}” and “{other}”: {why}.");
    Some(Difference {
        kind: DifferenceKind::Figure,
        relation,
        subject: subject(story, a),
        sides: vec![Side { value, evidence: left }, Side { value: other, evidence: right }],
        rule,
        explanation: why,
        claim: story.claim_of(a.clause),
    })
}

const UPDATE: (DifferenceRelation, &str, &str) = (
    DifferenceRelation::Update,
    "figure.update",
    "they are counted at different times, and the later one stands",
);

const ROUNDING: (DifferenceRelation, &str, &str) = (
    DifferenceRelation::Compatible,
    "figure.rounding",
    "they agree to the digits that the rounder one gives",
);

/// Whether two figures are for the same length of time, as far as both name one.
fn same_rate(a: &Figure, b: &Figure) -> bool {
    a.rate.is_none() || b.rate.is_none() || a.rate == b.rate
}

/// The same number of two currencies: of dollars whose country is not given, the two may be the same money.
fn currency(
    story: &Story,
    first: &[&Figure],
    second: &[&Figure],
) -> (DifferenceRelation, &'static str, &'static str) {
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
    counted.is_some_and(|counted| toll::is_toll(counted) || later::is_tally(counted))
        || counted.is_none_or(is_person) && is_whole(figure) && later::tells_tally(story, figure.place)
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

/// Letters behind a clause that are looked at for what it takes together.
const NEXT: usize = 24;

/// Whether a figure's clause says that it takes several things together, or one apart.
fn scoped(story: &Story, figure: &Figure) -> bool {
    // `47 people, counting the guides`: the phrase may open the next clause.
    let clause = story.place(figure.clause);
    let behind = story.text(clause.account).get(clause.span.end()..).unwrap_or_default();
    let next: String = behind.chars().take(NEXT).take_while(|c| !matches!(c, '.' | '\n')).collect();
    let words = spaced(&format!("{} {next}", story.words(clause)));
    SCOPES.any(&words)
}

/// Whether a figure is of something expected or planned rather than of what has happened.
fn moment(story: &Story, figure: &Figure) -> bool {
    let strength = story.statement(figure.clause).map(|statement| statement.strength);
    strength.is_some_and(|strength| strength <= Strength::Promised)
}

/// Whether two measures are the same in different units, as far as their digits tell.
pub(super) fn converted(a: &Quantity, b: &Quantity) -> bool {
    let unit = |quantity: &Quantity| quantity.unit.map(|unit| unit.symbol);
    let money = a.unit.is_some_and(|unit| unit.currency().is_some())
        && b.unit.is_some_and(|u| u.currency().is_some());
    unit(a).is_some()
        && unit(b).is_some()
        && unit(a) != unit(b)
        && (money || relation(a, b) == Relation::Equal || rounds(a, b))
}

/// Whether the rounder of two values is the other one rounded to its digits.
pub(super) fn rounds(a: &Quantity, b: &Quantity) -> bool {
    let value = |quantity: &Quantity| {
        let factor = quantity.unit.map_or(1.0, |unit| unit.factor);
        quantity.nominal.map(|nominal| (nominal * factor, step(nominal) * factor))
    };
    let (Some((x, x_step)), Some((y, y_step))) = (value(a), value(b)) else { return false };
    (x - y).abs() <= 0.5 * x_step.max(y_step) * 1.0001
}

/// The unit of the last digit that a number gives: 0.01 for 7.25, 1000 for 52,000, 1 for 31.
fn step(value: f64) -> f64 {
    let mut step = 1.0;
    if value.fract() != 0.0 {
        while (value / step - (value / step).round()).abs() > 1e-9 && step > 1e-6 {
            step /= 10.0;
        }
        return step;
    }
    while value != 0.0 && step * 10.0 < value.abs() && (value % (step * 10.0)) == 0.0 {
        step *= 10.0;
    }
    step
}

pub(super) fn shown(story: &Story, figure: &Figure) -> String {
    story.shown(Place::new(figure.place.account, figure.quantity.span))
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_last_digit_given() {
        assert!((step(7.25) - 0.01).abs() < 1e-12);
        assert!((step(52_000.0) - 1000.0).abs() < 1e-9);
        assert!((step(31.0) - 1.0).abs() < 1e-9);
    }
}
