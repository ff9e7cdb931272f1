//! Two numbers that bound one.

use super::number::{Number, Shape, number, round};
use super::per::per;
use super::term::{Term, term};
use super::token::{dash, gap, hyphen, keyword, next_word, tail, then_keyword, word};
use super::{Parsed, fail, hedge, scale};
use crate::counted::is_plural;

/// The two ends of a range as written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub(crate) from: Term,
    pub(crate) to: Term,
    /// What stood between: a dash leaves open whether it is a score.
    pub(crate) link: Link,
}

/// What links the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// *between … and*.
    Between,
    /// *from … to*.
    From,
    /// `–`.
    Dash,
    /// *to*.
    To,
    /// *or*.
    Or,
    /// `±`: the second is how far the first reaches.
    PlusMinus,
}

/// `range = "between" , gap , term , "and" , term | "from" , gap , term , [ when ] , "to" , term | plus-minus , [ gap ] , term ;`
pub(crate) fn range(input: &str) -> Parsed<'_, Range> {
    if let Ok((rest, ())) = plus_minus(input) {
        return margin(gap(rest).map_or(rest, |(rest, ())| rest));
    }
    if let Ok((rest, ())) = keyword(input, "between") {
        let (rest, ()) = gap(rest)?;
        return linked(rest, Link::Between).or_else(|_| ranks(rest));
    }
    if let Ok((rest, ())) = keyword(input, "from") {
        return linked(gap(rest)?.0, Link::From);
    }
    fail()
}

/// How far a figure may be out on either side: *plus or minus 3 points*, *±5%*.
fn margin(input: &str) -> Parsed<'_, Range> {
    let (rest, to) = term(input, true)?;
    if to.prefixed
        || !matches!(to.number.shape, Shape::Digits { .. } | Shape::Words | Shape::Mixed)
        || to.number.value <= 0.0
    {
        return fail();
    }
    let from = Term { number: Number { value: -to.number.value, ..to.number }, ..to };
    Ok((rest, Range { from, to, link: Link::PlusMinus }))
}

/// `ranks = [ "the" , gap ] , rank , gap , "and" , gap , [ "the" , gap ] , rank ;` behind *between*, the second higher, and
/// none of those that order a text or part a match: *between the fifth and the eighth*.
fn ranks(input: &str) -> Parsed<'_, Range> {
    let (rest, from) = rank(input)?;
    let (rest, ()) = then_keyword(rest, "and")?;
    let (rest, to) = rank(gap(rest)?.0)?;
    let rising = from.number.value > 3.0 && from.number.value < to.number.value;
    if rising { Ok((rest, Range { from, to, link: Link::Between })) } else { fail() }
}

fn rank(input: &str) -> Parsed<'_, Term> {
    let the = keyword(input, "the").and_then(|(rest, ())| gap(rest));
    let (rest, found) = term(the.map_or(input, |(rest, ())| rest), false)?;
    if found.number.shape == Shape::Ordinal { Ok((rest, found)) } else { fail() }
}

/// `second = ( dash | "to" | "or" | suspended | plus-minus ) , term ;` the rest of a range whose first term is read.
pub(crate) fn second(rest: &str, from: Term) -> Parsed<'_, Range> {
    if let Ok((after, link)) = suspended(rest) {
        return ends(after, from, link);
    }
    if let Some(after) = rest.strip_prefix('~') {
        return ends(after, from, Link::Dash);
    }
    let spaced = gap(rest).map_or(rest, |(rest, ())| rest);
    if let Ok((after, ())) = plus_minus(spaced) {
        return reach(gap(after).map_or(after, |(after, ())| after), from);
    }
    if let Ok((after, ())) = dash(spaced) {
        // A dash that links has the same space on both sides; `50 -1.3` is a minus.
        let (after, even) = match gap(after) {
            Ok((after, ())) => (after, spaced.len() < rest.len()),
            Err(_) => (after, spaced.len() == rest.len()),
        };
        if even {
            return ends(after, from, Link::Dash);
        }
        // *2 -7 g*: the unit behind is of both.
        let found = ends(after, from, Link::Dash)?;
        let (one, other) = (found.1.from.number.value, found.1.to.number.value);
        let measured = found.1.to.unit.is_some_and(|unit| unit.dimension != "temperature");
        return if spaced.len() < rest.len() && from.unit.is_none() && measured && one < other {
            Ok(found)
        } else {
            fail()
        };
    }
    let (after, ()) = gap(rest)?;
    for (wanted, link) in [("to", Link::To), ("through", Link::To), ("or", Link::Or)] {
        if let Ok((after, ())) = keyword(after, wanted) {
            return ends(gap(after)?.0, from, link);
        }
    }
    fail()
}

/// `plus-minus = "±" | "+/-" | "+/−" | "plus or minus" ;`
fn plus_minus(input: &str) -> Parsed<'_, ()> {
    for sign in ["±", "+/-", "+/−"] {
        if let Some(rest) = input.strip_prefix(sign) {
            return Ok((rest, ()));
        }
    }
    let (rest, ()) = keyword(input, "plus")?;
    let (rest, ()) = then_keyword(rest, "or")?;
    then_keyword(rest, "minus")
}

/// The values within reach of one: *45 ± 3*.
fn reach(input: &str, middle: Term) -> Parsed<'_, Range> {
    let (rest, by) = term(input, true)?;
    let (middle, by) = share(middle, by);
    if !comparable(&middle, &by) || matches!(by.number.shape, Shape::Ordinal) {
        return fail();
    }
    let factor = |term: &Term| term.unit.map_or(1.0, |unit| unit.factor);
    let reach = by.number.value * factor(&by) / factor(&middle);
    let at = |value: f64| Number { value: round(value), ..middle.number };
    let from = Term { number: at(middle.number.value - reach), ..middle };
    let to = Term { number: at(middle.number.value + reach), unit: middle.unit, ..by };
    Ok((rest, Range { from, to, link: Link::PlusMinus }))
}

/// `suspended = hyphen , gap , ( "to" | "or" ) , gap ;` as in `8- to 16-metre`.
fn suspended(input: &str) -> Parsed<'_, Link> {
    let (rest, ()) = hyphen(input)?;
    let (rest, ()) = gap(rest)?;
    let (rest, link) = match keyword(rest, "to") {
        Ok((rest, ())) => (rest, Link::To),
        Err(_) => (keyword(rest, "or")?.0, Link::Or),
    };
    Ok((gap(rest)?.0, link))
}

/// Behind the noun that the first end counts, where *to* and a number of the same follow: *from 12 points to seven*.
fn behind_noun(input: &str) -> &str {
    let Ok((rest, found)) = gap(input).and_then(|(rest, ())| word(rest)) else { return input };
    let last =
        then_keyword(rest, "to").and_then(|(rest, ())| gap(rest)).and_then(|(rest, ())| number(rest, false));
    let same = last.is_ok_and(|(rest, _)| {
        let next = next_word(rest);
        !is_plural(next) || next == found
    });
    if is_plural(found) && same { rest } else { input }
}

/// `when = gap , "in" , gap , 4 digits ;` between the ends of a change: *from 20% in 2008 to 29%*.
fn when(input: &str) -> Parsed<'_, ()> {
    let (rest, ()) = then_keyword(input, "in")?;
    let (rest, ()) = gap(rest)?;
    let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    if digits == 4 { Ok((tail(rest, 4), ())) } else { fail() }
}

fn linked(input: &str, link: Link) -> Parsed<'_, Range> {
    let input = if link == Link::From { hedge::before(input).map_or(input, |(rest, _)| rest) } else { input };
    let (rest, from) = term(input, false)?;
    let rest = per(rest).map_or(rest, |(rest, _)| rest);
    let rest = if link == Link::From && from.unit.is_none() { behind_noun(rest) } else { rest };
    let rest = when(rest).map_or(rest, |(rest, ())| rest);
    let wanted: &[&str] = if link == Link::Between { &["and"] } else { &["to", "through", "until"] };
    let (rest, ()) = gap(rest)?;
    let (rest, ()) = wanted.iter().find_map(|word| keyword(rest, word).ok()).map_or_else(fail, Ok)?;
    ends(gap(rest)?.0, from, link)
}

fn ends(input: &str, from: Term, link: Link) -> Parsed<'_, Range> {
    let input = hedge::before(input).map_or(input, |(rest, _)| rest);
    let (rest, to) = money(input, &from).or_else(|_| term(input, link != Link::Between))?;
    let (from, to) = share(from, to);
    let from = if link == Link::Dash { in_thousands(from, &to) } else { from };
    if matches!(from.number.shape, Shape::Ordinal)
        || matches!(to.number.shape, Shape::Ordinal)
        || !comparable(&from, &to)
    {
        return fail();
    }
    Ok((rest, Range { from: in_unit_of(from, &to), to, link }))
}

/// `money = number , money-scale ;` behind a sum without a scale: *£5-10m*.
fn money<'a>(input: &'a str, from: &Term) -> Parsed<'a, Term> {
    if !from.prefixed || from.number.scaled || !input.starts_with(|c: char| c.is_ascii_digit()) {
        return fail();
    }
    let (rest, found) = number(input, false)?;
    let (rest, found) = scale::short_scale(rest, found, true)?;
    Ok((rest, Term { number: found, unit: None, prefixed: false, start: input.len(), end: rest.len() }))
}

/// The first end in thousands where the second is written in them: *15-20,000*.
fn in_thousands(from: Term, to: &Term) -> Term {
    let short = matches!(from.number.shape, Shape::Digits { whole: 1..=3, plain: true });
    let long = matches!(to.number.shape, Shape::Digits { whole: 4..=6, plain: false })
        && to.number.value % 1000.0 == 0.0;
    let value = from.number.value * 1000.0;
    let near = value < to.number.value && value * 5.0 >= to.number.value;
    if short && long && near { Term { number: from.number.times(1000.0), ..from } } else { from }
}

/// The first end in the unit of the second, which is the unit of the range: *from 900 g to 2 kg*.
fn in_unit_of(from: Term, to: &Term) -> Term {
    match (from.unit, to.unit) {
        (Some(own), Some(wanted)) if (own.factor, own.offset) != (wanted.factor, wanted.offset) => {
            let value = (from.number.value * own.factor + own.offset - wanted.offset) / wanted.factor;
            Term { number: Number { value: round(value), ..from.number }, unit: to.unit, ..from }
        }
        _ => from,
    }
}

/// Gives an end what the other has alone: the unit, and a scale where the order asks for it (*four to five thousand*).
fn share(mut from: Term, mut to: Term) -> (Term, Term) {
    if from.unit.is_none() {
        from.unit = to.unit;
    } else if to.unit.is_none() && from.prefixed {
        to.unit = from.unit;
    }
    if to.number.scaled && !from.number.scaled && from.number.value < 1000.0 {
        let factor = scale_of(to.number);
        if from.number.value * factor <= to.number.value {
            from.number = from.number.times(factor);
        }
    }
    // *two or three hundred*, *two to three dozen*
    let words = from.number.shape == Shape::Words && to.number.shape == Shape::Words;
    if words
        && from.number.grain == 1.0
        && [12.0, 100.0].contains(&to.number.grain)
        && to.number.value < 1000.0
    {
        let most = to.number.value / to.number.grain;
        if from.number.value < most && most < 10.0 {
            from.number = Number { scaled: false, ..from.number.times(to.number.grain) };
        }
    }
    (from, to)
}

/// The scale word's part of a scaled number.
fn scale_of(number: Number) -> f64 {
    [1e12, 1e9, 1e6, 1e5, 1e3].into_iter().find(|scale| number.value.abs() >= *scale).unwrap_or(1.0)
}

fn comparable(from: &Term, to: &Term) -> bool {
    match (from.unit, to.unit) {
        (Some(a), Some(b)) => {
            a.dimension == b.dimension && (a.dimension != "currency" || a.currency() == b.currency())
        }
        (None, None) => true,
        _ => false,
    }
}
