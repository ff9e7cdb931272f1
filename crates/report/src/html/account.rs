//! Accounts side by side: each text whole, cut where the words of a finding begin or end.

use super::escape::{Html, words};
use super::link::target;
use crate::overview::Overview;
use crate::visible::line;
use corroborate_article::{Article, Block, Role};
use corroborate_compare::{DifferenceRelation, Place};
use corroborate_text::Span;
use std::collections::BTreeSet;
use std::fmt::Write;

/// One account as the page shows it.
pub(super) struct AccountView {
    pub number: usize,
    pub index: usize,
    pub label: String,
    pub published: Option<String>,
    pub byline: Vec<String>,
    pub path: String,
    pub sha256: String,
    pub language: String,
    pub body: Html,
    pub remarks: Vec<(&'static str, String)>,
}

/// A layer of marks in the text, told apart by its sign in the margin and its line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Plain,
    Shared,
    Differs,
    Conflicts,
}

pub(super) fn accounts(overview: &Overview) -> Vec<AccountView> {
    let layers = layers(overview);
    let accounts = overview.story.accounts.iter().zip(&layers).enumerate();
    accounts.map(|(index, (account, spans))| view(overview, index, &account.article, spans)).collect()
}

fn view(overview: &Overview, index: usize, article: &Article, spans: &[(Span, Layer)]) -> AccountView {
    let metadata = &article.metadata;
    AccountView {
        number: index + 1,
        index,
        label: overview.label(index).to_owned(),
        published: metadata.published.as_ref().map(|published| published.iso().replace('T', " ")),
        byline: metadata.byline.iter().map(|&span| line(article.words(span))).collect(),
        path: line(&article.source.path),
        sha256: article.source.sha256.clone(),
        language: language(metadata.language.as_deref()),
        body: body(index, &article.text, &article.blocks, spans),
        remarks: article
            .diagnostics
            .iter()
            .map(|remark| (remark.severity.name(), line(&remark.message)))
            .collect(),
    }
}

/// A language code that can stand in the page's markup, `und` for any other.
fn language(code: Option<&str>) -> String {
    let plain = |code: &&str| code.len() <= 12 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    code.filter(plain).filter(|code| !code.is_empty()).unwrap_or("und").to_owned()
}

/// For each account, the spans that findings point to.
fn layers(overview: &Overview) -> Vec<Vec<(Span, Layer)>> {
    let comparison = &overview.story.comparison;
    let mut layers = vec![Vec::new(); overview.story.accounts.len()];
    let mut put = |place: Place, layer| {
        if let Some(spans) = layers.get_mut(place.account) {
            spans.push((place.span, layer));
        }
    };
    for claim in &comparison.claims {
        for cell in &claim.cells {
            cell.evidence.iter().for_each(|&span| put(Place::new(cell.account, span), Layer::Plain));
        }
    }
    for difference in &comparison.differences {
        let layer = match difference.relation {
            DifferenceRelation::Conflict => Layer::Conflicts,
            _ => Layer::Differs,
        };
        difference.sides.iter().flat_map(|side| &side.evidence).for_each(|&place| put(place, layer));
    }
    for family in &comparison.quote_families {
        family.versions.iter().for_each(|&place| put(place, Layer::Plain));
    }
    for reuse in &comparison.reuse {
        put(reuse.a, Layer::Shared);
        put(reuse.b, Layer::Shared);
    }
    for entry in &comparison.timeline {
        entry.evidence.iter().for_each(|&place| put(place, Layer::Plain));
    }
    for entity in &comparison.entities {
        entity.mentions.iter().for_each(|mention| put(mention.place, Layer::Plain));
    }
    layers
}

/// The text block by block. Its text content is the text, byte for byte.
fn body(account: usize, text: &str, blocks: &[Block], spans: &[(Span, Layer)]) -> Html {
    let whole =
        [Block { role: Role::Paragraph, span: Span::new(0, text.len()), content: Span::new(0, text.len()) }];
    let blocks = if blocks.is_empty() { &whole } else { blocks };
    let cover = Cover::new(text, spans);
    let mut out = String::with_capacity(text.len() * 2);
    for block in blocks {
        let name = block.role.name();
        let class = match block.role {
            Role::Blank => "gap",
            role if role.is_body() => "run",
            role if role.is_editorial() => "head",
            Role::Byline | Role::Dateline | Role::Published | Role::Credit | Role::Correction => "about",
            _ => "off",
        };
        let _ = match class {
            "run" | "gap" => write!(out, "<p class=\"{class}\">"),
            _ => write!(out, "<p class=\"{class}\" data-role=\"{name}\">"),
        };
        cover.write(account, text, block.span, &mut out);
        out.push_str("</p>");
    }
    Html(out)
}

/// The text cut into pieces at every end of a span.
struct Cover {
    /// Where a piece starts, and the layers on it: `None` where no finding points.
    pieces: Vec<(usize, Option<Layer>)>,
}

impl Cover {
    fn new(text: &str, spans: &[(Span, Layer)]) -> Self {
        let spans = || spans.iter().filter(|(span, _)| !span.is_empty() && span.get(text).is_some());
        let mut ends: Vec<(usize, bool, Layer)> = Vec::new();
        for &(span, layer) in spans() {
            ends.push((span.start(), true, layer));
            ends.push((span.end(), false, layer));
        }
        ends.sort_unstable();
        let mut open = [0usize; 4];
        let mut pieces: Vec<(usize, Option<Layer>)> = vec![(0, None)];
        for (at, begins, layer) in ends {
            if let Some(count) = open.get_mut(layer as usize) {
                *count = if begins { *count + 1 } else { count.saturating_sub(1) };
            }
            let order = [Layer::Conflicts, Layer::Differs, Layer::Shared, Layer::Plain];
            let top =
                order.into_iter().find(|&layer| open.get(layer as usize).is_some_and(|&count| count > 0));
            match pieces.last_mut() {
                Some(last) if last.0 == at => last.1 = top,
                _ => pieces.push((at, top)),
            }
        }
        Self { pieces }
    }

    fn write(&self, account: usize, text: &str, block: Span, out: &mut String) {
        let first = self.pieces.partition_point(|(start, _)| *start <= block.start()).saturating_sub(1);
        for (index, &(start, layer)) in self.pieces.iter().enumerate().skip(first) {
            if start >= block.end() {
                break;
            }
            let end = self.pieces.get(index + 1).map_or(text.len(), |(next, _)| *next);
            let Some(piece) = Span::new(start, end).intersection(block) else { continue };
            let Some(layer) = layer else {
                words(piece.of(text), out);
                continue;
            };
            let class = match layer {
                Layer::Plain => "",
                Layer::Shared => " class=\"sh\"",
                Layer::Differs => " class=\"df\"",
                Layer::Conflicts => " class=\"cf\"",
            };
            let _ = write!(out, "<span id=\"{}\"{class}>", target(account, piece.start()));
            words(piece.of(text), out);
            out.push_str("</span>");
        }
    }
}

/// The names of the roles that some account has and that are no running text, for the legend.
pub(super) fn set_aside(overview: &Overview) -> Vec<&'static str> {
    let blocks = overview.story.accounts.iter().flat_map(|account| &account.article.blocks);
    let roles: BTreeSet<Role> = blocks.map(|block| block.role).collect();
    let aside = |role: &&Role| !role.is_editorial() && **role != Role::Blank;
    roles.iter().filter(aside).map(|role| role.name()).collect()
}
