//! Dates and times as pages write them: always with a year.

use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;

/// Abbreviations of zones and their minutes east of Greenwich.
const CLOCKS: &str = include_str!("../../data/clocks.tsv");

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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
pub(crate) fn read_moment(value: &str) -> Option<Moment> {
    find_moment(value).or_else(|| epoch(value))
}

/// The first date with a year in a text, and the time beside it.
pub(crate) fn find_moment(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)
            && !at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_alphanumeric);
        if starts && let Some(date) = date(text, at) {
            return Some(with_time(text, at, date));
        }
        at += 1;
    }
    None
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
fn date(text: &str, at: usize) -> Option<Day> {
    iso(text, at)
        .or_else(|| compact(text, at))
        .or_else(|| month_first(text, at))
        .or_else(|| day_first(text, at))
        .or_else(|| numeric(text, at))
}

/// `2024-05-01`, `2024/5/1`.
fn iso(text: &str, at: usize) -> Option<Day> {
    let (year, next) = digits(text, at, 4)?;
    let mark = byte(text, next).filter(|mark| matches!(mark, b'-' | b'/' | b'.'))?;
    let (month, next) = digits_up_to(text, next + 1, 2)?;
    (byte(text, next) == Some(mark)).then_some(())?;
    let (day, end) = digits_up_to(text, next + 1, 2)?;
    Some(Day { civil: real(year, month, day)?, end })
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
    let (word, next) = word(text, at)?;
    let month = month_of(word)?;
    let (day, next) = digits_up_to(text, gap(text, next, b" ."), 2)?;
    let next = ordinal(text, next);
    let (year, end) = digits(text, gap(text, next, b" ,."), 4)?;
    Some(Day { civil: real(year, month, day)?, end })
}

/// `1 May 2024`, `1st of May, 2024`, `01-May-2024`.
fn day_first(text: &str, at: usize) -> Option<Day> {
    let (day, next) = digits_up_to(text, at, 2)?;
    let next = gap(text, ordinal(text, next), b" .-,/");
    let (first, after) = word(text, next)?;
    let (name, after) = if first == "of" { word(text, gap(text, after, b" "))? } else { (first, after) };
    let month = month_of(name)?;
    let (year, end) = digits(text, gap(text, after, b" ,.-/"), 4)?;
    Some(Day { civil: real(year, month, day)?, end })
}

/// `5/1/2024`, `01.05.2024`: with points the day stands first; with strokes the month does, unless it cannot.
fn numeric(text: &str, at: usize) -> Option<Day> {
    let (first, next) = digits_up_to(text, at, 2)?;
    let mark = byte(text, next).filter(|mark| matches!(mark, b'/' | b'.' | b'-'))?;
    let (second, next) = digits_up_to(text, next + 1, 2)?;
    (byte(text, next) == Some(mark)).then_some(())?;
    let (year, end) = digits(text, next + 1, 4)?;
    let (month, day) = if mark == b'.' || first > 12 { (second, first) } else { (first, second) };
    Some(Day { civil: real(year, month, day)?, end })
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

fn ordinal(text: &str, at: usize) -> usize {
    match word(text, at) {
        Some(("st" | "nd" | "rd" | "th", end)) => end,
        _ => at,
    }
}

/// The month of a name or its abbreviation.
fn month_of(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = full.iter().position(|name| *name == lower).or_else(|| {
        let short = if lower == "sept" { "sep" } else { lower.as_str() };
        MONTHS.iter().position(|name| *name == short)
    })?;
    u32::try_from(place + 1).ok()
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
            ("12-May-2024 0940GMT", "2024-05-12T09:40:00", Some(0)),
            ("1714556405", "2024-05-01T09:40:05", Some(0)),
            ("1714556405000", "2024-05-01T09:40:05", Some(0)),
        ];
        for (text, value, offset) in cases {
            let moment = read_moment(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((moment.civil.to_string().as_str(), moment.offset), (value, offset), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "yesterday", "May 2024", "2024", "2024-13-45", "phone 555-0142", "1/2/3"] {
            assert_eq!(read_moment(text), None, "{text}");
        }
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
        }
    }
}
