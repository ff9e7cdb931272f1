//! Two dates of which one lends the other what it does not say: *6 to 9 January*, *March 5-9*, *2019-20*.
//!
//! Either end is an expression of its own, as in TIMEX3.

use super::date::{day_number, starts_amount};
use super::input::{Input, Parsed, dash, digits, fail, mark, same_line, tight, word};
use super::month::{full_month, month_name};
use super::{Found, hours};
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::meaning::{Day, Inner, Meaning, Name, Said, Time, When, Which};
use corroborate_text::is_dash;
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
    // Most dates stand by themselves.
    let links = |lexeme: &Lexeme| match lexeme.kind {
        Kind::Mark(mark) => is_dash(mark) || matches!(mark, '/' | '&'),
        Kind::Word => matches!(lexeme.initial | 0x20, b't' | b'u' | b'a' | b'o' | b'b'),
        Kind::Number(..) => false,
    };
    if !input.advanced().meets(links) {
        return fail();
    }
    super::input::longest(
        input,
        &[
            start_day,
            start_month,
            start_month_day,
            start_weekday,
            start_era,
            start_figures,
            hours::start_time,
            hours::start_hour,
        ],
    )
}

/// `start-day := day-number`, before `link day-number month`.
fn start_day(input: Input<'_>) -> Parsed<'_, Said> {
    if input.is_tight() && !opened(input) {
        return fail();
    }
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = day_number(rest)?;
    let (after, ()) = link(rest)?;
    match super::date::dated(after).or_else(|_| super::numeric::dotted_day(after))? {
        (_, Day::Named(Name::MonthDay(month, last, _), which)) if !month_comes_first(after) => {
            let (month, which) = if day > last { month_before(month, which) } else { (month, which) };
            Ok((rest, said(Day::Named(Name::MonthDay(month, day, None), which))))
        }
        _ => fail(),
    }
}

/// *from the 27th to the 3rd of April* begins in March.
fn month_before(month: u32, which: Which) -> (u32, Which) {
    match (month, which) {
        (2.., which) => (month - 1, which),
        (_, Which::In(year)) => (12, Which::In(earlier_year(12, 1, year))),
        (_, which) => (12, which),
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
    let capital = |input: Input<'_>| {
        input.next().is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_uppercase()))
    };
    // *May to March*, which *may* and *march* are not.
    if let Day::Named(Name::Month(_), Which::Nearest) = next
        && capital(input)
        && capital(after)
        && (rest.is_word("to") || rest.is_tight() && after.is_tight() && dash(rest).is_ok())
    {
        return Ok((rest, said(Day::Named(Name::Month(month), Which::Nearest))));
    }
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

/// `start-weekday := weekday`, before `link weekday ["of"] pick "week"` and later in it: *Monday to Friday next week*.
fn start_weekday(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, first) = super::date::weekday_name(input)?;
    let (after, ()) = link(rest)?;
    match super::anchored::weekday_of_week(after)? {
        (_, Day::Nth(number, Inner::Weekday(last), week))
            if first < last && super::date::weekday_name(after).is_ok() =>
        {
            Ok((rest, said(Day::Nth(number, Inner::Weekday(first), week))))
        }
        _ => fail(),
    }
}

/// `start-era := digits`, before `link digits "BC"` that is less: *499-493 BC*.
fn start_era(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, first) = digits(1..=4, 1..=9999).parse(input)?;
    let (after, ()) = link(rest)?;
    let (after, last) = digits(1..=4, 1..=9999).parse(after)?;
    let (_, before) = super::era::era(after)?;
    if !before || first <= last || input.is_tight() && !opened(input) {
        return fail();
    }
    Ok((rest, said(Day::Year(1 - first.cast_signed()))))
}

/// `start-figures := figure "/" figure`, before `link figure "/" figure ("/" | ",") year`: *5/1-5/7, 2020*.
fn start_figures(input: Input<'_>) -> Parsed<'_, Said> {
    let figure = |input| digits(1..=2, 1..=31).parse(input);
    let slash = |input| tight(mark('/')).parse(input);
    let pair = |input| (figure, preceded(slash, tight(figure))).parse(input);
    let (rest, (first, second)) = pair(input)?;
    let (after, ()) = link(rest)?;
    let (after, _) = pair(after)?;
    let (_, year) = preceded(alt((slash, mark(','))), digits(4..=4, 1900..=2199)).parse(after)?;
    let Some(name) =
        super::numeric::month_and_day(first, second).filter(|_| !input.is_tight() || opened(input))
    else {
        return fail();
    };
    Ok((rest, said(Day::Named(name, Which::In(Box::new(Day::Year(year.cast_signed())))))))
}

/// Whether a bracket or a quotation mark stands before.
fn opened(input: Input<'_>) -> bool {
    input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('(' | '"' | '“' | '[')))
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
        let (rest, clock) = super::clock::clock(input, true).or_else(|_| hours::last_military(input))?;
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
    let has_month = super::date::dated(input).is_ok()
        || super::numeric::numeric_day(input).is_ok()
        || full_month(input).is_ok();
    if has_month {
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
