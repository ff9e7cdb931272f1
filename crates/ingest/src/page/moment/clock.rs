//! Times of day as pages write them, with their zones.

use super::scan::{byte, digits, digits_up_to, gap, word};
use corroborate_text::Span;

/// Abbreviations of zones and their minutes east of Greenwich.
const CLOCKS: &str = include_str!("../../../data/clocks.tsv");

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

/// A time of day.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    /// Whether seconds are given.
    pub exact: bool,
    /// Minutes east of Greenwich.
    pub offset: Option<i32>,
    /// Where its words end.
    pub end: usize,
}

/// `09:40`, `9.40 pm`, `09:40:12.5+02:00`, `0940GMT`, `9 a.m. ET`.
pub(super) fn clock(text: &str, at: usize) -> Option<Clock> {
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
