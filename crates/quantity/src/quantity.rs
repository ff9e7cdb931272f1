//! A quantity as the text bounds it.

use corroborate_text::Span;

/// One end of the range of values that a quantity allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The value, in the unit of the quantity as written.
    pub value: f64,
    /// Whether the value itself is allowed.
    pub closed: bool,
}

/// What sort of number it is; quantities of different sorts are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// Things counted, or a bare number.
    Count,
    /// A measure with a physical unit.
    Measure,
    /// An amount of money.
    Money,
    /// A share in percent.
    Percent,
    /// A difference of two shares.
    PercentagePoint,
    /// A rank: *third*.
    Ordinal,
    /// Two numbers against each other: `2-1`, `118 to 109`.
    Score,
    /// An age of a person or thing.
    Age,
    /// A length of time.
    Duration,
    /// A measure per another: km/h.
    Rate,
}

/// A unit, and how to convert it into the base unit of its dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Its standard symbol or code: `km`, `EUR`, `%`; a coin is a part of its currency, `GBP/100`.
    pub symbol: &'static str,
    /// What it measures: `length`, `currency`, …; only equal dimensions compare.
    pub dimension: &'static str,
    /// Base units in one of it. Currencies have no base: they compare only with themselves.
    pub factor: f64,
    /// Added after multiplying, for temperatures.
    pub offset: f64,
}

impl Unit {
    /// The code of the currency, without the part of a coin: `GBP` of `GBP/100`.
    pub fn currency(&self) -> Option<&'static str> {
        (self.dimension == "currency").then(|| self.symbol.split('/').next()).flatten()
    }
}

/// Words of change around a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// `rose by`.
    RiseBy,
    /// `fell by`.
    FallBy,
    /// `rose to`.
    RiseTo,
    /// `fell to`.
    FallTo,
}

/// A quantity: its place, the range of values that its words allow, and what it is a quantity of.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The whole expression: hedge, number and unit (`more than two dozen`, `around 35`, `about 20%`).
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// Its sort.
    pub kind: QuantityKind,
    /// The least value allowed; `None` where open.
    pub lower: Option<Bound>,
    /// The greatest value allowed; `None` where open.
    pub upper: Option<Bound>,
    /// The value as written, where one number is written.
    pub nominal: Option<f64>,
    /// Hedged: *around*, *about*, *nearly*, *some*.
    pub approximate: bool,
    /// The unit.
    pub unit: Option<Unit>,
    /// What is counted: the noun group (`ministers of justice or culture`).
    pub counted: Option<Span>,
    /// What the counted things are part of: `26 of them stranded` has `them`.
    pub part_of: Option<Span>,
    /// `no deaths`, `not a single`.
    pub negated: bool,
    /// Words of change.
    pub change: Option<Change>,
    /// The place of the last written digit, in the unit as written: 0.1 of `6.4`, 100 000 of `1.2m`. The number
    /// stands for what rounds to it. `None` where it is exact, as a rank or a fraction is.
    pub grain: Option<f64>,
    /// The other side of a score or vote: 1 of `2-1`.
    pub against: Option<f64>,
    /// What a rate is per: `hour` of `20 people an hour`.
    pub per: Option<Span>,
}
