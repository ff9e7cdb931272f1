//! An element of a feed whose content is being read.

use super::field::Field;
use super::fields::Fields;
use crate::encoding;
use crate::entry::{Body, is_markup};
use crate::mail::base64;
use crate::markup::attribute;
use corroborate_text::single_spaced;

/// The element whose content is being read.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) field: Field,
    pub(super) name: String,
    /// Elements of the same name within.
    pub(super) depth: usize,
    /// Where its content begins.
    pub(super) start: usize,
    /// Its text so far, references resolved.
    pub(super) text: String,
    /// Whether elements stand in it: markup that was not escaped.
    pub(super) elements: bool,
    /// Whether it says itself that it is markup or is not.
    pub(super) html: Option<bool>,
    /// Whether its text is base64.
    pub(super) base64: bool,
}

impl Open {
    /// The element of this field, whose content begins at `start`.
    pub(super) fn new(field: Field, name: &str, attributes: &str, start: usize) -> Self {
        let kind = attribute(attributes, "type").or_else(|| attribute(attributes, "mode"));
        let base64 = attribute(attributes, "mode").is_some_and(|mode| mode.eq_ignore_ascii_case("base64"))
            || (kind.as_deref().is_some_and(|kind| kind == "application/octet-stream"));
        let html = kind.and_then(|kind| {
            let kind = kind.to_ascii_lowercase();
            if kind.contains("html") || kind == "escaped" {
                Some(true)
            } else if kind == "text" || kind == "text/plain" {
                Some(false)
            } else {
                None
            }
        });
        Self {
            field,
            name: name.to_owned(),
            depth: 0,
            start,
            text: String::new(),
            elements: false,
            html,
            base64,
        }
    }

    /// Puts what it holds, `raw` in the source, into the fields where it is the first to say so.
    pub(super) fn give(mut self, raw: &str, fields: &mut Fields) {
        if self.base64 && !self.elements {
            self.text = encoding::decode(&base64(self.text.as_bytes()), None).text;
        }
        let words = || single_spaced(&self.text);
        let once = |slot: &mut Option<String>, value: String| {
            if slot.is_none() && !value.is_empty() {
                *slot = Some(value);
            }
        };
        match self.field {
            Field::Title => once(&mut fields.title, if self.elements { raw.to_owned() } else { words() }),
            Field::Link => once(&mut fields.link, words()),
            Field::Id => once(&mut fields.id, words()),
            Field::Published => once(&mut fields.published, words()),
            Field::Modified => once(&mut fields.modified, words()),
            Field::Language => once(&mut fields.language, words()),
            Field::Author | Field::Name => fields.authors.push(words()),
            Field::Content | Field::Summary => {
                let markup = self.elements || self.html.unwrap_or_else(|| is_markup(&self.text));
                let body = match (self.elements, markup) {
                    (true, _) => Body::Html(raw.to_owned()),
                    (false, true) => Body::Html(self.text),
                    (false, false) => Body::Text(self.text),
                };
                let slot =
                    if self.field == Field::Content { &mut fields.content } else { &mut fields.summary };
                let length = |body: &Body| match body {
                    Body::Html(text) | Body::Text(text) => text.len(),
                };
                if slot.as_ref().is_none_or(|known| length(known) < length(&body)) {
                    *slot = Some(body);
                }
            }
        }
    }

    /// Whether markup may stand in it.
    pub(super) const fn can_hold_markup(&self) -> bool {
        matches!(self.field, Field::Content | Field::Summary | Field::Title)
    }
}
