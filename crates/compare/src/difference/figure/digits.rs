//! What the digits of two numbers tell: a slip, a rounding, one number for two currencies.

use super::Figure;
use corroborate_quantity::{Bound, Quantity, QuantityKind, Relation, relation};

/// The value of a plain count with three digits or more that are no round number: hardly two things have the same.
pub(super) fn particular(quantity: &Quantity) -> Option<f64> {
    let count = quantity.kind == QuantityKind::Count;
    // `From 6,170 to 6,480`: the first is what others know.
    let first = quantity.lower.filter(|_| quantity.upper.is_some()).map(|bound| bound.value);
    quantity.nominal.or(first).filter(|&value| count && has_three_digits(value))
}

fn has_three_digits(mut value: f64) -> bool {
    while value >= 1000.0 {
        value /= 10.0;
    }
    value >= 100.0 && value.round() % 10.0 != 0.0
}

/// Whether two numbers have the same three digits or more in another order: `367`, `376`. Digits change places where
/// a number is copied.
pub(super) fn is_permuted(a: &Quantity, b: &Quantity) -> bool {
    let digits = |quantity: &Quantity| -> Option<Vec<u8>> {
        let value = quantity.nominal.filter(|value| *value >= 1.0 && !quantity.approximate)?;
        let written = value.to_string();
        // In all or, of one with a fraction, until they end: 3 for 140 and for 48.9.
        let significant = written.bytes().filter(u8::is_ascii_digit).count();
        let mut digits: Vec<u8> = written.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).collect();
        digits.sort_unstable();
        (significant > 2 && digits.first() != digits.last()).then_some(digits)
    };
    let size = |quantity: &Quantity| quantity.nominal.map(|value| value.log10().floor().to_bits());
    a.nominal != b.nominal && size(a) == size(b) && digits(a).is_some_and(|found| Some(found) == digits(b))
}

/// Whether one value is the other less exactly told, to two digits at least: `4.2` and `4.23 million dollars`.
pub(super) fn nearly(a: &Figure, b: &Figure) -> bool {
    let (Some(x), Some(y)) = (a.quantity.nominal, b.quantity.nominal) else { return false };
    let same_unit = a.quantity.unit.map(|unit| unit.symbol) == b.quantity.unit.map(|unit| unit.symbol);
    let close = (x - y).abs() <= 0.05 * x.abs().max(y.abs());
    let plain = |value: f64| value.abs() >= 10.0 || value.fract() != 0.0;
    same_unit && close && plain(x) && plain(y) && relation(a.quantity, b.quantity) != Relation::Disjoint
        || same_unit && close && plain(x) && plain(y) && rounds(a.quantity, b.quantity)
}

/// Whether two figures have the same three digits or more and stand a power of ten apart: `325,000`, `3.25 million`.
pub(super) fn slips(a: &Quantity, b: &Quantity) -> bool {
    let (Some(x), Some(y)) = (a.nominal, b.nominal) else { return false };
    let (x, y) = (x.abs().max(y.abs()), x.abs().min(y.abs()));
    if y <= 0.0 || a.unit.map(|unit| unit.dimension) != b.unit.map(|unit| unit.dimension) {
        return false;
    }
    let power = (x / y).log10();
    // `million` for `billion`: the digits need not be many.
    let scale = (power - 3.0).abs() < 1e-9 && y >= 1e5 && y / 10_f64.powf(y.log10().floor()) % 1.0 > 1e-9;
    if scale {
        return true;
    }
    power >= 0.9 && (power - power.round()).abs() < 1e-9 && has_three_digits(y)
}

/// Whether two sums of money are the same number in different currencies.
pub(super) fn same_number_of_money(a: &Quantity, b: &Quantity) -> bool {
    let money = a.kind == QuantityKind::Money && b.kind == QuantityKind::Money;
    let currency = |quantity: &Quantity| quantity.unit.map(|unit| unit.symbol);
    money && a.nominal.is_some() && a.nominal == b.nominal && currency(a) != currency(b)
}

/// Whether two measures are the same in different units, as far as their digits tell.
pub(super) fn converted(a: &Quantity, b: &Quantity) -> bool {
    let unit = |quantity: &Quantity| quantity.unit.map(|unit| unit.symbol);
    let money = a.unit.is_some_and(|unit| unit.currency().is_some())
        && b.unit.is_some_and(|u| u.currency().is_some());
    unit(a).is_some()
        && unit(b).is_some()
        && unit(a) != unit(b)
        && (money || relation(a, b) == Relation::Equal || rounds(a, b))
}

/// Whether two quantities give one value, each as exactly as the other: `7,200` and `about 7,200`, `31 mph` and
/// `50 km/h`. What is told roughly in two units, or as a fraction, need not be one.
pub(super) fn is_one_value(a: &Quantity, b: &Quantity) -> bool {
    let given = |quantity: &Quantity| {
        let value = quantity.nominal?;
        let allowed = quantity.lower?.value <= value && value <= quantity.upper?.value;
        // `Nearly 400` is not 400.
        let closed = |bound: Bound| bound.closed || (bound.value - value).abs() > f64::EPSILON;
        let factor = factor(quantity);
        (allowed && closed(quantity.lower?) && closed(quantity.upper?))
            .then_some((value * factor, step(value) * factor))
    };
    let money = a.kind == QuantityKind::Money;
    let shifted = |quantity: &Quantity| quantity.unit.is_some_and(|unit| unit.offset != 0.0);
    let (Some((x, x_step)), Some((y, y_step))) = (given(a), given(b)) else { return false };
    let comparable = relation(a, b) != Relation::NotComparable && a.against.is_none() && b.against.is_none();
    let one_unit = a.unit.map(|unit| unit.symbol) == b.unit.map(|unit| unit.symbol);
    let plain = a.grain.is_some() && b.grain.is_some() && (one_unit || !a.approximate && !b.approximate);
    plain
        && comparable
        && !money
        && !shifted(a)
        && !shifted(b)
        && (x - y).abs() <= 0.5 * x_step.min(y_step) * 1.0001
}

/// Whether one tells how the other has changed, of a number that hardly two things have: `from 6,170 to 6,480`.
pub(super) fn begins_with(change: &Quantity, old: &Quantity) -> bool {
    let ends = change.nominal.is_none() && change.upper.is_some();
    let first = change.lower.filter(|_| ends).map(|bound| bound.value);
    first.is_some_and(|first| particular(old).is_some_and(|old| (first - old).abs() < f64::EPSILON))
}

/// Whether the rounder of two values is the other one rounded to its digits. `Fewer than 20` is not 23 rounded, and a
/// score is not rounded at all.
pub(super) fn rounds(a: &Quantity, b: &Quantity) -> bool {
    if a.against != b.against {
        return false;
    }
    let value = |quantity: &Quantity| {
        let factor = factor(quantity);
        let bounded = quantity.lower.is_some() && quantity.upper.is_some();
        quantity.nominal.filter(|_| bounded).map(|nominal| (nominal * factor, step(nominal) * factor))
    };
    let (Some((x, x_step)), Some((y, y_step))) = (value(a), value(b)) else { return false };
    (x - y).abs() <= 0.5 * x_step.max(y_step) * 1.0001
}

/// What a value is multiplied by to be held against one in another unit.
pub(super) fn factor(quantity: &Quantity) -> f64 {
    quantity.unit.map_or(1.0, |unit| unit.factor)
}

/// The unit of the last digit that a number gives: 0.01 for 7.25, 1000 for 52,000, 1 for 31.
fn step(value: f64) -> f64 {
    let mut step = 1.0;
    if value.fract() != 0.0 {
        while (value / step - (value / step).round()).abs() > 1e-9 && step > 1e-6 {
            step /= 10.0;
        }
        return step;
    }
    while value != 0.0 && step * 10.0 < value.abs() && (value % (step * 10.0)) == 0.0 {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::{
        begins_with, converted, is_one_value, is_permuted, rounds, same_number_of_money, slips, step,
    };
    use corroborate_quantity::{Quantity, annotate};

    fn read(text: &str) -> Quantity {
        annotate(text).into_iter().next().expect("a quantity")
    }

    /// Whichever comes first.
    #[track_caller]
    fn holds(test: fn(&Quantity, &Quantity) -> bool, wanted: bool, a: &str, b: &str) {
        let (x, y) = (read(a), read(b));
        assert_eq!((test(&x, &y), test(&y, &x)), (wanted, wanted), "{a}, {b}");
    }

    #[test]
    fn one_value_is_given_as_exactly_in_another_unit() {
        holds(is_one_value, true, "31 mph", "50 km/h");
        // Half a kilometre an hour more than the miles can stand for.
        holds(is_one_value, false, "31 mph", "51 km/h");
        holds(is_one_value, true, "7,200 boats", "about 7,200 boats");
        holds(is_one_value, false, "nearly 400 boats", "400 boats");
        holds(is_one_value, false, "€400", "€400");
        holds(is_one_value, false, "31 km", "31 hours");
    }

    #[test]
    fn a_measure_is_converted_where_units_differ_alone() {
        holds(converted, true, "10 metres", "33 ft");
        holds(converted, true, "€31", "$34");
        holds(converted, false, "10 metres", "40 ft");
        holds(converted, false, "10 metres", "10 metres");
        holds(converted, false, "31 boats", "31 km");
        holds(converted, false, "31 boats", "31 boats");
        holds(converted, false, "€31", "31 km");
        holds(converted, false, "1,000 boats", "1 km");
    }

    #[test]
    fn the_rounder_of_two_values() {
        holds(rounds, true, "52,000 boats", "51,700 boats");
        holds(rounds, true, "nearly 400 boats", "387 boats");
        holds(rounds, false, "52,000 boats", "52,700 boats");
        holds(rounds, false, "fewer than 20 boats", "23 boats");
        holds(rounds, false, "more than 20 boats", "18 boats");
    }

    #[test]
    fn a_change_begins_with_the_old_value() {
        let begins = |change: &str, old: &str| begins_with(&read(change), &read(old));
        assert!(begins("from 6,170 to 6,480 boats", "6,170 boats"));
        assert!(!begins("from 6,170 to 6,480 boats", "6,480 boats"));
        assert!(!begins("6,170 boats", "6,170 boats"), "it tells of no change");
    }

    #[test]
    fn slips_of_digits() {
        holds(is_permuted, true, "367 boats", "376 boats");
        holds(is_permuted, false, "367 boats", "367 boats");
        holds(is_permuted, false, "367 boats", "377 boats");
        holds(is_permuted, false, "367 boats", "3,670 boats");
        holds(slips, true, "325,000 boats", "3.25 million boats");
        holds(slips, true, "€1.2 million", "€1.2 billion");
        holds(slips, false, "325,000 boats", "3.26 million boats");
        holds(slips, false, "20 boats", "200 boats");
        holds(slips, false, "325 km", "3,250 hours");
        holds(same_number_of_money, true, "€31", "$31");
        holds(same_number_of_money, false, "€31", "€31");
        holds(same_number_of_money, false, "€31", "31 boats");
        holds(same_number_of_money, false, "€31", "$32");
    }

    #[test]
    fn the_last_digit_given() {
        assert!((step(7.25) - 0.01).abs() < 1e-12);
        assert!((step(52_000.0) - 1000.0).abs() < 1e-9);
        assert!((step(31.0) - 1.0).abs() < 1e-9);
        // A ten stands for itself, or nothing would tell it from nine.
        assert!((step(10.0) - 1.0).abs() < 1e-9);
        assert!((step(0.0) - 1.0).abs() < 1e-9);
    }
}
