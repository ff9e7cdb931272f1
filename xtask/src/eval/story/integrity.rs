//! Dates, origins, boilerplate, and whether every span holds the words it claims.

use super::gold::Published;
use super::score::{Score, Truth, hits, overlap};
use super::tally::{Tally, pairs_of};
use serde_json::Value;
use std::collections::BTreeSet;

/// Publication dates and dated events.
pub fn dates(truth: &Truth, score: &mut Score) {
    for (account, wanted) in &truth.gold.published {
        let given =
            truth.source(account).and_then(|source| source.published.as_ref()).map(|p| p.value.as_str());
        let readings: Vec<Option<&str>> = match wanted {
            None => vec![None],
            Some(Published::One(value)) => vec![Some(value)],
            Some(Published::Several(values)) => values.iter().map(Option::as_deref).collect(),
        };
        let right = readings.iter().any(|wanted| match (*wanted, given) {
            (None, None) => true,
            (Some(wanted), Some(given)) => {
                let shared = wanted.len().min(given.len());
                wanted.get(..shared) == given.get(..shared) && head(wanted) == head(given)
            }
            _ => false,
        });
        score.published.gold += 1;
        if right {
            score.published.found += 1;
        } else {
            score.misses.push(format!("published: {account}: {given:?} for {readings:?}"));
        }
    }
    for event in &truth.gold.events {
        let right =
            event.evidence.iter().filter_map(|(account, words)| truth.find(account, words)).any(|gold| {
                truth.report.dates.iter().any(|date| {
                    let place = truth.place(&date.span);
                    place.is_some_and(|place| overlap(gold, place) > 0)
                        && head(&date.value) == head(&event.value)
                })
            });
        score.events.gold += 1;
        if right {
            score.events.found += 1;
        } else {
            score.misses.push(format!("event date: {} = {}", event.what, event.value));
        }
    }
}

fn head(value: &str) -> &str {
    value.get(..10).unwrap_or(value)
}

/// Pairs of accounts that share an origin.
pub fn origins(truth: &Truth, score: &mut Score) {
    let pairs = |groups: Vec<Vec<&str>>| -> BTreeSet<(String, String)> {
        let sorted = groups.into_iter().map(|mut group| {
            group.sort_unstable();
            group
        });
        sorted
            .flat_map(|group| {
                pairs_of(&group).into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect::<Vec<_>>()
            })
            .collect()
    };
    let gold = pairs(
        truth.gold.origins.iter().map(|origin| origin.docs.iter().map(String::as_str).collect()).collect(),
    );
    let given = pairs(
        truth
            .report
            .origins
            .iter()
            .map(|origin| origin.sources.iter().filter_map(|source| truth.account(source)).collect())
            .collect(),
    );
    for (a, b) in gold.symmetric_difference(&given) {
        let wrong = if gold.contains(&(a.clone(), b.clone())) { "missed" } else { "wrong" };
        score.misses.push(format!("origin pair {wrong}: {a} {b}"));
    }
    let right = gold.intersection(&given).count();
    score.origins = Tally { right, predicted: given.len(), found: right, gold: gold.len() };
}

/// Roles that count as the article's own text.
const PROSE: &[&str] =
    &["paragraph", "headline", "standfirst", "heading", "quotation", "list-item", "pull-quote"];

/// Lines that must not be article text.
pub fn boilerplate(truth: &Truth, score: &mut Score) {
    for (account, lines) in &truth.gold.boilerplate {
        for line in lines {
            score.boilerplate.gold += 1;
            let kept = truth.find(account, line).is_some_and(|gold| {
                truth.source(account).is_some_and(|source| {
                    source.blocks.iter().any(|block| {
                        PROSE.contains(&block.role.as_str())
                            && hits(gold, (account.as_str(), block.start, block.end), 0.5)
                    })
                })
            });
            if kept {
                let start: String = line.chars().take(60).collect();
                score.misses.push(format!("boilerplate kept: {account} {start}"));
            } else {
                score.boilerplate.found += 1;
            }
        }
    }
}

/// Counts spans, anywhere in the report, whose text does not stand where they say.
pub fn evidence(truth: &Truth, value: &Value, score: &mut Score) {
    match value {
        Value::Object(fields) => {
            let number =
                |key: &str| fields.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
            let string = |key: &str| fields.get(key).and_then(Value::as_str);
            if let (Some(source), Some(start), Some(end), Some(text)) =
                (string("source"), number("start"), number("end"), string("text"))
                && let Some(account) = truth.account(source)
                && truth.text(account).get(start..end) != Some(text)
            {
                score.wrong_spans += 1;
            }
            for field in fields.values() {
                evidence(truth, field, score);
            }
        }
        Value::Array(items) => {
            for item in items {
                evidence(truth, item, score);
            }
        }
        _ => {}
    }
}
