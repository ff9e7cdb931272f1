//! Names of people, places and organisations, on the news documents of GUM's test split.

#[path = "../../../crates/extract/examples/train-names/gum.rs"]
mod gum;

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use gum::{Tables, Word};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// What is counted, in the order of the rows.
const KINDS: [&str; 3] = ["person", "place", "organisation"];

/// Bytes of the text, half open, and the kind's number.
type Name = (usize, usize, usize);

/// A document's text with the names in it.
#[derive(Default)]
struct Document {
    text: String,
    names: Vec<Name>,
}

/// Strict scores: place and kind both right.
pub fn news(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/entities/gum") else { return Ok(None) };
    let tables = tables(context)?;
    let splits = fs::read_to_string(folder.join("splits.md"))?;
    let test =
        splits.split("## test\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
    let mut documents = Vec::new();
    for stem in test.lines().filter_map(|line| line.trim_start().strip_prefix("* ")) {
        let path = folder.join(format!("{stem}.conllu"));
        if !stem.contains("_news_") || !path.exists() {
            continue;
        }
        let mut document = Document::default();
        for sentence in fs::read_to_string(&path).with_context(|| path.display().to_string())?.split("\n\n") {
            if let Some((words, names)) = gum::sentence(sentence, &tables) {
                document.push(&words, &names);
            }
        }
        documents.push(document);
    }
    let found = extract(context, &documents)?;
    let (mut right, mut made, mut gold) = ([0; 3], [0; 3], [0; 3]);
    for (document, found) in documents.iter().zip(&found) {
        let wanted: BTreeSet<Name> = document.names.iter().copied().collect();
        for name in &wanted {
            gold[name.2] += 1;
        }
        for name in found {
            made[name.2] += 1;
            right[name.2] += usize::from(wanted.contains(name));
            if context.misses && !wanted.contains(name) {
                eprintln!("+ {} {}", KINDS[name.2], &document.text[name.0..name.1]);
            }
        }
        for name in wanted.iter().filter(|name| context.misses && !found.contains(*name)) {
            eprintln!("- {} {}", KINDS[name.2], &document.text[name.0..name.1]);
        }
    }
    let row = |name: &str, right: usize, made: usize, gold: usize| {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { ratio(part, whole) };
        let values =
            vec![Some(share(right, made)), Some(share(right, gold)), Some(share(2 * right, made + gold))];
        Row::higher(name, values)
    };
    let mut rows: Vec<Row> =
        KINDS.iter().enumerate().map(|(at, name)| row(name, right[at], made[at], gold[at])).collect();
    rows.push(row("all", right.iter().sum(), made.iter().sum(), gold.iter().sum()));
    Ok(Some(Section {
        title: "Names in news".to_owned(),
        intro: format!(
            "{} Wikinews articles of GUM's test split, {} names: the proper nouns around the head of a person, place or \
             organisation, without article and title; nationalities are none. Strict: bounds and kind both right.",
            documents.len(),
            gold.iter().sum::<usize>()
        ),
        columns: ["precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows,
    }))
}

fn tables(context: &Context) -> Result<Tables> {
    let read = |name: &str| fs::read_to_string(context.root.join("crates/extract/data").join(name));
    Ok(Tables::new(
        &[&read("titles.txt")?, &read("honorifics.txt")?],
        &[&read("country-aliases.tsv")?, &read("countries.tsv")?],
    ))
}

fn extract(context: &Context, documents: &[Document]) -> Result<Vec<BTreeSet<Name>>> {
    let mut input = String::new();
    for (id, document) in documents.iter().enumerate() {
        input.push_str(&json!({ "id": id.to_string(), "text": document.text }).to_string());
        input.push('\n');
    }
    let output = command::pipe(&context.binary, &["extract"], input.as_bytes())?;
    let mut found = Vec::new();
    for line in String::from_utf8(output)?.lines() {
        let answer: Value = serde_json::from_str(line)?;
        let entities = answer["entities"].as_array().map(Vec::as_slice).unwrap_or_default();
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        found.push(
            entities
                .iter()
                .filter_map(|entity| {
                    let kind = KINDS.iter().position(|kind| entity["kind"] == *kind)?;
                    Some((number(&entity["start"])?, number(&entity["end"])?, kind))
                })
                .collect(),
        );
    }
    anyhow::ensure!(found.len() == documents.len(), "{} texts, {} answers", documents.len(), found.len());
    Ok(found)
}

#[allow(clippy::cast_precision_loss, reason = "counts of names")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

impl Document {
    /// Appends a sentence with its names, given as word ranges.
    fn push(&mut self, words: &[Word], names: &[Name]) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let mut spans = Vec::with_capacity(words.len());
        for word in words {
            let start = self.text.len();
            self.text.push_str(&word.form);
            spans.push((start, self.text.len()));
            if word.space {
                self.text.push(' ');
            }
        }
        for &(first, end, kind) in names {
            if let (Some(a), Some(b)) = (spans.get(first), spans.get(end.wrapping_sub(1))) {
                self.names.push((a.0, b.1, kind));
            }
        }
    }
}
