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

#[cfg(test)]
mod tests {
    use super::super::tests::{account, pair};
    use super::*;

    const ONE: [&str; 4] = [
        "A barge loaded with gravel sank in the lock of Ammerbach on Tuesday night.",
        "Divers found a crack two metres long below the waterline of the hull.",
        "Eleven ships are waiting on the canal, among them a tanker with rapeseed oil.",
        "The waterways office expects to lift the wreck within nine days.",
    ];
    const OTHER: [&str; 4] = [
        "On Tuesday night a barge with a load of gravel went down in the Ammerbach lock.",
        "In the hull, below the waterline, divers discovered a two metres long crack.",
        "Eleven ships, a tanker with rapeseed oil among them, wait on the canal.",
        "To lift the wreck will take nine days, expects the waterways office.",
    ];

    fn told(other: &[&str], odds: f64, copied: &[usize]) -> Vec<(String, String)> {
        let accounts = [account("a", &ONE), account("b", other)];
        let telling = Telling::new(&accounts, &[]);
        let spans: Vec<Vec<Span>> =
            (0..2).map(|at| telling.sentences(at).map(|(span, _)| span).collect()).collect();
        let passage = |&at: &usize| Reuse {
            a: Place::new(0, spans[0][at]),
            b: Place::new(1, spans[1][at]),
            kind: ReuseKind::Verbatim,
            similarity: 1.0,
        };
        let passages: Vec<Reuse> = copied.iter().map(passage).collect();
        let found = find(&accounts, &telling, &pair(0, 1, odds), &passages);
        assert!(found.iter().all(|found| found.kind == ReuseKind::Paraphrase));
        let words =
            |found: &Reuse| (found.a.words(&accounts).to_owned(), found.b.words(&accounts).to_owned());
        found.iter().map(words).collect()
    }

    #[test]
    fn the_same_facts_in_the_same_order_are_one_passage() {
        let found = told(&OTHER, 3.0, &[]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].0.starts_with("A barge") && found[0].0.ends_with("nine days."));
        assert!(found[0].1.starts_with("On Tuesday") && found[0].1.ends_with("waterways office."));
    }

    #[test]
    fn in_another_order_they_are_none() {
        let [a, b, c, d] = OTHER;
        assert_eq!(told(&[d, c, b, a], 3.0, &[]), []);
    }

    #[test]
    fn they_are_none_where_the_accounts_need_not_share_an_origin() {
        assert_eq!(told(&OTHER, 0.5, &[]), []);
    }

    #[test]
    fn what_is_copied_is_not_retold() {
        // Two sentences are left, which may follow each other by themselves.
        assert_eq!(told(&OTHER, 3.0, &[0, 3]), []);
    }
}
