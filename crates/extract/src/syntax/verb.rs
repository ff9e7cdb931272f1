//! Verb groups and clauses, from word classes alone.

use super::phrase::REACH;
use crate::syntax::{Form, Node, Tags};

/// The first node of the verb group that ends at `verb`: auxiliaries, adverbs and `not` before it.
pub(crate) fn verb_group(nodes: &[Node], verb: usize) -> usize {
    let mut first = verb;
    while let Some(index) = first.checked_sub(1) {
        let Some(node) = nodes.get(index) else { break };
        let adverb = node.is(Tags::ADV | Tags::NEG) && !node.is(Tags::PRON | Tags::CAP | Tags::CONJ);
        let helper = node.is(Tags::AUX | Tags::TO) && !node.is(Tags::CAP);
        // `has long described`
        let inner = index + 1 == verb
            && !node.is(Tags::GRAMMAR | Tags::ANY_MARK | Tags::CAP | Tags::PLURAL | Tags::NUM | Tags::CLITIC)
            && nodes.get(verb).is_some_and(|node| node.cue.is_some() && node.is(Tags::ED))
            && index.checked_sub(1).and_then(|at| nodes.get(at)).is_some_and(|node| node.is(Tags::HAVE));
        if !(adverb || helper || inner) || verb - index > 8 {
            break;
        }
        first = index;
    }
    first
}

/// Whether a node is probably a verb with a subject of its own.
pub(crate) fn is_finite(nodes: &[Node], at: usize) -> bool {
    let Some(node) = nodes.get(at) else { return false };
    if node.is(Tags::AUX) {
        return true;
    }
    let before = at.checked_sub(1).and_then(|index| nodes.get(index));
    let after = nodes.get(at + 1);
    // `the mayor, a lawyer, met the council` is a verb after a comma, `a town, known for its wool` is none.
    let resumed = before.is_some_and(|word| word.is(Tags::COMMA))
        && after.is_some_and(|word| word.is(Tags::DET | Tags::PRON | Tags::OBJ | Tags::CAP));
    let modifier = before.is_none_or(|word| {
        word.is(Tags::DET | Tags::PREP | Tags::CLITIC | Tags::COMMA | Tags::TO)
            && !word.is(Tags::PRON | Tags::SUB)
    }) && !resumed;
    if node.is(Tags::VERB) && !node.is(Tags::CAP) {
        if node.cue.is_some_and(|(cue, form)| cue.frames.has('N') && form == Form::Third) {
            return crate::syntax::is_cue_verb(nodes, at);
        }
        return !modifier || before.is_some_and(|word| word.is(Tags::COMMA));
    }
    if let Some((cue, form)) = node.cue.filter(|_| !node.is(Tags::CAP))
        && matches!(form, Form::Past | Form::Third)
        && (!cue.frames.has('N') || crate::syntax::is_cue_verb(nodes, at))
        && !modifier
    {
        return true;
    }
    if node.is(Tags::ED) && !node.is(Tags::CAP) {
        let open = after.is_none_or(|word| {
            word.is(Tags::DET
                | Tags::PREP
                | Tags::PRON
                | Tags::OBJ
                | Tags::SUB
                | Tags::PAUSE
                | Tags::NUM
                | Tags::ADV
                | Tags::CONJ
                | Tags::TO)
                || word.is(Tags::CAP)
        });
        return open && !modifier;
    }
    false
}

/// Whether a clause stands in `nodes[from..to]`: something to be a subject, then a verb.
pub(crate) fn clause_ahead(nodes: &[Node], from: usize, to: usize) -> bool {
    let to = to.min(from + REACH).min(nodes.len());
    let Some(first) = nodes.get(from) else { return false };
    let starts = first.is(Tags::PRON | Tags::DET | Tags::NUM | Tags::QUOTE | Tags::OBJ)
        || first.is_nominal() && !first.is(Tags::ING)
        || first.is(Tags::ING | Tags::ADV | Tags::NEG)
        || first.is(Tags::SUB) && !first.is(Tags::THAT);
    // A verb behind `who` or `which` is the verb of a relative clause.
    let to = (from + 1..to)
        .find(|&at| {
            let relative = nodes.get(at).is_some_and(|node| node.is(Tags::REL));
            relative && nodes.get(at - 1).is_some_and(|before| before.is_nominal() && before.cue.is_none())
        })
        .unwrap_or(to);
    starts
        && (from + 1..to).any(|at| {
            is_finite(nodes, at)
                || nodes.get(at).is_some_and(|node| {
                    let finite = node.cue.is_some_and(|(_, form)| form != Form::Ing && form != Form::Base);
                    finite && !node.is(Tags::CAP) && crate::syntax::is_cue_verb(nodes, at)
                })
        })
}
