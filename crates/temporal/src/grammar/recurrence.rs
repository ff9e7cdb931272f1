//! What happens again and again.

use super::date::weekday_name;
use super::input::{Input, Parsed, dash, fail, longest, one_of, sense, tight, word};
use super::month::full_month;
use super::number::{count, ordinal};
use super::period::season_name;
use super::relative::{unit, units};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Count, Length};
use crate::unit::{Part, Unit};
use crate::value::length_value;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::preceded;

/// `recurrence := each | nth-of-each | frequency | times | rate | plural-weekday`
pub(crate) fn recurrence(input: Input<'_>) -> Parsed<'_, String> {
    longest(input, &[each, nth_of_each, frequency, times, rate, plural_weekday])
}

/// `nth-of-each := ["the"] (ordinal | "last") (weekday | "day") ("of" | "in") each-unit`: *the first Monday of every
/// month*, as often as that.
fn nth_of_each(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, _) = alt((ordinal, value(0, word("last")))).parse(rest)?;
    let day = verify(unit, |&unit| unit == Unit::Day);
    let (rest, ()) = alt((value((), weekday_name), value((), day))).parse(rest)?;
    let (rest, _) = (one_of(&["of", "in"]), one_of(&["every", "each"])).parse(rest)?;
    each_unit(rest)
}

/// `each := ("every" | "each") ["other" | count | ordinal] (unit | weekday [part] | month | season | part)`
fn each(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, _) = one_of(&["every", "each"]).parse(input)?;
    longest(rest, &[each_unit, each_weekday, each_month, each_season, each_part])
}

fn each_unit(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, other) = opt(word("other")).parse(input)?;
    let (rest, nth) = opt(ordinal).parse(rest)?;
    let (rest, number) = if nth.is_some() { (rest, None) } else { opt(count).parse(rest)? };
    let (rest, _) = opt(one_of(&["single", "fiscal", "working", "business"])).parse(rest)?;
    let (rest, unit) = units(rest)?;
    let number = match (other, nth, number) {
        (Some(()), ..) => Count::whole(2),
        (_, Some(nth), _) => Count::whole(nth),
        (.., Some(number)) => number,
        _ => Count::whole(1),
    };
    Ok((rest, length_value(&Length::of(number, unit))))
}

fn each_weekday(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, _) = opt(word("other")).parse(input)?;
    let (rest, weekday) = weekday_name(rest)?;
    let (rest, part) = opt(part).parse(rest)?;
    Ok((rest, weekday_value(weekday, part)))
}

fn weekday_value(weekday: u32, part: Option<Part>) -> String {
    format!("XXXX-WXX-{weekday}{}", part.map(|part| format!("T{}", part.code())).unwrap_or_default())
}

fn part(input: Input<'_>) -> Parsed<'_, Part> {
    super::clock::part_word(input)
}

fn each_month(input: Input<'_>) -> Parsed<'_, String> {
    map(full_month, |month| format!("XXXX-{month:02}")).parse(input)
}

fn each_season(input: Input<'_>) -> Parsed<'_, String> {
    map(season_name, |season| format!("XXXX-{}", season.code())).parse(input)
}

fn each_part(input: Input<'_>) -> Parsed<'_, String> {
    map(part, |part| format!("XXXX-XX-XXT{}", part.code())).parse(input)
}

/// `frequency := "daily" | "weekly" | "annual" | …`
fn frequency(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, period) = sense(|sense| match sense {
        Sense::Frequency(period) => Some(period),
        _ => None,
    })
    .parse(input)?;
    // *the Daily Mail*: a name, not a recurrence.
    let capital = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| {
            lexeme.kind == Kind::Word && input.of(lexeme).starts_with(|c: char| c.is_uppercase())
        })
    };
    if capital(input.next()) && (capital(rest.next()) || capital(input.before())) {
        return fail();
    }
    Ok((rest, period.to_owned()))
}

/// `times := ("once" | "twice" | count "times") ("a" | "per" | "every" | "each") unit`
fn times(input: Input<'_>) -> Parsed<'_, String> {
    let counted = map((count, word("times")), |_| 0);
    let (rest, _) = alt((one_of(&["once", "twice", "thrice"]), counted)).parse(input)?;
    let (rest, _) = one_of(&["a", "an", "per", "every", "each"]).parse(rest)?;
    let (rest, number) = opt(count).parse(rest)?;
    let (rest, unit) = units(rest)?;
    Ok((rest, length_value(&Length::of(number.unwrap_or(Count::whole(1)), unit))))
}

/// `rate := ("a" | "an" | "per") unit`, after a number, a sign of money or a noun in the plural: *15 a year*.
fn rate(input: Input<'_>) -> Parsed<'_, String> {
    let (rest, _) = one_of(&["a", "an", "per"]).parse(input)?;
    let (rest, unit) = unit(rest)?;
    let per = input.is_word("per");
    let counted = input.before().is_some_and(|lexeme| {
        let word = input.of(lexeme);
        match lexeme.kind {
            Kind::Number(..) | Kind::Mark('%') => true,
            Kind::Word => {
                word.len() > 3
                    && word.ends_with('s')
                    && !word.ends_with("ss")
                    && !lexeme.senses.iter().any(|sense| {
                        matches!(
                            sense,
                            Sense::PastVerb | Sense::PresentVerb | Sense::YearCue | Sense::Units(_)
                        )
                    })
                    || lexeme.senses.iter().any(|sense| matches!(sense, Sense::Scale(_) | Sense::Cardinal(_)))
                    || ["percent", "cent", "billion", "trillion"].contains(&word)
            }
            Kind::Mark(_) => false,
        }
    });
    let goes_on =
        ["ago", "earlier", "later", "before", "after", "from"].iter().any(|word| rest.is_word(word));
    if !per && !counted
        || goes_on
        || unit == Unit::Second && !per
        || rest.next().is_some_and(|lexeme| lexeme.kind == Kind::Mark('-'))
    {
        return fail();
    }
    Ok((rest, length_value(&Length::of(Count::whole(1), unit))))
}

/// `plural-weekday := "Mondays" | weekday ["-"] ("mornings" | "nights" …)`
fn plural_weekday(input: Input<'_>) -> Parsed<'_, String> {
    let plural = sense(|sense| match sense {
        Sense::Weekdays(day) => Some(day),
        _ => None,
    });
    let mut plural = plural;
    if let Ok((rest, day)) = plural.parse(input) {
        return Ok((rest, weekday_value(day, None)));
    }
    let (rest, day) = weekday_name(input)?;
    let (rest, part) = preceded(opt(tight(dash)), part).parse(rest)?;
    let many = rest.before().is_some_and(|lexeme| rest.of(lexeme).ends_with('s'));
    if many { Ok((rest, weekday_value(day, Some(part)))) } else { fail() }
}
