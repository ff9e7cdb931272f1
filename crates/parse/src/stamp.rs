//! Lines that say when: publication lines, page calendars, stamps of live blogs.
//!
//! What a date or a time is, `corroborate-temporal` knows; here is only what stands around them on such lines.

mod glue;
mod group;
mod label;

use crate::person::{is_button, is_person};
use corroborate_temporal::{Civil, Precision, TimeExpression, TimexType, annotate};
use corroborate_text::Span;
pub(crate) use glue::opens_with_date;
use glue::pieces;
use group::group;
use label::{label, reading, separator};

/// What a moment is said to be the moment of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// `Published`, `Posted`.
    Published,
    /// `Updated`, `Last modified`.
    Modified,
}

/// One moment of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// What it is said to be.
    pub(crate) label: Option<Label>,
    /// Year, month and day.
    pub(crate) date: Option<(i32, u32, u32)>,
    /// Hour, minute and, where given, second.
    pub(crate) time: Option<(u32, u32, Option<u32>)>,
    /// Minutes east of Greenwich.
    pub(crate) offset: Option<i32>,
    /// The words.
    pub(crate) span: Span,
}

impl Moment {
    /// The moment on the wall clock, as finely as it is given.
    pub(crate) fn civil(&self) -> Option<(Civil, Precision)> {
        let (year, month, day) = self.date?;
        let (hour, minute, second) = self.time.unwrap_or((0, 0, None));
        let precision = match self.time {
            None => Precision::Day,
            Some((_, _, None)) => Precision::Minute,
            Some(_) => Precision::Second,
        };
        Some((Civil::new(year, month, day, hour, minute, second.unwrap_or(0))?, precision))
    }

    /// Reads the TIMEX value of an expression: `2031-03-04T18:30+01:00`, `XXXX-XX-XXT11:38`.
    fn of(expression: &TimeExpression) -> Self {
        let (day, clock) = match expression.value.split_once('T') {
            Some((day, clock)) => (day, Some(clock)),
            None => (expression.value.as_str(), None),
        };
        let mut parts = day.splitn(3, '-').map(|part| part.parse::<u32>().ok());
        let date = match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
            (Some(year), Some(month), Some(day)) => Some((year.cast_signed(), month, day)),
            _ => None,
        };
        let time = clock.and_then(|clock| {
            let field = |at: usize| clock.get(at..at + 2).and_then(|figures| figures.parse::<u32>().ok());
            let second = clock.get(5..6).filter(|mark| *mark == ":").and_then(|_| field(6));
            Some((field(0)?, field(3)?, second))
        });
        Self { label: None, date, time, offset: expression.offset, span: expression.span }
    }
}

/// What a line of dates and times holds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Stamp {
    /// The moments, in order.
    pub(crate) moments: Vec<Moment>,
    /// Whether it says what the moments are: `Published`, `Updated`.
    pub(crate) labelled: bool,
    /// Whether it only counts back from now: `2 hours ago`.
    pub(crate) relative: bool,
    /// Whether a day of the week is named.
    pub(crate) weekday: bool,
    /// What stands behind it on its line: who wrote the article, labels of buttons.
    pub(crate) tail: Option<Span>,
}

impl Stamp {
    /// Whether any moment has a calendar date.
    pub(crate) fn has_date(&self) -> bool {
        self.moments.iter().any(|moment| moment.date.is_some())
    }

    /// Whether any moment has a time of day.
    pub(crate) fn has_time(&self) -> bool {
        self.moments.iter().any(|moment| moment.time.is_some())
    }
}

/// Longest line that is read as a stamp, in bytes.
const LONGEST: usize = 200;

/// Reads a whole line as dates, times and the words that go with them; `at` is where the line starts.
///
/// ```text
/// stamp = { label | when | reading | separator } ;   with at least one date, time or `ago`
/// ```
pub(crate) fn stamp(line: &str, at: usize) -> Option<Stamp> {
    if is_age(line) {
        return Some(Stamp { relative: true, ..Stamp::default() });
    }
    // Cheap first: what opens such a line is a figure, a mark, or one of few words.
    let opens = match line.chars().next() {
        // What is said, or `(With reporting by …)`.
        Some('“' | '"' | '(' | '[' | '$' | '€' | '£') => separator(line).is_ok(),
        Some(c) if c.is_alphabetic() => label(line).is_ok() || opens_with_day(line) || opens_age(line),
        _ => true,
    };
    (opens && may_hold(line)).then(|| Clock::new(line)).and_then(|clock| clock.whole(0, at))
}

/// Reads the end of a line that is a stamp after other words: `By A. Writer | 14 June 2025`.
pub(crate) fn stamp_after(line: &str, at: usize) -> Option<(usize, Stamp)> {
    let clock = (may_hold(line) && may_date(line)).then(|| Clock::new(line)).filter(Clock::dates)?;
    let starts = line.char_indices().zip(line.chars().skip(1)).filter_map(|((offset, c), next)| {
        let mark = matches!(c, '|' | '•' | '·' | '–' | '—' | ',' | '-' | '/' | '(') || c.is_whitespace();
        let start = offset + c.len_utf8();
        // `By A. WriterDec 20, 2023`.
        let glued = next.is_uppercase()
            && c.is_alphabetic()
            && opens_with_date(line.get(start..).unwrap_or_default());
        (mark && !next.is_whitespace() || glued).then_some(start)
    });
    starts.take(24).find_map(|offset| {
        let found = clock.whole(offset, at)?;
        (found.has_date() || found.relative).then_some((offset, found))
    })
}

/// `3h`, `25 min`: how old an entry is.
fn is_age(line: &str) -> bool {
    let unit = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = line.len() - unit.len();
    (1..=2).contains(&figures) && matches!(unit.trim_start(), "h" | "hr" | "hrs" | "d" | "m" | "w")
}

fn may_hold(line: &str) -> bool {
    line.len() <= LONGEST
        && (line.bytes().any(|byte| byte.is_ascii_digit())
            || line.trim_end().ends_with("ago")
            || line.len() <= 40)
}

/// Whether a line may hold a calendar date or a time counted back from now: that takes two figures, one of the day and one
/// of the year, or one of three words.
fn may_date(line: &str) -> bool {
    let holds = |word: &str| {
        line.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
    };
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    digits >= LEAST_DIGITS || holds("ago") || holds("yesterday") || holds("just now")
}

/// Most words of a cell that numbers the copy.
const MARK: usize = 4;

/// Fewest digits of a calendar date: `5/3/31`.
const LEAST_DIGITS: usize = 4;

/// `Friday, …`, `Mar 4 …`: whether a line's first word may name a day or a month.
fn opens_with_day(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let known = |name: &str| {
        word.len() >= 3 && name.get(..3).zip(word.get(..3)).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
    };
    word.len() <= 9
        && [
            "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul",
            "aug", "sep", "oct", "nov", "dec", "yes", "tod", "jus", "abo",
        ]
        .into_iter()
        .any(known)
}

/// `An hour ago`: whether a line may begin with so long ago.
fn opens_age(line: &str) -> bool {
    matches!(line.split(' ').next(), Some("an" | "a" | "A" | "An")) && line.contains("ago")
}

/// A line and the temporal expressions in it.
struct Clock<'l> {
    line: &'l str,
    found: Vec<TimeExpression>,
}

impl<'l> Clock<'l> {
    fn new(line: &'l str) -> Self {
        Self { line, found: pieces(line).flat_map(|(from, piece)| found(piece, from)).collect() }
    }

    /// Whether any expression is a calendar date or counts back from now.
    fn dates(&self) -> bool {
        self.found.iter().any(|when| is_back(when.span.of(self.line)) || Moment::of(when).date.is_some())
            || self
                .line
                .match_indices(' ')
                .any(|(at, _)| self.line.get(at + 1..).is_some_and(|rest| group(rest, 0).is_some()))
    }

    /// The stamp that the line is from `start` to its end.
    fn whole(&self, start: usize, at: usize) -> Option<Stamp> {
        let mut stamp = Stamp::default();
        let mut said = None;
        let mut offset = start;
        while let Some(rest) = self.line.get(offset..).filter(|rest| !rest.is_empty()) {
            if stamp.has_date() && (is_tail(rest) || self.is_mark(offset)) {
                stamp.tail = Some(Span::new(offset, self.line.len()).shifted(at));
                break;
            }
            if let Ok((after, ())) = reading(rest) {
                offset = self.line.len() - after.len();
            } else if let Some((length, moment)) = group(rest, at + offset) {
                stamp.moments.push(Moment { label: said, ..moment });
                offset += length;
            } else if let Some(when) = self.found.iter().find(|when| when.span.start() == offset) {
                self.take(when, said, &mut stamp, at)?;
                offset = when.span.end();
            } else if let Ok((after, new)) = label(rest) {
                said = Some(new);
                stamp.labelled = true;
                offset = self.line.len() - after.len();
            } else if let Ok((after, _)) = separator(rest) {
                offset = self.line.len() - after.len();
            } else if offset > start && is_place(rest) {
                break;
            } else {
                return None;
            }
        }
        self.turn_days_first(&mut stamp, at);
        (!stamp.moments.is_empty() || stamp.relative).then_some(stamp)
    }

    /// `   Ref: AB/12`, `  URGENCY 2`, ` | Vol. 12, No. 44 | $2.50`, ` · Late edition`, ` — 60p`: cells behind a date that
    /// number the copy and give no moment.
    fn is_mark(&self, from: usize) -> bool {
        let rest = self.line.get(from..).unwrap_or_default();
        let parted = [", ", " — ", " – ", " - "].iter().find_map(|mark| rest.strip_prefix(mark));
        if parted.is_some_and(is_number) {
            return true;
        }
        let moment = |when: &TimeExpression| {
            let moment = Moment::of(when);
            moment.date.is_some() || moment.time.is_some() || is_back(when.span.of(self.line))
        };
        let cell = |words: &str| {
            words.starts_with(|c: char| !c.is_lowercase())
                && words.split_whitespace().count() <= MARK
                && !words.ends_with(['.', '!', '?'])
                && label(words).is_err()
        };
        let mut cells = rest.split(['|', '·', '•']).flat_map(|part| part.split("  ")).map(str::trim);
        (rest.starts_with("  ") || rest.trim_start().starts_with(['|', '·', '•']))
            && (rest.contains(|c: char| c.is_ascii_digit()) || rest.trim_end().ends_with("dition"))
            && rest.contains(char::is_alphabetic)
            && cells.all(|words| words.is_empty() || cell(words))
            && !self.found.iter().any(|when| when.span.start() >= from && moment(when))
    }

    /// `04/03/2031 - 16:48`: who writes the day's hours to 24 writes the day before the month.
    fn turn_days_first(&self, stamp: &mut Stamp, at: usize) {
        let lower = self.line.to_ascii_lowercase();
        let halves = ["am", "pm", "a.m", "p.m"].iter().any(|half| lower.contains(half));
        for moment in stamp.moments.iter_mut().filter(|moment| moment.time.is_some() && !halves) {
            let start = moment.span.start().saturating_sub(at);
            let words = self.line.get(start..).unwrap_or_default().as_bytes();
            let slashed = words.get(1) == Some(&b'/') || words.get(2) == Some(&b'/');
            if let Some((year, month, day)) = moment.date.filter(|(_, _, day)| slashed && *day <= 12) {
                moment.date = Some((year, day, month));
            }
        }
    }

    /// Adds an expression; `None` where it is of a kind that no stamp has.
    fn take(&self, when: &TimeExpression, label: Option<Label>, stamp: &mut Stamp, at: usize) -> Option<()> {
        let words = when.span.of(self.line);
        if is_back(words) {
            stamp.relative = true;
            return Some(());
        }
        let moment = Moment { label, span: when.span.shifted(at), ..Moment::of(when) };
        let dated = moment.date.is_some() || moment.time.is_some();
        stamp.weekday |= words.starts_with(char::is_alphabetic) && opens_with_weekday(words);
        match when.kind {
            TimexType::Date | TimexType::Time if dated => {
                // The time on the other side of a bar belongs to the date before it.
                match stamp.moments.last_mut() {
                    Some(last)
                        if last.time.is_none()
                            && moment.time.is_some()
                            && last.label == label
                            && last.date.is_some() =>
                    {
                        last.time = moment.time;
                        last.offset = moment.offset;
                        last.span = last.span.hull(moment.span);
                    }
                    Some(last)
                        if last.date.is_none()
                            && moment.date.is_some()
                            && moment.time.is_none()
                            && last.label == label =>
                    {
                        last.date = moment.date;
                        last.span = last.span.hull(moment.span);
                    }
                    _ => stamp.moments.push(moment),
                }
                Some(())
            }
            // `Sunday` beside a date; `Mar 4` without a year.
            TimexType::Date if matches!(when.precision, Precision::Day) => {
                if !opens_with_weekday(words) || words.contains(|c: char| c.is_ascii_digit()) {
                    stamp.moments.push(moment);
                }
                Some(())
            }
            _ => None,
        }
    }
}

/// `2 hours ago`, `yesterday`: counted back from now.
fn is_back(words: &str) -> bool {
    words.ends_with("ago")
        || words.eq_ignore_ascii_case("yesterday")
        || words.eq_ignore_ascii_case("just now")
}

fn found(piece: &str, from: usize) -> impl Iterator<Item = TimeExpression> {
    annotate(piece, None)
        .into_iter()
        .map(move |when| TimeExpression { span: when.span.shifted(from), ..when })
}

fn opens_with_weekday(words: &str) -> bool {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    words.get(..3).is_some_and(|start| days.iter().any(|day| day.eq_ignore_ascii_case(start)))
}

/// What may stand behind a date on its line: who wrote the article, another cell (`8 June 2023   Share link`), or how long
/// ago it was changed.
fn is_tail(rest: &str) -> bool {
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let count = words.split_whitespace().count();
    let plain = words.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
    let cell = rest.starts_with("  ") && (1..=3).contains(&count) && plain && label(words).is_err();
    let lower = words.to_ascii_lowercase();
    let signed =
        ["by ", "published by", "written by", "source:"].iter().any(|opener| lower.starts_with(opener));
    let button = (1..=4).contains(&count) && words.split_whitespace().all(is_button);
    cell || signed && count <= 9
        || is_person(words)
        || button && label(words).is_err()
        || lower.starts_with("updated") && lower.ends_with(" ago") && count <= 5
}

/// `page 3`, `No. 12`, `£1.20`, `60p`: what numbers a copy or is its price.
fn is_number(words: &str) -> bool {
    let figures = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    match words.split_whitespace().collect::<Vec<_>>().as_slice() {
        [price] => {
            let bare = price.trim_start_matches(['£', '$', '€']);
            let sum = bare.trim_end_matches(['p', 'c']);
            sum.len() < price.len() && figures(sum) && sum.chars().all(|c| c.is_ascii_digit() || c == '.')
        }
        [noun, number] => {
            let noun = noun.trim_end_matches('.').to_ascii_lowercase();
            figures(number) && matches!(noun.as_str(), "page" | "p" | "no" | "nr" | "vol" | "issue" | "price")
        }
        _ => false,
    }
}

/// `- CHENNAI`, `- Technology`: where the desk sits, or its name.
fn is_place(rest: &str) -> bool {
    let words = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '|'));
    if crate::evidence::is_section(words) {
        return true;
    }
    let shouted = !words.chars().any(char::is_lowercase);
    words.split_whitespace().count() <= 2 && shouted && words.chars().all(|c| c.is_alphabetic() || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> (String, Option<i32>) {
        let found = stamp(line, 0).unwrap_or_else(|| panic!("no stamp: {line}"));
        let moment = found.moments.first().unwrap_or_else(|| panic!("no moment: {line}"));
        (moment.civil().map_or_else(String::new, |(civil, _)| civil.to_string()), moment.offset)
    }

    #[test]
    fn dates_and_times_as_outlets_write_them() {
        for (line, moment, offset) in [
            ("Mar 04, 2031", "2031-03-04T00:00:00", None),
            ("Tuesday 4 March 2031 at 18.30", "2031-03-04T18:30:00", None),
            ("Published: 11:58, 4 Mar 2031 | Updated: 14:20, 4 Mar 2031", "2031-03-04T11:58:00", None),
            ("March 4, 2031 | 5:36 p.m. ET", "2031-03-04T17:36:00", Some(-300)),
            ("June 4, 2031, 5:36 PM ET", "2031-06-04T17:36:00", Some(-240)),
            ("Mar 4, 2031 17:35 IST", "2031-03-04T17:35:00", Some(330)),
            ("4 Mar 2031 09:12 GMT", "2031-03-04T09:12:00", Some(0)),
            ("Tue 4 Mar 2031 16.48 BST", "2031-03-04T16:48:00", Some(60)),
            ("Published - March 4, 2031 04:31 pm IST - CHENNAI", "2031-03-04T16:31:00", Some(330)),
            ("Posted on 4th March, 2031", "2031-03-04T00:00:00", None),
            ("2031-03-04T09:12:30+01:00", "2031-03-04T09:12:30", Some(60)),
            ("04.03.2031, 09:12 Uhr", "2031-03-04T09:12:00", None),
            ("03/24/2031", "2031-03-24T00:00:00", None),
            ("Last updated on: March 4, 2031 · 5 min read", "2031-03-04T00:00:00", None),
            ("Mar 4, 2031 - Technology", "2031-03-04T00:00:00", None),
            ("04/03/2031 - 16:48", "2031-03-04T16:48:00", None),
            ("Issued on: 04.03.2031 - 16:48Modified: 04.03.2031 - 16:50", "2031-03-04T16:48:00", None),
            ("12-Mar-2031 0940GMT", "2031-03-12T09:40:00", Some(0)),
            ("Mar 4, 20315:36 PM ET", "2031-03-04T17:36:00", None),
            ("Published Tue, Mar 4 20314:46 AM ESTUpdated 1 Min Ago", "2031-03-04T04:46:00", Some(-300)),
            ("Mar 4, 2031 by Ann Writer", "2031-03-04T00:00:00", None),
            ("March 4, 2031  Share link", "2031-03-04T00:00:00", None),
            ("March 4, 2031 Share link", "2031-03-04T00:00:00", None),
            ("Mar 4, 2031,01:17am EST", "2031-03-04T01:17:00", Some(-300)),
            ("March 4, 2031/9:43 p.m. ET", "2031-03-04T21:43:00", None),
            ("Mar 4, 2031 at2:56 pm | By Ann Writer", "2031-03-04T14:56:00", None),
            ("Mar 4, 2031 / Ann Writer", "2031-03-04T00:00:00", None),
            ("March 4, 2031, 15:56 59 comments", "2031-03-04T15:56:00", None),
            ("4 March 20315 March 2031", "2031-03-04T00:00:00", None),
            ("4th March, 2031                    Ref: AB/12/07", "2031-03-04T00:00:00", None),
            ("Tue 4 Mar 2031 11:20 GMT   URGENCY 4", "2031-03-04T11:20:00", Some(0)),
            ("Tuesday, 4 March 2031 | No. 14,512", "2031-03-04T00:00:00", None),
            ("Tuesday, March 4, 2031 | Vol. 12, No. 44 | $2.50", "2031-03-04T00:00:00", None),
            ("Tuesday, 4 March 2031 · Late edition", "2031-03-04T00:00:00", None),
            ("Tuesday, 4 March 2031 — 60p", "2031-03-04T00:00:00", None),
            ("Tuesday, 4 March 2031, page 3", "2031-03-04T00:00:00", None),
            ("Created: 04.03.2031 09:40 Changed: 05.03.2031 11:00", "2031-03-04T09:40:00", None),
            ("Stand: 14.03.2031, 09:40 Uhr", "2031-03-14T09:40:00", None),
            ("Sent: Tuesday, 4 March 2031 09:40", "2031-03-04T09:40:00", None),
            ("Publié le 14/03/2031 à 09h40", "2031-03-14T09:40:00", None),
            ("0940 GMT 04MAR31", "2031-03-04T09:40:00", Some(0)),
            ("04MAR2031 0940Z", "2031-03-04T09:40:00", Some(0)),
            ("040940Z MAR 31", "2031-03-04T09:40:00", Some(0)),
            ("4 MAR 31 0940 hrs", "2031-03-04T09:40:00", None),
        ] {
            assert_eq!(one(line), (moment.to_owned(), offset), "{line}");
        }
    }

    #[test]
    fn other_lines_are_no_stamps() {
        for line in [
            "Updated rules for ferries",
            "May 2031 be better",
            "12 Monkeys",
            "At 5 pm the doors closed",
            "Sunday",
            "News at 10",
            "2540 GMT 04MAR31",
            "March 4, 2031   Ref: 9 a.m. Monday",
            "March 4, 2031 — 12 ships",
            "March 4, 2031, 300 boats",
            "4 mar 31",
            "2031",
            "",
        ] {
            assert_eq!(stamp(line, 0), None, "{line}");
        }
    }

    #[test]
    fn a_stamp_follows_other_words() {
        let (offset, found) = stamp_after("By A. Writer | March 4, 2031 10:00", 0).unwrap();
        assert_eq!(offset, 13);
        assert!(found.has_time());
        let (offset, found) = stamp_after("QPA-0231 04MAR31 1000Z", 0).unwrap();
        assert_eq!((offset, found.has_time()), (9, true));
    }
}
