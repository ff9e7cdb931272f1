//! What a figure or an hour comes to: `22.4%` stands for `a fifth`, and `11.52 p.m.` for `ten to midnight`, in part.

use corroborate_quantity::Quantity;

/// What a term that is a figure or a time of day comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    sort: Sort,
    /// In the unit of its dimension; of an hour the minutes since midnight.
    value: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Count,
    Hour,
    Measure(&'static str),
}

/// A count below this is told to the unit: two are not nearly three.
const FEWEST: f64 = 10.0;
/// How far a figure within a tenth, and one within a quarter, stands for another, in 0..=1.
const WITHIN_TENTH: f64 = 0.6;
const WITHIN_QUARTER: f64 = 0.3;
/// How far an hour stands for one up to so many minutes from it.
const HOURS: [(f64, f64); 2] = [(12.0, 0.7), (31.0, 0.4)];

impl Amount {
    /// What a quantity comes to, where it has a value; a fraction without a unit is a share.
    pub(super) fn of(quantity: &Quantity) -> Option<Self> {
        let value = quantity.nominal.or(quantity.lower.map(|bound| bound.value))?;
        Some(match quantity.unit {
            Some(unit) => {
                Self { sort: Sort::Measure(unit.dimension), value: value * unit.factor + unit.offset }
            }
            None if value > 0.0 && value < 1.0 => Self { sort: Sort::Measure("share"), value: 100.0 * value },
            None => Self { sort: Sort::Count, value },
        })
    }

    /// The hour of a value as TIMEX3 writes it (`2031-05-04T23:51`), if it has one.
    pub(super) fn hour(timex: &str) -> Option<Self> {
        let (hour, minute) = timex.split_once('T')?.1.split_once(':')?;
        let value = 60.0 * hour.parse::<f64>().ok()? + minute.get(..2)?.parse::<f64>().ok()?;
        Some(Self { sort: Sort::Hour, value })
    }

    /// The minutes since midnight of an hour, the value of a figure.
    pub(super) const fn value(self) -> f64 {
        self.value
    }

    /// How far it may stand for another that is not the same, in 0..=1.
    pub(super) fn nearness(self, other: Self) -> f64 {
        let apart = (self.value - other.value).abs();
        let most = self.value.abs().max(other.value.abs());
        match self.sort {
            _ if self.sort != other.sort => 0.0,
            Sort::Hour => HOURS.iter().find(|(most, _)| apart <= *most).map_or(0.0, |(_, near)| *near),
            Sort::Count if most < FEWEST => 0.0,
            Sort::Count | Sort::Measure(_) if apart <= 0.1 * most => WITHIN_TENTH,
            Sort::Count | Sort::Measure(_) if apart <= 0.25 * most => WITHIN_QUARTER,
            Sort::Count | Sort::Measure(_) => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_quantity::annotate;
    use proptest::prelude::*;

    fn figures(a: &str, b: &str) -> f64 {
        let [a, b] = [a, b].map(|text| annotate(text).first().and_then(Amount::of).expect("a figure"));
        a.nearness(b)
    }

    #[test]
    fn figures_that_are_nearly_the_same() {
        for (a, b) in [("22.4%", "a fifth of it"), ("620 people", "more than 600"), ("11 km", "7 miles")] {
            assert!(figures(a, b) > 0.0, "{a} {b}");
        }
        for (a, b) in
            [("2 dogs", "3 dogs"), ("40%", "40 dogs"), ("200 people", "300 people"), ("5 km", "5 kg")]
        {
            assert!(figures(a, b) == 0.0, "{a} {b}");
        }
    }

    #[test]
    fn hours_that_are_nearly_the_same() {
        let near = |a: &str, b: &str| Amount::hour(a).zip(Amount::hour(b)).map(|(a, b)| a.nearness(b));
        assert!(
            near("2031-05-04T23:51", "2031-05-04T23:52:40") > near("2031-05-04T23:51", "2031-05-04T23:30")
        );
        assert_eq!(near("2031-05-04T23:51", "2031-05-04T20:00"), Some(0.0));
        assert_eq!([Amount::hour("2031-05-04"), Amount::hour("2031-05-04TMO")], [None; 2]);
    }

    proptest! {
        #[test]
        fn nearness_is_the_same_from_both_sides(a in 0.0..2000.0_f64, b in 0.0..2000.0_f64, hour: bool) {
            let amount = |value| Amount { sort: if hour { Sort::Hour } else { Sort::Count }, value };
            let near = amount(a).nearness(amount(b));
            prop_assert_eq!(near, amount(b).nearness(amount(a)));
            prop_assert!((0.0..1.0).contains(&near));
        }
    }
}
