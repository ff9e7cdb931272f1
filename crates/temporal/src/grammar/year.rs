//! Years that stand alone, and what shows that four digits are none.

use super::date::starts_amount;
use super::input::{Input, Parsed, dash, digits, fail, word};
use super::number::spoken_year;
use crate::lexeme::{Gap, Kind};
use crate::lexicon::Sense;
use crate::meaning::Day;
use nom::Parser;

/// `year-alone := ["the year"] digits4 | spoken-year`, where nothing says that it is a count.
pub(crate) fn year_alone(input: Input<'_>) -> Parsed<'_, Day> {
    let named = (word("the"), word("year")).parse(input);
    let (rest, is_named) = named.map_or((input, false), |(rest, _)| (rest, true));
    if let Ok((rest, year)) = spoken_year(rest) {
        return if is_named || !starts_with_thousand(input) { Ok((rest, Day::Year(year))) } else { fail() };
    }
    if let Ok((after, year)) = digits(3..=3, 100..=999).parse(rest) {
        let is_year = is_named || is_early(input, after);
        return if is_year { Ok((after, Day::Year(year.cast_signed()))) } else { fail() };
    }
    let (after, year) = digits(4..=4, 1000..=2199).parse(rest)?;
    let found = Ok((after, Day::Year(year.cast_signed())));
    if is_named {
        return found;
    }
    if is_count(input, after, year) { fail() } else { found }
}

/// Whether three digits are a year: *In 410, …* at the head of a sentence, *was crowned in 800*, *born in 742*, where the
/// clause ends or goes on without a noun that would be counted.
fn is_early(input: Input<'_>, after: Input<'_>) -> bool {
    if after.is_tight() && starts_amount(after) || input.is_tight() {
        return false;
    }
    let back = |pieces: usize| input.at.checked_sub(pieces).and_then(|at| input.source.lexemes.get(at));
    let is = |pieces: usize, words: &[&str]| {
        back(pieces).is_some_and(|lexeme| words.iter().any(|word| input.of(lexeme) == *word))
    };
    let heads = back(2).is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark('.' | '?' | '!' | '"' | '”')))
        || back(1).is_some_and(|lexeme| lexeme.gap >= Gap::Line);
    let comma = after.next().is_some_and(|lexeme| lexeme.kind == Kind::Mark(','))
        && after.second().is_some_and(|lexeme| lexeme.kind == Kind::Word);
    if heads && is(1, &["In", "By", "Since", "Until", "Around"]) && comma {
        return true;
    }
    let told = is(2, &["born", "died", "reigned", "ruled"])
        || is(3, &["was", "were", "been"]) && back(2).is_some_and(|lexeme| lexeme.kind == Kind::Word);
    let goes_on = ["and", "by", "when", "after", "with", "under", "as", "but", "while", "at", "near"]
        .iter()
        .any(|word| after.is_word(word));
    told && is(1, &["in"]) && (super::offset::ends_clause(after) || goes_on)
}

/// Whether a year stands by itself: in brackets, between a comma and the end of a clause, in a range.
fn is_enclosed(input: Input<'_>, after: Input<'_>) -> bool {
    let opened = input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('(' | ',')));
    let closed =
        after.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark(')' | ',' | '.' | ';' | ':')));
    let bracket = input.before().is_some_and(|lexeme| lexeme.kind == Kind::Mark('('));
    let is_year = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(1000..=2199, 4)))
    };
    let ranged = after.is_tight() && dash(after).is_ok() && is_year(after.second())
        || input.is_tight()
            && input.before().is_some_and(|lexeme| lexeme.kind == Kind::Mark('-'))
            && is_year(input.before_last());
    bracket || opened && closed || ranged
}

/// `apostrophe-year := "'" digits2`, after *in*, *of* and the like: *the strike of '84*.
pub(crate) fn apostrophe_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = super::number::short_year(input)?;
    let counted = rest.next().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Counted));
    if input.is_tight()
        || rest.is_tight() && starts_amount(rest)
        || counted
        || !input.follows_sense(Sense::YearCue)
    {
        return fail();
    }
    Ok((rest, Day::ShortYear(year)))
}

/// A figure that a spaced hyphen parts from another that is no year: *32 - 2015*.
fn is_spaced_figure(input: Input<'_>, after: Input<'_>) -> bool {
    let figure = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(32.., 2)))
    };
    let hyphen = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| lexeme.kind == Kind::Mark('-') && lexeme.gap == Gap::Space)
    };
    hyphen(input.before()) && figure(input.before_last())
        || hyphen(after.next()) && figure(after.second()) && !after.advanced().is_tight()
}

/// The year of a date that does not exist: *June 31, 2031*.
fn ends_impossible_date(input: Input<'_>, year: u32) -> bool {
    let at = |back: usize| input.at.checked_sub(back).and_then(|at| input.source.lexemes.get(at));
    let comma = usize::from(at(1).is_some_and(|lexeme| lexeme.kind == Kind::Mark(',')));
    let (Some(day), Some(mut month)) = (at(1 + comma), at(2 + comma)) else { return false };
    let Kind::Number(day @ 29..=31, _) = day.kind else { return false };
    // *June 10 - 31, 2022*
    if matches!(month.kind, Kind::Mark('-' | '–'))
        && let (Some(first), Some(before)) = (at(3 + comma), at(4 + comma))
        && matches!(first.kind, Kind::Number(1..=31, _))
    {
        month = before;
    }
    month.senses.iter().any(|sense| match *sense {
        Sense::Month(month) | Sense::MonthShort(month) => {
            chrono::NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_none()
        }
        _ => false,
    })
}

/// *two thousand* is a count unless it is called a year.
fn starts_with_thousand(input: Input<'_>) -> bool {
    input.next().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Cardinal(2)))
}

/// Whether four digits are an amount, a part of a longer number or a name rather than a year.
fn is_count(input: Input<'_>, after: Input<'_>, year: u32) -> bool {
    let touches_after = after.is_tight() && starts_amount(after);
    let touches_before = input.is_tight()
        && input.before().is_some_and(|lexeme| match lexeme.kind {
            Kind::Mark(c) => matches!(
                c,
                '$' | '€' | '£' | '#' | '.' | ',' | ':' | '/' | '\\' | '=' | '_' | '+' | '@' | '%' | '&'
            ),
            Kind::Word | Kind::Number(..) => true,
        });
    if ends_impossible_date(input, year)
        || is_spaced_figure(input, after)
        || touches_after
        || touches_before
        || hyphenated(input, after, year)
    {
        return true;
    }
    let before = |sense| input.follows_sense(sense);
    if before(Sense::NotDate) {
        return true;
    }
    let next = after.next().filter(|lexeme| lexeme.gap <= crate::lexeme::Gap::Line);
    let counted = next.is_some_and(|lexeme| lexeme.senses.contains(&Sense::Counted));
    let measured = next.is_some_and(|lexeme| {
        lexeme.senses.iter().any(|sense| matches!(sense, Sense::Units(_)))
            || ["GMT", "UTC", "hours", "per", "million", "billion"].contains(&after.of(lexeme))
    });
    if counted || measured {
        return true;
    }
    let cued = before(Sense::YearCue) || before(Sense::BeforeBareMonth);
    if (1900..=2059).contains(&year) {
        // *some 1998 homes*
        return input.follows(&["than", "some", "nearly", "almost", "least", "most", "over", "under"]);
    }
    // *as late as 1781*
    let cued = cued
        || input.follows(&["as"])
            && input
                .before_last()
                .is_some_and(|lexeme| ["late", "early", "recently", "back"].contains(&input.of(lexeme)));
    let enclosed = is_enclosed(input, after);
    !(cued && (1400..=2199).contains(&year)
        || enclosed
        || cued && input.follows(&["in", "since", "by", "of", "until"]))
}

/// Whether a number can be the later year of a range: *1915-1918*, *2019-20*.
fn is_range_end(year: u32, value: u32, length: u32) -> bool {
    length == 4 && (1000..=2199).contains(&value) && value > year || length == 2 && value > year % 100
}

/// Whether figures and hyphens go on after the next two pieces: *2010-2015-86*.
fn chain_goes_on(after: Input<'_>) -> bool {
    let third = after.advanced().advanced();
    third.is_tight()
        && third.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
        && third.advanced().is_tight()
        && matches!(third.second().map(|lexeme| lexeme.kind), Some(Kind::Number(..)))
}

/// A year within a chain of numbers and hyphens, as in a telephone number; a range of two years is none.
fn hyphenated(input: Input<'_>, after: Input<'_>, year: u32) -> bool {
    let joined = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
    };
    let both_sides = input.is_tight()
        && joined(input.before())
        && after.is_tight()
        && joined(after.next())
        && matches!(after.second().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let third_before = input.at.checked_sub(3).and_then(|at| input.source.lexemes.get(at));
    let long_before = input.is_tight() && joined(input.before()) && joined(third_before);
    if both_sides || long_before {
        return true;
    }
    let digits_before = input.is_tight()
        && input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-')))
        && input.before_last().is_some_and(|lexeme| match lexeme.kind {
            Kind::Number(value, length) => length != 4 || !(1000..year).contains(&value),
            Kind::Word => !lexeme
                .senses
                .iter()
                .any(|sense| matches!(sense, Sense::Opens | Sense::Month(_) | Sense::MonthShort(_))),
            Kind::Mark(_) => true,
        });
    let digits_after = after.is_tight()
        && after.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
        && after.second().is_some_and(|lexeme| match lexeme.kind {
            Kind::Number(value, length) => {
                after.advanced().is_tight() && (!is_range_end(year, value, length) || chain_goes_on(after))
            }
            _ => false,
        });
    digits_before || digits_after
}
