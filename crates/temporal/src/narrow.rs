//! What *early*, *late* and *mid-*, or *the first two months*, leave of a stretch.

use crate::Modifier;
use crate::calendar::plus_days;
use crate::meaning::{Count, Length};
use crate::place::{Place, plus_seconds};
use crate::resolve::move_by;
use crate::unit::{Part, Unit};
use chrono::{NaiveDateTime, NaiveTime};

/// First moment, and first moment after.
pub(crate) type Bounds = (NaiveDateTime, NaiveDateTime);

/// The part of a place that a modifier leaves: a third of a month or of anything longer, half of a day, the
/// first three or the last three days of a week.
pub(crate) fn narrow(place: Place, modifier: Modifier) -> Option<Bounds> {
    let (from, until) = place.bounds()?;
    let third = match modifier {
        Modifier::Start => 0,
        Modifier::Mid => 1,
        Modifier::End => 2,
        _ => return Some((from, until)),
    };
    let days = |first: i64, after: i64| {
        let day = |count| Some(plus_days(from.date(), count)?.and_time(NaiveTime::MIN));
        Some((day(first)?, day(after)?))
    };
    match (place, third) {
        (Place::Clock(..), _) => Some((from, until)),
        (Place::Month(..), 0) => days(0, 10),
        (Place::Month(..), 1) => days(10, 20),
        (Place::Month(..), _) => Some((days(20, 21)?.0, until)),
        (Place::Week(_), 0) => days(0, 3),
        (Place::Week(_), 1) => days(2, 4),
        (Place::Week(_), _) => days(4, 7),
        // A night is late before midnight already.
        (Place::Part(_, Part::Night), 2) => share(from, until, 1, 4, 4),
        (Place::Part(_, Part::Morning), 2) => share(from, until, 5, 6, 6),
        (Place::Day(_) | Place::Part(..), 0) => share(from, until, 0, 2, 4),
        (Place::Day(_) | Place::Part(..), 1) => share(from, until, 1, 3, 4),
        (Place::Day(_) | Place::Part(..), _) => share(from, until, 2, 4, 4),
        (Place::Year(_) | Place::Fiscal(_), third) => {
            let month = |count| {
                crate::calendar::plus_months(from.date(), count).map(|day| day.and_time(NaiveTime::MIN))
            };
            Some((month(third * 4)?, month(third * 4 + 4)?))
        }
        (_, third) => {
            let (first, after) = share(from, until, third, third + 1, 3)?;
            // To whole days.
            let first = first.date().and_time(NaiveTime::MIN);
            Some((first, if third == 2 { until } else { after.date().and_time(NaiveTime::MIN) }))
        }
    }
}

/// From so many parts of a stretch to so many, of a number of equal parts.
fn share(from: NaiveDateTime, until: NaiveDateTime, first: i64, after: i64, parts: i64) -> Option<Bounds> {
    let length = (until - from).num_seconds();
    let at = |share: i64| plus_seconds(from, length / parts * share);
    Some((at(first)?, if after == parts { until } else { at(after)? }))
}

/// The first or the last so much of a stretch; its first week is the one that its first Thursday lies in, as with ISO
/// years, so far as it lies in the stretch.
pub(crate) fn portion(length: &Length, is_last: bool, (from, until): Bounds) -> Option<Bounds> {
    let &[(Count::Hundredths(count), unit)] = length.parts.as_slice() else { return None };
    let count = i64::try_from(count).ok()?;
    if is_last {
        return Some((move_by(until.date(), -count, unit)?.and_time(until.time()), until));
    }
    let start = match unit {
        Unit::Week | Unit::Fortnight => {
            Place::around(Unit::Week, plus_days(from.date(), 3)?)?.bounds()?.0.max(from)
        }
        _ => from,
    };
    Some((start, move_by(start.date(), count, unit)?.and_time(start.time())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_modifier_leaves_its_part() {
        let days = |value: &str, modifier| {
            let (from, until) = narrow(Place::parse(value).unwrap(), modifier).unwrap();
            format!("{} {}", from.format("%m-%d %H"), until.format("%m-%d %H"))
        };
        assert_eq!(days("2026-02", Modifier::End), "02-21 00 03-01 00");
        assert_eq!(days("2026", Modifier::Mid), "05-01 00 09-01 00");
        assert_eq!(days("2026-01-06", Modifier::Start), "01-06 00 01-06 12");
        assert_eq!(days("2026-W03", Modifier::End), "01-16 00 01-19 00");
        assert_eq!(days("2026-01-06TAF", Modifier::End), "01-06 15 01-06 18");
        assert_eq!(days("2026-01-06TNI", Modifier::End), "01-06 21 01-07 06");
        assert_eq!(days("2026-02", Modifier::Approximate), "02-01 00 03-01 00");
        let decade = narrow(Place::Decade(197), Modifier::End).unwrap();
        assert!(decade.0.date() > NaiveDate::from_ymd_opt(1976, 1, 1).unwrap());
    }
}
