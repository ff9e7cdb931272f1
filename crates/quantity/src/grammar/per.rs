//! What a rate is per.

use super::token::{gap, joint, word};
use super::{Parsed, fail, unit};
use crate::lexicon::{self, class};

/// What remains at the start and at the end of the noun that a rate is per.
pub(crate) type Per = (usize, usize);

/// `per = "/" , noun | gap , ( "per" | "a" | "an" | "every" | "each" ) , joint , noun ;`
///
/// Any noun after *per*; behind the articles, which mean much else, only a time or what goods are sold by
/// (`sold` of data/words.tsv).
pub(crate) fn per(input: &str) -> Parsed<'_, Per> {
    if let Some(rest) = input.strip_prefix('/') {
        let (after, found) = word(rest)?;
        return if found.len() < 12 { Ok((after, (rest.len(), after.len()))) } else { fail() };
    }
    let (rest, ()) = gap(input)?;
    let (rest, link) = word(rest)?;
    let any = link.eq_ignore_ascii_case("per");
    if !any && !["a", "an", "every", "each"].iter().any(|known| link.eq_ignore_ascii_case(known)) {
        return fail();
    }
    let (rest, ()) = joint(rest)?;
    let (after, found) = word(rest)?;
    let known = unit::unit(rest, false, any);
    let end = known.as_ref().map_or(after, |(after, _)| *after);
    let time = known.is_ok_and(|(_, unit)| unit.dimension == "time");
    if any || time || lexicon::is(found, class::SOLD) { Ok((end, (rest.len(), end.len()))) } else { fail() }
}
