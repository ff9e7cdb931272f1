//! Differences of wording between versions of one quotation.

use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::QuoteFamily;
use crate::family::FamilyRelation;
use crate::story::Story;
use corroborate_text::fold;

/// One difference for every family whose words were altered, spliced or paraphrased.
pub(crate) fn find(story: &Story, families: &[QuoteFamily]) -> Vec<Difference> {
    families.iter().filter_map(|family| of(story, family)).collect()
}

fn of(story: &Story, family: &QuoteFamily) -> Option<Difference> {
    let (relation, rule, why) = match family.relation {
        FamilyRelation::Altered => {
            (DifferenceRelation::Wording, "quote.altered", "words inside the quotation marks differ")
        }
        FamilyRelation::Spliced => (
            DifferenceRelation::Conflict,
            "quote.spliced",
            "parts that stand apart in one are joined in the other",
        ),
        FamilyRelation::Paraphrased => (
            DifferenceRelation::Wording,
            "quote.paraphrased",
            "one quotes what the other gives in its own words",
        ),
        FamilyRelation::Verbatim | FamilyRelation::Truncated | FamilyRelation::Reattributed => return None,
    };
    let mut sides: Vec<(String, Side)> = Vec::new();
    for &place in &family.versions {
        let words = story.words(place).split_whitespace().collect::<Vec<_>>().join(" ");
        let key = fold(words.trim_matches(|c: char| !c.is_alphanumeric()));
        match sides.iter_mut().find(|(other, _)| *other == key) {
            Some((_, side)) => side.evidence.push(place),
            None => sides.push((key, Side { value: words, evidence: vec![place] })),
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let speaker = family.speaker_name.clone().unwrap_or_else(|| "an unnamed speaker".to_owned());
    Some(Difference {
        kind: DifferenceKind::Quote,
        relation,
        subject: format!("{speaker}’s words"),
        sides: sides.into_iter().map(|(_, side)| side).collect(),
        rule,
        explanation: format!("Versions of what {speaker} said: {why}."),
        claim: None,
    })
}
