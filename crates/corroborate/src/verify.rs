//! A report held against its sources on disk.

use crate::Options;
use corroborate_article::Article;
use corroborate_report::{Verification, VerifyError, report_sources};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Reads a report's sources again and checks every word it gives against them.
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
    corroborate_report::verify(report, &articles)
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
