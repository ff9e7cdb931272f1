//! All rules, and their findings in order.

use super::{Difference, DifferenceRelation};
use super::{attribution, condition, disclosure, figure, name, strength, time, wording};
use crate::QuoteFamily;
use crate::story::Story;

/// Runs every rule and orders what they find: conflicts first, then by kind and place.
pub(crate) fn find(story: &Story, families: &[QuoteFamily]) -> Vec<Difference> {
    let mut found = Vec::new();
    found.extend(figure::find(story));
    found.extend(time::find(story));
    found.extend(name::find(story));
    found.extend(disclosure::find(story));
    found.extend(attribution::find(story, families));
    found.extend(wording::find(story, families));
    found.extend(strength::find(story));
    found.extend(condition::find(story));
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    found.dedup_by(|a, b| a.kind == b.kind && a.sides == b.sides);
    found
}

type Key<'a> = (DifferenceRelation, super::DifferenceKind, Vec<&'a [crate::Place]>);

fn key(difference: &Difference) -> Key<'_> {
    let sides = difference.sides.iter().map(|side| side.evidence.as_slice()).collect();
    (difference.relation, difference.kind, sides)
}
