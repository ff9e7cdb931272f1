//! All rules, and their findings in order.

use super::{Difference, DifferenceRelation};
use super::{
    attribution, comment, condition, correction, denial, disclosure, existence, figure, hedge, name,
    opposite, phase, place, polarity, prospect, retold, sign, strength, time, wording,
};
use crate::story::Story;
use crate::{Place, QuoteFamily};
use std::collections::{BTreeMap, BTreeSet};

/// Runs every rule and orders what they find: conflicts first, then by kind and place.
pub(crate) fn find(story: &Story, families: &[QuoteFamily]) -> Vec<Difference> {
    let mut found = Vec::new();
    found.extend(figure::find(story));
    found.extend(time::find(story));
    found.extend(name::find(story));
    found.extend(disclosure::find(story));
    found.extend(attribution::find(story, families));
    found.extend(wording::find(story, families));
    found.extend(retold::find(story));
    found.extend(strength::find(story));
    found.extend(prospect::find(story));
    found.extend(hedge::find(story));
    found.extend(polarity::find(story));
    found.extend(existence::find(story));
    found.extend(sign::find(story));
    found.extend(denial::find(story));
    found.extend(comment::find(story));
    found.extend(phase::find(story));
    found.extend(opposite::find(story));
    found.extend(place::find(story));
    found.extend(condition::find(story));
    found.extend(correction::find(story));
    for side in found.iter_mut().flat_map(|difference| &mut difference.sides) {
        story.units.hear(&mut side.evidence);
    }
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    without_repeats(found)
}

/// Leaves out a finding whose words are all among those of another finding of the same rule.
///
/// A sentence can be in two claims, and a rule that looks at claims then finds the same thing twice.
fn without_repeats(found: Vec<Difference>) -> Vec<Difference> {
    let words: Vec<BTreeSet<Place>> = found
        .iter()
        .map(|d| d.sides.iter().flat_map(|side| side.evidence.iter().copied()).collect())
        .collect();
    let mut by_word: BTreeMap<(&str, Place), Vec<usize>> = BTreeMap::new();
    for (index, (difference, words)) in found.iter().zip(&words).enumerate() {
        for &place in words {
            by_word.entry((difference.rule, place)).or_default().push(index);
        }
    }
    let repeats = |index: usize, difference: &Difference| {
        let Some(own) = words.get(index) else { return false };
        let rivals = own.first().and_then(|&place| by_word.get(&(difference.rule, place)));
        rivals.into_iter().flatten().any(|&other| {
            other != index
                && words
                    .get(other)
                    .is_some_and(|more| own.is_subset(more) && (own.len() < more.len() || other < index))
        })
    };
    let kept: Vec<bool> = found.iter().enumerate().map(|(index, d)| !repeats(index, d)).collect();
    found.into_iter().zip(kept).filter_map(|(difference, kept)| kept.then_some(difference)).collect()
}

type Key<'a> = (DifferenceRelation, super::DifferenceKind, Vec<&'a [Place]>);

fn key(difference: &Difference) -> Key<'_> {
    let sides = difference.sides.iter().map(|side| side.evidence.as_slice()).collect();
    (difference.relation, difference.kind, sides)
}
