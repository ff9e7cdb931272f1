//! RSS, Atom, RDF and their kin, malformed as they come.
//!
//! Not an XML parser: an undefined prefix, a bare `&`, an unclosed element or markup that was not escaped is read for
//! what it was meant to be. Entities that the document declares are resolved once, not within each other, so that
//! they cannot grow without bound.

use crate::encoding;
use crate::entry::{self, Body, is_markup};
use crate::mail::base64;
use crate::markup::{Dialect, Token, Tokens, attribute, decode};
use crate::page::Claims;
use corroborate_article::{Article, Container};
use corroborate_text::single_spaced;
use std::collections::BTreeMap;

/// One article an entry, in the order of the feed.
pub(crate) fn read(source: &str) -> Vec<Article> {
    let mut reader = Reader { declared: declared_entities(source), ..Reader::default() };
    let mut tokens = Tokens::new(source, Dialect::Xml);
    loop {
        let start = tokens.position();
        let Some(token) = tokens.next() else { break };
        reader.token(source, token, start, tokens.position());
    }
    reader.finish()
}

/// What an element of an entry gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Content,
    Summary,
    Link,
    Id,
    Author,
    Name,
    Published,
    Modified,
    Language,
}

fn field(name: &str) -> Option<Field> {
    let lower = name.to_ascii_lowercase();
    let (prefix, local) = lower.rsplit_once(':').unwrap_or(("", &lower));
    Some(match (prefix, local) {
        (
            "media" | "itunes" | "image" | "foaf" | "psc",
            "title" | "description" | "summary" | "content" | "link",
        ) => {
            return None;
        }
        (_, "title") => Field::Title,
        (_, "encoded" | "content" | "fullitem" | "body") => Field::Content,
        (_, "description" | "summary" | "abstract" | "tagline") => Field::Summary,
        (_, "link" | "origlink") => Field::Link,
        (_, "guid" | "id") => Field::Id,
        (_, "author" | "creator" | "managingeditor" | "dc:creator") => Field::Author,
        (_, "name") => Field::Name,
        (_, "pubdate" | "published" | "issued" | "date" | "created") => Field::Published,
        (_, "updated" | "modified" | "lastbuilddate") => Field::Modified,
        (_, "language") => Field::Language,
        _ => return None,
    })
}

fn is_entry(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    local.eq_ignore_ascii_case("item") || local.eq_ignore_ascii_case("entry")
}

/// The fields of an entry, or of the feed itself.
#[derive(Debug, Default)]
struct Fields {
    title: Option<String>,
    content: Option<Body>,
    summary: Option<Body>,
    link: Option<String>,
    id: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    modified: Option<String>,
    language: Option<String>,
}

/// The element whose content is being read.
#[derive(Debug)]
struct Open {
    field: Field,
    name: String,
    /// Elements of the same name within.
    depth: usize,
    /// Where its content begins.
    start: usize,
    /// Its text so far, references resolved.
    text: String,
    /// Whether elements stand in it: markup that was not escaped.
    elements: bool,
    /// Whether it says itself that it is markup or is not.
    html: Option<bool>,
    /// Whether its text is base64.
    base64: bool,
}

#[derive(Debug, Default)]
struct Reader {
    declared: BTreeMap<String, String>,
    feed: Fields,
    entries: Vec<Fields>,
    in_entry: bool,
    open: Option<Open>,
}

impl Reader {
    fn token(&mut self, source: &str, token: Token<'_>, start: usize, end: usize) {
        match token {
            Token::Start { name, attributes, empty } => {
                self.start(source, name, attributes, empty, start, end)
            }
            Token::End(name) => self.end(source, name, start),
            Token::Text(text) => {
                let text = self.resolve(text);
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
        let name = name.to_owned();
        self.open = Some(Open {
            field: found,
            name,
            depth: 0,
            start: end,
            text: String::new(),
            elements: false,
            html,
            base64,
        });
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
        let Some(mut open) = self.open.take() else { return };
        if open.base64 && !open.elements {
            open.text = encoding::decode(&base64(open.text.as_bytes()), None).text;
        }
        let raw = source.get(open.start..end).unwrap_or_default();
        let words = || single_spaced(&open.text);
        let fields = self.fields();
        let once = |slot: &mut Option<String>, value: String| {
            if slot.is_none() && !value.is_empty() {
                *slot = Some(value);
            }
        };
        match open.field {
            Field::Title => once(&mut fields.title, if open.elements { raw.to_owned() } else { words() }),
            Field::Link => once(&mut fields.link, words()),
            Field::Id => once(&mut fields.id, words()),
            Field::Published => once(&mut fields.published, words()),
            Field::Modified => once(&mut fields.modified, words()),
            Field::Language => once(&mut fields.language, words()),
            Field::Author | Field::Name => fields.authors.push(words()),
            Field::Content | Field::Summary => {
                let markup = open.elements || open.html.unwrap_or_else(|| is_markup(&open.text));
                let body = match (open.elements, markup) {
                    (true, _) => Body::Html(raw.to_owned()),
                    (false, true) => Body::Html(open.text),
                    (false, false) => Body::Text(open.text),
                };
                let slot =
                    if open.field == Field::Content { &mut fields.content } else { &mut fields.summary };
                let length = |body: &Body| match body {
                    Body::Html(text) | Body::Text(text) => text.len(),
                };
                if slot.as_ref().is_none_or(|known| length(known) < length(&body)) {
                    *slot = Some(body);
                }
            }
        }
    }

    /// Resolves references, those that the document declares first.
    fn resolve(&self, text: &str) -> String {
        if self.declared.is_empty() || !text.contains('&') {
            return decode(text).into_owned();
        }
        let mut resolved = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            let (plain, tail) = rest.split_at(at);
            resolved.push_str(&decode(plain));
            let name = tail.get(1..).and_then(|body| body.split_once(';')).map(|(name, _)| name);
            match name.and_then(|name| Some((name, self.declared.get(name)?))) {
                Some((name, value)) => {
                    resolved.push_str(value);
                    rest = tail.get(name.len() + 2..).unwrap_or_default();
                }
                None => {
                    let next =
                        tail.get(1..).and_then(|body| body.find('&')).map_or(tail.len(), |next| next + 1);
                    let (own, after) = tail.split_at(next);
                    resolved.push_str(&decode(own));
                    rest = after;
                }
            }
        }
        resolved.push_str(&decode(rest));
        resolved
    }

    fn finish(mut self) -> Vec<Article> {
        if self.open.is_some() {
            self.close("", 0);
        }
        let feed = self.feed;
        self.entries.into_iter().enumerate().map(|(place, entry)| article(place, entry, &feed)).collect()
    }
}

impl Open {
    const fn can_hold_markup(&self) -> bool {
        matches!(self.field, Field::Content | Field::Summary | Field::Title)
    }
}

fn article(place: usize, entry: Fields, feed: &Fields) -> Article {
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

/// The entities that the document type declares with a value.
fn declared_entities(source: &str) -> BTreeMap<String, String> {
    let mut declared = BTreeMap::new();
    let head = source.get(..source.len().min(1 << 16)).unwrap_or(source);
    if !head.contains("<!ENTITY") {
        return declared;
    }
    for part in head.split("<!ENTITY").skip(1).take(1000) {
        let part = part.split('>').next().unwrap_or_default();
        let mut words = part.split_whitespace();
        let (Some(name), Some(_)) = (words.next(), words.next()) else { continue };
        let quote = part.find(['"', '\'']);
        let value = quote.and_then(|at| {
            let mark = part.get(at..at + 1)?;
            part.get(at + 1..)?.split(mark).next()
        });
        if let Some(value) = value.filter(|_| !part.contains("SYSTEM") && !part.contains("PUBLIC")) {
            declared.insert(name.to_owned(), decode(value).into_owned());
        }
    }
    declared
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(source: &str) -> Vec<String> {
        read(source).into_iter().map(|article| article.text).collect()
    }

    #[test]
    fn an_item_becomes_an_article() {
        let feed = "<rss><channel><title>The Post</title><item><title>Bridge &amp; road</title>\
            <link>https://post.example/1</link><pubDate>Wed, 01 May 2024 09:40:05 GMT</pubDate>\
            <dc:creator>Ada Moe</dc:creator>\
            <description>&lt;p&gt;The bridge is closed.&lt;/p&gt;&lt;p&gt;The road is open.&lt;/p&gt;</description>\
            </item></channel></rss>";
        let articles = read(feed);
        let article = &articles[0];
        assert!(article.text.starts_with("Bridge & road\n\nThe bridge is closed.\n\nThe road is open.\n"));
        assert_eq!(article.words(article.metadata.byline[0]), "Ada Moe");
        assert_eq!(article.metadata.published.as_ref().unwrap().iso(), "2024-05-01T09:40:05");
        assert_eq!(article.metadata.outlet.as_ref().unwrap().name, "The Post");
        assert_eq!(article.metadata.url.as_deref(), Some("https://post.example/1"));
    }

    #[test]
    fn atom_with_markup_in_place() {
        let feed = "<feed><entry><title>One</title><author><name>Ada Moe</name><uri>x</uri></author>\
            <content type='xhtml'><div><p>First.</p><p>Second.</p></div></content></entry></feed>";
        let articles = read(feed);
        assert!(articles[0].text.starts_with("One\n\nFirst.\n\nSecond.\n"), "{}", articles[0].text);
        assert_eq!(articles[0].words(articles[0].metadata.byline[0]), "Ada Moe");
    }

    #[test]
    fn broken_feeds_are_read() {
        assert_eq!(texts("<rss><item><title>Fish & chips<item><title>Two</title>").len(), 2);
        assert_eq!(texts("<x:feed><x:entry><x:title>One</x:title></x:entry>"), ["One\n"]);
        assert_eq!(
            texts(
                "<!DOCTYPE rss [<!ENTITY co 'Moe &amp; Sons'>]><rss><item><title>&co; closes</title></item></rss>"
            ),
            ["Moe & Sons closes\n"]
        );
        assert_eq!(texts("<rss><item></item></rss>"), [""]);
    }

    proptest! {
        #[test]
        fn anything_is_read(source in "(<(/)?(item|title|description|b)>|&[a-z]{1,3};?|<!\\[CDATA\\[|\\]\\]>|[a-zé ]{1,4}){0,30}") {
            for article in read(&source) {
                let mut end = 0;
                for block in &article.blocks {
                    prop_assert_eq!(block.span.start(), end);
                    end = block.span.end();
                }
                prop_assert_eq!(end, article.text.len());
            }
        }
    }
}
