//! Dates and times as pages write them: always with a year.

mod address;
mod clock;
mod day;
mod order;
mod scan;

pub(crate) use address::from_address;
pub(crate) use clock::find_clock;
pub(crate) use order::Order;

use clock::{Clock, clock};
use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;
use day::{Day, date, in_order};
use scan::{byte, digits, digits_up_to, gap, word};

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

#[cfg(test)]
mod tests {
    use super::day::month_of;
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
        for line in include_str!("../../../data/months.tsv").lines() {
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
