//! What is counted from a date with a length: *two days later*, *three weeks ago*.

use super::input::{Input, Parsed, fail, longest, one_of, sense, word, words};
use super::length::{amount, unit_plural};
use crate::Modifier;
use crate::class::{CARDINAL, Class, NUMBER, OPENS, UNIT, any};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Base, Count, Day, Direction, Length, Meaning, Name, Said, When};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;

/// `offset := amount ("ago" | "earlier" | "later" | "from now" | "before" day | …)`
pub(crate) fn offset(input: Input<'_>) -> Parsed<'_, Said> {
    if !input.leads_to(UNIT) {
        return fail();
    }
    let (rest, (length, modifier)) = longest(input, &[amount, plural_amount])?;
    // *closed for two weeks from Monday*: a length, and when it begins.
    if input.follows(&["for"])
        && ["from", "before", "after", "following"].iter().any(|word| rest.is_word(word))
    {
        return fail();
    }
    let (rest, said) = anchor(rest, length)?;
    Ok((
        rest,
        Said { meaning: Meaning::When(When { day: said, time: None }), modifier, relative_to_now: None },
    ))
}

/// `plural-amount := units`, an open number of them: *years ago*.
fn plural_amount(input: Input<'_>) -> Parsed<'_, (Length, Option<Modifier>)> {
    map(unit_plural, |unit| (Length::of(Count::Open, unit), None)).parse(input)
}

/// The words after an amount that say what it is counted from.
fn anchor(input: Input<'_>, length: Length) -> Parsed<'_, Day> {
    let shift = |direction, day| Day::Shift(length.clone(), direction, Box::new(day));
    let now = || Day::Unit(Unit::Day, 0, Base::Now);
    let view = || Day::Unit(Unit::Day, 0, Base::View);
    let rest = input;
    if let Ok((rest, direction)) = from_now(rest) {
        // *a year ago today*
        if let Ok((after, today)) = super::relative::deictic_day(rest)
            && direction == Direction::Back
            && ends_clause(after)
        {
            return Ok((after, Day::Around(Unit::Day, Box::new(shift(direction, today)))));
        }
        // *ten years ago this week*
        if let Ok((after, unit)) = preceded(word("this"), super::relative::unit).parse(rest)
            && direction == Direction::Back
            && matches!(unit, Unit::Week | Unit::Month)
            && length.parts.iter().all(|&(_, larger)| larger > unit)
        {
            return Ok((after, Day::Around(unit, Box::new(shift(direction, now())))));
        }
        return Ok((rest, shift(direction, now())));
    }
    // *a week last Tuesday* is a week before that.
    let one = [Unit::Week, Unit::Fortnight].map(|unit| Length::of(Count::whole(1), unit));
    if one.contains(&length)
        && rest.is_word("last")
        && let Ok((after, day @ Day::Named(Name::Weekday(_), _))) = super::relative::picked_name(rest)
    {
        return Ok((after, Day::Around(Unit::Day, Box::new(shift(Direction::Back, day)))));
    }
    let direction = alt((
        value(Direction::Back, one_of(&["before", "prior"])),
        value(Direction::On, one_of(&["after", "from", "following"])),
    ))
    .parse(rest);
    if let Ok((after, direction)) = direction {
        let (after, _) = opt(one_of(&["to"])).parse(after)?;
        if let Ok((after, day)) = super::day(after) {
            return Ok((after, shift(direction, day)));
        }
    }
    // *She had left two days before.*
    if let Ok((rest, ())) = word("before").parse(rest)
        && ends_clause(rest)
    {
        return Ok((rest, shift(Direction::Back, view())));
    }
    let relative = alt((
        value(Direction::Back, one_of(&["earlier", "previously"])),
        value(Direction::On, one_of(&["later", "afterwards", "afterward"])),
    ))
    .parse(rest);
    if let Ok((rest, direction)) = relative {
        // *two days later than planned*, *a week earlier than last year* are compared with something else.
        return Ok((rest, shift(direction, view())));
    }
    fail()
}

/// `from-now := "ago" | "back" | "hence" | "from" ("now" | "right now" | "today")`
pub(super) fn from_now(input: Input<'_>) -> Parsed<'_, Direction> {
    if let Ok((rest, ())) = word("back").parse(input) {
        return if ends_clause(rest) { Ok((rest, Direction::Back)) } else { fail() };
    }
    let ahead = alt((
        words(&["from", "now"]),
        words(&["from", "right", "now"]),
        words(&["from", "today"]),
        word("hence"),
    ));
    alt((value(Direction::Back, word("ago")), value(Direction::On, ahead))).parse(input)
}

/// `offset-year := count years from-now`, or after *in* at the end of a clause: *in May two years ago*.
pub(crate) fn offset_year(input: Input<'_>) -> Parsed<'_, Day> {
    const COUNTS: Class = any([NUMBER, CARDINAL, OPENS]);
    if !input.next().is_some_and(|lexeme| lexeme.class.meets(COUNTS)) || !input.leads_to(UNIT) {
        return fail();
    }
    let (rest, length) = super::length::counted(input)?;
    let &[(Count::Hundredths(hundredths), Unit::Year)] = length.parts.as_slice() else { return fail() };
    let Ok(years) = i32::try_from(hundredths / 100) else { return fail() };
    if hundredths % 100 != 0 {
        return fail();
    }
    let (rest, years) = match from_now(rest) {
        Ok((rest, Direction::Back)) => (rest, -years),
        Ok((rest, Direction::On)) => (rest, years),
        Err(_) if input.follows(&["in"]) && ends_clause(rest) => (rest, years),
        Err(_) => return fail(),
    };
    Ok((rest, Day::Unit(Unit::Year, years, Base::Now)))
}

/// Whether a clause ends here: at a mark, or with the line.
pub(crate) fn ends_clause(rest: Input<'_>) -> bool {
    rest.ends_line()
        || rest
            .next()
            .is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark('.' | ',' | ';' | ':' | ')' | '?' | '!')))
}

/// `weekdays-off := count weekdays from-now`: *two Sundays ago*, *three Mondays from now*.
pub(crate) fn weekdays_off(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, number) = super::number::cardinal_or_digits(input)?;
    let many = sense(|sense| match sense {
        Sense::Weekdays(day) => Some(day),
        _ => None,
    });
    let mut many = many;
    let (rest, weekday) = many.parse(rest)?;
    let (rest, direction) = from_now(rest)?;
    let nearest = super::relative::nearest_weekday(weekday, direction);
    let weeks = Length::of(Count::whole(number.saturating_sub(1)), Unit::Week);
    Ok((rest, Day::Shift(weeks, direction, Box::new(nearest))))
}
