//! Pages of news sites: the article's text, its paragraphs, its date and its authors.

use super::visible::visible;
use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Pages of two hundred sites with their texts, dates and authors.
pub fn newspaper(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared(NEWSPAPER) else { return Ok(None) };
    let rows = measure(context, &folder, |page| Ok(page.to_owned()))?;
    Ok(Some(Section {
        title: "News pages".to_owned(),
        intro: "421 pages of 212 sites (`article-extraction-dataset`): runs of four words of the body, counted as a \
                multiset, precision and recall averaged over the pages; the day of publication and the authors' names, \
                counted over all pages. Part of the texts given as truth are shortened. Of 57 days given that are \
                not the one found, 20 are that of the last change, 14 that of another year, 5 both, 4 lie on the other side \
                of midnight, and most others stand nowhere on the page. A title is right to the letter."
            .to_owned(),
        columns: vec!["precision".to_owned(), "recall".to_owned(), "F1".to_owned()],
        rows,
    }))
}

/// The same pages as somebody pastes them: their visible text alone.
pub fn pasted(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared(NEWSPAPER) else { return Ok(None) };
    let copies = context.root.join("target/pasted");
    std::fs::create_dir_all(&copies)?;
    let rows = measure(context, &folder, |page| {
        let mut bytes = Vec::new();
        GzDecoder::new(std::fs::File::open(page)?).read_to_end(&mut bytes)?;
        let name = page.file_name().and_then(|name| name.to_str()).context("a page without a name")?;
        let copy = copies.join(name.replace(".html.gz", ".txt"));
        std::fs::write(&copy, visible(&String::from_utf8_lossy(&bytes)))?;
        Ok(copy)
    })?;
    Ok(Some(Section {
        title: "News pages, pasted".to_owned(),
        intro: "The visible text of the same 421 pages, menus, teasers and small print with it, as *select all* and \
                *copy* give it: entries of menus that only a style sheet hides are there too. Scored as the pages."
            .to_owned(),
        columns: vec!["precision".to_owned(), "recall".to_owned(), "F1".to_owned()],
        rows,
    }))
}

const NEWSPAPER: &str = "benchmarks/html/newspaper";

/// Scores what is read of each page, from the file that stands for it.
fn measure(context: &Context, folder: &Path, of: impl Fn(&Path) -> Result<PathBuf>) -> Result<Vec<Row>> {
    let gold: BTreeMap<String, News> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("articles.json"))?)?;
    let mut text = Mean::default();
    let (mut date, mut change) = (Count::default(), Count::default());
    let (mut author, mut title) = (Count::default(), Count::default());
    for (name, truth) in &gold {
        let path = folder.join(format!("html/{name}.html.gz"));
        if !path.exists() {
            continue;
        }
        let Some(page) = parse(context, &of(&path)?)?.pop() else {
            text.add((0.0, 0.0));
            continue;
        };
        let score = grams(&truth.article_body).against(&grams(&page.body));
        text.add(score);
        if context.misses && score.0.min(score.1) < 0.5 {
            eprintln!("{name}: precision {:.2}, recall {:.2}", score.0, score.1);
        }
        let day = |text: &str| text.get(..10).map(|day| BTreeSet::from([day.to_owned()])).unwrap_or_default();
        let wanted = day(&truth.date);
        let found = page.published.map(|moment| day(&moment.value)).unwrap_or_default();
        let changed = page.modified.map(|moment| day(&moment.value)).unwrap_or_default();
        if context.misses && wanted != found {
            eprintln!("{name}: day {wanted:?}, found {found:?}, changed {changed:?}");
        }
        date.add(&wanted, &found);
        change.add(&wanted, if wanted == changed { &changed } else { &found });
        let whole = |text: &str| BTreeSet::from([spaces(text)]);
        title.add(&whole(&truth.title), &page.headline.map(|words| whole(&words.text)).unwrap_or_default());
        let authors: BTreeSet<String> =
            truth.authors.split(',').map(fold).filter(|name| !name.is_empty()).collect();
        author.add(&authors, &page.byline.iter().map(|words| fold(&words.text)).collect());
    }
    Ok(vec![
        Row::higher("text", text.values()),
        Row::higher("title", title.values()),
        Row::higher("date", date.values()),
        Row::higher("date, or that of the last change", change.values()),
        Row::higher("authors", author.values()),
    ])
}

/// Pages of sixteen outlets with their paragraphs.
pub fn paragraphs(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/html/fundus-evaluation") else { return Ok(None) };
    let gold: BTreeMap<String, Outlet> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("ground_truth.json"))?)?;
    let (mut text, mut exact) = (Mean::default(), Mean::default());
    for (name, truth) in &gold {
        let page = parse(context, &folder.join("html").join(name))?.pop();
        let optional = |line: &&String| line.starts_with('[') && line.ends_with(']');
        let optionals: BTreeSet<String> =
            truth.body.iter().filter(optional).map(|line| spaces(line.trim_matches(['[', ']']))).collect();
        let wanted: Vec<String> =
            truth.body.iter().filter(|line| !optional(line)).map(|line| spaces(line)).collect();
        let body = page.map(|page| page.body).unwrap_or_default();
        let found: Vec<String> = body
            .split("\n\n")
            .map(spaces)
            .filter(|line| !line.is_empty() && !optionals.contains(line))
            .collect();
        text.add(grams(&wanted.join("\n")).against(&grams(&found.join("\n"))));
        let lines = |lines: &[String]| {
            let mut bag = Bag::default();
            lines.iter().for_each(|line| bag.push(vec![line.clone()]));
            bag
        };
        exact.add(lines(&wanted).against(&lines(&found)));
    }
    Ok(Some(Section {
        title: "Paragraphs of news pages".to_owned(),
        intro: "80 pages of 16 outlets (`fundus-evaluation`): runs of four words, and paragraphs that are the same to \
                the letter; those given as optional count neither way."
            .to_owned(),
        columns: vec!["precision".to_owned(), "recall".to_owned(), "F1".to_owned()],
        rows: vec![Row::higher("text", text.values()), Row::higher("paragraphs", exact.values())],
    }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct News {
    #[serde(default)]
    title: String,
    article_body: String,
    #[serde(default)]
    authors: String,
    #[serde(default)]
    date: String,
}

#[derive(Deserialize)]
struct Outlet {
    body: Vec<String>,
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    body: String,
    #[serde(default)]
    byline: Vec<Words>,
    headline: Option<Words>,
    published: Option<Moment>,
    modified: Option<Moment>,
}

#[derive(Deserialize)]
struct Words {
    text: String,
}

#[derive(Deserialize)]
struct Moment {
    value: String,
}

/// What the command reads from a file; nothing where it finds no article.
fn parse(context: &Context, path: &Path) -> Result<Vec<Page>> {
    let path: PathBuf = path.to_owned();
    let shown = path.to_str().context("a path that is not UTF-8")?;
    let Ok(output) = command::output(&context.binary, &["parse", shown, "--format", "json"]) else {
        return Ok(Vec::new());
    };
    let mut pages: Vec<Page> = Vec::new();
    for page in serde_json::Deserializer::from_slice(&output).into_iter::<Page>() {
        pages.push(page?);
    }
    pages.truncate(1);
    Ok(pages)
}

/// A multiset.
#[derive(Default)]
struct Bag(BTreeMap<Vec<String>, usize>);

impl Bag {
    fn push(&mut self, item: Vec<String>) {
        *self.0.entry(item).or_insert(0) += 1;
    }

    /// Precision and recall of what was found against this truth.
    fn against(&self, found: &Self) -> (f64, f64) {
        let size = |bag: &Self| bag.0.values().sum::<usize>() as f64;
        let shared: usize =
            self.0.iter().map(|(item, count)| found.0.get(item).map_or(0, |other| *count.min(other))).sum();
        let part = |whole: f64, other: f64| match (whole == 0.0, other == 0.0) {
            (true, true) => 1.0,
            (true, false) => 0.0,
            _ => shared as f64 / whole,
        };
        (part(size(found), size(self)), part(size(self), size(found)))
    }
}

fn grams(text: &str) -> Bag {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let words: Vec<String> =
        text.split(|c| !letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut bag = Bag::default();
    if words.len() < 4 && !words.is_empty() {
        bag.push(words.clone());
    }
    words.windows(4).for_each(|run| bag.push(run.to_vec()));
    bag
}

fn fold(name: &str) -> String {
    let letters = |c: char| c.is_alphanumeric();
    name.to_lowercase().split(|c| !letters(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn spaces(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Precision and recall averaged over pages.
#[derive(Default)]
struct Mean {
    precision: f64,
    recall: f64,
    pages: f64,
}

impl Mean {
    fn add(&mut self, (precision, recall): (f64, f64)) {
        self.precision += precision;
        self.recall += recall;
        self.pages += 1.0;
    }

    fn values(&self) -> Vec<Option<f64>> {
        values(self.precision / self.pages, self.recall / self.pages)
    }
}

/// Precision and recall counted over all pages.
#[derive(Default)]
struct Count {
    right: f64,
    found: f64,
    wanted: f64,
}

impl Count {
    fn add(&mut self, wanted: &BTreeSet<String>, found: &BTreeSet<String>) {
        self.right += wanted.intersection(found).count() as f64;
        self.found += found.len() as f64;
        self.wanted += wanted.len() as f64;
    }

    fn values(&self) -> Vec<Option<f64>> {
        values(self.right / self.found, self.right / self.wanted)
    }
}

fn values(precision: f64, recall: f64) -> Vec<Option<f64>> {
    let f1 = 2.0 * precision * recall / (precision + recall);
    [precision, recall, f1].into_iter().map(|value| value.is_finite().then_some(value)).collect()
}
