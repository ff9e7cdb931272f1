//! How two quantities relate.

use crate::{Bound, Quantity, QuantityKind};

/// How the values that two quantities allow relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same values.
    Equal,
    /// The first allows fewer values, all allowed by the second.
    Inside,
    /// The first allows all that the second does, and more.
    Contains,
    /// Some values in common, and each has others.
    Overlapping,
    /// No value in common.
    Disjoint,
    /// Different sorts or dimensions: the question has no answer.
    NotComparable,
}

/// Relates two quantities after conversion to a common unit. What is counted is not looked at.
///
/// A number stands for what rounds to it at the place of its last digit: `1.2bn` contains `1.23bn`, and `33ft`
/// lies inside `10 metres`, while `27` and `28` are disjoint. A hedged end stands for itself.
///
/// ```
/// use corroborate_quantity::{Relation, annotate, relation};
///
/// let found = annotate("a wall 10 metres high; a wall 33ft high; more than 24 people; 27 people");
/// assert_eq!(relation(&found[1], &found[0]), Relation::Inside);
/// assert_eq!(relation(&found[2], &found[3]), Relation::Contains);
/// ```
pub fn relation(a: &Quantity, b: &Quantity) -> Relation {
    if !comparable(a, b) {
        return Relation::NotComparable;
    }
    if let (Some(x), Some(y)) = (score(a), score(b)) {
        return if x == y { Relation::Equal } else { Relation::Disjoint };
    }
    let (x, y) = (Interval::of(a), Interval::of(b));
    if x.before(&y) || y.before(&x) {
        return Relation::Disjoint;
    }
    match (x.within(&y), y.within(&x)) {
        (true, true) => Relation::Equal,
        (true, false) => Relation::Inside,
        (false, true) => Relation::Contains,
        (false, false) => Relation::Overlapping,
    }
}

/// Sides of a score, the greater first: who is named first differs between accounts.
fn score(quantity: &Quantity) -> Option<(f64, f64)> {
    let (a, b) = (quantity.nominal?, quantity.against?);
    (quantity.kind == QuantityKind::Score).then_some((a.max(b), a.min(b)))
}

fn comparable(a: &Quantity, b: &Quantity) -> bool {
    let units = match (a.unit, b.unit) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.dimension == b.dimension && (a.dimension != "currency" || a.currency() == b.currency())
        }
        _ => false,
    };
    a.kind == b.kind && units && a.per.is_some() == b.per.is_some()
}

/// The values allowed, in base units, as two ends that carry whether they belong.
struct Interval {
    low: End,
    high: End,
}

/// An end; infinite where open.
#[derive(Clone, Copy)]
struct End {
    value: f64,
    closed: bool,
}

impl Interval {
    fn of(quantity: &Quantity) -> Self {
        if quantity.against.is_some()
            && let Some(now) = quantity.nominal
        {
            // Of a change from one value to another, the second is what holds.
            let end = Some(Bound { value: now, closed: true });
            return Self::of(&Quantity { lower: end, upper: end, against: None, ..quantity.clone() });
        }
        let unit = quantity.unit;
        let base = |value: f64| unit.map_or(value, |unit| value * unit.factor + unit.offset);
        let half = quantity.grain.map_or(0.0, |grain| grain.abs() / 2.0);
        // Only an unhedged end is a rounded one; a hedge says itself how far the number holds.
        let rounded = |bound: Bound| bound.closed && !quantity.approximate;
        let low = quantity.lower.map_or(End { value: f64::NEG_INFINITY, closed: false }, |bound| {
            let reach = if rounded(bound) && quantity.upper.is_some() { half } else { 0.0 };
            End { value: base(bound.value - reach), closed: bound.closed }
        });
        let high = quantity.upper.map_or(End { value: f64::INFINITY, closed: false }, |bound| {
            let reach = if rounded(bound) && quantity.lower.is_some() { half } else { 0.0 };
            End { value: base(bound.value + reach), closed: bound.closed && reach == 0.0 }
        });
        Self { low, high }
    }

    /// Whether all of it lies below the other.
    fn before(&self, other: &Self) -> bool {
        let touches = same(self.high.value, other.low.value);
        if touches { !(self.high.closed && other.low.closed) } else { self.high.value < other.low.value }
    }

    fn within(&self, other: &Self) -> bool {
        let low = if same(self.low.value, other.low.value) {
            other.low.closed || !self.low.closed
        } else {
            self.low.value > other.low.value
        };
        let high = if same(self.high.value, other.high.value) {
            other.high.closed || !self.high.closed
        } else {
            self.high.value < other.high.value
        };
        low && high
    }
}

/// Equal but for the last bits, which a conversion may change.
fn same(a: f64, b: f64) -> bool {
    a == b || (a.is_finite() && b.is_finite() && (a - b).abs() <= 1e-9 * a.abs().max(b.abs()))
}
