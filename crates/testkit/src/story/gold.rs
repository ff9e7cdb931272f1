//! What is true of a story, in the form of the project's gold files.

use super::account::{Draft, Role};
use super::facts::{Facts, Person};
use super::planted::{Change, Planted};
use super::sentence::{Quote, Sentence, Version};
use super::{ids, source};
use serde_json::{Map, Value, json};

/// The gold of a story.
pub(crate) fn gold(facts: &Facts, drafts: &[Draft], planted: &[Planted]) -> Value {
    let each = |value: &dyn Fn(&Draft) -> Value| -> Value {
        drafts.iter().map(|draft| (draft.id.clone(), value(draft))).collect::<Map<_, _>>().into()
    };
    let day_moved = planted.iter().any(|planted| matches!(planted.change, Change::Day(_)));
    let days = evidence(drafts, |draft| {
        let told = draft.house.day(draft.facts.day);
        (draft.facts.day == facts.day && draft.text.contains(&told)).then_some(told)
    });
    let one_day = json!({ "id": "one-day", "why": "a weekday and a date, one day", "evidence": days });
    json!({
        "story": facts.kind,
        "documents": each(&|draft| draft.file().into()),
        "claims": claims(facts, drafts),
        "differences": differences(drafts, planted),
        "not_conflicts": if day_moved { json!([]) } else { json!([one_day]) },
        "entities": entities(facts, drafts),
        "quotations": quotations(drafts),
        "quote_families": families(drafts),
        "published": each(&|draft| {
            let (day, hour, minute) = draft.published;
            format!("{}T{hour:02}:{minute:02}", day.iso()).into()
        }),
        "events": [{ "what": "it happened", "value": facts.day.iso(), "evidence": days }],
        "origins": origins(drafts),
        "boilerplate": each(&|draft| json!(draft.furniture)),
    })
}

/// What each account shows, for those that show it.
fn evidence(drafts: &[Draft], of: impl Fn(&Draft) -> Option<String>) -> Value {
    drafts
        .iter()
        .filter_map(|draft| Some((draft.id.clone(), Value::from(of(draft)?))))
        .collect::<Map<_, _>>()
        .into()
}

fn told<'a>(draft: &'a Draft, fact: &str) -> Option<&'a Sentence> {
    draft.sentences.iter().find(|sentence| sentence.fact == fact)
}

fn claims(facts: &Facts, drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    for row in facts.templates() {
        let [key, _, claim] = row[..] else { continue };
        let Some(fact) = key.strip_prefix("claim:") else { continue };
        let in_mode = |modes: &[&str]| {
            evidence(drafts, |draft| {
                told(draft, fact).filter(|told| modes.contains(&told.mode)).map(|told| told.text.clone())
            })
        };
        let says = in_mode(&["lead", "says", "quote", "quote-altered", "paraphrase"]);
        let (unknown, denies) = (in_mode(&["unknown"]), in_mode(&["denies"]));
        if says == json!({}) {
            continue;
        }
        let mut one = json!({ "id": fact, "claim": claim, "evidence": says });
        for (key, value) in [("unknown", unknown), ("denies", denies)] {
            if value != json!({}) {
                one[key] = value;
            }
        }
        found.push(one);
    }
    found.into()
}

fn differences(drafts: &[Draft], planted: &[Planted]) -> Value {
    let mut found = Vec::new();
    for (number, one) in planted.iter().enumerate() {
        let show = |draft: &Draft| match one.change {
            Change::NameSpelling => {
                let family = &draft.facts.chief.family;
                draft.text.contains(family.as_str()).then(|| family.clone())
            }
            Change::TownSpelling => Some(draft.facts.town.clone()),
            _ => told(draft, one.fact).map(|told| told.text.clone()),
        };
        // A side has only what tells the fact plainly: not a paraphrase of a quotation, nor a change of its own.
        let plain = |draft: &Draft| {
            let modes: &[&str] =
                if one.kind == "quote" { &["quote"] } else { &["quote", "lead", "says", "paraphrase"] };
            let untouched = planted
                .iter()
                .all(|other| other.account != draft.index || other.fact != one.fact || one.fact == "start");
            told(draft, one.fact).is_some_and(|told| modes.contains(&told.mode)) && untouched
        };
        let others = evidence(drafts, |draft| {
            (draft.index != one.account && plain(draft)).then(|| show(draft)).flatten()
        });
        let own = evidence(drafts, |draft| (draft.index == one.account).then(|| show(draft)).flatten());
        if others == json!({}) || own == json!({}) {
            continue;
        }
        let (value, other) = &one.values;
        found.push(json!({
            "id": format!("planted-{number}"),
            "kind": one.kind,
            "relation": one.relation,
            "subject": one.subject,
            "sides": [{ "value": value, "evidence": others }, { "value": other, "evidence": own }],
        }));
    }
    found.into()
}

fn entities(facts: &Facts, drafts: &[Draft]) -> Value {
    let used = |forms: Vec<String>| -> Vec<String> {
        forms
            .into_iter()
            .filter(|form| drafts.iter().any(|draft| draft.text.contains(form.as_str())))
            .collect()
    };
    let person = |person: &Person| {
        let other = format!("{} {}", person.given, person.other_spelling);
        used(vec![person.full(), person.family.clone(), other, person.other_spelling.to_owned()])
    };
    let all = [
        (facts.mayor.full(), "person", person(&facts.mayor)),
        (facts.chief.full(), "person", person(&facts.chief)),
        (facts.witness.full(), "person", person(&facts.witness)),
        (facts.town.clone(), "place", used(vec![facts.town.clone(), facts.town_spelling.to_owned()])),
        (facts.other_town.to_owned(), "place", used(vec![facts.other_town.to_owned()])),
        (facts.firm.to_owned(), "organisation", used(vec![facts.firm.to_owned()])),
    ];
    let named = all.into_iter().filter(|(_, _, forms)| !forms.is_empty());
    named.map(|(name, kind, forms)| json!({ "name": name, "kind": kind, "forms": forms })).collect()
}

/// The quotations of all accounts, with the fact they belong to.
fn quotes(drafts: &[Draft]) -> Vec<(&str, &'static str, &Quote)> {
    let mut found = Vec::new();
    for draft in drafts {
        for sentence in &draft.sentences {
            if let Some(quote) = &sentence.quote {
                found.push((draft.id.as_str(), sentence.fact, quote));
            }
        }
    }
    found
}

fn quotations(drafts: &[Draft]) -> Value {
    let quotes = quotes(drafts).into_iter();
    quotes
        .map(|(id, _, quote)| json!({ "doc": id, "text": quote.inside, "speaker": quote.speaker }))
        .collect()
}

/// Versions of one utterance: for each way of being told, those that tell it so beside one that has it whole.
fn families(drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    let all = quotes(drafts);
    for fact in ["mayor", "chief", "witness"] {
        let of = |version: Version| {
            all.iter().filter(move |(_, known, quote)| *known == fact && quote.version == version)
        };
        let Some((first, _, whole)) = of(Version::Whole).next() else { continue };
        let mut family = |relation: &str, versions: Map<String, Value>| {
            if versions.len() > 1 {
                found.push(json!({ "speaker": whole.speaker, "relation": relation, "versions": versions }));
            }
        };
        let entry = |id: &str, text: &str| (id.to_owned(), Value::from(text));
        family("verbatim", of(Version::Whole).map(|(id, _, quote)| entry(id, &quote.inside)).collect());
        for (version, relation) in [
            (Version::Truncated, "truncated"),
            (Version::Altered, "altered"),
            (Version::Reattributed, "reattributed"),
        ] {
            let others = of(version).map(|(id, _, quote)| entry(id, &quote.inside));
            family(relation, std::iter::once(entry(first, &whole.inside)).chain(others).collect());
        }
        let reported = drafts.iter().filter_map(|draft| {
            let told = told(draft, fact).filter(|told| told.mode == "paraphrase")?;
            Some(entry(&draft.id, &told.text))
        });
        family("paraphrased", std::iter::once(entry(first, &whole.inside)).chain(reported).collect());
    }
    found.into()
}

fn origins(drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    let derived = ids(drafts, |draft| source(draft.role).is_some());
    if let (Some(first), false) = (drafts.first(), derived.is_empty()) {
        let docs: Vec<&str> = std::iter::once(first.id.as_str()).chain(derived).collect();
        found.push(json!({ "docs": docs, "relation": "derives", "why": "written from the first account" }));
    }
    let common = ids(drafts, |draft| draft.role == Role::Missing);
    if common.len() > 1 {
        found.push(
            json!({ "docs": common, "relation": "common", "why": "copied from a source that is not here" }),
        );
    }
    found.into()
}
