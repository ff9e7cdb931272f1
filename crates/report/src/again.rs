//! A report held against a second run: whether each finding still follows from its words by the rules.

use crate::wire::Report;
use crate::{Failure, Settings, Story, VerifyError};
use corroborate_article::Article;
use corroborate_compare::Options;
use serde_json::Value;
use std::collections::BTreeMap;

/// A decision of a person that a report says was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// What it did: `dismiss`, say.
    pub kind: String,
    /// The words by which it names what it is about.
    pub words: Vec<String>,
    /// The relation that it gave a difference.
    pub relation: Option<String>,
}

/// What a report says of how it was made.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Its accounts as read again, with the ids and paths that they have in the report.
    pub articles: Vec<Article>,
    /// The options that were in force.
    pub settings: Settings,
    /// What a person decided.
    pub decisions: Vec<Replay>,
    /// The version of the program that made it.
    pub version: String,
}

/// How to make a report again from its accounts as read again, in any order and with others among them; nothing
/// where one of them is missing or has changed.
///
/// # Errors
/// When the text is not a report.
pub fn recipe(report: &str, articles: &[Article]) -> Result<Option<Recipe>, VerifyError> {
    let Ok(report) = serde_json::from_value::<Report>(crate::verify::open(report)?) else { return Ok(None) };
    let same = |source: &crate::wire::Source| {
        let found = crate::verify::find(source, articles)?;
        let mut article = found.clone();
        article.id.clone_from(&source.id);
        article.source.path.clone_from(&source.path);
        (source.sha256 == found.source.sha256).then_some(article)
    };
    let Some(articles) = report.sources.iter().map(same).collect() else { return Ok(None) };
    let decisions = report.decisions.into_iter().filter(|decision| decision.applied);
    Ok(Some(Recipe {
        articles,
        settings: Settings {
            compare: Options {
                align_threshold: report.options.align_threshold,
                reuse_min_words: report.options.reuse_min_words,
            },
            max_bytes: report.options.max_bytes,
        },
        decisions: decisions
            .map(|decision| Replay {
                kind: decision.kind,
                words: decision.words,
                relation: decision.relation,
            })
            .collect(),
        version: report.tool.version,
    }))
}

/// The lists of a report whose every item must come of the rules again.
const LISTS: [&str; 10] = [
    "entities",
    "dates",
    "quantities",
    "quotations",
    "claims",
    "differences",
    "quote_families",
    "reuse",
    "origins",
    "timeline",
];

/// Most failures of one list that are named one by one.
const NAMED: usize = 20;

/// What in a report the rules do not give again: `again` is the story told from the same accounts with the same
/// options and decisions.
///
/// # Errors
/// When the text is not a report.
pub fn hold(report: &str, again: &Story) -> Result<Vec<Failure>, VerifyError> {
    let report = crate::verify::open(report)?;
    let again = serde_json::to_value(Report::of(again)).unwrap_or_default();
    let mut failures = Vec::new();
    for list in LISTS {
        let (Some(Value::Array(items)), Some(Value::Array(rules))) = (report.get(list), again.get(list))
        else {
            continue;
        };
        let mut found = Vec::new();
        if items.len() == rules.len() {
            for (index, (item, rule)) in items.iter().zip(rules).enumerate() {
                differ(&format!("{list}[{index}]"), item, rule, &mut found);
            }
        } else {
            missing(list, items, rules, &mut found);
        }
        let more = found.len().saturating_sub(NAMED);
        found.truncate(NAMED);
        failures.extend(found);
        if more > 0 {
            failures.push(failure(list, format!("and {more} more that the rules do not give again")));
        }
    }
    for key in ["origin_count", "omissions"] {
        if let (Some(item), Some(rule)) = (report.get(key), again.get(key)) {
            differ(key, item, rule, &mut failures);
        }
    }
    Ok(failures)
}

/// Finds the innermost places where an item is not what the rules give; keys that the rules do not know are left
/// to those who put them there.
fn differ(place: &str, item: &Value, rule: &Value, failures: &mut Vec<Failure>) {
    match (item, rule) {
        (Value::Object(item), Value::Object(rule)) => {
            for (key, rule) in rule {
                differ(&format!("{place}.{key}"), item.get(key).unwrap_or(&Value::Null), rule, failures);
            }
        }
        (Value::Array(items), Value::Array(rules)) if items.len() == rules.len() => {
            for (index, (item, rule)) in items.iter().zip(rules).enumerate() {
                differ(&format!("{place}[{index}]"), item, rule, failures);
            }
        }
        (Value::Number(item), Value::Number(rule)) if alike(item.as_f64(), rule.as_f64()) => {}
        (item, rule) if item == rule => {}
        (item, rule) => {
            let message = format!("by the rules this is {}, and not {}", short(rule), short(item));
            failures.push(failure(place, message));
        }
    }
}

/// Whether two numbers are the same but for how they are read from decimal digits.
fn alike(item: Option<f64>, rule: Option<f64>) -> bool {
    match (item, rule) {
        (Some(item), Some(rule)) => (item - rule).abs() <= 1e-9 * rule.abs(),
        _ => false,
    }
}

/// Names the items that are not among what the rules give, and how many of the latter are not in the report.
fn missing(list: &str, items: &[Value], rules: &[Value], failures: &mut Vec<Failure>) {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for rule in rules {
        *left.entry(bare(rule)).or_default() += 1;
    }
    for (index, item) in items.iter().enumerate() {
        match left.get_mut(&bare(item)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => failures.push(failure(&format!("{list}[{index}]"), "the rules do not give this".to_owned())),
        }
    }
    let lost: usize = left.values().sum();
    if lost > 0 {
        failures.push(failure(list, format!("the rules give {lost} more that are not in the report")));
    }
}

/// An item without the ids that depend on its neighbours.
fn bare(item: &Value) -> String {
    let mut item = item.clone();
    if let Value::Object(fields) = &mut item {
        fields.retain(|key, _| !matches!(key.as_str(), "id" | "claim" | "claims" | "entity" | "within"));
    }
    item.to_string()
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

fn failure(place: &str, message: String) -> Failure {
    Failure { place: place.to_owned(), message }
}
