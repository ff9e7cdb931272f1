//! Stories with hand-made gold: the report as a whole.

mod generated;
mod gold;
mod integrity;
mod names;
mod pairs;
mod report;
mod score;
mod tally;
mod voices;

pub use generated::{copying, kinds, paraphrase};

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use gold::Gold;
use report::Report;
use score::{Score, Truth};
use std::path::{Path, PathBuf};

/// The project's own stories.
pub fn corpus(context: &Context) -> Result<Option<Section>> {
    section(context, &context.root.join("corpus"), "Stories of `corpus/`")
}

/// The project's later stories, written when the rules were there.
pub fn second_corpus(context: &Context) -> Result<Option<Section>> {
    section(
        context,
        &context.root.join("corpus/second"),
        "Stories of `corpus/second/`, written after the rules",
    )
}

/// Stories written later still, of which two were read for errors and two were not.
pub fn third_corpus(context: &Context) -> Result<Option<Section>> {
    section(context, &context.root.join("corpus/third"), "Stories of `corpus/third/`, two of them never read")
}

/// The shared stories.
pub fn stories(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("stories") else { return Ok(None) };
    section(context, &folder, "Shared stories")
}

fn section(context: &Context, folder: &Path, title: &str) -> Result<Option<Section>> {
    let mut stories: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold.json").exists())
        .collect();
    stories.sort();
    if stories.is_empty() {
        return Ok(None);
    }
    let mut columns = Vec::new();
    let mut scores = Vec::new();
    for story in &stories {
        let name = story.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let score = score_story(context, story).with_context(|| format!("the story {name}"))?;
        if context.misses {
            eprintln!("== {name}");
            for miss in &score.misses {
                eprintln!("  - {miss}");
            }
        }
        columns.push(name);
        scores.push(score);
    }
    columns.push("all".to_owned());
    let mean = |pick: fn(&Score) -> f64| {
        let mut values: Vec<Option<f64>> = scores.iter().map(|score| Some(pick(score))).collect();
        values.push(Some(scores.iter().map(pick).sum::<f64>() / scores.len() as f64));
        values
    };
    let sum = |pick: fn(&Score) -> usize| {
        let mut values: Vec<Option<f64>> = scores.iter().map(|score| Some(pick(score) as f64)).collect();
        values.push(Some(scores.iter().map(pick).sum::<usize>() as f64));
        values
    };
    let rows = vec![
        Row::higher("claims F1", mean(|s| s.claims.f1())),
        Row::higher("claims precision (lower bound)", mean(|s| s.claims.precision())),
        Row::higher("claims recall", mean(|s| s.claims.recall())),
        Row::higher("unique_recall", mean(|s| s.unique.recall())),
        Row::higher("differences recall", mean(|s| s.differences.recall())),
        Row::higher("differences of the right relation, recall", mean(|s| s.typed.recall())),
        Row::higher("entity_forms F1", mean(|s| s.entity_forms.f1())),
        Row::higher("entity_recall", mean(|s| s.entities.recall())),
        Row::higher("quotations F1", mean(|s| s.quotations.f1())),
        Row::higher("quotation_speakers", mean(|s| s.speakers.recall())),
        Row::higher("quote_families F1", mean(|s| s.families.f1())),
        Row::higher("published", mean(|s| s.published.recall())),
        Row::higher("event_dates", mean(|s| s.events.recall())),
        Row::higher("origins F1", mean(|s| s.origins.f1())),
        Row::higher("boilerplate_removed", mean(|s| s.boilerplate.recall())),
        Row::lower("false conflicts on traps", sum(|s| s.false_conflicts)),
        Row::count("traps", sum(|s| s.traps)),
        Row::count("differences reported", sum(|s| s.differences.predicted)),
        Row::count("conflicts reported", sum(|s| s.conflicts)),
        Row::lower("wrong evidence spans", sum(|s| s.wrong_spans)),
    ];
    let intro = "Reports scored against hand-made gold. Precision against gold that is not exhaustive is a lower \
        bound; `all` is the mean over stories, or the sum for counts.";
    Ok(Some(Section { title: title.to_owned(), intro: intro.to_owned(), columns, rows }))
}

fn score_story(context: &Context, story: &Path) -> Result<Score> {
    read(context, story, score::score)
}

/// Compares a story and gives its gold and its report.
fn read<T>(context: &Context, story: &Path, look: impl FnOnce(&Truth, &serde_json::Value) -> T) -> Result<T> {
    let gold: Gold = serde_json::from_slice(&std::fs::read(story.join("gold.json"))?).context("gold.json")?;
    let path = story.display().to_string();
    let json = command::output(&context.binary, &["report", &path, "--format", "json"])?;
    let whole: serde_json::Value = serde_json::from_slice(&json).context("the report")?;
    let report: Report = serde_json::from_value(whole.clone()).context("the report")?;
    let truth = Truth::new(story, &gold, &report)?;
    Ok(look(&truth, &whole))
}
