//! Numbers and quantities.

use super::number;
use corroborate_quantity::{Change, QuantityKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A quantity as the range of values that its words allow; `E` is its place, in a story or in one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "{E}Quantity")]
pub(crate) struct Quantity<E> {
    /// The words, with hedge and unit.
    #[serde(flatten)]
    pub evidence: E,
    /// The least value allowed; null where open.
    #[serde(serialize_with = "number::write")]
    pub lower: Option<f64>,
    /// Whether `lower` itself is allowed.
    pub lower_included: bool,
    /// The greatest value allowed; null where open.
    #[serde(serialize_with = "number::write")]
    pub upper: Option<f64>,
    /// Whether `upper` itself is allowed.
    pub upper_included: bool,
    /// The number as written, where one is written.
    #[serde(serialize_with = "number::write")]
    pub nominal: Option<f64>,
    /// Whether it is hedged: *around*, *nearly*.
    pub approximate: bool,
    /// Symbol or code of the unit: `km`, `EUR`, `%`.
    pub unit: Option<String>,
    /// The words that say what is counted.
    pub counted: Option<String>,
    /// `count`, `measure`, `money`, `percent`, `percentage-point`, `ordinal`, `score`, `age`, `duration`, `rate`.
    pub kind: String,
    /// Whether it is denied: `no deaths`.
    pub negated: bool,
    /// `rise-by`, `fall-by`, `rise-to`, `fall-to`.
    pub change: Option<String>,
}

impl<E> Quantity<E> {
    pub(crate) fn of(evidence: E, text: &str, quantity: &corroborate_quantity::Quantity) -> Self {
        Self {
            evidence,
            lower: quantity.lower.map(|bound| bound.value),
            lower_included: quantity.lower.is_some_and(|bound| bound.closed),
            upper: quantity.upper.map(|bound| bound.value),
            upper_included: quantity.upper.is_some_and(|bound| bound.closed),
            nominal: quantity.nominal,
            approximate: quantity.approximate,
            unit: quantity.unit.map(|unit| unit.symbol.to_owned()),
            counted: quantity.counted.map(|span| span.of(text).to_owned()),
            kind: kind_name(quantity.kind).to_owned(),
            negated: quantity.negated,
            change: quantity.change.map(|change| change_name(change).to_owned()),
        }
    }
}

fn kind_name(kind: QuantityKind) -> &'static str {
    match kind {
        QuantityKind::Count => "count",
        QuantityKind::Measure => "measure",
        QuantityKind::Money => "money",
        QuantityKind::Percent => "percent",
        QuantityKind::PercentagePoint => "percentage-point",
        QuantityKind::Ordinal => "ordinal",
        QuantityKind::Score => "score",
        QuantityKind::Age => "age",
        QuantityKind::Duration => "duration",
        QuantityKind::Rate => "rate",
    }
}

fn change_name(change: Change) -> &'static str {
    match change {
        Change::RiseBy => "rise-by",
        Change::FallBy => "fall-by",
        Change::RiseTo => "rise-to",
        Change::FallTo => "fall-to",
    }
}
