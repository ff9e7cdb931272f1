//! Denials: what somebody says is not so, beside those who say that it is.

use super::phrase::{Phrases, Stems};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass};
use crate::claim::share;
use crate::cues;
use crate::story::Story;
use corroborate_extract::Polarity;
use corroborate_text::{Span, fold, rows};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lowest score of the link between a denial and what it denies.
const LEAST_LINK: f64 = 0.7;
/// Share of what is denied that another clause must say.
const LEAST_SHARE: f64 = 0.6;
/// Share of the words of what is denied that a sentence of another account must have to stand with it.
const LEAST_TOLD: f64 = 0.25;
/// Words between a verb that denies and the noun that points back: `denied all of these claims`.
const POINTING: usize = 4;
/// Lowest rarity in general English of a word by which a denial and what it denies are of one thing.
const LEAST_RARITY: f64 = 4.5;
/// Sentences before a denial that points back in which the thing denied may stand.
const FARTHEST: usize = 3;

/// Finds denials with what they deny: in other accounts, or before them in the same one.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    // A story repeats its words: each is brought to its stem once.
    let mut known: FxHashMap<&str, Word> = FxHashMap::default();
    let mut words: Vec<Word> = Vec::new();
    for clause in 0..story.units.clauses.len() {
        let spaced = story.spaced(clause).split_ascii_whitespace();
        words.clear();
        words.extend(spaced.map(|word| *known.entry(word).or_insert_with(|| Word::of(word))));
        // `neither confirmed nor denied it` denies nothing.
        let contradicts = CONTRADICTIONS.any(story.spaced(clause));
        let or_deny = |pair: &[Word]| matches!(pair, [or, deny] if or.text == "or" && deny.text == "deny");
        // `He did not deny it`.
        let not = |word: &Word| matches!(word.text, "not" | "never" | "nobody") || word.text.ends_with("n't");
        let undenied = |pair: &[Word]| matches!(pair, [first, deny] if deny.denies && not(first));
        let denied = if words.iter().any(|word| word.text == "nor")
            || words.windows(2).any(or_deny)
            || words.windows(2).any(undenied)
        {
            Vec::new()
        } else if names_charge(&words, contradicts) {
            stated(story, clause, &ANAPHORS)
        } else if let Some((said, words)) = contradicts.then(|| handed_on(story, clause)).flatten() {
            stating(story, said, &words)
        } else if contradicts || points_back(&words) {
            foregoing(story, clause, contradicts)
        } else if denies(story, clause, &words) {
            stated(story, clause, &DENIALS)
        } else {
            Vec::new()
        };
        if !denied.is_empty() {
            found.entry(denied).or_default().push(clause);
        }
    }
    found.iter().map(|(said, denied)| difference(story, said, denied)).collect()
}

/// Whether a stem is that of a verb that denies what somebody says: `deny`, and not `reject`.
pub(super) fn is_denial(stem: &str) -> bool {
    DENIALS.has(stem)
}

/// A word of a clause, folded.
#[derive(Clone, Copy)]
struct Word<'w> {
    text: &'w str,
    /// A verb that denies.
    denies: bool,
    /// A noun that stands for what was said: *claim*, *report*.
    refers: bool,
}

impl<'w> Word<'w> {
    fn of(text: &'w str) -> Self {
        Self { text, denies: DENIALS.has_word(text), refers: ANAPHORS.has_word(text) }
    }
}

fn denies(story: &Story, clause: usize, words: &[Word]) -> bool {
    let denied = story.statement(clause).is_some_and(|statement| statement.polarity == Polarity::Denied);
    denied && words.iter().any(|word| word.denies)
}

/// Whether a denial says itself what is denied: `the report that the mill had been sold is untrue`, `denied a report
/// in a newspaper that it would move`.
fn names_charge(words: &[Word], contradicts: bool) -> bool {
    let verb = words.iter().position(|word| word.denies);
    if verb.is_none() && !contradicts {
        return false;
    }
    let said = words.get(verb.map_or(0, |verb| verb + 1)..).unwrap_or_default();
    let noun = said.iter().position(|word| word.refers);
    let behind = noun.and_then(|noun| said.get(noun + 1..)).unwrap_or_default();
    let word = |at: usize| behind.get(at).map_or("", |word| word.text);
    let opens = |at: usize| match word(at) {
        "that" => true,
        "which" => at.checked_sub(2).is_some_and(|before| word(before) == "according"),
        _ => false,
    };
    // `denied the charge, saying that …` says something else.
    let tells = |word: &Word| {
        let word = word.text;
        word.ends_with("ing") && word != "according" || cues::GOING_ON.contains(&word)
    };
    let open = (0..behind.len().min(OPENING)).find(|&at| opens(at));
    open.is_some_and(|open| !behind.iter().take(open).any(tells))
}

/// Words between a noun and what it says: `report in a newspaper that`.
const OPENING: usize = 7;

/// `denied the charge`, `no such call had been made`: a denial of what stands before it.
fn points_back(words: &[Word]) -> bool {
    let verbs = words.iter().enumerate().filter(|(_, word)| word.denies);
    verbs.map(|(at, _)| words.get(at + 1..).unwrap_or_default()).any(|behind| {
        let noun = behind.iter().take(POINTING).position(|word| word.refers);
        // `denied claims that …` says itself what is denied.
        let open = |at: usize| behind.get(at + 1).is_some_and(|next| matches!(next.text, "that" | "of"));
        noun.is_some_and(|at| !open(at))
            || behind.first().is_some_and(|word| matches!(word.text, "it" | "this"))
    })
}

/// What the sentence of a denial hands on before it as somebody's words, and the clause that does: `who had been quoted
/// as saying that the mill was lost, said he had said no such thing`.
fn handed_on(story: &Story, denial: usize) -> Option<(usize, Vec<Term>)> {
    let unit = story.clause(denial)?.unit;
    let first = (0..=denial).rev().take_while(|&one| story.clause(one).is_some_and(|one| one.unit == unit));
    first.into_iter().find_map(|clause| {
        let place = story.place(clause);
        let text = story.words(place);
        let opener = cues::HANDED_ON.iter().find_map(|words| {
            let words = format!(" {words} ");
            Some(text.find(&words)? + words.len())
        })?;
        let behind = |term: &&Term| term.span.start() >= place.span.start() + opener;
        Some((clause, story.terms(clause).iter().filter(behind).copied().collect()))
    })
}

/// What a denial that points back denies: the clause before it that holds the thing named (`no such call`), or the
/// last one that somebody else says; with the clauses of other accounts that state the same. What contradicts
/// the foregoing is not part of the sentence that it contradicts.
fn foregoing(story: &Story, denial: usize, contradicts: bool) -> Vec<usize> {
    let own = story.terms(denial);
    let account = story.units.account(denial);
    let unit = story.clause(denial).map_or(0, |clause| clause.unit);
    let text = story.text(account);
    let named = |term: &&Term| {
        let before = text.get(..term.span.start()).unwrap_or_default().trim_end();
        fold(before.rsplit(char::is_whitespace).next().unwrap_or_default()) == "such"
    };
    let thing = own.iter().find(named);
    let before: Vec<usize> = (0..denial)
        .rev()
        .take_while(|&clause| {
            let near = story.clause(clause).is_some_and(|clause| clause.unit + FARTHEST >= unit);
            near && story.units.account(clause) == account
        })
        .filter(|&clause| !contradicts || story.clause(clause).is_some_and(|clause| clause.unit != unit))
        .collect();
    let holds = |clause: usize| thing.is_some_and(|thing| thing.is_among(story.terms(clause)));
    let voice = |clause: usize| story.statement(clause).and_then(|statement| statement.quotation);
    let somebody = |clause: usize| voice(clause).is_some() && voice(clause) != voice(denial);
    let of_thing = before.iter().copied().find(|&clause| holds(clause));
    // `The suit is baseless`, after talk of a suit and of something else.
    let shares = |&&clause: &&usize| {
        let terms = story.terms(clause);
        let telling = own.iter().filter(|term| term.class == TermClass::Word && term.rarity >= LEAST_RARITY);
        telling.into_iter().any(|term| term.is_closely_among(terms))
    };
    let of_thing = of_thing.or_else(|| before.iter().find(shares).filter(|_| contradicts).copied());
    of_thing.or_else(|| before.iter().copied().find(|&clause| somebody(clause))).map_or_else(
        Vec::new,
        |clause| {
            let group = story.claim_of(clause).and_then(|claim| story.groups.get(claim));
            let mut said = group.map_or_else(Vec::new, |group| group.clauses.clone());
            // A claim is made of sentences, and a clause of one need not state what another states.
            let own = story.unit(clause).map_or(&[][..], |unit| unit.terms.as_slice());
            let words: Vec<Term> = own.iter().filter(|term| term.class == TermClass::Word).copied().collect();
            said.retain(|&other| {
                let terms = story.unit(other).map_or(&[][..], |unit| unit.terms.as_slice());
                share(&words, terms) >= LEAST_TOLD
            });
            said.push(clause);
            said.sort_unstable();
            said.dedup();
            said.retain(|&other| other != denial);
            said
        },
    )
}

/// The clauses that state what a clause denies, which stands behind the first of its words that is in a table.
fn stated(story: &Story, denial: usize, opening: &Stems) -> Vec<usize> {
    let Some(clause) = story.clause(denial) else { return Vec::new() };
    let account = story.units.account(denial);
    let opens = |term: &Term| opening.has(&story.stem(account, term));
    let behind: Vec<Term> = clause.terms.iter().skip_while(|term| !opens(term)).skip(1).copied().collect();
    stating(story, denial, &behind)
}

/// The clauses of other sentences that say most of some words of a clause.
fn stating(story: &Story, denial: usize, behind: &[Term]) -> Vec<usize> {
    let Some(clause) = story.clause(denial) else { return Vec::new() };
    let account = story.units.account(denial);
    let content: Vec<Term> = behind.iter().filter(|term| term.class == TermClass::Word).copied().collect();
    let says = |&other: &usize| {
        let affirmed = story
            .statement(other)
            .is_none_or(|statement| statement.polarity == Polarity::Affirmed && !statement.unknown);
        let terms = story.terms(other);
        let met = content.iter().filter(|term| term.is_among(terms)).count();
        let close = story.link(denial, other).is_some_and(|score| score >= LEAST_LINK);
        let apart = story.clause(other).is_some_and(|other| other.unit != clause.unit);
        apart && affirmed && (close || met >= 2 && share(behind, terms) >= LEAST_SHARE)
    };
    story.sharing(account, behind).into_iter().filter(says).collect()
}

fn difference(story: &Story, said: &[usize], denied: &[usize]) -> Difference {
    let side = |clauses: &[usize]| {
        let evidence: Vec<Place> = clauses.iter().map(|&clause| whole(story, clause)).collect();
        Side { value: story.first_shown(&evidence), evidence }
    };
    let (left, right) = (side(said), side(denied));
    let claim = said.iter().find_map(|&clause| story.claim_of(clause));
    Difference {
        kind: DifferenceKind::Claim,
        relation: DifferenceRelation::Conflict,
        subject: story.subject(claim, &left.evidence),
        explanation: format!("“{}” is denied: “{}”.", left.value, right.value),
        sides: vec![left, right],
        rule: "claim.denied",
        claim,
    }
}

/// The sentence of a clause: `quoted a man as saying that it had “come and gone”` is cut in two.
fn whole(story: &Story, clause: usize) -> Place {
    let place = story.place(clause);
    let clauses = story.unit(clause).map_or(0..0, |unit| unit.clauses.clone());
    let span = clauses.map(|clause| story.place(clause).span).reduce(Span::hull);
    Place::new(place.account, span.filter(|span| span.len() <= LONGEST).unwrap_or(place.span))
}

/// Longest sentence shown whole, in bytes.
const LONGEST: usize = 320;

static DENIALS: LazyLock<Stems> = LazyLock::new(|| Stems::new(rows(include_str!("../../data/denials.txt"))));

static ANAPHORS: LazyLock<Stems> =
    LazyLock::new(|| Stems::new(rows(include_str!("../../data/anaphors.txt"))));

static CONTRADICTIONS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/contradictions.txt")));
