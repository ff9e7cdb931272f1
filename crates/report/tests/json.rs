//! The report as JSON: its schema, its words, and its check.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod fixture;

use corroborate_article::Article;
use corroborate_report::{json, schema, verify};
use fixture::{TEXTS, story, story_of};
use proptest::prelude::*;
use serde_json::Value;

fn articles() -> Vec<Article> {
    story().accounts.into_iter().map(|account| account.article).collect()
}

fn valid(report: &str) {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let report: Value = serde_json::from_str(report).expect("the report is JSON");
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_committed_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/report.schema.json");
    let committed = std::fs::read_to_string(path).expect("docs/report.schema.json");
    assert_eq!(committed, schema(), "write it anew: corroborate schema --output docs/report.schema.json");
}

#[test]
fn a_report_follows_its_schema() {
    valid(&json(&story()));
    valid(&json(&story_of(&["words".to_owned()])));
    valid(&json(&corroborate_report::Story::default()));
}

#[test]
fn the_schema_rejects_what_is_no_report() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let mut report: Value = serde_json::from_str(&json(&story())).expect("the report is JSON");
    report["claims"][0]["cells"][0]["evidence"][0]["start"] = "zero".into();
    assert!(!jsonschema::is_valid(&schema, &report));
}

#[test]
fn a_report_says_what_readers_rely_on() {
    let report: Value = serde_json::from_str(&json(&story())).expect("the report is JSON");
    assert_eq!(report["schema"], "corroborate-report/1");
    assert_eq!(report["sources"][0]["published"]["value"], "2024-05-07T11:38");
    assert!(report["sources"][0].get("text").is_none(), "the file itself is the text");
    assert_eq!(report["sources"][1]["text"], TEXTS[1]);
    assert_eq!(report["dates"][0]["value"], "2024-05-06");
    assert_eq!(report["dates"][0]["text"], "Monday");
    let quantities = report["quantities"].as_array().expect("a list");
    let length = quantities.iter().find(|quantity| quantity["lower"] == 25).expect("a length");
    assert_eq!(length["lower"].to_string(), "25", "a whole number has no point");
    assert_eq!(report["quotations"][0]["speaker"]["entity"], "e1");
    assert_eq!(report["quotations"][0]["speaker"]["evidence"]["text"], "She");
    let mentions: Vec<&str> = report["entities"][0]["mentions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|mention| mention["text"].as_str().expect("words"))
        .collect();
    assert_eq!(mentions, ["Ana Brandt", "Mayor Ana Brandt", "Ana Brandt", "Ana Brant"]);
    assert_eq!(report["differences"][0]["relation"], "conflict");
    assert_eq!(report["claims"][2]["cells"][1]["stance"], "unknown");
}

#[test]
fn a_report_holds_against_its_sources() {
    let result = verify(&json(&story()), &articles()).expect("a report");
    assert_eq!(result.failures, []);
    assert_eq!(result.sources, 3);
    assert!(result.spans > 30, "{}", result.spans);
}

/// Every `"text"` of the report that stands in a span, as the places of its bytes.
fn evidence(report: &str) -> Vec<std::ops::Range<usize>> {
    let key = "\"text\": \"";
    let starts = report.match_indices(key).map(|(at, _)| at + key.len());
    let ranges = starts.map(|start| start..start + report[start..].find("\"").expect("a string ends"));
    ranges.filter(|range| !report[range.clone()].contains("\\n")).collect()
}

#[test]
fn one_byte_changed_in_any_evidence_is_found() {
    let report = json(&story());
    let mut changed = 0;
    for range in evidence(&report) {
        for at in range.filter(|&at| report.as_bytes()[at].is_ascii_alphabetic()).step_by(7) {
            let mut bytes = report.clone().into_bytes();
            bytes[at] ^= 1;
            let tampered = String::from_utf8(bytes).expect("ASCII for ASCII");
            let result = verify(&tampered, &articles()).expect("still a report");
            assert!(!result.failures.is_empty(), "at {at}");
            changed += 1;
        }
    }
    assert!(changed > 100, "{changed}");
}

#[test]
fn what_does_not_hold_is_named() {
    let failures = |change: &dyn Fn(&mut Value), articles: &[Article]| -> Vec<String> {
        let mut report: Value = serde_json::from_str(&json(&story())).expect("the report is JSON");
        change(&mut report);
        let result = verify(&report.to_string(), articles).expect("a report");
        result.failures.into_iter().map(|failure| format!("{}: {}", failure.place, failure.message)).collect()
    };
    let all = articles();
    let one = |change: &dyn Fn(&mut Value)| {
        let failures = failures(change, &all);
        assert_eq!(failures.len(), 1, "{failures:?}");
        failures.into_iter().next().unwrap_or_default()
    };
    let moved = one(&|report| report["claims"][0]["cells"][1]["evidence"][0]["end"] = 50.into());
    assert!(moved.starts_with("claims[0].cells[1].evidence[0]: at "), "{moved}");
    let split = one(&|report| report["quote_families"][0]["versions"][0]["start"] = 1_000_000.into());
    assert!(split.contains("does not lie within evening"), "{split}");
    let hash = one(&|report| report["sources"][2]["sha256"] = "0".into());
    assert!(hash.starts_with("sources[2].sha256: story/third.txt has changed"), "{hash}");
    let gap = one(&|report| report["sources"][0]["blocks"][1]["role"] = "nonsense".into());
    assert!(gap.contains("there is no role"), "{gap}");
    let reference = one(&|report| report["differences"][0]["claim"] = "c99".into());
    assert_eq!(reference, "differences[0].claim: the report has no \"c99\"");
    let stranger = one(&|report| report["timeline"][0]["evidence"][0]["source"] = "other".into());
    assert_eq!(stranger, "timeline[0].evidence[0]: the report has no source \"other\"");
    let text = one(&|report| report["sources"][1]["text"] = "other".into());
    assert!(text.starts_with("sources[1].text: "), "{text}");
    let blocks = failures(&|report| report["sources"][0]["blocks"][1]["end"] = 19.into(), &all);
    assert!(blocks.iter().any(|failure| failure.contains("starts at")), "{blocks:?}");
    let missing = failures(&|_| (), &all[..2]);
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].contains("story/third.txt could not be read again"), "{missing:?}");
}

#[test]
fn what_is_no_report_is_refused() {
    for text in ["", "[]", "{}", "{\"schema\": \"corroborate-report/2\"}", "nonsense"] {
        assert!(verify(text, &[]).is_err(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_report_of_any_text_holds_and_follows_its_schema(
        texts in proptest::collection::vec(any::<String>(), 1..4)
    ) {
        let story = story_of(&texts);
        let report = json(&story);
        valid(&report);
        let articles: Vec<Article> = story.accounts.into_iter().map(|account| account.article).collect();
        let result = verify(&report, &articles).expect("a report");
        let failures = result.failures;
        prop_assert!(failures.is_empty(), "{failures:?}");
    }

    #[test]
    fn no_report_makes_the_check_panic(at in 0usize..20_000, by in any::<u8>()) {
        let report = json(&story());
        let mut bytes = report.into_bytes();
        let at = at % bytes.len();
        bytes[at] = by;
        let _ = verify(&String::from_utf8_lossy(&bytes), &articles());
    }
}
