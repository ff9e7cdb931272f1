//! A page's lines and claims to an article.

use super::content::{content, prose, whole};
use super::dated_line::promote;
use super::flow::{Flow, Line, flow};
use super::live;
use super::marked_time::marked_times;
use super::no_article;
use super::role::{body_roles, headline, roles};
use super::tag::Tag;
use super::tree::Tree;
use crate::layout::{Layout, Piece};
use crate::page::{Claim, Claims, collect, fold_title, names_of, parts, settle_title};
use corroborate_article::{Article, Container, Diagnostic, Role};
use corroborate_text::single_spaced;

/// Reads a page. `around` is what the container says of it, believed where the page itself says nothing.
pub(crate) fn read(source: &str, around: Claims) -> Article {
    let tree = Tree::parse(source);
    let mut claims = collect(&tree);
    claims.append(around);
    read_tree(&tree, claims)
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

fn read_tree(tree: &Tree<'_>, mut claims: Claims) -> Article {
    let mut flow = flow(tree);
    flow.lines = flow.lines.drain(..).flat_map(split_soft).collect();
    reveal(tree, &mut flow);
    let shown: Vec<&str> = headings(tree, &flow).take(50).collect();
    let short = |line: &&Line| !line.hidden && line.text.len() < 300 && line.link_share() < 0.5;
    let lines: Vec<&str> = flow.lines.iter().filter(short).map(|line| line.text.as_str()).collect();
    let title = settle_title(&claims, &shown, &lines);
    let wholes: Vec<&str> = claims.titles.iter().map(|claim| claim.value.as_str()).collect();
    let headline = headline(tree, &flow, title.as_ref().map(|(title, _)| title.as_str()), &wholes);
    let content = content(tree, &flow, headline, claims.body.as_deref());
    let summary = claims.descriptions.first().map(|claim| claim.value.as_str());
    let authors = claims.authors.iter().flat_map(|claim| names_of(&claim.value)).take(20).collect();
    let mut roles = roles(
        tree,
        &flow,
        &content,
        title.as_ref().map(|(title, _)| title.as_str()),
        summary,
        headline,
        authors,
    );
    promote(&flow, &content, headline, &mut roles);
    if claims.outlets.is_empty()
        && let Some(role) = masthead(&claims, &flow, headline).and_then(|at| roles.get_mut(at))
    {
        *role = Some(Role::Masthead);
    }
    let entries = live::entries(tree);
    let live = claims.live || !entries.is_empty();
    if live {
        live::mark_stamps(&flow, &entries, headline, &mut roles);
    }
    let mut pieces: Vec<Piece> = flow
        .lines
        .iter()
        .zip(&roles)
        .filter_map(|(line, role)| {
            Some(Piece { role: (*role)?, text: line.text.replace('\n', " "), links: line.links.clone() })
        })
        .collect();
    let mut diagnostics = remarks(&claims, live);
    let told = match claims.entries.as_slice() {
        [] => claims.body.as_deref().map(paragraphs).unwrap_or_default(),
        entries => live::pieces(entries),
    };
    if is_unseen(&told, &pieces, !claims.entries.is_empty()) {
        diagnostics
            .push(Diagnostic::note("the page's text stands in its JSON-LD only and was taken from there"));
        for piece in &mut pieces {
            if piece.role.is_body() {
                piece.role = Role::Widget;
            }
        }
        pieces.extend(told);
    }
    diagnostics.extend(no_article::reason(tree, &flow, &claims, &pieces));
    let times = marked_times(tree, &flow, &content, headline);
    claims.links.extend(permanent_link(tree, &flow, headline));
    let mut layout = Layout::new(pieces);
    layout.claim(&claims, title, &times);
    let mut article = layout.finish();
    article.source.container = Container::Html;
    article.diagnostics.extend(diagnostics);
    article
}

/// The line above the headline that is the page's title without the article's: the name of the site.
fn masthead(claims: &Claims, flow: &Flow, headline: Option<usize>) -> Option<usize> {
    let headline = headline?;
    let title = fold_title(&flow.lines.get(headline)?.text);
    let is_site = |line: &Line| {
        let name = fold_title(&line.text);
        let named = |title: &str| parts(title).into_iter().skip(1).any(|part| fold_title(part) == name);
        !line.hidden
            && line.text.split_whitespace().count() <= LONGEST_SITE
            && name != title
            && claims
                .titles
                .iter()
                .take(3)
                .any(|claim| fold_title(&claim.value).starts_with(&title) && named(&claim.value))
    };
    flow.lines.get(..headline)?.iter().position(is_site)
}

/// Most words of a site's name.
const LONGEST_SITE: usize = 6;

/// Some pages hold the whole article and hide what follows its beginning until a script has asked for an account: in
/// what is named the article's body hidden elements, all named alike, that hold more prose than is shown beside them.
fn reveal(tree: &Tree<'_>, flow: &mut Flow) {
    let mut groups: Vec<(usize, &str, Vec<usize>)> = Vec::new();
    for (id, _, names) in
        tree.elements().filter(|&(id, ..)| flow.zones.get(id).is_some_and(|zone| zone.hidden))
    {
        let mut near = tree.ancestors(id).skip(1).take(2);
        let within_body =
            near.any(|id| flow.zones.get(id).is_some_and(|zone| zone.role == Some(Role::Paragraph)));
        let parent = tree.node(id).parent;
        let known = groups.iter().position(|(known, alike, _)| *known == parent && *alike == names);
        if let Some(at) = known {
            groups.get_mut(at).into_iter().for_each(|(.., ids)| ids.push(id));
        } else if within_body && groups.len() < 8 {
            groups.push((parent, names, vec![id]));
        }
    }
    for (parent, _, ids) in groups {
        let below = |line: &Line, id: usize| id <= line.first && line.first < tree.node(id).end;
        // The last of the elements that begins before the line.
        let held_by = |line: &Line| {
            let at = ids.partition_point(|&id| id <= line.first);
            at.checked_sub(1).and_then(|at| ids.get(at)).is_some_and(|&id| below(line, id))
        };
        let (mut shown, mut held) = (0, 0);
        let (mut letters, mut all) = (0, 0);
        for line in flow.lines.iter().filter(|line| below(line, parent)) {
            if !line.hidden {
                shown += prose(line);
            } else if held_by(line) {
                held += prose(line);
                letters += line.text.chars().filter(|c| c.is_alphabetic() || c.is_whitespace()).count();
                all += line.text.chars().count();
            }
        }
        // Scrambled text has few letters.
        if letters * 10 >= all * 9 && shown >= 100 && held >= 600 && held > shown {
            flow.lines.iter_mut().filter(|line| held_by(line)).for_each(|line| line.hidden = false);
        }
    }
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

/// The address that the headline links to, or that a link beside it calls the permanent one.
fn permanent_link(tree: &Tree<'_>, flow: &Flow, headline: Option<usize>) -> Vec<Claim> {
    let Some(line) = headline.and_then(|at| flow.lines.get(at)) else { return Vec::new() };
    let end = tree.node(line.block).end;
    let mut links = Vec::new();
    let around = tree.ancestors(line.block).take(2).filter(|&id| tree.node(id).tag() == Some(Tag::A));
    for id in around.chain(line.block..end) {
        if links.len() < 3
            && tree.node(id).tag() == Some(Tag::A)
            && let Some(address) = tree.attribute(id, "href")
        {
            Claims::push(&mut links, "headline link", &address);
        }
    }
    links
}

/// The paragraphs of a text that the markup gives.
fn paragraphs(text: &str) -> Vec<Piece> {
    let lines = text.lines().map(single_spaced);
    lines.filter(|line| !line.is_empty()).map(|line| Piece::new(Role::Paragraph, line)).collect()
}

/// Whether the page shows less than a third of the text that the markup gives; of a live blog, whose markup holds
/// entries that the page has put aside, next to nothing.
fn is_unseen(told: &[Piece], pieces: &[Piece], live: bool) -> bool {
    let length = |pieces: &[Piece]| -> usize {
        pieces.iter().filter(|piece| piece.role.is_body()).map(|piece| piece.text.len()).sum()
    };
    let (told, shown) = (length(told), length(pieces));
    told > 400 && shown * if live { 10 } else { 3 } < told && (!live || shown < 400)
}

/// What a reader of an article should know of its page.
fn remarks(claims: &Claims, live: bool) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    if claims.amp {
        remarks.push(Diagnostic::note("an AMP page: a shortened copy may lack parts of the article"));
    }
    if live {
        remarks.push(Diagnostic::note(
            "a live blog: its entries stand newest first and may contradict each other",
        ));
    }
    remarks
}
