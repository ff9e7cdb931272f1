//! The gold of a generated story holds against its accounts.

use corroborate_testkit::{Story, story};
use serde_json::Value;
use std::collections::BTreeSet;

/// Every piece of evidence: account and words.
fn evidence(story: &Story) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |value: &Value| {
        for (id, words) in value.as_object().into_iter().flatten() {
            found.push((id.clone(), words.as_str().unwrap_or_default().to_owned()));
        }
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for claim in list(&story.gold["claims"]) {
        ["evidence", "unknown", "denies"].iter().for_each(|key| add(&claim[*key]));
    }
    for difference in list(&story.gold["differences"]) {
        list(&difference["sides"]).iter().for_each(|side| add(&side["evidence"]));
    }
    for family in list(&story.gold["quote_families"]) {
        add(&family["versions"]);
    }
    for event in list(&story.gold["events"]).iter().chain(&list(&story.gold["not_conflicts"])) {
        add(&event["evidence"]);
    }
    for quotation in list(&story.gold["quotations"]) {
        let text = |key: &str| quotation[key].as_str().unwrap_or_default().to_owned();
        found.push((text("doc"), text("text")));
    }
    for (id, lines) in story.gold["boilerplate"].as_object().into_iter().flatten() {
        found.extend(
            list(lines).iter().map(|line| (id.clone(), line.as_str().unwrap_or_default().to_owned())),
        );
    }
    found
}

#[test]
fn every_piece_of_evidence_stands_in_its_account() {
    for seed in 0..60 {
        let story = story(seed, 2 + usize::try_from(seed % 7).unwrap_or_default());
        let pieces = evidence(&story);
        assert!(pieces.len() > 10, "seed {seed}: {} pieces", pieces.len());
        for (id, words) in pieces {
            let account = story.accounts.iter().find(|account| account.id == id);
            assert!(
                !words.is_empty() && account.is_some_and(|account| account.text.contains(&words)),
                "seed {seed}, account {id}: {words}"
            );
        }
    }
}

#[test]
fn no_slot_is_left_and_no_mark_doubled() {
    for seed in 0..60 {
        for account in story(seed, 6).accounts {
            let text = account.text.replace("LOADING...", "");
            for wrong in ["{", "}", ",,", "..", " ,", "  "] {
                assert!(!text.contains(wrong), "seed {seed}, {}: {wrong:?}", account.file);
            }
        }
    }
}

#[test]
fn every_kind_of_difference_and_origin_comes_up() {
    let mut kinds = BTreeSet::new();
    let mut relations = BTreeSet::new();
    let mut origins = BTreeSet::new();
    let mut families = BTreeSet::new();
    for seed in 0..60 {
        let gold = story(seed, 6).gold;
        let collect = |key: &str, field: &str, into: &mut BTreeSet<String>| {
            for item in gold[key].as_array().into_iter().flatten() {
                into.insert(item[field].as_str().unwrap_or_default().to_owned());
            }
        };
        collect("differences", "kind", &mut kinds);
        collect("differences", "relation", &mut relations);
        collect("origins", "relation", &mut origins);
        collect("quote_families", "relation", &mut families);
    }
    let all = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(all(&kinds), "attribution claim condition date figure name place quote strength");
    assert_eq!(all(&relations), "compatible conflict different-scope not-disclosed spelling update wording");
    assert_eq!(all(&origins), "common derives");
    assert_eq!(all(&families), "altered paraphrased reattributed truncated verbatim");
}

#[test]
fn another_seed_tells_another_story() {
    assert_ne!(story(1, 4).accounts, story(2, 4).accounts);
}
