//! The parts of the pipeline, as their criterion benches measured them.

use anyhow::{Context as _, Result};
use serde_json::Value;
use std::path::Path;

/// Package and name of each bench.
pub const BENCHES: [(&str, &str); 7] = [
    ("corroborate-parse", "parse"),
    ("corroborate-ingest", "page"),
    ("corroborate-temporal", "annotate"),
    ("corroborate-quantity", "annotate"),
    ("corroborate-extract", "annotate"),
    ("corroborate-compare", "story"),
    ("corroborate-reuse", "core"),
];

/// What criterion measured of one function.
pub struct Part {
    /// Group and function.
    pub name: String,
    /// The fastest sample: other work on the machine makes a sample slower, never faster.
    pub seconds: f64,
    /// Bytes, or things of another kind, of one run.
    pub bytes: Option<f64>,
    pub elements: Option<f64>,
}

/// Reads what criterion left in its folder, in the order of names.
///
/// # Errors
/// When the folder cannot be read.
pub fn read(criterion: &Path) -> Result<Vec<Part>> {
    let mut found = Vec::new();
    collect(criterion, &mut found).with_context(|| format!("cannot read {}", criterion.display()))?;
    found.sort_by(|x, y| x.name.cmp(&y.name));
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<Part>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            continue;
        }
        if path.ends_with("new") {
            found.extend(part(&path));
        } else {
            collect(&path, found)?;
        }
    }
    Ok(())
}

fn part(folder: &Path) -> Option<Part> {
    let read = |file: &str| -> Option<Value> {
        serde_json::from_str(&std::fs::read_to_string(folder.join(file)).ok()?).ok()
    };
    let (about, sample) = (read("benchmark.json")?, read("sample.json")?);
    let list = |key: &str| Some(sample.get(key)?.as_array()?.iter().filter_map(Value::as_f64));
    let runs = list("times")?.zip(list("iters")?).map(|(nanoseconds, runs)| nanoseconds / runs / 1e9);
    let amount = |kind: &str| about.get("throughput")?.get(kind)?.as_f64();
    Some(Part {
        name: about.get("full_id")?.as_str()?.to_owned(),
        seconds: runs.fold(f64::INFINITY, f64::min),
        bytes: amount("Bytes"),
        elements: amount("Elements"),
    })
}
