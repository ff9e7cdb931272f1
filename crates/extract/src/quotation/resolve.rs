//! Who a pronoun or a role stands for.

use super::attach::Attribution;
use super::gender::{Gender, gender};
use super::known::{Known, from_capitals, from_mentions};
use super::role;
use crate::groups;
use crate::syntax::{Node, NounPhrase, Tags};
use crate::{EntityKind, Mention, Sentence, Speaker};
use corroborate_article::Role;
use corroborate_text::Span;
use std::collections::HashSet;

/// How many sentences back a body may have been named that is spoken of again.
const NEAR: usize = 4;

/// How many people back a pronoun or a role may reach.
const REACH: usize = 40;

/// What the text has named, in order, for looking back from a place.
#[derive(Debug)]
pub(super) struct Register {
    known: Vec<Known>,
    /// The words of the headline and the summary, in lower case.
    titles: HashSet<String>,
}

/// The last speaker, carried along the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Memory {
    pub(super) speaker: Option<Speaker>,
    pub(super) sentence: usize,
    /// The subject of the sentence before, for `they` and `it`.
    pub(super) subject: Option<Span>,
}

impl Register {
    /// Reads the names off the mentions, or off runs of capitalised words where there are none.
    pub(super) fn new(text: &str, words: &[Node], sentences: &[Sentence], mentions: &[Mention]) -> Self {
        let mut known = if mentions.is_empty() {
            from_capitals(text, words)
        } else {
            from_mentions(text, words, mentions)
        };
        for one in &mut known {
            one.gender = one.gender.or_else(|| one.roles.iter().find_map(|role| gender(role)));
        }
        let titled = |node: &&Node| {
            let role = sentences.get(node.sentence).map(|sentence| sentence.role);
            matches!(role, Some(Role::Headline | Role::AlternateHeadline | Role::Standfirst))
        };
        let titles = words.iter().filter(titled).map(|node| node.span.of(text).to_lowercase()).collect();
        Self { known, titles }
    }

    /// The speaker that a noun phrase means.
    pub(super) fn speaker(
        &self,
        text: &str,
        nodes: &[Node],
        attribution: &Attribution,
        memory: &Memory,
    ) -> Option<Speaker> {
        let phrase = attribution.source?;
        let first = nodes.get(phrase.first)?;
        if let Some(one) = self.apposed(nodes, &phrase) {
            return Some(Speaker { evidence: phrase.span.hull(one.span), mention: one.mention });
        }
        if phrase.pronoun {
            return Some(self.pronoun(text, nodes, attribution, &phrase, memory));
        }
        let last = phrase.head.1.checked_sub(1).and_then(|at| nodes.get(at)).unwrap_or(first);
        if let Some(one) = self.naming(last.span, phrase.span) {
            return Some(Speaker { evidence: phrase.span, mention: one.mention });
        }
        // `Ada Byron's father`
        let owned = || {
            let head = nodes.get(phrase.first..phrase.head.1).unwrap_or_default();
            head.iter().any(|node| node.is(Tags::CLITIC))
        };
        let definite = (first.is(Tags::DET) || owned())
            && !groups::INDEFINITE.contains(&first.span.of(text).to_ascii_lowercase().as_str());
        let again = || {
            self.role(text, nodes, &phrase).or_else(|| self.body(text, nodes, &phrase).filter(|_| !owned()))
        };
        let mention = definite.then(again).flatten();
        // `A port official told … “…,” the official said`: who is not named is known by what the text first said.
        let before =
            memory.speaker.filter(|before| before.mention.is_none() && mention.is_none() && definite);
        let evidence = before.map(|before| before.evidence).filter(|before| {
            let noun = last.span.of(text);
            let words = before.of(text);
            let opens = ["a ", "an ", "one ", "another "]
                .iter()
                .any(|opener| words.to_lowercase().starts_with(opener));
            opens && before.end() <= phrase.span.start() && words.split(' ').any(|word| word == noun)
        });
        Some(Speaker { evidence: evidence.unwrap_or(phrase.span), mention })
    }

    /// The person named right behind a phrase that names no one: `said one, Ada Byron, 36`, `its Chief Executive, Ada
    /// Byron, said`.
    fn apposed(&self, nodes: &[Node], phrase: &NounPhrase) -> Option<&Known> {
        // A head in capitals takes its apposition into the phrase.
        let behind = nodes
            .get(phrase.head.1..)
            .filter(|behind| behind.first().is_some_and(|node| node.is(Tags::COMMA)));
        // A title before the name is no apposition by itself: `the minister of ports, Dr Ada Byron`.
        let own = || {
            let from = nodes.partition_point(|node| node.span.start() < phrase.span.end());
            nodes.get(from..).filter(|behind| behind.first().is_some_and(|node| node.is(Tags::COMMA)))
        };
        let behind = behind.or_else(own).or_else(|| nodes.get(phrase.last..))?;
        let start = behind.get(1)?.span.start();
        let at = self.known.partition_point(|one| one.span.start() < start);
        // `the minister, Dr Ada Byron`: a title may stand before the name.
        let begins = |one: &Known| one.span.start() == start || one.full.start() <= start;
        let one = self.known.get(at).filter(|one| one.kind == Some(EntityKind::Person) && begins(one))?;
        let end = behind.iter().find(|node| node.span.start() >= one.span.end());
        let closed = end.is_none_or(|node| node.is(Tags::PAUSE | Tags::STOP));
        (behind.first()?.is(Tags::COMMA) && closed && !one.possessive).then_some(one)
    }

    /// The name that the head word of a phrase belongs to: `Ada Byron` in `the countess, Ada Byron`, but nothing in
    /// `Ada Byron's lawyer` or `a Bath official`.
    fn naming(&self, word: Span, phrase: Span) -> Option<&Known> {
        let end = self.known.partition_point(|one| one.span.start() < word.end());
        let one = self.known.get(end.checked_sub(1)?)?;
        (one.span.covers(word) && one.span.start() >= phrase.start() && !one.possessive).then_some(one)
    }

    /// The last name inside a span.
    fn inside(&self, span: Span) -> Option<&Known> {
        let end = self.known.partition_point(|one| one.span.start() < span.end());
        self.known.get(end.checked_sub(1)?).filter(|one| span.covers(one.span) && !one.possessive)
    }

    fn before(&self, offset: usize) -> impl Iterator<Item = &Known> {
        let end = self.known.partition_point(|one| one.span.end() <= offset);
        self.known.get(end.saturating_sub(REACH)..end).unwrap_or_default().iter().rev()
    }

    fn pronoun(
        &self,
        text: &str,
        nodes: &[Node],
        attribution: &Attribution,
        phrase: &NounPhrase,
        memory: &Memory,
    ) -> Speaker {
        let unresolved = Speaker { evidence: phrase.span, mention: None };
        let Some(node) = nodes.get(phrase.first) else { return unresolved };
        let word = node.span.of(text).to_ascii_lowercase();
        // `what they call “x”`: the pronoun alone would name no one.
        let naming = attribution.naming;
        let gender = match word.as_str() {
            "he" | "him" => Some(Gender::Male),
            "she" | "her" => Some(Gender::Female),
            "it" | "they" | "them" => {
                return match memory.subject {
                    Some(subject) => {
                        let mention = self.inside(subject).and_then(|one| one.mention);
                        Speaker {
                            evidence: if mention.is_some() || !naming { phrase.span } else { subject },
                            mention,
                        }
                    }
                    None => unresolved,
                };
            }
            _ => return unresolved,
        };
        let last = memory.speaker.and_then(|speaker| speaker.mention);
        let mut best: Option<(i32, &Known)> = None;
        for one in self.before(phrase.span.start()) {
            let distance = node.sentence.saturating_sub(one.sentence);
            let person = matches!(one.kind, None | Some(EntityKind::Person));
            if distance > 6 {
                break;
            }
            if !person || one.gender.is_some() && one.gender != gender {
                continue;
            }
            // Whom somebody names in their own words is another.
            let quoted = nodes.iter().any(|node| node.quote.is_some() && node.span.covers(one.span));
            if quoted && !names_self(text, one.span) {
                continue;
            }
            let mut score = -3 * i32::try_from(distance).unwrap_or(9);
            score += if one.subject { 3 } else { 0 };
            score += if one.gender.is_some() { 2 } else { 0 };
            score += if last.is_some() && one.mention == last { 3 } else { 0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, one));
            }
        }
        best.map_or(unresolved, |(_, one)| Speaker {
            evidence: if one.mention.is_some() { phrase.span } else { one.span },
            mention: one.mention,
        })
    }

    /// `the minister`: the last person whose title or apposition holds the word.
    fn role(&self, text: &str, nodes: &[Node], phrase: &NounPhrase) -> Option<usize> {
        let (first, last) = phrase.head;
        let head = nodes.get(first..last)?.iter().rev().find(|node| node.is_nominal())?;
        let word = head.span.of(text).to_lowercase();
        let gender = gender(&word);
        let agrees = |one: &&Known| {
            one.kind == Some(EntityKind::Person)
                && (gender.is_none() || one.gender.is_none() || one.gender == gender)
        };
        self.before(phrase.span.start())
            .filter(agrees)
            .find(|one| one.roles.contains(&word))
            .or_else(|| {
                self.before(phrase.span.start())
                    .filter(agrees)
                    .find(|one| one.roles.iter().any(|told| role::alike(told, &word)))
            })
            .or_else(|| self.only_person(text, phrase, &word).filter(agrees))
            .and_then(|one| one.mention)
    }

    /// `the bearded engineer` where the headline speaks of an engineer and the account has named one person so far.
    fn only_person(&self, text: &str, phrase: &NounPhrase, word: &str) -> Option<&Known> {
        if !(role::person(word) && self.titles.contains(word)) {
            return None;
        }
        let end = self.known.partition_point(|one| one.span.end() <= phrase.span.start());
        let mut people = self
            .known
            .get(..end)?
            .iter()
            .filter(|one| one.kind == Some(EntityKind::Person) && one.mention.is_some());
        let first = people.next()?;
        let parts: Vec<&str> = first.span.of(text).split_whitespace().collect();
        people
            .all(|one| one.span.of(text).split_whitespace().any(|part| parts.contains(&part)))
            .then_some(first)
    }

    /// `the company`: the last body named that the word does not speak against.
    fn body(&self, text: &str, nodes: &[Node], phrase: &NounPhrase) -> Option<usize> {
        let (first, last) = phrase.head;
        let [_, noun] = nodes.get(first..last)? else { return None };
        let word = noun.span.of(text).to_lowercase();
        let by_name = role::body(&word)?;
        let near = |one: &&Known| noun.sentence.saturating_sub(one.sentence) <= NEAR;
        let bodies = || {
            self.before(phrase.span.start())
                .take_while(near)
                .filter(|one| one.kind == Some(EntityKind::Organisation))
        };
        let holds = |one: &&Known| {
            let mut words = one.span.of(text).split(|c: char| !c.is_alphanumeric());
            one.roles.contains(&word) || words.any(|part| part.eq_ignore_ascii_case(&word))
        };
        // A ministry is no company.
        let other = |one: &&Known| {
            let last = one.span.of(text).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            role::body(&last.to_lowercase()).is_some_and(|by_name| by_name)
        };
        bodies()
            .find(holds)
            .or_else(|| bodies().find(|one| !by_name && !other(one)))
            .and_then(|one| one.mention)
    }
}

/// `My name is Ada Byron`, `I am Ada Byron`.
fn names_self(text: &str, name: Span) -> bool {
    let before = text.get(..name.start()).unwrap_or_default().trim_end();
    groups::NAMING_SELF.iter().any(|words| before.ends_with(words))
}
