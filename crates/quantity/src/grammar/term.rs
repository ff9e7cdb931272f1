//! A number with its sign, currency and unit.

use super::number::{Number, Shape, number, round};
use super::token::{dash, ends, gap, joint, keyword, then_keyword, word};
use super::{Parsed, fail, scale, unit};
use crate::Unit;

/// A number with its unit, and how much of the text each takes, as the length of what remains.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) number: Number,
    pub(crate) unit: Option<Unit>,
    /// The unit is a currency before the number.
    pub(crate) prefixed: bool,
    /// What remains at the start and at the end of the number alone.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// `term = [ sign ] , [ currency , [ sign ] ] , number , [ money-scale ] , [ [ "of a" ] , unit ] , { lesser } ;`
pub(crate) fn term(input: &str, conjunction: bool) -> Parsed<'_, Term> {
    let (rest, minus) = sign(input);
    let (rest, currency) = unit::prefix(rest).map_or((rest, None), |(rest, currency)| (rest, Some(currency)));
    let (rest, minus) = if currency.is_some() && !minus { sign(rest) } else { (rest, minus) };
    let start = rest.len();
    let (rest, mut found) = number(rest, conjunction)?;
    let (mut rest, mut end) = (rest, rest.len());
    if let Shape::Ordinal = found.shape {
        return if minus || currency.is_some() {
            fail()
        } else {
            Ok((rest, Term { number: found, unit: None, prefixed: false, start, end }))
        };
    }
    if let (Some(_), Ok((after, scaled))) = (currency, scale::short_scale(rest, found, true)) {
        (rest, found, end) = (after, scaled, after.len());
    }
    if minus {
        found = found.times_sign();
    }
    let digits = matches!(found.shape, Shape::Digits { .. });
    // 20m leva: the currency behind tells the scale.
    if currency.is_none()
        && digits
        && let Ok((after, scaled)) = scale::short_scale(rest, found, true)
        && unit::suffix(after, true).is_ok_and(|(_, unit)| unit.dimension == "currency")
    {
        (rest, found, end) = (after, scaled, after.len());
    }
    let written =
        if currency.is_some() { own_currency(rest, currency) } else { unit_after(rest, found, digits) };
    let Ok((after, unit)) = written else {
        return Ok((rest, Term { number: found, unit: currency, prefixed: currency.is_some(), start, end }));
    };
    let (after, found) = lesser(after, found, unit).unwrap_or((after, found));
    Ok((after, Term { number: found, unit: Some(unit), prefixed: currency.is_some(), start, end }))
}

/// `sign = ( "-" | "−" | "minus" | "negative" | "+" ) , [ joint ] ;`
fn sign(input: &str) -> (&str, bool) {
    if let Some(rest) = input.strip_prefix('+') {
        return (rest, false);
    }
    if let Ok((rest, ())) = dash(input) {
        return (rest, true);
    }
    for wanted in ["minus", "negative"] {
        if let Ok((rest, ())) = keyword(input, wanted).and_then(|(rest, ())| joint(rest)) {
            return (rest, true);
        }
    }
    (input, false)
}

/// The unit behind a number: `km`, *of a mile*, *million dollars*.
fn unit_after(input: &str, number: Number, digits: bool) -> Parsed<'_, Unit> {
    if let Ok(found) = unit::suffix(input, digits) {
        return Ok(found);
    }
    // Half an hour, a quarter of a mile.
    if !matches!(number.shape, Shape::Fraction | Shape::Vague { .. }) && number.value.abs() < 1000.0 {
        return fail();
    }
    let (rest, ()) = gap(input)?;
    let rest = keyword(rest, "of").and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    let rest = keyword(rest, "a")
        .or_else(|_| keyword(rest, "an"))
        .and_then(|(rest, ())| gap(rest))
        .map_or(rest, |(rest, ())| rest);
    unit::unit(rest, false, digits)
}

/// A currency named again behind, as in `$500 US` or `$10.5 million Australian dollars`.
fn own_currency(input: &str, prefix: Option<Unit>) -> Parsed<'_, Unit> {
    match unit::suffix(input, true) {
        Ok((rest, unit)) if unit.dimension == "currency" && unit.factor == 1.0 => Ok((rest, unit)),
        _ => {
            let (rest, ()) = gap(input)?;
            let (rest, found) = word(rest)?;
            match prefix {
                Some(unit) if unit.symbol == "USD" && found == "US" && ends(rest) => Ok((rest, unit)),
                _ => fail(),
            }
        }
    }
}

/// `lesser = [ "," ] , [ gap , "and" ] , [ gap ] , number , unit ;` of the same dimension: `6ft 2in`, *five pounds and ten pence*.
fn lesser<'a>(input: &'a str, above: Number, unit: Unit) -> Parsed<'a, Number> {
    let rest = then_keyword(input, "and").map_or(input, |(rest, ())| rest);
    let rest = gap(rest).map_or(rest, |(rest, ())| rest);
    let (rest, below) = number(rest, false)?;
    let digits = matches!(below.shape, Shape::Digits { .. });
    let (rest, small) = unit::suffix(rest, digits)?;
    let (Shape::Digits { .. } | Shape::Words, Shape::Digits { .. } | Shape::Words) =
        (above.shape, below.shape)
    else {
        return fail();
    };
    let factor = small.factor / unit.factor;
    let same = small.dimension == unit.dimension
        && (unit.dimension != "currency" || small.currency() == unit.currency());
    let fits = same && factor < 1.0 && below.value * factor < 1.0 && unit.offset == 0.0 && above.grain >= 1.0;
    if !fits || unit.dimension == "share" {
        return fail();
    }
    let value = round(above.value + below.value * factor);
    Ok((rest, Number { value, grain: below.grain * factor, ..above }))
}

impl Number {
    /// The number with the other sign.
    fn times_sign(self) -> Self {
        Self { value: -self.value, ..self }
    }
}
