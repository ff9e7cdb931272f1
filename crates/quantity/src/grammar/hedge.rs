//! Words that say how far a number holds.

use super::number::number;
use super::token::{gap, hyphen, joint, keyword, then_keyword};
use super::unit::{first_key, form};
use super::{Parsed, fail};
use crate::lexicon::{self, Hedge, Meaning};

/// `hedge = ? a phrase of data/hedges.tsv ? , [ gap ] ;` before a number.
pub(crate) fn before(input: &str) -> Parsed<'_, Hedge> {
    let (rest, hedge) = phrase(input, true)?;
    let rest =
        if keyword(input, "sub").is_ok() { joint(rest) } else { gap(rest) }.map_or(rest, |(rest, ())| rest);
    if rest.is_empty() { fail() } else { Ok((rest, hedge)) }
}

/// `hedge-after = gap , ? a phrase of data/hedges.tsv marked + ? | "+" ;` behind a number.
pub(crate) fn after(input: &str) -> Parsed<'_, Hedge> {
    if let Some(rest) = input.strip_prefix('+') {
        return if rest.starts_with(|c: char| c.is_alphanumeric()) {
            fail()
        } else {
            Ok((rest, Hedge::AtLeast))
        };
    }
    // *100-plus*, *40-odd*
    if let Ok((rest, ())) = hyphen(input) {
        let plus = keyword(rest, "plus").map(|(rest, ())| (rest, Hedge::AtLeast));
        return plus.or_else(|_| keyword(rest, "odd").map(|(rest, ())| (rest, Hedge::About)));
    }
    let (rest, ()) = gap(input)?;
    let (rest, hedge) = phrase(rest, false)?;
    // "10 or more than 20": the words belong to the next number.
    let ahead = gap(rest).map_or("", |(ahead, ())| ahead);
    if let Ok((after, ())) = then_keyword(rest, "than")
        && (after.is_empty() || after.starts_with(['.', '\n']))
    {
        // *200 or more than*, and no other number.
        return Ok((after, hedge));
    }
    if then_keyword(rest, "than").is_ok() || number(ahead, true).is_ok() { fail() } else { Ok((rest, hedge)) }
}

fn phrase(input: &str, before: bool) -> Parsed<'_, Hedge> {
    let Some(word) = lexicon::word(first_key(input)) else { return fail() };
    for candidate in word.forms() {
        let hedge = match candidate.meaning {
            Meaning::Before(hedge) if before => hedge,
            Meaning::After(hedge) if !before => hedge,
            _ => continue,
        };
        if let Ok((rest, ())) = form(input, candidate) {
            return Ok((rest, hedge));
        }
    }
    fail()
}
