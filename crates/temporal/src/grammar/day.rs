//! A day or a longer stretch of the calendar, however it is said.

use super::input::{Input, Parsed, dispatch, fail, mark, tight};
use super::{anchored, era, month, offset, within, year};
use super::{date, numeric, period, relative, reporting};
use crate::class::{
    self, CARDINAL, DEICTIC, HOLIDAY, MONTH, NUMBER, OPENS, ORDINAL, PICK, QUOTE, SEASON, UNIT, WEEKDAY,
};
use crate::meaning::{Day, Meaning, Name, Said, When, Which};
use nom::Parser;
use nom::combinator::opt;

/// How many days may be read inside one another.
const DEEPEST: u8 = 3;

/// `day := calendar-day | relative-day | offset`
pub(crate) fn day(input: Input<'_>) -> Parsed<'_, Day> {
    if input.depth >= DEEPEST {
        return fail();
    }
    let inner = Input { depth: input.depth + 1, ..input };
    let (rest, found) = dispatch(
        inner,
        &[
            (class::DATED, calendar_day),
            (WEEKDAY, numeric_weekday),
            (DEICTIC, relative::deictic_day),
            (UNIT | OPENS, anchored::day_before),
            (UNIT | OPENS, anchored::around),
            (NUMBER | ORDINAL | CARDINAL | PICK | OPENS, anchored::nth),
            (NUMBER | ORDINAL | CARDINAL | OPENS, anchored::day_of_picked_month),
            (UNIT | OPENS, reporting::reported),
            (WEEKDAY | PICK | OPENS, anchored::weekday_of_week),
            (PICK | OPENS, within::day_of_picked),
            (NUMBER | CARDINAL | OPENS | UNIT, within::day_of_week_off),
            (OPENS, within::eve),
            (OPENS, relative::the_weekend),
            (PICK | DEICTIC, anchored::apposed),
            (WEEKDAY, anchored::weekday_off),
            (WEEKDAY | DEICTIC, anchored::day_week),
            (UNIT | NUMBER, anchored::week_number),
            (HOLIDAY | OPENS, anchored::holiday_weekend),
            (NUMBER | CARDINAL, offset::weekdays_off),
            (HOLIDAY, anchored::holiday_off),
            (ORDINAL | NUMBER | OPENS, anchored::closest),
            (UNIT | WEEKDAY | MONTH | OPENS, anchored::after_next),
            (WEEKDAY | ORDINAL | NUMBER | OPENS, anchored::weekday_from),
            (NUMBER | CARDINAL | OPENS | UNIT, offset_day),
            (WEEKDAY, date::weekday_of_month),
            (OPENS, date::day_of_month),
            (WEEKDAY, weekday),
        ],
    )?;
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
    dispatch(
        input,
        &[
            (WEEKDAY | MONTH | NUMBER | ORDINAL | CARDINAL | OPENS, date::dated),
            (NUMBER, numeric::numeric_day),
            (PICK | OPENS | NUMBER, relative::possessed),
            (MONTH, month::month_of),
            (NUMBER, month::year_month),
            (NUMBER | ORDINAL | CARDINAL | PICK | QUOTE | OPENS, period::quarter),
            (ORDINAL | NUMBER | PICK | OPENS, period::half),
            (SEASON | OPENS, period::season),
            (HOLIDAY, period::holiday),
            (HOLIDAY, period::new_year),
            (NUMBER | CARDINAL | QUOTE | OPENS, era::decade),
            (NUMBER | ORDINAL | CARDINAL | OPENS, era::century),
            (NUMBER | OPENS, era::era_year),
            (OPENS, era::fiscal_year),
            (NUMBER | CARDINAL | OPENS, year::year_alone),
            (QUOTE, year::apostrophe_year),
            (PICK | OPENS, relative::picked_unit),
            (PICK | OPENS, relative::picked_name),
        ],
    )
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

/// `weekday := "Monday" | …`; a short form only beside something that shows it is one.
fn weekday(input: Input<'_>) -> Parsed<'_, Day> {
    let named = |day| Day::Named(Name::Weekday(day), Which::Nearest);
    if let Ok((rest, day)) = date::full_weekday(input) {
        return Ok((rest, named(day)));
    }
    let (rest, day) = date::weekday_name(input)?;
    let (rest, _) = opt(tight(mark('.'))).parse(rest)?;
    let alone = input.opens_line() && rest.ends_line();
    let capital = input.next().is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_uppercase()));
    let unlike_words = !["sun", "sat", "mon", "wed"].iter().any(|word| input.is_word(word));
    let cued = input.follows(&["on", "until", "by", "since", "from", "and", "to"]);
    let cued = cued && (capital || input.follows(&["on"]) && rest.ends_line());
    if alone || cued || unlike_words { Ok((rest, named(day))) } else { fail() }
}
