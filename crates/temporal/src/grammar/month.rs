//! Months by name, alone or with a year.

use super::date::{is_day_of, year};
use super::input::{Input, Parsed, apostrophe, dash, digits, fail, mark, same_line, sense, tight, word};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::{Day, Name, Which};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `month-name := month | month-short ["."]`; *may*, *march* and *august* in capitals.
pub(crate) fn month_name(input: Input<'_>) -> Parsed<'_, u32> {
    alt((full_month, short_month)).parse(input)
}

/// `full-month := "January" | …`
pub(crate) fn full_month(input: Input<'_>) -> Parsed<'_, u32> {
    sense(|sense| match sense {
        Sense::Month(month) => Some(month),
        _ => None,
    })
    .parse(input)
}

fn short_month(input: Input<'_>) -> Parsed<'_, u32> {
    terminated(
        sense(|sense| match sense {
            Sense::MonthShort(month) => Some(month),
            _ => None,
        }),
        opt(tight(mark('.'))),
    )
    .parse(input)
}

/// `year-month := year4 month-name`, alone in its line: `2024 Aug`.
pub(crate) fn year_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = digits(4..=4, 1900..=2199).parse(input)?;
    let (rest, month) = same_line(month_name).parse(rest)?;
    if !input.opens_line() || !rest.ends_line() {
        return fail();
    }
    Ok((rest, Day::Named(Name::Month(month), Which::In(Box::new(Day::Year(year.cast_signed()))))))
}

/// `month-of := month-name [","] ["of"] year | month`, the bare month where nothing says that it is a verb.
pub(crate) fn month_of(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, month) = month_name(input)?;
    let mut of = preceded(opt(alt((mark(','), word("of"), word("in"), tight(dash), tight(mark('/'))))), year);
    if let Ok((rest, year)) = of.parse(rest) {
        return Ok((rest, Day::Named(Name::Month(month), Which::In(Box::new(year)))));
    }
    let (rest, month) = match full_month(input) {
        Ok(found) => found,
        Err(_) if is_bare_short_month(input) => short_month(input)?,
        Err(error) => return Err(error),
    };
    if is_impossible_day(rest, month) {
        return fail();
    }
    if is_bare_month(input, rest) {
        Ok((rest, Day::Named(Name::Month(month), Which::Nearest)))
    } else {
        fail()
    }
}

/// A short form alone, in capitals and after a preposition: *in Jan*.
fn is_bare_short_month(input: Input<'_>) -> bool {
    let after = input.advanced();
    let capital = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_uppercase()))
    };
    let prepared = input.follows(&["in", "since", "until", "till", "through", "after", "before", "from"]);
    let small = input.follows(&["in"]) && !input.is_word("mar");
    prepared && (small || capital(input.next())) && !capital(after.next())
}

/// Whether a day follows that the month does not have: *June 31, 2031*.
fn is_impossible_day(rest: Input<'_>, month: u32) -> bool {
    let year = |input| preceded(opt(mark(',')), digits(4..=4, 1000..=2199)).parse(input);
    match digits(2..=2, 30..=31).parse(rest) {
        Ok((after, day)) => !is_day_of(month, day) && year(after).is_ok(),
        Err(_) => {
            let first = digits(1..=2, 1..=31).parse(rest);
            first.is_ok_and(|(after, _)| ends_impossibly(after, month))
        }
    }
}

/// Whether a stretch of days ends on one that the month of that year does not have: *June 10 - 31, 2022*.
pub(super) fn ends_impossibly(rest: Input<'_>, month: u32) -> bool {
    let end = (preceded(dash, digits(2..=2, 29..=31)), preceded(opt(mark(',')), digits(4..=4, 1000..=2199)));
    let mut end = end;
    end.parse(rest).is_ok_and(|(_, (day, year))| {
        chrono::NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_none()
    })
}

/// Whether a month's name stands for the month: *May*, *March* and *August* are other words too.
fn is_bare_month(input: Input<'_>, rest: Input<'_>) -> bool {
    let name = input.next().map_or("", |lexeme| input.of(lexeme));
    let lower = name.starts_with(|c: char| c.is_lowercase());
    let ambiguous =
        ["may", "march", "august", "june", "april"].iter().position(|word| name.eq_ignore_ascii_case(word));
    let Some(rank) = ambiguous else { return true };
    // A line of its own; *the first week of may*.
    let is_part_of = input.follows(&["of"])
        && input.before_last().is_some_and(|lexeme| {
            ["week", "weekend", "beginning", "start", "middle", "end", "rest"].contains(&input.of(lexeme))
        });
    // *in may*, at the end of a clause, where no verb stands.
    let ends = input.follows(&["in", "since", "until"]) && super::offset::ends_clause(rest);
    if is_part_of || ends || !lower && input.opens_line() && rest.ends_line() {
        return true;
    }
    let after_preposition = input.follows_sense(Sense::BeforeBareMonth);
    match rank {
        // A first name, unless something says that it is a month.
        3 | 4 => {
            let name_follows = rest.next().is_some_and(|lexeme| {
                lexeme.kind == Kind::Word && rest.of(lexeme).starts_with(|c: char| c.is_uppercase())
            });
            lower || after_preposition || !name_follows && apostrophe(rest).is_err()
        }
        _ => {
            let ends = rest.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark(',' | ')' | ';')));
            !lower && (after_preposition || ends && !input.opens_line())
        }
    }
}
