//! Polarity and strength of a clause.

use super::pattern::{self, Sense};
use super::{Polarity, Strength};
use crate::groups;
use crate::syntax::{Node, Tags, is_cue_verb};
use corroborate_text::Span;

/// What the words of a clause tell about how it is meant.
#[derive(Debug)]
pub(super) struct Force {
    pub(super) polarity: Polarity,
    pub(super) strength: Strength,
    pub(super) unknown: bool,
    pub(super) evidence: Vec<Span>,
}

pub(super) fn force(text: &str, clause: &[Node]) -> Force {
    let mut weakest: Option<Strength> = None;
    let mut confirmed = false;
    let mut negated = false;
    let mut denied = false;
    let mut unknown = false;
    let mut evidence = Vec::new();
    let mut aside = 0;
    for (at, node) in clause.iter().enumerate() {
        // `a deal that may come`: how firm the deal is tells nothing about the statement.
        if is_subject_relative(clause, at) {
            aside = (at..clause.len())
                .find(|&end| clause.get(end).is_some_and(|node| node.is(Tags::PAUSE)))
                .unwrap_or(clause.len());
        }
        if let Some((cue, _)) = node.cue.filter(|_| is_cue_verb(clause, at)) {
            let whether = |ahead: usize, not: Tags| {
                clause.get(at + ahead).is_some_and(|next| next.is(Tags::WH) && !next.is(not))
            };
            let question =
                cue.strength == Strength::Asked && (whether(1, Tags::THAT) || whether(2, Tags::REL));
            if question {
                weakest = Some(Strength::Asked);
                evidence.push(node.span);
            }
        }
        for (sense, span, _) in pattern::at(text, clause, at) {
            match sense {
                Sense::Strength(Strength::Confirmed) => confirmed = true,
                Sense::Strength(strength) => {
                    let idle = is_noun(text, clause, at)
                        || costs_lives(text, clause, at)
                        || announces(text, clause, at);
                    if at < aside || idle {
                        continue;
                    }
                    weakest = Some(weakest.map_or(strength, |least| least.min(strength)));
                }
                Sense::Negated => negated = true,
                Sense::Denied => {
                    let undone = clause
                        .get(at.saturating_sub(2)..at)
                        .is_some_and(|before| before.iter().any(|node| node.is(Tags::NEG)));
                    denied |= !undone;
                    negated |= undone;
                }
                Sense::Unknown => unknown = true,
            }
            if !evidence.contains(&span) {
                evidence.push(span);
            }
        }
    }
    if clause.last().is_some_and(|node| node.span.of(text) == "?") {
        weakest = Some(Strength::Asked);
    }
    let polarity = match (denied, negated) {
        (true, _) => Polarity::Denied,
        (false, true) => Polarity::Negated,
        (false, false) => Polarity::Affirmed,
    };
    let strength = weakest.unwrap_or(if confirmed { Strength::Confirmed } else { Strength::Stated });
    evidence.sort_unstable();
    Force { polarity, strength, unknown, evidence }
}

/// A relative `that` or `which` that is the subject of its clause: after a noun, before a verb.
fn is_subject_relative(clause: &[Node], at: usize) -> bool {
    let relative = clause.get(at).is_some_and(|node| node.is(Tags::REL));
    let noun = at
        .checked_sub(1)
        .and_then(|index| clause.get(index))
        .is_some_and(|before| before.is_nominal() && before.cue.is_none());
    relative && noun && clause.get(at + 1).is_some_and(|next| next.is(Tags::AUX | Tags::VERB))
}

/// `claimed many lives`: no claim of anybody's.
fn costs_lives(text: &str, clause: &[Node], at: usize) -> bool {
    let behind = clause.get(at + 1..clause.len().min(at + 5)).unwrap_or_default();
    let word = |node: &Node| node.span.of(text);
    clause.get(at).is_some_and(|node| word(node).starts_with("claim"))
        && behind.iter().any(|node| matches!(word(node), "life" | "lives"))
}

/// `This paper can reveal`: it does, and how firm the thing revealed is told by what follows.
fn announces(text: &str, clause: &[Node], at: usize) -> bool {
    let can = clause.get(at).is_some_and(|node| node.span.of(text).eq_ignore_ascii_case("can"));
    let behind = clause.iter().skip(at + 1).find(|node| !node.is(Tags::ADV));
    let verb = behind.map_or("", |node| node.span.of(text));
    can && groups::DISCLOSING.contains(&verb)
}

/// `May 3`, `the claims`, `a can`: not the verb of that spelling.
fn is_noun(text: &str, clause: &[Node], at: usize) -> bool {
    let Some(node) = clause.get(at) else { return false };
    let word = node.span.of(text);
    let before = at.checked_sub(1).and_then(|index| clause.get(index));
    let determined =
        before.is_some_and(|before| before.is(Tags::DET | Tags::CLITIC) && !before.is(Tags::PRON));
    let month = word == "May"
        && (before.is_some_and(|before| before.is(Tags::PREP | Tags::NUM))
            || clause.get(at + 1).is_some_and(|next| next.is(Tags::NUM)));
    // `WILL` amid small letters is said with stress.
    let capital = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let name = capital && at > 0 && node.is(Tags::MODAL);
    let noun = determined && (node.cue.is_some() || node.is(Tags::MODAL));
    month || name && !clause.iter().take(6).all(|node| node.is(Tags::CAP)) || noun
}
