//! What is true of a story, in the form of the project's gold files.

mod differences;
mod voices;

use super::Brief;
use super::draft::{Cast, Draft};
use super::planted::Planted;
use super::role::Source;
use super::sheet::Change;
use serde_json::{Map, Value, json};

/// The gold of a story.
pub(crate) fn gold(brief: &Brief, cast: &Cast, drafts: &[Draft], planted: &[Planted]) -> Value {
    let each = |value: &dyn Fn(&Draft) -> Value| -> Value {
        drafts.iter().map(|draft| (draft.id.clone(), value(draft))).collect::<Map<_, _>>().into()
    };
    let day = cast.values.day();
    let days = evidence(drafts, |draft| {
        let told = format!("on {}", draft.house.day(day));
        let lead = draft.sentences.first()?;
        (draft.values.day() == day && lead.text.contains(&told)).then_some(told)
    });
    let moved =
        planted.iter().any(|one| matches!(&one.differs.change, Change::Slot(slot, _) if slot == "day"));
    let one_day = json!({ "id": "one-day", "why": "a weekday and a date, one day", "evidence": days });
    json!({
        "story": cast.sheet.story,
        "documents": each(&|draft| draft.file().into()),
        "claims": claims(cast, drafts),
        "differences": differences::differences(drafts, planted),
        "not_conflicts": if moved { json!([]) } else { json!([one_day]) },
        "entities": voices::entities(cast, drafts),
        "quotations": voices::quotations(drafts),
        "quote_families": voices::families(cast, drafts),
        "published": each(&|draft| draft.published.map_or(Value::Null, |(day, hour, minute)| {
            format!("{}T{hour:02}:{minute:02}", day.iso()).into()
        })),
        "events": if brief.dated {
            json!([{ "what": "it happened", "value": day.iso(), "evidence": days }])
        } else {
            json!([])
        },
        "origins": origins(drafts),
        "boilerplate": each(&|draft| json!(draft.furniture)),
        "copying": each(&|draft| copying(drafts, draft)),
        "paraphrase": brief.paraphrase,
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

fn claims(cast: &Cast, drafts: &[Draft]) -> Value {
    let mut found = Vec::new();
    for fact in &cast.sheet.facts {
        let in_mode = |wanted: &dyn Fn(&str) -> bool| {
            evidence(drafts, |draft| {
                draft.told(&fact.key).filter(|told| wanted(&told.mode)).map(|told| told.text.clone())
            })
        };
        let says = in_mode(&|mode| !matches!(mode, "unknown" | "denies" | "changed" | "scope"));
        let (unknown, denies) = (in_mode(&|mode| mode == "unknown"), in_mode(&|mode| mode == "denies"));
        if says == json!({}) {
            continue;
        }
        let mut one = json!({ "id": fact.key, "claim": fact.claim, "evidence": says });
        for (key, value) in [("unknown", unknown), ("denies", denies)] {
            if value != json!({}) {
                one[key] = value;
            }
        }
        found.push(one);
    }
    found.into()
}

/// The accounts of a source, itself first where it is there.
fn origins(drafts: &[Draft]) -> Value {
    let ids = |source: Source| -> Vec<&str> {
        drafts
            .iter()
            .filter(|draft| draft.role.source() == Some(source))
            .map(|draft| draft.id.as_str())
            .collect()
    };
    let mut found = Vec::new();
    let derived = ids(Source::First);
    if let (Some(first), false) = (drafts.first(), derived.is_empty()) {
        let docs: Vec<&str> = std::iter::once(first.id.as_str()).chain(derived).collect();
        found.push(json!({ "docs": docs, "relation": "derives", "why": "written from the first of them" }));
    }
    let common = ids(Source::Hidden);
    if common.len() > 1 {
        found.push(
            json!({ "docs": common, "relation": "common", "why": "copied from a source that is not here" }),
        );
    }
    found.into()
}

fn copying(drafts: &[Draft], draft: &Draft) -> Value {
    let Some((source, manner)) = draft.role.copied else {
        return json!({ "source": null, "manner": null, "extent": "not" });
    };
    let source = match source {
        Source::First => drafts.first().map_or("", |first| first.id.as_str()),
        Source::Hidden => "hidden",
    };
    // What is left of the facts may have been too little to add.
    let own = draft.sentences.iter().filter(|sentence| !sentence.copied).count();
    let extent = if own * 5 >= draft.sentences.len() { "partly" } else { "wholly" };
    json!({ "source": source, "manner": manner.name(), "extent": extent })
}
