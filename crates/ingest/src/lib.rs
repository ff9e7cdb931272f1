//! Containers to articles: encodings, HTML main content, feeds, JSON Lines, archives, mail.
//!
//! [`ingest`] takes files, folders and standard input; [`read_bytes`] takes bytes that are already in memory.
//! Reading never fails on what a file holds: an odd file gives an odd article with a diagnostic, or is passed
//! over with a reason.

use std::path::PathBuf;

mod archive;
mod encoding;
mod entry;
mod feed;
mod function_words;
mod gzip;
mod html;
mod http;
mod identity;
mod input;
mod json;
mod kind;
mod language;
mod layout;
mod lower;
mod mail;
mod markup;
mod page;
mod plain;
mod read;

pub use input::{Ingested, Options, Skipped, ingest};
pub use read::read_bytes;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

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
