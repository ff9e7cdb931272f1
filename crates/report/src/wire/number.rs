//! Numbers as JSON has them: whole ones without a point.

use serde::{Serialize, Serializer};

/// Largest whole number that a double holds exactly with all its neighbours.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes a whole number without a point, and what is no number as null.
#[expect(clippy::ref_option, reason = "serde hands the field by reference")]
pub(super) fn write<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match *value {
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            (value as i64).serialize(serializer)
        }
        Some(value) if value.is_finite() => value.serialize(serializer),
        _ => serializer.serialize_none(),
    }
}
