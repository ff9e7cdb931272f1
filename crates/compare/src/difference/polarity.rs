//! Differences of polarity: stated and not stated.

use super::later;
use super::phrase::{Phrases, Stems};
use super::wording::REVERSALS;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::claim::share;
use crate::story::Story;
use corroborate_extract::{Polarity, QuotationKind};
use corroborate_text::{fold, rows};
use std::sync::LazyLock;

/// Share of what two clauses say that must be the same for a negation to be the difference between them. Less, and
/// one may say in other words what the other negates: `was shut`, `is not open`.
const LEAST_SAME: f64 = 0.75;

/// Finds linked clauses of which one affirms what the other negates.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found = Vec::new();
    let linked = story.links().map(|(a, b, _)| (a, b));
    for (a, b) in linked.chain(unlinked(story)) {
        let (Some(x), Some(y)) = (story.statement(a), story.statement(b)) else { continue };
        if x.unknown || y.unknown {
            continue;
        }
        let (left, right) = (story.place(a), story.place(b));
        let negated = |polarity| polarity == Polarity::Negated;
        if negated(x.polarity) != negated(y.polarity) {
            let affirmed = if negated(x.polarity) { right } else { left };
            let denied = if negated(x.polarity) { a } else { b };
            if is_quoted(story, left) && is_quoted(story, right) || lacks(story, denied, a + b - denied) {
                continue;
            }
            let not_only = is_not_only(story, left) || is_not_only(story, right);
            let told = same(story, a, b) >= LEAST_SAME || holds_all(story, denied, a + b - denied);
            if told && !is_negative(story, affirmed) && !not_only {
                found.push(difference(story, a, left, right));
            }
        }
    }
    found
}

/// Clauses with a negation beside those of other accounts with nearly the same terms, that are not linked: of short
/// sentences little else can tell that they are of one thing.
fn unlinked(story: &Story) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for a in 0..story.units.clauses.len() {
        if story.statement(a).is_none_or(|statement| statement.polarity != Polarity::Negated) {
            continue;
        }
        let account = story.units.account(a);
        for b in story.sharing(account, story.terms(a)) {
            let other = story.units.account(b) != account && story.link(a, b).is_none();
            if other && words_met(story, a, b) >= LEAST_WORDS && same(story, a, b) >= LEAST_SAME {
                found.push((a.min(b), a.max(b)));
            }
        }
    }
    found
}

/// Fewest words, apart from names, that two clauses have in common to be of one thing without a link.
const LEAST_WORDS: usize = 2;

fn words_met(story: &Story, a: usize, b: usize) -> usize {
    let words = story.terms(a).iter().filter(|term| term.class == TermClass::Word);
    words.filter(|term| term.is_closely_among(story.terms(b))).count()
}

/// Whether two clauses are the same but for a negation.
pub(super) fn is_same(story: &Story, a: usize, b: usize) -> bool {
    same(story, a, b) >= LEAST_SAME
}

/// The share of the terms of two clauses, by weight, that both have.
fn same(story: &Story, a: usize, b: usize) -> f64 {
    // `Will pay everyone`, `will not pay anyone`: of whom it holds comes with the negation.
    let plain = |clause: usize| -> Vec<Term> {
        let text = story.text(story.units.account(clause));
        let turns = |term: &Term| REVERSALS.contains(fold(term.span.of(text)).as_str());
        story.terms(clause).iter().filter(|term| !turns(term)).copied().collect()
    };
    let shared = overlap(&plain(a), &plain(b));
    shared.matched / (shared.matched + shared.less + shared.more).max(f64::MIN_POSITIVE)
}

/// Whether a clause that is surely linked to a negated one says all of it, and more: `did not begin in the cellar`,
/// `began in a coal store in the cellar`.
fn holds_all(story: &Story, denied: usize, affirmed: usize) -> bool {
    let linked = story.link(denied, affirmed).is_some_and(|score| score >= SURE_LINK);
    // `Neither he nor she had been asked`, and a quotation, deny more than one thing or in words that are not theirs.
    let plain = !story.spaced(denied).contains(" neither ")
        && ![denied, affirmed].into_iter().any(|clause| is_quoted(story, story.place(clause)));
    plain
        && linked
        && words_met(story, denied, affirmed) >= LEAST_WORDS
        && share(story.terms(denied), story.terms(affirmed)) >= LEAST_HELD
}

/// Lowest score of a link, and share of a negated clause that the other must say, for the one to deny the other.
const SURE_LINK: f64 = 1.3;
const LEAST_HELD: f64 = 0.85;

fn difference(story: &Story, clause: usize, left: Place, right: Place) -> Difference {
    let later = later::are_apart(story, &[left], &[right]);
    let (value, other) = (story.shown(left), story.shown(right));
    let (relation, rule, why) = if later {
        (
            DifferenceRelation::Update,
            "claim.since",
            "one says it is so and the other that it is not, at another time",
        )
    } else {
        (DifferenceRelation::Conflict, "claim.negated", "one says that it is so and the other that it is not")
    };
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: value.clone(),
        explanation: format!("“{value}” and “{other}”: {why}."),
        sides: vec![Side { value, evidence: vec![left] }, Side { value: other, evidence: vec![right] }],
        rule,
        claim: story.claim_of(clause),
    }
}

/// Whether a clause has words within marks: versions of a quotation are told apart as such.
pub(super) fn is_quoted(story: &Story, place: Place) -> bool {
    let account = story.accounts.get(place.account);
    let quotations = account.map_or(&[][..], |account| account.annotations.quotations.as_slice());
    let end = quotations.partition_point(|quotation| quotation.content.start() < place.span.end());
    let near = quotations.get(end.saturating_sub(NEAR_QUOTATIONS)..end).unwrap_or_default();
    let marked = near.iter().filter(|quotation| quotation.kind != QuotationKind::Indirect);
    marked.into_iter().any(|quotation| quotation.whole.overlaps(place.span))
}

/// Quotations looked at before the end of a clause: they nest a few levels deep at most.
const NEAR_QUOTATIONS: usize = 8;

/// `Without power` beside `cut off from power`: what is lacked is not what the other says is there.
fn lacks(story: &Story, denied: usize, affirmed: usize) -> bool {
    story.spaced(denied).contains(" without ") && !story.spaced(affirmed).contains(" with ")
}

/// Whether a clause denies in other words than `not`.
fn is_negative(story: &Story, place: Place) -> bool {
    NEGATIVES.any(story.words(place))
}

/// `Not only`, `not before Monday`, `no more than nine`: a negation that affirms.
fn is_not_only(story: &Story, place: Place) -> bool {
    let clause = story.clause_at(place.account, place.span.start());
    clause.is_some_and(|clause| AFFIRMING.any(story.spaced(clause)))
}

static AFFIRMING: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/affirming-negations.txt")));

static NEGATIVES: LazyLock<Stems> =
    LazyLock::new(|| Stems::new(rows(include_str!("../../data/negatives.txt"))));
