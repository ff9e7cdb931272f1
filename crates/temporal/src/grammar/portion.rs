//! The first or the last of a stretch: *the first nine months* of a year.

use super::input::{Input, Parsed, fail, longest, one_of, word};
use super::length::counted;
use super::modified::unit_in_view;
use super::when;
use crate::meaning::{Count, Day, Meaning, Name, Said};
use crate::unit::Unit;
use nom::Parser;
use nom::combinator::opt;

/// `portion := ["the"] ("first" | "opening" | "last" | "final" | "closing") length`, before *of* and a longer stretch,
/// which is an expression of its own: *the first nine months of 1997*.
pub(super) fn portion(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, which) = one_of(&["first", "opening", "last", "final", "closing"]).parse(rest)?;
    let (rest, length) = counted(rest)?;
    let (of, ()) = word("of").parse(rest)?;
    let (_, found) = longest(of, &[when, unit_in_view])?;
    let &[(Count::Hundredths(_), unit)] = length.parts.as_slice() else { return fail() };
    let holds = found.time.is_none() && grain(&found.day).is_some_and(|grain| unit < grain);
    if unit.is_clock() || length.most.is_some() || !holds {
        return fail();
    }
    let meaning = Meaning::Portion { length, is_last: which >= 2, of: found.day };
    Ok((rest, Said { meaning, modifier: None, relative_to_now: None }))
}

/// The length of a stretch of the calendar.
fn grain(day: &Day) -> Option<Unit> {
    match day {
        Day::Year(_) | Day::ShortYear(_) | Day::Fiscal(_) => Some(Unit::Year),
        Day::Decade(_) | Day::ShortDecade(_) => Some(Unit::Decade),
        Day::Century(_) => Some(Unit::Century),
        Day::Named(Name::Month(_), _) => Some(Unit::Month),
        Day::Named(Name::Season(_) | Name::Quarter(_), _) => Some(Unit::Quarter),
        Day::Named(Name::Half(_), _) => Some(Unit::Semester),
        Day::Unit(unit, ..) => Some(*unit),
        _ => None,
    }
}
