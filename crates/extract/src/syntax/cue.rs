//! Verbs that hand on words, thoughts and findings.

use crate::Strength;
use crate::syntax::{Node, Tags, verb_group};
use corroborate_text::rows;
use std::sync::LazyLock;

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

/// Every form of every reporting verb.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, &'static Cue, Form)> {
    TABLE.iter().flat_map(|(forms, cue)| {
        let [base, third, past, participle, ing] = *forms;
        let alike = past == participle;
        let past_form = if alike { Form::PastOrParticiple } else { Form::Past };
        [
            (third, Form::Third),
            (past, past_form),
            (participle, if alike { Form::PastOrParticiple } else { Form::Participle }),
            (ing, Form::Ing),
            (base, Form::Base),
        ]
        .into_iter()
        .map(move |(word, form)| (word, cue, form))
    })
}

static TABLE: LazyLock<Vec<([&'static str; 5], Cue)>> = LazyLock::new(|| {
    rows(include_str!("../../data/cues.tsv"))
        .filter_map(|row| {
            let mut cells = row.split('\t');
            let mut next = || cells.next();
            let forms = [next()?, next()?, next()?, next()?, next()?];
            let frames = Frames(next()?);
            let class = match next()? {
                "thought" => Class::Thought,
                "finding" => Class::Finding,
                "intention" => Class::Intention,
                _ => Class::Speech,
            };
            let word = next()?;
            let strength = match word {
                "asked" => Strength::Asked,
                "considered" => Strength::Considered,
                "possible" => Strength::Possible,
                "planned" => Strength::Planned,
                "promised" => Strength::Promised,
                "alleged" => Strength::Alleged,
                "confirmed" => Strength::Confirmed,
                _ => Strength::Stated,
            };
            Some((forms, Cue { lemma: forms[0], frames, class, strength }))
        })
        .collect()
});

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
            }) || before.is_some_and(|word| word.is(Tags::CONJ));
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
