//! Differences of strength: the same claimed more firmly.

use super::phrase::spaced;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use super::{is_said, later, prospect};
use crate::Place;
use crate::align::overlap;
use crate::cues;
use crate::story::Story;
use corroborate_extract::{Polarity, Strength};
use corroborate_text::Span;
use std::collections::BTreeMap;

/// Lowest score of the link between two clauses for a difference of strength to mean something.
const LEAST_LINK: f64 = 0.8;
/// Lowest likeness of the two clauses themselves.
const LEAST_RATIO: f64 = 0.42;

/// Finds claims that accounts state with different firmness.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let aligned = story.alignments();
    aligned.iter().flat_map(|(claim, clauses)| of_group(story, *claim, clauses)).collect()
}

/// Where a strength lies on the way from asking to having done: what is alleged is stated by somebody.
const fn step(strength: Strength) -> u8 {
    match strength {
        Strength::Asked => 0,
        Strength::Considered => 1,
        Strength::Possible => 2,
        Strength::Planned => 3,
        Strength::Promised => 4,
        Strength::Alleged | Strength::Stated => 5,
        Strength::Confirmed => 6,
    }
}

/// What some clauses say so strongly.
pub(super) fn side(story: &Story, strength: Strength, clauses: &[usize]) -> Side {
    Side {
        value: strength.name().to_owned(),
        evidence: clauses.iter().map(|&clause| story.place(clause)).collect(),
    }
}

fn of_group(story: &Story, claim: Option<usize>, clauses: &[usize]) -> Vec<Difference> {
    let mut levels: BTreeMap<u8, (Strength, Vec<usize>)> = BTreeMap::new();
    for &clause in clauses {
        let Some(statement) = story.statement(clause) else { continue };
        // To be against a thing is neither to state nor to deny it.
        // A question that an account puts itself is no request.
        let question =
            story.words(story.place(clause)).trim_end_matches(['”', '"', '’', '\'']).ends_with('?');
        if !statement.unknown
            && statement.polarity != Polarity::Denied
            && !question
            && !is_able(story, clause)
        {
            let level = levels.entry(step(statement.strength));
            level.or_insert_with(|| (statement.strength, Vec::new())).1.push(clause);
        }
    }
    let mut found = Vec::new();
    for (&weak, (name, first)) in &levels {
        for (_, (other, second)) in levels.range(weak + 1..).filter(|(firm, _)| is_step(weak, **firm)) {
            let left: Vec<usize> = first.iter().copied().filter(|&a| is_close(story, a, second)).collect();
            // What is still open is not met by what says that it is not so.
            let polarity = |clause: usize| story.statement(clause).map(|statement| statement.polarity);
            let met = |clause: usize| {
                step(*other) <= step(Strength::Promised)
                    || left.iter().any(|&open| polarity(open) == polarity(clause))
            };
            let right: Vec<usize> =
                second.iter().copied().filter(|&b| is_close(story, b, &left) && met(b)).collect();
            if !right.is_empty() {
                let sides = [(weak, side(story, *name, &left)), (step(*other), side(story, *other, &right))];
                let promised = weak >= step(Strength::Planned);
                let taken = |a: usize, b: usize| {
                    if promised { prospect::fulfils(story, a, b) } else { prospect::takes_up(story, a, b) }
                };
                let taken = left.iter().any(|&a| right.iter().any(|&b| taken(a, b)));
                found.extend(difference(story, claim, &sides[0], &sides[1], taken));
            }
        }
    }
    found.extend(alleged(story, claim, clauses));
    found
}

/// What one account hands on as a charge and another tells as a fact of its own.
fn alleged(story: &Story, claim: Option<usize>, clauses: &[usize]) -> Option<Difference> {
    let told = |clause: &usize| {
        story
            .statement(*clause)
            .filter(|s| !s.unknown && s.polarity == Polarity::Affirmed)
            .map(|s| s.strength)
    };
    // Who `reveals` a thing vouches for it, and so does the account that puts it so.
    let own = |clause: &usize| {
        let any = |cues: &[&str]| cues::says(story.spaced(*clause), cues);
        // `Twelve investors are suing` tells no more than that they face a charge.
        told(clause) == Some(Strength::Stated)
            && !any(cues::SUITS)
            && (!is_said(story, story.place(*clause)) || any(cues::FACTIVES))
    };
    let charged = |clause: &usize| told(clause) == Some(Strength::Alleged);
    let facts: Vec<usize> = clauses.iter().copied().filter(own).collect();
    let charges: Vec<usize> = clauses.iter().copied().filter(charged).collect();
    // `Is thought to have waited in the van` charges with the waiting.
    let met = |charge: usize, fact: usize| {
        let Some(statement) = story.statement(charge) else { return false };
        let account = story.units.account(charge);
        let to = |span: &&Span| story.words(Place::new(account, **span)).ends_with(" to");
        let verbal: Vec<Span> = statement.evidence.iter().filter(to).copied().collect();
        let governed = prospect::governed(story, charge, &verbal, 1);
        governed.is_empty() || governed.iter().any(|verb| verb.is_among(story.terms(fact)))
    };
    let close = |a: usize, b: usize| compares(story, a, b) && met(a, b);
    let left: Vec<usize> = charges.into_iter().filter(|&a| facts.iter().any(|&b| close(a, b))).collect();
    let right: Vec<usize> = facts.into_iter().filter(|&b| left.iter().any(|&a| close(a, b))).collect();
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let sides = [
        (step(Strength::Alleged), side(story, Strength::Alleged, &left)),
        (step(Strength::Stated), side(story, Strength::Stated, &right)),
    ];
    let mut found = difference(story, claim, &sides[0], &sides[1], true)?;
    (found.relation, found.rule) = (DifferenceRelation::Conflict, "strength.alleged");
    found.explanation = "One account hands on as a charge what another tells as a fact.".to_owned();
    Some(found)
}

/// Whether two clauses are alike enough for their strengths to be compared as they stand.
pub(super) fn compares(story: &Story, a: usize, b: usize) -> bool {
    is_close(story, a, &[b])
}

/// Whether a clause is linked to one of others so surely that they state the same but for their strength.
fn is_close(story: &Story, clause: usize, others: &[usize]) -> bool {
    others.iter().any(|&other| {
        story.link(clause, other).is_some_and(|score| score >= LEAST_LINK)
            && overlap(story.terms(clause), story.terms(other)).ratio() >= LEAST_RATIO
    })
}

/// Whether two steps are so far apart that a reader would mind. A plan or a promise beside a fact is the ordinary way of
/// news, and told only where the fact is what came of it; a promise beside a plan is not told.
const fn is_step(a: u8, b: u8) -> bool {
    let (weak, firm) = if a < b { (a, b) } else { (b, a) };
    match weak {
        0 | 1 => firm - weak >= 2,
        2 => firm >= 4,
        3 | 4 => firm >= 5,
        _ => false,
    }
}

/// Whether a clause says what somebody can do, and not what may be.
pub(super) fn is_able(story: &Story, clause: usize) -> bool {
    let Some(statement) = story.statement(clause) else { return false };
    let account = story.units.account(clause);
    let can = |span: &Span| matches!(story.words(Place::new(account, *span)), "can" | "Can" | "cannot");
    statement.strength == Strength::Possible && statement.evidence.iter().all(can)
}

/// Whether a clause leaves open what has been: `may have paid`.
fn guesses(story: &Story, place: Place) -> bool {
    let words = spaced(story.words(place));
    cues::MODALS.iter().any(|modal| words.contains(&format!(" {modal} have ")))
}

/// The difference of two sides that stand at two steps; `taken` where the firmer one says of the very thing that the
/// weaker one leaves open that it has been done. To ask for one thing and to tell another is none.
fn difference(
    story: &Story,
    claim: Option<usize>,
    first: &(u8, Side),
    second: &(u8, Side),
    taken: bool,
) -> Option<Difference> {
    let (left, right) = (&first.1.evidence, &second.1.evidence);
    let later = later::follows(story, left, right);
    let (weak, firm) = (first.0.min(second.0), first.0.max(second.0));
    let done = firm > step(Strength::Promised);
    let ordinary = weak >= step(Strength::Planned) && !later && weak != step(Strength::Alleged);
    let guess = left.iter().any(|&place| guesses(story, place)) && weak == step(Strength::Possible);
    if done && (!taken && !guess || ordinary) {
        return None;
    }
    let (relation, rule, why) = if later && done && taken && !guess {
        (DifferenceRelation::Update, "strength.update", "the later account says that it has happened")
    } else if !done && firm == step(Strength::Promised) && weak <= step(Strength::Possible)
        || done && weak <= step(Strength::Considered)
    {
        (DifferenceRelation::Conflict, "strength.opposed", "one account is firm where another is not")
    } else {
        (DifferenceRelation::Wording, "strength.steps", "the accounts differ in how firmly they put it")
    };
    let subject = story.subject(claim, left);
    Some(Difference {
        kind: DifferenceKind::Strength,
        relation,
        subject,
        explanation: format!(
            "{} (“{}”) against {} (“{}”): {why}.",
            first.1.value,
            story.first_shown(left),
            second.1.value,
            story.first_shown(right)
        ),
        sides: vec![first.1.clone(), second.1.clone()],
        rule,
        claim,
    })
}
