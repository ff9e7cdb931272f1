//! Dates in figures.

use super::input::{Input, Parsed, dash, digits, fail, longest, mark, tight, word};
use super::zoned::numeric_offset;
use crate::lexeme::{Gap, Kind};
use crate::meaning::{Base, Clock, Day, Name, Picked, Time, When, Which};
use crate::zone::Zone;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;

/// `numeric-day := year-first | year-last`
pub(crate) fn numeric_day(input: Input<'_>) -> Parsed<'_, Day> {
    if touches_number(input) {
        let (rest, day) = if ends_name(input) { year_first(input)? } else { return fail() };
        return if joins_figure(rest) { fail() } else { Ok((rest, day)) };
    }
    let (rest, day) = longest(input, &[year_first, year_last, month_of_year, month_slash_day])?;
    if goes_on(rest) { fail() } else { Ok((rest, day)) }
}

/// Whether an ISO date stands behind the words of a file's name: `sales_report-2002-10-09.xlsx`.
fn ends_name(input: Input<'_>) -> bool {
    let joined = matches!(input.before().map(|lexeme| lexeme.kind), Some(Kind::Mark('-' | '_')));
    let named = input.before_last().is_some_and(|lexeme| lexeme.kind == Kind::Word && lexeme.span.len() > 2)
        && input.before().is_some_and(|lexeme| lexeme.gap == Gap::None)
        || input.before().is_some_and(|lexeme| lexeme.gap >= Gap::Line);
    let two = |rest: Input<'_>| matches!(rest.next().map(|lexeme| lexeme.kind), Some(Kind::Number(_, 2)));
    let month = input.advanced().advanced();
    joined && named && two(month) && two(month.advanced().advanced())
}

/// Whether a mark and another figure touch a date: `case-2002-10-09-1177`.
fn joins_figure(rest: Input<'_>) -> bool {
    let after = rest.advanced();
    rest.is_tight()
        && after.is_tight()
        && matches!(after.next().map(|lexeme| lexeme.kind), Some(Kind::Number(..)))
}

/// A separator of figures; the same must stand twice.
fn separator(input: Input<'_>) -> Parsed<'_, char> {
    tight(alt((value('-', dash), value('/', mark('/')), value('.', mark('.'))))).parse(input)
}

fn same_separator<'a>(input: Input<'a>, wanted: char) -> Parsed<'a, ()> {
    let (rest, found) = separator(input)?;
    if found == wanted { Ok((rest, ())) } else { fail() }
}

/// `year-first := digits4 sep month sep day`: `2025-11-12`, `2025/11/12`.
fn year_first(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = digits(4..=4, 1000..=2199).parse(input)?;
    let (rest, sep) = separator(rest)?;
    let (rest, month) = tight(digits(1..=2, 1..=31)).parse(rest)?;
    let (rest, ()) = same_separator(rest, sep)?;
    let (rest, day) = tight(digits(1..=2, 1..=31)).parse(rest)?;
    let year = year.cast_signed();
    let (month, day) = if month > 12 && sep == '/' { (day, month) } else { (month, day) };
    if chrono::NaiveDate::from_ymd_opt(year, month, day).is_none() {
        return fail();
    }
    let which = Which::In(Box::new(Day::Year(year)));
    Ok((rest, Day::Named(Name::MonthDay(month, day, None), which)))
}

/// `year-last := figure sep figure sep (digits4 | digits2)`: `12/11/2025`, `12.11.25`.
fn year_last(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, first) = digits(1..=2, 1..=31).parse(input)?;
    let (rest, sep) = separator(rest)?;
    let (rest, second) = tight(digits(1..=2, 1..=31)).parse(rest)?;
    let (rest, ()) = same_separator(rest, sep)?;
    let full = map(digits(4..=4, 1900..=2199), |year| Day::Year(year.cast_signed()));
    // Two digits after points are a version as often as a year.
    let short = map(digits(2..=2, 0..=99), Day::ShortYear);
    let (rest, year) = tight(alt((full, short))).parse(rest)?;
    let is_short = matches!(year, Day::ShortYear(_));
    let exists = |year: i32| {
        chrono::NaiveDate::from_ymd_opt(year, first, second).is_some()
            || chrono::NaiveDate::from_ymd_opt(year, second, first).is_some()
    };
    let possible = match year {
        Day::Year(year) => exists(year),
        _ => exists(2000),
    };
    if !possible || is_short && sep == '-' && !input.opens_line() {
        return fail();
    }
    Ok((rest, Day::Named(numeric_name(first, second, sep), Which::In(Box::new(year)))))
}

/// With points the day comes first, as on the Continent; otherwise the reference date decides.
fn numeric_name(first: u32, second: u32, sep: char) -> Name {
    match (first, second) {
        (13.., _) => Name::MonthDay(second, first, None),
        (_, 13..) => Name::MonthDay(first, second, None),
        _ if sep == '.' => Name::MonthDay(second, first, None),
        _ => Name::Numeric(first, second, None),
    }
}

/// A day and a month in figures, if they can be one.
pub(super) fn month_and_day(first: u32, second: u32) -> Option<Name> {
    let is_date = super::date::is_day_of(first, second) || super::date::is_day_of(second, first);
    is_date.then(|| numeric_name(first, second, '/'))
}

/// `month-of-year := digits4 ("-" | "/") month2 | month ("/") digits4`: `2014-10`, `2/2013`.
fn month_of_year(input: Input<'_>) -> Parsed<'_, Day> {
    let sep = |input| tight(alt((dash, mark('/')))).parse(input);
    let year = |input| digits(4..=4, 1900..=2099).parse(input);
    // *2015-3*, where no day follows; *2004-5* are two years.
    let short = (year, preceded(tight(mark('-')), tight(digits(1..=1, 1..=9))));
    let mut short = short;
    if let Ok((rest, (year, month))) = short.parse(input)
        && !rest.is_tight()
        && month <= year % 10
    {
        return Ok((
            rest,
            Day::Named(Name::Month(month), Which::In(Box::new(Day::Year(year.cast_signed())))),
        ));
    }
    let forward = (year, preceded(sep, tight(digits(2..=2, 1..=12))));
    let backward = map(
        (digits(1..=2, 1..=12), preceded(tight(mark('/')), tight(digits(4..=4, 1900..=2099)))),
        |(month, year)| (year, month),
    );
    let (rest, (year, month)) = alt((forward, backward)).parse(input)?;
    // `2010-12` is a range of years as often as a month.
    let range_like =
        month > year % 100 && input.second().is_some_and(|lexeme| lexeme.kind != Kind::Mark('/'));
    if range_like {
        return fail();
    }
    Ok((rest, Day::Named(Name::Month(month), Which::In(Box::new(Day::Year(year.cast_signed()))))))
}

/// `month-slash-day := figure "/" figure`, after *on*, *by* and the like.
fn month_slash_day(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, first) = digits(1..=2, 1..=31).parse(input)?;
    let (rest, ()) = tight(mark('/')).parse(rest)?;
    let (rest, second) = tight(digits(1..=2, 1..=31)).parse(rest)?;
    let cued = input
        .follows(&["on", "by", "until", "till", "since", "dated", "before", "after", "from", "between"])
        || input.before().is_some_and(|lexeme| {
            lexeme.senses.iter().any(|sense| {
                matches!(sense, crate::lexicon::Sense::Weekday(_) | crate::lexicon::Sense::WeekdayShort(_))
            })
        })
        || input.follows(&["this", "next"]) && (super::offset::ends_clause(rest) || rest.is_word("to"))
        || input.follows(&["for"]) && super::when::linked_time(rest).is_ok()
        || input.opens_line()
            && (super::clock::time_beside_date(rest).is_ok()
                || super::hours::military_start(rest).is_ok()
                || ["at", "in", "by", "around"].iter().any(|word| rest.is_word(word)));
    match month_and_day(first, second).filter(|_| cued) {
        Some(name) if input.follows(&["next"]) => {
            Ok((rest, Day::Named(name, Which::Picked(Picked::Next, Base::Now))))
        }
        Some(name) => Ok((rest, Day::Named(name, Which::Nearest))),
        None => fail(),
    }
}

/// `dotted-day := day "." month "." year`: the end of `14-15.11.2025`.
pub(crate) fn dotted_day(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, day) = digits(1..=2, 1..=31).parse(input)?;
    let (rest, sep) = separator(rest)?;
    let (rest, month) = tight(digits(1..=2, 1..=12)).parse(rest)?;
    let (rest, ()) = same_separator(rest, sep)?;
    let (rest, year) = tight(digits(4..=4, 1900..=2199)).parse(rest)?;
    if sep == '-' || !super::date::is_day_of(month, day) {
        return fail();
    }
    let which = Which::In(Box::new(Day::Year(year.cast_signed())));
    Ok((rest, Day::Named(Name::MonthDay(month, day, None), which)))
}

/// Whether a figure, a sign or a letter before says that the number is part of something longer.
fn touches_number(input: Input<'_>) -> bool {
    let ends_range = input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-')))
        && match input.before_last().map(|lexeme| lexeme.kind) {
            Some(Kind::Number(1900..=2199, 4)) => year_last(input).is_ok(),
            // *14-15.11.2025*
            Some(Kind::Number(1..=31, 1..=2)) => dotted_day(input).is_ok(),
            _ => false,
        };
    input.is_tight()
        && !ends_range
        && input.before().is_some_and(|lexeme| match lexeme.kind {
            Kind::Mark(c) => matches!(c, '-' | '.' | '/' | '$' | '€' | '£' | '#' | '_' | '=' | '\\' | '+'),
            Kind::Word => true,
            Kind::Number(..) => true,
        })
}

/// Whether the figures go on after a date: `133-03-03-2020`.
fn goes_on(rest: Input<'_>) -> bool {
    if !rest.is_tight() {
        return false;
    }
    match rest.next().map(|lexeme| lexeme.kind) {
        Some(Kind::Mark('-' | '/' | '_')) => {
            let after = rest.advanced();
            after.is_tight()
                && year_last(after).is_err()
                && !is_clock(after)
                && matches!(after.next().map(|lexeme| lexeme.kind), Some(Kind::Number(_, 1..=3 | 5..)))
        }
        Some(Kind::Mark('%')) => true,
        Some(Kind::Word) => !rest.is_word("T"),
        _ => false,
    }
}

/// Whether hours and minutes stand here: *05/31/2024-14:15*.
fn is_clock(input: Input<'_>) -> bool {
    (digits(1..=2, 0..=24), tight(mark(':')), tight(digits(2..=2, 0..=59))).parse(input).is_ok()
}

/// `iso := year-first ("T" | " ") hour ":" minute [":" second ["." digits]] ["Z" | offset]`
pub(crate) fn iso(input: Input<'_>) -> Parsed<'_, When> {
    if touches_number(input) {
        return fail();
    }
    let (rest, day) = year_first(input)?;
    let (rest, _) = opt(tight(word("T"))).parse(rest)?;
    let (rest, hour) = digits(2..=2, 0..=24).parse(rest)?;
    let (rest, minute) = preceded(tight(mark(':')), tight(digits(2..=2, 0..=59))).parse(rest)?;
    let (rest, second) = opt(preceded(tight(mark(':')), tight(digits(2..=2, 0..=60)))).parse(rest)?;
    let (rest, _) = opt(preceded(tight(mark('.')), tight(digits(1..=9, 0..=u32::MAX)))).parse(rest)?;
    let greenwich = value(Some(Zone::fixed(0)), tight(word("Z")));
    let (rest, zone) = opt(alt((greenwich, tight(numeric_offset)))).parse(rest)?;
    let clock = Clock { hour, minute: Some(minute), second, zone: zone.flatten() };
    Ok((rest, When { day, time: Some(Time::Clock(clock)) }))
}
