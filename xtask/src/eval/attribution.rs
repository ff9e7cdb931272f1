//! Attribution: who says what in news, and how firmly it is meant.

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// The news of GUM: attributions read off its discourse trees. One counts as found when a quotation holds at least
/// half of its content, and as right when the words that name the speaker overlap the gold's.
pub fn news(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/entities/gum") else { return Ok(None) };
    let table = std::fs::read_to_string(folder.join("attributions_derived.jsonl"))?;
    let mut gold: BTreeMap<String, Vec<Attribution>> = BTreeMap::new();
    for row in table.lines() {
        let row: Attribution = serde_json::from_str(row).context("attributions_derived.jsonl")?;
        if row.genre == "news" && row.speaker.is_some() {
            gold.entry(row.doc.clone()).or_default().push(row);
        }
    }
    let mut tally = Tally::default();
    for (name, attributions) in &gold {
        let conllu = std::fs::read_to_string(folder.join(format!("{name}.conllu")))?;
        let page = Page::read(&conllu);
        let found = extract(context, &page.text)?.quotations;
        let mut used = vec![false; found.len()];
        for one in attributions {
            let parts: Vec<Range<usize>> =
                one.content_spans.iter().filter_map(|(from, to)| page.words(*from, *to)).collect();
            let length: usize = parts.iter().map(Range::len).sum();
            let speaker = one.speaker.as_ref().and_then(|speaker| page.words(speaker.start, speaker.end));
            let (mut content, mut right) = (false, false);
            for (quotation, used) in found.iter().zip(&mut used) {
                let held: usize = parts.iter().map(|part| overlap(part, &quotation.range())).sum();
                if held * 2 < length.max(1) {
                    continue;
                }
                content = true;
                let named = quotation.speaker.as_ref().map(Place::range);
                if named.zip(speaker.as_ref()).is_some_and(|(named, gold)| overlap(&named, gold) > 0) {
                    right = true;
                    *used = true;
                }
            }
            tally.gold += 1;
            tally.content += usize::from(content);
            tally.right += usize::from(right);
            if context.misses && !right {
                eprintln!(
                    "  - {name}: {:?} by {:?}",
                    parts.first().and_then(|part| page.text.get(part.clone())),
                    speaker
                );
            }
        }
        tally.given += found.len();
        tally.used += used.iter().filter(|used| **used).count();
    }
    let (precision, recall) = (share(tally.used, tally.given), share(tally.right, tally.gold));
    let rows = vec![
        Row::higher("precision", vec![Some(precision)]),
        Row::higher("recall", vec![Some(recall)]),
        Row::higher("F1", vec![Some(2.0 * precision * recall / (precision + recall).max(f64::EPSILON))]),
        Row::higher("content found, whoever said it", vec![Some(share(tally.content, tally.gold))]),
        Row::count("attributions", vec![Some(tally.gold as f64)]),
        Row::count("quotations given", vec![Some(tally.given as f64)]),
    ];
    Ok(Some(Section {
        title: "Attribution in the news of GUM".to_owned(),
        intro: "Attributions with a named source in 24 Wikinews articles, derived from GUM's discourse trees. A \
                quotation counts when it holds half of the content and its speaker's words overlap the gold's. The \
                gold gives one unit of discourse for each attribution, so later sentences of a long quotation and \
                the marked words inside a reported clause count against the precision."
            .to_owned(),
        columns: vec!["news".to_owned()],
        rows,
    }))
}

/// The sides of differences in strength, and what accounts say is unknown, in the stories with gold.
pub fn statements(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("stories") else { return Ok(None) };
    let mut stories: Vec<_> = std::fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold.json").exists())
        .collect();
    stories.sort();
    let (mut strength, mut unknown, mut conditions) = ((0, 0), (0, 0), (0, 0));
    for story in &stories {
        let gold: Gold = serde_json::from_str(&std::fs::read_to_string(story.join("gold.json"))?)?;
        let mut accounts = BTreeMap::new();
        for (id, file) in &gold.documents {
            let path = story.join(file);
            let parsed =
                command::output(&context.binary, &["parse", &path.to_string_lossy(), "--format", "json"])?;
            let parsed: Value = serde_json::from_slice(&parsed)?;
            let body = parsed.get("body").and_then(Value::as_str).unwrap_or_default().to_owned();
            let found = extract(context, &body)?.statements;
            accounts.insert(id.clone(), (body, found));
        }
        let judge =
            |tally: &mut (usize, usize), id: &str, words: &str, right: &dyn Fn(&Statement) -> bool| {
                let Some((body, found)) = accounts.get(id) else { return };
                let Some(start) = body.find(words) else { return };
                let place = start..start + words.len();
                let here = |one: &&Statement| {
                    overlap(&one.range(), &place) * 2 >= place.len().min(one.range().len())
                };
                let good = found.iter().filter(here).any(right);
                tally.0 += usize::from(good);
                tally.1 += 1;
                if context.misses && !good {
                    eprintln!("  - {id}: {words}");
                }
            };
        for difference in &gold.differences {
            for side in &difference.sides {
                for (id, words) in &side.evidence {
                    if difference.kind == "condition" {
                        judge(&mut conditions, id, words, &|one| one.condition.is_some());
                    }
                    let Some(meant) = meant(&side.value).filter(|_| difference.kind == "strength") else {
                        continue;
                    };
                    judge(&mut strength, id, words, &|one| match meant {
                        "denied" => one.polarity == "denied",
                        "unknown" => one.unknown,
                        _ => one.strength == meant && one.polarity == "affirmed",
                    });
                }
            }
        }
        for claim in &gold.claims {
            for (id, words) in &claim.unknown {
                judge(&mut unknown, id, words, &|one| one.unknown);
            }
        }
    }
    let row = |name: &str, tally: (usize, usize)| Row::higher(name, vec![Some(share(tally.0, tally.1))]);
    let all = strength.1 + unknown.1 + conditions.1;
    Ok(Some(Section {
        title: "How firmly a thing is claimed".to_owned(),
        intro: "Evidence in the shared stories' gold: the sides of differences in strength, what an account says is \
                unknown, and the sides of differences in condition."
            .to_owned(),
        columns: vec!["all".to_owned()],
        rows: vec![
            row("strength or denial", strength),
            row("said to be unknown", unknown),
            row("condition found", conditions),
            Row::count("pieces of evidence", vec![Some(all as f64)]),
        ],
    }))
}

/// The strength that the gold's words for a side mean; `None` where they mean something else.
fn meant(value: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("denied", "denied"),
        ("neither", "unknown"),
        ("not ruled out", "unknown"),
        ("unknown", "unknown"),
        ("asked", "asked"),
        ("considering", "considered"),
        ("possible", "possible"),
        ("may", "possible"),
        ("plans", "planned"),
        ("offered", "planned"),
        ("assured", "promised"),
        ("will", "promised"),
        ("alleged", "alleged"),
        ("sent", "stated"),
        ("failed", "stated"),
        ("did", "stated"),
    ];
    WORDS.iter().find(|(word, _)| value.contains(word)).map(|(_, strength)| *strength)
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn extract(context: &Context, text: &str) -> Result<Answer> {
    let line = format!("{}\n", json!({ "text": text }));
    let output = command::pipe(&context.binary, &["extract"], line.as_bytes())?;
    serde_json::from_slice(&output).context("the answer of `extract`")
}

#[derive(Default)]
struct Tally {
    gold: usize,
    content: usize,
    right: usize,
    given: usize,
    used: usize,
}

#[derive(Deserialize)]
struct Attribution {
    doc: String,
    genre: String,
    speaker: Option<Phrase>,
    content_spans: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct Phrase {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Answer {
    quotations: Vec<Quotation>,
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
struct Place {
    start: usize,
    end: usize,
}

impl Place {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[derive(Deserialize)]
struct Quotation {
    start: usize,
    end: usize,
    speaker: Option<Place>,
}

impl Quotation {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[derive(Deserialize)]
struct Statement {
    start: usize,
    end: usize,
    polarity: String,
    strength: String,
    unknown: bool,
    condition: Option<Place>,
}

impl Statement {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[derive(Deserialize)]
struct Gold {
    documents: BTreeMap<String, String>,
    claims: Vec<Claim>,
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Claim {
    #[serde(default)]
    unknown: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Difference {
    kind: String,
    sides: Vec<Side>,
}

#[derive(Deserialize)]
struct Side {
    value: String,
    evidence: BTreeMap<String, String>,
}

/// A document of CoNLL-U as running text, and where its words stand.
struct Page {
    text: String,
    words: Vec<Range<usize>>,
}

impl Page {
    fn read(conllu: &str) -> Self {
        let mut page = Self { text: String::new(), words: Vec::new() };
        let (mut paragraph, mut at) = (false, 0);
        for line in conllu.lines() {
            if line.starts_with("# newpar") {
                paragraph = true;
            } else if let Some(sentence) = line.strip_prefix("# text = ") {
                if !page.text.is_empty() {
                    page.text.push_str(if paragraph { "\n\n" } else { " " });
                }
                paragraph = false;
                at = page.text.len();
                page.text.push_str(sentence);
            } else if line.starts_with(|c: char| c.is_ascii_digit()) {
                let mut cells = line.split('\t');
                let (Some(number), Some(word)) = (cells.next(), cells.next()) else { continue };
                if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                let offset = page.text.get(at..).and_then(|rest| rest.find(word)).unwrap_or_default();
                let start = at + offset;
                at = start + word.len();
                page.words.push(start..at);
            }
        }
        page
    }

    fn words(&self, from: usize, to: usize) -> Option<Range<usize>> {
        Some(self.words.get(from)?.start..self.words.get(to.checked_sub(1)?)?.end)
    }
}
