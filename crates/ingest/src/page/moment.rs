//! Dates and times as pages write them: always with a year.

use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Abbreviations of zones and their minutes east of Greenwich.
const CLOCKS: &str = include_str!("../../data/clocks.tsv");

/// Names of months, in lower case, and their numbers.
static MONTHS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let rows = include_str!("../../data/months.tsv").lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, month)| Some((name, month.parse().ok()?))).collect()
});

/// Which of two numbers is the day where both may be the month: `3/5/2024`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the United States.
    #[default]
    MonthFirst,
    /// As nearly everywhere else.
    DayFirst,
}

impl Order {
    /// The order of a page in a language, as a tag, at an address: English has the month first unless the tag or
    /// the address names another country than the United States.
    pub(crate) fn of(language: Option<&str>, address: Option<&str>) -> Self {
        let mut parts = language.unwrap_or_default().split(['-', '_']);
        let english = parts.next().is_none_or(|part| part.is_empty() || part.eq_ignore_ascii_case("en"));
        let abroad = parts.next().is_some_and(|part| !part.eq_ignore_ascii_case("us") && part.len() == 2);
        let host = address.and_then(|address| address.split("//").nth(1)?.split(['/', ':', '?']).next());
        let of_country = host.and_then(|host| host.rsplit('.').next()).is_some_and(|end| {
            end.len() == 2 && !["us", "tv", "co", "io", "me", "fm", "ai", "ly"].contains(&end)
        });
        if !english || abroad || of_country { Self::DayFirst } else { Self::MonthFirst }
    }
}

/// A moment of publication as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub civil: Civil,
    pub precision: Precision,
    /// Minutes east of Greenwich.
    pub offset: Option<i32>,
    /// Where in the text it stands.
    pub span: Span,
}

/// Reads a value that the markup gives: a date and time in any of the common forms, or seconds since 1970.
pub(crate) fn read_moment(value: &str, order: Order) -> Option<Moment> {
    find_ordered(value, order).or_else(|| epoch(value))
}

/// The first date with a year in a text, and the time beside it.
pub(crate) fn find_moment(text: &str) -> Option<Moment> {
    find_ordered(text, Order::MonthFirst)
}

/// As [`find_moment`], with the order that numbers have on the page.
pub(crate) fn find_ordered(text: &str, order: Order) -> Option<Moment> {
    find(text, |at| date(text, at, order))
}

/// A date with a year of two digits, `03.05.09`: too like other numbers to be sought where nothing else says that
/// a date stands there.
pub(crate) fn find_short(text: &str, order: Order) -> Option<Moment> {
    find(text, |at| {
        let (first, next) = digits_up_to(text, at, 2)?;
        let mark = byte(text, next).filter(|mark| matches!(mark, b'/' | b'.' | b'-'))?;
        let (second, next) = digits_up_to(text, next + 1, 2)?;
        (byte(text, next) == Some(mark)).then_some(())?;
        let (year, end) = digits(text, next + 1, 2)?;
        let open = !matches!(byte(text, end), Some(b'0'..=b'9' | b':' | b'/'));
        let year = if year < 70 { 2000 + year } else { 1900 + year };
        open.then_some(Day { civil: in_order(year, first, second, mark, order)?, end })
    })
}

fn find(text: &str, date: impl Fn(usize) -> Option<Day>) -> Option<Moment> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let opens = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let after = at.checked_sub(1).and_then(|before| bytes.get(before));
        // A label may be parted from the date by style alone: `EditorMay 1, 2024`.
        let glued = || bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        let starts = opens && (!after.is_some_and(u8::is_ascii_alphanumeric) || glued());
        if starts && let Some(date) = date(at) {
            return Some(with_time(text, at, date));
        }
        at += 1;
    }
    None
}

/// The first time of day in a text, its zone included.
pub(crate) fn find_clock(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(|&at| {
        let digit = bytes.get(at).is_some_and(u8::is_ascii_digit);
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        digit && !before.is_some_and(|before| before.is_ascii_alphanumeric() || matches!(before, b':' | b'.'))
    });
    starts.filter_map(|at| Some(Span::new(at, clock(text, at)?.end))).next()
}

/// The day in an address: `/2024/05/01/`, `/2024/may/01/`, `-20240501`.
pub(crate) fn from_address(address: &str) -> Option<Moment> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let segments = path.split(['/', '-', '_', '.']).peekable();
    let mut from = Vec::new();
    let mut offset = 0;
    for segment in segments {
        from.push((offset, segment));
        offset += segment.len() + 1;
    }
    let civil = |year: &str, month: &str, day: &str| {
        let year = number(year).filter(|_| year.len() == 4)?;
        let month = number(month).filter(|_| month.len() <= 2).or_else(|| month_of(month))?;
        let day = number(day).filter(|_| day.len() <= 2 && !day.is_empty())?;
        real(year, month, day)
    };
    for run in from.windows(3) {
        if let [(start, year), (_, month), (last, day)] = run
            && let Some(civil) = civil(year, month, day)
        {
            let span = Span::new(*start, last + day.len());
            return Some(Moment { civil, precision: Precision::Day, offset: None, span });
        }
    }
    from.iter().find_map(|&(start, segment)| {
        let digits = segment.len() == 8 && segment.bytes().all(|byte| byte.is_ascii_digit());
        let civil =
            digits.then(|| civil(segment.get(..4)?, segment.get(4..6)?, segment.get(6..)?)).flatten()?;
        Some(Moment { civil, precision: Precision::Day, offset: None, span: Span::new(start, start + 8) })
    })
}

fn epoch(value: &str) -> Option<Moment> {
    let digits = value.trim();
    let seconds: i64 = match (digits.len(), digits.parse::<i64>().ok()?) {
        (10, seconds) => seconds,
        (13, milliseconds) => milliseconds / 1000,
        _ => return None,
    };
    let civil = Civil::date(1970, 1, 1)?.plus_seconds(seconds)?;
    let span = Span::new(0, value.len()).trimmed(value);
    Some(Moment { civil, precision: Precision::Second, offset: Some(0), span })
}

/// A day and where its words end.
struct Day {
    civil: Civil,
    end: usize,
}

/// The date that begins at an offset, in any of its forms.
fn date(text: &str, at: usize, order: Order) -> Option<Day> {
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
fn in_order(year: u32, first: u32, second: u32, mark: u8, order: Order) -> Option<Civil> {
    let day_first = mark == b'.' || first > 12 || (order == Order::DayFirst && second <= 12);
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    real(year, month, day)
}

/// Adds the time that follows the date, or stands right before it.
fn with_time(text: &str, start: usize, day: Day) -> Moment {
    let plain =
        Moment { civil: day.civil, precision: Precision::Day, offset: None, span: Span::new(start, day.end) };
    let timed = |clock: Clock, span: Span| {
        let civil = day.civil;
        let moment =
            Civil::new(civil.year(), civil.month(), civil.day(), clock.hour, clock.minute, clock.second)?;
        let precision = if clock.exact { Precision::Second } else { Precision::Minute };
        Some(Moment { civil: moment, precision, offset: clock.offset, span })
    };
    let mut next = day.end;
    if byte(text, next).is_some_and(|mark| matches!(mark, b'T' | b't')) {
        next += 1;
    } else {
        next = gap(text, next, b" ,|-\xE2\x80\x93\x94\xC2\xB7\xA2@/(");
        if let Some((word, after)) = word(text, next)
            && (word == "at" || word == "At")
        {
            next = gap(text, after, b" ");
        }
    }
    let after = clock(text, next).and_then(|clock| timed(clock, Span::new(start, clock.end)));
    let before = || {
        // `09:40 GMT, 1 May 2024`: the nearest clock that ends where the date begins, a weekday between them.
        let head = text.get(..start)?;
        let from = head.char_indices().rev().nth(28).map_or(0, |(at, _)| at);
        (from..start).filter(|&at| text.is_char_boundary(at)).find_map(|at| {
            let opens = byte(text, at)?.is_ascii_digit()
                && !at
                    .checked_sub(1)
                    .and_then(|at| byte(text, at))
                    .is_some_and(|before| before.is_ascii_alphanumeric() || before == b':');
            let clock = opens.then(|| clock(text, at)).flatten()?;
            let between = text.get(clock.end..start)?;
            let near = between.len() <= 16 && !between.bytes().any(|byte| byte.is_ascii_digit());
            near.then(|| timed(clock, Span::new(at, day.end))).flatten()
        })
    };
    after.or_else(before).unwrap_or(plain)
}

#[derive(Clone, Copy)]
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    exact: bool,
    offset: Option<i32>,
    end: usize,
}

/// `09:40`, `9.40 pm`, `09:40:12.5+02:00`, `0940GMT`, `9 a.m. ET`.
fn clock(text: &str, at: usize) -> Option<Clock> {
    let (hour, next) = digits_up_to(text, at, 2)?;
    let parted = matches!(byte(text, next), Some(b':' | b'.')) && digits(text, next + 1, 2).is_some();
    let (minute, mut end) = if parted { digits(text, next + 1, 2)? } else { (0, next) };
    let (minute, joined) = match (parted, digits(text, next, 2)) {
        (false, Some((minute, after))) if next == at + 2 => {
            end = after;
            (minute, true)
        }
        _ => (minute, false),
    };
    let mut second = 0;
    let mut exact = false;
    if parted
        && byte(text, end) == Some(b':')
        && let Some((value, after)) = digits(text, end + 1, 2)
    {
        (second, end, exact) = (value, after, true);
        if byte(text, end) == Some(b'.') {
            end += 1 + text.get(end + 1..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
        }
    }
    let mut hour = hour;
    let mut half = false;
    if let Some((afternoon, after)) = half_of_day(text, gap(text, end, b" \xC2\xA0")) {
        (hour, end, half) = (hour % 12 + if afternoon { 12 } else { 0 }, after, true);
    }
    let (offset, after) = zone(text, end);
    let told = parted || half || joined && offset.is_some();
    if !told {
        return None;
    }
    (hour < 24 && minute < 60 && second < 60).then_some(Clock {
        hour,
        minute,
        second,
        exact,
        offset,
        end: after,
    })
}

/// `am`, `p.m.`: whether it is the afternoon.
fn half_of_day(text: &str, at: usize) -> Option<(bool, usize)> {
    let letter = byte(text, at)?.to_ascii_lowercase();
    let afternoon = match letter {
        b'a' => false,
        b'p' => true,
        _ => return None,
    };
    let next = gap(text, at + 1, b".");
    (byte(text, next)?.eq_ignore_ascii_case(&b'm')).then_some(())?;
    let end = if next > at + 1 { gap(text, next + 1, b".") } else { next + 1 };
    (!byte(text, end).is_some_and(|byte| byte.is_ascii_alphanumeric())).then_some((afternoon, end))
}

/// `Z`, `+02:00`, `-0400`, ` GMT`, ` (CEST)`; where there is none it ends where it began.
fn zone(text: &str, at: usize) -> (Option<i32>, usize) {
    let next = gap(text, at, b" (");
    if let Some(sign @ (b'+' | b'-')) = byte(text, next)
        && let Some((hours, after)) = digits(text, next + 1, 2)
    {
        let after = gap(text, after, b":");
        let (minutes, end) = digits(text, after, 2).unwrap_or((0, after));
        if hours <= 14 && minutes < 60 {
            let total = i32::try_from(hours * 60 + minutes).unwrap_or(0);
            return (Some(if sign == b'-' { -total } else { total }), end);
        }
    }
    if let Some((word, end)) = word(text, next) {
        let row = CLOCKS.lines().filter_map(|line| line.split_once('\t')).find(|(name, _)| *name == word);
        if let Some(minutes) = row.and_then(|(_, minutes)| minutes.parse().ok()) {
            // `GMT+2` is two hours ahead of it.
            let (more, after) = if minutes == 0 && matches!(byte(text, end), Some(b'+' | b'-')) {
                zone(text, end)
            } else {
                (None, end)
            };
            return (Some(more.unwrap_or(minutes)), after);
        }
    }
    (None, at)
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// Exactly `count` digits and no more.
fn digits(text: &str, at: usize, count: usize) -> Option<(u32, usize)> {
    let value = number(text.get(at..at + count)?)?;
    (count < 4
        || !byte(text, at + count).is_some_and(|next| next.is_ascii_digit())
        || byte(text, at + 8).is_none_or(|next| !next.is_ascii_digit()))
    .then_some((value, at + count))
}

/// One to `most` digits that no other follows.
fn digits_up_to(text: &str, at: usize, most: usize) -> Option<(u32, usize)> {
    let count = text.get(at..)?.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((number(text.get(at..at + count)?)?, at + count))
}

fn word(text: &str, at: usize) -> Option<(&str, usize)> {
    let length = text.get(at..)?.bytes().take_while(u8::is_ascii_alphabetic).count();
    (length > 0).then_some((text.get(at..at + length)?, at + length))
}

/// Past any of the bytes given, to a character's boundary.
fn gap(text: &str, at: usize, skipped: &[u8]) -> usize {
    let length = text
        .as_bytes()
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take(12)
        .take_while(|byte| skipped.contains(byte))
        .count();
    let end = at + length;
    if text.is_char_boundary(end) { end } else { at }
}

/// A word in any script.
fn letters(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    (length > 0).then_some((text.get(at..at + length)?, at + length))
}

fn ordinal(text: &str, at: usize) -> usize {
    match letters(text, at) {
        Some(("st" | "nd" | "rd" | "th" | "er" | "º", end)) => end,
        _ => at,
    }
}

/// The month of a name or its abbreviation.
fn month_of(name: &str) -> Option<u32> {
    // The longest name has thirteen letters, of two bytes each in some scripts.
    if name.len() > 26 {
        return None;
    }
    MONTHS.get(name.to_lowercase().as_str()).copied()
}

/// A day on which a page may have been published.
fn real(year: u32, month: u32, day: u32) -> Option<Civil> {
    (1980..=2100).contains(&year).then(|| Civil::date(i32::try_from(year).ok()?, month, day)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_that_pages_use() {
        let cases = [
            ("2024-05-01T09:40:05+05:30", "2024-05-01T09:40:05", Some(330)),
            ("2024-05-01T09:40:05.123Z", "2024-05-01T09:40:05", Some(0)),
            ("2024-05-01T09:40:05-0400", "2024-05-01T09:40:05", Some(-240)),
            ("2024-05-01 09:40", "2024-05-01T09:40:00", None),
            ("2024-05-01", "2024-05-01T00:00:00", None),
            ("20240501T094005Z", "2024-05-01T00:00:00", None),
            ("20240501", "2024-05-01T00:00:00", None),
            ("Wed, 01 May 2024 09:40:05 GMT", "2024-05-01T09:40:05", Some(0)),
            ("Updated - May 1, 2024 05:55 pm IST", "2024-05-01T17:55:00", Some(330)),
            ("May 1st, 2024 at 9 a.m. EST", "2024-05-01T09:00:00", Some(-300)),
            ("05/01/2024 18:05 (CEST)", "2024-05-01T18:05:00", Some(120)),
            ("31/12/2024", "2024-12-31T00:00:00", None),
            ("01.05.2024 | 7.05 Uhr", "2024-05-01T07:05:00", None),
            ("Published 10:05 AM EST, Wed May 1, 2024", "2024-05-01T10:05:00", Some(-300)),
            ("Ada Moe, EditorMay 1, 2024, 9:40 AM", "2024-05-01T09:40:00", None),
            ("12-May-2024 0940GMT", "2024-05-12T09:40:00", Some(0)),
            ("1714556405", "2024-05-01T09:40:05", Some(0)),
            ("1714556405000", "2024-05-01T09:40:05", Some(0)),
        ];
        for (text, value, offset) in cases {
            let moment = read_moment(text, Order::MonthFirst).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((moment.civil.to_string().as_str(), moment.offset), (value, offset), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "2022-02-112023-05-01",
            "",
            "yesterday",
            "May 2024",
            "2024",
            "2024-13-45",
            "phone 555-0142",
            "1/2/3",
        ] {
            assert_eq!(read_moment(text, Order::MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn months_have_names_in_other_languages() {
        let cases = [
            "1. Mai 2024",
            "Mittwoch, 1. Mai 2024",
            "1er mai 2024",
            "1 de mayo de 2024",
            "1 maggio 2024",
            "1º de maio de 2024",
            "1 maja 2024",
            "2024. május 1.",
            "1 Mayıs 2024",
            "1 мая 2024 г.",
            "2024年5月1日",
            "2024년 5월 1일",
            "1. 5. 2024",
            "mai 1st, 2024",
        ];
        for text in cases {
            let moment = find_moment(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(moment.civil.to_string(), "2024-05-01T00:00:00", "{text}");
        }
    }

    #[test]
    fn every_month_has_a_number() {
        for line in include_str!("../../data/months.tsv").lines() {
            let (name, _) = line.split_once('\t').unwrap();
            assert_eq!(name, name.to_lowercase());
            assert!((1..=12).contains(&month_of(name).unwrap()), "{line}");
        }
    }

    #[test]
    fn numbers_stand_in_the_order_of_the_country() {
        let day = |language, address| {
            let order = Order::of(language, address);
            find_ordered("3/5/2024", order).map(|moment| moment.civil.to_string())
        };
        let (may, march) = (Some("2024-05-03T00:00:00".to_owned()), Some("2024-03-05T00:00:00".to_owned()));
        assert_eq!(day(None, None), march);
        assert_eq!(day(Some("en-US"), Some("https://a.example/b")), march);
        assert_eq!(day(Some("en"), Some("https://a.example.uk/b")), may);
        assert_eq!(day(Some("en-GB"), None), may);
        assert_eq!(day(Some("fr"), None), may);
    }

    #[test]
    fn short_years_are_read_where_asked_for() {
        let day = |text| find_short(text, Order::DayFirst).map(|moment| moment.civil.to_string());
        assert_eq!(day("03.05.09"), Some("2009-05-03T00:00:00".to_owned()));
        assert_eq!(day("03.05.99, 12:30"), Some("1999-05-03T12:30:00".to_owned()));
        assert_eq!(day("1.2.345"), None);
        assert_eq!(find_moment("03.05.09"), None);
    }

    #[test]
    fn addresses_hold_days() {
        let day = |address| from_address(address).map(|moment| moment.civil.to_string());
        assert_eq!(day("https://a.example/news/2024/05/01/bridge"), Some("2024-05-01T00:00:00".to_owned()));
        assert_eq!(day("https://a.example/2024/may/1/bridge"), Some("2024-05-01T00:00:00".to_owned()));
        assert_eq!(day("https://a.example/bridge-20240501.html"), Some("2024-05-01T00:00:00".to_owned()));
        assert_eq!(day("https://a.example/id/20245551"), None);
    }

    proptest! {
        #[test]
        fn anything_is_read_without_a_panic(text in "\\PC{0,40}") {
            if let Some(moment) = find_moment(&text) {
                prop_assert!(moment.span.get(&text).is_some());
            }
        }

        #[test]
        fn near_dates_too(text in "[0-9]{1,4}[-/. ][0-9A-Za-zé]{1,4}[-/., ]{1,2}[0-9]{1,4}[ T|–,]{0,3}[0-9:.]{0,9} ?[apmAPMZGé+-]{0,4}") {
            if let Some(moment) = find_moment(&text) {
                prop_assert!(moment.span.get(&text).is_some());
            }
            let _ = from_address(&text);
            for order in [Order::MonthFirst, Order::DayFirst] {
                for moment in find_short(&text, order).into_iter().chain(find_ordered(&text, order)) {
                    prop_assert!(moment.span.get(&text).is_some());
                }
            }
        }
    }
}
