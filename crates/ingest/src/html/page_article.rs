//! A page's lines and claims to an article.

use super::content::{Content, content, whole};
use super::flow::{Flow, Line, flow};
use super::role::{body_roles, headline, roles};
use super::tree::Tree;
use crate::layout::{Layout, Piece};
use crate::page::{Claims, collect, fold_title, names_of, settle_title};
use corroborate_article::{Article, Container, Diagnostic, Role};

/// Reads a page. `around` is what the container says of it, believed where the page itself says nothing.
pub(crate) fn read(source: &str, around: Claims) -> Article {
    let tree = Tree::parse(source);
    let mut claims = collect(&tree);
    claims.append(around);
    read_tree(&tree, &claims)
}

/// Reads a piece of markup that is an article's body and nothing else, as feeds carry it.
pub(crate) fn fragment(source: &str) -> Vec<Piece> {
    let tree = Tree::parse(source);
    let mut flow = flow(&tree);
    flow.lines = flow.lines.drain(..).flat_map(split_soft).collect();
    let content = whole(&tree, &flow);
    let roles = body_roles(&tree, &flow, &content);
    let pieces = flow.lines.into_iter().zip(roles).filter_map(|(line, role)| Some((line, role?)));
    pieces.map(|(line, role)| Piece { role, text: line.text.replace('\n', " "), links: line.links }).collect()
}

fn read_tree(tree: &Tree<'_>, claims: &Claims) -> Article {
    let mut flow = flow(tree);
    flow.lines = flow.lines.drain(..).flat_map(split_soft).collect();
    let shown: Vec<&str> = headings(tree, &flow).take(50).collect();
    let title = settle_title(claims, &shown);
    let headline = headline(tree, &flow, title.as_ref().map(|(title, _)| title.as_str()));
    let content = content(tree, &flow, headline, claims.body.as_deref());
    let summary = claims.descriptions.first().map(|claim| claim.value.as_str());
    let authors = claims.authors.iter().flat_map(|claim| names_of(&claim.value)).take(20).collect();
    let roles = roles(
        tree,
        &flow,
        &content,
        title.as_ref().map(|(title, _)| title.as_str()),
        summary,
        headline,
        authors,
    );
    let mut pieces: Vec<Piece> = flow
        .lines
        .iter()
        .zip(&roles)
        .filter_map(|(line, role)| {
            Some(Piece { role: (*role)?, text: line.text.replace('\n', " "), links: line.links.clone() })
        })
        .collect();
    let mut diagnostics = remarks(claims, &pieces);
    if let Some(body) = unseen_body(claims, &pieces) {
        diagnostics
            .push(Diagnostic::note("the page's text stands in its JSON-LD only and was taken from there"));
        for piece in &mut pieces {
            if piece.role.is_body() {
                piece.role = Role::Widget;
            }
        }
        let paragraphs = body.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let paragraphs = paragraphs.filter(|line| !line.is_empty());
        pieces.extend(paragraphs.map(|text| Piece::new(Role::Paragraph, text)));
    } else if !pieces.iter().any(|piece| piece.role.is_body()) {
        diagnostics.push(Diagnostic::warning("no running text was found on the page"));
    }
    let times = marked_times(tree, &flow, &content);
    let mut layout = Layout::new(pieces);
    layout.claim(claims, title, &times);
    let mut article = layout.finish();
    article.source.container = Container::Html;
    article.diagnostics.extend(diagnostics);
    article
}

/// A line break parts paragraphs where what stands before it is a sentence or short, and is a space elsewhere.
fn split_soft(line: Line) -> Vec<Line> {
    if !line.text.contains('\n') {
        return vec![line];
    }
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for part in line.text.split('\n') {
        match parts.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
        open = part.len() >= 60 && !super::content::ends_sentence(part);
    }
    let whole = line.text.len().max(1);
    let part_of = |count: usize, length: usize| count.saturating_mul(length) / whole;
    let Line { block, first, linked, bold, hidden, .. } = line;
    parts
        .into_iter()
        .map(|text| Line {
            linked: part_of(linked, text.len()),
            bold: part_of(bold, text.len()),
            text,
            links: Vec::new(),
            block,
            first,
            hidden,
        })
        .collect()
}

fn headings<'a>(tree: &'a Tree<'_>, flow: &'a Flow) -> impl Iterator<Item = &'a str> {
    let heading = |line: &&Line| {
        let mut near = tree.ancestors(line.block).take(3);
        !line.hidden
            && near
                .any(|id| tree.node(id).tag().is_some_and(|tag| tag.heading().is_some_and(|rank| rank <= 2)))
    };
    flow.lines.iter().filter(heading).map(|line| line.text.as_str())
}

/// Dates that `time` elements and microdata give near the article: the attribute and the words shown, and whether it
/// is named as the moment of publication.
#[derive(Debug)]
pub(crate) struct MarkedTime {
    pub from: &'static str,
    pub value: String,
    pub modified: bool,
}

fn marked_times(tree: &Tree<'_>, flow: &Flow, content: &Content) -> Vec<MarkedTime> {
    use super::tag::Tag;
    let mut named = Vec::new();
    let mut plain = Vec::new();
    let aside = |id: usize| {
        let mut ancestors = tree.ancestors(id);
        ancestors.any(|id| {
            flow.zones
                .get(id)
                .and_then(|zone| zone.role)
                .is_some_and(|role| matches!(role, Role::Related | Role::CommentPrompt))
        })
    };
    let end = tree.node(content.root).end;
    for (id, tag, attributes) in tree.elements() {
        let property = crate::markup::attribute(attributes, "itemprop");
        let role = property.as_deref().map(|property| property.split_ascii_whitespace().collect::<Vec<_>>());
        let published = role.as_ref().is_some_and(|role| role.contains(&"datePublished"));
        let modified = role.as_ref().is_some_and(|role| role.contains(&"dateModified"));
        if !published && !modified && (tag != Tag::Time || id >= end || aside(id)) {
            continue;
        }
        let value = ["datetime", "content"].iter().find_map(|name| tree.attribute(id, name));
        let value = value
            .filter(|value| !value.trim().is_empty())
            .map_or_else(|| tree.words(id), |value| value.into_owned());
        let class = crate::markup::attribute(attributes, "class").unwrap_or_default().to_ascii_lowercase();
        let modified = modified
            || (!published
                && (class.contains("updated") || class.contains("modified"))
                && !class.contains("published"));
        let time = MarkedTime {
            from: if published {
                "microdata datePublished"
            } else if modified {
                "time modified"
            } else {
                "time"
            },
            value,
            modified,
        };
        if published { named.push(time) } else { plain.push(time) }
    }
    named.extend(plain);
    named
}

/// The text that the markup gives, where the page shows less than a third of it.
fn unseen_body<'a>(claims: &'a Claims, pieces: &[Piece]) -> Option<&'a str> {
    let told = claims.body.as_deref()?;
    let seen: usize = pieces.iter().filter(|piece| piece.role.is_body()).map(|piece| piece.text.len()).sum();
    (told.len() > 400 && seen * 3 < told.len()).then_some(told)
}

fn remarks(claims: &Claims, pieces: &[Piece]) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    if claims.amp {
        remarks.push(Diagnostic::note("an AMP page: a shortened copy may lack parts of the article"));
    }
    if claims.live {
        remarks.push(Diagnostic::note(
            "a live blog: its entries stand newest first and may contradict each other",
        ));
    }
    let words: usize = pieces
        .iter()
        .filter(|piece| piece.role.is_body())
        .map(|piece| piece.text.split_whitespace().count())
        .sum();
    let walled = pieces.iter().any(|piece| {
        piece.role == Role::Notice
            && fold_title(&piece.text).contains("subscribe")
            && piece.text.contains("read")
    });
    if (claims.closed && words < 250) || (walled && words < 120) {
        remarks.push(Diagnostic::warning(
            "the article is not free to read, and only its beginning stands on the page",
        ));
    }
    remarks
}
