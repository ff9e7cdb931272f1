//! Verbs that hand on words, thoughts and findings.

use crate::Strength;
use crate::syntax::{Node, Tags, verb_group};

/// What kind of handing on a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Someone says it.
    Speech,
    /// Someone thinks it.
    Thought,
    /// A study, an inquiry shows it.
    Finding,
    /// Someone means to do it.
    Intention,
}

/// How a verb takes what it hands on (`data/cues.tsv` explains the letters).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frames(&'static str);

impl Frames {
    pub(crate) fn has(self, letter: char) -> bool {
        self.0.contains(letter)
    }
}

/// A reporting verb.
#[derive(Debug)]
pub(crate) struct Cue {
    pub(crate) lemma: &'static str,
    pub(crate) frames: Frames,
    pub(crate) class: Class,
    pub(crate) strength: Strength,
}

/// The form a verb stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Third,
    Past,
    Participle,
    /// Past and participle alike: `warned`.
    PastOrParticiple,
    Ing,
}

impl Form {
    /// The form of that code in the table that the build script lays out.
    pub(super) const fn coded(code: u8) -> Option<Self> {
        Some(match code {
            b'b' => Self::Base,
            b't' => Self::Third,
            b'p' => Self::Past,
            b'e' => Self::Participle,
            b'a' => Self::PastOrParticiple,
            b'i' => Self::Ing,
            _ => return None,
        })
    }
}

/// The reporting verb of a row of `data/cues.tsv`.
pub(super) fn numbered(row: u16) -> Option<&'static Cue> {
    TABLE.get(usize::from(row))
}

// The build script writes it.
static TABLE: &[Cue] = &include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// Whether the node at `at` is a reporting verb used as a verb, not a noun (`claims`), a participle before a noun
/// (`reported cases`) or a name.
pub(crate) fn is_cue_verb(nodes: &[Node], at: usize) -> bool {
    let Some(node) = nodes.get(at) else { return false };
    let Some((cue, form)) = node.cue else { return false };
    if node.is(Tags::PREP) && form == Form::Ing {
        return false;
    }
    if is_hyphened(nodes, at) {
        return false;
    }
    let group = verb_group(nodes, at);
    let before = group.checked_sub(1).and_then(|index| nodes.get(index));
    let after = nodes.get(at + 1);
    let helped =
        nodes.get(group..at).is_some_and(|words| words.iter().any(|word| word.is(Tags::AUX | Tags::TO)));
    if helped {
        // `the confirmed cases are`: no auxiliary stands between; `to claims` is no infinitive.
        let to = at.checked_sub(1).and_then(|index| nodes.get(index)).is_some_and(|word| word.is(Tags::TO));
        return !to || form == Form::Base;
    }
    if before.is_some_and(|word| word.is(Tags::CLITIC) || word.is(Tags::DET) && !word.is(Tags::PRON)) {
        return false;
    }
    match form {
        Form::Ing => {
            let opens = before.is_none_or(|word| {
                word.is(Tags::PAUSE | Tags::CONJ | Tags::SUB | Tags::PREP) || word.is_nominal()
            });
            let noun = cue.frames.has('N') || after.is_some_and(|word| word.is(Tags::BE));
            opens && !(noun && before.is_some_and(|word| word.is_nominal() || word.is(Tags::PREP)))
        }
        Form::Base | Form::Third if cue.frames.has('N') => {
            let subject = before.is_some_and(|word| {
                word.is(Tags::PRON | Tags::REL) || word.is_nominal() && !word.is(Tags::ED | Tags::NUM)
            }) || before.is_some_and(|word| word.is(Tags::CONJ))
                || form == Form::Third && closes_apposition(nodes, group);
            let object = after.is_some_and(|word| {
                word.is(Tags::SUB | Tags::PRON | Tags::DET | Tags::QUOTE | Tags::COLON | Tags::CAP | Tags::TO)
            });
            // `officials report`, but `a newspaper report`
            let agrees = form == Form::Third
                || before.is_some_and(|word| word.is(Tags::PLURAL | Tags::PRON | Tags::CONJ | Tags::REL));
            subject && object && agrees
        }
        Form::PastOrParticiple | Form::Participle | Form::Past => {
            // `reported cases of`: a participle before a noun, after a preposition or at the beginning.
            let attributive = before.is_none_or(|word| word.is(Tags::PREP))
                && after.is_some_and(|word| word.is_nominal() && !word.is(Tags::CAP));
            !attributive
        }
        Form::Base | Form::Third => !before.is_some_and(|word| word.is(Tags::PREP)),
    }
}

/// Whether a name between commas stands before the verb group and what it takes behind it: `its head, Ada Byron, calls this`.
fn closes_apposition(nodes: &[Node], group: usize) -> bool {
    let Some(close) = group.checked_sub(1) else { return false };
    let open = (close.saturating_sub(APPOSITION)..close)
        .rev()
        .find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::PAUSE)));
    let name = open.and_then(|open| nodes.get(open..close));
    let closed = name.is_some_and(|name| match name {
        [comma, words @ ..] => {
            comma.is(Tags::COMMA)
                && !words.is_empty()
                && words.iter().all(|word| word.is(Tags::CAP) && word.is_nominal())
        }
        [] => false,
    });
    let after = nodes.get(group + 1);
    closed
        && nodes.get(close).is_some_and(|node| node.is(Tags::COMMA))
        && after.is_some_and(|node| node.is(Tags::DET | Tags::OBJ | Tags::PRON | Tags::QUOTE | Tags::THAT))
}

/// Most words of a name between commas, with the first of them.
const APPOSITION: usize = 6;

/// Part of a compound: `most-wanted`, `co-operation`.
fn is_hyphened(nodes: &[Node], at: usize) -> bool {
    let glued = |a: Option<&Node>, b: Option<&Node>| {
        a.zip(b)
            .is_some_and(|(a, b)| a.span.end() == b.span.start() && (a.is(Tags::MARK) || b.is(Tags::MARK)))
    };
    let before = at.checked_sub(1).and_then(|index| nodes.get(index));
    glued(before, nodes.get(at)) && before.is_some_and(|node| node.span.len() == 1)
        || glued(nodes.get(at), nodes.get(at + 1))
            && nodes.get(at + 2).is_some_and(|node| {
                nodes
                    .get(at + 1)
                    .is_some_and(|mark| mark.span.end() == node.span.start() && mark.span.len() == 1)
            })
}
