//! Words handed on without marks: `said that …`, `…, the mayor said`, `according to …`.

use super::attach::{Attribution, according, is_passive};
use crate::syntax::{
    Class, Form, Node, Tags, clause_ahead, is_cue_verb, noun_phrase_after, noun_phrase_before, subject_of,
    verb_group,
};

/// Farthest that the clause may begin after its verb, in words.
const REACH: usize = 16;

/// A reported clause: nodes `first..last` of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) first: usize,
    pub(super) last: usize,
    /// Nodes of the reported clause together with those that hand it on.
    pub(super) whole: (usize, usize),
    pub(super) attribution: Attribution,
}

/// The reported clauses of a sentence, in order of their verbs.
pub(super) fn reported(text: &str, nodes: &[Node]) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    for at in 0..nodes.len() {
        let Some(node) = nodes.get(at) else { break };
        if let Some(attribution) = according(text, nodes, at) {
            found.extend(by_phrase(nodes, at, attribution));
            continue;
        }
        if node.cue.is_none() || !is_cue_verb(nodes, at) {
            continue;
        }
        let aside = is_aside(nodes, at);
        let ahead = if aside { backward(nodes, at) } else { forward(nodes, at) };
        found.extend(ahead.or_else(|| if aside { forward(nodes, at) } else { backward(nodes, at) }));
    }
    found
}

/// `According to X, …` and `…, according to X`.
fn by_phrase(nodes: &[Node], at: usize, attribution: Attribution) -> Option<Reported> {
    let source = attribution.source?;
    let lead = nodes.get(..at)?;
    let opens = lead.iter().all(|node| node.is(Tags::ANY_MARK | Tags::CONJ | Tags::ADV))
        || lead
            .iter()
            .rev()
            .find(|node| !node.is(Tags::COMMA))
            .is_some_and(|node| node.is(Tags::SUB | Tags::CONJ | Tags::SEMI));
    if opens {
        let comma = (source.last..nodes.len().min(source.last + REACH))
            .find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::COMMA)));
        let mut first = comma.map_or(source.last, |comma| comma + 1);
        // `According to the coach, Ann Smith, the team …`
        if comma == Some(source.last) {
            let next = (first..nodes.len().min(first + 8))
                .find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::COMMA)));
            let apposed = next.filter(|&next| {
                let led = nodes.get(next + 1).is_some_and(|node| node.is(Tags::PREP));
                !clause_ahead(nodes, first, next)
                    && (led || clause_ahead(nodes, next + 1, comma_after(nodes, next + 1)))
            });
            first = apposed.map_or(first, |next| next + 1);
        }
        let last = end_of(nodes, first);
        return (last > first + 1).then_some(Reported { first, last, whole: (at, last), attribution });
    }
    let end = at - usize::from(nodes.get(at - 1).is_some_and(|node| node.is(Tags::COMMA)));
    let first = start_of(nodes, end);
    let words = end.saturating_sub(first);
    let quoted = words == 1 && nodes.get(first).is_some_and(|node| node.is(Tags::QUOTE));
    (words >= 2 && !quoted).then_some(Reported { first, last: end, whole: (first, source.last), attribution })
}

/// `…, said the mayor, …` and `as the mayor said, …`: the verb takes nothing behind it.
fn is_aside(nodes: &[Node], at: usize) -> bool {
    let group = verb_group(nodes, at);
    let comma =
        group.checked_sub(1).and_then(|index| nodes.get(index)).is_some_and(|node| node.is(Tags::COMMA));
    comma
        && noun_phrase_after(nodes, at + 1).is_some_and(|source| {
            nodes.get(source.last).is_none_or(|node| node.is(Tags::COMMA | Tags::STOP))
                && nodes.get(source.first).is_some_and(|node| node.is(Tags::CAP | Tags::DET))
        })
}

/// The clause after its verb.
fn forward(nodes: &[Node], at: usize) -> Option<Reported> {
    let (cue, form) = nodes.get(at)?.cue?;
    let first = complement(nodes, at)?;
    let last = end_of(nodes, first);
    if last < first + 2 {
        return None;
    }
    let group = verb_group(nodes, at);
    let passive = is_passive(nodes, group, at);
    if passive
        && cue.lemma != "tell"
        && cue.lemma != "inform"
        && cue.class != Class::Intention
        && form != Form::Ing
    {
        // `is expected to`, `was reported that`: nobody is named.
        return None;
    }
    // Words of no one are no quotation.
    let source = match infinitive(nodes, group, at) {
        _ if passive => None,
        Some(to) => governor(nodes, to).and_then(|verb| subject_of(nodes, verb_group(nodes, verb))),
        None => subject_of(nodes, group),
    };
    let start = source?.first.min(at);
    let attribution = Attribution::new(nodes.get(at)?.span, source);
    Some(Reported { first, last, whole: (start, last), attribution })
}

/// The `to` of an infinitive's verb group.
fn infinitive(nodes: &[Node], group: usize, at: usize) -> Option<usize> {
    (group..at).find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::TO)))
}

/// The verb that governs an infinitive: `went on to say`, `wanted to warn`.
fn governor(nodes: &[Node], to: usize) -> Option<usize> {
    (to.saturating_sub(2)..to).rev().find(|&index| {
        nodes.get(index).is_some_and(|node| node.is(Tags::VERB | Tags::ED) || node.cue.is_some())
    })
}

/// Where the clause that depends on the verb at `at` begins.
fn complement(nodes: &[Node], at: usize) -> Option<usize> {
    let (cue, _) = nodes.get(at)?.cue?;
    let end = nodes.len().min(at + 1 + REACH);
    let mut next = at + 1;
    // Adverbs right after the verb.
    while nodes.get(next).is_some_and(|node| node.is(Tags::ADV) && !node.is(Tags::PRON | Tags::DET)) {
        next += 1;
    }
    let first = nodes.get(next)?;
    if first.is(Tags::THAT) && cue.frames.has('t') && opens_clause(nodes, next + 1) {
        return Some(after_comma(nodes, next + 1));
    }
    if first.is(Tags::WH) && !first.is(Tags::THAT) && cue.frames.has('w') {
        return Some(next);
    }
    if first.is(Tags::TO)
        && cue.frames.has('i')
        && cue.class == Class::Speech
        && !cue.frames.has('o')
        && nodes.get(next + 1).is_some_and(|node| node.is_nominal() || node.is(Tags::AUX))
    {
        return Some(next);
    }
    if first.is(Tags::QUOTE) {
        // Marks alone are the passage's own affair; with words behind them they begin the clause.
        let clause = cue.frames.has('b') && nodes.get(next + 1).is_some_and(|node| !node.is(Tags::PAUSE));
        return (clause && clause_ahead(nodes, next, nodes.len())).then_some(next);
    }
    let direct = cue.frames.has('b') && !first.is(Tags::OBJ) | first.is(Tags::PRON | Tags::DET);
    if direct && !cue.frames.has('o') && !first.is(Tags::PAUSE | Tags::PREP | Tags::SUB | Tags::TIME) {
        let stop = clause_end(nodes, next);
        if clause_ahead(nodes, next, stop) {
            return Some(next);
        }
    }
    // The person addressed, a time, a place, an aside, then `that` or the clause.
    for index in next..end {
        let node = nodes.get(index)?;
        if node.is(Tags::THAT) && cue.frames.has('t') && opens_clause(nodes, index + 1) {
            return Some(after_comma(nodes, index + 1));
        }
        if index > next
            && node.is(Tags::WH)
            && !node.is(Tags::THAT | Tags::REL)
            && cue.frames.has('w')
            && cue.frames.has('o')
        {
            return Some(index);
        }
        if node.is(Tags::SEMI | Tags::STOP | Tags::COLON | Tags::QUOTE)
            || node.cue.is_some() && is_cue_verb(nodes, index)
        {
            break;
        }
    }
    if cue.frames.has('o') {
        let object = if first.is(Tags::OBJ | Tags::PRON) { next + 1 } else { addressee(nodes, next)? };
        let to = nodes.get(object)?;
        if to.is(Tags::TO) && cue.frames.has('i') {
            return Some(object);
        }
        let opens = to.is(Tags::DET | Tags::PRON | Tags::CAP | Tags::NUM) || to.is_nominal();
        if opens && cue.frames.has('b') && clause_ahead(nodes, object, clause_end(nodes, object)) {
            return Some(object);
        }
        return None;
    }
    if cue.frames.has('b') && first.is(Tags::PREP | Tags::TIME) {
        // `said on Tuesday the road would stay closed`
        let time = (next..end.min(next + 5))
            .rev()
            .find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::TIME)))?;
        let start = time + 1;
        let node = nodes.get(start)?;
        let opens = node.is(Tags::DET | Tags::PRON) || node.is(Tags::CAP);
        return (opens && clause_ahead(nodes, start, clause_end(nodes, start))).then_some(start);
    }
    None
}

/// Whether a clause follows `that`: not `that day`, not `that was`.
fn opens_clause(nodes: &[Node], at: usize) -> bool {
    let verb = nodes.get(at).is_none_or(|node| node.is(Tags::AUX | Tags::TIME | Tags::STOP | Tags::SEMI));
    !verb && nodes.len() > at + 2
}

/// `that, after the vote, …`
fn after_comma(nodes: &[Node], at: usize) -> usize {
    at + usize::from(nodes.get(at).is_some_and(|node| node.is(Tags::COMMA)))
}

/// One past the person addressed: `reporters`, `the BBC`, `Sky News`.
fn addressee(nodes: &[Node], from: usize) -> Option<usize> {
    let phrase = noun_phrase_after(nodes, from)?;
    // `told reporters the deal was done`: the phrase breaks before the next determiner or pronoun.
    let stop = (phrase.first + 1..phrase.last)
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::DET | Tags::PRON) && !node.is(Tags::CAP)))
        .unwrap_or(phrase.last);
    Some(stop)
}

/// The end of the nearest clause: a mark that parts clauses.
fn clause_end(nodes: &[Node], from: usize) -> usize {
    (from..nodes.len())
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::SEMI | Tags::STOP | Tags::COLON)))
        .unwrap_or(nodes.len())
}

/// The end of a reported clause that begins at `first`.
fn end_of(nodes: &[Node], first: usize) -> usize {
    let mut at = first;
    while let Some(node) = nodes.get(at) {
        if node.is(Tags::SEMI | Tags::STOP) && at > first {
            break;
        }
        let comma = node.is(Tags::COMMA);
        let joint = node.is(Tags::CONJ) && at > first + 1;
        if (comma || joint) && at > first && cue_begins(nodes, at) {
            break;
        }
        at += 1;
    }
    while at > first && nodes.get(at - 1).is_some_and(|node| node.is(Tags::STOP | Tags::COMMA | Tags::SEMI)) {
        at -= 1;
    }
    at
}

/// Whether what follows the comma or conjunction at `at` hands on something else: `, adding that`, `, while the mayor
/// said`, `and warned`, `, according to`.
fn cue_begins(nodes: &[Node], at: usize) -> bool {
    let comma = nodes.get(at).is_some_and(|node| node.is(Tags::COMMA));
    let mut next = at + 1;
    let mut joined = !comma;
    while nodes.get(next).is_some_and(|node| {
        node.is(Tags::CONJ | Tags::ADV | Tags::SUB) && !node.is(Tags::THAT | Tags::PRON | Tags::DET)
    }) && next < at + 4
    {
        joined = true;
        next += 1;
    }
    let Some(node) = nodes.get(next) else { return false };
    if node.cue.is_some() && is_cue_verb(nodes, next) {
        let ing = node.cue.is_some_and(|(_, form)| form == Form::Ing);
        return comma || joined && !ing;
    }
    if !comma {
        return false;
    }
    // A subject of its own, then a reporting verb, before the next comma.
    let stop = nodes.len().min(next + 14);
    for index in next + 1..stop {
        let Some(word) = nodes.get(index) else { break };
        if word.is(Tags::PAUSE | Tags::REL) {
            return false;
        }
        if word
            .cue
            .is_some_and(|(cue, form)| cue.class == Class::Speech && form != Form::Ing && form != Form::Base)
            && is_cue_verb(nodes, index)
        {
            let own = noun_phrase_before(nodes, verb_group(nodes, index))
                .is_some_and(|phrase| phrase.first <= next + 1);
            let ends =
                nodes.get(index + 1).is_none_or(|after| after.is(Tags::PAUSE | Tags::PREP | Tags::TIME));
            return own && (joined || ends);
        }
        if crate::syntax::is_finite(nodes, index) && !word.is(Tags::HAVE | Tags::BE) {
            return false;
        }
    }
    false
}

/// `…, the mayor said`, `…, said the mayor`, and the same in the middle of a sentence.
fn backward(nodes: &[Node], at: usize) -> Option<Reported> {
    let (cue, form) = nodes.get(at)?.cue?;
    if !(cue.frames.has('b') || cue.frames.has('q')) || form == Form::Ing || cue.frames.has('x') {
        return None;
    }
    let group = verb_group(nodes, at);
    if nodes.get(group..at)?.iter().any(|node| node.is(Tags::TO | Tags::BE)) {
        return None;
    }
    let inverted = nodes.get(group.checked_sub(1)?).is_some_and(|node| node.is(Tags::COMMA));
    let (comma, source, after) = match inverted.then(|| noun_phrase_after(nodes, at + 1)).flatten() {
        Some(source) => (group - 1, source, source.last),
        None => {
            let source = noun_phrase_before(nodes, group)?;
            let comma = source
                .first
                .checked_sub(1)
                .filter(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::COMMA)))?;
            (comma, source, at + 1)
        }
    };
    let first = start_of(nodes, comma);
    let words = comma.checked_sub(first).filter(|&count| count >= 2)?;
    if nodes.get(comma - 1).is_some_and(|node| node.is(Tags::QUOTE)) && words <= 2
        || !clause_ahead(nodes, first, comma)
    {
        return None;
    }
    if nodes.get(first).is_some_and(|node| node.is(Tags::SUB | Tags::PREP | Tags::ING) && !node.is(Tags::DET))
        && !inverted
        && !ends_frame(nodes, after)
    {
        return None;
    }
    let attribution = Attribution::new(nodes.get(at)?.span, Some(source));
    // Between commas the sentence goes on after its source.
    let resumes = nodes.get(after).is_some_and(|node| node.is(Tags::COMMA));
    let last = if resumes { end_of(nodes, after + 1) } else { comma };
    Some(Reported { first, last, whole: (first, last.max(after)), attribution })
}

fn ends_frame(nodes: &[Node], at: usize) -> bool {
    nodes.get(at..).is_none_or(|rest| rest.iter().take(6).any(|node| node.is(Tags::STOP)) || rest.len() < 6)
}

fn comma_after(nodes: &[Node], from: usize) -> usize {
    (from..nodes.len())
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::PAUSE)))
        .unwrap_or(nodes.len())
}

/// Where the clause that ends at `end` begins: after a semicolon, or with the sentence.
fn start_of(nodes: &[Node], end: usize) -> usize {
    let mut first = (0..end.min(nodes.len()))
        .rev()
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::SEMI | Tags::COLON | Tags::STOP)))
        .map_or(0, |at| at + 1);
    while nodes.get(first).is_some_and(|node| node.is(Tags::CONJ | Tags::MARK | Tags::COMMA)) && first < end {
        first += 1;
    }
    first
}
