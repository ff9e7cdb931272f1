//! A report held against its sources on disk.

use crate::{Options, Review};
use corroborate_article::Article;
use corroborate_report::{Failure, Verification, VerifyError, hold, recipe, report_sources};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Reads a report's sources again, checks every word it gives against them, and compares them again with the
/// report's options and decisions: what the rules do not give any more is named.
///
/// The sources are read from `paths`, or where there are none from the paths in the report, first as they stand
/// and then relative to `folder`, where the report lies. A source that cannot be read is a failure among the
/// others.
///
/// # Errors
/// When `report` is not a report, or one of `paths` cannot be read.
pub fn verify(report: &str, folder: Option<&Path>, paths: &[PathBuf]) -> Result<Verification, VerifyError> {
    let wanted = report_sources(report)?;
    let mut options = Options::default();
    if let Some(max_bytes) = wanted.max_bytes {
        options.ingest.max_bytes = max_bytes;
    }
    let mut articles: Vec<Article> = Vec::new();
    if paths.is_empty() {
        let found: BTreeSet<PathBuf> = wanted.paths.iter().filter_map(|path| locate(path, folder)).collect();
        for path in found {
            let article = corroborate_ingest::ingest(&[path], &options.ingest);
            articles.extend(article.map(|found| found.articles).unwrap_or_default());
        }
    } else {
        let found = corroborate_ingest::ingest(paths, &options.ingest)
            .map_err(|error| VerifyError::Unreadable(error.to_string()))?;
        articles = found.articles;
    }
    let mut result = corroborate_report::verify(report, &articles)?;
    let Some(recipe) = recipe(report, &articles)? else { return Ok(result) };
    options.compare = recipe.settings.compare;
    options.ingest.max_bytes = recipe.settings.max_bytes;
    options.review = Review::replayed(&recipe.decisions);
    let failures = hold(report, &crate::tell_articles(recipe.articles, &options))?;
    let own = env!("CARGO_PKG_VERSION");
    if !failures.is_empty() && recipe.version != own {
        let message = format!("made by version {}; the rules are those of version {own}", recipe.version);
        result.failures.push(Failure { place: "tool.version".to_owned(), message });
    }
    result.failures.extend(failures);
    Ok(result)
}

/// The file that a report's path names: as it stands or beside the report, with or without a place within it.
fn locate(path: &str, folder: Option<&Path>) -> Option<PathBuf> {
    let file = path.rsplit_once('#').map(|(file, _)| file);
    [Some(path), file].into_iter().flatten().filter(|name| !name.is_empty() && *name != "-").find_map(
        |name| {
            let here = PathBuf::from(name);
            let beside = folder.map(|folder| folder.join(name));
            [Some(here), beside].into_iter().flatten().find(|path| path.is_file())
        },
    )
}
