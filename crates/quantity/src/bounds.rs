//! The values that hedged words allow.

use crate::Bound;
use crate::grammar::number::{Number, Shape};
use crate::lexicon::Hedge;

/// How far *about*, *nearly* and *just over* reach from the number that they stand with, as a part of it.
pub(crate) const TOLERANCE: f64 = 0.1;

/// The range of values of a quantity.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) lower: Option<Bound>,
    pub(crate) upper: Option<Bound>,
    pub(crate) nominal: Option<f64>,
    pub(crate) approximate: bool,
}

impl Bounds {
    /// From the first and last number and the hedges around them.
    pub(crate) fn of(first: Number, last: Number, range: bool, hedges: &[Hedge]) -> Self {
        let mut bounds = if range { Self::between(first.value, last.value) } else { Self::plain(last) };
        let bounding =
            |hedge: &Hedge| matches!(hedge, Hedge::Above | Hedge::AtLeast | Hedge::Below | Hedge::AtMost);
        for hedge in hedges {
            if *hedge == Hedge::About && hedges.iter().any(bounding) {
                // "About five or more": the bound is what is said.
                bounds.approximate = true;
            } else {
                bounds.apply(*hedge);
            }
        }
        bounds
    }

    /// With the other bound, where the words give both: *more than 20 but fewer than 30*.
    pub(crate) fn and(self, other: Self) -> Option<Self> {
        let (lower, upper) = (self.lower.or(other.lower)?, self.upper.or(other.upper)?);
        let once =
            self.lower.is_some() != other.lower.is_some() && self.upper.is_some() != other.upper.is_some();
        (once && lower.value < upper.value).then_some(Self {
            lower: Some(lower),
            upper: Some(upper),
            nominal: None,
            approximate: self.approximate || other.approximate,
        })
    }

    fn between(a: f64, b: f64) -> Self {
        Self { lower: closed(a.min(b)), upper: closed(a.max(b)), nominal: None, approximate: false }
    }

    fn plain(number: Number) -> Self {
        if let Shape::Vague { lower, upper } = number.shape {
            let nominal = upper.is_some_and(|upper| upper <= lower).then_some(lower);
            return Self { lower: closed(lower), upper: upper.and_then(closed), nominal, approximate: true };
        }
        Self {
            lower: closed(number.value),
            upper: closed(number.value),
            nominal: Some(number.value),
            approximate: false,
        }
    }

    fn apply(&mut self, hedge: Hedge) {
        let low = self.lower.map(|bound| bound.value);
        let high = self.upper.map(|bound| bound.value);
        let reach = |value: Option<f64>| value.map_or(0.0, |value| value.abs() * TOLERANCE);
        match hedge {
            Hedge::Exact => {}
            Hedge::Above => (self.lower, self.upper) = (low.and_then(open), None),
            Hedge::AtLeast => self.upper = None,
            Hedge::Below => (self.lower, self.upper) = (None, high.and_then(open)),
            Hedge::AtMost => self.lower = None,
            Hedge::Nearly | Hedge::JustBelow => {
                self.lower = low.and_then(|low| closed(low - reach(Some(low))));
                self.upper = high.and_then(open);
                self.approximate = true;
            }
            Hedge::JustAbove => {
                self.lower = low.and_then(open);
                self.upper = high.and_then(|high| closed(high + reach(Some(high))));
                self.approximate = true;
            }
            Hedge::About => {
                self.approximate = true;
                // A range says itself how far it reaches.
                if low != high {
                    return;
                }
                self.lower = self.lower.map(|bound| Bound { value: bound.value - reach(low), ..bound });
                self.upper = self.upper.map(|bound| Bound { value: bound.value + reach(high), ..bound });
            }
        }
    }
}

fn closed(value: f64) -> Option<Bound> {
    Some(Bound { value, closed: true })
}

fn open(value: f64) -> Option<Bound> {
    Some(Bound { value, closed: false })
}
