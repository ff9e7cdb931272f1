//! What an account says it printed wrongly before, beside what it says now.

use super::phrase::{Phrases, spaced};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::lexicon;
use crate::story::Story;
use corroborate_article::{Block, Role};
use corroborate_text::{Span, sentences, stem};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Lowest rarity in general English of the words by which a sentence is known to be the one corrected.
const LEAST_RARITY: f64 = 4.5;
/// Fewest such words that the two share.
const LEAST_SHARED: usize = 2;

/// Finds notices of correction, with what stands there instead.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let blocks = story.accounts.iter().enumerate().flat_map(|(account, source)| {
        let told = |block: &&Block| block.role.is_body() || block.role == Role::Correction;
        source.article.blocks.iter().filter(told).map(move |block| (account, block.content))
    });
    blocks.filter_map(|(account, block)| noticed(story, account, block)).collect()
}

fn noticed(story: &Story, account: usize, block: Span) -> Option<Difference> {
    let words = block.of(story.text(account));
    if !CORRECTIONS.any(&spaced(words)) {
        return None;
    }
    let all: Vec<Span> = sentences(words).into_iter().map(|span| span.shifted(block.start())).collect();
    let admits = |span: &Span| CORRECTIONS.any(&spaced(span.of(story.text(account))));
    let at = all.iter().position(admits)?;
    let before = Place::new(account, *all.get(at)?);
    // `It was 21, not 24`; or else the sentence of the article that it is about.
    let now =
        all.get(at + 1).map(|&span| Place::new(account, span)).or_else(|| corrected(story, before, block))?;
    let (old, new) = (story.shown(before), story.shown(now));
    Some(Difference {
        kind: kind(story, before, now),
        relation: DifferenceRelation::Update,
        subject: new.clone(),
        explanation: format!("The account corrects what it printed before: “{old}”."),
        sides: vec![
            Side { value: "as first printed".to_owned(), evidence: vec![before] },
            Side { value: new, evidence: vec![now] },
        ],
        rule: "correction.notice",
        claim: story.clause_at(account, now.span.start()).and_then(|clause| story.claim_of(clause)),
    })
}

/// The clause of an account that shares the most telling words with a sentence outside of it.
fn corrected(story: &Story, notice: Place, block: Span) -> Option<Place> {
    let telling = |words: &str| -> BTreeSet<String> {
        let stems = spaced(words).split_whitespace().map(stem).collect::<BTreeSet<String>>();
        stems.into_iter().filter(|stem| lexicon::rarity(stem) >= LEAST_RARITY).collect()
    };
    let asked = telling(story.words(notice));
    let clauses = (0..story.units.clauses.len()).map(|clause| story.place(clause));
    let own = clauses.filter(|place| place.account == notice.account && !block.covers(place.span));
    let shared = own.map(|place| (telling(story.words(place)).intersection(&asked).count(), place));
    let best = shared.max_by_key(|(shared, place)| (*shared, std::cmp::Reverse(*place)));
    best.filter(|(shared, _)| *shared >= LEAST_SHARED).map(|(_, place)| place)
}

/// A figure where both give one, or a day; or else anything that is stated.
fn kind(story: &Story, before: Place, now: Place) -> DifferenceKind {
    let Some(source) = story.accounts.get(now.account) else { return DifferenceKind::Claim };
    let both =
        |spans: &[Span]| [before, now].iter().all(|place| spans.iter().any(|span| place.span.covers(*span)));
    let figures: Vec<Span> = source.annotations.quantities.iter().map(|quantity| quantity.number).collect();
    let dates: Vec<Span> = source.annotations.dates.iter().map(|date| date.span).collect();
    if both(&figures) {
        DifferenceKind::Figure
    } else if both(&dates) {
        DifferenceKind::Date
    } else {
        DifferenceKind::Claim
    }
}

static CORRECTIONS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/corrections.txt")));
