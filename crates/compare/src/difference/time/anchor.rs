//! What a time in a clause is the time of.

use super::when::When;
use crate::align::{Term, TermClass};
use crate::story::Story;
use corroborate_quantity::{Quantity, Relation, relation};

/// Words before a time by which it is told what happened then, and after it.
const BEFORE: usize = 2;
const AFTER: usize = 1;

/// Whether the words next to two times have one in common: `will vote on 3 May`, `are to vote on 5 May`.
pub(super) fn shared(story: &Story, a: &When, b: &When) -> bool {
    let (first, second) = (around(story, a), around(story, b));
    first.iter().any(|term| term.is_among(&second))
}

fn around(story: &Story, when: &When) -> Vec<Term> {
    let terms = story.terms(when.clause).iter().filter(|term| term.class == TermClass::Word);
    let (before, after): (Vec<Term>, Vec<Term>) =
        terms.copied().partition(|term| term.span.start() < when.place.span.start());
    let after = after.into_iter().filter(|term| term.span.start() >= when.place.span.end());
    before.into_iter().rev().take(BEFORE).chain(after.take(AFTER)).collect()
}

/// Whether two clauses give different values of one measure, each for its time: `closed at 331p yesterday`, `closed at
/// 226p on Friday`.
pub(super) fn measures(story: &Story, a: usize, b: usize) -> bool {
    let (first, second) = (measured(story, a), measured(story, b));
    first.iter().any(|x| second.iter().any(|y| relation(x, y) == Relation::Disjoint))
}

fn measured<'a>(story: &Story<'a>, clause: usize) -> Vec<&'a Quantity> {
    let timeless = |quantity: &&Quantity| quantity.unit.is_some_and(|unit| unit.dimension != "time");
    story.quantities(story.place(clause)).filter(timeless).collect()
}
