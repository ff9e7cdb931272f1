//! Who is named and who is quoted.

use crate::story::draft::{Cast, Draft};
use crate::story::sentence::{Sentence, Version};
use crate::story::values::Value as Held;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The people, places and firms that any account names, with the forms used.
pub(super) fn entities(cast: &Cast, drafts: &[Draft]) -> Value {
    let used = |forms: BTreeSet<String>| -> Vec<String> {
        let told = |form: &String| {
            drafts.iter().any(|draft| draft.sentences.iter().any(|told| told.text.contains(form.as_str())))
        };
        forms.into_iter().filter(told).collect()
    };
    let mut found = Vec::new();
    for held in cast.values.0.values() {
        let (name, kind, forms) = match held {
            Held::Person(person) => {
                let families = [person.family.clone(), person.other_spelling.clone()];
                let full = families.iter().map(|family| format!("{} {family}", person.given));
                (person.full(), "person", full.chain(families.iter().cloned()).collect())
            }
            Held::Town(town) => {
                (town.name.clone(), "place", BTreeSet::from([town.name.clone(), town.spelling.clone()]))
            }
            Held::Firm(firm) => (firm.clone(), "organisation", BTreeSet::from([firm.clone()])),
            _ => continue,
        };
        let forms = used(forms);
        if !forms.is_empty() {
            found.push(json!({ "name": name, "kind": kind, "forms": forms }));
        }
    }
    found.into()
}

pub(super) fn quotations(drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    for draft in drafts {
        for quote in draft.sentences.iter().filter_map(|sentence| sentence.quote.as_ref()) {
            for inside in &quote.inside {
                found.push(json!({ "doc": draft.id, "text": inside, "speaker": quote.speaker }));
            }
        }
    }
    found.into()
}

/// Versions of one utterance: for each way of being told, those that tell it so beside one that has it whole.
pub(super) fn families(cast: &Cast, drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    for fact in cast.sheet.facts.iter().filter(|fact| fact.quote) {
        let told: Vec<(&str, &Sentence)> =
            drafts.iter().filter_map(|draft| Some((draft.id.as_str(), draft.told(&fact.key)?))).collect();
        let of = |version: Version| -> Vec<(String, Value)> {
            let quoted = told.iter().filter_map(|(id, told)| Some((id, told.quote.as_ref()?)));
            let quoted = quoted.filter(|(_, quote)| quote.version == version);
            // Of words in two pieces the longer stands for both.
            quoted
                .filter_map(|(id, quote)| {
                    Some((
                        (*id).to_owned(),
                        quote.inside.iter().max_by_key(|words| words.len())?.clone().into(),
                    ))
                })
                .collect()
        };
        let whole = of(Version::Whole);
        let speaker =
            told.iter().find_map(|(_, told)| told.quote.as_ref().map(|quote| quote.speaker.clone()));
        let mut family = |relation: &str, versions: Vec<(String, Value)>, least: usize| {
            if versions.len() >= least {
                let versions: Map<String, Value> = versions.into_iter().collect();
                found.push(json!({ "speaker": speaker, "relation": relation, "versions": versions }));
            }
        };
        family("verbatim", whole.clone(), 2);
        let Some(first) = whole.first().cloned() else { continue };
        let beside =
            |others: Vec<(String, Value)>| std::iter::once(first.clone()).chain(others).collect::<Vec<_>>();
        for (version, relation) in [
            (Version::Truncated, "truncated"),
            (Version::Spliced, "spliced"),
            (Version::Altered, "altered"),
            (Version::Reattributed, "reattributed"),
        ] {
            family(relation, beside(of(version)), 2);
        }
        let reported = told.iter().filter(|(_, told)| told.mode == "report");
        let reported = reported.map(|(id, told)| ((*id).to_owned(), told.text.clone().into())).collect();
        family("paraphrased", beside(reported), 2);
    }
    found.into()
}
