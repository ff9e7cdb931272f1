//! `corroborate report`.

use super::arguments::{ReportArguments, ReportFormat};
use super::progress::Progress;
use super::{Outcome, output, remark, unreadable};
use anyhow::{Context, Result};
use corroborate::report::{TextOptions, csv, html, json, markdown, text};
use corroborate::{Options, Review};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Widest lines of a summary, and those where the width of the terminal is not known.
const WIDTH: usize = 100;

pub(super) fn run(arguments: &ReportArguments) -> Result<Outcome> {
    let mut options = Options::default();
    options.ingest.max_bytes = arguments.reading.max_bytes;
    options.compare.align_threshold = arguments.align_threshold;
    options.compare.reuse_min_words = arguments.reuse_min_words;
    let decided = decided(arguments);
    options.review = decided.as_deref().map(review).transpose()?.unwrap_or_default();
    let progress = Progress::new();
    let mut story = corroborate::tell_observed(&arguments.paths, &options, &|step| progress.show(step))
        .map_err(unreadable)?;
    drop(progress);
    // The decisions were read, though no account lies in their file.
    if let Some(path) = decided {
        let passed = format!("{} was passed over", path.display());
        story.diagnostics.retain(|remark| !remark.message.starts_with(&passed));
    }
    remark(&story.diagnostics, story.accounts.iter().map(|account| &account.article));

    let output = arguments.output.as_deref();
    let result = match format(arguments) {
        ReportFormat::Html => html(&story),
        ReportFormat::Markdown => markdown(&story),
        ReportFormat::Json => json(&story),
        ReportFormat::Csv => {
            let tables = csv(&story);
            if let Some(folder) = output.filter(|path| is_folder(path)) {
                let tables = tables.iter().map(|(name, table)| (name, table.as_bytes()));
                output::write_tables(folder, "csv", tables)?;
                return Ok(Outcome::Done);
            }
            tables.joined()
        }
        #[cfg(feature = "parquet")]
        ReportFormat::Parquet => {
            let folder = output.filter(|path| !path.is_file()).context(
                "Parquet tables are three files; name a folder for them with --output, tables/ say",
            )?;
            let tables = corroborate::report::parquet(&story)?;
            output::write_tables(
                folder,
                "parquet",
                tables.iter().map(|(name, table)| (*name, table.as_slice())),
            )?;
            return Ok(Outcome::Done);
        }
        ReportFormat::Text => text(&story, text_options(output)),
    };
    output::write(output, result.as_bytes())?;
    // The process ends here, and the system takes its memory back in one piece: freeing each of the story's many small
    // parts first would be a twentieth of a short run.
    std::mem::forget(story);
    Ok(Outcome::Done)
}

/// The file of decisions that is named, or the one beside the accounts.
fn decided(arguments: &ReportArguments) -> Option<PathBuf> {
    let beside = || arguments.paths.iter().map(|path| path.join(REVIEW)).find(|path| path.is_file());
    arguments.review.clone().or_else(beside)
}

fn review(path: &Path) -> Result<Review> {
    let cannot = || format!("cannot read the decisions in {}", path.display());
    let text = std::fs::read_to_string(path).with_context(cannot)?;
    Review::parse(&text).with_context(cannot)
}

/// The file in which a person's decisions lie beside the accounts.
const REVIEW: &str = "review.toml";

/// The format asked for, or the one that the ending of the output's name means.
fn format(arguments: &ReportArguments) -> ReportFormat {
    let ending = arguments.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    arguments.format.unwrap_or(match ending {
        Some("html" | "htm") => ReportFormat::Html,
        Some("md" | "markdown") => ReportFormat::Markdown,
        Some("json") => ReportFormat::Json,
        Some("csv") => ReportFormat::Csv,
        _ => ReportFormat::Text,
    })
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn text_options(output: Option<&Path>) -> TextOptions {
    let stdout = std::io::stdout();
    let choice = anstream::AutoStream::choice(&stdout);
    let colour = match anstream::ColorChoice::global() {
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => true,
        _ => output.is_none() && choice != anstream::ColorChoice::Never,
    };
    let terminal = output.is_none() && stdout.is_terminal();
    let width = terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
    let width = width.or_else(|| std::env::var("COLUMNS").ok()?.parse().ok());
    TextOptions { width: width.unwrap_or(WIDTH).min(WIDTH), colour }
}
