//! Lengths as a clock or a feed writes them: *3h ago*, *in 48h*, *+15 minutes*.

use super::input::{Input, Parsed, dash, digits, fail, mark, one_of, sense, tight};
use super::length::{amount, said};
use super::number::slashed;
use super::offset::from_now;
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Base, Count, Day, Direction, Length, Meaning, Reach, Said, When};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, value};

/// `short := short-amount ("ago" | "from now" | "later")`, or hours after *in* and *within*.
pub(super) fn short(input: Input<'_>) -> Parsed<'_, Said> {
    // Most figures have nothing short behind them.
    if input.is_tight() || !input.advanced().is_tight() {
        return fail();
    }
    let (rest, length) = short_amount(input)?;
    if rest.is_tight() && !matches!(rest.next().map(|lexeme| lexeme.kind), Some(Kind::Mark(_))) {
        return fail();
    }
    let later = value(Direction::On, one_of(&["later", "out"]));
    if let Ok((rest, direction)) = alt((from_now, later)).parse(rest) {
        return Ok((rest, shifted(length, direction)));
    }
    let hours = length.parts.iter().all(|&(_, unit)| unit == Unit::Hour);
    if hours && input.follows(&["in", "within"]) {
        Ok((rest, said(length, Reach::Within, None)))
    } else {
        fail()
    }
}

/// `signed := ("+" | "-") (amount | short-amount)`, alone in its line: so much from now.
pub(super) fn signed(input: Input<'_>) -> Parsed<'_, Said> {
    if !input.is_tight() {
        return fail();
    }
    let sign = input.at.checked_sub(1).map(|at| Input { from: at, at, ..input });
    let Some(sign) = sign.filter(|sign| sign.opens_line()) else { return fail() };
    let mut signs = alt((value(Direction::On, mark('+')), value(Direction::Back, dash)));
    let (_, direction) = signs.parse(sign)?;
    let (rest, length) =
        amount(input).map(|(rest, (length, _))| (rest, length)).or_else(|_| short_amount(input))?;
    let short = length.parts.iter().all(|&(_, unit)| unit <= Unit::Week);
    if short && rest.ends_line() { Ok((rest, shifted(length, direction))) } else { fail() }
}

fn shifted(length: Length, direction: Direction) -> Said {
    let now = Day::Unit(Unit::Day, 0, Base::Now);
    let day = Day::Shift(length, direction, Box::new(now));
    Said { meaning: Meaning::When(When { day, time: None }), modifier: None, relative_to_now: None }
}

/// `short-amount := figure unit-letters { figure unit-letters }`, all touching: *2h30m*.
fn short_amount(input: Input<'_>) -> Parsed<'_, Length> {
    let (mut rest, first) = short_part(input)?;
    let mut parts = vec![first];
    while let Ok((after, part)) = tight(short_part).parse(rest) {
        if parts.last().is_none_or(|&(_, last)| part.1 >= last) {
            break;
        }
        parts.push(part);
        rest = after;
    }
    Ok((rest, Length { parts, most: None }))
}

fn short_part(input: Input<'_>) -> Parsed<'_, (Count, Unit)> {
    let fraction = map(slashed, |hundredths| Count::Hundredths(u64::from(hundredths)));
    let (rest, count) = alt((fraction, map(digits(1..=4, 1..=9999), Count::whole))).parse(input)?;
    let unit = sense(|sense| match sense {
        Sense::UnitShort(unit) => Some(unit),
        _ => None,
    });
    let (rest, unit) = tight(unit).parse(rest)?;
    // *5 m* and *5M* are other things.
    let small =
        rest.before().is_some_and(|lexeme| rest.of(lexeme).bytes().all(|byte| byte.is_ascii_lowercase()));
    if small { Ok((rest, (count, unit))) } else { fail() }
}
