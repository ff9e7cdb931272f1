//! A text that is nothing but one number or one sum, as typed into a field: *one twenty-two*, *- 2 degrees*, *20 dollars 43*.
//!
//! In running text each of these may be two numbers, or a dash and a number, or none.

use crate::grammar::digits::plain as plain_digits;
use crate::grammar::number::Shape;
use crate::grammar::spelled::{numeral, spelled};
use crate::grammar::token::{gap, keyword, tail, then_keyword};
use crate::lexicon::{self, NumeralClass};
use crate::{Bound, Quantity, QuantityKind, Unit};
use corroborate_text::Span;

/// More bytes than this are a sentence.
const LONGEST: usize = 64;

/// The one quantity of a text that holds nothing else, where running text is read otherwise.
pub(crate) fn typed(text: &str, found: &[Quantity]) -> Option<Quantity> {
    let whole = text.trim();
    if whole.is_empty() || whole.len() > LONGEST || whole.contains('\n') {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let span = Span::new(start, start + whole.len());
    if let Some(value) =
        figures(whole).or_else(|| read_out(whole)).or_else(|| giga(whole)).or_else(|| quotient(whole))
    {
        return Some(plain(span, value, QuantityKind::Count, None));
    }
    match found {
        [] => named(whole).map(|(value, kind)| plain(span, value, kind, None)),
        [one] if one.span != span => scaled(text, span, one).or_else(|| negative(text, span, one)),
        [first, last] if first.span.start() == span.start() && last.span.end() == span.end() => {
            let between = text.get(first.span.end()..last.span.start())?;
            with_point(first, last, between)
                .or_else(|| with_coins(text, first, last, between))
                .map(|value| plain(span, value, first.kind, first.unit))
                .or_else(|| measured(text, span, found))
        }
        [_, _, ..] => measured(text, span, found),
        [_] => None,
    }
}

fn plain(span: Span, value: f64, kind: QuantityKind, unit: Option<Unit>) -> Quantity {
    let bound = Some(Bound { value, closed: true });
    Quantity {
        span,
        number: span,
        kind,
        lower: bound,
        upper: bound,
        nominal: Some(value),
        approximate: false,
        unit,
        counted: None,
        part_of: None,
        negated: false,
        change: None,
        grain: None,
        against: None,
        per: None,
    }
}

/// The one value of a quantity that is neither hedged nor counts a thing.
fn value(one: &Quantity) -> Option<f64> {
    let exact = one.lower == one.upper && one.counted.is_none() && !one.negated;
    one.nominal.filter(|_| exact)
}

/// `figures = "0" , digits , [ "." , digits ] | "point" , gap , digits ;` *0033*, *point 77*.
fn figures(text: &str) -> Option<f64> {
    let (text, sign) = match keyword(text, "point").and_then(|(rest, ())| gap(rest)) {
        Ok((rest, ())) => (rest, "0."),
        Err(_) => (text, ""),
    };
    let padded = !sign.is_empty() || text.starts_with('0');
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || sign.is_empty() && byte == b'.');
    format!("{sign}{text}").parse().ok().filter(|_| padded && digits && text.len() < 9)
}

/// `named = "one" | "single" | "first" | "second" | "third" ;`
fn named(text: &str) -> Option<(f64, QuantityKind)> {
    if text.eq_ignore_ascii_case("single") {
        return Some((1.0, QuantityKind::Count));
    }
    let numeral = lexicon::word(text)?.numeral?;
    match numeral.class {
        NumeralClass::Digit => Some((numeral.value, QuantityKind::Count)),
        NumeralClass::OrdinalDigit => Some((numeral.value, QuantityKind::Ordinal)),
        _ => None,
    }
}

/// `negative = ( "-" | "−" ) , gap , quantity ;`
fn negative(text: &str, span: Span, one: &Quantity) -> Option<Quantity> {
    let before = text.get(span.start()..one.span.start())?.trim_end();
    let value = value(one).filter(|_| matches!(before, "-" | "−") && one.span.end() == span.end())?;
    Some(Quantity { span, ..plain(span, -value, one.kind, one.unit) })
}

/// `scaled = [ ( "-" | "−" ) , gap ] , number , gap , "k" ;`
fn scaled(text: &str, span: Span, one: &Quantity) -> Option<Quantity> {
    let before = text.get(span.start()..one.span.start())?.trim_end();
    let behind = text.get(one.span.end()..span.end())?.trim_start();
    let value = value(one).filter(|_| one.unit.is_none() && matches!(behind, "k" | "K"))?;
    match before {
        "" => Some(plain(span, value * 1000.0, one.kind, None)),
        "-" | "−" => Some(plain(span, value * -1000.0, one.kind, None)),
        _ => None,
    }
}

/// `giga = [ ( "-" | "−" ) , [ gap ] ] , digits , [ gap ] , ( "G" | "M" ) ;` *10G*, *-.5 M*.
fn giga(text: &str) -> Option<f64> {
    let rest = text.strip_prefix(['-', '−']);
    let sign = if rest.is_some() { -1.0 } else { 1.0 };
    let (rest, number) = plain_digits(rest.unwrap_or(text).trim_start()).ok()?;
    match rest.trim_start() {
        "G" => Some(sign * number.value * 1e9),
        "M" => Some(sign * number.value * 1e6),
        _ => None,
    }
}

/// `quotient = digits , gap , "over" , gap , digits ;` *2000 over 3*.
fn quotient(text: &str) -> Option<f64> {
    let (rest, above) = plain_digits(text).ok()?;
    let (rest, ()) = then_keyword(rest, "over").ok()?;
    let (rest, below) = gap(rest).and_then(|(rest, ())| plain_digits(rest)).ok()?;
    (rest.is_empty() && below.value > 0.0).then_some(above.value / below.value)
}

/// `read-out = digit , gap , ( ten , [ digit ] | teen ) ;` in words: *one twenty-two* is 122.
fn read_out(text: &str) -> Option<f64> {
    let (rest, hundreds) = numeral(text).ok()?;
    let (rest, ()) = gap(rest).ok()?;
    let (_, tens) = numeral(rest).ok()?;
    let (rest, last) = spelled(rest, false).ok()?;
    let fits = hundreds.class == NumeralClass::Digit
        && hundreds.value > 0.0
        && matches!(tens.class, NumeralClass::Ten | NumeralClass::Teen)
        && last.shape == Shape::Words;
    (fits && rest.is_empty() && last.value < 100.0).then_some(hundreds.value * 100.0 + last.value)
}

/// `with-point = digits , gap , "point" , gap , digits ;` *1 point 1*.
fn with_point(first: &Quantity, last: &Quantity, between: &str) -> Option<f64> {
    let (whole, part) = (value(first)?, value(last)?);
    let bare = first.unit.is_none() && last.unit.is_none() && between.trim().eq_ignore_ascii_case("point");
    let fits = bare && whole.fract() == 0.0 && part.fract() == 0.0 && (0.0..1e9).contains(&part);
    let digits = format!("{whole}.{part}");
    digits.parse().ok().filter(|_| fits)
}

/// `with-coins = sum , [ gap , "and" ] , gap , ? a number below a hundred ? ;` *20 dollars 43*.
fn with_coins(text: &str, first: &Quantity, last: &Quantity, between: &str) -> Option<f64> {
    let linked = matches!(between.trim(), "" | "and") && !between.is_empty();
    let (sum, coins) = (value(first)?, value(last)?);
    let money = first.kind == QuantityKind::Money && first.unit.is_some_and(|unit| unit.factor == 1.0);
    let two = last.span.of(text).len() > 1 || coins == 0.0;
    let fits = linked && money && two && last.unit.is_none() && sum.fract() == 0.0 && coins.fract() == 0.0;
    (fits && (0.0..100.0).contains(&coins)).then_some(sum + coins / 100.0)
}

/// `measured = measure , { ( "," | "and" ) , measure } ;` of falling units of one dimension: *10 km, 8 metres, 6 cm*.
fn measured(text: &str, span: Span, found: &[Quantity]) -> Option<Quantity> {
    let (first, rest) = found.split_first()?;
    let unit = first.unit.filter(|unit| matches!(unit.dimension, "length" | "mass" | "time"))?;
    let (mut sum, mut least, mut end) = (value(first)?, unit.factor, first.span.end());
    for one in rest {
        let smaller =
            one.unit.filter(|smaller| smaller.dimension == unit.dimension && smaller.factor < least)?;
        let between = text.get(end..one.span.start())?.trim();
        let value = value(one).filter(|_| matches!(between, "," | "and" | ", and"))?;
        // A mile is no part of a kilometre, and 1,200 metres none of two.
        if value * smaller.factor >= least {
            return None;
        }
        sum += value * smaller.factor / unit.factor;
        (least, end) = (smaller.factor, one.span.end());
    }
    let all = first.span.start() == span.start() && tail(text, end).trim().is_empty();
    all.then(|| plain(span, sum, first.kind, first.unit))
}
