//! A day or a longer stretch of the calendar, however it is said.

use super::input::{Input, Parsed, Production, dispatch, fail, mark, tight};
use super::{anchored, era, month, offset, within, year};
use super::{date, numeric, period, relative, reporting};
use crate::class::{
    CARDINAL, Class, DATED, DEICTIC, HOLIDAY, MONTH, NUMBER, OPENS, ORDINAL, PICK, QUOTE, SEASON, UNIT,
    WEEKDAY, any,
};
use crate::lexeme::Lexeme;
use crate::lexicon::Sense;
use crate::meaning::{Day, Meaning, Name, Said, When, Which};
use nom::Parser;
use nom::combinator::opt;

/// How many days may be read inside one another.
const DEEPEST: u8 = 3;

/// `day := calendar-day | relative-day | offset`
pub(crate) fn day(input: Input<'_>) -> Parsed<'_, Day> {
    const FORMS: &[(Class, Production<Day>)] = &[
        (DATED, calendar_day),
        (WEEKDAY, numeric_weekday),
        (DEICTIC, relative::deictic_day),
        (any([UNIT, OPENS]), anchored::day_before),
        (any([UNIT, OPENS]), anchored::around),
        (any([NUMBER, ORDINAL, CARDINAL, PICK, OPENS]), anchored::nth),
        (any([NUMBER, ORDINAL, CARDINAL, OPENS]), anchored::day_of_picked_month),
        (any([UNIT, OPENS]), reporting::reported),
        (any([WEEKDAY, PICK, OPENS]), anchored::weekday_of_week),
        (any([PICK, OPENS]), within::day_of_picked),
        (any([NUMBER, CARDINAL, OPENS, UNIT]), within::day_of_week_off),
        (OPENS, within::eve),
        (OPENS, relative::the_weekend),
        (any([PICK, OPENS]), relative::same_time),
        (any([PICK, DEICTIC]), anchored::apposed),
        (WEEKDAY, anchored::weekday_off),
        (any([WEEKDAY, DEICTIC]), anchored::day_week),
        (any([UNIT, NUMBER]), anchored::week_number),
        (any([HOLIDAY, OPENS]), anchored::holiday_weekend),
        (any([NUMBER, CARDINAL]), offset::weekdays_off),
        (HOLIDAY, anchored::holiday_off),
        (any([ORDINAL, NUMBER, OPENS]), anchored::closest),
        (any([UNIT, WEEKDAY, MONTH, OPENS]), anchored::after_next),
        (any([WEEKDAY, ORDINAL, NUMBER, OPENS]), anchored::weekday_from),
        (any([NUMBER, CARDINAL, OPENS, UNIT]), offset_day),
        (WEEKDAY, date::weekday_of_month),
        (OPENS, date::day_of_month),
        (WEEKDAY, weekday),
    ];
    if input.depth >= DEEPEST {
        return fail();
    }
    let inner = Input { depth: input.depth + 1, ..input };
    let (rest, found) = dispatch(inner, FORMS)?;
    Ok((Input { depth: input.depth, ..rest }, found))
}

pub(super) fn offset_day(input: Input<'_>) -> Parsed<'_, Day> {
    match offset::offset(input)? {
        (rest, Said { meaning: Meaning::When(When { day, time: None }), .. }) => Ok((rest, day)),
        _ => fail(),
    }
}

/// `calendar-day := dated | numeric-day | month | quarter | half | season | holiday | decade | century | year`
pub(crate) fn calendar_day(input: Input<'_>) -> Parsed<'_, Day> {
    const FORMS: &[(Class, Production<Day>)] = &[
        (any([WEEKDAY, MONTH, NUMBER, ORDINAL, CARDINAL, OPENS]), date::dated),
        (NUMBER, numeric::numeric_day),
        (any([PICK, OPENS, NUMBER]), relative::possessed),
        (MONTH, month::month_of),
        (NUMBER, month::year_month),
        (any([NUMBER, ORDINAL, CARDINAL, PICK, QUOTE, OPENS]), period::quarter),
        (any([ORDINAL, NUMBER, PICK, OPENS]), period::half),
        (any([SEASON, OPENS]), period::season),
        (HOLIDAY, period::holiday),
        (HOLIDAY, period::new_year),
        (any([NUMBER, CARDINAL, QUOTE, OPENS]), era::decade),
        (any([NUMBER, ORDINAL, CARDINAL, OPENS]), era::century),
        (any([NUMBER, OPENS]), era::era_year),
        (OPENS, era::fiscal_year),
        (any([NUMBER, CARDINAL, OPENS]), year::year_alone),
        (QUOTE, year::apostrophe_year),
        (any([PICK, OPENS]), relative::picked_unit),
        (any([PICK, OPENS]), relative::picked_name),
    ];
    dispatch(input, FORMS)
}

/// `numeric-weekday := weekday [","] numeric-day`
fn numeric_weekday(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = date::weekday_name(input)?;
    let (rest, _) = opt(mark(',')).parse(rest)?;
    let (rest, day) = numeric::numeric_day(rest)?;
    let name = |name, which| Day::Named(name, which);
    Ok((
        rest,
        match day {
            Day::Named(Name::MonthDay(month, day, _), which) => {
                name(Name::MonthDay(month, day, Some(weekday)), which)
            }
            Day::Named(Name::Numeric(first, second, _), which) => {
                name(Name::Numeric(first, second, Some(weekday)), which)
            }
            other => other,
        },
    ))
}

/// *first*, in letters.
fn is_rank(lexeme: &Lexeme) -> bool {
    lexeme.senses.iter().any(|sense| matches!(sense, Sense::Ordinal(_)))
}

/// `weekday := "Monday" | …`; a short form only beside something that shows it is one.
fn weekday(input: Input<'_>) -> Parsed<'_, Day> {
    let named = |day| Day::Named(Name::Weekday(day), Which::Nearest);
    // *on the first Wednesday*: of a month that is not said.
    if input.before().is_some_and(is_rank)
        && input.before_last().is_some_and(|lexeme| {
            ["the", "every", "each"].iter().any(|word| input.of(lexeme).eq_ignore_ascii_case(word))
        })
    {
        return fail();
    }
    if let Ok((rest, day)) = date::full_weekday(input) {
        return Ok((rest, named(day)));
    }
    let (rest, day) = date::weekday_name(input)?;
    let (rest, _) = opt(tight(mark('.'))).parse(rest)?;
    let alone = input.opens_line() && rest.ends_line();
    let capital = input.next().is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_uppercase()));
    let unlike_words = !["sun", "sat", "mon", "wed"].iter().any(|word| input.is_word(word));
    let cued = input.follows(&["on", "until", "by", "since", "from", "and", "to"]);
    let timed = |rest: Input<'_>| rest.is_word("at") || super::when::linked_time(rest).is_ok();
    let cued = cued && (capital || input.follows(&["on"]) && (rest.ends_line() || timed(rest)));
    if alone || cued || unlike_words { Ok((rest, named(day))) } else { fail() }
}
