//! An entry of a feed, an object of JSON, a message: a title, a body and a few fields.

use crate::html;
use crate::layout::{Layout, Piece};
use crate::page::Claims;
use corroborate_article::{Article, Container, Role};
use corroborate_text::single_spaced;

/// What an entry's body is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Markup.
    Html(String),
    /// Lines of text; those of a paragraph may be wrapped, with blank lines between paragraphs.
    Text(String),
}

/// Lays an entry out: its title, its body's paragraphs, and what its fields say.
pub(crate) fn article(
    title: Option<&str>,
    body: Option<Body>,
    claims: &Claims,
    container: Container,
) -> Article {
    let mut pieces = Vec::new();
    if let Some(title) = title.map(plain).filter(|title| !title.is_empty()) {
        pieces.push(Piece::new(Role::Headline, title));
    }
    match body {
        Some(Body::Html(source)) => pieces.extend(html::fragment(&source)),
        Some(Body::Text(text)) => pieces.extend(paragraphs(&text)),
        None => {}
    }
    let mut layout = Layout::new(pieces);
    layout.claim(claims, None, &[]);
    let mut article = layout.finish();
    article.source.container = container;
    article
}

/// Whether a text is meant as markup: it holds a tag or a reference.
pub(crate) fn is_markup(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let after = rest.get(at + 1..).unwrap_or_default();
        let opens = after.strip_prefix('/').unwrap_or(after).starts_with(|c: char| c.is_ascii_alphabetic());
        if opens && after.contains('>') {
            return true;
        }
        rest = after;
        // One search for `>` that fails holds for all that follows.
        if opens {
            return false;
        }
    }
    crate::markup::decode(text) != text
}

/// A title without markup, in one line.
fn plain(title: &str) -> String {
    let words = if is_markup(title) { html::Tree::parse(title).words(0) } else { title.to_owned() };
    single_spaced(&words)
}

/// Paragraphs between blank lines; where there are none, each line is one.
fn paragraphs(text: &str) -> Vec<Piece> {
    let wrapped = text.lines().any(|line| line.trim().is_empty());
    let mut pieces = Vec::new();
    let mut open = String::new();
    let mut close = |open: &mut String| {
        if !open.is_empty() {
            pieces.push(Piece::new(Role::Paragraph, std::mem::take(open)));
        }
    };
    for line in text.lines() {
        let words = single_spaced(line);
        if words.is_empty() || !wrapped {
            close(&mut open);
        }
        if !words.is_empty() {
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(&words);
        }
    }
    close(&mut open);
    pieces
}
