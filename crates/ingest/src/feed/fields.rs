//! The fields of an entry, and the article that they make.

use crate::entry::{self, Body};
use crate::page::Claims;
use corroborate_article::{Article, Container};

/// The fields of an entry, or of the feed itself.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) title: Option<String>,
    pub(super) content: Option<Body>,
    pub(super) summary: Option<Body>,
    pub(super) link: Option<String>,
    pub(super) id: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) language: Option<String>,
}

/// The article of an entry, at its place in the feed.
pub(super) fn article(place: usize, entry: Fields, feed: &Fields) -> Article {
    let mut claims = Claims::default();
    let mut push =
        |list: fn(&mut Claims) -> &mut Vec<crate::page::Claim>, from: &str, value: Option<&String>| {
            if let Some(value) = value {
                Claims::push(list(&mut claims), from, value);
            }
        };
    push(|claims| &mut claims.published, "feed published", entry.published.as_ref());
    push(|claims| &mut claims.modified, "feed updated", entry.modified.as_ref());
    for author in &entry.authors {
        push(|claims| &mut claims.authors, "feed author", Some(&without_address(author)));
    }
    if entry.authors.is_empty() {
        for author in &feed.authors {
            push(|claims| &mut claims.authors, "feed author", Some(&without_address(author)));
        }
    }
    push(|claims| &mut claims.outlets, "feed title", feed.title.as_ref());
    let is_address = |id: &&String| id.starts_with("http");
    let link = entry.link.as_ref().or_else(|| entry.id.as_ref().filter(is_address));
    push(|claims| &mut claims.addresses, "feed link", link);
    push(|claims| &mut claims.languages, "feed language", entry.language.as_ref().or(feed.language.as_ref()));
    let body = entry.content.or(entry.summary);
    let mut article = entry::article(entry.title.as_deref(), body, &claims, Container::Feed);
    article.source.path = format!("#{}", place + 1);
    article
}

/// `desk@post.example (Ada Moe)` and `Ada Moe <desk@post.example>` are Ada Moe.
fn without_address(author: &str) -> String {
    if let Some((address, name)) = author.split_once('(')
        && address.contains('@')
    {
        return name.trim_end_matches(')').trim().to_owned();
    }
    let name = author.split('<').next().unwrap_or(author);
    name.trim().to_owned()
}
