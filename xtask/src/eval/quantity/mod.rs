//! Numbers and quantities: news sentences with value and unit, and the cases of four libraries' own tests.

mod cases;
mod news;

pub use cases::libraries;
pub use news::news;

use super::Context;
use crate::command;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// A quantity as `corroborate extract` writes it.
#[derive(Deserialize)]
struct Found {
    text: String,
    lower: Option<f64>,
    upper: Option<f64>,
    #[serde(default)]
    nominal: Option<f64>,
    approximate: bool,
    unit: Option<String>,
    counted: Option<String>,
    #[serde(default)]
    kind: String,
}

impl Found {
    /// The one value, where one is written.
    fn value(&self) -> Option<f64> {
        self.nominal.or_else(|| self.lower.zip(self.upper).filter(|(a, b)| same(*a, *b)).map(|(a, _)| a))
    }

    /// Whether it has one end, or two by more than a hedge: *over 5*, *5 to 7*, but not *about 5*.
    fn is_range(&self) -> bool {
        self.lower.is_some() != self.upper.is_some() || self.value().is_none()
    }

    /// Whether it allows from `low` to `high`; a single value may also be the one end of an open range.
    fn is(&self, low: f64, high: f64) -> bool {
        let end = |end: Option<f64>, wanted: f64| end.is_some_and(|end| same(end, wanted));
        if !same(low, high) {
            return end(self.lower, low) && end(self.upper, high);
        }
        match self.value() {
            Some(value) => same(value, low),
            None => {
                (end(self.lower, low) && (self.upper.is_none() || self.approximate))
                    || (end(self.upper, low) && self.lower.is_none())
            }
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-9)
}

/// The values of a file of JSON Lines, or of one array.
fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    if text.starts_with('[') {
        return Ok(serde_json::from_str(&text)?);
    }
    text.lines().map(|line| serde_json::from_str(line).map_err(Into::into)).collect()
}

fn texts(rows: &[Value], key: &str) -> Vec<String> {
    rows.iter().map(|row| row[key].as_str().unwrap_or_default().to_owned()).collect()
}

/// The quantities of each text, through the command.
fn extract(context: &Context, texts: &[String]) -> Result<Vec<Vec<Found>>> {
    let mut input = String::new();
    for (id, text) in texts.iter().enumerate() {
        input.push_str(&json!({ "id": id.to_string(), "text": text }).to_string());
        input.push('\n');
    }
    let output = command::pipe(&context.binary, &["extract"], input.as_bytes())?;
    let mut found = Vec::new();
    for line in String::from_utf8(output)?.lines() {
        let mut answer: Value = serde_json::from_str(line)?;
        found.push(serde_json::from_value(answer["quantities"].take())?);
    }
    anyhow::ensure!(found.len() == texts.len(), "{} texts, {} answers", texts.len(), found.len());
    Ok(found)
}

fn miss(context: &Context, text: &Value, what: &Value) {
    if context.misses {
        eprintln!("{what}\t{text}");
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn count(cases: usize) -> Option<f64> {
    Some(cases as f64)
}
