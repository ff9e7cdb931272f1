//! Differences of place: the same said to be somewhere else.

use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::cues;
use crate::story::Story;
use corroborate_extract::{CountryForm, EntityKind, country};
use corroborate_text::fold;
use std::collections::BTreeMap;

/// Lowest score of the link between the two clauses.
const LEAST_LINK: f64 = 0.9;
/// Lowest likeness of what they say besides.
const LEAST_RATIO: f64 = 0.5;

/// Finds linked clauses that are alike but for the place, each given after the same preposition.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<(usize, usize), (Vec<Place>, Vec<Place>)> = BTreeMap::new();
    for (a, b, score) in story.links() {
        if score < LEAST_LINK {
            continue;
        }
        let (Some((x, before)), Some((y, other))) = (sole_place(story, a), sole_place(story, b)) else {
            continue;
        };
        if x == y
            || before != other
            || overlap(&besides(story, a, x), &besides(story, b, y)).ratio() < LEAST_RATIO
        {
            continue;
        }
        let (key, left, right) = if x < y { ((x, y), a, b) } else { ((y, x), b, a) };
        let sides = found.entry(key).or_default();
        sides.0.push(story.place(left));
        sides.1.push(story.place(right));
    }
    found.into_iter().map(|((x, y), (left, right))| difference(story, [x, y], left, right)).collect()
}

/// The only place that a clause names, as an entity, with the preposition before it.
fn sole_place(story: &Story, clause: usize) -> Option<(usize, String)> {
    let place = story.place(clause);
    let mut found = None;
    for (entity, term) in named(story, clause) {
        if story.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Place) {
            let before = story.text(place.account).get(place.span.start()..term.span.start())?;
            let word = fold(before.split_whitespace().next_back().unwrap_or_default());
            if found.is_some() || !cues::PLACE_PREPOSITIONS.contains(&word.as_str()) {
                return None;
            }
            found = Some((entity, word));
        }
    }
    found
}

fn named<'a>(story: &'a Story, clause: usize) -> impl Iterator<Item = (usize, Term)> + 'a {
    let account = story.units.account(clause);
    let terms = story.terms(clause);
    let names = terms.iter().filter(|term| term.class == TermClass::Entity);
    names.filter_map(move |term| Some((story.entity(account, term.span.start())?, *term)))
}

/// The terms of a clause without the place.
fn besides(story: &Story, clause: usize, place: usize) -> Vec<Term> {
    let account = story.units.account(clause);
    let terms = story.terms(clause);
    terms.iter().filter(|term| story.entity(account, term.span.start()) != Some(place)).copied().collect()
}

fn difference(story: &Story, [x, y]: [usize; 2], mut left: Vec<Place>, mut right: Vec<Place>) -> Difference {
    for side in [&mut left, &mut right] {
        side.sort_unstable();
        side.dedup();
    }
    let name =
        |entity: usize| story.entities.get(entity).map_or_else(String::new, |entity| entity.name.clone());
    let (first, second) = (name(x), name(y));
    let claim = left.first().and_then(|place| story.clause_at(place.account, place.span.start()));
    let claim = claim.and_then(|clause| story.claim_of(clause));
    // A town and the region around it can both be true; two capitals, or two countries, cannot.
    let form = |name: &str| country(&fold(name)).map(|(_, form)| form == CountryForm::Capital);
    let (relation, rule, why) = if form(&first).is_some() && form(&first) == form(&second) {
        (DifferenceRelation::Conflict, "place.elsewhere", "it cannot be in both")
    } else {
        (DifferenceRelation::DifferentScope, "place.other", "one may lie in the other")
    };
    Difference {
        kind: DifferenceKind::Place,
        relation,
        subject: story.subject(claim, &left),
        explanation: format!("The same is said of “{first}” and of “{second}”: {why}."),
        sides: vec![Side { value: first, evidence: left }, Side { value: second, evidence: right }],
        rule,
        claim,
    }
}
