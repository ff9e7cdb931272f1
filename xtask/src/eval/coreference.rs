//! People, places and things across documents: which of the mentions that ECB+ marks are one.

mod conll;

use super::treebank::joined;
use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use conll::{Ratio, Scores};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

/// What counts as an entity; events and times do not.
const KINDS: [&str; 3] = ["human", "nonhuman", "loc"];

/// The development topics of ECB+: all articles of a topic at once, the marked places of the sentences that were
/// annotated throughout.
pub fn topics(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/crossdoc/ecbplus") else { return Ok(None) };
    let table = std::fs::read_to_string(folder.join("docs.jsonl"))?;
    let rows = table.lines().map(serde_json::from_str::<Document>);
    let mut topics: BTreeMap<u32, Vec<Document>> = BTreeMap::new();
    for document in rows.collect::<Result<Vec<_>, _>>().context("docs.jsonl")? {
        if document.split == SPLIT {
            topics.entry(document.topic).or_default().push(document);
        }
    }
    let corefer = command::example(&context.root, "corroborate-compare", "corefer")?;
    let (mut gold, mut found, mut heads) = (Vec::new(), Vec::new(), Vec::new());
    for (topic, documents) in &topics {
        let mut input = String::new();
        for document in documents {
            let (text, spans) = document.text();
            input.push_str(&json!({ "text": text, "mentions": spans }).to_string());
            input.push('\n');
            for (number, mention) in document.marked().enumerate() {
                let alone = || format!("{} {number}", document.doc);
                gold.push(format!("{topic} {}", mention.chain.clone().unwrap_or_else(alone)));
                let head = mention.text.split(' ').next_back().unwrap_or_default().to_lowercase();
                heads.push(format!("{topic} {head}"));
            }
        }
        let output = String::from_utf8(command::pipe(&corefer, &[], input.as_bytes())?)?;
        for line in output.lines() {
            let groups: Vec<usize> = serde_json::from_str(line)?;
            found.extend(groups.into_iter().map(|group| format!("{topic} {group}")));
        }
    }
    anyhow::ensure!(found.len() == gold.len(), "{} mentions, {} answers", gold.len(), found.len());
    let scores = [Scores::of(&gold, &found), Scores::of(&gold, &heads)];
    let row = |name: &str, ratio: fn(&Scores) -> Ratio| {
        let [own, head] = &scores;
        Row::higher(name, vec![Some(ratio(own).f1()), Some(ratio(head).f1())])
    };
    let detail = |name: &str, value: fn(&Scores) -> f64| {
        Row::count(name, scores.iter().map(|s| Some(value(s))).collect())
    };
    let rows = vec![
        Row::higher("CoNLL F1", scores.iter().map(|scores| Some(scores.conll())).collect()),
        row("MUC F1", |scores| scores.muc),
        row("B³ F1", |scores| scores.b_cubed),
        row("CEAF-e F1", |scores| scores.ceaf),
        detail("B³ precision", |scores| scores.b_cubed.precision),
        detail("B³ recall", |scores| scores.b_cubed.recall),
        Row::count("mentions", vec![Some(gold.len() as f64), None]),
    ];
    Ok(Some(Section {
        title: "People, places and things across documents".to_owned(),
        intro: "The eight development topics of ECB+: people, places and things that the gold marks in sentences annotated \
                throughout, grouped over all articles of a topic, which tell of two events of one kind. The places are \
                given, not what they are. Mentions that the gold links to no other count too. CoNLL F1 is the mean of \
                the other three; *last word* takes mentions with the same last word for one."
            .to_owned(),
        columns: vec!["corefer".to_owned(), "last word".to_owned()],
        rows,
    }))
}

/// Which of the topics.
const SPLIT: &str = "dev";

#[derive(Deserialize)]
struct Document {
    doc: String,
    topic: u32,
    split: String,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Sentence {
    n: usize,
    tokens: Vec<String>,
    validated: bool,
}

#[derive(Deserialize)]
struct Mention {
    kind: String,
    sent: usize,
    tokens: Vec<usize>,
    text: String,
    chain: Option<String>,
}

impl Document {
    /// The mentions that count.
    fn marked(&self) -> impl Iterator<Item = &Mention> {
        let annotated =
            |number: usize| self.sentences.iter().any(|sentence| sentence.n == number && sentence.validated);
        self.mentions
            .iter()
            .filter(move |mention| KINDS.contains(&mention.kind.as_str()) && annotated(mention.sent))
    }

    /// Its sentences as lines, and where the mentions that count stand in it.
    fn text(&self) -> (String, Vec<[usize; 2]>) {
        let mut text = String::new();
        let mut places: BTreeMap<(usize, usize), [usize; 2]> = BTreeMap::new();
        for sentence in &self.sentences {
            // The first sentence of the articles that were added later is their address.
            if sentence.n == 0 && self.doc.ends_with("plus") {
                continue;
            }
            for (at, place) in joined(&sentence.tokens, &mut text).into_iter().enumerate() {
                places.insert((sentence.n, at), place);
            }
            text.push_str("\n\n");
        }
        let place = |mention: &Mention| {
            let tokens = mention.tokens.iter().filter_map(|&at| places.get(&(mention.sent, at)));
            let (starts, ends): (Vec<usize>, Vec<usize>) = tokens.map(|[start, end]| (*start, *end)).unzip();
            [starts.into_iter().min().unwrap_or_default(), ends.into_iter().max().unwrap_or_default()]
        };
        let places = self.marked().map(place).collect();
        (text, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_their_places() {
        let tokens: Vec<String> = "The mayor 's aide ( Jo ) left .".split(' ').map(str::to_owned).collect();
        let mut text = String::new();
        let places = joined(&tokens, &mut text);
        assert_eq!(text, "The mayor's aide (Jo) left.");
        let words: Vec<&str> = places.iter().filter_map(|&[start, end]| text.get(start..end)).collect();
        assert_eq!(words, ["The", "mayor", "'s", "aide", "(", "Jo", ")", "left", "."]);
    }
}
