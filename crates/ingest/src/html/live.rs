//! Live blogs: their entries and when each was added.

use super::flow::{Flow, Line};
use super::tag::Tag;
use super::tree::{NodeId, Tree};
use super::zone::words;
use crate::layout::Piece;
use crate::markup::attributes;
use crate::page::{LiveEntry, find_clock, find_moment, opens_with_label};
use corroborate_article::Role;
use corroborate_temporal::Precision;
use corroborate_text::single_spaced;

/// The words that name an entry beside `live`.
const NAMES: &str = include_str!("../../data/live-names.txt");

/// How many entries make a live blog where the page does not say that it is one.
const FEW: usize = 3;

/// The elements that hold an entry each: where they begin and end, in the order of the page.
pub(crate) fn entries(tree: &Tree<'_>) -> Vec<(NodeId, NodeId)> {
    let mut found: Vec<(NodeId, NodeId)> = Vec::new();
    for (id, tag, source) in tree.elements() {
        let within = found.last().is_some_and(|&(_, end)| id < end);
        if !within && is_entry(tag, source) {
            found.push((id, tree.node(id).end));
        }
    }
    if found.len() < FEW { Vec::new() } else { found }
}

fn is_entry(tag: Tag, source: &str) -> bool {
    if tag.is_inline() || source.is_empty() {
        return false;
    }
    attributes(source).any(|(name, value)| {
        if name.eq_ignore_ascii_case("itemprop") {
            return value.split_ascii_whitespace().any(|word| word == "liveBlogUpdate");
        }
        name.eq_ignore_ascii_case("class") && value.split_ascii_whitespace().any(names_entry)
    })
}

/// `liveblog-entry`, `LivePost_update`; not `live-blog`, which holds them all.
fn names_entry(name: &str) -> bool {
    if name.len() > 80 || !name.to_ascii_lowercase().contains("live") {
        return false;
    }
    let words = words(name);
    // `live-blog-post-title` is a part of an entry.
    let last = words.last().is_some_and(|last| NAMES.lines().any(|known| known == last));
    last && words.iter().any(|word| word == "live" || word == "liveblog")
}

/// Gives the line that says when an entry was added its role: the first such line of each entry, or, where the page
/// says that it is a live blog and marks no entries, every one behind the headline if there are several.
pub(crate) fn mark_stamps(
    flow: &Flow,
    entries: &[(NodeId, NodeId)],
    headline: Option<usize>,
    roles: &mut [Option<Role>],
) {
    let from = headline.map_or(0, |at| at + 1);
    let is_stamp = |at: usize, line: &Line| {
        let role = roles.get(at).copied().flatten();
        let other = |role: Role| matches!(role, Role::Headline | Role::CommentPrompt | Role::Caption);
        role.is_some_and(|role| !other(role)) && is_entry_stamp(&line.text)
    };
    let mut found: Vec<usize> = Vec::new();
    let mut last: Option<NodeId> = None;
    for (at, line) in flow.lines.iter().enumerate().skip(from).filter(|&(at, line)| is_stamp(at, line)) {
        if entries.is_empty() {
            found.push(at);
            continue;
        }
        let before = entries.partition_point(|&(id, _)| id <= line.first).checked_sub(1);
        let entry = before.and_then(|place| entries.get(place)).filter(|&&(_, end)| line.first < end);
        if let Some(&(id, _)) = entry.filter(|&&(id, _)| last != Some(id)) {
            last = Some(id);
            found.push(at);
        }
    }
    if found.len() >= 2 {
        for at in found {
            roles.get_mut(at).into_iter().for_each(|role| *role = Some(Role::LiveStamp));
        }
    }
}

/// Whether a line is the time at which an entry was added: `10:42 BST`, `3 min ago`, `1 May 2024, 10.42`.
fn is_entry_stamp(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let age = text.starts_with(|c: char| c.is_ascii_digit()) && text.trim_end_matches('.').ends_with(" ago");
    let share = |length: usize| length * 2 >= text.len() || opens_with_label(text).is_some();
    let dated = find_moment(text).filter(|moment| moment.precision != Precision::Day);
    age && text.len() < 30
        || dated.is_some_and(|moment| share(moment.span.len()))
        || find_clock(text).is_some_and(|span| share(span.len()))
}

/// The entries that the markup holds, as pieces of an article.
pub(crate) fn pieces(entries: &[LiveEntry]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for entry in entries {
        pieces.extend(entry.moment.iter().map(|moment| Piece::new(Role::LiveStamp, moment.clone())));
        pieces.extend(entry.title.iter().map(|title| Piece::new(Role::Heading, title.clone())));
        let paragraphs = entry.body.lines().map(single_spaced);
        pieces
            .extend(paragraphs.filter(|line| !line.is_empty()).map(|line| Piece::new(Role::Paragraph, line)));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_entries_and_of_what_holds_them() {
        for name in ["liveblog-entry", "LivePost_update", "live-blog__post", "c-live-update"] {
            assert!(names_entry(name), "{name}");
        }
        for name in ["live-blog", "liveblog-post-title", "olive-post", "post", "delivery-item"] {
            assert!(!names_entry(name), "{name}");
        }
    }

    #[test]
    fn stamps_of_entries() {
        for text in [
            "10:42",
            "10:42 BST",
            "3 min ago",
            "Posted at 10.42am",
            "1 May 2024, 10:42",
            "Updated 4:05 p.m. ET",
        ] {
            assert!(is_entry_stamp(text), "{text}");
        }
        for text in ["1 May 2024", "The bridge opened at 10:42 on Monday", "Two lanes", "12 lorries", ""] {
            assert!(!is_entry_stamp(text), "{text}");
        }
    }
}
