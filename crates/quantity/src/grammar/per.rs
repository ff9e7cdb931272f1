//! What a rate is per.

use super::token::{ends, gap, joint, next_word, word};
use super::{Parsed, fail, unit};
use crate::lexicon::{self, class};

/// What remains at the start and at the end of the noun that a rate is per.
pub(crate) type Per = (usize, usize);

/// `per = "/" , noun , [ power ] | gap , ( "per" | "a" | "an" | "every" | "each" ) , joint , ( noun | many ) ;`
///
/// Any noun after *per*; behind the articles, which mean much else, only a time or what goods are sold by
/// (`sold` of data/words.tsv).
pub(crate) fn per(input: &str) -> Parsed<'_, Per> {
    if let Some(rest) = input.strip_prefix('/') {
        let (after, found) = word(rest)?;
        let after = power(after);
        return if found.len() < 12 { Ok((after, (rest.len(), after.len()))) } else { fail() };
    }
    let (rest, ()) = gap(input)?;
    let (rest, link) = word(rest)?;
    let any = link.eq_ignore_ascii_case("per");
    if !any && !["a", "an", "every", "each"].iter().any(|known| link.eq_ignore_ascii_case(known)) {
        return fail();
    }
    let (rest, ()) = joint(rest)?;
    if any && let Ok(after) = many(rest) {
        return Ok((after, (rest.len(), after.len())));
    }
    let (after, found) = word(rest)?;
    let known = unit::unit(rest, false, any);
    let end = known.as_ref().map_or(after, |(after, _)| *after);
    // *4.9% a year ago*: when it was.
    let past =
        matches!(next_word(end), "ago" | "earlier" | "later" | "before" | "after" | "old" | "previously");
    if past && !any {
        return fail();
    }
    let time = known.is_ok_and(|(_, unit)| unit.dimension == "time");
    if any || time || lexicon::is(found, class::SOLD) { Ok((end, (rest.len(), end.len()))) } else { fail() }
}

/// `power = "²" | "³" | [ "^" ] , ( "2" | "3" ) ;` behind the unit of a density: *µg/m³*.
fn power(input: &str) -> &str {
    let raised = input.strip_prefix('^').unwrap_or(input).strip_prefix(['²', '³', '2', '3']);
    raised.filter(|rest| ends(rest)).unwrap_or(input)
}

/// `many = number , joint , noun ;` what a share of many is told by: *per 100,000 people*.
fn many(input: &str) -> Result<&str, nom::Err<()>> {
    if !input.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = super::number::number(input, false)?;
    let (rest, ()) = joint(rest)?;
    if let Ok((after, _)) = unit::unit(rest, false, true) {
        return Ok(after);
    }
    let (after, found) = word(rest)?;
    if lexicon::is(found, class::STOP | class::VERB) { Err(nom::Err::Error(())) } else { Ok(after) }
}
