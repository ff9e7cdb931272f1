//! The condition under which a statement holds.

use super::Strength;
use super::pattern::matched;
use crate::syntax::{Node, Tags};
use corroborate_text::{Span, rows};
use std::sync::LazyLock;

/// Longest condition, in words.
const LONGEST: usize = 30;

/// Whether a condition opens at `at`, whatever the clause speaks of.
pub(super) fn opens(text: &str, clause: &[Node], at: usize) -> bool {
    OPENERS.iter().filter(|opener| !opener.future || opener.words == ["once"]).any(|opener| {
        matched(text, clause, at, opener.words.iter().copied())
            .is_some_and(|end| is_condition(text, clause, at, end))
    })
}

/// The first condition in a clause.
pub(super) fn condition(text: &str, clause: &[Node], strength: Strength) -> Option<Span> {
    let ahead = strength < Strength::Alleged;
    for (at, node) in clause.iter().enumerate() {
        if !node.is(Tags::CONDITION) {
            continue;
        }
        let Some(opened) = OPENERS
            .iter()
            .filter(|opener| ahead || !opener.future)
            .find_map(|opener| matched(text, clause, at, opener.words.iter().copied()))
        else {
            continue;
        };
        if !is_condition(text, clause, at, opened) {
            continue;
        }
        let end = (opened..clause.len().min(opened + LONGEST))
            .find(|&index| {
                clause.get(index).is_some_and(|node| {
                    node.is(Tags::COMMA | Tags::SEMI | Tags::STOP | Tags::DASH | Tags::QUOTE)
                })
            })
            .unwrap_or(clause.len().min(opened + LONGEST));
        let closing = clause.get(end.checked_sub(1)?)?;
        return Some(node.span.hull(closing.span));
    }
    None
}

fn is_condition(text: &str, clause: &[Node], at: usize, opened: usize) -> bool {
    let Some(node) = clause.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|index| clause.get(index));
    let word = node.span.of(text);
    if word.eq_ignore_ascii_case("if") {
        // `asked if`, `see if`: a question; `as if`, `even if`.
        return !before.is_some_and(|before| {
            before.cue.is_some_and(|(cue, _)| cue.frames.has('w'))
                || before.span.of(text).eq_ignore_ascii_case("as")
        });
    }
    if word.eq_ignore_ascii_case("should") {
        // `should fighting resume`, not `it should`.
        let opens = before.is_none_or(|before| before.is(Tags::PAUSE | Tags::CONJ));
        return opens
            && clause
                .get(at + 1)
                .is_some_and(|next| next.is(Tags::DET | Tags::PRON | Tags::CAP) || next.is_nominal());
    }
    if node.is(Tags::PREP) && !word.eq_ignore_ascii_case("in") {
        // `after a peace deal`, not `after Tuesday` or `after talks in Paris` in a lead.
        let time = clause
            .get(opened..clause.len().min(opened + 3))
            .is_some_and(|next| next.iter().any(|node| node.is(Tags::TIME | Tags::NUM)));
        let leads = at == 0;
        return !time && !leads;
    }
    true
}

struct Opener {
    words: Vec<&'static str>,
    /// Only where the clause speaks of what is to come.
    future: bool,
}

static OPENERS: LazyLock<Vec<Opener>> = LazyLock::new(|| {
    let table = include_str!("../../data/conditions.txt");
    let (always, future) = table.split_once("\n\n").unwrap_or((table, ""));
    let parts = [(always, false), (future, true)];
    parts
        .into_iter()
        .flat_map(|(part, future)| {
            rows(part).map(move |row| Opener { words: row.split(' ').collect(), future })
        })
        .collect()
});
