//! Where a sentence is cut into clauses.

use crate::syntax::{Form, Node, Tags, clause_ahead, is_cue_verb, is_finite};

/// Fewest words of a clause.
const FEWEST: usize = 3;

/// Farthest that a clause's verb is looked for, in words.
const REACH: usize = 25;

/// The clauses of a sentence as ranges of its nodes, in order, without a gap.
pub(super) fn clauses(text: &str, nodes: &[Node]) -> Vec<(usize, usize)> {
    if nodes.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut words = 0;
    let mut finite = false;
    let mut left = nodes.iter().filter(|node| is_word(node)).count();
    let mut depth = 0_usize;
    for (at, node) in nodes.iter().enumerate() {
        if is_word(node) {
            words += 1;
            left -= 1;
            finite |= is_finite(nodes, at) || node.cue.is_some() && is_cue_verb(nodes, at);
        } else if node.is(Tags::OPEN) {
            depth += 1;
        } else if node.is(Tags::CLOSE) {
            depth = depth.saturating_sub(1);
        }
        let Some(next) = boundary(text, nodes, start, at, finite).filter(|_| depth == 0) else { continue };
        if words >= FEWEST && left >= FEWEST && next > start {
            found.push((start, next));
            start = next;
            words = nodes.get(next..=at).map_or(0, |rest| rest.iter().filter(|node| is_word(node)).count());
            // A participial clause is complete without a finite verb.
            finite = nodes.get(next).is_some_and(|node| node.is(Tags::ING | Tags::ED | Tags::PREP));
        }
    }
    found.push((start, nodes.len()));
    found
}

fn is_word(node: &Node) -> bool {
    !node.is(Tags::ANY_MARK | Tags::CLITIC)
}

/// Where the next clause begins if the node at `at` ends the one from `start`. `finite`: a verb has been seen in it.
fn boundary(text: &str, nodes: &[Node], start: usize, at: usize, finite: bool) -> Option<usize> {
    let node = nodes.get(at)?;
    let next = nodes.get(at + 1)?;
    if node.is(Tags::SEMI | Tags::DASH) {
        return Some(at + 1);
    }
    if node.is(Tags::COLON) {
        // `2:47`
        let glued = node.span.end() == next.span.start();
        return (finite && !glued).then_some(at + 1);
    }
    if node.is(Tags::COMMA) {
        let first = skip_marks(nodes, at + 1);
        return opens(text, nodes, start, first, finite).then_some(first);
    }
    // `is not yet known`: the adverb.
    let adverb = next.span.of(text).eq_ignore_ascii_case("yet") && node.is(Tags::AUX | Tags::NEG);
    if next.is(Tags::CONJ) && finite && !node.is(Tags::PAUSE) && !adverb {
        let first = adverbs(nodes, at + 2);
        return is_verb(nodes, first)
            .then_some(at + 1)
            .filter(|_| !nodes.get(first).is_some_and(|node| node.is(Tags::ING)));
    }
    if next.is(Tags::CONJ) && finite && nodes.get(at + 2).is_some_and(|node| node.is(Tags::PRON)) {
        return clause_ahead(nodes, at + 2, segment_end(nodes, at + 2)).then_some(at + 1);
    }
    let parting = next.is(Tags::SUB)
        && !next.is(Tags::REL | Tags::THAT | Tags::PREP | Tags::WH | Tags::DET)
        && !next.is(Tags::MODAL);
    if parting && finite && !node.is(Tags::PAUSE | Tags::CONJ) {
        return clause_ahead(nodes, at + 2, segment_end(nodes, at + 2)).then_some(at + 1);
    }
    None
}

/// Marks that close behind a comma belong to what it ends.
fn skip_marks(nodes: &[Node], from: usize) -> usize {
    let closes = nodes.get(from).is_some_and(|mark| {
        mark.is(Tags::MARK)
            && from >= 1
            && nodes.get(from - 1).is_some_and(|before| before.span.end() == mark.span.start())
    });
    from + usize::from(closes)
}

/// Whether a clause opens at `at`, after a comma.
fn opens(text: &str, nodes: &[Node], start: usize, at: usize, finite: bool) -> bool {
    let Some(first) = nodes.get(at) else { return false };
    let end = segment_end(nodes, at);
    if first.is(Tags::CONJ) {
        let next = adverbs(nodes, at + 1);
        return finite
            && (is_verb(nodes, next)
                || clause_ahead(nodes, next, end)
                || nodes.get(next).is_some_and(|node| node.is(Tags::SUB)));
    }
    if first.is(Tags::REL) && !first.is(Tags::THAT) {
        // `the mayor, who …, said`: the sentence resumes behind the relative clause.
        return has_verb(nodes, at + 1, end) && !resumes(nodes, end);
    }
    if is_verb(nodes, at) && embeds(nodes, start, at) {
        return true;
    }
    if first.is(Tags::SUB) && !first.is(Tags::THAT | Tags::PREP | Tags::MODAL) {
        return has_verb(nodes, at + 1, end) && finite;
    }
    if first.is(Tags::ING) && !first.is(Tags::PREP) {
        return finite
            && nodes.get(at + 1).is_some_and(|next| {
                next.is(Tags::DET | Tags::PRON | Tags::OBJ | Tags::PREP | Tags::SUB | Tags::NUM | Tags::ADV)
                    || next.is_nominal()
            });
    }
    if first.is(Tags::PREP) {
        // `, with …`, `, without …`, `, after …`
        return finite && first.is(Tags::SUB) && has_verb(nodes, at + 1, end)
            || finite && first.span.len() == 4 && end - at >= 4 && has_participle(nodes, at + 1, end);
    }
    if first.is(Tags::ED) && !first.is(Tags::CAP) {
        return finite && nodes.get(at + 1).is_some_and(|next| next.is(Tags::PREP | Tags::TO));
    }
    // After a clause that leads in: `When …, the mayor said`, and two main clauses in a row.
    let subject = first.is(Tags::PRON | Tags::DET) || first.is_nominal();
    subject && finite && leads_in(text, nodes, start, at) && clause_ahead(nodes, at, end)
}

/// Whether the clause from `start` leads in and is no condition: a condition stays with what it conditions.
fn leads_in(text: &str, nodes: &[Node], start: usize, at: usize) -> bool {
    let floor = at.saturating_sub(60);
    let near = (floor..at.saturating_sub(1))
        .rev()
        .find(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::PAUSE)))
        .map_or(floor, |index| index + 1);
    [start, near].into_iter().any(|index| {
        nodes.get(index).is_some_and(|node| {
            let subordinate = node.is(Tags::SUB) && !node.is(Tags::THAT | Tags::MODAL);
            let asked = node.is(Tags::ED) && node.cue.is_some() && index == start;
            asked || subordinate && !super::condition::opens(text, nodes, index)
        })
    })
}

/// Whether a verb of the sentence follows the comma at `comma`.
fn resumes(nodes: &[Node], comma: usize) -> bool {
    nodes.get(comma).is_some_and(|node| node.is(Tags::COMMA)) && is_verb(nodes, adverbs(nodes, comma + 1))
}

/// Whether the clause from `start` is a subject with a longer relative clause: `the mayor, who …,`.
fn embeds(nodes: &[Node], start: usize, at: usize) -> bool {
    let relative = (start..at).rev().take(40).find(|&index| {
        index > start
            && nodes.get(index).is_some_and(|node| node.is(Tags::REL) && !node.is(Tags::THAT))
            && nodes.get(index - 1).is_some_and(|node| node.is(Tags::COMMA))
    });
    relative
        .is_some_and(|relative| at - relative > 6 && !(start..relative).any(|index| is_finite(nodes, index)))
}

fn segment_end(nodes: &[Node], from: usize) -> usize {
    let end = nodes.len().min(from + REACH);
    (from..end)
        .find(|&at| {
            nodes.get(at).is_some_and(|node| node.is(Tags::SEMI | Tags::COLON | Tags::STOP | Tags::COMMA))
        })
        .unwrap_or(end)
}

fn has_verb(nodes: &[Node], from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        is_finite(nodes, at) || nodes.get(at).is_some_and(|node| node.cue.is_some()) && is_cue_verb(nodes, at)
    }) || nodes.get(from).is_some_and(|node| node.is(Tags::ED | Tags::VERB | Tags::ING | Tags::AUX))
}

fn has_participle(nodes: &[Node], from: usize, to: usize) -> bool {
    (from + 1..to).any(|at| nodes.get(at).is_some_and(|node| node.is(Tags::ING | Tags::ED)))
}

fn adverbs(nodes: &[Node], from: usize) -> usize {
    let mut at = from;
    while at < from + 4
        && nodes
            .get(at)
            .is_some_and(|node| node.is(Tags::ADV | Tags::NEG) && !node.is(Tags::PRON | Tags::DET))
    {
        at += 1;
    }
    at
}

/// Whether a verb stands at `at`, sharing the subject of the clause before.
fn is_verb(nodes: &[Node], at: usize) -> bool {
    let Some(node) = nodes.get(at) else { return false };
    if node.is(Tags::CAP) || node.is(Tags::DET) {
        return false;
    }
    let after = nodes.get(at + 1);
    let object = after.is_some_and(|next| {
        next.is(Tags::DET
            | Tags::PREP
            | Tags::PRON
            | Tags::OBJ
            | Tags::SUB
            | Tags::NUM
            | Tags::ADV
            | Tags::TO
            | Tags::CAP)
    });
    node.is(Tags::AUX)
        || node.is(Tags::VERB) && object
        || node.cue.is_some_and(|(_, form)| form != Form::Base && form != Form::Ing) && is_cue_verb(nodes, at)
        || node.is(Tags::ED) && object
}
