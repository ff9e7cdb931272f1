//! The differences that can be seen in the accounts.

use super::evidence;
use crate::story::draft::Draft;
use crate::story::planted::Planted;
use crate::story::sentence::{Sentence, Version};
use crate::story::sheet::{Change, How};
use serde_json::{Value, json};

/// Planted differences of which both sides were told, and quotations that were spliced.
pub(super) fn differences(drafts: &[Draft], planted: &[Planted]) -> Value {
    let found = planted.iter().enumerate().filter_map(|(number, one)| {
        let sides = match &one.differs.change {
            Change::Slot(slot, how) => slot_sides(drafts, planted, one, slot, *how),
            Change::Mode(mode) => mode_sides(drafts, planted, one, mode),
        }?;
        Some(json!({
            "id": format!("planted-{number}"),
            "kind": one.differs.kind,
            "relation": one.differs.relation,
            "subject": one.differs.subject,
            "sides": sides,
        }))
    });
    found.chain(spliced(drafts)).collect()
}

/// Whether an account tells a fact as the sheet has it first.
fn plain<'a>(draft: &'a Draft, planted: &[Planted], fact: &str) -> Option<&'a Sentence> {
    let touched = planted.iter().any(|other| {
        other.account == draft.index
            && other.differs.fact == fact
            && matches!(other.differs.change, Change::Mode(_))
    });
    draft.told(fact).filter(|_| !touched)
}

fn slot_sides(drafts: &[Draft], planted: &[Planted], one: &Planted, slot: &str, how: How) -> Option<Value> {
    let names = one.differs.kind == "name";
    let show = |draft: &Draft| {
        if names || how == How::Spelling {
            let name = match draft.values.person(slot) {
                Some(person) if how == How::Spelling => person.family.clone(),
                Some(person) => person.full(),
                None => draft.values.town()?.name.clone(),
            };
            return draft.sentences.iter().any(|told| told.text.contains(&name)).then_some(name);
        }
        let told = plain(draft, planted, &one.differs.fact)?;
        told.slots.contains(slot).then(|| told.text.clone())
    };
    let is_same = |draft: &Draft| {
        draft.values.plain(slot) == drafts.first().map_or_else(String::new, |d| d.values.plain(slot))
    };
    let others = evidence(drafts, |draft| if is_same(draft) { show(draft) } else { None });
    let own = evidence(drafts, |draft| if draft.index == one.account { show(draft) } else { None });
    let value = |index: usize| drafts.get(index).map_or_else(String::new, |draft| draft.values.plain(slot));
    sides((value(0), others), (value(one.account), own))
}

fn mode_sides(drafts: &[Draft], planted: &[Planted], one: &Planted, mode: &str) -> Option<Value> {
    let fact = one.differs.fact.as_str();
    // A side has what tells the fact plainly: of a quotation, what is between marks and not cut.
    let fits = |told: &Sentence| match (&told.quote, one.differs.kind.as_str()) {
        (Some(quote), _) => quote.version == Version::Whole,
        (None, "quote") => false,
        (None, _) => told.mode == "says",
    };
    let others = evidence(drafts, |draft| {
        let told = plain(draft, planted, fact).filter(|told| fits(told))?;
        Some(told.text.clone())
    });
    let own = evidence(drafts, |draft| {
        let told = draft.told(fact).filter(|told| told.mode == mode && draft.index == one.account)?;
        Some(told.text.clone())
    });
    let value = match one.differs.kind.as_str() {
        "quote" => "as it was said",
        _ => "as most have it",
    };
    sides((value.to_owned(), others), (mode.to_owned(), own))
}

/// Words left out between two sentences, without a mark.
fn spliced(drafts: &[Draft]) -> Vec<Value> {
    let mut found = Vec::new();
    for draft in drafts {
        for told in &draft.sentences {
            let of = |version: Version| {
                move |told: &&Sentence| told.quote.as_ref().is_some_and(|quote| quote.version == version)
            };
            if !of(Version::Spliced)(&told) {
                continue;
            }
            let others = evidence(drafts, |other| {
                other.told(&told.fact).filter(of(Version::Whole)).map(|told| told.text.clone())
            });
            let own = json!({ draft.id.clone(): told.text });
            if let Some(sides) = sides(("whole".to_owned(), others), ("spliced".to_owned(), own)) {
                found.push(json!({
                    "id": format!("spliced-{}-{}", told.fact, draft.id),
                    "kind": "quote",
                    "relation": "wording",
                    "subject": "words left out",
                    "sides": sides,
                }));
            }
        }
    }
    found
}

fn sides((value, one): (String, Value), (other_value, other): (String, Value)) -> Option<Value> {
    (one != json!({}) && other != json!({}))
        .then(|| json!([{ "value": value, "evidence": one }, { "value": other_value, "evidence": other }]))
}
