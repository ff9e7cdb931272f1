//! Days with a year, in the forms of many languages.

use super::Order;
use super::scan::{byte, digits, digits_up_to, gap, letters, ordinal};
use corroborate_temporal::Civil;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names of months, in lower case, and their numbers.
static MONTHS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let rows = include_str!("../../../data/months.tsv").lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, month)| Some((name, month.parse().ok()?))).collect()
});

/// A day and where its words end.
pub(super) struct Day {
    pub civil: Civil,
    pub end: usize,
}

/// The date that begins at an offset, in any of its forms.
pub(super) fn date(text: &str, at: usize, order: Order) -> Option<Day> {
    if !byte(text, at)?.is_ascii_digit() {
        return month_first(text, at);
    }
    iso(text, at)
        .or_else(|| compact(text, at))
        .or_else(|| year_first(text, at))
        .or_else(|| day_first(text, at))
        .or_else(|| numeric(text, at, order))
}

/// `2024-05-01`, `2024/5/1`.
fn iso(text: &str, at: usize) -> Option<Day> {
    let (year, next) = digits(text, at, 4)?;
    let mark = byte(text, next).filter(|mark| matches!(mark, b'-' | b'/' | b'.'))?;
    let (month, next) = digits_up_to(text, next + 1, 2)?;
    (byte(text, next) == Some(mark)).then_some(())?;
    let (day, end) = digits_up_to(text, next + 1, 2)?;
    // Two dates run together are none.
    let open = !byte(text, end).is_some_and(|next| next.is_ascii_digit());
    open.then_some(Day { civil: real(year, month, day)?, end })
}

/// `2024. május 1.`, `2024年5月1日`, `2024년 5월 1일`.
fn year_first(text: &str, at: usize) -> Option<Day> {
    let (year, next) = digits(text, at, 4)?;
    let sign = |at: usize, signs: [char; 2]| {
        let letter = text.get(at..)?.chars().next()?;
        signs.contains(&letter).then_some(gap(text, at + letter.len_utf8(), b" "))
    };
    if let Some(next) = sign(next, ['年', '년']) {
        let (month, next) = digits_up_to(text, next, 2)?;
        let (day, end) = digits_up_to(text, sign(next, ['月', '월'])?, 2)?;
        sign(end, ['日', '일'])?;
        let end = end + '日'.len_utf8();
        return Some(Day { civil: real(year, month, day)?, end });
    }
    let (name, next) = letters(text, gap(text, next, b" ."))?;
    let month = month_of(name)?;
    let (day, end) = digits_up_to(text, gap(text, next, b" "), 2)?;
    let open = !byte(text, end).is_some_and(|next| next.is_ascii_digit() || next == b':');
    open.then_some(Day { civil: real(year, month, day)?, end })
}

/// `20240501`, alone or before `T`.
fn compact(text: &str, at: usize) -> Option<Day> {
    let run = text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
    if run != 8 {
        return None;
    }
    let (year, next) = digits(text, at, 4)?;
    let (month, next) = digits(text, next, 2)?;
    let (day, end) = digits(text, next, 2)?;
    Some(Day { civil: real(year, month, day)?, end })
}

/// `May 1, 2024`, `May 1st 2024`.
fn month_first(text: &str, at: usize) -> Option<Day> {
    let (name, next) = letters(text, at)?;
    let (day, next) = digits_up_to(text, gap(text, next, b" ."), 2)?;
    let next = ordinal(text, next);
    let (year, end) = digits(text, gap(text, next, b" ,."), 4)?;
    let month = month_of(name)?;
    Some(Day { civil: real(year, month, day)?, end })
}

/// `1 May 2024`, `1st of May, 2024`, `01-May-2024`, `1. Mai 2024`, `1 de mayo de 2024`.
fn day_first(text: &str, at: usize) -> Option<Day> {
    let (day, next) = digits_up_to(text, at, 2)?;
    let next = gap(text, ordinal(text, next), b" .-,/");
    let (name, after) = past_of(text, next)?;
    let month = month_of(name)?;
    let next = gap(text, after, b" ,.-/");
    let next = match letters(text, next) {
        Some(("de" | "del" | "di" | "of", after)) => gap(text, after, b" "),
        _ => next,
    };
    let (year, end) = digits(text, next, 4)?;
    Some(Day { civil: real(year, month, day)?, end })
}

/// The word at an offset, or the one after where it is `of`.
fn past_of(text: &str, at: usize) -> Option<(&str, usize)> {
    let (first, after) = letters(text, at)?;
    if matches!(first, "of" | "de" | "di" | "d") {
        return letters(text, gap(text, after, b" '"));
    }
    Some((first, after))
}

/// `5/1/2024`, `01.05.2024`.
fn numeric(text: &str, at: usize, order: Order) -> Option<Day> {
    let (first, next) = digits_up_to(text, at, 2)?;
    let mark = byte(text, next).filter(|mark| matches!(mark, b'/' | b'.' | b'-'))?;
    let blank = gap(text, next + 1, b" ");
    let (second, next) = digits_up_to(text, if mark == b'.' { blank } else { next + 1 }, 2)?;
    (byte(text, next) == Some(mark)).then_some(())?;
    let blank = gap(text, next + 1, b" ");
    let (year, end) = digits(text, if mark == b'.' { blank } else { next + 1 }, 4)?;
    Some(Day { civil: in_order(year, first, second, mark, order)?, end })
}

/// With points the day stands first; else as the page has it, unless that cannot be.
pub(super) fn in_order(year: u32, first: u32, second: u32, mark: u8, order: Order) -> Option<Civil> {
    let day_first = mark == b'.' || first > 12 || (order == Order::DayFirst && second <= 12);
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    real(year, month, day)
}

/// The month of a name or its abbreviation.
pub(super) fn month_of(name: &str) -> Option<u32> {
    // The longest name has thirteen letters, of two bytes each in some scripts.
    if name.len() > 26 {
        return None;
    }
    MONTHS.get(name.to_lowercase().as_str()).copied()
}

/// A day on which a page may have been published.
pub(super) fn real(year: u32, month: u32, day: u32) -> Option<Civil> {
    (1980..=2100).contains(&year).then(|| Civil::date(i32::try_from(year).ok()?, month, day)).flatten()
}
