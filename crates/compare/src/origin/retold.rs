//! Passages that one account tells in other words: the same facts in the same order.

use super::evidence::Pair;
use super::likeness::Telling;
use crate::{Account, Place, Reuse, ReuseKind};
use corroborate_article::Role;
use corroborate_text::Span;

/// Fewest sentences of a passage that is told again: two facts may follow each other by themselves.
const LEAST_SENTENCES: usize = 3;

/// Most sentences by which a passage moves on at a time, on either side: one may be left out or put in.
const STEP: usize = 2;

/// Least odds, as a logarithm, that two accounts share an origin: without that, the same facts in the same order may
/// be the order of what happened.
const LEAST_ODDS: f64 = 1.0;

/// A sentence of each account, and how much the two have in common.
type Step = (usize, usize, f64);

/// The passages that two accounts of one origin tell in different words, save what they share word for word.
pub(super) fn find(accounts: &[Account], telling: &Telling, pair: &Pair, passages: &[Reuse]) -> Vec<Reuse> {
    if pair.odds < LEAST_ODDS {
        return Vec::new();
    }
    let spans = |account: usize| telling.sentences(account).map(|(span, _)| span).collect::<Vec<Span>>();
    let (own, other) = (spans(pair.a), spans(pair.b));
    let mut copied: Vec<Span> = passages.iter().map(|passage| passage.a.span).collect();
    copied.sort_unstable();
    let is_copied = |span: Span| {
        let shared: usize =
            copied.iter().filter_map(|passage| passage.intersection(span)).map(Span::len).sum();
        shared * 2 > span.len()
    };
    let answers = telling.answers(pair.a, pair.b).into_iter().enumerate();
    let steps = answers.filter_map(|(i, answer)| {
        let (j, share) = answer?;
        own.get(i).filter(|&&span| !is_copied(span)).map(|_| (i, j, share))
    });
    let mut found = Vec::new();
    let mut run: Vec<Step> = Vec::new();
    let follows = |&(i, j, _): &Step, &(k, l, _): &Step| {
        let near = |from: usize, to: usize| from < to && to - from <= STEP;
        near(i, k)
            && near(j, l)
            && is_one_text(accounts, pair.a, own.get(i).copied(), own.get(k).copied())
            && is_one_text(accounts, pair.b, other.get(j).copied(), other.get(l).copied())
    };
    let mut close = |run: &mut Vec<Step>| {
        if run.len() >= LEAST_SENTENCES {
            found.extend(passage(pair, run, &own, &other));
        }
        run.clear();
    };
    for step in steps {
        if run.last().is_some_and(|last| !follows(last, &step)) {
            close(&mut run);
        }
        run.push(step);
    }
    close(&mut run);
    found
}

fn passage(pair: &Pair, run: &[Step], own: &[Span], other: &[Span]) -> Option<Reuse> {
    let (first, last) = (run.first()?, run.last()?);
    Some(Reuse {
        a: Place::new(pair.a, own.get(first.0)?.hull(*own.get(last.0)?)),
        b: Place::new(pair.b, other.get(first.1)?.hull(*other.get(last.1)?)),
        kind: ReuseKind::Paraphrase,
        similarity: (run.iter().map(|(_, _, share)| share).sum::<f64>() / run.len() as f64).min(1.0),
    })
}

/// Whether only running text stands from one sentence to another.
fn is_one_text(accounts: &[Account], account: usize, from: Option<Span>, to: Option<Span>) -> bool {
    let (Some(account), Some(from), Some(to)) = (accounts.get(account), from, to) else { return false };
    let between = account.article.blocks.iter().skip_while(|block| block.span.end() <= from.end());
    between
        .take_while(|block| block.span.start() < to.start())
        .all(|block| block.role.is_editorial() || block.role == Role::Blank)
}
