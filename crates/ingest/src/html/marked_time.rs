//! Moments that the markup gives on the page itself, beside what a reader sees.

use super::content::Content;
use super::flow::Flow;
use super::tag::Tag;
use super::tree::Tree;
use crate::markup::{attributes, decode};
use corroborate_article::Role;
use std::borrow::Cow;

/// Names of attributes that give a moment, as they are without marks and `data` before them, and what it is.
const TABLE: &str = include_str!("../../data/time-attributes.tsv");

/// Dates that `time` elements, microdata and attributes give near the article.
#[derive(Debug)]
pub(crate) struct MarkedTime {
    /// What kind of markup gives it.
    pub from: &'static str,
    /// The attribute, or the words shown.
    pub value: String,
    /// Whether it is named as that of the last change.
    pub modified: bool,
}

/// The moments of a page, those to be believed first before the others.
pub(crate) fn marked_times(
    tree: &Tree<'_>,
    flow: &Flow,
    content: &Content,
    headline: Option<usize>,
) -> Vec<MarkedTime> {
    let aside = |id: usize| {
        let mut ancestors = tree.ancestors(id);
        ancestors.any(|id| {
            flow.zones
                .get(id)
                .and_then(|zone| zone.role)
                .is_some_and(|role| matches!(role, Role::Related | Role::CommentPrompt))
        })
    };
    let end = tree.node(content.root).end;
    let headline = headline.and_then(|at| flow.lines.get(at)).map_or(0, |line| line.first);
    let mut times: Vec<(u8, MarkedTime)> = Vec::new();
    for (id, tag, attributes) in tree.elements() {
        for Given { named, modified, value } in given(tag, attributes) {
            let away = aside(id);
            if !named && (id >= end || away) {
                continue;
            }
            let value = value.or_else(|| {
                let value = ["datetime", "content", "title"].iter().find_map(|name| tree.attribute(id, name));
                value.filter(|value| value.bytes().any(|byte| byte.is_ascii_digit()))
            });
            let value = match value {
                Some(value) => value.into_owned(),
                // What holds half the page is named wrongly.
                None if tree.node(id).end - id > 40 => continue,
                None => tree.words(id),
            };
            let from = match (named, modified) {
                (true, false) => "microdata datePublished",
                (_, true) => "time modified",
                (false, false) => "time",
            };
            // What stands above the headline may be a list of other articles.
            let rank = match (named, away, id > headline) {
                (true, false, _) => 0,
                (true, true, _) => 1,
                (false, _, true) => 2,
                (false, _, false) => 3,
            };
            times.push((rank, MarkedTime { from, value, modified }));
        }
    }
    times.sort_by_key(|&(rank, _)| rank);
    times.into_iter().map(|(_, time)| time).collect()
}

/// A moment that an element gives.
struct Given<'a> {
    /// Whether it is named as that of publication or change.
    named: bool,
    modified: bool,
    /// The value, where it stands in an attribute of its own.
    value: Option<Cow<'a, str>>,
}

/// The moments that an element gives by what the page calls it: `time`, properties of schema.org and Dublin Core,
/// the classes of microformats, attributes of its own.
fn given<'a>(tag: Tag, source: &'a str) -> Vec<Given<'a>> {
    let mut found = Vec::new();
    if tag == Tag::Meta && !source.contains("itemprop") {
        return found;
    }
    let (mut published, mut modified, mut plain) = (false, false, tag == Tag::Time);
    let titled = source.contains("title");
    for (name, value) in attributes(source) {
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
        let words = || value.split_ascii_whitespace();
        if is("itemprop") || is("property") {
            let bare = |word: &str| word.rsplit([':', '/']).next().map(str::to_ascii_lowercase);
            for word in words().filter_map(bare) {
                published |= matches!(word.as_str(), "datepublished" | "issued" | "published_time");
                // Dublin Core's `date` and `created` are given of comments, too, and of users.
                plain |= is("property") && matches!(word.as_str(), "date" | "created" | "datecreated");
                modified |= matches!(word.as_str(), "datemodified" | "modified" | "modified_time");
            }
        } else if is("pubdate") && tag == Tag::Time {
            published = true;
        } else if is("class") {
            for word in words() {
                let word = word.to_ascii_lowercase();
                if tag == Tag::Time {
                    let change = word.contains("updated") || word.contains("modified");
                    modified |= change && !word.contains("published");
                }
                published |= titled && matches!(word.as_str(), "published" | "dt-published" | "dtstamp");
                modified |= titled && matches!(word.as_str(), "updated" | "dt-updated");
            }
            // `entry-date published updated` is a post that was never changed.
            modified &= !value.to_ascii_lowercase().contains("published");
        } else if let Some(modified) = by_attribute(name).filter(|_| has_date(value)) {
            // Teasers of other articles bear such attributes, too.
            found.push(Given { named: false, modified, value: Some(decode(value)) });
        }
    }
    let modified = modified && !published;
    if published || modified || plain {
        found.push(Given { named: published || modified, modified, value: None });
    }
    found
}

/// Whether an attribute of this name gives the moment of a change; `None` where it gives none.
fn by_attribute(name: &str) -> Option<bool> {
    // Most attributes are `class`, `href`, `src`.
    if !(7..=32).contains(&name.len()) {
        return None;
    }
    let folded: String =
        name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    let bare = folded.strip_prefix("data").unwrap_or(&folded);
    let mut rows = TABLE.lines().filter_map(|line| line.split_once('\t'));
    rows.find(|(known, _)| *known == bare).map(|(_, what)| what == "modified")
}

/// Whether a value may be a moment: a year among its figures, or seconds since 1970.
fn has_date(value: &str) -> bool {
    let figures = value.bytes().filter(u8::is_ascii_digit).count();
    (5..=24).contains(&figures) && value.len() <= 60
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(source: &str) -> Vec<(bool, String)> {
        let found = given(Tag::Span, source).into_iter();
        found.filter_map(|given| Some((given.modified, given.value?.into_owned()))).collect()
    }

    #[test]
    fn attributes_of_their_own_give_moments() {
        let cases = [
            ("publishdate='2024-05-01T09:40Z'", false),
            ("data-publish-date='2024-05-01'", false),
            ("data-datePublished='1 May 2024'", false),
            ("data-published='1714549200'", false),
            ("updateDate='2024-05-01'", true),
            ("data-last-modified='2024-05-01'", true),
        ];
        for (source, modified) in cases {
            let found = values(source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!(found[0].0, modified, "{source}");
        }
        for source in
            ["data-published='true'", "data-id='20240501'", "publishdate=''", "data-publisher='2024 0501'"]
        {
            assert!(values(source).is_empty(), "{source}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_met() {
        for line in TABLE.lines() {
            let (name, what) = line.split_once('\t').unwrap();
            assert_eq!(by_attribute(&format!("data-{name}")), Some(what == "modified"), "{line}");
        }
    }
}
