//! The sort of a quantity, from its number and its unit.

use crate::grammar::unit;
use crate::{QuantityKind, Unit};

/// The sort of a number by its unit, where nothing else decides.
pub(crate) fn kind(unit: Option<Unit>) -> QuantityKind {
    match unit.map(|unit| unit.dimension) {
        None => QuantityKind::Count,
        Some("currency") => QuantityKind::Money,
        Some("share") => QuantityKind::Percent,
        Some("share difference") => QuantityKind::PercentagePoint,
        Some("time") => QuantityKind::Duration,
        Some("speed" | "flow" | "data rate" | "rainfall rate" | "fuel economy" | "fuel use") => {
            QuantityKind::Rate
        }
        Some(dimension) if dimension.ends_with("per game") => QuantityKind::Rate,
        Some(_) => QuantityKind::Measure,
    }
}

/// The unit of a mass that is called *pound*, as money is.
pub(crate) fn pound_mass() -> Option<Unit> {
    unit::unit("pound-mass", false, false).ok().map(|(_, unit)| unit)
}

/// The unit of temperature whose sign is that of a thousand too.
pub(crate) fn kelvin() -> Option<Unit> {
    unit::unit("kelvin", false, false).ok().map(|(_, unit)| unit)
}

/// The unit of an age that names none.
pub(crate) fn year() -> Option<Unit> {
    unit::unit("years", false, false).ok().map(|(_, unit)| unit)
}

/// The unit of a part of a whole: *a third of the vote* compares with `33%`.
pub(crate) const SHARE: Unit = Unit { symbol: "share", dimension: "share", factor: 100.0, offset: 0.0 };
