//! Where on the page the article stands.

use super::flow::{Flow, Line};
use super::tag::Tag;
use super::tree::{NodeId, Tree};
use super::zone::is_aside;
use corroborate_article::Role;
use std::collections::{HashMap, HashSet};

/// How much of an element's prose one of its children must hold for the article to stand in that child.
const MOST: f64 = 0.9;

/// The same where the child is marked as an article's body.
const MARKED: f64 = 0.65;

/// The page read for its article.
#[derive(Debug)]
pub(crate) struct Content {
    /// The element that holds the article's running text.
    pub root: NodeId,
    /// For every line, the role of the innermost zone around it and whether that takes it out of the article.
    pub places: Vec<Place>,
}

/// What surrounds a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The innermost role that names around the line give it.
    pub role: Option<Role>,
    /// The element that gives the role.
    pub by: NodeId,
    /// Whether the line stands below the root.
    pub inside: bool,
}

impl Place {
    /// Whether a zone takes the line out of the article.
    pub(crate) fn is_aside(self) -> bool {
        self.role.is_some_and(is_aside)
    }
}

/// Finds the article: the element with most of the prose that no zone sets aside. `told` is the article's text as
/// the page's own markup gives it, where it does.
///
/// `headline` is the line that shows the title.
pub(crate) fn content(tree: &Tree<'_>, flow: &Flow, headline: Option<usize>, told: Option<&str>) -> Content {
    let raw = masses(tree, flow, prose);
    let headline = headline.and_then(|at| flow.lines.get(at)).map(|line| line.block);
    let zones = zones(tree, flow, &raw, headline);
    let place = |line: &Line| zones.get(line.block).copied().unwrap_or_default();
    let unset = |line: &Line| if line.hidden || place(line).is_aside() { 0 } else { prose(line) };
    let shown: usize = flow.lines.iter().map(unset).sum();
    // A short text beside a long article is its beginning or its summary.
    let whole = |told: &&str| told.len() >= 500 || shown < told.len() * 3;
    let told = told.filter(whole).map(shingles).filter(|told| told.len() >= 20);
    let weigh = |line: &Line| {
        if line.hidden || place(line).is_aside() {
            return 0;
        }
        match &told {
            Some(told) => told_share(line, told),
            None => prose(line),
        }
    };
    let mut mass = masses(tree, flow, weigh);
    let total = raw.first().copied().unwrap_or(0);
    let by_markup = told.is_some();
    if by_markup && mass.first().copied().unwrap_or(0) * 3 < total.min(600) {
        // What the markup gives is not what the page shows.
        mass = masses(tree, flow, unset);
    }
    let root = beside_headline(tree, flow, &mass, descend(tree, flow, &mass, 0), headline);
    let end = tree.node(root).end;
    let places = flow
        .lines
        .iter()
        .map(|line| Place { inside: root <= line.first && line.first < end, ..place(line) })
        .collect();
    Content { root, places }
}

/// A page that is the article and nothing else.
pub(crate) fn whole(tree: &Tree<'_>, flow: &Flow) -> Content {
    let raw = masses(tree, flow, prose);
    let zones = zones(tree, flow, &raw, None);
    let place = |line: &Line| Place { inside: true, ..zones.get(line.block).copied().unwrap_or_default() };
    Content { root: 0, places: flow.lines.iter().map(place).collect() }
}

/// How much a line looks like running text, in bytes: long lines and sentences that are not links.
pub(crate) fn prose(line: &Line) -> usize {
    let own = line.text.len().saturating_sub(line.linked);
    if own < 20 || line.link_share() > 0.5 {
        return 0;
    }
    let sentence = ends_sentence(&line.text);
    match (own, sentence) {
        (80.., true) => own,
        (80.., false) => own / 2,
        (_, true) => own / 2,
        _ => 0,
    }
}

/// Whether a line ends as a sentence does, before closing quotation marks.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| {
        matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»') || c.is_whitespace()
    })
    .ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Sums over every element's lines.
fn masses(tree: &Tree<'_>, flow: &Flow, weigh: impl Fn(&Line) -> usize) -> Vec<usize> {
    let mut masses = vec![0usize; tree.nodes.len()];
    for line in &flow.lines {
        if let Some(mass) = masses.get_mut(line.block) {
            *mass += weigh(line);
        }
    }
    for id in (1..masses.len()).rev() {
        let own = masses.get(id).copied().unwrap_or_default();
        if let Some(mass) = masses.get_mut(tree.node(id).parent) {
            *mass += own;
        }
    }
    masses
}

/// How much prose an element with such a name may hold for the name to be believed: a masthead holds no paragraphs.
const fn most_of(role: Role) -> usize {
    match role {
        Role::Category | Role::Masthead | Role::Tagline | Role::Byline | Role::Published | Role::Kicker => {
            200
        }
        Role::Caption => 700,
        Role::Credit | Role::Widget => 1000,
        Role::Notice => 2000,
        _ => usize::MAX,
    }
}

/// For every element the zone it stands in. A name is not believed that would set aside most of the page's prose,
/// the headline, or more prose than such an element has; nor one that many elements bear which do so together.
fn zones(tree: &Tree<'_>, flow: &Flow, raw: &[usize], headline: Option<NodeId>) -> Vec<Place> {
    let total = raw.first().copied().unwrap_or(0);
    let mut around_headline = vec![false; tree.nodes.len()];
    for id in headline.into_iter().flat_map(|id| tree.ancestors(id)) {
        if let Some(slot) = around_headline.get_mut(id) {
            *slot = true;
        }
    }
    let together = together(tree, flow, raw);
    let cards = cards(tree, flow, raw);
    let mut zones = vec![Place::default(); tree.nodes.len()];
    for (id, node) in tree.nodes.iter().enumerate().skip(1) {
        let outer = zones.get(node.parent).copied().unwrap_or_default();
        let own = flow.zones.get(id).and_then(|zone| zone.role);
        let mass = raw.get(id).copied().unwrap_or(0);
        let believed = own.filter(|&role| {
            let all = match tree.element(id) {
                Some((_, names)) if is_aside(role) => together.get(names).copied().unwrap_or(mass).max(mass),
                _ => mass,
            };
            let most = match role {
                Role::CommentPrompt => total,
                _ if headline.is_some() => total * 3 / 5,
                _ => total * 2 / 5,
            };
            let holds_headline = around_headline.get(id).copied().unwrap_or(false);
            mass <= most_of(role) && (!is_aside(role) || (all <= most && !holds_headline))
        });
        let believed = believed.or_else(|| cards.get(id).copied().unwrap_or(false).then_some(Role::Related));
        let zone = match (outer.role, believed) {
            // What stands in an aside stays in it; only what the page calls the article's body leaves it.
            (Some(role), _) if is_aside(role) => outer,
            (_, Some(role)) => Place { role: Some(role), by: id, inside: false },
            (_, None) => outer,
        };
        if let Some(slot) = zones.get_mut(id) {
            *slot = zone;
        }
    }
    zones
}

/// The prose in all elements with the same attributes, for those that are named as an aside.
fn together<'a>(tree: &Tree<'a>, flow: &Flow, raw: &[usize]) -> HashMap<&'a str, usize> {
    let mut together = HashMap::new();
    for (id, _, names) in tree.elements() {
        let aside = flow.zones.get(id).and_then(|zone| zone.role).is_some_and(is_aside);
        if aside && !names.trim().is_empty() {
            *together.entry(names).or_insert(0) += raw.get(id).copied().unwrap_or(0);
        }
    }
    together
}

/// Which elements announce another article: a heading that is a link, and a little beside it.
fn cards(tree: &Tree<'_>, flow: &Flow, raw: &[usize]) -> Vec<bool> {
    let mut cards = vec![false; tree.nodes.len()];
    for line in &flow.lines {
        let is_heading = tree.node(line.block).tag().is_some_and(|tag| tag.heading().is_some());
        if !is_heading || line.link_share() < 0.9 || line.text.len() < 20 {
            continue;
        }
        let small = |id: &NodeId| raw.get(*id).copied().unwrap_or(0) <= 400;
        let boxed = |tag: Tag| matches!(tag, Tag::Li | Tag::Article | Tag::Div | Tag::Section | Tag::Tr);
        let around = tree.ancestors(line.block).skip(1).take(4).take_while(small);
        let card = around.filter(|&id| tree.node(id).tag().is_some_and(boxed)).last();
        if let Some(slot) = card.and_then(|id| cards.get_mut(id)) {
            *slot = true;
        }
    }
    cards
}

/// A page may show several articles: the one is meant that the headline stands in, or next to.
fn beside_headline(
    tree: &Tree<'_>,
    flow: &Flow,
    mass: &[usize],
    root: NodeId,
    headline: Option<NodeId>,
) -> NodeId {
    let of = |id: NodeId| mass.get(id).copied().unwrap_or(0);
    let Some(headline) = headline else { return root };
    let within = |id: NodeId, outer: NodeId| outer <= id && id < tree.node(outer).end;
    for id in tree.ancestors(headline) {
        if id == root || within(root, id) {
            break;
        }
        let enough = if within(id, root) {
            // An article of several on the page, whose others have their own headings.
            tree.node(id).tag() == Some(Tag::Article) && of(id) >= 400 && of(id) * 10 >= of(root)
        } else {
            of(id) >= 500 && of(id) * 4 >= of(root)
        };
        if enough {
            return descend(tree, flow, mass, id);
        }
    }
    root
}

/// From an element down to the one that holds the article.
fn descend(tree: &Tree<'_>, flow: &Flow, mass: &[usize], from: NodeId) -> NodeId {
    let of = |id: NodeId| mass.get(id).copied().unwrap_or(0);
    let mut root = from;
    loop {
        let whole = of(root) as f64;
        let mut best: Option<(NodeId, f64)> = None;
        let mut child = root + 1;
        let end = tree.node(root).end;
        while child < end {
            let part = of(child) as f64 / whole.max(1.0);
            if part > best.map_or(0.0, |(_, part)| part) {
                best = Some((child, part));
            }
            child = tree.node(child).end.max(child + 1);
        }
        let Some((child, part)) = best else { return root };
        let tag = tree.node(child).tag();
        let marked = matches!(tag, Some(Tag::Main | Tag::Article))
            || flow.zones.get(child).is_some_and(|zone| zone.role == Some(Role::Paragraph));
        // A paragraph is not an article, however long.
        let small = matches!(tag, Some(Tag::P | Tag::Li | Tag::Blockquote | Tag::Td | Tag::Pre));
        if small || part < if marked { MARKED } else { MOST } {
            return root;
        }
        root = child;
    }
}

/// Runs of four words, hashed.
fn shingles(text: &str) -> HashSet<u64> {
    let words = words(text);
    words.windows(4).map(key).collect()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn key(words: &[String]) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// The bytes of a line if most of its runs of words stand in the text that the markup gives.
pub(crate) fn told_share(line: &Line, told: &HashSet<u64>) -> usize {
    let words = words(&line.text);
    let runs = words.windows(4).count();
    let known = words.windows(4).filter(|run| told.contains(&key(run))).count();
    if runs > 0 && known * 2 > runs { line.text.len() } else { 0 }
}
