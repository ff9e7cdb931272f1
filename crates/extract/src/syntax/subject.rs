//! The subject of a verb.

use super::phrase::{NounPhrase, REACH, is_named, noun_phrase_before, phrase, run_start};
use super::verb::{is_finite, verb_group};
use crate::syntax::{Form, Node, Tags};

/// The noun phrase that is the subject of the verb group starting at `group`.
pub(crate) fn subject_of(nodes: &[Node], group: usize) -> Option<NounPhrase> {
    subject_within(nodes, group, 4)
}

fn subject_within(nodes: &[Node], group: usize, depth: usize) -> Option<NounPhrase> {
    let last = group.checked_sub(1)?;
    let before = nodes.get(last)?;
    if depth == 0 {
        return None;
    }
    if before.is(Tags::REL) && !before.is(Tags::THAT) {
        return antecedent(nodes, last);
    }
    if before.is(Tags::CONJ) || nodes.get(group).is_some_and(|node| node.is(Tags::ING)) {
        // `with Smith saying`, `and Smith saying`
        let participle = nodes.get(group).is_some_and(|node| node.is(Tags::ING));
        if participle && (before.is_nominal() || before.is(Tags::PRON)) {
            return noun_phrase_before(nodes, group);
        }
        return shared_subject(nodes, last, depth);
    }
    if before.is(Tags::SUB | Tags::PREP) && !before.is(Tags::PRON | Tags::CAP) {
        return if before.is(Tags::THAT) {
            antecedent(nodes, last)
        } else {
            shared_subject(nodes, last, depth)
        };
    }
    noun_phrase_before(nodes, group).or_else(|| set_off(nodes, last))
}

/// Longest description of a name, in words and marks.
const DESCRIPTION: usize = 24;

/// The name that a description with a clause of its own sets off from its verb: `Ada Quill Ltd, a firm that keeps locks,
/// said`. `comma` closes the description.
fn set_off(nodes: &[Node], comma: usize) -> Option<NounPhrase> {
    nodes.get(comma).filter(|node| node.is(Tags::COMMA))?;
    let open = (comma.saturating_sub(DESCRIPTION)..comma)
        .rev()
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::PAUSE)))?;
    let relative = nodes.get(open..comma)?.iter().any(|node| node.is(Tags::REL));
    let name = noun_phrase_before(nodes, open).filter(|_| relative)?;
    (nodes.get(open)?.is(Tags::COMMA) && is_named(nodes, &name)).then_some(name)
}

/// The noun phrase that a relative pronoun at `relative` stands for.
fn antecedent(nodes: &[Node], relative: usize) -> Option<NounPhrase> {
    let mut end = relative;
    while end
        .checked_sub(1)
        .and_then(|index| nodes.get(index))
        .is_some_and(|node| node.is(Tags::COMMA | Tags::CONJ | Tags::PREP))
    {
        end -= 1;
    }
    // `Ada Quill, who keeps the lock, said` is a chain; the nearest phrase is the antecedent.
    let first = run_start(nodes, end);
    let whole = phrase(nodes, first, end)?;
    // `Guests were the envoy Ada Quill and her aide Ben Reed, who said`: of several names the last.
    let name =
        (first..end).rev().take_while(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::CAP))).last();
    let last = name.filter(|&name| whole.head.1 <= name).and_then(|name| phrase(nodes, name, end));
    Some(last.unwrap_or(whole))
}

/// The subject that a second verb shares with the one before: `rejected this and said`.
fn shared_subject(nodes: &[Node], before: usize, depth: usize) -> Option<NounPhrase> {
    let floor = before.saturating_sub(REACH);
    let mut general = None;
    for at in (floor..before).rev() {
        let node = nodes.get(at)?;
        if node.is(Tags::SEMI | Tags::STOP) {
            break;
        }
        let cue =
            node.cue.is_some_and(|(_, form)| form != Form::Ing) && crate::syntax::is_cue_verb(nodes, at);
        let group = verb_group(nodes, at);
        // `Ada Quill said the locks were meant to hold and assured …`: the locks assure nobody.
        let passive =
            || nodes.get(group..at).is_some_and(|before| before.iter().any(|node| node.is(Tags::BE)));
        if cue && !passive() {
            if let Some(found) = subject_within(nodes, group, depth - 1) {
                return Some(found);
            }
        } else if is_finite(nodes, at) {
            general = Some(at);
        }
    }
    let group = verb_group(nodes, general?);
    subject_within(nodes, group, depth - 1)
}
