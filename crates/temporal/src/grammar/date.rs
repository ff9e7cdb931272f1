//! Dates written out: with the name of a month or a day of the week.

use super::input::{
    Input, Often, Parsed, dash, digits, fail, longest, mark, once, one_of, same_line, sense, tight, word,
    words,
};
use super::month::month_name;
use super::number::{ordinal, short_year, spoken_year};
use crate::lexeme::{Gap, Kind};
use crate::lexicon::Sense;
use crate::meaning::{Day, Name, Which};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `dated := [weekday [","]] date [","] [weekday]`
pub(crate) fn dated(input: Input<'_>) -> Parsed<'_, Day> {
    once(input, Often::Dated, any_dated)
}

fn any_dated(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, before) =
        opt(terminated(weekday_name, (opt(tight(mark('.'))), opt(mark(','))))).parse(input)?;
    if before.is_some()
        && rest.source.lexemes.get(rest.at).is_some_and(|lexeme| lexeme.gap == Gap::None)
        && !rest.follows(&[".", ","])
    {
        return fail();
    }
    let (rest, link) = if before.is_some() { opt(one_of(&["the", "on"])).parse(rest)? } else { (rest, None) };
    // *They sat on 3 May.*
    if link == Some(1) && input.is_written(&["sat", "wed"]) {
        return fail();
    }
    let (rest, day) = longest(
        rest,
        &[month_day_year, day_month_year, year_month_day, dashed_date, slashed_date, super::dotted::dotted],
    )?;
    if before.is_some() {
        return Ok((rest, with_weekday(day, before)));
    }
    let after =
        preceded(opt(mark(',')), terminated(weekday_name, opt(nom::combinator::success(())))).parse(rest);
    if let Ok((after, weekday)) = after
        && !rest.opens_line()
        && agrees(&day, weekday)
    {
        return Ok((after, with_weekday(day, Some(weekday))));
    }
    Ok((rest, day))
}

/// Whether a full date falls on a day of the week; a date without a year may fall on any.
fn agrees(day: &Day, weekday: u32) -> bool {
    match day {
        Day::Named(Name::MonthDay(month, date, _), Which::In(year)) => match **year {
            Day::Year(year) => chrono::NaiveDate::from_ymd_opt(year, *month, *date)
                .is_some_and(|day| crate::calendar::weekday(day) == weekday),
            _ => true,
        },
        Day::Named(Name::MonthDay(..), Which::Nearest) => true,
        _ => false,
    }
}

fn with_weekday(day: Day, weekday: Option<u32>) -> Day {
    match day {
        Day::Named(Name::MonthDay(month, day, _), which) => {
            Day::Named(Name::MonthDay(month, day, weekday), which)
        }
        other => other,
    }
}

/// `month-day-year := month-name ["the"] day-number [[","] year]`
fn month_day_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, month) = month_name(input)?;
    // *March, 6th 2016*
    let comma = (tight(mark(',')), nom::combinator::peek((ordinal, opt(mark(',')), year_of_day)));
    let (rest, _) = opt(comma).parse(rest)?;
    let (rest, _) = opt(word("the")).parse(rest)?;
    let (rest, day) = day_number(rest).or_else(|_| spelled_day(rest))?;
    if !is_day_of(month, day) || rest.is_tight() && starts_amount(rest) {
        return fail();
    }
    let (rest, year) =
        opt(preceded(opt(alt((mark(','), word("of"), word("in")))), year_of_day)).parse(rest)?;
    if year.is_none() && super::month::ends_impossibly(rest, month) {
        return fail();
    }
    Ok((rest, month_day(month, day, year)))
}

/// `day-month-year := ["the"] day-number ["of"] month-name [[","] ["of" | "in"] year]`
fn day_month_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = day_number(rest).or_else(|_| spoken_day(rest))?;
    let (rest, _) = opt(word("day")).parse(rest)?;
    let (rest, _) = opt(alt((word("of"), tight(mark('.'))))).parse(rest)?;
    let (rest, month) = month_name(rest)?;
    let amount = input.before().is_some_and(|lexeme| match lexeme.kind {
        Kind::Mark('$' | '€' | '£') => true,
        Kind::Mark('.') => input.is_tight(),
        _ => false,
    });
    if !is_day_of(month, day) || amount {
        return fail();
    }
    let (rest, year) =
        opt(preceded(opt(alt((mark(','), word("of"), word("in")))), year_of_day)).parse(rest)?;
    Ok((rest, month_day(month, day, year)))
}

/// A year behind a day, where no two times of a timetable stand: *24 August 1915-2015*.
fn year_of_day(input: Input<'_>) -> Parsed<'_, Day> {
    if super::hours::is_timetable(input) { fail() } else { year(input) }
}

/// A day in words behind the name of a month, with nothing that it would count: *March twenty five*.
fn spelled_day(input: Input<'_>) -> Parsed<'_, u32> {
    let (rest, day) = spoken_day(input)?;
    let year = preceded(opt(mark(',')), digits(4..=4, 1000..=2199)).parse(rest);
    let ends = rest.ends_line()
        || year.is_ok()
        || rest.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark('.' | ',' | ';' | ')')));
    if day > 9 && ends { Ok((rest, day)) } else { fail() }
}

/// Whether one of some marks touches the next piece from behind: asked before a date is read piece by piece.
pub(super) fn joined(input: Input<'_>, marks: &[char]) -> bool {
    let after = input.advanced();
    after.is_tight()
        && after.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark(mark) if marks.contains(&mark)))
}

/// `slashed-date := month-name "/" day | day "/" month-name`, without a year: *Oct/2*.
fn slashed_date(input: Input<'_>) -> Parsed<'_, Day> {
    if !joined(input, &['/']) {
        return fail();
    }
    let figure = |input| digits(1..=2, 1..=31).parse(input);
    let slash = |input| tight(mark('/')).parse(input);
    let month_first = map((month_name, slash, tight(figure)), |(month, (), day)| (month, day));
    let day_first = map((figure, slash, tight(month_name)), |(day, (), month)| (month, day));
    let (rest, (month, day)) = alt((month_first, day_first)).parse(input)?;
    let goes_on = rest.is_tight() && (starts_amount(rest) || mark('/').parse(rest).is_ok());
    if goes_on || !is_day_of(month, day) { fail() } else { Ok((rest, month_day(month, day, None))) }
}

/// A number of days in words, before the name of a month: *fifteen August*.
fn spoken_day(input: Input<'_>) -> Parsed<'_, u32> {
    verify(super::number::cardinal, |&day| (1..=31).contains(&day)).parse(input)
}

/// `year-month-day := year [","] month-name day-number`, in one line.
fn year_month_day(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = digits(4..=4, 1000..=2199).parse(input)?;
    let (rest, _) = opt(alt((mark(','), mark('/'), dash))).parse(rest)?;
    let (rest, month) = same_line(month_name).parse(rest)?;
    let (rest, _) = opt(alt((mark('/'), dash))).parse(rest)?;
    let (rest, day) = same_line(day_number).parse(rest)?;
    if !is_day_of(month, day) || rest.is_tight() && starts_amount(rest) {
        return fail();
    }
    // *in 2005, June 13, 2008* has a year of its own.
    if preceded(opt(mark(',')), digits(4..=4, 1000..=2199)).parse(rest).is_ok() {
        return fail();
    }
    Ok((rest, month_day(month, day, Some(Day::Year(year.cast_signed())))))
}

/// `dashed-date := (day-digits sep month-name | month-name sep day-digits) sep year`, sep `-` or `/`: `12-Nov-2025`.
fn dashed_date(input: Input<'_>) -> Parsed<'_, Day> {
    if !joined(input, &['-', '/', '.', '‐', '‑', '–', '—']) {
        return fail();
    }
    let sep = |input| tight(alt((value(true, mark('/')), value(false, dash)))).parse(input);
    let figure = |input| digits(1..=2, 1..=31).parse(input);
    let day_first = map((figure, sep, tight(month_name)), |(day, slash, month)| (day, slash, month));
    let month_first = map((month_name, sep, tight(figure)), |(month, slash, day)| (day, slash, month));
    let (rest, (day, slash, month)) = alt((day_first, month_first)).parse(input)?;
    let sep = |input| if slash { mark('/').parse(input) } else { dash(input) };
    let (rest, ()) = tight(sep).parse(rest)?;
    let full = map(digits(4..=4, 1000..=2199), |year| Day::Year(year.cast_signed()));
    let short = map(digits(2..=2, 0..=99), Day::ShortYear);
    let (rest, year) = tight(alt((full, short))).parse(rest)?;
    if !is_day_of(month, day) {
        return fail();
    }
    Ok((rest, month_day(month, day, Some(year))))
}

fn month_day(month: u32, day: u32, year: Option<Day>) -> Day {
    let which = year.map_or(Which::Nearest, |year| Which::In(Box::new(year)));
    Day::Named(Name::MonthDay(month, day, None), which)
}

/// Whether a month may have such a day.
pub(crate) fn is_day_of(month: u32, day: u32) -> bool {
    chrono::NaiveDate::from_ymd_opt(2000, month, day).is_some()
}

/// What follows a number without a gap and makes it an amount: a unit, a decimal, a per cent sign.
pub(crate) fn starts_amount(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|lexeme| match lexeme.kind {
        Kind::Word => !rest.of(lexeme).eq_ignore_ascii_case("s"),
        Kind::Number(..) => true,
        Kind::Mark('%' | '°' | '$' | '€' | '£') => true,
        Kind::Mark('.' | ',' | ':') => {
            let next = rest.advanced();
            next.is_tight() && matches!(next.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)))
        }
        Kind::Mark(_) => false,
    })
}

/// `day-number := digits | ordinal`
pub(crate) fn day_number(input: Input<'_>) -> Parsed<'_, u32> {
    let (rest, day) = longest(input, &[ordinal, |input| digits(1..=2, 1..=31).parse(input)])?;
    if day > 31 { fail() } else { Ok((rest, day)) }
}

/// `year := digits4 ["AD"] | "'" digits2 | spoken-year | relative year`, where a date asks for one.
pub(crate) fn year(input: Input<'_>) -> Parsed<'_, Day> {
    longest(
        input,
        &[
            plain_year,
            apostrophe_year,
            two_digit_year,
            |input| map(spoken_year, Day::Year).parse(input),
            |input| map(super::number::long_year, Day::Year).parse(input),
            super::relative::relative_year,
            super::era::era_year,
            super::offset::offset_year,
        ],
    )
}

fn plain_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = same_line_or_comma(input, |input| digits(4..=4, 1000..=2199).parse(input))?;
    if rest.is_tight() && starts_amount(rest) {
        return fail();
    }
    let (rest, buddhist) = opt(one_of(&["AD", "CE", "BE"])).parse(rest)?;
    let year = if buddhist == Some(2) { year.checked_sub(543).unwrap_or(year) } else { year };
    Ok((rest, Day::Year(year.cast_signed())))
}

/// A year on the next line belongs to the date only after a comma.
fn same_line_or_comma<'a>(input: Input<'a>, year: fn(Input<'a>) -> Parsed<'a, u32>) -> Parsed<'a, u32> {
    if input.opens_line() && !input.follows(&[","]) { fail() } else { year(input) }
}

fn apostrophe_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = short_year(input)?;
    if rest.is_tight() && rest.is_word("s") { fail() } else { Ok((rest, Day::ShortYear(year))) }
}

/// Two digits above 31 right after a date, and nothing to count after them: `3 Aug 96`.
fn two_digit_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = same_line(digits(2..=2, 32..=99)).parse(input)?;
    let counts = rest.next().is_some_and(|lexeme| lexeme.kind == Kind::Word || starts_amount(rest));
    if counts || input.follows(&[","]) && !rest.ends_line() {
        fail()
    } else {
        Ok((rest, Day::ShortYear(year)))
    }
}

/// `weekday-name := "Monday" | "Mon" …`
pub(crate) fn weekday_name(input: Input<'_>) -> Parsed<'_, u32> {
    sense(|sense| match sense {
        Sense::Weekday(day) | Sense::WeekdayShort(day) => Some(day),
        _ => None,
    })
    .parse(input)
}

/// `full-weekday := "Monday" | …`
pub(crate) fn full_weekday(input: Input<'_>) -> Parsed<'_, u32> {
    sense(|sense| match sense {
        Sense::Weekday(day) => Some(day),
        _ => None,
    })
    .parse(input)
}

/// `weekday-of-month := weekday-name [","] ["the"] ordinal`: *Tuesday the 12th*.
pub(crate) fn weekday_of_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = weekday_name(input)?;
    let (rest, _) = opt(mark(',')).parse(rest)?;
    let (rest, _) = opt(word("the")).parse(rest)?;
    let is_figure = matches!(rest.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    // *Monday 21 between 9:30 and 11*
    if let Ok((rest, day)) = digits(1..=2, 1..=31).parse(rest)
        && let Ok((hours, _)) = one_of(&["between", "from", "at"]).parse(rest)
        && (super::clock::clock(hours, true).is_ok() || super::hours::first_hour(hours).is_ok())
    {
        return Ok((rest, Day::Named(Name::DayOfMonth(day, Some(weekday)), Which::Nearest)));
    }
    // *on Sunday 17.*
    if let Ok((rest, day)) = digits(1..=2, 1..=31).parse(rest)
        && input.follows(&["on", "until", "till", "by", "from"])
        && super::offset::ends_clause(rest)
        && !(rest.is_tight() && starts_amount(rest))
    {
        return Ok((rest, Day::Named(Name::DayOfMonth(day, Some(weekday)), Which::Nearest)));
    }
    let (rest, day) = ordinal(rest)?;
    // A small one in words is another ordinal: *Tuesday, the second day of talks*.
    if day > 31 || !is_figure && (day < 10 || counts_noun(rest)) {
        return fail();
    }
    Ok((rest, Day::Named(Name::DayOfMonth(day, Some(weekday)), Which::Nearest)))
}

/// `day-of-month := "the" ordinal-in-digits`, after *on*, *from*, *until* and the like.
pub(crate) fn day_of_month(input: Input<'_>) -> Parsed<'_, Day> {
    let preposition =
        ["on", "by", "until", "till", "from", "since", "to", "before", "after", "through", "between", "and"];
    if !input.follows(&preposition) && !input.opens_line() {
        return fail();
    }
    let (rest, ()) = word("the").parse(input)?;
    let is_figure = matches!(rest.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let (rest, day) = ordinal(rest)?;
    if !is_figure && day < 10 || day > 31 || counts_noun(rest) {
        return fail();
    }
    Ok((rest, Day::Named(Name::DayOfMonth(day, None), Which::Nearest)))
}

/// Whether an ordinal stands before a noun of its own: *the 21st time*.
pub(super) fn counts_noun(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|lexeme| {
        lexeme.kind == Kind::Word
            && lexeme.gap < Gap::Line
            && !lexeme.senses.contains(&Sense::Follows)
            && !part_of_day(rest)
    })
}

/// Whether a part of the day follows: *the 21st early in the morning* has none.
fn part_of_day(rest: Input<'_>) -> bool {
    let part = (opt(one_of(&["early", "late"])), opt(words(&["in", "the"])), super::clock::part_word);
    let mut part = part;
    part.parse(rest).is_ok()
}
