//! Containers to articles: encodings, HTML main content, feeds, JSON Lines, archives.

use corroborate_article::Article;
use std::path::PathBuf;

mod input;

pub use input::{Ingested, Options, Skipped, ingest};

/// What could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// A path that the caller named cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Unreadable {
        /// The path as given.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No file under the given paths holds an article.
    #[error(
        "no article found in {given}; give files or folders that hold pages as text, HTML, feeds or archives"
    )]
    NoArticle {
        /// The paths as given, joined by commas.
        given: String,
    },
}

/// Reads one file's bytes, which hold one article or several. `name` is used for [`Article::source`] and to
/// tell kinds of files apart where the bytes do not.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Vec<Article> {
    let mut article = corroborate_parse::parse(String::from_utf8_lossy(bytes).into_owned());
    article.source.path = name.to_owned();
    article.source.text_is_file = true;
    vec![article]
}
