//! Figures that one account gives itself: as the word of two others, as what was said before, or of two things.

use super::likeness::rank;
use super::relate::shown;
use super::slot::is_telling;
use super::subject::subject;
use super::{Figure, toll};
use crate::Place;
use crate::cues;
use crate::difference::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::difference::{is_said, said_by_two};
use crate::difference::{later, spaced};
use crate::story::Story;
use corroborate_quantity::{QuantityKind, Relation, relation};

/// Figures for one thing that an account gives in neighbouring sentences, each as somebody else's word: `the police
/// counted 300 marchers`, `the organisers 1,000`.
pub(super) fn disputes(story: &Story, figures: &[Figure]) -> Vec<Difference> {
    let unit = |figure: &Figure| story.clause(figure.clause).map_or(0, |clause| clause.unit);
    let counts = |figure: &Figure| {
        figure.quantity.kind == QuantityKind::Count
            && figure.quantity.nominal.is_some_and(|n| n >= LEAST_DISPUTED)
    };
    let disputed = |pair: &[Figure]| -> Option<Difference> {
        let [a, b] = pair else { return None };
        let apart = unit(b).saturating_sub(unit(a));
        let one_thing = a.counted == b.counted || b.counted.is_none();
        let near = a.place.account == b.place.account && apart <= 1 && a.counted.is_some() && one_thing;
        // `Police counted 400 marchers. The union said there were 900`: what nobody is said to say is the account's own.
        // `The police counted 300, a marcher 1,000` too, where each has counted.
        let voices = said_by_two(story, a.place, b.place)
            || is_said(story, a.place) != is_said(story, b.place)
                && (a.counted == b.counted || is_said(story, b.place))
            || a.clause != b.clause && counters(story, a) && counters(story, b);
        // `Now says that 24 are missing. It had earlier spoken of 17`.
        let says = |figure: &Figure, cues: &[&str]| cues::says(story.spaced(figure.clause), cues);
        let earlier = says(a, cues::LATEST_COUNTS) || a.clause != b.clause && says(b, cues::EARLIER_COUNTS);
        if !near
            || !voices && !earlier
            || !counts(a)
            || !counts(b)
            || relation(a.quantity, b.quantity) != Relation::Disjoint
        {
            return None;
        }
        rank(a.quantity, b.quantity, false)?;
        let (value, other) = (shown(story, a), shown(story, b));
        let (relation, rule, why) = if earlier {
            (DifferenceRelation::Update, "figure.revised", "the later in place of the earlier")
        } else {
            (DifferenceRelation::Conflict, "figure.disputed", "each as somebody else’s word")
        };
        Some(Difference {
            kind: DifferenceKind::Figure,
            relation,
            subject: subject(story, a),
            explanation: format!("“{value}” and “{other}”: one account gives both, {why}."),
            sides: vec![
                Side { value, evidence: vec![story.place(a.clause)] },
                Side { value: other, evidence: vec![story.place(b.clause)] },
            ],
            rule,
            claim: story.claim_of(a.clause),
        })
    };
    figures.windows(2).filter_map(disputed).collect()
}

/// Figures of which an account itself says that the one was put in the place of the other: `first gave 31 and corrected
/// it to 28`.
pub(super) fn corrections(story: &Story, figures: &[Figure]) -> Vec<Difference> {
    let corrected = |pair: &[Figure]| -> Option<Difference> {
        let [a, b] = pair else { return None };
        let unit = |figure: &Figure| story.clause(figure.clause).map(|clause| clause.unit);
        let one_thing = a.counted == b.counted || a.counted.is_none() || b.counted.is_none();
        let near = a.place.account == b.place.account && unit(a) == unit(b) && is_near(a, b);
        if !one_thing || !near || relation(a.quantity, b.quantity) != Relation::Disjoint {
            return None;
        }
        let text = story.text(a.place.account);
        let before = spaced(text.get(story.place(a.clause).span.start()..a.place.span.start())?);
        let between = spaced(text.get(a.quantity.number.end()..b.quantity.number.start())?);
        let changed = cues::says(&between, cues::CORRECTING) && between.ends_with(" to ");
        if !changed || !cues::says(&before, cues::AT_FIRST) {
            return None;
        }
        let (value, other) = (shown(story, a), shown(story, b));
        Some(Difference {
            kind: DifferenceKind::Figure,
            relation: DifferenceRelation::Update,
            subject: subject(story, b),
            explanation: format!(
                "“{value}” and “{other}”: one account gives both, the later in place of the earlier."
            ),
            sides: vec![Side { value, evidence: a.places() }, Side { value: other, evidence: b.places() }],
            rule: "figure.revised",
            claim: story.claim_of(b.clause),
        })
    };
    figures.windows(2).filter_map(corrected).collect()
}

/// Whether two figures are near enough for one to stand in the place of the other.
fn is_near(a: &Figure, b: &Figure) -> bool {
    let values = a.quantity.nominal.zip(b.quantity.nominal);
    values.is_some_and(|(x, y)| x.max(y) <= FARTHEST_REVISED * x.min(y))
}

/// Whether a figure's clause says of somebody that they counted.
fn counters(story: &Story, figure: &Figure) -> bool {
    cues::says(story.spaced(figure.clause), cues::COUNTING)
}

/// Smallest number that two can dispute: of few things, two speakers mostly mean different ones.
const LEAST_DISPUTED: f64 = 10.0;

/// Settles a difference between two figures of which one account gives both: the slots hold all figures for the two.
/// Returns whether it is worth telling: two measures in one account mostly measure two things.
pub(super) fn tell_apart(
    story: &Story,
    figures: &[Figure],
    found: &mut Difference,
    first: &[usize],
    second: &[usize],
) -> bool {
    // What the numbers themselves tell stands, and what an account counts apart it need not tell apart.
    let figure = |index: &usize| figures.get(*index);
    let of_one_kind = first.iter().filter_map(figure).any(|a| {
        second.iter().filter_map(figure).any(|b| a.place.account == b.place.account && is_telling(a, b))
    });
    if !of_one_kind
        || matches!(found.rule, "figure.slip" | "figure.digits" | "figure.rate" | "figure.currency")
    {
        return true;
    }
    let [left, right] = found.sides.as_slice() else { return true };
    let together = || {
        let pairs = first
            .iter()
            .filter_map(figure)
            .flat_map(|a| second.iter().filter_map(figure).map(move |b| (a, b)));
        pairs.filter(|(a, b)| a.place.account == b.place.account)
    };
    let (relation, rule, why) = if together().any(|(a, b)| revises(story, a, b)) {
        (
            DifferenceRelation::Update,
            "figure.revised",
            "one account gives both, the later in place of the earlier",
        )
    } else if disputed(story, figures, first, second) {
        (
            DifferenceRelation::Conflict,
            "figure.disputed",
            "one account gives both, each as somebody else’s word",
        )
    } else if together().any(|(a, b)| counts_twice(a, b)) {
        (
            DifferenceRelation::DifferentScope,
            "figure.both",
            "one account gives both, so they are not of the same",
        )
    } else {
        return false;
    };
    found.explanation = format!("“{}” and “{}”: {why}.", left.value, right.value);
    (found.relation, found.rule) = (relation, rule);
    true
}

/// Whether an account gives one figure in the place of the other, in the same sentence or the next, or a toll anywhere.
fn revises(story: &Story, a: &Figure, b: &Figure) -> bool {
    let unit = |figure: &Figure| story.clause(figure.clause).map_or(0, |clause| clause.unit);
    // A share that rises from one vote to the next is no share revised.
    let share = a.quantity.kind == QuantityKind::Percent;
    let one_thing = a.counted == b.counted && is_near(a, b) && !share;
    one_thing
        // A toll is brought up to date further down on the page.
        && (unit(a).abs_diff(unit(b)) <= 1 || a.counted.as_deref().is_some_and(toll::is_toll))
        && [a, b].iter().any(|figure| later::revises(story, figure.place))
}

/// Greatest ratio of a figure and the one that it replaces.
const FARTHEST_REVISED: f64 = 1.5;

/// Whether two figures count one thing, many of it.
fn counts_twice(a: &Figure, b: &Figure) -> bool {
    let many = |figure: &Figure| {
        let whole = figure.quantity.unit.is_none();
        !whole || figure.quantity.nominal.is_some_and(|value| value >= LEAST_DISPUTED)
    };
    a.counted.is_some() && a.counted == b.counted && many(a) && many(b)
}

/// Whether the account that gives both figures has each said by somebody else.
fn disputed(story: &Story, figures: &[Figure], first: &[usize], second: &[usize]) -> bool {
    let places = |side: &[usize]| -> Vec<Place> {
        side.iter().filter_map(|&index| figures.get(index)).map(|figure| figure.place).collect()
    };
    let others = places(second);
    places(first).into_iter().any(|here| {
        others.iter().any(|&there| here.account == there.account && said_by_two(story, here, there))
    })
}
