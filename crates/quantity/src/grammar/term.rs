//! A number with its sign, currency and unit.

use super::number::{Number, Shape, number, round};
use super::token::{dash, ends, gap, hyphen, joint, keyword, next_word, tail, then_keyword, word};
use super::{Parsed, fail, scale, unit};
use crate::Unit;
use crate::lexicon::{self, class};

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
    let (start, numeral) = (rest.len(), rest);
    let (rest, found) = number(rest, conjunction)?;
    let (rest, mut found) = scale::grand(rest, found).unwrap_or((rest, found));
    let (mut rest, mut end) = (rest, rest.len());
    if let Shape::Ordinal = found.shape {
        // *by tenth of a second*
        let part =
            !minus && currency.is_none() && numeral.starts_with(char::is_alphabetic) && found.value >= 3.0;
        if let Ok((after, unit)) = part_of_unit(rest)
            && part
        {
            let number =
                Number { value: 1.0 / found.value, grain: 0.0, shape: Shape::Fraction, scaled: false };
            return Ok((after, Term { number, unit: Some(unit), prefixed: false, start, end }));
        }
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
    // The shortest forms of units stand behind figures alone.
    let digits = !numeral.starts_with(char::is_alphabetic);
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
        // *20 below zero*
        if let (None, Ok((after, ()))) = (currency, zero_behind(rest)) {
            let unit = unit::unit("degrees", false, false).ok().map(|(_, unit)| unit);
            return Ok((after, Term { number: found.times_sign(), unit, prefixed: false, start, end }));
        }
        if let Some((after, sum)) = currency.and_then(|unit| lesser(rest, found, unit).ok()) {
            return Ok((after, Term { number: sum, unit: currency, prefixed: true, start, end }));
        }
        return Ok((rest, Term { number: found, unit: currency, prefixed: currency.is_some(), start, end }));
    };
    let (mut after, mut found) = (after, found);
    if let Ok((behind, ())) = below_zero(after, unit) {
        let number = found.times_sign();
        return Ok((behind, Term { number, unit: Some(unit), prefixed: false, start, end }));
    }
    for _ in 0..2 {
        let Ok((behind, sum)) = lesser(after, found, unit) else { break };
        (after, found) = (behind, sum);
    }
    Ok((after, Term { number: found, unit: Some(unit), prefixed: currency.is_some(), start, end }))
}

/// `part-of-unit = gap , "of" , gap , [ ( "a" | "an" ) , gap ] , unit ;` behind a rank that is a part: *tenth of a second*.
fn part_of_unit(input: &str) -> Parsed<'_, Unit> {
    let (rest, ()) = then_keyword(input, "of")?;
    let (rest, ()) = gap(rest)?;
    let article = keyword(rest, "a").or_else(|_| keyword(rest, "an"));
    let rest = article.and_then(|(rest, ())| gap(rest)).map_or(rest, |(rest, ())| rest);
    match unit::unit(rest, false, false)? {
        (rest, unit) if matches!(unit.dimension, "length" | "mass" | "volume") || unit.symbol == "s" => {
            Ok((rest, unit))
        }
        _ => fail(),
    }
}

/// `article-unit = ( "a" | "an" ) , gap , unit , [ lesser ] ;` one of a unit, where the clause ends or *of* follows: *a
/// gallon of milk*; behind words that bound it anywhere: *more than a mile away*.
pub(crate) fn article_unit(input: &str, bound: bool) -> Parsed<'_, Term> {
    let (rest, ()) = keyword(input, "a").or_else(|_| keyword(input, "an"))?;
    let end = rest.len();
    let (rest, ()) = gap(rest)?;
    let (rest, unit) = unit::unit(rest, false, true)?;
    let one = Number { value: 1.0, grain: 1.0, shape: Shape::Words, scaled: false };
    let (rest, number) = lesser(rest, one, unit).unwrap_or((rest, one));
    let measures = matches!(unit.dimension, "length" | "mass" | "volume" | "currency");
    let free = bound && hyphen(rest).is_err() && !rest.starts_with(['\'', '’']);
    let closed = rest.is_empty() || rest.starts_with(['.', ',', ';', '!', '?', ')', '\n']);
    if measures && ends(rest) && (free || closed || then_keyword(rest, "of").is_ok()) {
        Ok((rest, Term { number, unit: Some(unit), prefixed: false, start: input.len(), end }))
    } else {
        fail()
    }
}

/// `sign = ( "-" | "−" | "minus" | "negative" | "+" ) , [ joint ] ;`
fn sign(input: &str) -> (&str, bool) {
    if let Some(rest) = input.strip_prefix('+') {
        return (rest, false);
    }
    if let Ok((rest, ())) = dash(input) {
        return (rest, true);
    }
    if !input.starts_with(['m', 'M', 'n', 'N']) {
        return (input, false);
    }
    for wanted in ["minus", "negative"] {
        if let Ok((rest, ())) = keyword(input, wanted).and_then(|(rest, ())| joint(rest)) {
            return (rest, true);
        }
    }
    (input, false)
}

/// `inches-across = gap , "in" , ? *of*, or *wide* and the like before no noun, ahead ? ;` *3 in wide*, *2 in of rain*.
fn inches_across(input: &str) -> Parsed<'_, Unit> {
    let (rest, ()) = then_keyword(input, "in")?;
    let (after, next) = word(gap(rest)?.0)?;
    let across = matches!(next, "wide" | "long" | "high" | "tall" | "deep" | "thick" | "across");
    let noun = next_word(after);
    let closes = noun.is_empty() && gap(after).is_err() || lexicon::is(noun, class::STOP);
    if next == "of" || across && closes {
        let (_, inch) = unit::unit("inch", false, false)?;
        Ok((rest, inch))
    } else {
        fail()
    }
}

/// `degrees = gap , ( "C" | "F" ) , ? a mark, a bracket or a word of grammar ahead ? ;` as American agencies write them: *35 C
/// (95 F)*.
fn degrees(input: &str) -> Parsed<'_, Unit> {
    let (rest, ()) = gap(input)?;
    let name = if rest.starts_with('C') { "celsius" } else { "fahrenheit" };
    let Some(rest) = rest.strip_prefix(['C', 'F']).filter(|rest| ends(rest)) else { return fail() };
    let next = gap(rest).map_or(rest, |(after, ())| after);
    let closes = match next.chars().next() {
        None | Some(',' | ';' | ')' | '(' | '?' | '!') => true,
        Some('.') => next.get(1..).is_some_and(|after| !after.starts_with(char::is_alphanumeric)),
        _ => word(next)
            .is_ok_and(|(_, found)| lexicon::is(found, class::STOP) && found.starts_with(char::is_lowercase)),
    };
    if closes { Ok((rest, unit::unit(name, false, false)?.1)) } else { fail() }
}

/// The unit behind a number: `km`, *of a mile*, *million dollars*.
fn unit_after(input: &str, number: Number, digits: bool) -> Parsed<'_, Unit> {
    if digits && let Ok(found) = inches_across(input) {
        return Ok(found);
    }
    if let Ok(found) = unit::suffix(input, digits) {
        return Ok(found);
    }
    if digits && let Ok(found) = degrees(input) {
        return Ok(found);
    }
    // Half an hour, a quarter of a mile.
    if !matches!(number.shape, Shape::Fraction | Shape::Mixed | Shape::Vague { .. })
        && number.value.abs() < 1000.0
    {
        return fail();
    }
    let (rest, ()) = gap(input)?;
    let of = keyword(rest, "of").and_then(|(rest, ())| gap(rest));
    // *5,000 a month* is a rate.
    if of.is_err()
        && number.value.abs() >= 1000.0
        && matches!(number.shape, Shape::Digits { .. } | Shape::Words)
    {
        return unit::unit(rest, false, digits);
    }
    let rest = of.map_or(rest, |(rest, ())| rest);
    let rest = keyword(rest, "a")
        .or_else(|_| keyword(rest, "an"))
        .and_then(|(rest, ())| gap(rest))
        .map_or(rest, |(rest, ())| rest);
    unit::unit(rest, false, digits)
}

/// `below-zero = gap , "below" , gap , "zero" ;` behind degrees.
fn below_zero(input: &str, unit: Unit) -> Parsed<'_, ()> {
    if unit.dimension != "temperature" && unit.symbol != "°" {
        return fail();
    }
    zero_behind(input)
}

/// `zero-behind = gap , "below" , gap , "zero" ;`
fn zero_behind(input: &str) -> Parsed<'_, ()> {
    let (rest, ()) = then_keyword(input, "below")?;
    then_keyword(rest, "zero")
}

/// A currency named again behind, as in `$500 US` or `$10.5 million Australian dollars`.
fn own_currency(input: &str, prefix: Option<Unit>) -> Parsed<'_, Unit> {
    let spelled = joint(input).map_or(input, |(rest, ())| rest).starts_with(char::is_alphabetic);
    match unit::suffix(input, true) {
        Ok((rest, unit)) if unit.dimension == "currency" && unit.factor == 1.0 && spelled => Ok((rest, unit)),
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

/// `inches = gap , "in" | ? nothing, behind a hyphen ? ;` where no word follows, behind feet: *5 ft 7 in*, *5-foot-7*.
fn inches(input: &str, hyphened: bool) -> Option<(&str, Unit)> {
    let inch = unit::unit("inch", false, false).ok()?.1;
    if hyphened
        && ends(input)
        && hyphen(input).is_err()
        && !input.starts_with(['.', ',', '/', '"', '″', '”', '\'', '’'])
    {
        return Some((input, inch));
    }
    let (rest, ()) = then_keyword(input, "in").ok()?;
    let closed =
        rest.is_empty() || rest.starts_with([',', ';', ')', '\n']) || rest.strip_prefix('.').is_some();
    closed.then_some((rest, inch))
}

/// `lesser = [ "," ] , [ gap , "and" ] , ( [ gap ] | "-" ) , number , unit ;` of the same dimension: `6ft 2in`, *five
/// pounds and ten pence*.
fn lesser<'a>(input: &'a str, above: Number, unit: Unit) -> Parsed<'a, Number> {
    if !matches!(unit.dimension, "length" | "mass" | "time" | "currency") {
        return fail();
    }
    // Between commas, only feet and inches and their like are surely one measure.
    let joined = matches!(unit.symbol, "ft" | "lb" | "st" | "yd");
    let rest = input.strip_prefix(',').filter(|_| joined).unwrap_or(input);
    let rest = then_keyword(rest, "and").map_or(rest, |(rest, ())| rest);
    let hyphened = hyphen(rest).ok().filter(|_| unit.symbol == "ft").map(|(rest, ())| rest);
    let rest = hyphened.unwrap_or_else(|| gap(rest).map_or(rest, |(rest, ())| rest));
    let (rest, below) = number(rest, false)?;
    let digits = matches!(below.shape, Shape::Digits { .. });
    let inches = inches(rest, hyphened.is_some()).filter(|_| unit.symbol == "ft" && below.value < 12.0);
    // *11 stone 4*
    let pounds = Some(rest).filter(|_| unit.symbol == "st" && digits && below.value < 14.0 && ends(rest));
    let pounds = pounds.filter(|rest| rest.is_empty() || rest.starts_with([',', ';', ')', '\n', '.']));
    let pounds = pounds.and_then(|rest| Some((rest, unit::unit("lb", true, true).ok()?.1)));
    // *2h 15m*
    let minutes = Some(rest)
        .filter(|rest| unit.symbol == "h" && digits && below.value < 60.0 && keyword(rest, "m").is_ok());
    let minutes = minutes.and_then(|rest| Some((tail(rest, 1), unit::unit("min", true, true).ok()?.1)));
    let (rest, small) = match inches.or(pounds).or(minutes.filter(|(rest, _)| ends(rest))) {
        Some(found) => found,
        None => unit::suffix(rest, digits)?,
    };
    // *12 stone 4 pounds*
    let weighed = unit.symbol == "st" && small.symbol == "GBP";
    let small = if weighed { unit::unit("lb", true, true)?.1 } else { small };
    let (Shape::Digits { .. } | Shape::Words, Shape::Digits { .. } | Shape::Words) =
        (above.shape, below.shape)
    else {
        return fail();
    };
    let factor = small.factor / unit.factor;
    let same = small.dimension == unit.dimension
        && (unit.dimension != "currency" || small.currency() == unit.currency() || small.symbol == "USD/100");
    let whole = above.grain >= 1.0 || above.value.fract() > 0.0;
    // Nobody counts in yards alone: *2 yards 7 feet*.
    let most = if unit.symbol == "yd" { 4.0 } else { 1.0 };
    let fits = same && whole && factor < 1.0 && below.value * factor < most && unit.offset == 0.0;
    if !fits {
        return fail();
    }
    let value = round(above.value + below.value * factor);
    Ok((rest, Number { value, grain: below.grain * factor, scaled: above.scaled, shape: above.shape }))
}

impl Number {
    /// The number with the other sign.
    fn times_sign(self) -> Self {
        Self { value: -self.value, ..self }
    }
}
