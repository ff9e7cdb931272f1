//! Sources and options to a comparison.

use crate::ids;
use corroborate_article::{Article, Diagnostic};
use corroborate_compare::{Account, compare};
use corroborate_ingest::IngestError;
use corroborate_report::{Settings, Story};
use rayon::prelude::*;
use std::path::PathBuf;

/// How to read and compare.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How to read.
    pub ingest: corroborate_ingest::Options,
    /// How to compare.
    pub compare: corroborate_compare::Options,
}

/// Reads the accounts under the paths: each has an id, and they are in the order of their ids, whatever the
/// order of the paths. What was passed over is told by diagnostics.
///
/// # Errors
/// When a path cannot be read or nothing under the paths is an article.
pub fn read(paths: &[PathBuf], options: &Options) -> Result<(Vec<Article>, Vec<Diagnostic>), IngestError> {
    let mut found = corroborate_ingest::ingest(paths, &options.ingest)?;
    found.skipped.sort_by(|a, b| (&a.path, &a.reason).cmp(&(&b.path, &b.reason)));
    let diagnostics = found
        .skipped
        .iter()
        .map(|skipped| Diagnostic::note(format!("{} was passed over: {}", skipped.path, skipped.reason)));
    Ok((ids::name(found.articles), diagnostics.collect()))
}

/// Reads the accounts under the paths and compares them.
///
/// # Errors
/// When a path cannot be read or nothing under the paths is an article.
pub fn tell(paths: &[PathBuf], options: &Options) -> Result<Story, IngestError> {
    let (articles, diagnostics) = read(paths, options)?;
    Ok(Story { diagnostics, ..tell_articles(articles, options) })
}

/// Compares articles as accounts of one story, in the order of their ids. Ids that are missing or not unique
/// are given anew.
pub fn tell_articles(articles: Vec<Article>, options: &Options) -> Story {
    let mut articles = articles;
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    let named = articles.iter().all(|article| !article.id.is_empty());
    let unique = articles.windows(2).all(|pair| matches!(pair, [a, b] if a.id != b.id));
    if !(named && unique) {
        articles = ids::name(articles);
    }
    let accounts: Vec<Account> = articles.into_par_iter().map(Account::new).collect();
    let comparison = compare(&accounts, &options.compare);
    let settings = Settings { compare: options.compare.clone(), max_bytes: options.ingest.max_bytes };
    Story { accounts, comparison, settings, diagnostics: Vec::new() }
}
