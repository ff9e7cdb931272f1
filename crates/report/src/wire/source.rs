//! The accounts as they were read.

use super::Evidence;
use corroborate_article::{Article, Container, Publication, Role};
use corroborate_text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One account: where it came from, what it says about itself, and what each byte of it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Source {
    /// Names the source within this report: its file's stem, made unique.
    pub id: String,
    /// The path as it was given; for one of several articles in a file, followed by `#` and its place or name.
    pub path: String,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal.
    pub sha256: String,
    /// The kind of file: `plain`, `html`, `feed`, `json-lines`, `archive`, `mail`.
    pub container: String,
    /// The text that all offsets point into. Absent where the file itself, as UTF-8, is the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// The words that give the outlet's name, where the text holds them.
    #[serde(default)]
    pub outlet_evidence: Option<Evidence>,
    /// The title.
    pub headline: Option<Evidence>,
    /// The authors.
    pub byline: Vec<Evidence>,
    /// When the account was first published.
    pub published: Option<Published>,
    /// When the account was last changed.
    pub modified: Option<Published>,
    /// ISO 639-1 code of the language.
    pub language: Option<String>,
    /// The page's own address.
    pub url: Option<String>,
    /// A partition of the text, in order: every byte stands in one block.
    pub blocks: Vec<Block>,
}

/// A moment of publication or change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Published {
    /// ISO 8601, to its precision, on the outlet's own clock.
    pub value: String,
    /// To what it is given: `day`, `minute`, `second`.
    pub precision: String,
    /// The outlet's zone, in minutes east of Greenwich.
    pub offset: Option<i32>,
    /// Where in the page it was found.
    pub from: String,
    /// The words that give it.
    pub evidence: Evidence,
}

/// A part of the page and the role it plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Block {
    /// What it is on the page: `paragraph`, `headline`, `byline`, `widget`, …
    pub role: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Source {
    pub(crate) fn of(article: &Article) -> Self {
        let at = |span: Span| Evidence {
            source: article.id.clone(),
            start: span.start(),
            end: span.end(),
            text: article.words(span).to_owned(),
        };
        let moment = |publication: &Publication| Published {
            value: publication.iso(),
            precision: publication.precision.name().to_owned(),
            offset: publication.offset,
            from: publication.from.clone(),
            evidence: at(publication.evidence),
        };
        let metadata = &article.metadata;
        Self {
            id: article.id.clone(),
            path: article.source.path.clone(),
            sha256: article.source.sha256.clone(),
            container: container(article).to_owned(),
            text: (!article.source.text_is_file).then(|| article.text.clone()),
            outlet: metadata.outlet.as_ref().map(|outlet| outlet.name.clone()),
            outlet_evidence: metadata.outlet.as_ref().and_then(|outlet| outlet.evidence).map(at),
            headline: metadata.headline.map(at),
            byline: metadata.byline.iter().copied().map(at).collect(),
            published: metadata.published.as_ref().map(moment),
            modified: metadata.modified.as_ref().map(moment),
            language: metadata.language.clone(),
            url: metadata.url.clone(),
            blocks: article
                .blocks
                .iter()
                .map(|block| Block {
                    role: block.role.name().to_owned(),
                    start: block.span.start(),
                    end: block.span.end(),
                })
                .collect(),
        }
    }
}

/// The running text: its blocks joined by blank lines. Where markup says what is a heading, the headings within the
/// text belong to it.
pub(crate) fn body(article: &Article) -> String {
    let marked = !matches!(article.source.container, Container::Plain);
    let belongs = |role: Role| role.is_body() || (marked && role == Role::Heading);
    let blocks = article.blocks.iter().filter(|block| belongs(block.role));
    blocks.map(|block| article.words(block.content)).collect::<Vec<_>>().join("\n\n")
}

fn container(article: &Article) -> &'static str {
    match article.source.container {
        Container::Plain => "plain",
        Container::Html => "html",
        Container::Feed => "feed",
        Container::JsonLines => "json-lines",
        Container::Archive => "archive",
        Container::Mail => "mail",
    }
}
