//! What is counted from now or from a day, typed alone.

use super::{dated, shifted};
use crate::grammar::input::{Input, Parsed, apostrophe, dash, digits, fail, mark, tight, word};
use crate::grammar::length::{amount, unit_plural};
use crate::grammar::{day, offset, relative};
use crate::meaning::{Count, Day, Direction, Length, Meaning, Reach, Said};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `minutes := figure ["'"]`, after *in*: *in 15*.
pub(super) fn minutes(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, count) = terminated(digits(1..=2, 1..=99), opt(tight(apostrophe))).parse(input)?;
    if !input.follows(&["in"]) {
        return fail();
    }
    Ok((rest, shifted(Length::of(Count::whole(count), Unit::Minute), Direction::On)))
}

/// `date-and-amount := day ("+" | "-") amount`: *next Tuesday +10 days*.
pub(super) fn date_and_amount(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, day) = day(input)?;
    let (rest, direction) =
        alt((value(Direction::On, mark('+')), value(Direction::Back, dash))).parse(rest)?;
    let (rest, (length, _)) = tight(amount).parse(rest)?;
    Ok((rest, dated(Day::Shift(length, direction, Box::new(day)))))
}

/// `few := ["a"] "few" units from-now | ["the"] "next" ["a"] "few" units`, three of them.
pub(super) fn few(input: Input<'_>) -> Parsed<'_, Said> {
    let next = map((opt(word("the")), word("next"), word("few"), unit_plural), |(.., unit)| {
        let length = Length::of(Count::whole(3), unit);
        Said { meaning: Meaning::Length(length, Reach::On), modifier: None, relative_to_now: None }
    });
    let mut next = next;
    if let Ok(found) = next.parse(input) {
        return Ok(found);
    }
    let (rest, unit) = preceded((opt(word("a")), word("few")), relative::units).parse(input)?;
    let length = Length::of(Count::whole(3), unit);
    match offset::from_now(rest) {
        Ok((rest, direction)) => Ok((rest, shifted(length, direction))),
        Err(_) if input.follows(&["in", "after"]) => Ok((rest, shifted(length, Direction::On))),
        Err(error) => Err(error),
    }
}

/// `amount-on := amount`, after *after*, or before *out*; *the minute before*.
pub(super) fn amount_on(input: Input<'_>) -> Parsed<'_, Said> {
    if let Ok(found) = beside(input) {
        return Ok(found);
    }
    let (rest, (length, _)) = amount(input)?;
    let (rest, out) = opt(word("out")).parse(rest)?;
    if out.is_some() || input.follows(&["after"]) {
        Ok((rest, shifted(length, Direction::On)))
    } else {
        fail()
    }
}

fn beside(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, unit) = verify(relative::unit, |unit| unit.is_clock()).parse(rest)?;
    let (rest, direction) =
        alt((value(Direction::Back, word("before")), value(Direction::On, word("after")))).parse(rest)?;
    Ok((rest, shifted(Length::of(Count::whole(1), unit), direction)))
}
