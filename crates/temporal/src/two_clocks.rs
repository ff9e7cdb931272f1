//! A time told on two clocks: *6 a.m. (0500 GMT)*. The second says which zone the first is of.

use crate::{TimeExpression, TimexType};

/// Minutes of a day.
const DAY: i64 = 1440;

/// Gives the first of two such times its offset. The value stays as written.
pub(crate) fn lend_zones(text: &str, placed: &mut [TimeExpression]) {
    for at in 1..placed.len() {
        let [.., first, second] = placed.get_mut(..=at).unwrap_or_default() else { continue };
        if let Some(offset) = lent(text, first, second) {
            first.offset = Some(offset);
        }
    }
}

/// The offset of a time without a zone that stands before one with a zone in brackets.
fn lent(text: &str, first: &TimeExpression, second: &TimeExpression) -> Option<i32> {
    let is_clock =
        |one: &TimeExpression| one.kind == TimexType::Time && one.precision <= crate::Precision::Hour;
    let bracketed = text.get(first.span.end()..second.span.start()) == Some(" (")
        && text.get(second.span.end()..)?.starts_with(')');
    if !bracketed || !is_clock(first) || !is_clock(second) || first.offset.is_some() {
        return None;
    }
    let minutes = second.earliest?.seconds_until(first.earliest?) / 60 + i64::from(second.offset?);
    // From twelve hours west of Greenwich to fourteen east.
    let offset = (minutes + 12 * 60).rem_euclid(DAY) - 12 * 60;
    i32::try_from(offset).ok().filter(|offset| offset % 15 == 0)
}
