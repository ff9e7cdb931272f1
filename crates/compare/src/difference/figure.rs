//! Differences of figures: the same thing counted or measured, with another result.
//!
//! Figures are brought together by what they count and by the clause around them; equal ones first, so that in
//! two sentences with several figures each the differing ones meet only what is left.

use super::later::{self, rows};
use super::sum::{self, Sum};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::{EntityKind, Strength};
use corroborate_quantity::{Quantity, QuantityKind, Relation, relation};
use corroborate_text::{Span, TokenKind, fold, stem, tokens};
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// Lowest likeness of the clauses around two figures, by how well what they count agrees: the same thing, much the
/// same, a word that fits many things (`people`), nothing said on either side, nothing said on one.
const LEAST_CONTEXT: [(f64, f64); 5] = [(1.0, 0.22), (0.8, 0.28), (0.6, 0.32), (0.5, 0.3), (0.3, 0.42)];

/// Two values with a greater ratio than this are hardly results of one count.
const FARTHEST: f64 = 6.0;

/// A figure with what is around it.
pub(super) struct Figure<'a> {
    pub(super) quantity: &'a Quantity,
    pub(super) place: Place,
    pub(super) clause: usize,
    /// What is counted: the key of the name it holds, or the stem of its head.
    counted: Option<String>,
    /// Terms of the clause that are no figures.
    context: Vec<Term>,
    /// Stems of the clause's terms.
    words: Vec<String>,
}

/// Finds differing figures for the same thing.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let figures = figures(story);
    let slots = slots(story, &figures);
    let sums = sum::find(&figures);
    let added = |a: &[usize], b: &[usize]| {
        let apart = |&x: &usize, &y: &usize| sums.iter().any(|sum| sum.explains(x, y));
        a.iter().any(|x| b.iter().any(|y| apart(x, y)))
    };
    let mut found: Vec<Difference> = sums.iter().filter_map(|sum| summed(story, &figures, sum)).collect();
    for slot in slots {
        let sides = sides(&figures, &slot);
        for (index, first) in sides.iter().enumerate() {
            for second in sides.iter().skip(index + 1) {
                if !added(first, second) {
                    found.extend(difference(story, &figures, first, second));
                }
            }
        }
    }
    found
}

fn summed(story: &Story, figures: &[Figure], sum: &Sum) -> Option<Difference> {
    let (whole, first, second) =
        (figures.get(sum.whole)?, figures.get(sum.parts.0)?, figures.get(sum.parts.1)?);
    let parts = Place::new(first.place.account, first.place.span.hull(second.place.span));
    let value = shown(story, whole);
    let added = format!("{} and {}", shown(story, first), shown(story, second));
    Some(Difference {
        kind: DifferenceKind::Figure,
        relation: DifferenceRelation::Compatible,
        subject: subject(story, whole),
        explanation: format!("“{value}” is the sum of “{added}”."),
        sides: vec![
            Side { value, evidence: vec![whole.place] },
            Side { value: added, evidence: vec![parts] },
        ],
        rule: "figure.sum",
        claim: story.claim_of(whole.clause),
    })
}

fn figures<'a>(story: &Story<'a>) -> Vec<Figure<'a>> {
    let mut found = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quantity in &source.annotations.quantities {
            if quantity.kind == QuantityKind::Ordinal || quantity.kind == QuantityKind::Age {
                continue;
            }
            let Some(clause) = story.clause_at(account, quantity.number.start()) else { continue };
            let counted = quantity.counted.and_then(|span| counted(story, account, span));
            let terms = story.clause(clause).map_or(&[][..], |clause| clause.terms.as_slice());
            let context = terms.iter().filter(|term| term.class != TermClass::Figure).copied().collect();
            let words = terms.iter().map(|term| stem(&fold(term.span.of(&source.article.text)))).collect();
            let span = quantity.counted.map_or(quantity.span, |counted| quantity.span.hull(counted));
            found.push(Figure {
                quantity,
                place: Place::new(account, span),
                clause,
                counted,
                context,
                words,
            });
        }
    }
    found
}

/// Figures for the same thing: groups of indices, in story order, each with two accounts or more.
fn slots(story: &Story, figures: &[Figure]) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(u8, f64, usize, usize)> = Vec::new();
    let mut of_clause: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        of_clause.entry(figure.clause).or_default().push(index);
    }
    for (i, a) in figures.iter().enumerate() {
        let near = story.sharing(&a.context);
        for &j in near.iter().filter_map(|clause| of_clause.get(clause)).flatten() {
            let Some(b) = figures.get(j).filter(|b| i < j && b.place.account != a.place.account) else {
                continue;
            };
            if let Some(likeness) = likeness(story, a, b)
                && let Some(rank) = rank(a.quantity, b.quantity)
            {
                pairs.push((rank, likeness, i, j));
            }
        }
    }
    pairs.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    let mut slot_of: Vec<usize> = (0..figures.len()).collect();
    let mut slots: BTreeMap<usize, Vec<usize>> =
        (0..figures.len()).map(|index| (index, vec![index])).collect();
    for (_, _, i, j) in pairs {
        let (Some(&a), Some(&b)) = (slot_of.get(i), slot_of.get(j)) else { continue };
        let account = |index: &usize| figures.get(*index).map(|figure| figure.place.account);
        let (Some(first), Some(second)) = (slots.get(&a), slots.get(&b)) else { continue };
        if a == b || first.iter().any(|x| second.iter().any(|y| account(x) == account(y))) {
            continue;
        }
        let moved = slots.remove(&a.max(b)).unwrap_or_default();
        for &index in &moved {
            if let Some(slot) = slot_of.get_mut(index) {
                *slot = a.min(b);
            }
        }
        if let Some(slot) = slots.get_mut(&a.min(b)) {
            slot.extend(moved);
            slot.sort_unstable();
        }
    }
    slots.into_values().filter(|slot| slot.len() > 1).collect()
}

/// The order in which pairs are brought together: equal values, then values that can be one, then others unless
/// they are so far apart that hardly the same thing is counted.
fn rank(a: &Quantity, b: &Quantity) -> Option<u8> {
    let rank = match relation(a, b) {
        Relation::Equal => return Some(0),
        Relation::Inside | Relation::Contains | Relation::Overlapping => 1,
        Relation::Disjoint => 2,
        Relation::NotComparable => return None,
    };
    let value = |quantity: &Quantity| {
        let written = quantity.nominal.or(quantity.lower.map(|bound| bound.value))?;
        Some((written * quantity.unit.map_or(1.0, |unit| unit.factor)).abs())
    };
    let (x, y) = (value(a)?, value(b)?);
    (x.max(y) <= FARTHEST * x.min(y)).then_some(rank)
}

/// How sure it is that two figures are for the same thing, if it is likely at all.
fn likeness(story: &Story, a: &Figure, b: &Figure) -> Option<f64> {
    if relation(a.quantity, b.quantity) == Relation::NotComparable {
        return None;
    }
    let counted = agreement(a, b)?;
    let around = overlap(&a.context, &b.context);
    let linked = story.link(a.clause, b.clause).is_some();
    let near = story.near(a.clause, b.clause);
    let context = around.ratio()
        + if linked {
            0.2
        } else if near {
            0.1
        } else {
            0.0
        };
    let least =
        LEAST_CONTEXT.iter().find(|(least, _)| counted >= *least).map_or(1.0, |(_, context)| *context);
    (context >= least && around.content > 0.0).then_some(context + counted)
}

/// How well what two figures count agrees; `None` where it is not the same thing.
fn agreement(a: &Figure, b: &Figure) -> Option<f64> {
    let measured = a.quantity.unit.is_some();
    match (a.counted.as_deref(), b.counted.as_deref()) {
        (Some(x), Some(y)) if x == y => Some(if GENERIC.contains(x) { 0.6 } else { 1.0 }),
        (Some(x), Some(y)) => {
            let shared = lexicon::groups(x).iter().any(|group| lexicon::groups(y).contains(group));
            if shared || mentions(a, y) && mentions(b, x) {
                Some(0.8)
            } else if is_person(x) && is_person(y) && (GENERIC.contains(x) || GENERIC.contains(y)) {
                Some(0.6)
            } else {
                measured.then_some(0.3)
            }
        }
        (None, None) => Some(if measured { 0.6 } else { 0.5 }),
        _ => Some(if measured { 0.6 } else { 0.3 }),
    }
}

/// Whether the clause of a figure speaks of something: `three of the injured were guards` of both.
fn mentions(figure: &Figure, stem: &str) -> bool {
    figure.words.iter().any(|word| word == stem)
}

/// The key of what is counted: the entity of a people's name (`four Danes`), or the stem of the head noun.
fn counted(story: &Story, account: usize, span: Span) -> Option<String> {
    let text = story.text(account);
    let words: Vec<Span> = tokens(span.of(text))
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.span.shifted(span.start()))
        .collect();
    // `heads of state`: the head stands before the preposition.
    let of = words.iter().position(|word| matches!(word.of(text), "of" | "in" | "from" | "at" | "on"));
    let head = match of {
        Some(of) if of > 0 => words.get(of - 1),
        _ => words.last(),
    }?;
    let people = story.entity(account, head.start()).filter(|&entity| {
        story.entities.get(entity).is_some_and(|e| matches!(e.kind, EntityKind::Group | EntityKind::Place))
    });
    Some(people.map_or_else(|| stem(&fold(head.of(text))), |entity| format!("@{entity}")))
}

/// The figures of a slot by value, each side in story order.
fn sides(figures: &[Figure], slot: &[usize]) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for &index in slot {
        let Some(figure) = figures.get(index) else { continue };
        let same = sides.iter_mut().find(|side| {
            let first = side.first().and_then(|&first| figures.get(first));
            first.is_some_and(|first| relation(first.quantity, figure.quantity) == Relation::Equal)
        });
        match same {
            Some(side) => side.push(index),
            None => sides.push(vec![index]),
        }
    }
    sides
}

fn difference(story: &Story, figures: &[Figure], first: &[usize], second: &[usize]) -> Option<Difference> {
    let head = |side: &[usize]| side.first().and_then(|&index| figures.get(index));
    let (a, b) = (head(first)?, head(second)?);
    let places = |side: &[usize]| -> Vec<Place> {
        side.iter().filter_map(|&index| figures.get(index)).map(|figure| figure.place).collect()
    };
    let (left, right) = (places(first), places(second));
    let later = later::follows(story, &left, &right) || later::follows(story, &right, &left);
    let revised = left.iter().chain(&right).any(|&place| later::revises(story, place));
    let tally = is_tally(story, a) || is_tally(story, b);
    let how = relation(a.quantity, b.quantity);
    rank(a.quantity, b.quantity)?;
    let (value, other) = (shown(story, a), shown(story, b));
    let nominal_equal = a.quantity.nominal.is_some() && a.quantity.nominal == b.quantity.nominal;
    let same_thing = a.counted == b.counted || agreement(a, b).is_some_and(|agreement| agreement >= 0.8);
    let (relation, rule, why) = if scoped(story, a) != scoped(story, b) {
        (DifferenceRelation::DifferentScope, "figure.scope", "one of them takes more together than the other")
    } else if (later && tally || revised) && !nominal_equal {
        (
            DifferenceRelation::Update,
            "figure.update",
            "they are counted at different times, and the later one stands",
        )
    } else if matches!(how, Relation::Inside | Relation::Contains | Relation::Overlapping) {
        (DifferenceRelation::Compatible, "figure.bounds", "they allow common values, so both can be true")
    } else if rounds(a.quantity, b.quantity) {
        (
            DifferenceRelation::Compatible,
            "figure.rounding",
            "they agree to the digits that the rounder one gives",
        )
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

/// Whether a figure is of something that changes while an event goes on: by what it counts, or, for people, money
/// and measures, by the words around it.
fn is_tally(story: &Story, figure: &Figure) -> bool {
    let counted = figure.counted.as_deref();
    counted.is_some_and(later::is_tally)
        || counted.is_none_or(is_person) && later::tells_tally(story, figure.place)
}

/// Whether either side's accounts give no date of their own.
fn undated(story: &Story, left: &[Place], right: &[Place]) -> bool {
    let unknown = |side: &[Place]| side.iter().all(|place| story.published(place.account).is_none());
    unknown(left) || unknown(right)
}

/// Whether a figure's clause says that it takes several things together, or one apart.
fn scoped(story: &Story, figure: &Figure) -> bool {
    let words = format!(" {} ", fold(story.words(story.place(figure.clause))));
    SCOPES.iter().any(|phrase| words.contains(phrase.as_str()))
}

/// Whether a figure is of something expected or planned rather than of what has happened.
fn moment(story: &Story, figure: &Figure) -> bool {
    let strength = story.statement(figure.clause).map(|statement| statement.strength);
    strength.is_some_and(|strength| strength <= Strength::Promised)
}

/// Whether the rounder of two values is the other one rounded to its digits.
fn rounds(a: &Quantity, b: &Quantity) -> bool {
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

fn shown(story: &Story, figure: &Figure) -> String {
    figure.quantity.span.of(story.text(figure.place.account)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the figure is of: the thing counted, or the clause's own words without the figure.
fn subject(story: &Story, figure: &Figure) -> String {
    let text = story.text(figure.place.account);
    match figure.quantity.counted {
        Some(counted) if !counted.of(text).is_empty() => format!("number of {}", counted.of(text)),
        _ => {
            let words: Vec<&str> = figure.context.iter().map(|term| term.span.of(text)).collect();
            words.into_iter().take(6).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Whether what is counted are people, a name of a people among them.
fn is_person(stem: &str) -> bool {
    stem.starts_with('@') || GENERIC.contains(stem) || PERSONS.contains(stem)
}

/// Stems of nouns for people.
static PERSONS: LazyLock<HashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../data/person-nouns.txt")).map(stem).collect());

/// Stems of words that can stand for most things counted.
static GENERIC: LazyLock<HashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../data/generic-counted.txt")).map(stem).collect());

/// Phrases that say that several things are taken together, or one apart.
static SCOPES: LazyLock<Vec<String>> =
    LazyLock::new(|| rows(include_str!("../../data/scopes.txt")).map(|row| format!(" {row} ")).collect());

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
