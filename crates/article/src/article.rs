//! One account.

use crate::{Block, Diagnostic, Metadata};
use corroborate_text::Span;

/// What kind of file an account came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Container {
    /// Plain text: [`Article::text`] is the decoded file itself.
    #[default]
    Plain,
    /// A web page; the text was extracted.
    Html,
    /// An entry of an RSS, Atom or JSON feed.
    Feed,
    /// A line of JSON Lines.
    JsonLines,
    /// A record of a WARC or ARC archive.
    Archive,
    /// A mail message or MHTML.
    Mail,
}

/// Where an account came from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The path as given; for one of several articles in a container, followed by `#` and its place or name.
    pub path: String,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal. Of the record for an article within a container.
    pub sha256: String,
    /// The kind of file.
    pub container: Container,
    /// Whether the file's bytes are the UTF-8 of the text, so that spans point into the file itself.
    pub text_is_file: bool,
}

/// One account: its text whole, partitioned into blocks.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Article {
    /// A name unique within a story; the facade gives it.
    pub id: String,
    /// Where it came from.
    pub source: Source,
    /// The text that every span points into.
    pub text: String,
    /// A partition of the text, in order.
    pub blocks: Vec<Block>,
    /// What the page says about itself.
    pub metadata: Metadata,
    /// What a reader should know about how it was read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Article {
    /// The blocks that are the article's running text, in order: paragraphs, list items, quotations.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.role.is_body())
    }

    /// The words at a span.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}
