//! JSON feeds, articles as JSON, JSON Lines.

use crate::entry::{self, Body, is_markup};
use crate::page::{Claim, Claims};
use corroborate_article::{Article, Container, Diagnostic};
use serde_json::{Map, Value};

/// Keys in lower case and the field each gives; of several for one field the first in the table is taken.
const TABLE: &str = include_str!("../data/fields.tsv");

/// Reads one JSON value: a JSON Feed, an article, or a list of articles.
pub(crate) fn read(source: &str) -> Result<Vec<Article>, String> {
    let value: Value = serde_json::from_str(source).map_err(|error| format!("not valid JSON: {error}"))?;
    let none = || "JSON, but neither a feed nor an article".to_owned();
    let articles: Vec<Article> = match &value {
        Value::Object(object) => match object.get("items").and_then(Value::as_array) {
            Some(items) => {
                numbered(items.iter().filter_map(Value::as_object).map(|item| feed_item(item, object)))
            }
            None => article(object).filter(|article| is_text(object, article)).into_iter().collect(),
        },
        Value::Array(values) => numbered(values.iter().filter_map(Value::as_object).filter_map(article)),
        _ => Vec::new(),
    };
    if articles.is_empty() { Err(none()) } else { Ok(articles) }
}

/// Reads an object a line. A line that is none gives no article and a remark on the next or last one that is.
pub(crate) fn read_lines(source: &str) -> Result<Vec<Article>, String> {
    let mut articles: Vec<Article> = Vec::new();
    let mut broken = 0usize;
    for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let parsed = serde_json::from_str::<Value>(line.trim_start_matches('\u{FEFF}')).ok();
        match parsed.as_ref().and_then(Value::as_object).and_then(article) {
            Some(mut article) => {
                article.source.path = format!("#{}", number + 1);
                articles.push(article);
            }
            None => broken += 1,
        }
    }
    match articles.first_mut() {
        Some(first) if broken > 0 => {
            let remark = format!("{broken} lines of the file hold no article and were passed over");
            first.diagnostics.push(Diagnostic::warning(remark));
        }
        Some(_) => {}
        None => return Err("no line is an article".to_owned()),
    }
    Ok(articles)
}

fn numbered(articles: impl Iterator<Item = Article>) -> Vec<Article> {
    let mut articles: Vec<Article> = articles.collect();
    for (place, article) in articles.iter_mut().enumerate() {
        article.source.path = format!("#{}", place + 1);
    }
    articles
}

/// An item of a JSON Feed; it is one whether it has a text or not.
fn feed_item(item: &Map<String, Value>, feed: &Map<String, Value>) -> Article {
    let mut fields = Fields::of(item);
    for (slot, from) in [("outlet", "title"), ("language", "language")] {
        if let Some(value) = feed.get(from).and_then(Value::as_str) {
            fields.push(slot, &format!("feed {from}"), value);
        }
    }
    if fields.claims.authors.is_empty() {
        for key in ["authors", "author"] {
            feed.get(key)
                .into_iter()
                .flat_map(names)
                .for_each(|name| fields.push("author", "feed author", &name));
        }
    }
    fields.article(Container::Feed)
}

/// An object with a text is an article.
fn article(object: &Map<String, Value>) -> Option<Article> {
    let fields = Fields::of(object);
    fields.body.is_some().then(|| fields.article(Container::JsonLines))
}

/// Whether a file that holds one object is an article: a few words under such a key are a label of something else,
/// unless a title stands beside them.
fn is_text(object: &Map<String, Value>, article: &Article) -> bool {
    Fields::of(object).title.is_some() || article.text.split_whitespace().count() >= LEAST_WORDS
}

/// Fewest words of a text without a title.
const LEAST_WORDS: usize = 5;

#[derive(Default)]
struct Fields {
    title: Option<String>,
    body: Option<Body>,
    summary: Option<String>,
    claims: Claims,
}

impl Fields {
    fn of(object: &Map<String, Value>) -> Self {
        let mut fields = Self::default();
        for (known, field) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
            let Some((key, value)) = object.iter().find(|(key, _)| key.eq_ignore_ascii_case(known)) else {
                continue;
            };
            match field {
                "author" => {
                    names(value)
                        .into_iter()
                        .for_each(|name| fields.push(field, &format!("field {key}"), &name));
                }
                _ => {
                    if let Some(text) = text(value) {
                        fields.push(field, &format!("field {key}"), &text);
                    }
                }
            }
        }
        fields
    }

    fn push(&mut self, field: &str, from: &str, value: &str) {
        let claims = &mut self.claims;
        let list: &mut Vec<Claim> = match field {
            "title" => {
                self.title.get_or_insert_with(|| value.to_owned());
                return;
            }
            "text" | "html" => {
                if self.body.is_none() && !value.trim().is_empty() {
                    let markup = field == "html" || is_markup(value);
                    self.body = Some(if markup {
                        Body::Html(value.to_owned())
                    } else {
                        Body::Text(value.to_owned())
                    });
                }
                return;
            }
            "summary" => {
                self.summary.get_or_insert_with(|| value.to_owned());
                return;
            }
            "published" => &mut claims.published,
            "modified" => &mut claims.modified,
            "author" => &mut claims.authors,
            "address" => &mut claims.addresses,
            "outlet" => &mut claims.outlets,
            "language" => &mut claims.languages,
            _ => return,
        };
        Claims::push(list, from, value);
    }

    fn article(self, container: Container) -> Article {
        let body = self.body.or(self
            .summary
            .map(|summary| if is_markup(&summary) { Body::Html(summary) } else { Body::Text(summary) }));
        entry::article(self.title.as_deref(), body, &self.claims, container)
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let parts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }
        Value::Object(object) => {
            object.get("name").or_else(|| object.get("title"))?.as_str().map(str::to_owned)
        }
        _ => None,
    }
}

fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(text).collect(),
        other => text(other).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_json_feed_gives_its_items() {
        let feed = r#"{"version":"https://jsonfeed.org/version/1","title":"The Post","items":[
            {"title":"Bridge","content_html":"<p>Closed.</p><script>x</script>","authors":[{"name":"Ada Moe"}]},
            {"content_text":"Open."}]}"#;
        let articles = read(feed).unwrap();
        assert_eq!(articles.len(), 2);
        assert!(articles[0].text.starts_with("Bridge\n\nClosed.\n"));
        assert_eq!(articles[0].words(articles[0].metadata.byline[0]), "Ada Moe");
        assert_eq!(articles[1].source.path, "#2");
    }

    #[test]
    fn what_has_no_text_is_no_article() {
        assert!(read("{\"claims\":[]}").is_err());
        assert!(read("[1,2]").is_err());
        assert!(read("{\"text\": 1").is_err());
    }

    #[test]
    fn a_label_is_no_text() {
        assert!(read(r#"{"story": "harbour-fire", "documents": {"a": "a.txt"}}"#).is_err());
    }

    #[test]
    fn lines_that_are_broken_are_passed_over() {
        let lines =
            "{\"headline\":\"Bridge\",\"text\":\"It is closed.\"}\nnot json\n{\"body\":\"Another.\"}\n";
        let articles = read_lines(lines).unwrap();
        assert_eq!(articles.len(), 2);
        assert_eq!(articles[1].source.path, "#3");
        assert!(articles[0].diagnostics[0].message.contains("1 lines"));
    }
}
