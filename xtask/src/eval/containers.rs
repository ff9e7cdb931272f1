//! Feeds and archives: whether every entry and every record is read.

use super::{Context, Row, Section};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The feeds of feedparser's own tests, each with a comment on what must be parsed out of it.
pub fn feeds(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/containers/feeds") else { return Ok(None) };
    let (mut all, mut whole, mut panics) = (0u32, 0u32, 0u32);
    for path in files(&folder)? {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if !matches!(extension, Some("xml" | "json")) {
            continue;
        }
        let outcome = run(context, &path)?;
        let expected = expected(&String::from_utf8_lossy(&std::fs::read(&path)?).replace('\0', ""));
        all += 1;
        whole += u32::from(outcome.articles >= expected);
        panics += u32::from(outcome.panicked);
        if context.misses && outcome.articles < expected {
            eprintln!("{}: {} of {expected} entries", path.display(), outcome.articles);
        }
    }
    Ok(Some(Section {
        title: "Feeds".to_owned(),
        intro: "RSS, Atom, RDF and JSON feeds of feedparser's tests, well and ill formed, in many encodings. A feed is \
                whole if as many articles are read as its expectation names entries."
            .to_owned(),
        columns: vec!["feeds".to_owned()],
        rows: vec![
            Row::count("all", vec![Some(f64::from(all))]),
            Row::higher("whole", vec![Some(f64::from(whole))]),
            Row::lower("panics", vec![Some(f64::from(panics))]),
        ],
    }))
}

/// The archives of warcio's tests: those that hold a page, and how many give one.
pub fn archives(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/containers/warc") else { return Ok(None) };
    let (mut all, mut read, mut articles, mut panics) = (0u32, 0u32, 0usize, 0u32);
    for path in files(&folder)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !name.contains("arc") {
            continue;
        }
        let outcome = run(context, &path)?;
        all += 1;
        read += u32::from(outcome.articles > 0);
        articles += outcome.articles;
        panics += u32::from(outcome.panicked);
        if context.misses && outcome.articles == 0 {
            eprintln!("{}: no page", path.display());
        }
    }
    Ok(Some(Section {
        title: "Archives".to_owned(),
        intro: "WARC and ARC files of warcio's tests, several broken. Four of them hold no page: requests alone, \
                answers of an interface, a picture, records without a length."
            .to_owned(),
        columns: vec!["archives".to_owned()],
        rows: vec![
            Row::count("all", vec![Some(f64::from(all))]),
            Row::higher("with a page read", vec![Some(f64::from(read))]),
            Row::higher("pages read", vec![u32::try_from(articles).ok().map(f64::from)]),
            Row::lower("panics", vec![Some(f64::from(panics))]),
        ],
    }))
}

struct Outcome {
    articles: usize,
    panicked: bool,
}

fn run(context: &Context, path: &Path) -> Result<Outcome> {
    let output = Command::new(&context.binary)
        .arg("parse")
        .arg(path)
        .args(["--format", "json"])
        .output()
        .context("cannot start the command")?;
    let articles = serde_json::Deserializer::from_slice(&output.stdout)
        .into_iter::<serde::de::IgnoredAny>()
        .filter(Result::is_ok)
        .count();
    // Misuse and unreadable input end with 2.
    let panicked = !matches!(output.status.code(), Some(0..=2));
    Ok(Outcome { articles, panicked })
}

/// How many entries an expectation speaks of: `len(entries) == 3`, `entries[2]['title']`.
fn expected(text: &str) -> usize {
    let number = |after: &str| {
        let digits: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    };
    let counted =
        text.match_indices("len(entries) ==").filter_map(|(at, mark)| number(text.get(at + mark.len()..)?));
    let named = text
        .match_indices("entries[")
        .filter_map(|(at, mark)| Some(number(text.get(at + mark.len()..)?)? + 1));
    counted.chain(named).max().unwrap_or(0)
}

/// Every file below a folder, in order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in
            std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
