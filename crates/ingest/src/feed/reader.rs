//! The state of reading a feed, token by token.

use super::declared::resolve;
use super::field::{Field, field, is_entry};
use super::fields::{Fields, article};
use super::open::Open;
use crate::markup::{Token, attribute};
use corroborate_article::Article;
use std::collections::BTreeMap;

/// What was read of a feed so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    declared: BTreeMap<String, String>,
    feed: Fields,
    entries: Vec<Fields>,
    in_entry: bool,
    open: Option<Open>,
}

impl Reader {
    /// A reader of a feed that declares these entities.
    pub(super) fn new(declared: BTreeMap<String, String>) -> Self {
        Self { declared, ..Self::default() }
    }

    /// Takes in the token between `start` and `end`.
    pub(super) fn token(&mut self, source: &str, token: Token<'_>, start: usize, end: usize) {
        match token {
            Token::Start { name, attributes, empty } => {
                self.start(source, name, attributes, empty, start, end)
            }
            Token::End(name) => self.end(source, name, start),
            Token::Text(text) => {
                let text = resolve(text, &self.declared);
                if let Some(open) = &mut self.open {
                    open.text.push_str(&text);
                }
            }
            Token::Literal(text) => {
                if let Some(open) = &mut self.open {
                    open.text.push_str(text);
                }
            }
            Token::Aside(_) => {}
        }
    }

    fn start(&mut self, source: &str, name: &str, attributes: &str, empty: bool, start: usize, end: usize) {
        if let Some(open) = &mut self.open {
            let nests = open.name == name;
            let person = open.field == Field::Author;
            if person && matches!(field(name), Some(Field::Name)) && !empty {
                // The person's name is the author; the rest of the person is not.
                open.text.clear();
                open.field = Field::Name;
                open.depth = 0;
                open.name = name.to_owned();
                return;
            }
            if !nests && (is_entry(name) || (field(name).is_some() && !open.can_hold_markup())) {
                // The end tag was forgotten.
                self.close(source, start);
            } else {
                open.elements = true;
                open.depth += usize::from(nests && !empty);
                return;
            }
        }
        if is_entry(name) {
            self.in_entry = true;
            let link = attribute(attributes, "href").map(|link| link.into_owned());
            self.entries.push(Fields { link, ..Fields::default() });
            self.in_entry = !empty;
            return;
        }
        let Some(found) = field(name) else { return };
        if found == Field::Link {
            let rel = attribute(attributes, "rel").unwrap_or_default();
            if let Some(href) = attribute(attributes, "href") {
                let fields = self.fields();
                if matches!(rel.trim(), "" | "alternate") && fields.link.is_none() {
                    fields.link = Some(href.into_owned());
                }
            }
        }
        if empty || found == Field::Name {
            return;
        }
        self.open = Some(Open::new(found, name, attributes, end));
    }

    fn end(&mut self, source: &str, name: &str, start: usize) {
        if let Some(open) = &mut self.open {
            if open.name == name {
                if open.depth > 0 {
                    open.depth -= 1;
                } else {
                    self.close(source, start);
                }
                return;
            }
            if !is_entry(name) {
                return;
            }
            self.close(source, start);
        }
        if is_entry(name) {
            self.in_entry = false;
        }
    }

    fn fields(&mut self) -> &mut Fields {
        match self.entries.last_mut() {
            Some(entry) if self.in_entry => entry,
            _ => &mut self.feed,
        }
    }

    fn close(&mut self, source: &str, end: usize) {
        let Some(open) = self.open.take() else { return };
        let raw = source.get(open.start..end).unwrap_or_default();
        open.give(raw, self.fields());
    }

    /// An article for each entry.
    pub(super) fn finish(mut self) -> Vec<Article> {
        if self.open.is_some() {
            self.close("", 0);
        }
        let feed = self.feed;
        self.entries.into_iter().enumerate().map(|(place, entry)| article(place, entry, &feed)).collect()
    }
}
