//! Where the parts of a stamp run together, as text copied from a page does: `By A. WriterDec 20, 20319:45 AM`.

use super::opens_with_day;

/// The line in pieces, cut where its parts run together.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = line.as_bytes();
    let cut = |at: &usize| {
        let behind = line.get(*at..).unwrap_or_default();
        ends_figure(bytes, *at)
            || ends_year(bytes, *at)
            || ends_zone(bytes, *at)
            || ends_at(bytes, *at)
            || ends_name(bytes, *at, behind)
    };
    let mut cuts: Vec<usize> = (1..bytes.len()).filter(cut).collect();
    cuts.insert(0, 0);
    cuts.push(line.len());
    let ends: Vec<(usize, usize)> =
        cuts.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    ends.into_iter().filter_map(move |(from, to)| Some((from, line.get(from..to)?)))
}

/// `16:48Modified: …`: a label behind a time.
fn ends_figure(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at.saturating_sub(1)..at + 2), Some([a, b, c])
        if a.is_ascii_digit() && b.is_ascii_uppercase() && c.is_ascii_lowercase())
}

/// `Dec 22, 20231:17 AM`, `Dec 22, 2023,01:17am`, `Dec 22, 2023/1:17 a.m.`: an hour behind a year; `Dec 22, 20232 Shares`,
/// `22 December 202323 December 2023`: another figure.
fn ends_year(bytes: &[u8], at: usize) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let colon = |at: usize| bytes.get(at) == Some(&b':');
    let hour = digit(at) && (colon(at + 1) || digit(at + 1) && colon(at + 2));
    let marked = matches!(bytes.get(at - 1), Some(b',' | b'/'));
    let end = at - usize::from(marked);
    let year = |start: usize| {
        matches!(bytes.get(start..end), Some([b'1', b'9', c, d] | [b'2', b'0', c, d])
            if c.is_ascii_digit() && d.is_ascii_digit())
            && !start.checked_sub(1).is_some_and(digit)
    };
    let dated = |start: usize| {
        let before = start.checked_sub(2).and_then(|from| bytes.get(from..start));
        before.is_some_and(|pair| matches!(pair, [b',' | b'a'..=b'z', b' ']))
    };
    end.checked_sub(4).is_some_and(|start| year(start) && (hour || !marked && digit(at) && dated(start)))
}

/// `at2:56 pm`: an hour behind its preposition.
fn ends_at(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(3).and_then(|start| bytes.get(start..at));
    before.is_some_and(|word| word.eq_ignore_ascii_case(b" at"))
        && bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// `4:46 AM ESTUpdated`: a label behind a zone.
fn ends_zone(bytes: &[u8], at: usize) -> bool {
    at >= 2
        && matches!(bytes.get(at - 2..at + 2), Some([a, b, c, d])
            if [a, b, c].iter().all(|byte| byte.is_ascii_uppercase()) && d.is_ascii_lowercase())
}

/// `By A. WriterDec 20, 2023`: a date behind a name.
fn ends_name(bytes: &[u8], at: usize, behind: &str) -> bool {
    let letter = at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_alphabetic);
    letter && bytes.get(at).is_some_and(u8::is_ascii_uppercase) && opens_with_date(behind)
}

/// `Dec 20, 2023`, `December 20`: whether a text begins with a month and a figure.
pub(crate) fn opens_with_date(text: &str) -> bool {
    let month = text.get(..text.find(|c: char| !c.is_alphabetic()).unwrap_or(0)).unwrap_or_default();
    let behind = text.get(month.len()..).unwrap_or_default().trim_start_matches(['.', ' ']);
    month.len() >= 3 && opens_with_day(month) && behind.starts_with(|c: char| c.is_ascii_digit())
}
