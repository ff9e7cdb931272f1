//! The structure of single articles.

use crate::visible::visible;
use crate::wire::{Source, body};
use corroborate_article::Article;
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
struct Parsed {
    #[serde(flatten)]
    source: Source,
    /// The running text: its blocks joined by blank lines; where markup says what is a heading, with the headings.
    body: String,
    diagnostics: Vec<Remark>,
}

#[derive(Serialize)]
struct Remark {
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

/// An article as one line of JSON, with its line end: the keys of a report's source, and `body`.
pub fn parse_json(article: &Article) -> String {
    let diagnostics = article.diagnostics.iter().map(|remark| Remark {
        severity: remark.severity.name(),
        message: remark.message.clone(),
        start: remark.span.map(corroborate_text::Span::start),
        end: remark.span.map(corroborate_text::Span::end),
    });
    let parsed =
        Parsed { source: Source::of(article), body: body(article), diagnostics: diagnostics.collect() };
    let mut line = serde_json::to_string(&parsed).unwrap_or_default();
    line.push('\n');
    line
}

/// An article as a list of its blocks for a person to read: the role of each, and its words.
pub fn parse_text(article: &Article) -> String {
    let mut out = format!("{} ({})\n", article.source.path, article.id);
    let metadata = &article.metadata;
    let mut field = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name:<10} {value}");
        }
    };
    field("outlet", metadata.outlet.as_ref().map(|outlet| outlet.name.as_str()));
    field("headline", metadata.headline.map(|span| article.words(span)));
    for &author in &metadata.byline {
        field("byline", Some(article.words(author)));
    }
    field("published", metadata.published.as_ref().map(corroborate_article::Publication::iso).as_deref());
    field("modified", metadata.modified.as_ref().map(corroborate_article::Publication::iso).as_deref());
    field("language", metadata.language.as_deref());
    field("url", metadata.url.as_deref());
    for block in article.blocks.iter().filter(|block| block.role != corroborate_article::Role::Blank) {
        let _ = writeln!(out, "{:>18}  {}", block.role.name(), article.words(block.content).trim());
    }
    for remark in &article.diagnostics {
        let _ = writeln!(out, "{:>18}  {}", remark.severity.name(), remark.message);
    }
    out.push('\n');
    visible(&out).into_owned()
}
