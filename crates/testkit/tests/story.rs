//! The gold of a generated story holds against its accounts.

use corroborate_testkit::{Brief, Copying, FactSheet, Story, story};
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

/// The words of a file: tags gone, entities read, white space folded.
fn words(text: &str) -> String {
    let mut plain = String::new();
    for (index, piece) in text.split('<').enumerate() {
        plain.push_str(if index == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) });
    }
    for (entity, sign) in [("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&"), ("&gt;", ">")] {
        plain = plain.replace(entity, sign);
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_piece_of_evidence_stands_in_its_account() {
    for seed in 0..60 {
        let story = story(seed, 2 + usize::try_from(seed % 9).unwrap_or_default());
        let pieces = evidence(&story);
        assert!(pieces.len() > 10, "seed {seed}: {} pieces", pieces.len());
        for (id, wanted) in pieces {
            let account = story.accounts.iter().find(|account| account.id == id);
            let wanted = words(&wanted.replace('>', "&gt;"));
            assert!(
                !wanted.is_empty() && account.is_some_and(|account| words(&account.text).contains(&wanted)),
                "seed {seed}, account {id}: {wanted}"
            );
        }
    }
}

#[test]
fn no_slot_is_left_and_no_mark_doubled() {
    for seed in 0..60 {
        for account in story(seed, 6).accounts {
            let text = words(&account.text.replace("LOADING...", ""));
            for wrong in ["[", "]", ",,", "..", " ,", "{who}", "{q", "\u{1}", "a total of a total"] {
                assert!(!text.contains(wrong), "seed {seed}, {}: {wrong:?} in {text}", account.file);
            }
        }
    }
}

fn every(stories: &[Story], key: &str, field: &str) -> String {
    let mut all = BTreeSet::new();
    for story in stories {
        for item in story.gold[key].as_array().into_iter().flatten() {
            all.insert(item[field].as_str().unwrap_or_default().to_owned());
        }
    }
    all.into_iter().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_kind_of_difference_and_origin_comes_up() {
    let stories: Vec<Story> = (0..60).map(|seed| story(seed, 7)).collect();
    let kinds = "attribution claim condition date figure name place quote strength";
    assert_eq!(every(&stories, "differences", "kind"), kinds);
    let relations = "compatible conflict different-scope not-disclosed spelling update wording";
    assert_eq!(every(&stories, "differences", "relation"), relations);
    assert_eq!(every(&stories, "origins", "relation"), "common derives");
    let families = "altered paraphrased reattributed spliced truncated verbatim";
    assert_eq!(every(&stories, "quote_families", "relation"), families);
    let names: BTreeSet<&str> = stories.iter().filter_map(|story| story.gold["story"].as_str()).collect();
    assert_eq!(names.len(), FactSheet::all().len());
}

#[test]
fn a_verbatim_copy_has_the_sentences_of_its_source() {
    let story = Brief { copying: Some(Copying::Verbatim), differences: 0, ..Brief::new(5, 5) }.write();
    let of =
        |id: &str| story.accounts.iter().find(|account| account.id == id).map(|account| words(&account.text));
    let mut copies = 0;
    for (id, copying) in story.gold["copying"].as_object().into_iter().flatten() {
        let Some(source) = copying["source"].as_str() else { continue };
        copies += 1;
        let (own, source_text) = (of(id).unwrap_or_default(), of(source).unwrap_or_default());
        let claims = story.gold["claims"].as_array().cloned().unwrap_or_default();
        let shared = claims.iter().filter(|claim| claim["evidence"][id] == claim["evidence"][source]);
        let shared = shared.filter(|claim| claim["evidence"][id].is_string()).count();
        assert!(shared >= 4, "{id} from {source}: {shared} sentences; {own} // {source_text}");
    }
    assert!(copies >= 2);
}

#[test]
fn a_story_without_dates_gives_none() {
    let story = Brief { dated: false, ..Brief::new(11, 6) }.write();
    assert!(story.gold["published"].as_object().is_some_and(|all| all.values().all(Value::is_null)));
    assert!(story.accounts.iter().all(|account| !account.text.contains("ublished")));
}

#[test]
fn hundreds_of_accounts_are_written() {
    let story = story(4, 200);
    let ids: BTreeSet<&str> = story.accounts.iter().map(|account| account.id.as_str()).collect();
    assert_eq!((story.accounts.len(), ids.len()), (200, 200));
}

#[test]
fn another_seed_tells_another_story() {
    assert_ne!(story(1, 4).accounts, story(2, 4).accounts);
}
