//! What may happen by one account, and will or did by another.
//!
//! Looked for by the word that *may* or *considers* governs: where another account's *will* or *has* governs the same
//! word, of the same thing, the two differ, however little else their clauses share.

use super::{Difference, DifferenceKind, DifferenceRelation};
use super::{is_said, later, strength};
use crate::Place;
use crate::align::{Overlap, Term, TermClass, overlap};
use crate::best::Best;
use crate::cues;
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::{Polarity, Statement, Strength};
use corroborate_text::{Span, Token, fold, tokens};
use std::collections::BTreeMap;

/// Lowest likeness of the two clauses where their sentences are linked, and where they are not.
const LEAST_RATIO: [f64; 2] = [0.22, 0.3];
/// Lowest weight of what the clauses share beside the governed word.
const LEAST_BESIDE: f64 = 1.5;
/// Lowest rarity of the governed word in general English: to `take` or to `make` is to do anything.
const LEAST_RARITY: f64 = 4.5;
/// Words that a word of possibility can govern: the next ones, within so many bytes.
const GOVERNED: usize = 2;
const NEAR: usize = 48;

/// Finds what one account says may happen and another says will or did.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<(Vec<usize>, Strength), Vec<usize>> = BTreeMap::new();
    for weak in 0..story.units.clauses.len() {
        let Some(prospect) = Prospect::of(story, weak) else { continue };
        for (strength, firm) in prospect.answers(story, weak) {
            found.entry((firm, strength)).or_default().push(weak);
        }
    }
    let differs = |((firm, strength), weak): (&(Vec<usize>, Strength), &Vec<usize>)| {
        difference(story, weak, firm, *strength)
    };
    found.iter().filter_map(differs).collect()
}

/// What a clause says may be so, or will.
struct Prospect {
    governed: Vec<Term>,
    /// It is asked for, promised or planned: what has been done of it since is worth telling, and nothing else.
    promised: bool,
}

impl Prospect {
    fn of(story: &Story, clause: usize) -> Option<Self> {
        let statement = story.statement(clause)?;
        let open = matches!(statement.strength, Strength::Considered | Strength::Possible);
        let promised = matches!(statement.strength, Strength::Asked | Strength::Planned | Strength::Promised)
            && statement.polarity == Polarity::Affirmed;
        if !open && !promised || statement.unknown || !is_verbal(story, clause, statement) {
            return None;
        }
        let governed = governed(story, clause, &statement.evidence, GOVERNED);
        (!governed.is_empty()).then_some(Self { governed, promised })
    }

    /// For each firm strength the clauses of other accounts that say the same so firmly, the likeliest of each account.
    fn answers(&self, story: &Story, weak: usize) -> Vec<(Strength, Vec<usize>)> {
        let terms = with_antecedent(story, weak);
        let account = story.units.account(weak);
        let mut best = Best::new();
        for firm in story.sharing(account, &self.governed) {
            let there = story.units.account(firm);
            let Some(strength) = firmness(story, firm).filter(|_| there != account) else { continue };
            if strength::compares(story, weak, firm) || !same_subject(story, weak, firm) {
                continue;
            }
            let kept = || is_later(story, weak, firm) && fulfils(story, weak, firm);
            if self.promised && (strength <= Strength::Promised || !kept()) {
                continue;
            }
            let shared = overlap(&terms, story.terms(firm));
            let least = LEAST_RATIO[usize::from(!story.near(weak, firm))];
            if shared.ratio() >= least && self.is_met(&firm_words(story, firm, GOVERNED), shared) {
                best.offer((strength, there), shared.ratio(), firm);
            }
        }
        let mut found: BTreeMap<Strength, Vec<usize>> = BTreeMap::new();
        for ((strength, _), firm) in best.into_pairs() {
            found.entry(strength).or_default().push(firm);
        }
        found.into_iter().collect()
    }

    /// Whether the governed word is governed firmly as well, and more is shared than it.
    fn is_met(&self, firm: &[Term], shared: Overlap) -> bool {
        let met = self.governed.iter().find(|term| term.is_among(firm));
        let weight = met.map_or(f64::INFINITY, |term| term.weight);
        shared.matched - weight >= LEAST_BESIDE
    }
}

/// The terms of a clause, with those of the sentence before where a pronoun stands for one of its things and the clause
/// has little besides: `She could sell it`.
fn with_antecedent(story: &Story, clause: usize) -> Vec<Term> {
    let mut terms = story.terms(clause).to_vec();
    let points = cues::says(story.spaced(clause), &["it", "them", "this"]);
    let before = story.clause(clause).and_then(|own| story.units.units.get(own.unit.checked_sub(1)?));
    let before = before.filter(|unit| unit.account == story.units.account(clause));
    if terms.len() <= MOST_POINTING && points {
        terms.extend(before.map_or(&[][..], |unit| unit.terms.as_slice()));
    }
    terms
}

/// Most terms of a clause that hangs on the one before.
const MOST_POINTING: usize = 4;

/// Whether the account of one clause was published well after that of another.
fn is_later(story: &Story, early: usize, late: usize) -> bool {
    later::follows(story, &[story.place(early)], &[story.place(late)])
}

/// Whether what one clause leaves open, asks for or considers is what another says has been done: a word governed in
/// the one is governed in the other, or stands there at all where nothing firm was said to come.
pub(super) fn takes_up(story: &Story, weak: usize, firm: usize) -> bool {
    let Some(statement) = story.statement(weak) else { return false };
    let open = governed(story, weak, &statement.evidence, GOVERNED);
    let done = firm_words(story, firm, GOVERNED);
    let loose = done.is_empty() && statement.strength <= Strength::Considered;
    let said = if loose { story.terms(firm) } else { done.as_slice() };
    open.iter().any(|term| term.is_among(said))
}

/// Whether what one clause says will be done another says has been done: the same verb, affirmed.
pub(super) fn fulfils(story: &Story, promise: usize, done: usize) -> bool {
    let (Some(promised), Some(told)) = (story.statement(promise), story.statement(done)) else {
        return false;
    };
    let affirmed = promised.polarity == Polarity::Affirmed && told.polarity == Polarity::Affirmed;
    let verbs = governed(story, promise, &promised.evidence, 1);
    let met = firm_words(story, done, 1);
    affirmed && verbs.iter().any(|verb| verb.is_among(&met))
}

/// The words right behind those that tell the strength of a clause.
pub(super) fn governed(story: &Story, clause: usize, evidence: &[Span], most: usize) -> Vec<Term> {
    let terms = story.terms(clause);
    let governs = |evidence: &Span, term: &&Term| {
        term.class == TermClass::Word
            && evidence.end() <= term.span.start()
            && term.span.start() - evidence.end() <= NEAR
    };
    let after = |evidence| terms.iter().filter(move |term| governs(evidence, term)).take(most).copied();
    let account = story.units.account(clause);
    let telling = |term: &Term| lexicon::rarity(&story.stem(account, term)) >= LEAST_RARITY;
    evidence.iter().flat_map(after).filter(telling).collect()
}

/// The words that `will` governs in a clause, or those behind `has` and `was`; without any of these, the first ones
/// behind the name that the clause opens with: `Kenya filed a request`.
fn firm_words(story: &Story, clause: usize, most: usize) -> Vec<Term> {
    let Some(statement) = story.statement(clause) else { return Vec::new() };
    if statement.strength == Strength::Promised {
        return governed(story, clause, &statement.evidence, most);
    }
    let place = story.place(clause);
    let text = story.text(place.account);
    let auxiliary = |token: &Token| cues::PERFECTS.contains(&token.span.of(text));
    let shifted = |token: Token| Token { span: token.span.shifted(place.span.start()), ..token };
    let auxiliaries = tokens(story.words(place)).into_iter().map(shifted).filter(auxiliary);
    let mut evidence: Vec<Span> = auxiliaries.map(|token| token.span).collect();
    if evidence.is_empty() && !is_said(story, place) {
        let opening = story.terms(clause).iter().find(|term| term.class != TermClass::Title);
        let opening = opening.filter(|term| term.class == TermClass::Entity);
        // `Zlatko Hren, who speaks for the owners`, does not speak.
        let acts = |name: &&Term| text.get(name.span.end()..).is_some_and(|rest| !rest.starts_with(','));
        evidence.extend(opening.filter(acts).map(|name| name.span));
    }
    governed(story, clause, &evidence, most)
}

/// Whether two clauses can be of the same persons and things: the names before their last verbs of strength, where
/// both have some, are not all different.
fn same_subject(story: &Story, a: usize, b: usize) -> bool {
    let names = |clause: usize| -> Vec<u32> {
        let last = story.statement(clause).and_then(|statement| statement.evidence.last());
        let end = last.map_or(usize::MAX, |span| span.start());
        let terms = story.terms(clause);
        let name = |term: &&Term| term.class == TermClass::Entity && term.span.start() < end;
        terms.iter().filter(name).map(|term| term.key).collect()
    };
    let (x, y) = (names(a), names(b));
    x.is_empty() || y.is_empty() || x.iter().any(|name| y.contains(name))
}

/// Whether a verb makes the clause weak: `may`, `is considering`, `will`. `A possible fault` and `flights scheduled` are
/// things, not prospects.
pub(super) fn is_verbal(story: &Story, clause: usize, statement: &Statement) -> bool {
    let account = story.units.account(clause);
    let words = |span: &Span| fold(story.words(Place::new(account, *span)));
    let modal = |word: String| cues::MODALS.contains(&word.as_str());
    let ahead =
        |word: String| matches!(word.rsplit(' ').next(), Some("will" | "would" | "to" | "'ll" | "’ll"));
    let mut told = statement.evidence.iter().map(words);
    match statement.strength {
        Strength::Possible => told.any(modal),
        Strength::Planned | Strength::Promised => told.any(ahead),
        _ => true,
    }
}

/// The strength of a clause that says firmly that something will be or is so.
fn firmness(story: &Story, clause: usize) -> Option<Strength> {
    let statement = story.statement(clause)?;
    let promised = statement.strength == Strength::Promised;
    let done = statement.strength >= Strength::Stated && statement.polarity == Polarity::Affirmed;
    let firm = (promised || done) && statement.polarity != Polarity::Denied;
    (firm && !statement.unknown && statement.condition.is_none()).then_some(statement.strength)
}

fn difference(story: &Story, weak: &[usize], firm: &[usize], strength: Strength) -> Option<Difference> {
    let open = story.statement(*weak.first()?)?.strength;
    let sides =
        [(open, weak), (strength, firm)].map(|(strength, clauses)| strength::side(story, strength, clauses));
    let [left, right] = [&sides[0].evidence, &sides[1].evidence];
    let done = strength > Strength::Promised;
    let later = later::follows(story, left, right);
    let (relation, rule, why) = if later && done {
        (DifferenceRelation::Update, "strength.update", "the later account says that it has happened")
    } else {
        (DifferenceRelation::Conflict, "strength.prospect", "one account leaves open what the other does not")
    };
    let claim = weak.iter().find_map(|&clause| story.claim_of(clause));
    Some(Difference {
        kind: DifferenceKind::Strength,
        relation,
        subject: story.subject(claim, left),
        explanation: format!(
            "{} (“{}”) against {} (“{}”): {why}.",
            open.name(),
            story.first_shown(left),
            strength.name(),
            story.first_shown(right)
        ),
        sides: sides.to_vec(),
        rule,
        claim,
    })
}
