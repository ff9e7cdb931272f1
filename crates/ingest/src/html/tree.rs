//! A page's tokens to its tree.
//!
//! Not the tree construction of the HTML standard: that one may copy open elements without bound when they are
//! misnested, and it looks through all open elements for each tag, so hostile pages take it quadratic time and
//! memory. This one appends only, caps the depth as browsers do, and is linear in the page. It follows the standard
//! where the text depends on it: implied end tags, void and raw elements, scopes of tables.

use super::tag::Tag;
use crate::markup::{Dialect, Token, Tokens, attribute};
use corroborate_text::single_spaced;
use std::borrow::Cow;

/// How deep elements may nest; deeper ones become siblings. Browsers have the same number.
const DEEPEST: usize = 512;

/// The place of a node in [`Tree::nodes`].
pub(crate) type NodeId = usize;

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind<'a> {
    /// An element with its attributes as written.
    Element(Tag, &'a str),
    /// Text in which references stand.
    Text(&'a str),
    /// Text as meant: of a script, a style.
    Raw(&'a str),
}

/// A node. Nodes stand in the order of the page, so the nodes below one are those up to its `end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// The element it stands in; the root stands in itself.
    pub parent: NodeId,
    /// One past its last descendant.
    pub end: NodeId,
}

impl Node<'_> {
    /// The kind of element; `None` for text.
    pub(crate) fn tag(&self) -> Option<Tag> {
        match self.kind {
            Kind::Element(tag, _) => Some(tag),
            _ => None,
        }
    }
}

/// A page as a tree, whose root is a node of its own around everything.
#[derive(Clone, Debug)]
pub(crate) struct Tree<'a> {
    /// The nodes in the order of the page.
    pub nodes: Vec<Node<'a>>,
}

impl<'a> Tree<'a> {
    /// Builds the tree of a page or a piece of one.
    pub(crate) fn parse(source: &'a str) -> Self {
        let mut builder = Builder::new();
        let mut tokens = Tokens::new(source, Dialect::Html);
        while let Some(token) = tokens.next() {
            match token {
                Token::Start { name, attributes, empty } => {
                    let tag = Tag::of(name);
                    builder.start(tag, attributes, empty);
                    if tag.is_raw() {
                        builder.raw(tag, &mut tokens, name);
                    }
                }
                Token::End(name) => builder.end(Tag::of(name)),
                Token::Text(text) => builder.text(Kind::Text(text)),
                Token::Literal(text) => builder.text(Kind::Raw(text)),
                Token::Aside(_) => {}
            }
        }
        builder.finish()
    }

    /// The node at a place; the root where there is none.
    pub(crate) fn node(&self, id: NodeId) -> &Node<'a> {
        const NOTHING: Node<'static> = Node { kind: Kind::Raw(""), parent: 0, end: 0 };
        self.nodes.get(id).unwrap_or(&NOTHING)
    }

    /// The element of a node and its attributes.
    pub(crate) fn element(&self, id: NodeId) -> Option<(Tag, &'a str)> {
        match self.node(id).kind {
            Kind::Element(tag, attributes) => Some((tag, attributes)),
            _ => None,
        }
    }

    /// Every element with its attributes, in the order of the page.
    pub(crate) fn elements(&self) -> impl Iterator<Item = (NodeId, Tag, &'a str)> {
        self.nodes.iter().enumerate().filter_map(|(id, node)| match node.kind {
            Kind::Element(tag, attributes) => Some((id, tag, attributes)),
            _ => None,
        })
    }

    /// An attribute of an element.
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<Cow<'a, str>> {
        attribute(self.element(id)?.1, name)
    }

    /// An element and those it stands in, innermost first, without the root.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(id), |&id| Some(self.node(id).parent)).take_while(|&id| id != 0)
    }

    /// The raw content of a script or a title.
    pub(crate) fn raw(&self, id: NodeId) -> &'a str {
        match self.node(id + 1).kind {
            Kind::Raw(text) | Kind::Text(text) if self.node(id).end > id + 1 => text,
            _ => "",
        }
    }

    /// The words below a node, white space collapsed.
    pub(crate) fn words(&self, id: NodeId) -> String {
        let mut words = String::new();
        for node in self.nodes.get(id..self.node(id).end).unwrap_or_default() {
            match node.kind {
                Kind::Text(text) => words.push_str(&crate::markup::decode(text)),
                Kind::Element(tag, _) if !tag.is_inline() || tag == Tag::Br => words.push(' '),
                _ => {}
            }
        }
        single_spaced(&words)
    }
}

struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    open: Vec<(NodeId, Tag)>,
    /// Open elements past the deepest level, which end without being in `open`.
    beyond: usize,
    has_body: bool,
}

impl<'a> Builder<'a> {
    fn new() -> Self {
        let root = Node { kind: Kind::Element(Tag::Html, ""), parent: 0, end: 0 };
        Self { nodes: vec![root], open: Vec::new(), beyond: 0, has_body: false }
    }

    fn current(&self) -> NodeId {
        self.open.last().map_or(0, |&(id, _)| id)
    }

    fn push(&mut self, kind: Kind<'a>) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { kind, parent: self.current(), end: id + 1 });
        id
    }

    fn text(&mut self, kind: Kind<'a>) {
        self.push(kind);
    }

    fn raw(&mut self, tag: Tag, tokens: &mut Tokens<'a>, name: &str) {
        match tokens.until_end_of(name) {
            Some(text) => {
                let kind = if matches!(tag, Tag::Title | Tag::Textarea) {
                    Kind::Text(text)
                } else {
                    Kind::Raw(text)
                };
                self.push(kind);
            }
            // Without an end a script runs to the end of the page; a title is taken to end at once.
            None if matches!(tag, Tag::Title | Tag::Textarea | Tag::Iframe) => self.end(tag),
            None => while tokens.next().is_some() {},
        }
    }

    /// Ends every open element from the one at `depth` on.
    fn close_from(&mut self, depth: usize) {
        let end = self.nodes.len();
        for (id, _) in self.open.drain(depth.min(self.open.len())..) {
            if let Some(node) = self.nodes.get_mut(id) {
                node.end = end;
            }
        }
    }

    /// The innermost open element that `wanted` meets, not past one that `barrier` meets.
    fn find(&self, wanted: impl Fn(Tag) -> bool, barrier: impl Fn(Tag) -> bool) -> Option<usize> {
        for (depth, &(_, tag)) in self.open.iter().enumerate().rev() {
            if wanted(tag) {
                return Some(depth);
            }
            if barrier(tag) {
                return None;
            }
        }
        None
    }

    fn close(&mut self, wanted: impl Fn(Tag) -> bool, barrier: impl Fn(Tag) -> bool) {
        if let Some(depth) = self.find(wanted, barrier) {
            self.close_from(depth);
        }
    }

    /// Ends what the start of an element ends without a tag of its own.
    fn imply(&mut self, tag: Tag) {
        if tag.ends_paragraph() {
            self.close(|open| open == Tag::P, |open| open.is_scope() || open == Tag::Button);
        }
        let lists = |open: Tag| open.is_scope() || matches!(open, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl);
        match tag {
            Tag::Li => self.close(|open| open == Tag::Li, lists),
            Tag::Dd | Tag::Dt => self.close(|open| matches!(open, Tag::Dd | Tag::Dt), lists),
            Tag::Option | Tag::Optgroup => self.close(|open| open == Tag::Option, |open| open == Tag::Select),
            Tag::A => self.close(|open| open == Tag::A, |open| !open.is_formatting()),
            Tag::Td | Tag::Th => {
                self.close(|open| matches!(open, Tag::Td | Tag::Th), |open| open == Tag::Table)
            }
            Tag::Tr => self.close(|open| open == Tag::Tr, |open| open == Tag::Table),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.close(
                    |open| matches!(open, Tag::Tbody | Tag::Thead | Tag::Tfoot),
                    |open| open == Tag::Table,
                );
            }
            Tag::Body => self.close(|open| open == Tag::Head, |_| false),
            _ if tag.heading().is_some()
                && self.open.last().is_some_and(|(_, open)| open.heading().is_some()) =>
            {
                self.close_from(self.open.len() - 1);
            }
            _ => {}
        }
        if tag.ends_paragraph() && self.open.last().is_some_and(|&(_, open)| open == Tag::Head) {
            self.close_from(self.open.len() - 1);
        }
    }

    fn start(&mut self, tag: Tag, attributes: &'a str, empty: bool) {
        // A second one adds nothing and would hide the first one's end.
        if (tag == Tag::Body && self.has_body) || (tag == Tag::Html && !self.open.is_empty()) {
            return;
        }
        self.has_body |= tag == Tag::Body;
        self.imply(tag);
        let id = self.push(Kind::Element(tag, attributes));
        // Components and drawings are written with `/>`; elements of pages do not end by it.
        if tag.is_void() || (empty && matches!(tag, Tag::Other | Tag::Svg)) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        self.open.push((id, tag));
    }

    fn end(&mut self, tag: Tag) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        match tag {
            // What follows still belongs to the page.
            Tag::Body | Tag::Html => {}
            Tag::Br => {
                self.push(Kind::Element(Tag::Br, ""));
            }
            Tag::P => match self.find(|open| open == Tag::P, |open| open.is_scope()) {
                Some(depth) => self.close_from(depth),
                // As in browsers, it leaves an empty paragraph, which parts the words around it.
                None => {
                    self.push(Kind::Element(Tag::P, ""));
                }
            },
            _ if tag.heading().is_some() => self.close(|open| open.heading().is_some(), Tag::is_scope),
            _ if tag.is_formatting() => self.close(|open| open == tag, |open| !open.is_inline()),
            _ if tag.is_table_part() => {
                self.close(|open| open == tag, |open| open == Tag::Table && tag != Tag::Table)
            }
            Tag::Li => {
                self.close(|open| open == tag, |open| open.is_scope() || matches!(open, Tag::Ul | Tag::Ol))
            }
            Tag::Other => self.close(|open| open == tag, |open| open.is_scope() || !open.is_inline()),
            _ => self.close(|open| open == tag, |open| open.is_scope() && open != Tag::Body),
        }
    }

    fn finish(mut self) -> Tree<'a> {
        self.close_from(0);
        let end = self.nodes.len();
        if let Some(root) = self.nodes.first_mut() {
            root.end = end;
        }
        Tree { nodes: self.nodes }
    }
}
