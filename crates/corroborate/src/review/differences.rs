//! Decisions about differences: dismissed, or given another relation.

use super::{Review, applied, lost};
use corroborate_compare::{Account, Comparison, Difference, DifferenceRelation, Side};
use corroborate_report::{Decision, RELATIONS, Target};
use corroborate_text::fold;

pub(super) fn apply(review: &Review, accounts: &[Account], comparison: &mut Comparison) -> Vec<Decision> {
    let mut decisions = Vec::new();
    // Indices shift when a difference goes, so all that go do so before any target is noted.
    for dismiss in &review.dismiss {
        let why = dismiss.why.as_ref();
        let found: Vec<usize> = matching(&dismiss.words, accounts, comparison);
        for &index in found.iter().rev() {
            comparison.differences.remove(index);
        }
        decisions.push(match found.len() {
            0 => lost("dismiss", &dismiss.words, why, missing(&dismiss.words)),
            1 => applied("dismiss", &dismiss.words, why, None, "the difference was dismissed".to_owned()),
            count => {
                applied("dismiss", &dismiss.words, why, None, format!("{count} differences were dismissed"))
            }
        });
    }
    for retype in &review.retype {
        let why = retype.why.as_ref();
        let found = matching(&retype.words, accounts, comparison);
        if let (Some(relation), false) = (relation(&retype.relation), found.is_empty()) {
            for index in found {
                let Some(difference) = comparison.differences.get_mut(index) else { continue };
                let before = difference.relation;
                difference.relation = relation;
                let message = format!("{} became {}", before.name(), relation.name());
                let target = Some(Target::Difference(index));
                let decision = applied("retype", &retype.words, why, target, message);
                decisions.push(Decision { relation: Some(relation), ..decision });
            }
        } else {
            decisions.push(lost("retype", &retype.words, why, missing(&retype.words)));
        }
    }
    decisions
}

/// The relation of that name.
pub(super) fn relation(name: &str) -> Option<DifferenceRelation> {
    RELATIONS.iter().map(|(relation, _)| *relation).find(|relation| relation.name() == name)
}

/// The differences that have each of the words as a side of its own.
fn matching(words: &[String], accounts: &[Account], comparison: &Comparison) -> Vec<usize> {
    let keys: Vec<String> = words.iter().map(|words| fold(words)).collect();
    let has = |side: &Side, key: &String| {
        fold(&side.value) == *key || side.evidence.iter().any(|place| fold(place.words(accounts)) == *key)
    };
    let fits = |difference: &Difference| {
        let mut sides: Vec<&Side> = difference.sides.iter().collect();
        !keys.is_empty()
            && keys.iter().all(|key| {
                let found = sides.iter().position(|side| has(side, key));
                found.map(|index| sides.swap_remove(index)).is_some()
            })
    };
    let differences = comparison.differences.iter().enumerate();
    differences.filter(|(_, difference)| fits(difference)).map(|(index, _)| index).collect()
}

fn missing(words: &[String]) -> String {
    format!("no difference has the sides {} any more", words.join(" / "))
}
