//! Phrases that tell how firmly a thing is claimed.

use crate::syntax::{Node, Tags};
use corroborate_text::Span;
use corroborate_text::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Strength(crate::Strength),
    Negated,
    Denied,
    Unknown,
}

#[derive(Debug)]
struct Pattern {
    /// Its words, one blank between two.
    phrase: &'static str,
    sense: Sense,
}

/// The phrases that begin at a node, with what they tell and where they end.
pub(super) fn at(text: &str, clause: &[Node], start: usize) -> Vec<(Sense, Span, usize)> {
    let Some(first) = clause.get(start).filter(|node| node.is(Tags::FORCE)) else { return Vec::new() };
    let key = key(text, first);
    let Some(patterns) = PATTERNS.get(key.as_str()) else { return Vec::new() };
    let mut found: Vec<(Sense, Span, usize)> = Vec::new();
    for pattern in patterns {
        if let Some(end) = matched(text, clause, start, pattern.phrase.split(' '))
            && let Some(last) = clause.get(end - 1)
        {
            found.push((pattern.sense, first.span.hull(last.span), end));
        }
    }
    found
}

/// One past the last node that the words match from `start`; `*` passes over up to two words.
pub(super) fn matched<'w>(
    text: &str,
    clause: &[Node],
    start: usize,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<usize> {
    let mut at = start;
    let mut gap = 0;
    for word in words {
        if word == "*" {
            gap = 2;
            continue;
        }
        let hit =
            (at..=at + gap).find(|&index| clause.get(index).is_some_and(|node| same(text, node, word)))?;
        let between = clause.get(at..hit)?;
        if between.iter().any(|node| node.is(Tags::PAUSE)) {
            return None;
        }
        at = hit + 1;
        gap = 0;
    }
    Some(at)
}

fn same(text: &str, node: &Node, word: &str) -> bool {
    let found = node.span.of(text);
    found.eq_ignore_ascii_case(word) || word == "n't" && is_contraction(found)
}

fn is_contraction(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

fn key(text: &str, node: &Node) -> String {
    let word = node.span.of(text);
    if is_contraction(word) && !word.eq_ignore_ascii_case("won't") {
        "n't".to_owned()
    } else {
        word.to_ascii_lowercase()
    }
}

static PATTERNS: LazyLock<FxHashMap<&'static str, Vec<Pattern>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Vec<Pattern>> = FxHashMap::default();
    for row in rows(include_str!("../../data/strength.tsv")) {
        let Some((phrase, sense)) = row.split_once('\t') else { continue };
        let sense = match sense {
            "asked" => Sense::Strength(crate::Strength::Asked),
            "considered" => Sense::Strength(crate::Strength::Considered),
            "possible" => Sense::Strength(crate::Strength::Possible),
            "planned" => Sense::Strength(crate::Strength::Planned),
            "promised" => Sense::Strength(crate::Strength::Promised),
            "alleged" => Sense::Strength(crate::Strength::Alleged),
            "confirmed" => Sense::Strength(crate::Strength::Confirmed),
            "negated" => Sense::Negated,
            "denied" => Sense::Denied,
            _ => Sense::Unknown,
        };
        let first = phrase.split(' ').next().unwrap_or_default();
        table.entry(first).or_default().push(Pattern { phrase, sense });
    }
    table
});
