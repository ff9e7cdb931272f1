//! Two dates of which one lends the other what it does not say: *6 to 9 January*, *March 5-9*, *2019-20*.
//!
//! Either end is an expression of its own, as in TIMEX3.

use super::Found;
use super::date::{day_number, starts_amount};
use super::input::{Input, Parsed, dash, digits, fail, mark, same_line, tight, word};
use super::month::{full_month, month_name};
use crate::lexeme::{Gap, Kind};
use crate::meaning::{Clock, Day, Meaning, Name, Said, Time, When, Which};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::preceded;

fn said(day: Day) -> Said {
    Said { meaning: Meaning::When(When { day, time: None }), modifier: None, relative_to_now: None }
}

/// `link := "-" | "to" | "until" | "till" | "through" | "and" | "or" | ","`
fn link(input: Input<'_>) -> Parsed<'_, ()> {
    alt((
        dash,
        word("to"),
        word("until"),
        word("till"),
        word("through"),
        word("thru"),
        word("and"),
        word("or"),
        mark('/'),
        mark('&'),
    ))
    .parse(input)
}

/// `start := day-number link day-number month … | month link month-and-year | hour link time`; reads only the first.
pub(crate) fn start(input: Input<'_>) -> Parsed<'_, Said> {
    super::input::longest(input, &[start_day, start_month, start_month_day, start_time, start_hour])
}

/// `start-day := day-number`, before `link day-number month`.
fn start_day(input: Input<'_>) -> Parsed<'_, Said> {
    if input.is_tight()
        && input.before().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(' | '"' | '“')))
    {
        return fail();
    }
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = day_number(rest)?;
    let (after, ()) = link(rest)?;
    match super::date::dated(after).or_else(|_| super::numeric::dotted_day(after))? {
        (_, Day::Named(Name::MonthDay(month, _, _), which)) if !month_comes_first(after) => {
            Ok((rest, said(Day::Named(Name::MonthDay(month, day, None), which))))
        }
        _ => fail(),
    }
}

fn month_comes_first(input: Input<'_>) -> bool {
    month_name(input).is_ok() || super::date::weekday_name(input).is_ok()
}

/// `start-month := month`, before `link month year`.
fn start_month(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, month) = month_name(input)?;
    let (after, ()) = link(rest)?;
    let (_, next) = super::month::month_of(after)?;
    let Day::Named(Name::Month(last), Which::In(year)) = next else { return fail() };
    Ok((rest, said(Day::Named(Name::Month(month), Which::In(earlier_year(month, last, year))))))
}

/// *November to February 2020* begins the year before.
fn earlier_year(first: u32, last: u32, year: Box<Day>) -> Box<Day> {
    match *year {
        Day::Year(year) if first > last => Box::new(Day::Year(year - 1)),
        _ => year,
    }
}

/// `start-month-day := month day | day month`, before `link [month] day [","] year`.
fn start_month_day(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, first) = super::date::dated(input)?;
    let Day::Named(Name::MonthDay(month, day, weekday), Which::Nearest) = first else { return fail() };
    let (after, ()) = link(rest)?;
    let same_month = map((day_number, opt(mark(',')), digits(4..=4, 1000..=2199)), |(_, _, year)| {
        (month, year.cast_signed())
    });
    let found = match super::date::dated(after) {
        Ok((_, Day::Named(Name::MonthDay(last, ..), Which::In(year)))) => match *year {
            Day::Year(year) => Some((last, year)),
            _ => None,
        },
        _ => None,
    };
    let (last, year) = match found {
        Some(found) => found,
        None => {
            let mut same_month = same_month;
            same_month.parse(after)?.1
        }
    };
    let year = if month > last { year - 1 } else { year };
    Ok((rest, said(Day::Named(Name::MonthDay(month, day, weekday), Which::In(Box::new(Day::Year(year)))))))
}

/// `start-time := clock`, before `link clock day`: *between 9:30 and 11:00 on Thursday*.
fn start_time(input: Input<'_>) -> Parsed<'_, Said> {
    let touches =
        input.is_tight() && input.before().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(')));
    let figure = super::clock::clock(input, false).or_else(|_| super::clock::bare_figure(input));
    let (rest, clock) = figure?;
    let (after, ()) = alt((dash, word("to"), word("until"), word("till"), word("and"))).parse(rest)?;
    let (_, end) = super::when::time_and_day(after)?;
    let When { day, time: Some(Time::Clock(last)) } = end else { return fail() };
    if touches {
        return fail();
    }
    let zone = clock.zone.or(last.zone);
    let time = Some(Time::Clock(Clock { zone, ..clock }));
    Ok((rest, Said { meaning: Meaning::When(When { day, time }), modifier: None, relative_to_now: None }))
}

/// `start-hour := first-hour`, alone.
fn start_hour(input: Input<'_>) -> Parsed<'_, Said> {
    let touches = input.is_tight()
        && input
            .before()
            .is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark('(' | '\'' | '"' | '“' | '‘')));
    if touches {
        return fail();
    }
    let (rest, clock) = first_hour(input)?;
    let time = Some(Time::Clock(clock));
    Ok((
        rest,
        Said {
            meaning: Meaning::When(When { day: Day::Given, time }),
            modifier: None,
            relative_to_now: None,
        },
    ))
}

/// `first-hour := hour [":" minute]`, before `link clock` with *a.m.* or *p.m.*: *3-4pm*; after *from* or *between*
/// minutes will do: *between 10 and 11:30*.
pub(super) fn first_hour(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = digits(1..=2, 1..=12).parse(input)?;
    let (rest, minute) =
        opt(preceded(tight(alt((mark(':'), mark('.')))), tight(digits(2..=2, 0..=59)))).parse(rest)?;
    let (after, ()) = alt((dash, word("to"), word("until"), word("till"), word("and"))).parse(rest)?;
    let (end, last) = super::clock::clock(after, true)?;
    let with_meridiem = end.before().is_some_and(|lexeme| {
        let word = end.of(lexeme);
        ["am", "pm", "m", "."].iter().any(|known| word.eq_ignore_ascii_case(known))
    });
    let spoken = last.minute.is_some() && input.follows(&["from", "between"]);
    if !with_meridiem && !spoken {
        return fail();
    }
    // *11-2pm* begins in the morning, *3-4pm* after noon.
    let afternoon = last.hour >= 12 && hour < 12 && hour + 12 <= last.hour;
    let hour = if afternoon { hour + 12 } else { hour };
    Ok((rest, Clock { hour, minute, second: None, zone: last.zone }))
}

/// `end := day-number | year2 | month`, right after an expression and a link: the second half of a range.
pub(crate) fn end<'a>(input: Input<'a>, previous: Option<&Found>) -> Parsed<'a, Said> {
    let Some(previous) = previous.filter(|found| found.after + 1 == input.at) else { return fail() };
    let Some(linked) = input.source.lexemes.get(previous.after) else { return fail() };
    if linked.gap >= Gap::Line || input.opens_line() {
        return fail();
    }
    let at_link = Input::new(input.source, previous.after);
    let Meaning::When(When { day, time }) = &previous.said.meaning else { return fail() };
    if link(at_link).is_err() {
        return fail();
    }
    // *9-11am*: the first may stand anywhere, the second touches the dash.
    if matches!(time, Some(Time::Clock(_))) && input.is_tight() {
        let (rest, clock) = super::clock::clock(input, true)?;
        let time = Some(Time::Clock(clock));
        let meaning = Meaning::When(When { day: Day::Given, time });
        return Ok((rest, Said { meaning, modifier: None, relative_to_now: None }));
    }
    if time.is_some() {
        return fail();
    }
    match day {
        Day::Year(year) => end_year(input, *year),
        Day::Named(Name::MonthDay(month, first, _), which) => end_day(input, *month, *first, which),
        _ => fail(),
    }
}

/// `end-year := digits2`, touching a hyphen: *1915-17*.
fn end_year(input: Input<'_>, year: i32) -> Parsed<'_, Said> {
    let before = input.before().map(|lexeme| lexeme.kind);
    if matches!(before, Some(Kind::Word)) {
        return fail();
    }
    let (rest, short) = tight(digits(2..=2, 0..=99)).parse(input)?;
    let short = short.cast_signed();
    if rest.is_tight() && (starts_amount(rest) || dash(rest).is_ok()) || short <= year.rem_euclid(100) {
        return fail();
    }
    let century = year - year.rem_euclid(100);
    Ok((rest, said(Day::Year(century + short))))
}

/// `end-day := day-number [[","] year]`: *March 5-9*, not before a month of its own.
fn end_day<'a>(input: Input<'a>, month: u32, first: u32, which: &Which) -> Parsed<'a, Said> {
    if super::date::dated(input).is_ok() || full_month(input).is_ok() {
        return fail();
    }
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = day_number(rest)?;
    let year = preceded(opt(mark(',')), same_line(digits(4..=4, 1000..=2199)));
    let (rest, year) = opt(year).parse(rest)?;
    let linked_by_word = input.before().is_some_and(|lexeme| lexeme.kind == Kind::Word);
    let counts = linked_by_word
        && rest.next().is_some_and(|lexeme| {
            lexeme.kind == Kind::Word && lexeme.gap < Gap::Line && !input.is_word("the")
        })
        && !input.follows(&["to", "through", "until"]);
    if day <= first || !super::date::is_day_of(month, day) || rest.is_tight() && starts_amount(rest) || counts
    {
        return fail();
    }
    let given = match which {
        Which::In(outer) => match **outer {
            Day::Year(year) => Some(year),
            _ => None,
        },
        _ => None,
    };
    let exists = year
        .map(u32::cast_signed)
        .or(given)
        .is_none_or(|year| chrono::NaiveDate::from_ymd_opt(year, month, day).is_some());
    if !exists {
        return fail();
    }
    let which = year.map_or_else(|| which.clone(), |year| Which::In(Box::new(Day::Year(year.cast_signed()))));
    Ok((rest, said(Day::Named(Name::MonthDay(month, day, None), which))))
}
