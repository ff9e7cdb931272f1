//! Ages of one person that differ.

use crate::Place;
use crate::difference::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::story::Story;
use corroborate_extract::EntityKind;
use corroborate_quantity::{Quantity, QuantityKind};
use corroborate_text::Span;
use std::collections::BTreeMap;

/// Finds people to whom accounts give different ages.
pub(super) fn find(story: &Story) -> Vec<Difference> {
    let mut ages: BTreeMap<usize, BTreeMap<u64, Vec<Place>>> = BTreeMap::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quantity in source.annotations.quantities.iter().filter(|q| q.kind == QuantityKind::Age) {
            let (Some(value), Some((entity, place))) = (quantity.nominal, bearer(story, account, quantity))
            else {
                continue;
            };
            ages.entry(entity).or_default().entry(value.to_bits()).or_default().push(place);
        }
    }
    ages.into_iter().filter_map(|(entity, ages)| difference(story, entity, &ages)).collect()
}

/// The person whose age a figure gives, by the name right before it: `Anna Berg, 49`; and both as a place.
fn bearer(story: &Story, account: usize, age: &Quantity) -> Option<(usize, Place)> {
    let mentions = &story.accounts.get(account)?.annotations.mentions;
    let before = mentions.partition_point(|mention| mention.span.end() <= age.number.start());
    let mention = mentions.get(before.checked_sub(1)?)?;
    let gap = story.text(account).get(mention.span.end()..age.number.start())?.trim();
    let entity = story.entity(account, mention.span.start())?;
    let person = story.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person);
    let place = Place::new(account, Span::new(mention.span.start(), age.number.end()));
    (person && matches!(gap, "," | "(" | ", aged" | "aged" | "(aged")).then_some((entity, place))
}

fn difference(story: &Story, entity: usize, ages: &BTreeMap<u64, Vec<Place>>) -> Option<Difference> {
    if ages.len() < 2 {
        return None;
    }
    let name = story.entities.get(entity).map(|entity| entity.name.clone()).unwrap_or_default();
    let values: Vec<f64> = ages.keys().map(|&bits| f64::from_bits(bits)).collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(0.0, f64::max);
    let sides = ages
        .iter()
        .map(|(&bits, places)| Side { value: f64::from_bits(bits).to_string(), evidence: places.clone() });
    let (relation, why) = if most - least <= 1.0 {
        (DifferenceRelation::Compatible, "a birthday may lie between them")
    } else {
        (DifferenceRelation::Conflict, "nobody is of two ages")
    };
    Some(Difference {
        kind: DifferenceKind::Figure,
        relation,
        subject: format!("age of {name}"),
        sides: sides.collect(),
        rule: "figure.age",
        explanation: format!("{name} is given the ages {} and {}: {why}.", least, most),
        claim: None,
    })
}
