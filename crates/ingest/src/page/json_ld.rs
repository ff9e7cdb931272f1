//! schema.org in JSON-LD.

use super::{Claims, LiveEntry};
use crate::html::{Tag, Tree};
use crate::markup::{attribute, decode};
use corroborate_text::single_spaced;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Reads every JSON-LD script of a page; the first object that is an article speaks.
pub(crate) fn collect(tree: &Tree<'_>, claims: &mut Claims) {
    let mut values = Vec::new();
    for (id, tag, attributes) in tree.elements() {
        let is_json_ld = tag == Tag::Script
            && attribute(attributes, "type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"));
        if is_json_ld {
            values.extend(parse(tree.raw(id)));
        }
    }
    let mut objects = Vec::new();
    values.iter().for_each(|value| gather(value, &mut objects));
    let is_list = |object: &&Object| {
        let types = object.get("@type").map(strings).unwrap_or_default();
        types.iter().any(|kind| matches!(kind.as_str(), "CollectionPage" | "SearchResultsPage"))
    };
    claims.list |= objects.iter().any(is_list);
    let named = |id: &str| objects.iter().copied().find(|object| text(object, "@id").as_deref() == Some(id));
    let mut articles: Vec<(u8, &Object)> =
        objects.iter().filter_map(|&object| Some((rank(object)?, object))).collect();
    articles.sort_by_key(|&(rank, _)| rank);
    for (rank, article) in articles {
        read(article, rank, &named, claims);
    }
}

/// How well an object's type says that it is the article; `None` for what is none.
fn rank(object: &Object) -> Option<u8> {
    let types = strings(object.get("@type")?);
    types
        .iter()
        .filter_map(|kind| {
            let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or(kind);
            Some(match kind {
                "WebPage" | "ItemPage" => 2,
                "Blog" | "WebSite" => return None,
                "LiveBlogPosting" | "Report" | "Review" => 0,
                _ if kind.ends_with("Article")
                    || kind.ends_with("BlogPosting")
                    || kind.ends_with("Posting") =>
                {
                    0
                }
                "VideoObject" | "CreativeWork" | "Recipe" => 1,
                _ => return None,
            })
        })
        .min()
}

fn read<'a>(object: &Object, rank: u8, named: &impl Fn(&str) -> Option<&'a Object>, claims: &mut Claims) {
    let value = |key: &str| text(object, key);
    claims.article |= rank == 0;
    let mut push = |list: fn(&mut Claims) -> &mut Vec<super::Claim>, key: &str| {
        if let Some(value) = value(key) {
            Claims::push(list(claims), &format!("json-ld {key}"), &value);
        }
    };
    if rank < 2 {
        push(|claims| &mut claims.titles, "headline");
        if rank == 1 {
            push(|claims| &mut claims.titles, "name");
        }
        push(|claims| &mut claims.descriptions, "description");
        push(|claims| &mut claims.languages, "inLanguage");
    }
    push(|claims| &mut claims.published, "datePublished");
    push(|claims| &mut claims.published, "dateCreated");
    push(|claims| &mut claims.modified, "dateModified");
    if rank == 0 {
        push(|claims| &mut claims.addresses, "url");
        for key in ["author", "creator"] {
            if let Some(value) = object.get(key) {
                for name in names(value, named, 0) {
                    Claims::push(&mut claims.authors, &format!("json-ld {key}"), &name);
                }
            }
        }
        if let Some(publisher) = object.get("publisher") {
            for name in names(publisher, named, 0) {
                Claims::push(&mut claims.outlets, "json-ld publisher", &name);
            }
        }
        let body = text(object, "articleBody")
            .filter(|body| body.len() > claims.body.as_ref().map_or(0, String::len));
        if let Some(body) = body {
            claims.body = Some(body);
        }
        let types = object.get("@type").map(strings).unwrap_or_default();
        claims.live |= types.iter().any(|kind| kind.ends_with("LiveBlogPosting"));
        if let Some(updates) = object.get("liveBlogUpdate").filter(|_| claims.entries.is_empty()) {
            claims.entries = entries(updates);
        }
        let free = object.get("isAccessibleForFree");
        claims.closed |= match free {
            Some(Value::Bool(free)) => !free,
            Some(Value::String(free)) => free.eq_ignore_ascii_case("false"),
            _ => false,
        };
    }
}

/// The entries of a live blog that have words.
fn entries(updates: &Value) -> Vec<LiveEntry> {
    let updates = match updates {
        Value::Array(updates) => updates.as_slice(),
        one => std::slice::from_ref(one),
    };
    let entry = |update: &Value| {
        let object = update.as_object()?;
        let title =
            text(object, "headline").map(|title| single_spaced(&title)).filter(|title| !title.is_empty());
        let body = text(object, "articleBody").unwrap_or_default();
        let moment = text(object, "datePublished").or_else(|| text(object, "dateCreated"));
        (title.is_some() || !body.trim().is_empty()).then_some(LiveEntry { moment, title, body })
    };
    updates.iter().filter_map(entry).collect()
}

/// The names of people or organisations, given as strings, objects or references.
fn names<'a>(value: &Value, named: &impl Fn(&str) -> Option<&'a Object>, depth: u8) -> Vec<String> {
    match value {
        Value::String(name) => vec![decode(name).into_owned()],
        Value::Array(values) if depth < 4 => {
            values.iter().flat_map(|value| names(value, named, depth + 1)).collect()
        }
        Value::Object(object) => match object.get("name") {
            Some(name) => strings(name).into_iter().map(|name| decode(&name).into_owned()).collect(),
            None => {
                let target = text(object, "@id").and_then(|id| named(&id));
                target.and_then(|target| target.get("name")).map(strings).unwrap_or_default()
            }
        },
        _ => Vec::new(),
    }
}

fn text(object: &Object, key: &str) -> Option<String> {
    let value = object.get(key)?;
    let value = match value {
        Value::Object(inner) => inner.get("@value").or_else(|| inner.get("@id"))?,
        Value::Array(values) => values.first()?,
        other => other,
    };
    match value {
        Value::String(text) => Some(decode(text).into_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

/// Every object that may be the article: the top ones, those of a graph, and what a page is mainly about.
fn gather<'a>(value: &'a Value, objects: &mut Vec<&'a Object>) {
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.iter().rev().map(|value| (value, depth + 1))),
            Value::Object(object) => {
                objects.push(object);
                let inner = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"];
                let depth = depth + 1;
                let below =
                    inner.iter().take(if depth < 4 { 3 } else { 0 }).filter_map(|key| object.get(*key));
                open.extend(below.map(|value| (value, depth)));
                // Authors are often named by reference to an object beside the article.
            }
            _ => {}
        }
    }
}

/// JSON as pages hold it: within comments, with raw line breaks in strings, with a comma or semicolon too many.
fn parse(source: &str) -> Option<Value> {
    let mut source = source.trim();
    for (open, close) in
        [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("/*<![CDATA[*/", "/*]]>*/")]
    {
        source = source.strip_prefix(open).unwrap_or(source);
        source = source.strip_suffix(close).unwrap_or(source).trim();
    }
    source = source.trim_end_matches(';');
    serde_json::from_str(source).ok().or_else(|| serde_json::from_str(&mended(source)).ok())
}

/// Control characters within strings become spaces, commas before a closing bracket go.
fn mended(source: &str) -> String {
    let mut mended = String::with_capacity(source.len());
    let (mut quoted, mut escaped) = (false, false);
    for letter in source.chars() {
        if quoted {
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            mended.push(if letter.is_control() { ' ' } else { letter });
            continue;
        }
        if matches!(letter, ']' | '}') {
            let kept = mended.trim_end();
            if kept.ends_with(',') {
                let length = kept.len() - 1;
                mended.truncate(length);
            }
        }
        quoted = letter == '"';
        mended.push(letter);
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(json: &str) -> Claims {
        let page = format!("<script type='application/ld+json'>{json}</script>");
        let mut claims = Claims::default();
        collect(&Tree::parse(&page), &mut claims);
        claims
    }

    #[test]
    fn an_article_in_a_graph_with_an_author_by_reference() {
        let found = claims(
            r##"{"@graph":[{"@type":"NewsArticle","headline":"Bridge &amp; road","author":{"@id":"#a"},
            "datePublished":"2024-05-01T10:00:00Z"},{"@id":"#a","@type":"Person","name":"Ada Moe"}]}"##,
        );
        assert_eq!(found.titles[0].value, "Bridge & road");
        assert_eq!(found.authors[0].value, "Ada Moe");
        assert_eq!(found.published[0].from, "json-ld datePublished");
    }

    #[test]
    fn broken_json_is_mended() {
        let found = claims("{\"@type\":\"Article\",\"headline\":\"Two\nlines\",}");
        assert_eq!(found.titles[0].value, "Two lines");
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        assert!(claims(&"[".repeat(100_000)).titles.is_empty());
    }

    #[test]
    fn the_entries_of_a_live_blog_are_kept_apart() {
        let found = claims(
            r#"{"@type":"LiveBlogPosting","headline":"Bridge","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Opened  again","datePublished":"2024-05-01T10:00Z","articleBody":"It is."},
            {"@type":"BlogPosting"}, 7]}"#,
        );
        assert!(found.live);
        assert_eq!(found.entries.len(), 1);
        assert_eq!(found.entries[0].title.as_deref(), Some("Opened again"));
    }
}
