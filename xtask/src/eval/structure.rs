//! The structure of single pages: the role of every line, the paragraphs of the body, the fields.

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Pages that were labelled by hand outside the project, and their own folder of accounts.
pub fn shared(context: &Context) -> Result<Option<Section>> {
    let (Some(folder), Some(accounts)) = (context.shared("structure"), context.shared("stories/deployment"))
    else {
        return Ok(None);
    };
    let mut pages = Vec::new();
    for path in files(&folder, "json")? {
        let truth: Truth = serde_json::from_str(&std::fs::read_to_string(&path)?)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let file = accounts.join(&truth.file);
        pages.push(Page {
            name: name(&path).chars().take(3).collect(),
            roles: truth.lines.iter().map(|line| line.role.clone()).collect(),
            body: truth.body_clean,
            fields: vec![
                ("outlet", truth.outlet),
                ("headline", truth.headline),
                ("published", truth.published.map(|moment| moment.chars().take(16).collect())),
            ],
            file,
        });
    }
    section(context, "Structure of shared pages", pages)
}

/// The invented pages of `crates/parse/tests/gold`.
pub fn pages(context: &Context) -> Result<Option<Section>> {
    let mut pages = Vec::new();
    for path in files(&context.root.join("crates/parse/tests/gold"), "tsv")? {
        let table =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut page = Page { name: name(&path), file: path.with_extension("txt"), ..Page::default() };
        for row in table.lines() {
            let mut cells = row.split('\t');
            let first = cells.next().unwrap_or_default();
            if let Some(field) = first.strip_prefix("# ") {
                let value = cells.next().filter(|value| *value != "null").map(str::to_owned);
                let known =
                    ["outlet", "headline", "byline", "published"].into_iter().find(|known| *known == field);
                page.fields.extend(known.map(|known| (known, value)));
                continue;
            }
            page.roles.push(first.to_owned());
            page.body.extend(cells.filter(|cell| *cell != "+").map(|cell| cell.replace("\\n", "\n")));
        }
        pages.push(page);
    }
    section(context, "Structure of invented pages", pages)
}

#[derive(Deserialize)]
struct Truth {
    file: String,
    outlet: Option<String>,
    headline: Option<String>,
    published: Option<String>,
    body_clean: Vec<String>,
    lines: Vec<TrueLine>,
}

#[derive(Deserialize)]
struct TrueLine {
    role: String,
}

/// A page and what is true of it.
#[derive(Default)]
struct Page {
    name: String,
    file: PathBuf,
    roles: Vec<String>,
    body: Vec<String>,
    fields: Vec<(&'static str, Option<String>)>,
}

#[derive(Deserialize)]
struct Parsed {
    blocks: Vec<Block>,
    outlet: Option<String>,
    headline: Option<Words>,
    byline: Vec<Words>,
    published: Option<Moment>,
    body: String,
}

#[derive(Deserialize)]
struct Block {
    role: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Words {
    text: String,
}

#[derive(Deserialize)]
struct Moment {
    value: Value,
}

/// Right ones among all, and for paragraphs how many were given.
#[derive(Clone, Copy, Default)]
struct Tally {
    lines: (usize, usize),
    matched: usize,
    expected: usize,
    given: usize,
    fields: (usize, usize),
}

impl Tally {
    fn roles(&self) -> f64 {
        share(self.lines.0, self.lines.1)
    }

    fn body(&self) -> f64 {
        share(2 * self.matched, self.expected + self.given)
    }

    fn fields(&self) -> f64 {
        share(self.fields.0, self.fields.1)
    }

    fn plus(self, other: Self) -> Self {
        let pair = |a: (usize, usize), b: (usize, usize)| (a.0 + b.0, a.1 + b.1);
        Self {
            lines: pair(self.lines, other.lines),
            matched: self.matched + other.matched,
            expected: self.expected + other.expected,
            given: self.given + other.given,
            fields: pair(self.fields, other.fields),
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn section(context: &Context, title: &str, pages: Vec<Page>) -> Result<Option<Section>> {
    if pages.is_empty() {
        return Ok(None);
    }
    let mut total = Tally::default();
    for page in &pages {
        let tally = judge(context, page).with_context(|| format!("the page {}", page.name))?;
        total = total.plus(tally);
    }
    let rows = vec![
        Row::higher("roles of lines, accuracy", vec![Some(total.roles())]),
        Row::higher("paragraphs of the body, exact, F1", vec![Some(total.body())]),
        Row::higher("fields", vec![Some(total.fields())]),
        Row::count("lines", vec![Some(total.lines.1 as f64)]),
        Row::count("paragraphs", vec![Some(total.expected as f64)]),
    ];
    Ok(Some(Section {
        title: title.to_owned(),
        intro: format!(
            "{} pages, each line labelled by hand. A first and a second headline, a kicker and a heading, a date of \
             publication and one of the page count as one role. A paragraph counts when it is given to the letter, \
             an outlet's prefix off the lead and paragraphs that ran together parted.",
            pages.len()
        ),
        columns: vec!["all".to_owned()],
        rows,
    }))
}

fn judge(context: &Context, page: &Page) -> Result<Tally> {
    let path = page.file.to_string_lossy();
    let output = command::output(&context.binary, &["parse", &path, "--format", "json"])?;
    let parsed: Parsed = serde_json::from_slice(&output).context("the answer of `parse`")?;
    let text = std::fs::read_to_string(&page.file)?;
    let mut tally = Tally::default();
    let miss = |what: String| {
        if context.misses {
            eprintln!("  - {}: {what}", page.name);
        }
    };
    let mut at = 0;
    for (line, role) in text.split_inclusive('\n').zip(&page.roles) {
        let lead = line.len() - line.trim_start_matches('\u{feff}').trim_start().len();
        let visible = at + if lead == line.len() { 0 } else { lead };
        at += line.len();
        if role == "blank" {
            continue;
        }
        let block = parsed.blocks.iter().find(|block| block.start <= visible && visible < block.end);
        let given = block.map_or("blank", |block| block.role.as_str());
        tally.lines.1 += 1;
        if class(given) == class(role) {
            tally.lines.0 += 1;
        } else {
            miss(format!("{} is {role}, not {given}", line.trim()));
        }
    }
    let mut given: Vec<&str> = parsed.body.split("\n\n").filter(|part| !part.is_empty()).collect();
    tally.expected = page.body.len();
    tally.given = given.len();
    for paragraph in &page.body {
        match given.iter().position(|other| other.replace('\r', "") == *paragraph) {
            Some(found) => {
                given.swap_remove(found);
                tally.matched += 1;
            }
            None => miss(format!("no paragraph {paragraph:?}")),
        }
    }
    for (field, value) in &page.fields {
        let answer = match *field {
            "outlet" => parsed.outlet.clone(),
            "headline" => parsed.headline.as_ref().map(|words| plain(&words.text)),
            "byline" => {
                Some(parsed.byline.iter().map(|words| words.text.as_str()).collect::<Vec<_>>().join("; "))
                    .filter(|names| !names.is_empty())
            }
            _ => parsed.published.as_ref().and_then(|moment| moment.value.as_str()).map(local),
        };
        tally.fields.1 += 1;
        let same = answer.as_deref().map(str::to_lowercase) == value.as_deref().map(str::to_lowercase);
        tally.fields.0 += usize::from(same);
        if !same {
            miss(format!("{field} is {value:?}, not {answer:?}"));
        }
    }
    Ok(tally)
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A moment without its zone and without seconds.
fn local(moment: &str) -> String {
    moment.chars().take(16).collect()
}

/// Roles on which readers differ, or which have another name in a set, as one.
fn class(role: &str) -> &str {
    match role {
        "headline_alt" | "alternate-headline" => "headline",
        "headline_dup" => "repeated-headline",
        "kicker" => "heading",
        "date" | "time" | "page_date" | "page-date" => "published",
        "body" | "list-item" | "quotation" | "table-row" => "paragraph",
        "template_label" => "template-label",
        "comment_prompt" => "comment-prompt",
        "nbsp" => "blank",
        other => other,
    }
}

fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == end))
        .collect();
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
