//! What one account gives and another says is not known or not disclosed.

mod asked;

use super::phrase::Phrases;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use super::{figure, later};
use crate::Place;
use crate::align::{Term, TermClass};
use crate::best::Best;
use crate::claim::share;
use crate::cues;
use crate::story::Story;
use asked::Words;
use corroborate_extract::{EntityKind, Mention, Polarity};
use corroborate_quantity::{Quantity, QuantityKind};
use corroborate_temporal::{Precision, TimeExpression, TimexType};
use corroborate_text::{Span, fold, stem};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Share of what the *not known* is about that the other clause must speak of.
const LEAST_ABOUT: f64 = 0.6;

/// The same of those of whom is asked how many did a thing.
const LEAST_COUNTED: f64 = 0.35;

/// The same of what is to be paid, which only a clause with a sum gives.
const LEAST_PAID: f64 = 0.3;

/// The same of a day or an hour that is asked for, which only a clause with one gives.
const LEAST_DATED: f64 = 0.4;

/// Share of what is said of somebody not named that a clause with a name must say.
const LEAST_SAID: f64 = 0.5;

/// Finds *not known* in one account beside what another account gives.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut given: BTreeMap<Answer, Vec<Place>> = BTreeMap::new();
    for clause in 0..story.units.clauses.len() {
        if story.statement(clause).is_some_and(|statement| statement.unknown)
            && !refuses_comment(story, clause)
        {
            for answer in answers(story, clause) {
                given.entry(answer).or_default().push(story.place(clause));
            }
        }
    }
    given.into_iter().map(|(answer, unknown)| difference(story, &answer, unknown)).collect()
}

/// What gives the thing that another account says is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Answer {
    clause: usize,
    kind: DifferenceKind,
    place: Place,
}

/// Not to comment is to say nothing, not to say that a thing is unknown.
fn refuses_comment(story: &Story, clause: usize) -> bool {
    let words = fold(story.words(story.place(clause)));
    words.split(|c: char| !c.is_alphanumeric()).any(|word| stem(word) == "comment")
}

/// For each other account, what gives best the thing that this clause says is not known.
fn answers(story: &Story, unknown: usize) -> Vec<Answer> {
    let Some(clause) = story.clause(unknown) else { return Vec::new() };
    let account = story.units.account(unknown);
    let words = Words::of(story, account, unknown, &clause.terms);
    if words.about.is_empty() && words.dimension.is_none() {
        return Vec::new();
    }
    let mut best = Best::new();
    let near = story.sharing(account, &words.about);
    // Who is named as one of the dead is seldom called so in the words of the question.
    let dead = if words.dead {
        clauses_that(story, account, |clause| figure::tells_of_dead(story.spaced(clause)))
    } else {
        Vec::new()
    };
    let measured = words.dimension.map_or_else(Vec::new, |dimension| {
        clauses_that(story, account, |clause| measure(story, clause, dimension).is_some())
    });
    for index in near.into_iter().chain(dead).chain(measured) {
        let there = story.units.account(index);
        let gives = !story.statement(index).is_some_and(|statement| statement.unknown);
        if there == account || !gives {
            continue;
        }
        if let Some((score, answer)) = answer(story, &words, index) {
            best.offer(there, score, answer);
        }
    }
    best.into_values().collect()
}

/// The clauses of the other accounts of an event that tell something.
fn clauses_that(story: &Story, account: usize, tell: impl Fn(usize) -> bool) -> Vec<usize> {
    let other = |clause: usize| {
        let there = story.units.account(clause);
        there != account && story.units.one_event(there, account)
    };
    (0..story.units.clauses.len()).filter(|&clause| other(clause) && tell(clause)).collect()
}

/// Where a clause gives a measure of some dimension.
fn measure(story: &Story, clause: usize, dimension: &str) -> Option<Place> {
    let place = story.place(clause);
    let of = |quantity: &&Quantity| quantity.unit.is_some_and(|unit| unit.dimension == dimension);
    story.quantities(place).find(of).map(|quantity| Place::new(place.account, quantity.span))
}

fn answer(story: &Story, words: &Words, index: usize) -> Option<(f64, Answer)> {
    let clause = story.clause(index)?;
    let account = story.units.account(index);
    if words.name {
        if words.next && !cues::says(story.spaced(index), cues::SUCCESSIONS) {
            return None;
        }
        let mentions = &story.accounts.get(account)?.annotations.mentions;
        let inside = || mentions.iter().filter(|mention| clause.span.covers(mention.full));
        let titled = inside().find(|mention| {
            // A title before a name gives the name of the one who bears it.
            let title = Span::new(mention.full.start(), mention.span.start());
            let terms = clause.terms.iter().filter(|term| title.covers(term.span));
            terms.into_iter().any(|term| words.about.iter().any(|other| term.quality(other) > 0.7))
        });
        if let Some(mention) = titled {
            let place = Place::new(account, mention.full);
            return Some((1.0, Answer { clause: index, kind: DifferenceKind::Name, place }));
        }
        // A full name of a person of whom is said what is asked for.
        let full = |mention: &&Mention| {
            mention.kind == EntityKind::Person && mention.span.of(story.text(account)).contains(' ')
        };
        let of_dead = words.dead && figure::tells_of_dead(story.spaced(index));
        let said = if of_dead || words.next { 1.0 } else { share(&words.about, &clause.terms) };
        return inside().find(full).filter(|_| said >= LEAST_SAID).map(|mention| {
            let place = Place::new(account, mention.full);
            (said, Answer { clause: index, kind: DifferenceKind::Name, place })
        });
    }
    if let Some(dimension) = words.dimension {
        let place = measure(story, index, dimension)?;
        return Some((1.0, Answer { clause: index, kind: DifferenceKind::Figure, place }));
    }
    let content: Vec<Term> =
        words.about.iter().filter(|term| term.class == TermClass::Word).copied().collect();
    let share = share(&words.about, &clause.terms);
    let met = content.iter().filter(|term| term.is_among(&clause.terms)).count();
    let place = story.place(index);
    if words.money && gives_money(story, index) {
        return (met > 0 && (share >= LEAST_PAID || 2 * met >= content.len()))
            .then_some((share, Answer { clause: index, kind: DifferenceKind::Figure, place }));
    }
    if words.figure {
        // `How many people were missing` is not answered by how many people came.
        let telling: Vec<Term> =
            content.iter().filter(|term| !is_generic(story, words, term)).copied().collect();
        let counts = figure_of(story, index, if telling.is_empty() { &content } else { &telling });
        // `How many people had to spend the night` is not answered by how many were on the train.
        let enough = !words.many || share >= LEAST_COUNTED || content.len() == 1;
        return (counts && met > 0 && enough)
            .then_some((share, Answer { clause: index, kind: DifferenceKind::Figure, place }));
    }
    // What is asked for is not given by a clause that says it is not so; whether it is so, is.
    let affirmed = story.statement(index).is_none_or(|statement| statement.polarity == Polarity::Affirmed);
    if !affirmed && !words.whether {
        return None;
    }
    // Of `whether the ballots will count` what says that ballots fell down gives nothing.
    let met_by = |term: &Term| term.is_among(&clause.terms);
    if !words.verbs.is_empty() && !words.verbs.iter().any(met_by) {
        return None;
    }
    if words.time {
        let dated = story.dates.get(account).is_some_and(|dates| {
            let point = |date: &&TimeExpression| {
                matches!(date.kind, TimexType::Date | TimexType::Time) && date.precision <= Precision::Day
            };
            dates.iter().filter(point).any(|date| clause.span.covers(date.span))
        });
        let told = dated && met > 0 && share >= LEAST_DATED;
        return told.then_some((share, Answer { clause: index, kind: DifferenceKind::Date, place }));
    }
    if words.cause && CAUSES.any(story.spaced(index)) {
        // Of `the cause of the fire` any clause on the fire that gives a cause.
        let asked = |term: &&Term| !CAUSE_NOUNS.contains(&*story.stem(words.account, term));
        let told = content.iter().filter(asked).any(met_by);
        return told.then_some((share, Answer { clause: index, kind: DifferenceKind::Claim, place }));
    }
    let enough = share >= LEAST_ABOUT && met >= 2 && 2 * met > content.len();
    enough.then_some((share, Answer { clause: index, kind: DifferenceKind::Claim, place }))
}

/// Whether a term can stand for most people or things counted.
fn is_generic(story: &Story, words: &Words, term: &Term) -> bool {
    figure::is_generic(&story.stem(words.account, term))
}

/// Whether a clause gives a sum of money.
fn gives_money(story: &Story, index: usize) -> bool {
    let mut given = story.quantities(story.place(index));
    given.any(|quantity| quantity.kind == QuantityKind::Money && !quantity.negated)
}

/// Whether a clause gives a figure, or an amount, of one of the things asked for.
fn figure_of(story: &Story, index: usize, content: &[Term]) -> bool {
    let Some(clause) = story.clause(index) else { return false };
    story.quantities(story.place(index)).any(|quantity| {
        // What is counted stands in the expression, or right behind it (marks of quotation may part the two).
        let end = quantity.counted.map_or(quantity.span.end(), Span::end);
        let near = Span::new(quantity.span.start(), end + NEXT_WORD);
        let money = quantity.kind == QuantityKind::Money;
        clause
            .terms
            .iter()
            .filter(|term| money || near.overlaps(term.span))
            .any(|term| term.is_among(content))
    })
}

/// How far behind a figure the thing counted may begin, in bytes.
const NEXT_WORD: usize = 16;

fn difference(story: &Story, answer: &Answer, unknown: Vec<Place>) -> Difference {
    let given = story.shown(answer.place);
    let first = story.first_shown(&unknown);
    let open = |place: &Place| {
        let clause = story.clause_at(place.account, place.span.start());
        clause.is_some_and(|clause| UNDECIDED.any(story.spaced(clause)))
    };
    let settled = unknown.iter().all(open) && later::follows(story, &unknown, &[answer.place]);
    let (relation, why) = if settled {
        (DifferenceRelation::Update, "was not decided")
    } else {
        (DifferenceRelation::NotDisclosed, "is not known")
    };
    Difference {
        kind: answer.kind,
        relation,
        subject: given.clone(),
        explanation: format!("One account says that it {why} (“{first}”); another gives it: “{given}”."),
        sides: vec![
            Side { value: "not known or not disclosed".to_owned(), evidence: unknown },
            Side { value: given, evidence: vec![answer.place] },
        ],
        rule: match answer.kind {
            DifferenceKind::Figure => "unknown.figure",
            DifferenceKind::Name => "unknown.name",
            DifferenceKind::Date => "unknown.date",
            _ => "unknown.claim",
        },
        claim: story.claim_of(answer.clause),
    }
}

/// Phrases by which a clause says that a thing is not decided: who decides it later has it up to date.
static UNDECIDED: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/undecided.txt")));

/// Phrases by which a clause gives a cause.
static CAUSES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/causes.txt")));

/// Nouns that ask for a cause.
static CAUSE_NOUNS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| cues::CAUSE_NOUNS.iter().copied().map(stem).collect());
