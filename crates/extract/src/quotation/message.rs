//! Passages that are said to be a message, or to be put down somewhere: `“x” was the answer`, `“x” is written on the wall`.

use super::attach::Attribution;
use crate::groups;
use crate::syntax::{
    Node, NounPhrase, Tags, is_cue_verb, is_finite, is_named, noun_phrase_after, noun_phrase_before,
    subject_of, verb_group,
};
use corroborate_text::rows;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Most words between a form of *be* and what a passage is said to be.
const REACH: usize = 4;

/// Who or what a passage is ascribed to that is called a message or is said to be put down.
pub(super) fn put_down(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    is_message(text, nodes, at)
        .or_else(|| is_how(nodes, at))
        .or_else(|| is_written(text, nodes, at))
        .or_else(|| entered(text, nodes, at))
}

/// Whose a passage is that no verb hands on: an opinion, or words spoken of as words.
pub(super) fn held(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    to_whom(text, nodes, at).or_else(|| as_words(text, nodes, at))
}

/// `“x” is how the mayor describes it`, `“x” is what the mayor called it`
fn is_how(nodes: &[Node], at: usize) -> Option<Attribution> {
    nodes.get(at + 1).filter(|node| node.is(Tags::BE))?;
    nodes.get(at + 2).filter(|node| node.is(Tags::WH))?;
    let verb = (at + 4..(at + 4 + CLAUSE).min(nodes.len())).find(|&index| is_cue_verb(nodes, index))?;
    let source = subject_of(nodes, verb_group(nodes, verb)).filter(|phrase| phrase.first > at + 2)?;
    Some(Attribution::new(nodes.get(verb)?.span, Some(source)))
}

/// `For Ada Byron, of the harbour board, the plan is “x”`
fn to_whom(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    let opener = nodes.first().filter(|first| matches!(first.span.of(text), "For" | "To"))?;
    at.checked_sub(1).and_then(|before| nodes.get(before)).filter(|node| node.is(Tags::BE))?;
    let source =
        noun_phrase_after(nodes, 1).filter(|phrase| is_named(nodes, phrase) && phrase.last + 1 < at)?;
    Some(Attribution::new(opener.span, Some(source)))
}

/// `He used the word “x” four times`, `words such as “x” and “y” are gone`
fn as_words(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    let word = |index: usize| nodes.get(index).map(|node| node.span.of(text)).unwrap_or_default();
    let mut index = at.checked_sub(1)?;
    // `“x” and “y”`, `“x”, “y”`
    while nodes.get(index).is_some_and(|node| node.is(Tags::CONJ | Tags::COMMA | Tags::QUOTE))
        && index + CLAUSE > at
    {
        index = index.checked_sub(1)?;
    }
    if word(index) == "as" && index >= 2 && word(index - 1) == "such" {
        index -= 2;
    } else if word(index) == "like" && index >= 1 {
        index -= 1;
    }
    let noun = nodes
        .get(index)
        .filter(|node| groups::NOUNS_OF_WORDING.contains(&node.span.of(text).to_lowercase().as_str()))?;
    let verb = (index.saturating_sub(CLAUSE)..index).rev().find(|&before| is_finite(nodes, before));
    let source = verb.and_then(|verb| subject_of(nodes, verb_group(nodes, verb)));
    Some(Attribution::new(noun.span, source))
}

/// Most words of a clause that says whose a passage is.
const CLAUSE: usize = 14;

/// `“x” was the message`, `“x” was her answer`, `“x” is the verdict of the engineers`
fn is_message(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    let be = nodes.get(at + 1).filter(|node| node.is(Tags::BE))?;
    let first = nodes.get(at + 2).filter(|node| node.is(Tags::DET))?;
    let noun = (at + 3..(at + 3 + REACH).min(nodes.len()))
        .take_while(|&index| nodes.get(index).is_some_and(|node| node.is_nominal()))
        .find(|&index| nodes.get(index).is_some_and(|node| is_listed(&MESSAGES, node.span.of(text))))?;
    let whose = nodes.get(noun + 1).filter(|node| node.is(Tags::PREP)).and_then(|node| {
        matches!(node.span.of(text), "of" | "from").then(|| noun_phrase_after(nodes, noun + 2)).flatten()
    });
    let source = whose.or_else(|| possessor(nodes, at + 2, first));
    Some(Attribution::new(be.span.hull(nodes.get(noun)?.span), source))
}

/// The `her` of `her answer`.
fn possessor(nodes: &[Node], at: usize, node: &Node) -> Option<NounPhrase> {
    let own = node.is(Tags::PRON | Tags::OBJ);
    own.then(|| noun_phrase_after(nodes, at)).flatten().map(|phrase| NounPhrase {
        last: at + 1,
        span: node.span,
        head: (at, at + 1),
        pronoun: true,
        ..phrase
    })
}

/// `“x” is written on the wall`, `a book in which “x” is written`
fn is_written(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    let mut next = at + 1;
    nodes.get(next).filter(|node| node.is(Tags::AUX))?;
    while nodes.get(next).is_some_and(|node| node.is(Tags::AUX | Tags::ADV)) && next <= at + REACH {
        next += 1;
    }
    let verb = nodes.get(next).filter(|node| is_listed(&WRITTEN, node.span.of(text)))?;
    let passive = nodes.get(at + 1..next)?.iter().any(|node| node.is(Tags::BE));
    let relative = at.checked_sub(2).filter(|&before| {
        nodes.get(before).is_some_and(|node| node.is(Tags::PREP))
            && nodes.get(before + 1).is_some_and(|node| node.is(Tags::REL))
    });
    let source = relative.and_then(|before| {
        // `pages of a log in which`: the log.
        let nearest = (before.saturating_sub(REACH)..before)
            .rev()
            .find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::DET)))
            .and_then(|index| noun_phrase_after(nodes, index))
            .filter(|phrase| phrase.last == before);
        nearest.or_else(|| noun_phrase_before(nodes, before))
    });
    passive.then_some(Attribution::new(verb.span, source))
}

/// `in the book the sum is entered as “x”`, `the crates were stamped “x”`
fn entered(text: &str, nodes: &[Node], at: usize) -> Option<Attribution> {
    let before = at.checked_sub(1)?;
    let joint = nodes.get(before).is_some_and(|node| node.span.of(text).eq_ignore_ascii_case("as"));
    let verb = if joint { before.checked_sub(1)? } else { before };
    if joint && let Some(found) = lists(text, nodes, verb) {
        return Some(found);
    }
    let node = nodes.get(verb).filter(|node| is_listed(&WRITTEN, node.span.of(text)))?;
    let passive = (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::AUX | Tags::ADV | Tags::NEG)))
        .any(|index| nodes.get(index).is_some_and(|node| node.is(Tags::BE)));
    // What holds it opens the sentence: `In the register, …`.
    let opens = nodes.first().is_some_and(|first| matches!(first.span.of(text), "In" | "On"));
    let source = opens.then(|| noun_phrase_after(nodes, 1)).flatten().filter(|phrase| phrase.last < verb);
    passive.then_some(Attribution::new(node.span, source))
}

/// `The decree lists the ship as “x”`: the last word before `as` is at `last`.
fn lists(text: &str, nodes: &[Node], last: usize) -> Option<Attribution> {
    let active = |index: &usize| {
        let word = nodes.get(*index).map(|node| node.span.of(text)).unwrap_or_default();
        let base = word.strip_suffix('s').unwrap_or(word);
        let before = index.checked_sub(1).and_then(|before| nodes.get(before));
        (is_listed(&WRITTEN, word) || is_listed(&WRITTEN, &format!("{base}ed")))
            && before.is_some_and(|node| node.is_nominal() || node.is(Tags::PRON))
    };
    let verb = (last.saturating_sub(REACH * 2)..last).rev().find(active)?;
    let source = subject_of(nodes, verb_group(nodes, verb))?;
    Some(Attribution::new(nodes.get(verb)?.span, Some(source)))
}

fn is_listed(words: &HashSet<&'static str>, word: &str) -> bool {
    words.contains(word.to_lowercase().as_str())
}

static MESSAGES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/message-nouns.txt")).collect());

static WRITTEN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/written-verbs.txt")).collect());
