//! What a text has named, with what stands beside each name.

use super::gender::{Gender, gender};
use super::role;
use crate::syntax::{Node, Tags};
use crate::{EntityKind, Mention, is_organisation_kind, is_place_kind};
use corroborate_text::Span;

/// A person, a body or a place that the text has named so far.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) span: Span,
    /// The name with its title.
    pub(super) full: Span,
    pub(super) mention: Option<usize>,
    pub(super) kind: Option<EntityKind>,
    pub(super) gender: Option<Gender>,
    pub(super) sentence: usize,
    /// Stands where subjects stand.
    pub(super) subject: bool,
    /// Another thing's owner: `Ada's`.
    pub(super) possessive: bool,
    /// The words of its title and its appositions, folded.
    pub(super) roles: Vec<String>,
}

/// What the mentions of a text name.
pub(super) fn from_mentions(text: &str, words: &[Node], mentions: &[Mention]) -> Vec<Known> {
    mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| !mention.adjective)
        .map(|(index, mention)| {
            let trade = trade_before(mention.span.of(text)).filter(|_| mention.kind != EntityKind::Person);
            let given = trade.or_else(|| mention.parts.given.map(|span| span.of(text))).unwrap_or_default();
            let first = given.split_whitespace().next().unwrap_or_default();
            let mut one = know(text, words, mention.full, first);
            one.span = mention.span;
            one.full = mention.full;
            one.mention = Some(index);
            one.kind = Some(if trade.is_some() { EntityKind::Person } else { mention.kind });
            if mention.full.start() < mention.span.start() {
                let title = Span::new(mention.full.start(), mention.span.start()).of(text);
                one.roles.extend(title.split_whitespace().map(|word| word.trim_matches('.').to_lowercase()));
            }
            one
        })
        .collect()
}

/// What a text names by runs of capitalised words.
pub(super) fn from_capitals(text: &str, words: &[Node]) -> Vec<Known> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(node) = words.get(at) {
        if !(node.is(Tags::CAP) && node.is_nominal() && !node.is(Tags::TIME)) {
            at += 1;
            continue;
        }
        let start = at;
        while words.get(at).is_some_and(|next| {
            next.is(Tags::CAP) && !next.is(Tags::GRAMMAR) && next.sentence == node.sentence
        }) {
            at += 1;
        }
        at = at.max(start + 1);
        let Some(last) = words.get(at - 1) else { break };
        let span = node.span.hull(last.span);
        let first = node.span.of(text);
        found.push(know(text, words, span, first));
    }
    found
}

/// What stands behind a trade that a name was read with: `Baker Ada Byron` at the start of a sentence.
fn trade_before(name: &str) -> Option<&str> {
    let (trade, person) = name.split_once(char::is_whitespace)?;
    let last = person.rsplit(char::is_whitespace).next().unwrap_or_default();
    let body =
        last == person || is_organisation_kind(&last.to_lowercase()) || is_place_kind(&last.to_lowercase());
    (!body && role::person(&trade.to_lowercase())).then_some(person)
}

/// Looks at the words around a name.
fn know(text: &str, words: &[Node], span: Span, given: &str) -> Known {
    let from = words.partition_point(|word| word.span.start() < span.start());
    let to = words.partition_point(|word| word.span.start() < span.end());
    let mut roles = Vec::new();
    let mut fold = |node: &Node| roles.push(node.span.of(text).to_lowercase());
    // `union man Ada Byron`, `her lawyer, Ada Byron,`
    let mut at = from;
    if at >= 1 && words.get(at - 1).is_some_and(|node| node.is(Tags::COMMA)) {
        at -= 1;
    }
    let mut steps = 0;
    // `Judge orders Ada Byron to pay`: who has a role before the name is one person.
    let verb =
        words.get(from.wrapping_sub(1)).is_some_and(|node| node.is(Tags::PLURAL) && !node.is(Tags::CAP));
    while let Some(node) = at
        .checked_sub(1)
        .and_then(|index| words.get(index))
        .filter(|node| node.is_nominal() && steps < 4 && !verb)
    {
        fold(node);
        at -= 1;
        steps += 1;
    }
    // `Minister of Ports Ada Byron`
    let office = at.checked_sub(2).filter(|_| steps > 0).and_then(|before| words.get(before..at));
    if let Some([title, of]) = office
        && matches!(of.span.of(text), "of" | "for")
        && title.is(Tags::CAP)
        && title.is_nominal()
        && words.get(at).is_some_and(|node| node.is(Tags::CAP))
    {
        fold(title);
        at -= 2;
    }
    let mut start = at;
    while start
        .checked_sub(1)
        .and_then(|index| words.get(index))
        .is_some_and(|node| node.is(Tags::DET | Tags::CLITIC))
    {
        start -= 1;
    }
    let opener = start.checked_sub(1).and_then(|index| words.get(index));
    let sentence = words.get(from).map_or(0, |node| node.sentence);
    let opens = opener.is_none_or(|node| {
        node.is(Tags::PAUSE | Tags::CONJ | Tags::MARK)
            || node.is(Tags::SUB) && !node.is(Tags::DET)
            || node.sentence != sentence
            || node.is(Tags::THAT)
    });
    let possessive = words.get(to).is_some_and(|node| node.is(Tags::CLITIC));
    // `Ada Byron, the mayor of Bath,`: nouns up to a mark, and no verb among them.
    if words.get(to).is_some_and(|node| node.is(Tags::COMMA)) {
        let rest = words.get(to + 1..).unwrap_or_default();
        let length = rest
            .iter()
            .take(14)
            .position(|node| {
                node.is(Tags::PAUSE | Tags::REL | Tags::AUX | Tags::VERB | Tags::ED)
                    || node.cue.is_some()
                    || node.sentence != sentence
            })
            .unwrap_or(14);
        let closed = rest
            .get(length)
            .is_none_or(|node| node.is(Tags::COMMA | Tags::STOP | Tags::REL) || node.sentence != sentence);
        for node in rest.get(..length).unwrap_or_default().iter().filter(|_| closed) {
            if node.is_nominal() && !node.is(Tags::CAP | Tags::NUM | Tags::PLURAL) {
                fold(node);
            }
        }
    }
    let gender = gender(&given.to_lowercase());
    Known {
        span,
        full: span,
        mention: None,
        kind: None,
        gender,
        sentence,
        subject: opens && !possessive,
        possessive,
        roles,
    }
}
