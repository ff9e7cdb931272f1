//! Which verb hands on a marked passage, and whose it is.

use super::message::{held, put_down};
use crate::syntax::{
    Class, Form, Node, NounPhrase, Tags, is_cue_verb, is_finite, is_named, noun_phrase_after,
    noun_phrase_before, subject_of, verb_group, word_class,
};
use corroborate_text::{Span, rows};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// How far a cue may stand from the marks it hands on, in words.
const REACH: usize = 45;

/// The words that hand something on, and who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attribution {
    pub(super) cue: Span,
    pub(super) source: Option<NounPhrase>,
    /// The cue calls something by a name: `what they call “x”`.
    pub(super) naming: bool,
}

impl Attribution {
    pub(super) const fn new(cue: Span, source: Option<NounPhrase>) -> Self {
        Self { cue, source, naming: false }
    }
}

/// What the sentence around a marked passage says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Someone's words.
    Said(Attribution),
    /// Nothing in the sentence hands it on.
    Alone,
    /// A title, a nickname, a term or a word held at arm's length.
    Name,
}

/// Looks at the passage that is node `at` of its frame. `whole` says that it reads as a sentence of its own.
pub(super) fn attach(text: &str, nodes: &[Node], at: usize, whole: bool) -> Verdict {
    if named_so(text, nodes, at) {
        return Verdict::Name;
    }
    let opens = at == 0
        || nodes.get(..at).is_some_and(|before| {
            before.iter().all(|node| node.is(Tags::QUOTE | Tags::ANY_MARK | Tags::CONJ))
        });
    if let Some(found) = put_down(text, nodes, at) {
        return Verdict::Said(found);
    }
    let leads = at.checked_sub(1).and_then(|index| nodes.get(index));
    let introduced = leads.is_some_and(|node| node.is(Tags::COLON))
        || leads.is_some_and(|node| node.is(Tags::COMMA))
            && at >= 2
            && (is_cue_verb(nodes, at - 2) || ends_interruption(text, nodes, at - 2))
        || at >= 1 && is_cue_verb(nodes, at - 1);
    let comma = ends_with_comma(text, nodes, at);
    if (opens || !introduced && (whole || comma))
        && let Some(found) = cue_after(text, nodes, at, true)
    {
        return Verdict::Said(found);
    }
    let before = cue_before(text, nodes, at);
    let nameless = matches!(before, None | Some(Verdict::Said(Attribution { source: None, .. })));
    if introduced && nameless {
        // `Ada Byron, 36: “…”`
        let label = || {
            let colon = at
                .checked_sub(1)
                .filter(|&index| nodes.get(index).is_some_and(|node| node.is(Tags::COLON)))?;
            let name = noun_phrase_after(nodes, 0).filter(|phrase| is_named(nodes, phrase))?;
            let rest = nodes.get(name.last..colon)?;
            rest.iter().all(|node| node.is(Tags::COMMA | Tags::NUM)).then_some(name)
        };
        // `He was blunt: “…”`
        if let Some(source) = last_subject(nodes, at).or_else(label) {
            let cue = leads.map_or(Span::empty(0), |node| node.span);
            return Verdict::Said(Attribution::new(cue, Some(source)));
        }
    }
    if let Some(found) = before {
        return found;
    }
    // `The council “condemns …”`: the passage is what its subject says of itself.
    let verb_first = nodes.get(at).is_some_and(|node| opens_with_verb(text, node));
    if verb_first
        && leads.is_some_and(|node| node.is_nominal() || node.is(Tags::PRON | Tags::ADV))
        && let Some(source) = noun_phrase_before(nodes, verb_group(nodes, at))
    {
        return Verdict::Said(Attribution::new(leads.map_or(Span::empty(0), |node| node.span), Some(source)));
    }
    match cue_after(text, nodes, at, opens || comma).or_else(|| held(text, nodes, at)) {
        Some(found) => Verdict::Said(found),
        None => Verdict::Alone,
    }
}

/// `so-called “x”`, `known as “x”`, `a film called “x”`
fn named_so(text: &str, nodes: &[Node], at: usize) -> bool {
    let mut index = at;
    while let Some(node) = index.checked_sub(1).and_then(|before| nodes.get(before)) {
        let word = node.span.of(text);
        if at - index >= 2 || node.is(Tags::PAUSE) {
            return false;
        }
        let hyphened = word.eq_ignore_ascii_case("called")
            && index >= 2
            && nodes.get(index - 2).is_some_and(|hyphen| hyphen.is(Tags::MARK));
        if hyphened || NAMING.contains(word.to_lowercase().as_str()) {
            return true;
        }
        if !(node.is(Tags::DET | Tags::MARK) || word.eq_ignore_ascii_case("as")) {
            return false;
        }
        index -= 1;
    }
    false
}

static NAMING: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/naming.txt")).collect());

fn ends_with_comma(text: &str, nodes: &[Node], at: usize) -> bool {
    let inner = nodes.get(at).is_some_and(|node| {
        node.span
            .of(text)
            .trim_end_matches(|c: char| {
                !c.is_alphanumeric() && !matches!(c, ',' | '?' | '!' | '-' | '—' | '–')
            })
            .ends_with([',', '?', '!', '-', '—', '–'])
    });
    inner || nodes.get(at + 1).is_some_and(|node| node.is(Tags::COMMA))
}

/// Whether the first word of a passage is a verb in a finite form: `condemns`, `will not accept`.
fn opens_with_verb(text: &str, node: &Node) -> bool {
    let content = node.span.of(text);
    let mut words = content.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let (tags, cue) = word_class(first);
    let second = words.next().map(|word| word_class(word).0).unwrap_or_default();
    let verb =
        tags.has(Tags::AUX | Tags::VERB | Tags::ED) || cue.is_some_and(|(_, form)| form == Form::Third);
    verb && !tags.has(Tags::CAP | Tags::ING) && second.has(Tags::GRAMMAR)
}

/// Whether the node at `index` ends the words that interrupt a quotation: `“If …,” he said, “then …”`.
fn ends_interruption(text: &str, nodes: &[Node], index: usize) -> bool {
    let from = index.saturating_sub(REACH);
    let quote = (from..index).rev().find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::QUOTE)));
    quote.is_some_and(|quote| cue_after(text, nodes, quote, true).is_some())
}

/// `“…,” said the mayor` and `“…,” the mayor said`, `according to the mayor`, `— the mayor`.
fn cue_after(text: &str, nodes: &[Node], at: usize, strict: bool) -> Option<Attribution> {
    let mut from = at + 1;
    while nodes.get(from).is_some_and(|node| node.is(Tags::COMMA | Tags::MARK)) {
        from += 1;
    }
    let first = nodes.get(from)?;
    if first.is(Tags::DASH) {
        let source = noun_phrase_after(nodes, from + 1)
            .filter(|phrase| nodes.get(phrase.first).is_some_and(|node| node.is(Tags::CAP)))
            // `“…” – German guests flown home`: another piece of news.
            .filter(|phrase| is_named(nodes, phrase) || phrase.last - phrase.first < LEAST_NEWS)?;
        return nodes
            .get(source.last)
            .is_none_or(|node| node.is(Tags::PAUSE))
            .then_some(Attribution::new(first.span, Some(source)));
    }
    if let Some(found) = according(text, nodes, from) {
        return Some(found);
    }
    let end = nodes.len().min(from + REACH);
    for index in from..end {
        let node = nodes.get(index)?;
        if node.is(Tags::QUOTE | Tags::SEMI | Tags::STOP | Tags::COLON) && index > from {
            break;
        }
        let Some((cue, form)) = node.cue else { continue };
        if !(cue.frames.has('q') || cue.frames.has('b')) && strict
            || form == Form::Ing && index == from && !strict
        {
            continue;
        }
        if form == Form::Ing && index == from {
            continue;
        }
        let inverted = index == from
            || nodes.get(from..index).is_some_and(|lead| {
                lead.iter().all(|node| node.is(Tags::ADV | Tags::CONJ)) && index <= from + 2
            });
        if inverted {
            // `“…” and said` goes on with another subject; it hands on what follows.
            if nodes.get(from).is_some_and(|node| node.is(Tags::CONJ)) {
                return None;
            }
            let source = noun_phrase_after(nodes, index + 1).filter(|phrase| {
                !nodes
                    .get(phrase.first)
                    .is_some_and(|node| node.is(Tags::OBJ) && !node.is(Tags::PRON | Tags::DET))
            });
            // `“…” said that` has no subject here.
            source?;
            return Some(Attribution::new(node.span, source));
        }
        if !is_cue_verb(nodes, index) || form == Form::Ing {
            continue;
        }
        let source = noun_phrase_before(nodes, verb_group(nodes, index));
        let reaches = source.is_some_and(|phrase| phrase.first <= from + 2 && phrase.first > at);
        if reaches {
            return Some(Attribution::new(node.span, source));
        }
        if is_finite(nodes, index) && !strict {
            break;
        }
    }
    if strict {
        return unknown_verb(nodes, from);
    }
    None
}

/// Fewest words and marks behind a dash that are a piece of news where they do not end in a name.
const LEAST_NEWS: usize = 4;

/// `“…,” Smith harrumphed.`: any verb may hand on what stands before it.
fn unknown_verb(nodes: &[Node], from: usize) -> Option<Attribution> {
    let first = nodes.get(from)?;
    let source = if first.is(Tags::ED) && !first.is(Tags::CAP) {
        noun_phrase_after(nodes, from + 1)
    } else {
        noun_phrase_after(nodes, from)
    }?;
    let verb = if source.first > from { from } else { source.last };
    let node = nodes.get(verb)?;
    let subject = nodes.get(source.first)?;
    let person =
        source.pronoun && !subject.is(Tags::OBJ) || subject.is(Tags::CAP) && !subject.is(Tags::GRAMMAR);
    let closed =
        nodes.get(verb + 1).is_none_or(|next| next.is(Tags::PAUSE | Tags::PREP)) || source.first > from;
    (node.is(Tags::ED | Tags::VERB) && person && closed).then_some(Attribution::new(node.span, Some(source)))
}

/// `according to X`, `in the words of X`
pub(super) fn according(text: &str, nodes: &[Node], from: usize) -> Option<Attribution> {
    let first = nodes.get(from).filter(|node| node.is(Tags::ING | Tags::PREP))?;
    let lead = first.span.of(text);
    let length = PHRASES.iter().find_map(|phrase| {
        let (head, rest) = phrase.split_first()?;
        let same = head.eq_ignore_ascii_case(lead)
            && rest.iter().zip(from + 1..).all(|(word, at)| {
                nodes.get(at).is_some_and(|node| node.span.of(text).eq_ignore_ascii_case(word))
            });
        same.then_some(phrase.len())
    })?;
    let last = nodes.get(from + length - 1)?;
    let source = noun_phrase_after(nodes, from + length)?;
    Some(Attribution::new(first.span.hull(last.span), Some(source)))
}

static PHRASES: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/source-phrases.txt"));
    rows.map(|row| row.split(' ').collect()).collect()
});

/// The nearest verb before the passage in whose complement it stands.
fn cue_before(text: &str, nodes: &[Node], at: usize) -> Option<Verdict> {
    let floor = at.saturating_sub(REACH);
    for index in (floor..at).rev() {
        let node = nodes.get(index)?;
        if node.is(Tags::SEMI | Tags::STOP) {
            break;
        }
        if index > 0
            && let Some(found) = according(text, nodes, index)
                .filter(|found| found.source.is_some_and(|source| source.last < at))
        {
            return Some(Verdict::Said(found));
        }
        let Some((cue, form)) = node.cue else { continue };
        let adjacent = at - index <= 1
            || at - index == 2 && nodes.get(index + 1).is_some_and(|next| next.is(Tags::COLON | Tags::COMMA));
        if cue.frames.has('x') && !adjacent || !is_cue_verb(nodes, index) {
            continue;
        }
        let group = verb_group(nodes, index);
        let passive =
            matches!(form, Form::Participle | Form::PastOrParticiple) && is_passive(nodes, group, index);
        let Some(quoted) = as_saying(text, nodes, index) else {
            if passive {
                if let Some(found) = agent(text, nodes, index, at) {
                    return Some(Verdict::Said(found));
                }
                if cue.frames.has('c') && adjacent_name(nodes, index, at) {
                    return Some(Verdict::Name);
                }
                continue;
            }
            if form == Form::PastOrParticiple && cue.frames.has('c') && adjacent && is_reduced(nodes, group) {
                return Some(Verdict::Name);
            }
            let infinitive =
                nodes.get(group..index).is_some_and(|words| words.iter().any(|word| word.is(Tags::TO)));
            let source = subject_of(nodes, group);
            if infinitive && cue.class != Class::Speech {
                continue;
            }
            let naming = cue.frames.has('c');
            return Some(Verdict::Said(Attribution { naming, ..Attribution::new(node.span, source) }));
        };
        return Some(Verdict::Said(quoted));
    }
    None
}

/// `quoted a deckhand as saying`: the deckhand.
fn as_saying(text: &str, nodes: &[Node], index: usize) -> Option<Attribution> {
    let node = nodes.get(index)?;
    let before = nodes.get(index.checked_sub(1)?)?;
    if !before.span.of(text).eq_ignore_ascii_case("as") {
        return None;
    }
    let floor = index.saturating_sub(20);
    let verb = (floor..index)
        .rev()
        .find(|&at| nodes.get(at).is_some_and(|node| node.cue.is_some()) && is_cue_verb(nodes, at))?;
    let group = verb_group(nodes, verb);
    let source = if is_passive(nodes, group, verb) {
        subject_of(nodes, group)
    } else {
        noun_phrase_after(nodes, verb + 1)
    };
    Some(Attribution::new(node.span, source))
}

/// A form of *be* stands among the auxiliaries: `was described`.
pub(super) fn is_passive(nodes: &[Node], group: usize, verb: usize) -> bool {
    nodes.get(group..verb).is_some_and(|words| words.iter().any(|word| word.is(Tags::BE)))
        && nodes
            .get(verb)
            .and_then(|node| node.cue)
            .is_some_and(|(_, form)| matches!(form, Form::Participle | Form::PastOrParticiple))
}

/// `described as “x” by the mayor`
fn agent(text: &str, nodes: &[Node], verb: usize, at: usize) -> Option<Attribution> {
    let end = nodes.len().min(at + 8);
    for index in verb + 1..end {
        let node = nodes.get(index)?;
        // `attended by` is another verb's affair.
        if node.span.of(text).eq_ignore_ascii_case("by") && (index <= verb + 2 || index > at) {
            let source = noun_phrase_after(nodes, index + 1)?;
            return Some(Attribution::new(nodes.get(verb)?.span, Some(source)));
        }
        if node.is(Tags::SEMI | Tags::STOP) || index > at && node.is(Tags::COMMA) {
            return None;
        }
    }
    None
}

fn adjacent_name(nodes: &[Node], verb: usize, at: usize) -> bool {
    nodes.get(verb + 1..at).is_some_and(|between| between.iter().all(|node| node.is(Tags::DET | Tags::PREP)))
}

/// A participle right after the noun it belongs to: `a drug called “x”`.
fn is_reduced(nodes: &[Node], group: usize) -> bool {
    group.checked_sub(2).is_some_and(|index| {
        nodes.get(index).is_some_and(|node| node.is(Tags::DET | Tags::PREP) && !node.is(Tags::PRON))
            && nodes.get(index + 1).is_some_and(|node| node.is_nominal() && !node.is(Tags::CAP))
            && nodes.get(index).is_some_and(|node| node.is(Tags::DET))
            && index
                .checked_sub(1)
                .and_then(|at| nodes.get(at))
                .is_some_and(|node| !node.is(Tags::PAUSE | Tags::CONJ | Tags::SUB))
    })
}

/// The subject of the last clause before a passage.
fn last_subject(nodes: &[Node], before: usize) -> Option<NounPhrase> {
    let floor = before.saturating_sub(REACH);
    (floor + 1..before)
        .rev()
        .filter(|&at| is_finite(nodes, at))
        .find_map(|at| subject_of(nodes, verb_group(nodes, at)))
}

/// The subject of the sentence: of its first finite verb.
pub(super) fn first_subject(nodes: &[Node], before: usize) -> Option<NounPhrase> {
    let verb = (1..before.min(nodes.len())).find(|&at| {
        is_finite(nodes, at) || nodes.get(at).is_some_and(|node| node.cue.is_some()) && is_cue_verb(nodes, at)
    })?;
    subject_of(nodes, verb_group(nodes, verb)).or_else(|| noun_phrase_after(nodes, 0))
}
