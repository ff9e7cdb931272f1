//! Quotations that another account gives in its own words.

use super::build::{Version, family};
use super::{FamilyRelation, QuoteFamily};
use crate::Place;
use crate::align::{Term, overlap};
use crate::best::Best;
use crate::difference::{attributed, said};
use crate::story::Story;
use std::collections::BTreeSet;

/// Lowest likeness of a quotation and a clause, in a linked sentence, that paraphrases it.
const LEAST: f64 = 0.34;
/// The same in a clause that is itself linked to the quotation's, and so surely.
const LEAST_LINKED: f64 = 0.2;
const SURE_LINK: f64 = 1.0;
/// The same in any other sentence.
const LEAST_APART: f64 = 0.4;
/// Fewest words of a quotation that is looked for in other words.
const LEAST_QUOTED: usize = 4;
/// Fewest terms of one clause of a quotation that is looked for by itself.
const LEAST_TERMS: usize = 3;

/// Quotations that another account gives in its own words, as said by the same person.
///
/// Of several versions of an utterance the longest stands for all.
pub(super) fn paraphrases(
    story: &Story,
    versions: &[Version],
    shorter: &BTreeSet<usize>,
) -> Vec<QuoteFamily> {
    let mut found = Vec::new();
    for (number, version) in versions.iter().enumerate() {
        if version.wording.words.len() < LEAST_QUOTED || shorter.contains(&number) {
            continue;
        }
        let Some(speaker) = version.speaker else { continue };
        let mut best = Best::new();
        for part in parts(story, version) {
            for (likeness, place) in part.told_by(story, versions, speaker) {
                best.offer(place.account, likeness, place);
            }
        }
        if !best.is_empty() {
            let mut places: Vec<Place> = best.into_values().collect();
            places.push(version.place);
            story.units.hear(&mut places);
            found.push(family(story, FamilyRelation::Paraphrased, Some(speaker), places));
        }
    }
    found
}

/// What of a quotation may be told in other words: its first sentence, or one clause of it.
struct Part {
    clause: usize,
    terms: Vec<Term>,
}

/// The first sentence of a quotation as far as it is quoted, and each of its clauses that says enough.
fn parts(story: &Story, version: &Version) -> Vec<Part> {
    let Some(first) = story.clause_at(version.place.account, version.place.span.start()) else {
        return Vec::new();
    };
    let quoted = |terms: &[Term]| -> Vec<Term> {
        terms.iter().filter(|term| version.place.span.covers(term.span)).copied().collect()
    };
    let sentence = story.unit(first).map_or_else(Vec::new, |unit| quoted(&unit.terms));
    let clauses = (first..story.units.clauses.len()).take_while(|&clause| {
        let place = story.place(clause);
        place.account == version.place.account && place.span.start() < version.place.span.end()
    });
    let clauses = clauses.map(|clause| Part { clause, terms: quoted(story.terms(clause)) });
    std::iter::once(Part { clause: first, terms: sentence })
        .chain(clauses.filter(|part| part.terms.len() >= LEAST_TERMS))
        .collect()
}

impl Part {
    /// The clauses of other accounts in which the speaker is said to say this in other words, with their likeness.
    fn told_by(&self, story: &Story, versions: &[Version], speaker: usize) -> Vec<(f64, Place)> {
        let account = story.units.account(self.clause);
        let linked: BTreeSet<usize> = story.linked_clauses(self.clause).collect();
        let mut near = linked.clone();
        near.extend(story.sharing(account, &self.terms));
        let told = |other: usize| {
            let place = story.place(other);
            let content = said(story, other)?;
            let own: Vec<Term> =
                story.terms(other).iter().filter(|term| content.covers(term.span)).copied().collect();
            let whole = overlap(&self.terms, story.terms(other)).ratio();
            let likeness = overlap(&self.terms, &own).ratio().max(whole);
            let least = if story.link(self.clause, other).is_some_and(|score| score >= SURE_LINK) {
                LEAST_LINKED
            } else if linked.contains(&other) {
                LEAST
            } else {
                LEAST_APART
            };
            let tells = place.account != account
                && likeness >= least
                && !is_marked(versions, place)
                && attributed(story, other) == Some(speaker);
            tells.then_some((likeness, place))
        };
        near.into_iter().filter_map(told).collect()
    }
}

/// Whether more than a third of the words at a place stand within marks. Versions come in the order of their places.
fn is_marked(versions: &[Version], place: Place) -> bool {
    let key = |version: &Version| (version.place.account, version.place.span.start());
    let end = versions.partition_point(|version| key(version) < (place.account, place.span.end()));
    let near = versions.get(end.saturating_sub(2)..end).unwrap_or_default();
    let within = near.iter().filter(|version| version.place.account == place.account);
    let marked = within.filter_map(|version| Some(version.place.span.intersection(place.span)?.len()));
    3 * marked.sum::<usize>() > place.span.len()
}
