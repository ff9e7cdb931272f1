//! Differences of attribution: the same said, by somebody else.

use super::wording::{content, means};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::QuoteFamily;
use crate::family::FamilyRelation;
use crate::story::Story;
use corroborate_extract::{EntityKind, Quotation, QuotationKind};
use corroborate_text::{Span, fold, single_spaced, stem};
use std::collections::{BTreeMap, BTreeSet};

/// Lowest score of the link between two clauses for a difference of their speakers to mean something.
const LEAST_LINK: f64 = 0.85;
/// Farthest that a speaker may stand from the words to be shown with them, in bytes.
const FARTHEST_SPEAKER: usize = 240;

/// Finds utterances and statements that accounts give to different people.
pub(crate) fn find(story: &Story, families: &[QuoteFamily]) -> Vec<Difference> {
    let mut found: Vec<Difference> =
        families.iter().filter_map(|family| of_family(story, family, families)).collect();
    for phrase in of_phrases(story) {
        if !found.iter().any(|known| repeats(&phrase, known)) {
            found.push(phrase);
        }
    }
    for (claim, group) in story.groups.iter().enumerate().filter(|(_, group)| group.clauses.len() > 1) {
        let told: Vec<(usize, usize)> =
            group.clauses.iter().filter_map(|&c| Some((c, attributed(story, c)?))).collect();
        // Only a clause closely linked to one that somebody else says shows that the speaker differs.
        let close = |(c, voice): (usize, usize)| {
            told.iter().any(|&(other, by)| {
                by != voice && story.link(c, other).is_some_and(|score| score >= LEAST_LINK)
            })
        };
        let voices: Vec<(usize, Place)> = told
            .iter()
            .filter(|&&item| close(item))
            .map(|&(c, voice)| (voice, voiced(story, story.place(c))))
            .collect();
        // Close wording of one claim is handled with its family; here the claim is told in other words.
        let differs = difference(story, &voices, Shared::Claim, Some(claim));
        found.extend(differs.filter(|differs| !found.iter().any(|known| repeats(differs, known))));
    }
    found
}

/// What two people are said to have said.
#[derive(Clone, Copy)]
enum Shared {
    /// The same marked words.
    Words,
    /// A marked phrase, and the same in words of the account.
    Phrase,
    /// Much the same.
    Claim,
}

/// Marked words of one person that another account hands on, without marks, as somebody else's: `“firmly rejects” it`,
/// `rejected it outright`.
fn of_phrases(story: &Story) -> Vec<Difference> {
    let mut found = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        let marked = source.annotations.quotations.iter().filter(|one| one.kind != QuotationKind::Indirect);
        for quotation in marked {
            let Some(clause) = story.clause_at(account, quotation.content.start()) else { continue };
            let words = content(quotation.content.of(story.text(account)));
            let Some(by) = speaker(story, account, quotation).filter(|_| PHRASE.contains(&words.len()))
            else {
                continue;
            };
            let mut voices = vec![(by, voiced(story, Place::new(account, quotation.content)))];
            for other in story.sharing(account, story.terms(clause)) {
                let place = story.place(other);
                if place.account != account
                    && said(story, other).is_some()
                    && let Some(voice) = attributed(story, other)
                    && voice != by
                    && stand_together(&words, story.spaced(other))
                {
                    voices.push((voice, place));
                }
            }
            found.extend(difference(story, &voices, Shared::Phrase, story.claim_of(clause)));
        }
    }
    found
}

/// Content words of a marked phrase that is looked for, and words among which they stand elsewhere.
const PHRASE: std::ops::RangeInclusive<usize> = 2..=4;
const PHRASE_WORDS: usize = 6;

/// Whether all words of a phrase, or words that mean the same, stand near one another among others.
fn stand_together(phrase: &[String], others: &str) -> bool {
    let others: Vec<String> = others.split_whitespace().map(stem).collect();
    let all = |near: &[String]| phrase.iter().all(|word| near.iter().any(|other| means(word, other)));
    others.windows(PHRASE_WORDS.min(others.len().max(1))).any(all)
}

/// Whether two of the speakers that a difference tells apart are told apart by another one, for the same words.
fn repeats(differs: &Difference, known: &Difference) -> bool {
    let shared = |side: &&Side| {
        known.sides.iter().filter(|other| other.value == side.value).any(|other| {
            let meets = |place: &Place| {
                other.evidence.iter().any(|at| at.account == place.account && at.span.overlaps(place.span))
            };
            side.evidence.iter().any(meets)
        })
    };
    differs.sides.iter().filter(shared).count() > 1
}

/// The speakers of a family that has more than one, with those of all who give the same words.
fn of_family(story: &Story, family: &QuoteFamily, families: &[QuoteFamily]) -> Option<Difference> {
    if family.relation != FamilyRelation::Reattributed {
        return None;
    }
    let same = |other: &&QuoteFamily| {
        matches!(other.relation, FamilyRelation::Verbatim | FamilyRelation::Truncated)
            && other.versions.iter().any(|place| family.versions.contains(place))
    };
    let others = families.iter().filter(same).flat_map(|other| other.versions.iter());
    let versions: BTreeSet<Place> = family.versions.iter().chain(others).copied().collect();
    let voices: Vec<(usize, Place)> = versions
        .into_iter()
        .filter_map(|place| Some((quoted(story, place)?, voiced(story, place))))
        .collect();
    difference(story, &voices, Shared::Words, None)
}

fn difference(
    story: &Story,
    voices: &[(usize, Place)],
    shared: Shared,
    claim: Option<usize>,
) -> Option<Difference> {
    let mut sides: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for &(entity, place) in voices {
        sides.entry(entity).or_default().push(place);
    }
    let person = |entity: &usize| story.entities.get(*entity).is_some_and(|e| e.kind == EntityKind::Person);
    if sides.len() < 2 || !sides.keys().all(person) {
        return None;
    }
    let name =
        |entity: usize| story.entities.get(entity).map_or_else(String::new, |entity| entity.name.clone());
    let sides: Vec<Side> =
        sides.into_iter().map(|(entity, evidence)| Side { value: name(entity), evidence }).collect();
    let names: Vec<&str> = sides.iter().map(|side| side.value.as_str()).collect();
    let (relation, rule, why) = match shared {
        Shared::Words => (DifferenceRelation::Conflict, "attribution.words", "the same words are given to"),
        Shared::Phrase => {
            (DifferenceRelation::Conflict, "attribution.phrase", "words quoted from one are another's:")
        }
        Shared::Claim => {
            (DifferenceRelation::Wording, "attribution.claim", "much the same is said, in other words, by")
        }
    };
    let words = sides.first().and_then(|side| side.evidence.first()).map_or("", |&place| story.words(place));
    Some(Difference {
        kind: DifferenceKind::Attribution,
        relation,
        subject: format!("who said: {}", single_spaced(words)),
        explanation: format!("In these accounts {why} {}.", names.join(" and ")),
        sides,
        rule,
        claim,
    })
}

/// The words at a place together with those that say whose they are.
fn voiced(story: &Story, place: Place) -> Place {
    let account = story.accounts.get(place.account);
    let found = account.and_then(|account| overlapping(&account.annotations.quotations, place.span));
    let speaker = found.and_then(|quotation| Some(quotation.speaker?.evidence));
    let sentences = story.accounts.get(place.account).map(|account| &account.annotations.sentences);
    let naming = speaker.and_then(|speaker| {
        sentences.into_iter().flatten().map(|sentence| sentence.span).find(|span| span.covers(speaker))
    });
    // A speaker named sentences away would make the evidence a paragraph.
    let near = naming.filter(|span| span.hull(place.span).len() <= place.span.len() + FARTHEST_SPEAKER);
    Place::new(place.account, near.map_or(place.span, |span| span.hull(place.span)))
}

/// The entity to which an account gives the words at a place.
pub(crate) fn quoted(story: &Story, place: Place) -> Option<usize> {
    let annotations = &story.accounts.get(place.account)?.annotations;
    let quotation = overlapping(&annotations.quotations, place.span)?;
    speaker(story, place.account, quotation)
}

/// The entity that says what a clause states, where the clause is said by somebody.
pub(crate) fn attributed(story: &Story, clause: usize) -> Option<usize> {
    speaker(story, story.units.account(clause), quotation(story, clause)?)
}

/// What a clause hands on in words of its own as somebody's, without the words that say whose.
pub(crate) fn said(story: &Story, clause: usize) -> Option<Span> {
    let indirect = |quotation: &&Quotation| quotation.kind == QuotationKind::Indirect;
    quotation(story, clause).filter(indirect).map(|quotation| quotation.content)
}

/// The quotation in which a clause stands, or which makes up much of it.
fn quotation<'a>(story: &Story<'a>, clause: usize) -> Option<&'a Quotation> {
    let quotations = &story.accounts.get(story.units.account(clause))?.annotations.quotations;
    let said = story.statement(clause)?.quotation.and_then(|quotation| quotations.get(quotation));
    // `The union said there were 900`: what is said is part of a clause that names the speaker too.
    let span = story.place(clause).span;
    said.or_else(|| {
        overlapping(quotations, span).filter(|quotation| 5 * quotation.content.len() >= span.len())
    })
}

/// Whether the words at a place are handed on as somebody's.
pub(crate) fn is_said(story: &Story, place: Place) -> bool {
    let account = story.accounts.get(place.account);
    account.is_some_and(|account| overlapping(&account.annotations.quotations, place.span).is_some())
}

/// Whether the words at two places of one account are said by two that differ, by who they are or by the words for
/// them.
pub(crate) fn said_by_two(story: &Story, a: Place, b: Place) -> bool {
    let said = |place: Place| {
        let account = story.accounts.get(place.account)?;
        overlapping(&account.annotations.quotations, place.span)
    };
    let words = |quotation: &Quotation| {
        let evidence = quotation.speaker?.evidence;
        Some(fold(story.words(Place::new(a.account, evidence))))
    };
    match (said(a), said(b)) {
        (Some(first), Some(second)) => {
            match (speaker(story, a.account, first), speaker(story, b.account, second)) {
                (Some(by), Some(other)) => by != other,
                _ => words(first).zip(words(second)).is_some_and(|(by, other)| by != other),
            }
        }
        _ => false,
    }
}

/// The outermost quotation that shares words with a span. Quotations stand in the order of their contents, and nest
/// a few levels deep at most.
fn overlapping(quotations: &[Quotation], span: Span) -> Option<&Quotation> {
    let end = quotations.partition_point(|quotation| quotation.content.start() < span.end());
    let near = quotations.get(end.saturating_sub(DEEPEST)..end)?;
    near.iter().find(|quotation| quotation.content.overlaps(span))
}

/// Quotations looked at before a place.
const DEEPEST: usize = 8;

/// The entity to which an account gives a quotation.
pub(crate) fn speaker(story: &Story, account: usize, quotation: &Quotation) -> Option<usize> {
    let speaker = quotation.speaker?;
    let Some(mention) = speaker.mention else { return story.voice(account, speaker.evidence) };
    let mention = story.accounts.get(account)?.annotations.mentions.get(mention)?;
    story.entity(account, mention.span.start())
}
