//! `docs/performance.md`.

use super::part::Part;
use super::{Compared, Measured, Sentences};
use serde_json::Value;
use std::fmt::Write as _;

/// What stands behind this line is written by hand and kept.
const KEPT: &str = "<!-- below this line: written by hand, kept by `cargo xtask bench` -->";

/// Writes the document: the sections that were measured, the others and what is written by hand as in the committed one.
pub fn write(measured: &Measured, committed: &str) -> String {
    let mut text = match &measured.machine {
        Some(machine) => head(machine, measured.versions.as_ref()),
        None => committed.split("\n## ").next().unwrap_or_default().trim_end().to_owned() + "\n",
    };
    let sections = [
        ("## A story, from files to JSON", stories(measured)),
        ("## Parts of the pipeline", parts(measured)),
        ("## Shared passages of two accounts of 800 words", measured.passages.as_ref().map(passages)),
        (
            "## Near-duplicates: all pairs at a Jaccard similarity of 0.7",
            measured.duplicates.as_ref().map(duplicates),
        ),
        ("## All pairs of sentences with a TF-IDF cosine of 0.4 or more", sentences(measured)),
        ("## Names: 10,000 × 10,000, Jaro-Winkler of 0.9 or more", measured.names.as_ref().map(names)),
        ("## A corpus in clusters", clusters(measured)),
    ];
    for (heading, body) in sections {
        let body = body.or_else(|| kept(heading, committed));
        if let Some(body) = body {
            let _ = write!(text, "\n{heading}\n\n{}\n", body.trim());
        }
    }
    text.push('\n');
    let hand = committed.split_once(KEPT).map_or("\n", |(_, hand)| hand);
    text.push_str(KEPT);
    text.push_str(hand);
    text
}

fn head(machine: &str, versions: Option<&Value>) -> String {
    let mut text = format!(
        "# Performance\n\nWritten by `cargo xtask bench`. All data is generated from fixed seeds (`crates/reuse/examples/measure/news.rs`, `crates/testkit`).\nMachine: {machine}. One thread, and time that this thread was on a processor, unless it says otherwise: the\nfigures hold on a busy machine too, up to what other work takes from its caches.\n"
    );
    if let Some(versions) = versions.and_then(Value::as_object) {
        let list: Vec<String> = versions
            .iter()
            .map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default()))
            .collect();
        let _ = writeln!(text, "Peers: {}.", list.join(", "));
    }
    text
}

fn number(value: &Value, key: &str) -> f64 {
    value.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

fn micro(seconds: f64) -> String {
    if seconds < 0.001 { format!("{:.1} µs", seconds * 1e6) } else { format!("{:.2} ms", seconds * 1e3) }
}

fn megabytes(value: &Value) -> String {
    value
        .get("peak_kb")
        .and_then(Value::as_f64)
        .map_or_else(|| "–".to_owned(), |kb| format!("{:.0} MB", kb / 1e3))
}

fn passages(measured: &Compared) -> String {
    let none = Value::Null;
    let own = measured.own.first().unwrap_or(&none);
    let base = number(own, "seconds");
    let mut text = String::from(
        "A third of the second account is taken over from the first, edited and moved. Wall time, median of 501 runs.\n\n| | time | ratio |\n| --- | --- | --- |\n",
    );
    let mut row = |name: &str, seconds: f64| {
        let _ = writeln!(text, "| {name} | {} | {:.1} |", micro(seconds), seconds / base);
    };
    row("`shared_passages`, both texts read before", base);
    row("`passages`: reading both texts included", number(own, "with_reading"));
    row("`similar` 3.2, Myers, on the same numbered words", number(own, "similar_myers"));
    row("`similar` 3.2, Patience", number(own, "similar_patience"));
    row("`difflib` 0.4 for Rust, matching blocks", number(own, "difflib"));
    for (name, value) in &measured.others {
        row(name, number(value, "seconds"));
    }
    text + "\nNone of the others finds passages that were moved."
}

fn duplicates(measured: &Compared) -> String {
    let mut text = String::from(
        "Shingles of three words, 128 permutations, from texts in memory to pairs. The truth is computed exactly.\n\n| | documents/s | ratio | recall | precision | peak memory |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let rate = |value: &Value| number(value, "documents") / number(value, "seconds");
    let own = measured.own.last();
    let base = own.map_or(f64::NAN, rate);
    let rows = own.map(|own| ("`Index`", own)).into_iter();
    let others = measured.others.iter().map(|(name, value)| (name.as_str(), value));
    for (name, value) in rows.chain(others) {
        let _ = writeln!(
            text,
            "| {name} | {:.0} | {:.1} | {:.4} | {:.4} | {} |",
            rate(value),
            base / rate(value),
            number(value, "recall"),
            number(value, "precision"),
            megabytes(value)
        );
    }
    text += "\nOf which making shingles of the texts (for us: words as numbers) takes:\n\n| | reading | the rest | the rest, a document | ratio |\n| --- | --- | --- | --- | --- |\n";
    let rest = |value: &Value| number(value, "seconds") - number(value, "read");
    let each = |value: &Value| rest(value) / number(value, "documents");
    let own_row = own.map(|own| ("`Index`", own)).into_iter();
    let others = measured.others.iter().map(|(name, value)| (name.as_str(), value));
    for (name, value) in own_row.chain(others).filter(|(_, value)| value.get("read").is_some()) {
        let _ = writeln!(
            text,
            "| {name} | {:.2} s | {:.2} s | {} | {:.1} |",
            number(value, "read"),
            rest(value),
            micro(each(value)),
            each(value) / own.map_or(f64::NAN, each)
        );
    }
    text += "\nHow the cost grows:\n\n| documents | seconds | read | sign | sort | verify | pairs | peak memory |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for value in &measured.own {
        let _ = writeln!(
            text,
            "| {} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {} | {} |",
            number(value, "documents"),
            number(value, "seconds"),
            number(value, "read"),
            number(value, "sign"),
            number(value, "sort"),
            number(value, "verify"),
            number(value, "pairs"),
            megabytes(value)
        );
    }
    text
}

fn sentences(measured: &Measured) -> Option<String> {
    if measured.sentences.is_empty() {
        return None;
    }
    let mut text = String::from(
        "Sentences of many accounts of one event. The peers' pairs are the same pairs.\n\n| sentences | | whole | ratio | vectors | pairs | found | peak memory |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for Sentences { size, own, others } in &measured.sentences {
        let base = number(own, "seconds");
        let rows = std::iter::once(("`Vectors`", own))
            .chain(others.iter().map(|(name, value)| (name.as_str(), value)));
        for (name, value) in rows {
            let _ = writeln!(
                text,
                "| {size} | {name} | {:.3} s | {:.1} | {:.3} s | {:.3} s ({:.1}) | {} | {} |",
                number(value, "seconds"),
                number(value, "seconds") / base,
                number(value, "prepare"),
                number(value, "join"),
                number(value, "join") / number(own, "join"),
                number(value, "pairs"),
                megabytes(value)
            );
        }
    }
    Some(text)
}

fn names(measured: &Compared) -> String {
    let none = Value::Null;
    let own = measured.own.first().unwrap_or(&none);
    let mut text = String::from(
        "The pairs are the same pairs.\n\n| | time | ratio | pairs | peak memory |\n| --- | --- | --- | --- | --- |\n",
    );
    let peers = measured.others.iter().map(|(name, value)| (name.as_str(), value));
    for (name, value) in std::iter::once(("`similar_names`", own)).chain(peers) {
        let _ = writeln!(
            text,
            "| {name} | {:.2} s | {:.1} | {} | {} |",
            number(value, "seconds"),
            number(value, "seconds") / number(own, "seconds"),
            number(value, "pairs"),
            megabytes(value)
        );
    }
    text
}

/// A section of the committed document.
fn kept(heading: &str, committed: &str) -> Option<String> {
    let (_, rest) = committed.split_once(heading)?;
    let end = rest.find("\n## ").or_else(|| rest.find(KEPT)).unwrap_or(rest.len());
    let end = end.min(rest.find(KEPT).unwrap_or(end));
    rest.get(..end).map(str::to_owned)
}

fn clusters(measured: &Measured) -> Option<String> {
    if measured.clusters.is_empty() {
        return None;
    }
    let mut text = String::from(
        "Articles generated on the way, two threads. Wall time; processor time is that of both threads and includes making\nthe articles.\n\n| articles | seconds | articles and two indexes | merging | clusters | processor | found | peak memory |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for value in &measured.clusters {
        let _ = writeln!(
            text,
            "| {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {} | {} |",
            number(value, "documents"),
            number(value, "seconds"),
            number(value, "generate_and_build"),
            number(value, "merge"),
            number(value, "cluster"),
            number(value, "processor"),
            number(value, "clusters"),
            megabytes(value)
        );
    }
    Some(text)
}

fn stories(measured: &Measured) -> Option<String> {
    if measured.stories.is_empty() {
        return None;
    }
    let mut text = String::from(
        "The whole run of `corroborate report --format json --threads 1`, tables and all, on accounts of one generated story\n(`cargo run --release --package corroborate-testkit --example crowd`): most are told over from eight, with paragraphs left out.\n\n| accounts | read | processor time | wall time | report | peak memory |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for story in &measured.stories {
        let seconds = |seconds: f64| {
            if seconds < 1.0 { format!("{:.0} ms", seconds * 1e3) } else { format!("{seconds:.1} s") }
        };
        let _ = writeln!(
            text,
            "| {} | {:.2} MB | {} | {} | {:.1} MB | {} |",
            story.accounts,
            story.bytes as f64 / 1e6,
            story.seconds.map_or_else(|| "–".to_owned(), seconds),
            seconds(story.wall),
            story.report as f64 / 1e6,
            story.peak_kb.map_or_else(|| "–".to_owned(), |kb| format!("{:.0} MB", kb as f64 / 1e3)),
        );
    }
    Some(text)
}

fn parts(measured: &Measured) -> Option<String> {
    if measured.parts.is_empty() {
        return None;
    }
    let mut text = String::from(
        "Criterion, one thread: the fastest of ten samples, for other work on the machine can only add to a sample.\n\n| group/function | time | a second |\n| --- | --- | --- |\n",
    );
    for Part { name, seconds, bytes, elements } in &measured.parts {
        let rate = match (bytes, elements) {
            (Some(bytes), _) => format!("{:.1} MB", bytes / seconds / 1e6),
            (None, Some(elements)) => format!("{:.0}", elements / seconds),
            (None, None) => "–".to_owned(),
        };
        let _ = writeln!(text, "| {name} | {} | {rate} |", micro(*seconds));
    }
    Some(text)
}
