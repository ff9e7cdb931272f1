//! What two linked numbers are: a range, a score, or a change from one to the other.

use crate::context;
use crate::counted::{self, Noun};
use crate::grammar::number::Shape;
use crate::grammar::range::{Link, Range};
use crate::grammar::term::Term;
use crate::grammar::token::{gap, word};
use crate::lexicon::{self, class};
use crate::refuse::{is_street, is_year};
use crate::{Quantity, QuantityKind};

/// What two linked numbers are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Linked {
    /// They bound one value.
    Range,
    /// They stand against each other.
    Score,
    /// A value went from the first to the second.
    Swept,
    /// Nothing: the first stands alone.
    Apart,
    /// Years, or houses of a street.
    Date,
}

/// Decides what two linked numbers are, from the words around.
pub(crate) fn linked(
    text: &str,
    start: usize,
    hedged: bool,
    range: &Range,
    rest: &str,
    previous: Option<&Quantity>,
) -> Linked {
    let (from, to) = (range.from.number, range.to.number);
    if is_year(from)
        && (is_year(to) || matches!(to.shape, Shape::Digits { whole: 2, plain: true }))
        && range.from.unit.is_none()
    {
        return Linked::Date;
    }
    if is_street(rest) {
        return Linked::Date;
    }
    if !hedged && (is_score(text, start, range, rest) || is_next_score(text, start, range, previous)) {
        return Linked::Score;
    }
    let falls = from.value >= to.value && from.value > 0.0;
    let mixed = matches!(from.shape, Shape::Digits { .. }) && to.shape == Shape::Words;
    let change = context::change_before(text, start);
    match range.link {
        Link::Between | Link::PlusMinus => Linked::Range,
        Link::From if falls || change.is_some() => Linked::Swept,
        Link::From => Linked::Range,
        Link::Dash if falls || mixed => Linked::Apart,
        Link::Dash => Linked::Range,
        Link::To if falls => Linked::Apart,
        Link::To => Linked::Range,
        Link::Or => {
            let near = to.value <= from.value * 2.0 + 1.0;
            // *two or three hundred*
            let grouped = from.shape == Shape::Words && from.grain > 1.0 && to.value >= 24.0;
            let things =
                grouped || range.from.unit.is_some() || counted::counted(rest, Noun::Plural, false).plural;
            if !falls && near && things { Linked::Range } else { Linked::Apart }
        }
    }
}

/// The next of the scores of a match: *6-3, 4-6, 7-5*.
fn is_next_score(text: &str, start: usize, range: &Range, previous: Option<&Quantity>) -> bool {
    let whole = |term: &Term| {
        matches!(term.number.shape, Shape::Digits { whole: 1..=3, plain: true }) && term.unit.is_none()
    };
    let before = previous.filter(|previous| previous.kind == QuantityKind::Score);
    let between = before.and_then(|previous| text.get(previous.span.end()..start));
    range.link == Link::Dash
        && whole(&range.from)
        && whole(&range.to)
        && matches!(between, Some(", " | " and " | ", and "))
}

/// Two whole numbers that stand against each other: falling, or near a word of matches and votes.
fn is_score(text: &str, start: usize, range: &Range, rest: &str) -> bool {
    let whole = |term: &Term| matches!(term.number.shape, Shape::Digits { whole: 1..=3, plain: true });
    // *three-nil*, *3-nil*
    let spoken = |term: &Term| whole(term) || term.number.shape == Shape::Words && term.number.value < 20.0;
    let nil = range.to.number.shape == Shape::Words && range.to.number.value == 0.0;
    if nil
        && range.link == Link::Dash
        && spoken(&range.from)
        && range.from.unit.is_none()
        && range.to.unit.is_none()
    {
        return true;
    }
    let bare = whole(&range.from) && whole(&range.to) && range.from.unit.is_none();
    if !bare
        || !matches!(range.link, Link::Dash | Link::To)
        || counted::counted(rest, Noun::Plural, false).plural
    {
        return false;
    }
    let falls = range.from.number.value >= range.to.number.value;
    let before = context::any_before(text, start, 4, class::SCORE);
    let behind =
        gap(rest).and_then(|(rest, ())| word(rest)).is_ok_and(|(_, found)| lexicon::is(found, class::SCORE));
    (range.link == Link::Dash && falls) || before || behind
}
