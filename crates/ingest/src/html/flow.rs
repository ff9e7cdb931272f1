//! A tree to the lines that a reader sees.

use super::tag::Tag;
use super::tree::{Kind, NodeId, Tree};
use super::zone::{Zone, zone};
use crate::markup::decode;

/// A paragraph, a heading, a list item, a row: what stands between two breaks.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its words, white space collapsed; a single line break within is a `\n`.
    pub text: String,
    /// The innermost element around it that is not part of a line.
    pub block: NodeId,
    /// The node its first words stand in.
    pub first: NodeId,
    /// How many bytes of it are the words of links.
    pub linked: usize,
    /// How many bytes of it are bold.
    pub bold: usize,
    /// Whether the page hides it.
    pub hidden: bool,
    /// Where in a short line the words of each link stand.
    pub links: Vec<(usize, usize)>,
}

impl Line {
    /// The share of its words that are links'.
    pub(crate) fn link_share(&self) -> f64 {
        share(self.linked, self.text.len())
    }
}

/// A part of a whole between 0 and 1.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The lines of a page and what its elements are for.
#[derive(Debug)]
pub(crate) struct Flow {
    /// In the order of the page.
    pub lines: Vec<Line>,
    /// For every node what its own names say.
    pub zones: Vec<Zone>,
}

/// Walks a tree once.
pub(crate) fn flow(tree: &Tree<'_>) -> Flow {
    let layout = layout_tables(tree);
    let mut walk = Walk::default();
    let mut zones = vec![Zone::default(); tree.nodes.len()];
    let mut open: Vec<Open> = Vec::new();
    let mut id = 0;
    while id < tree.nodes.len() {
        while open.last().is_some_and(|element| element.end <= id) {
            if let Some(element) = open.pop() {
                walk.leave(&element);
            }
        }
        let node = tree.node(id);
        match node.kind {
            Kind::Text(text) => walk.words(&decode(text), id),
            Kind::Raw(_) => {}
            Kind::Element(tag, _) if tag.is_unseen() || tag == Tag::Noscript => {
                if !tag.is_inline() {
                    walk.flush();
                }
                // A title or a head without an end tag would hide the page.
                id = if tag == Tag::Head { id + 1 } else { node.end.max(id + 1) };
                continue;
            }
            Kind::Element(tag, attributes) => {
                let zone = zone(tag, attributes);
                if let Some(slot) = zones.get_mut(id) {
                    *slot = zone;
                }
                if zone.hidden && tag.is_inline() {
                    walk.space = true;
                    id = node.end.max(id + 1);
                    continue;
                }
                let within_line = open.last().is_some_and(|element| element.holds_line);
                let element = Open {
                    id,
                    end: node.end,
                    tag,
                    breaks: breaks(tag, within_line, layout.get(id).copied().unwrap_or_default()),
                    holds_line: within_line || matches!(tag, Tag::P) || tag.heading().is_some(),
                    link: tag == Tag::A && attributes.contains("href"),
                    bold: matches!(tag, Tag::B | Tag::Strong),
                    hidden: zone.hidden,
                };
                // Labels side by side with nothing between them are parted by style, not by a space.
                walk.space |= tag == Tag::Span && !within_line && walk.left == Some((id, Tag::Span));
                walk.enter(&element);
                if node.end > id + 1 {
                    open.push(element);
                } else {
                    walk.leave(&element);
                }
            }
        }
        id += 1;
    }
    while let Some(element) = open.pop() {
        walk.leave(&element);
    }
    walk.flush();
    Flow { lines: walk.lines, zones }
}

/// What the boundary of an element does to the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Nothing,
    Line,
    /// The cells of a table that holds data stand in one line.
    Cell,
    /// A line break within a paragraph.
    Soft,
}

fn breaks(tag: Tag, within_line: bool, layout: bool) -> Breaks {
    match tag {
        Tag::Br => Breaks::Soft,
        Tag::Td | Tag::Th if !layout => Breaks::Cell,
        // Browsers show an unknown element within its line; pages make blocks of them where no line is open.
        Tag::Other if !within_line => Breaks::Line,
        _ if tag.is_inline() => Breaks::Nothing,
        _ => Breaks::Line,
    }
}

struct Open {
    id: NodeId,
    end: NodeId,
    tag: Tag,
    breaks: Breaks,
    holds_line: bool,
    link: bool,
    bold: bool,
    hidden: bool,
}

#[derive(Default)]
struct Walk {
    lines: Vec<Line>,
    text: String,
    first: Option<NodeId>,
    block: Vec<NodeId>,
    linked: usize,
    bold: usize,
    space: bool,
    breaks: usize,
    links: usize,
    bolds: usize,
    hidden: usize,
    /// Where the element that was left last ended, and what it was.
    left: Option<(NodeId, Tag)>,
    link_spans: Vec<(usize, usize)>,
    /// Whether the link of the last words is still open.
    same_link: bool,
}

impl Walk {
    fn enter(&mut self, element: &Open) {
        match element.breaks {
            Breaks::Line => {
                self.flush();
                self.block.push(element.id);
            }
            Breaks::Cell => self.cell(),
            Breaks::Soft => self.soft(),
            Breaks::Nothing => {}
        }
        if element.tag == Tag::Img {
            self.space = true;
        }
        self.links += usize::from(element.link);
        self.same_link &= !element.link;
        self.bolds += usize::from(element.bold);
        self.hidden += usize::from(element.hidden);
    }

    fn leave(&mut self, element: &Open) {
        if element.breaks == Breaks::Line {
            self.flush();
            self.block.pop();
        }
        self.left = Some((element.end, element.tag));
        self.links -= usize::from(element.link);
        self.same_link &= !element.link;
        self.bolds -= usize::from(element.bold);
        self.hidden -= usize::from(element.hidden);
    }

    fn words(&mut self, text: &str, id: NodeId) {
        for (index, word) in text.split(|c: char| c.is_whitespace()).enumerate() {
            self.space |= index > 0;
            if word.is_empty() {
                continue;
            }
            if self.breaks > 0 {
                if self.breaks > 1 {
                    self.flush();
                } else if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.breaks = 0;
            } else if self.space && !self.text.is_empty() && !self.text.ends_with('\t') {
                self.text.push(' ');
                self.linked += usize::from(self.links > 0 && self.same_link);
            }
            self.space = false;
            self.first.get_or_insert(id);
            let before = self.text.len();
            if word.bytes().all(|byte| byte.is_ascii_graphic()) {
                self.text.push_str(word);
            } else {
                self.text.extend(word.chars().filter(|&c| !is_invisible(c)));
            }
            let added = self.text.len() - before;
            if self.links > 0 {
                self.linked += added;
                match self.link_spans.last_mut() {
                    Some((_, end)) if self.same_link => *end = self.text.len(),
                    _ if before < 400 => self.link_spans.push((before, self.text.len())),
                    _ => {}
                }
                self.same_link = true;
            }
            self.bold += if self.bolds > 0 { added } else { 0 };
        }
    }

    fn cell(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\t') {
            self.text.push('\t');
        }
    }

    fn soft(&mut self) {
        self.space = true;
        if !self.text.is_empty() {
            self.breaks += 1;
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let words = text.trim();
        if !words.is_empty() {
            let text = if words.len() == text.len() { text } else { words.to_owned() };
            self.lines.push(Line {
                block: self.block.last().copied().unwrap_or(0),
                first: self.first.unwrap_or(0),
                linked: self.linked.min(text.len()),
                bold: self.bold.min(text.len()),
                hidden: self.hidden > 0,
                links: std::mem::take(&mut self.link_spans),
                text,
            });
        }
        self.link_spans.clear();
        self.same_link = false;
        self.first = None;
        self.linked = 0;
        self.bold = 0;
        self.space = false;
        self.breaks = 0;
    }
}

/// Marks where words may break and marks of direction: not seen, and in the way of comparing words.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
        || (letter.is_control())
}

/// For every cell whether its table arranges a page rather than data: something that breaks lines stands in it.
fn layout_tables(tree: &Tree<'_>) -> Vec<bool> {
    let mut table_of = vec![0; tree.nodes.len()];
    let mut layout = vec![false; tree.nodes.len()];
    for (id, tag, _) in tree.elements() {
        let outer = table_of.get(tree.node(id).parent).copied().unwrap_or_default();
        let breaks = matches!(
            tag,
            Tag::P | Tag::Div | Tag::Ul | Tag::Ol | Tag::Table | Tag::Blockquote | Tag::Section
        ) || tag.heading().is_some();
        if breaks && let Some(slot) = layout.get_mut(outer) {
            *slot = true;
        }
        if let Some(slot) = table_of.get_mut(id) {
            *slot = if tag == Tag::Table { id } else { outer };
        }
    }
    table_of.iter().map(|&table| layout.get(table).copied().unwrap_or_default()).collect()
}
