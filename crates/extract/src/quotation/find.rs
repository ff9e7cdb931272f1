//! The quotations of a text.

use super::attach::{Attribution, Verdict, attach, first_subject};
use super::frame::{Frame, frames};
use super::heading::{heading_source, is_shortened, skeleton, words_of};
use super::indirect::reported;
use super::marks::{Marked, marked};
use super::resolve::{Memory, Register};
use super::shape::{Shape, kind_of};
use super::{Quotation, QuotationKind, Speaker};
use crate::syntax::{Node, Tags, nodes};
use crate::tokens::Tokens;
use crate::{Mention, Sentence};
use corroborate_article::{Block, Role};
use corroborate_text::{Span, fold};
use std::collections::{HashMap, HashSet};

/// Finds the quotations of a text, in order of their content; one stands before those inside it.
///
/// Marks in the text make a [`QuotationKind::Direct`] or [`QuotationKind::Mixed`] quotation; words handed on without
/// marks an [`QuotationKind::Indirect`] one, and a mixed quotation inside it has it as [`Quotation::within`]. Marks
/// that hand on no one's words (titles, nicknames, words held at arm's length) are left out, and so are marks in a
/// heading unless the heading names a speaker or the text quotes the same words.
pub fn quotations(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    mentions: &[Mention],
) -> Vec<Quotation> {
    let words = nodes(text, sentences, &Tokens::of(text, sentences));
    quotations_in(text, blocks, sentences, &words, mentions)
}

/// The same, where the words of the sentences have been read.
pub(crate) fn quotations_in(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    words: &[Node],
    mentions: &[Mention],
) -> Vec<Quotation> {
    let passages = marked(text, blocks);
    let register = Register::new(text, words, sentences, mentions);
    let mut reader = Reader {
        text,
        passages: &passages,
        register: &register,
        said: vec![None; passages.len()],
        names: HashSet::new(),
        memory: Memory::default(),
        found: Vec::new(),
    };
    for frame in frames(words, sentences, &passages) {
        reader.read(&frame);
    }
    reader.finish()
}

/// What is known of a marked passage once its sentence has been read.
#[derive(Clone, Copy, Debug)]
enum Outcome {
    Quoted {
        kind: QuotationKind,
        cue: Option<Span>,
        speaker: Option<Speaker>,
    },
    /// In a heading: a quotation if the text quotes the same words, or if a body without a name is said to say it.
    Heading {
        kind: QuotationKind,
        lead: Option<(Span, Speaker)>,
        /// Whether a preposition stands before it: `row over ‘boats for votes’`.
        disputed: bool,
    },
}

struct Reader<'a> {
    text: &'a str,
    passages: &'a [Marked],
    register: &'a Register,
    said: Vec<Option<Outcome>>,
    /// Folded words that the text has held at arm's length: no one's words where they come again.
    names: HashSet<String>,
    memory: Memory,
    found: Vec<Quotation>,
}

impl Reader<'_> {
    fn read(&mut self, frame: &Frame) {
        let nodes = &frame.nodes;
        let indirect = reported(self.text, nodes);
        let subject = first_subject(nodes, nodes.len());
        for clause in &indirect {
            let speaker = self.speaker(nodes, &clause.attribution);
            let span = |range: (usize, usize)| {
                Some(nodes.get(range.0)?.span.hull(nodes.get(range.1.checked_sub(1)?)?.span))
            };
            let Some((content, whole)) = span((clause.first, clause.last)).zip(span(clause.whole)) else {
                continue;
            };
            self.found.push(Quotation {
                content,
                whole: whole.hull(content),
                kind: QuotationKind::Indirect,
                cue: Some(clause.attribution.cue),
                speaker,
                within: None,
            });
            self.remember(nodes, speaker, frame);
        }
        let heading =
            matches!(frame.role, Role::Headline | Role::AlternateHeadline | Role::Heading | Role::Standfirst);
        let mut before = None;
        for (at, node) in nodes.iter().enumerate() {
            if let Some(index) = node.quote {
                self.passage(frame, at, index, heading, &mut before);
            }
        }
        if frame.inside.is_none() {
            if let Some(subject) = subject.filter(|subject| !subject.pronoun) {
                self.memory.subject = Some(subject.span);
            }
            self.memory.sentence = nodes.first().map_or(0, |node| node.sentence);
        }
    }

    fn passage(
        &mut self,
        frame: &Frame,
        at: usize,
        index: usize,
        heading: bool,
        before: &mut Option<Speaker>,
    ) {
        let Some(passage) = self.passages.get(index).copied() else { return };
        let nodes = &frame.nodes;
        let shape = Shape::of(self.text, passage.content);
        let kind = kind_of(nodes, at, &shape, before.is_some());
        let key = || {
            let folded = fold(passage.content.of(self.text));
            folded.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
        };
        if shape.words < 8 && !self.names.is_empty() && self.names.contains(&key()) {
            return;
        }
        let alone = nodes.iter().all(|node| node.is(Tags::QUOTE | Tags::ANY_MARK));
        let verdict = if passage.continues && self.memory.speaker.is_some() && alone {
            Verdict::Alone
        } else {
            attach(self.text, nodes, at, kind == QuotationKind::Direct)
        };
        let outcome = match verdict {
            Verdict::Name => {
                if shape.words < 8 {
                    self.names.insert(key());
                    return;
                }
                None
            }
            Verdict::Said(attribution) => {
                let speaker = self.speaker(nodes, &attribution).or(*before);
                let label = heading && attribution.cue.of(self.text) == ":";
                match speaker.filter(|speaker| label && speaker.mention.is_none()) {
                    // `Officials: ‘…’`
                    Some(speaker) => {
                        let lead = Some((attribution.cue, speaker));
                        Some(Outcome::Heading { kind, lead, disputed: false })
                    }
                    None => (!(shape.title && kind == QuotationKind::Mixed && !heading && speaker.is_none()))
                        .then_some(Outcome::Quoted { kind, cue: Some(attribution.cue), speaker }),
                }
            }
            Verdict::Alone if heading => {
                let lead = heading_source(nodes, at).and_then(|attribution| {
                    self.speaker(nodes, &attribution).map(|speaker| (attribution.cue, speaker))
                });
                Some(match lead {
                    Some((cue, speaker)) if speaker.mention.is_some() => {
                        Outcome::Quoted { kind, cue: Some(cue), speaker: Some(speaker) }
                    }
                    lead => {
                        let before = at.checked_sub(1).and_then(|index| nodes.get(index));
                        let disputed = before.is_some_and(|node| node.is(Tags::PREP) && !node.is(Tags::SUB));
                        Outcome::Heading { kind, lead, disputed }
                    }
                })
            }
            Verdict::Alone => {
                let direct = kind == QuotationKind::Direct;
                let worthy = direct
                    || shape.words >= 6
                    || shape.finite && shape.words >= 3
                    || before.is_some() && shape.words >= 2;
                worthy.then(|| {
                    let speaker =
                        (*before).or_else(|| self.memory.speaker.filter(|_| frame.inside.is_none()));
                    Outcome::Quoted { kind, cue: None, speaker }
                })
            }
        };
        if let Some(Outcome::Quoted { speaker: Some(speaker), .. }) = outcome {
            *before = Some(speaker);
            self.remember(nodes, Some(speaker), frame);
        }
        if let Some(place) = self.said.get_mut(index) {
            *place = outcome;
        }
    }

    fn speaker(&self, nodes: &[Node], attribution: &Attribution) -> Option<Speaker> {
        let mut memory = self.memory;
        // `it` and `they` mean the subject of their own sentence first.
        let source = attribution.source?;
        if source.pronoun {
            let own = first_subject(nodes, source.first)
                .filter(|subject| !subject.pronoun && subject.last <= source.first);
            if let Some(own) = own {
                memory.subject = Some(own.span);
            }
        }
        self.register.speaker(self.text, nodes, attribution, &memory)
    }

    fn remember(&mut self, nodes: &[Node], speaker: Option<Speaker>, frame: &Frame) {
        if let Some(speaker) = speaker.filter(|_| frame.inside.is_none()) {
            self.memory.speaker = Some(speaker);
            self.memory.sentence = nodes.first().map_or(0, |node| node.sentence);
        }
    }

    /// Whether a passage in a heading is somebody's words by its looks: the speaker speaks of themselves, or it is what a
    /// dispute is about and no title: `row over ‘boats for votes’`, not `prize for ‘The Old Ferryman’`.
    fn is_worded(&self, passage: &Marked, disputed: bool) -> bool {
        let shape = Shape::of(self.text, passage.content);
        shape.person || disputed && shape.words >= LEAST_WORDED && !shape.capital
    }

    /// Puts everything in order, settles headings by what the text quotes, and links what stands within what.
    fn finish(mut self) -> Vec<Quotation> {
        let mut quoted: HashMap<String, Option<Speaker>> = HashMap::new();
        let mut keys: Vec<(String, Option<Speaker>)> = Vec::new();
        let mut wordings: Vec<(Vec<String>, Option<Speaker>)> = Vec::new();
        let headed = self.said.iter().any(|outcome| matches!(outcome, Some(Outcome::Heading { .. })));
        for (passage, outcome) in self.passages.iter().zip(&self.said).filter(|_| headed) {
            if let Some(Outcome::Quoted { speaker, .. }) = outcome {
                let key = skeleton(passage.content.of(self.text));
                if quoted.insert(key.clone(), *speaker).is_none() {
                    keys.push((key, *speaker));
                    wordings.push((words_of(passage.content.of(self.text)), *speaker));
                }
            }
        }
        if headed {
            // `“No longer safe”` over a text that gives the words without marks.
            let told = self.found.iter().filter(|one| one.kind == QuotationKind::Indirect);
            keys.extend(told.map(|one| (skeleton(one.content.of(self.text)), one.speaker)));
        }
        for (passage, outcome) in self.passages.iter().zip(&self.said) {
            let (kind, cue, speaker) = match outcome {
                None => continue,
                Some(Outcome::Quoted { kind, cue, speaker }) => (*kind, *cue, *speaker),
                Some(Outcome::Heading { kind, lead, disputed }) => {
                    let key = skeleton(passage.content.of(self.text));
                    let same = quoted.get(&key).copied().or_else(|| {
                        let long = key.len() > 12;
                        keys.iter()
                            .take(MOST_COMPARED)
                            .find(|(other, _)| long && other.contains(&key))
                            .map(|(_, speaker)| *speaker)
                    });
                    let same = same.or_else(|| {
                        let own = words_of(passage.content.of(self.text));
                        let like = |(other, _): &&(Vec<String>, _)| is_shortened(&own, other);
                        wordings.iter().take(MOST_COMPARED).find(like).map(|(_, speaker)| *speaker)
                    });
                    let cue = lead.map(|(cue, _)| cue);
                    match (same, lead) {
                        // `Ministry: ‘…’` over a text in which the minister says it.
                        (Some(Some(speaker)), _) if speaker.mention.is_some() || lead.is_none() => {
                            (*kind, cue, Some(speaker))
                        }
                        (_, Some((_, speaker))) => (*kind, cue, Some(*speaker)),
                        (Some(speaker), None) => (*kind, None, speaker),
                        (None, None) if self.is_worded(passage, *disputed) => (*kind, None, None),
                        (None, None) => continue,
                    }
                }
            };
            self.found.push(Quotation {
                content: passage.content,
                whole: passage.whole,
                kind,
                cue,
                speaker,
                within: None,
            });
        }
        self.found.sort_by_key(|one| {
            (one.content.start(), std::cmp::Reverse(one.content.end()), one.kind, one.cue)
        });
        self.found.dedup_by(|next, kept| next.content == kept.content && next.kind == kept.kind);
        let mut open: Vec<usize> = Vec::new();
        for index in 0..self.found.len() {
            let Some(content) = self.found.get(index).map(|one| one.content) else { break };
            while open
                .last()
                .and_then(|&outer| self.found.get(outer))
                .is_some_and(|outer| outer.content.end() <= content.start())
            {
                open.pop();
            }
            let within = open
                .iter()
                .rev()
                .take(16)
                .copied()
                .find(|&outer| self.found.get(outer).is_some_and(|outer| outer.content.covers(content)));
            if let Some(one) = self.found.get_mut(index) {
                one.within = within;
            }
            open.push(index);
        }
        self.found
    }
}

/// Fewest words of a passage in a heading that are somebody's though nobody is named.
const LEAST_WORDED: usize = 3;

/// Most passages that a heading is held against.
const MOST_COMPARED: usize = 200;
