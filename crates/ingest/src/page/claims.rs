//! What the markup of a page claims.

use super::{json_ld, meta};
use crate::html::Tree;
use corroborate_text::single_spaced;

/// A value and the place in the markup that gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// `json-ld datePublished`, `meta article:published_time`.
    pub from: String,
    /// As written there, references resolved and white space collapsed.
    pub value: String,
}

/// An entry of a live blog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LiveEntry {
    /// When it was added, as written.
    pub moment: Option<String>,
    pub title: Option<String>,
    pub body: String,
}

/// Everything claimed, in the order of trust.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claims {
    pub titles: Vec<Claim>,
    pub descriptions: Vec<Claim>,
    pub published: Vec<Claim>,
    pub modified: Vec<Claim>,
    pub authors: Vec<Claim>,
    pub outlets: Vec<Claim>,
    pub addresses: Vec<Claim>,
    /// Addresses that the page gives for itself in passing: of the comments' feed, of a shorter copy.
    pub links: Vec<Claim>,
    pub languages: Vec<Claim>,
    /// The article's text, where the markup holds it.
    pub body: Option<String>,
    /// Whether it is said to be an entry by entry report of something going on.
    pub live: bool,
    /// Its entries, where the markup holds them.
    pub entries: Vec<LiveEntry>,
    /// Whether it is said to be an article.
    pub article: bool,
    /// Whether it is said to be a list of articles: a front page, a section, an archive.
    pub list: bool,
    /// Whether it is said not to be free to read.
    pub closed: bool,
    /// Whether it is an AMP page.
    pub amp: bool,
}

impl Claims {
    /// Adds what another source claims, to be believed less.
    pub(crate) fn append(&mut self, other: Self) {
        self.titles.extend(other.titles);
        self.descriptions.extend(other.descriptions);
        self.published.extend(other.published);
        self.modified.extend(other.modified);
        self.authors.extend(other.authors);
        self.outlets.extend(other.outlets);
        self.addresses.extend(other.addresses);
        self.links.extend(other.links);
        self.languages.extend(other.languages);
        self.body = self.body.take().or(other.body);
    }

    pub(crate) fn push(list: &mut Vec<Claim>, from: &str, value: &str) {
        let value = single_spaced(value);
        if !value.is_empty() && value.len() <= 2000 {
            list.push(Claim { from: from.to_owned(), value });
        }
    }
}

/// Collects what a page's markup claims.
pub(crate) fn collect(tree: &Tree<'_>) -> Claims {
    let mut claims = Claims::default();
    json_ld::collect(tree, &mut claims);
    meta::collect(tree, &mut claims);
    claims
}
