//! Two values for the same thing, as a difference.

use super::Figure;
use super::digits::is_one_value;
use super::likeness::is_comparable;
use super::subject::subject;
use super::verdict::{same_rate, verdict};
use crate::Place;
use crate::difference::{Difference, DifferenceKind, Side};
use crate::story::Story;
use corroborate_quantity::{Relation, relation};

/// The figures of a slot by value, each side in story order and those of one number together.
pub(super) fn sides(figures: &[Figure], slot: &[usize]) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for &index in slot {
        let Some(figure) = figures.get(index) else { continue };
        let same = sides.iter_mut().find(|side| {
            let mut others = side.iter().filter_map(|&other| figures.get(other));
            let equal = |other: &Figure| {
                relation(other.quantity, figure.quantity) == Relation::Equal && same_rate(other, figure)
            };
            let one =
                |other: &Figure| is_one_value(other.quantity, figure.quantity) && same_rate(other, figure);
            others.clone().next().is_some_and(equal) || others.all(one)
        });
        match same {
            Some(side) => side.push(index),
            None => sides.push(vec![index]),
        }
    }
    // Those of one number stand together: `about 40`, `at least 40`.
    let number = |side: &[usize]| figures.get(*side.first()?)?.quantity.nominal.map(f64::to_bits);
    let order: Vec<Option<u64>> = sides.iter().map(|side| number(side)).collect();
    sides.sort_by_key(|side| {
        order.iter().position(|other| other.is_some() && *other == number(side)).unwrap_or(order.len())
    });
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
    if !is_comparable(a.quantity, b.quantity) {
        return None;
    }
    let (value, other) = (shown(story, a), shown(story, b));
    let (relation, rule, why) = verdict(story, figures, [first, second], [&left, &right])?;
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

pub(super) fn shown(story: &Story, figure: &Figure) -> String {
    story.shown(Place::new(figure.place.account, figure.quantity.span))
}
