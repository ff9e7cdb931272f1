//! Units and currencies.

use super::token::{ends, gap, joint, tail, word};
use super::{Parsed, fail, step};
use crate::Unit;
use crate::lexicon::{self, Form};

/// `suffix-unit = [ joint ] , ? a form of data/units.tsv or data/currencies.tsv ? ;`
///
/// `digits` says that the number before is written in digits, as the shortest forms need.
pub(crate) fn suffix(input: &str, digits: bool) -> Parsed<'_, Unit> {
    let (rest, adjacent) = match joint(input) {
        Ok((rest, ())) => (rest, false),
        Err(_) => (input, true),
    };
    let (rest, unit) = unit(rest, digits && adjacent, digits)?;
    Ok((rest, unit))
}

/// `prefix-currency = [ "-" ] , ? a cased form of data/currencies.tsv ? , [ " " ] ;`
pub(crate) fn prefix(input: &str) -> Parsed<'_, Unit> {
    // Every code and sign opens with a capital or a mark.
    if input.as_bytes().first().is_none_or(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()) {
        return fail();
    }
    let Some(word) = lexicon::word(first_key(input)) else { return fail() };
    for candidate in word.forms() {
        let Some(unit) = candidate.unit() else { continue };
        if unit.dimension != "currency" || !candidate.cased || candidate.adjacent {
            continue;
        }
        let Some(rest) = input.strip_prefix(candidate.text()) else { continue };
        let rest = gap(rest).map_or(rest, |(rest, ())| rest);
        return Ok((rest, unit));
    }
    fail()
}

/// One unit; `adjacent` to digits, or at least behind digits.
pub(crate) fn unit(input: &str, adjacent: bool, digits: bool) -> Parsed<'_, Unit> {
    let Some(word) = lexicon::word(first_key(input)) else { return fail() };
    for candidate in word.forms() {
        let Some(unit) = candidate.unit() else { continue };
        if (candidate.adjacent && !adjacent) || (candidate.cased && !digits) {
            continue;
        }
        if let Ok((rest, ())) = form(input, candidate) {
            return Ok((rest, unit));
        }
    }
    fail()
}

/// A form of one or several words. A space in it stands for any gap or a hyphen.
pub(crate) fn form<'a>(input: &'a str, form: &Form) -> Parsed<'a, ()> {
    step();
    let mut rest = input;
    for (index, part) in form.text().split(' ').enumerate() {
        if index > 0 {
            rest = joint(rest)?.0;
        }
        let Some(head) = rest.get(..part.len()) else { return fail() };
        let fits = if form.cased { head == part } else { head.eq_ignore_ascii_case(part) };
        if !fits {
            return fail();
        }
        rest = tail(rest, part.len());
    }
    let closed = !form.text().ends_with(char::is_alphanumeric) || ends(rest);
    if closed { Ok((rest, ())) } else { fail() }
}

/// The word, or else the character, that begins here.
pub(crate) fn first_key(input: &str) -> &str {
    match word(input) {
        Ok((_, found)) => found,
        Err(_) => input.chars().next().and_then(|c| input.get(..c.len_utf8())).unwrap_or_default(),
    }
}
