//! Reads JSON Lines of texts with a reference date (`dct` or `ref`) and writes their expressions, with offsets
//! in code points.

use corroborate_temporal::{Civil, annotate};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default();
        let reference = record["dct"].as_str().or(record["ref"].as_str()).and_then(Civil::parse_iso);
        let mut timexes = Vec::new();
        let (mut bytes, mut points) = (0, 0);
        for found in annotate(text, reference) {
            points += text[bytes..found.span.start()].chars().count();
            bytes = found.span.start();
            let length = found.span.of(text).chars().count();
            timexes.push(json!({
                "start": points, "end": points + length, "text": found.span.of(text),
                "type": found.kind.name(), "value": found.value,
                "earliest": found.earliest.map(|at| at.to_string()),
                "latest": found.latest.map(|at| at.to_string()),
                "mod": found.modifier.map(|modifier| format!("{modifier:?}")),
            }));
        }
        writeln!(out, "{}", json!({"id": record["id"], "timexes": timexes}))?;
    }
    Ok(())
}
