//! The two ends of a stretch of time, brought into order.

use crate::annotate::expression;
use crate::grammar::Found;
use crate::lexeme::Lexeme;
use crate::meaning::{Base, Day, Meaning, Name, Picked, Said, When, Which};
use crate::place::moment;
use crate::resolve::{Context, View};
use crate::tense::{Tense, tense};
use crate::{Civil, TimeExpression};

/// Brings two linked names into order that were each placed by themselves: *from Friday to Monday* said on a Sunday
/// began two days ago, and what ends on the day after 25 October does so in the same year.
pub(crate) fn order(
    text: &str,
    lexemes: &[Lexeme],
    found: &[Found],
    today: Civil,
    placed: &mut [TimeExpression],
) {
    for (index, ends) in found.windows(2).enumerate() {
        let [first, last] = ends else { continue };
        if last.said.meaning == Meaning::Vague("PRESENT_REF") && links(text, lexemes, first) {
            replace(placed, index, up_to_now(first, today));
            continue;
        }
        let (Some(name), Some((other, which))) = (nearest(first), named(last)) else { continue };
        if first.after + 1 != last.first || !is_pair(&name, &other) || !links(text, lexemes, first) {
            continue;
        }
        let start = placed.get(index).and_then(|from| from.earliest);
        let Some((start, end)) = start.zip(placed.get(index + 1).and_then(|to| to.earliest)) else {
            continue;
        };
        if start > end {
            let back = again(first, name, Picked::Last, end);
            // A stretch that is on began before; one that is not lies where the clause looks.
            let on = back.as_ref().and_then(|back| back.earliest).is_some_and(|from| from <= today)
                && placed.get(index + 1).and_then(|to| to.latest).is_some_and(|until| today < until);
            let ahead = !on && tense(text, lexemes, first.first, first.after) == Tense::Future;
            match again(last, other, Picked::Next, start).filter(|_| ahead && *which == Which::Nearest) {
                Some(later) => replace(placed, index + 1, Some(later)),
                None => replace(placed, index, back),
            }
        } else if *which == Which::Nearest
            && let Some(sooner) = again(last, other, Picked::Next, start)
            && sooner.earliest.is_some_and(|sooner| sooner < end)
        {
            replace(placed, index + 1, Some(sooner));
        }
    }
}

/// A time of day from which something goes on until now: it is over today, or was so yesterday.
fn up_to_now(first: &Found, today: Civil) -> Option<TimeExpression> {
    let Meaning::When(When { day: Day::Given, time: Some(_) }) = &first.said.meaning else { return None };
    let view = View::default();
    let seen_from = |now: Civil| {
        let reference = moment(now);
        let context =
            Context { reference, view: &view, is_narrative: false, is_typed: false, tense: Tense::Past };
        expression(first, &context).0
    };
    let yesterday = today.plus_seconds(-86_400)?;
    [today, yesterday]
        .map(seen_from)
        .into_iter()
        .find(|found| found.earliest.is_some_and(|from| from <= today))
}

fn replace(placed: &mut [TimeExpression], index: usize, with: Option<TimeExpression>) {
    if let (Some(old), Some(new)) = (placed.get_mut(index), with) {
        *old = new;
    }
}

/// A name without a time, and which of those that bear it.
fn named(found: &Found) -> Option<(Name, &Which)> {
    match &found.said.meaning {
        Meaning::When(When { day: Day::Named(name, which), time: None }) => Some((*name, which)),
        _ => None,
    }
}

/// A name of which nothing says which one is meant.
fn nearest(found: &Found) -> Option<Name> {
    named(found).filter(|(_, which)| **which == Which::Nearest).map(|(name, _)| name)
}

/// The expression again, as the last or the next of its name from a day on.
fn again(found: &Found, name: Name, picked: Picked, from: Civil) -> Option<TimeExpression> {
    let day = Day::Named(name, Which::Picked(picked, Base::Now));
    let said = Said { meaning: Meaning::When(When { day, time: None }), ..found.said.clone() };
    let view = View::default();
    let context = Context {
        reference: moment(from),
        view: &view,
        is_narrative: false,
        is_typed: false,
        tense: Tense::Past,
    };
    let (moved, _) = expression(&Found { said, ..found.clone() }, &context);
    moved.earliest.map(|_| moved)
}

/// Whether two names may be the ends of one stretch: two weekdays, two months, two days.
fn is_pair(first: &Name, last: &Name) -> bool {
    matches!(
        (first, last),
        (Name::Weekday(_), Name::Weekday(_))
            | (Name::Month(_), Name::Month(_))
            | (Name::MonthDay(..), Name::MonthDay(..))
    )
}

/// Whether a dash, *to* or the like stands behind an expression; *and* only behind *between*.
fn links(text: &str, lexemes: &[Lexeme], first: &Found) -> bool {
    let word = |index: usize| lexemes.get(index).map_or("", |lexeme| lexeme.span.of(text));
    match word(first.after) {
        "-" | "–" | "—" | "to" | "until" | "till" | "through" | "thru" => true,
        "and" => {
            first.first.checked_sub(1).is_some_and(|before| word(before).eq_ignore_ascii_case("between"))
        }
        _ => false,
    }
}
