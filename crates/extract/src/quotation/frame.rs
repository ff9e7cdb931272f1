//! Sentences seen from outside: each passage in marks counts as one word.

use super::marks::Marked;
use crate::Sentence;
use crate::syntax::{Node, Tags};
use corroborate_article::Role;

/// Words after which a sentence without an end is cut, so that work stays linear in the text.
const LONGEST: usize = 400;

/// Words that most sentences have room in.
const MOST: usize = 32;

/// A sentence at one depth of quotation.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its words; a marked passage is one node.
    pub(super) nodes: Vec<Node>,
    /// The role of its block.
    pub(super) role: Role,
    /// The passage inside which it stands.
    pub(super) inside: Option<usize>,
}

/// The frames of the text and of the inside of every marked passage, outer ones first.
pub(super) fn frames(words: &[Node], sentences: &[Sentence], passages: &[Marked]) -> Vec<Frame> {
    let mut found = Vec::new();
    collect(words, sentences, passages, 0..passages.len(), None, &mut found);
    for (index, passage) in passages.iter().enumerate() {
        let from = words.partition_point(|word| word.span.start() < passage.content.start());
        let to = words.partition_point(|word| word.span.start() < passage.content.end());
        let next = passages.get(index + 1..).unwrap_or_default();
        let inner = next.partition_point(|other| other.whole.start() < passage.content.end());
        let within = words.get(from..to).unwrap_or_default();
        if passage.depth < 3 {
            collect(within, sentences, passages, index + 1..index + 1 + inner, Some(index), &mut found);
        }
    }
    found
}

fn collect(
    words: &[Node],
    sentences: &[Sentence],
    passages: &[Marked],
    range: std::ops::Range<usize>,
    inside: Option<usize>,
    found: &mut Vec<Frame>,
) {
    let depth = inside.and_then(|index| passages.get(index)).map_or(0, |outer| outer.depth + 1);
    let mut quotes =
        range.filter(|&index| passages.get(index).is_some_and(|passage| passage.depth == depth)).peekable();
    let mut nodes: Vec<Node> = Vec::with_capacity(MOST.min(words.len()));
    let mut last = None;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let mut node = *word;
        let mut end = word.sentence;
        at += 1;
        let quote = quotes.next_if(|&index| {
            passages.get(index).is_some_and(|passage| passage.whole.start() <= word.span.start())
        });
        if let Some((index, passage)) = quote.and_then(|index| Some((index, passages.get(index)?))) {
            let rest = words.get(at..).unwrap_or_default();
            at += rest.partition_point(|other| other.span.start() < passage.whole.end());
            end = words.get(at - 1).map_or(end, |other| other.sentence);
            node = Node {
                span: passage.whole,
                tags: Tags::QUOTE,
                cue: None,
                quote: Some(index),
                sentence: word.sentence,
            };
        }
        if last.is_some_and(|last| node.sentence != last) || nodes.len() >= LONGEST {
            finish(&mut nodes, sentences, inside, found);
        }
        nodes.push(node);
        last = Some(end);
    }
    finish(&mut nodes, sentences, inside, found);
}

fn finish(nodes: &mut Vec<Node>, sentences: &[Sentence], inside: Option<usize>, found: &mut Vec<Frame>) {
    let nodes = without_brackets(std::mem::replace(nodes, Vec::with_capacity(MOST)));
    let Some(sentence) = nodes.first().and_then(|node| sentences.get(node.sentence)) else { return };
    found.push(Frame { role: sentence.role, nodes, inside });
}

/// What stands in round brackets says something beside the sentence, not in it.
fn without_brackets(nodes: Vec<Node>) -> Vec<Node> {
    if !nodes.iter().any(|node| node.is(Tags::OPEN)) {
        return nodes;
    }
    let mut kept = Vec::with_capacity(nodes.len());
    let mut opened: Option<usize> = None;
    for node in nodes {
        if node.is(Tags::OPEN) {
            opened.get_or_insert(kept.len());
        }
        kept.push(node);
        if node.is(Tags::CLOSE) {
            // Brackets around a quotation stay.
            if let Some(start) =
                opened.take().filter(|&start| !kept.iter().skip(start).any(|node| node.is(Tags::QUOTE)))
            {
                kept.truncate(start);
            }
        }
    }
    kept
}
