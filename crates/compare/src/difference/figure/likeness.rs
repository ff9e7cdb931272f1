//! How likely two figures are for the same thing: by what they count and by what stands around them.

use super::digits::{begins_with, factor, is_permuted, nearly, same_number_of_money, slips};
use super::{Figure, GENERIC, is_person, toll};
use crate::align::overlap;
use crate::difference::is_said;
use crate::lexicon;
use crate::story::Story;
use corroborate_quantity::{Quantity, QuantityKind, Relation, relation};

/// Lowest likeness of the clauses around two figures, by how well what they count agrees: the same thing, much the
/// same, a word that fits many things (`people`), nothing said on either side, nothing said on one, and that of few.
const LEAST_CONTEXT: [(f64, f64); 6] =
    [(1.0, 0.22), (0.8, 0.28), (0.6, 0.32), (0.5, 0.36), (0.3, 0.5), (0.2, 0.6)];
/// Numbers up to this stand in most sentences of any story.
const FEW: f64 = 12.0;
/// Lowest likeness of the clauses where the two numbers themselves tell that they are of one thing.
const LEAST_TELLING: f64 = 0.08;
/// Lowest likeness of the clauses around two bare numbers, where they are not linked.
const LEAST_BARE: f64 = 0.5;
/// Two values with a greater ratio than this are hardly results of one count.
const FARTHEST: f64 = 6.0;
/// The same for lengths of time in clauses that are not surely of one thing.
const FARTHEST_LENGTHS: f64 = 3.0;
/// Smallest whole number that is no rounded measure.
const LEAST_COUNT: f64 = 100.0;

/// The order in which pairs are brought together: equal values, then values that can be one, then others unless
/// they are so far apart that hardly the same thing is counted; unless that it is the same is sure.
pub(super) fn rank(a: &Quantity, b: &Quantity, sure: bool) -> Option<u8> {
    let rank = match relation(a, b) {
        Relation::Equal => return Some(0),
        Relation::Inside | Relation::Contains | Relation::Overlapping => 1,
        Relation::Disjoint => 2,
        Relation::NotComparable => return same_number_of_money(a, b).then_some(2),
    };
    let (x, y) = (value(a)?, value(b)?);
    // `Nobody was hurt` is not a hundredth of anything.
    let none = a.negated != b.negated;
    (sure || none || x.max(y) <= FARTHEST * x.min(y) || slips(a, b)).then_some(rank)
}

/// The size of a value in the base unit of its dimension.
fn value(quantity: &Quantity) -> Option<f64> {
    let written = quantity.nominal.or(quantity.lower.map(|bound| bound.value))?;
    Some((written * factor(quantity)).abs())
}

/// How many times the larger of two values is the smaller.
fn ratio(a: &Figure, b: &Figure) -> Option<f64> {
    let (x, y) = (value(a.quantity)?, value(b.quantity)?);
    Some(x.max(y) / x.min(y).max(f64::MIN_POSITIVE))
}

/// Whether two values can be held against each other at all.
pub(super) fn is_comparable(a: &Quantity, b: &Quantity) -> bool {
    relation(a, b) != Relation::NotComparable || same_number_of_money(a, b)
}

/// Whether the clauses of two figures are linked and so much alike that the figures are for the same, however far apart.
pub(super) fn is_sure(story: &Story, a: &Figure, b: &Figure) -> bool {
    story.link(a.clause, b.clause).is_some_and(|score| score >= SURE_LINK)
        && overlap(&a.context, &b.context).ratio() >= SURE_RATIO
        && a.counted == b.counted
        && (a.counted.is_some() || a.quantity.unit.is_some())
}

/// Lowest score of a link, and lowest likeness of what stands around two figures, for them to be of one thing surely.
const SURE_LINK: f64 = 1.0;
const SURE_RATIO: f64 = 0.5;

/// How sure it is that two figures are for the same thing, if it is likely at all.
pub(super) fn likeness(story: &Story, a: &Figure, b: &Figure) -> Option<f64> {
    // A sum for a year and one for no length of time can be held against each other only where they are one number.
    if a.rate.is_some() != b.rate.is_some() && a.quantity.nominal != b.quantity.nominal {
        return None;
    }
    if !is_comparable(a.quantity, b.quantity) {
        return None;
    }
    // What was years ago is another thing.
    if a.past != b.past && relation(a.quantity, b.quantity) != Relation::Equal {
        return None;
    }
    // Some of the dead are not the dead.
    let of_all = a.counted == b.counted && (some_of_all(a, b) || some_of_all(b, a));
    if of_all {
        return Some(1.0);
    }
    if a.part != b.part && relation(a.quantity, b.quantity) != Relation::Equal && !is_sure(story, a, b) {
        return None;
    }
    // `Nobody` is none of those counted, where it is told of whom.
    let none = a.quantity.negated != b.quantity.negated;
    if none && (a.counted != b.counted || !a.counted.as_deref().is_some_and(toll::is_toll)) {
        return None;
    }
    let ordinal = |figure: &Figure| figure.quantity.kind == QuantityKind::Ordinal;
    if (ordinal(a) || ordinal(b)) && !is_sure(story, a, b) {
        return None;
    }
    let near = story.near(a.clause, b.clause);
    // The same digits in another order, in linked sentences: of one thing, by whatever noun it goes.
    let copied = || near && is_permuted(a.quantity, b.quantity);
    let counted = agreement(a, b).or_else(|| copied().then_some(0.6))?;
    let around = overlap(&a.context, &b.context);
    let linked = story.link(a.clause, b.clause).is_some();
    let context = around.ratio()
        + if linked {
            0.2
        } else if near {
            0.1
        } else {
            0.0
        };
    let changes = || begins_with(a.quantity, b.quantity) || begins_with(b.quantity, a.quantity);
    let telling = || is_permuted(a.quantity, b.quantity) || nearly(a, b) || changes();
    let least = if counted >= 0.6 && telling() {
        LEAST_TELLING
    } else {
        LEAST_CONTEXT.iter().find(|(least, _)| counted >= *least).map_or(1.0, |(_, context)| *context)
    };
    // `317 of 340 pylons` counts, and `40.5` measures.
    let counts =
        |figure: &Figure| figure.quantity.nominal.is_some_and(|n| n.fract() == 0.0 && n >= LEAST_COUNT);
    let part = |figure: &Figure| figure.quantity.nominal.is_some_and(|n| n.fract() != 0.0);
    let two_kinds = counts(a) && part(b) || part(a) && counts(b);
    if two_kinds && a.quantity.unit.is_none() && relation(a.quantity, b.quantity) == Relation::Disjoint {
        return None;
    }
    // Two bare numbers, or lengths of time, need sentences that say the same.
    let bare = |figure: &Figure| figure.counted.is_none() && figure.quantity.unit.is_none();
    let lasts = |figure: &Figure| {
        let time = figure.quantity.unit.is_some_and(|unit| unit.dimension == "time");
        let own = figure.counted.is_none() && !is_said(story, figure.place);
        own && figure.rate.is_none() && time
    };
    let alike = linked || around.ratio() >= LEAST_BARE;
    let long = lasts(a) && lasts(b);
    if long && !linked && ratio(a, b).is_some_and(|ratio| ratio > FARTHEST_LENGTHS) {
        return None;
    }
    let told = alike || !(bare(a) && bare(b) || long && !near && !telling());
    // `3,480 cases` and `about 3,500 fell ill`: one toll, told more and less exactly.
    let one_toll = a.counted == b.counted && a.counted.as_deref().is_some_and(toll::is_toll) && telling();
    (context >= least && told && around.content > 0.0 || one_toll).then_some(context + counted)
}

/// Whether one account tells of some what another tells of all of them: `six of the nine`, `all nine`.
pub(super) fn some_of_all(some: &Figure, all: &Figure) -> bool {
    all.all && some.among.is_some() && some.among == all.quantity.nominal
}

/// How well what two figures count agrees; `None` where it is not the same thing.
pub(super) fn agreement(a: &Figure, b: &Figure) -> Option<f64> {
    let measured = a.quantity.unit.is_some();
    match (a.counted.as_deref(), b.counted.as_deref()) {
        (Some(x), Some(y)) if x == y => Some(if GENERIC.contains(x) { 0.6 } else { 1.0 }),
        (Some(x), Some(y)) => {
            let shared = lexicon::groups(x).iter().any(|group| lexicon::groups(y).contains(group));
            // `22 hikers were hurt` beside `six people were hurt`.
            let one_toll = a.toll.as_deref() == Some(y) || b.toll.as_deref() == Some(x);
            if shared || one_toll || mentions(a, y) && mentions(b, x) {
                Some(0.8)
            } else if toll::is_toll(x) && toll::is_toll(y) {
                None
            } else if is_person(x) && is_person(y) && (GENERIC.contains(x) || GENERIC.contains(y)) {
                Some(0.6)
            } else {
                measured.then_some(0.3)
            }
        }
        (None, None) => Some(if measured { 0.6 } else { 0.5 }),
        (Some(x), None) | (None, Some(x)) if toll::is_toll(x) => None,
        (Some(x), None) | (None, Some(x)) => {
            // `three boats, two of them new`: the one that says nothing is not the one that counts boats.
            let taken =
                |figure: &Figure| figure.counted.is_none() && figure.beside.iter().any(|other| other == x);
            let small = |figure: &Figure| figure.quantity.nominal.is_some_and(|value| value <= FEW);
            let likely = if measured {
                0.6
            } else if small(a) && small(b) {
                0.2
            } else {
                0.3
            };
            (!taken(a) && !taken(b)).then_some(likely)
        }
    }
}

/// Whether the clause of a figure speaks of something: `three of the injured were guards` of both.
fn mentions(figure: &Figure, stem: &str) -> bool {
    figure.words.iter().any(|word| word == stem)
}
