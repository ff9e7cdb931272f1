//! Ages: *aged 67*, *67 years old*, `34-year-old`, `Lindholm, 67,`.

use crate::Unit;
use crate::grammar::number::{Number, Shape};
use crate::grammar::token::{gap, joint, keyword, next_word, then_keyword, word};
use crate::grammar::{Parsed, fail};
use crate::lexicon::{self, class};

/// The greatest age that a bare number between commas may be.
const OLDEST: f64 = 115.0;

/// `aged = ( "aged" | "age" | "age of" ) , gap ;`
pub(crate) fn aged(input: &str) -> Parsed<'_, ()> {
    if !input.starts_with(['a', 'A']) {
        return fail();
    }
    let (rest, ()) = keyword(input, "aged").or_else(|_| keyword(input, "age"))?;
    let rest = then_keyword(rest, "of").map_or(rest, |(rest, ())| rest);
    gap(rest)
}

/// Whether a unit of time is an age's: *old* or *of age* follows.
pub(crate) fn is_old(unit: Option<Unit>, rest: &str) -> bool {
    let time = unit.is_some_and(|unit| unit.dimension == "time");
    let old = joint(rest)
        .and_then(|(rest, ())| word(rest))
        .is_ok_and(|(_, found)| found.eq_ignore_ascii_case("old") || found.eq_ignore_ascii_case("olds"));
    let of_age = then_keyword(rest, "of").is_ok_and(|(rest, ())| next_word(rest) == "age");
    time && (old || of_age)
}

/// Whether a label says that a bare number is an age: *Age: 19*.
pub(crate) fn is_labelled(text: &str, start: usize, number: Number) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end_matches(' ');
    let label =
        before.get(before.len().saturating_sub(4)..).is_some_and(|end| end.eq_ignore_ascii_case("age:"));
    let letter =
        before.get(..before.len().saturating_sub(4)).unwrap_or_default().ends_with(char::is_alphabetic);
    label && !letter && matches!(number.shape, Shape::Digits { whole: 1..=3, plain: true })
}

/// Whether a bare number stands behind a name, between commas or in brackets, as ages do in the news.
pub(crate) fn is_apposed(text: &str, start: usize, number: Number, rest: &str) -> bool {
    let Shape::Digits { whole: 1..=3, plain: true } = number.shape else { return false };
    let before = text.get(..start).unwrap_or_default();
    let (name, least) = match (before.strip_suffix(", "), before.strip_suffix(" (")) {
        (Some(name), _) if rest.starts_with([',', '.', ';']) => (name, 1.0),
        // A shorter number in brackets is more often a shirt's or a goal count.
        (_, Some(name)) if rest.starts_with(')') => (name, 10.0),
        _ => return false,
    };
    let apart = |c: char| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    let last = name.rsplit(apart).next().unwrap_or_default();
    let capital = last.starts_with(char::is_uppercase)
        && last.len() > 1
        && !lexicon::is(last, class::MONTH | class::WEEKDAY);
    capital && (least..=OLDEST).contains(&number.value)
}
