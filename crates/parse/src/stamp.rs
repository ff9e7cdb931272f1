//! Lines that say when: publication lines, page calendars, stamps of live blogs.

use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, space0, space1};
use nom::combinator::{map, opt, recognize, value, verify};
use nom::multi::many0;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use std::sync::LazyLock;

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
/// stamp = { label | weekday | date | time | zone | ago | reading | separator } ;   at least one date, time or ago
/// ```
pub(crate) fn stamp(line: &str, at: usize) -> Option<Stamp> {
    if line.len() > LONGEST {
        return None;
    }
    let (rest, found) = items(line, at)?;
    (rest.is_empty() || place(rest)).then_some(found)
}

/// Reads as much of the line's end as is a stamp, after other words: `By A. Writer | 14 June 2025`.
pub(crate) fn stamp_after(line: &str, at: usize) -> Option<(usize, Stamp)> {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let starts = line.char_indices().zip(line.chars().skip(1)).filter_map(|((offset, c), next)| {
        let cut =
            matches!(c, '|' | '•' | '·' | '–' | '—' | '\t' | ',' | '-' | '/' | '(') || c.is_whitespace();
        (cut && !next.is_whitespace()).then(|| offset + c.len_utf8())
    });
    starts.take(24).find_map(|offset| {
        let found = stamp(line.get(offset..)?, at + offset)?;
        (found.has_date() || found.relative).then_some((offset, found))
    })
}

fn items(line: &str, at: usize) -> Option<(&str, Stamp)> {
    let mut found = Stamp::default();
    let mut label = None;
    let mut rest = line;
    let mut open: Option<Moment> = None;
    while !rest.is_empty() {
        let Ok((next, item)) = item(rest) else { break };
        if next.len() == rest.len() {
            break;
        }
        let span = Span::new(at + line.len() - rest.len(), at + line.len() - next.len()).trimmed_in(line, at);
        match item {
            Item::Label(new) => {
                found.moments.extend(open.take());
                label = Some(new);
                found.labelled = true;
            }
            Item::Weekday => found.weekday = true,
            Item::Date(date) => {
                let fresh = open.as_ref().is_none_or(|moment| moment.date.is_some());
                if fresh {
                    found.moments.extend(open.take());
                    open = Some(Moment { label, date, time: None, offset: None, span });
                } else if let Some(moment) = &mut open {
                    moment.date = date;
                    moment.span = moment.span.hull(span);
                }
                if date.is_none() {
                    found.weekday = true;
                }
            }
            Item::Time(time) => {
                let fresh = open.as_ref().is_none_or(|moment| moment.time.is_some());
                if fresh {
                    found.moments.extend(open.take());
                    open = Some(Moment { label, date: None, time: Some(time), offset: None, span });
                } else if let Some(moment) = &mut open {
                    moment.time = Some(time);
                    moment.span = moment.span.hull(span);
                }
            }
            Item::Zone(zone) => {
                if let Some(moment) = &mut open {
                    let offset = zone.offset(moment.date);
                    if moment.time.is_some() && moment.offset.is_none() {
                        moment.offset = Some(offset);
                        moment.span = moment.span.hull(span);
                    }
                } else {
                    break;
                }
            }
            Item::Ago => found.relative = true,
            Item::Nothing => {}
        }
        rest = next;
    }
    found.moments.extend(open);
    (!found.moments.is_empty() || found.relative).then_some((rest, found))
}

trait TrimmedIn {
    fn trimmed_in(self, line: &str, at: usize) -> Self;
}

impl TrimmedIn for Span {
    fn trimmed_in(self, line: &str, at: usize) -> Self {
        Span::new(self.start() - at, self.end() - at).trimmed(line).shifted(at)
    }
}

/// `- CHENNAI`, `, New Delhi`: where the desk sits.
fn place(rest: &str) -> bool {
    let words = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '|'));
    if crate::evidence::is_section(words) {
        return true;
    }
    let shouted = !words.chars().any(char::is_lowercase);
    words.split_whitespace().count() <= 2 && shouted && words.chars().all(|c| c.is_alphabetic() || c == ' ')
}

#[derive(Clone, Debug)]
enum Item {
    Label(Label),
    Weekday,
    Date(Option<(i32, u32, u32)>),
    Time((u32, u32, Option<u32>)),
    Zone(Zone),
    Ago,
    Nothing,
}

fn item(input: &str) -> IResult<&str, Item> {
    alt((
        map(label, Item::Label),
        map(date, |date| Item::Date(Some(date))),
        map(day_of_month, |_| Item::Date(None)),
        value(Item::Weekday, weekday),
        map(time, Item::Time),
        map(zone, Item::Zone),
        value(Item::Ago, ago),
        value(Item::Nothing, reading),
        value(Item::Nothing, separator),
    ))
    .parse(input)
}

/// `Published:`, `Last updated on`.
fn label(input: &str) -> IResult<&str, Label> {
    let modified = alt((
        tag_no_case("last updated"),
        tag_no_case("last modified"),
        tag_no_case("updated"),
        tag_no_case("modified"),
        tag_no_case("last update"),
        tag_no_case("update"),
        tag_no_case("revised"),
        tag_no_case("edited"),
    ));
    let published = alt((
        tag_no_case("first published"),
        tag_no_case("first posted"),
        tag_no_case("originally published"),
        tag_no_case("date published"),
        tag_no_case("publication date"),
        tag_no_case("publish date"),
        tag_no_case("published"),
        tag_no_case("publish"),
        tag_no_case("posted"),
        tag_no_case("issued"),
        tag_no_case("uploaded"),
        tag_no_case("created"),
        tag_no_case("released"),
        tag_no_case("date"),
        tag_no_case("pub."),
    ));
    let word = alt((value(Label::Modified, modified), value(Label::Published, published)));
    terminated(
        word,
        (
            opt(tag_no_case(" date")),
            opt(tag_no_case(" time")),
            opt(preceded(space1, tag_no_case("on"))),
            space0,
            opt(one_of(":-|–")),
        ),
    )
    .parse(input)
    .and_then(|(rest, label)| {
        if rest.starts_with(char::is_alphabetic) && !input.is_empty() && !ends_word(input, rest) {
            return Err(refuse(input));
        }
        Ok((rest, label))
    })
}

fn refuse(input: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))
}

/// Whether what was taken from `input` to leave `rest` ends at a word boundary.
fn ends_word(input: &str, rest: &str) -> bool {
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    !(taken.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric))
}

fn whole_word(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_alphabetic()).parse(input)
}

/// `Friday`, `Fri.,`
fn weekday(input: &str) -> IResult<&str, ()> {
    let (rest, word) = whole_word(input)?;
    let folded = word.to_lowercase();
    let known = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .any(|day| *day == folded || (folded.len() >= 3 && folded.len() <= 5 && day.starts_with(&folded)));
    if known { Ok((rest.strip_prefix('.').unwrap_or(rest), ())) } else { Err(refuse(input)) }
}

fn month(input: &str) -> IResult<&str, u32> {
    const MONTHS: [&str; 12] = [
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
    let (rest, word) = whole_word(input)?;
    let folded = word.to_lowercase();
    let known = |month: &&str| {
        *month == folded
            || folded == "sept" && *month == "september"
            || folded.len() == 3 && month.starts_with(&folded)
    };
    match (1..).zip(MONTHS).find(|(_, month)| known(month)) {
        Some((number, _)) => Ok((rest.strip_prefix('.').unwrap_or(rest), number)),
        None => Err(refuse(input)),
    }
}

fn digits(least: usize, most: usize) -> impl Fn(&str) -> IResult<&str, u32> {
    move |input| {
        let (rest, found) = take_while_m_n(least, most, |c: char| c.is_ascii_digit()).parse(input)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(refuse(input));
        }
        found.parse().map(|number| (rest, number)).map_err(|_| refuse(input))
    }
}

fn year(input: &str) -> IResult<&str, i32> {
    map(verify(digits(4, 4), |year| (1800..2200).contains(year)), |year| year.cast_signed()).parse(input)
}

fn day(input: &str) -> IResult<&str, u32> {
    let ordinal = alt((tag_no_case("st"), tag_no_case("nd"), tag_no_case("rd"), tag_no_case("th")));
    terminated(
        verify(digits(1, 2), |day| (1..=31).contains(day)),
        opt((ordinal, opt((space1, tag_no_case("of"))))),
    )
    .parse(input)
}

fn gap(input: &str) -> IResult<&str, &str> {
    recognize((space0, opt(one_of(",.-/")), space0)).parse(input)
}

/// `12 Nov 2025`, `November 12, 2025`, `12-Nov-2025`, `2025-11-12`, `12/11/2025`, `12.11.2025`.
fn date(input: &str) -> IResult<&str, (i32, u32, u32)> {
    let day_first = map((day, gap, month, gap, year), |(day, _, month, _, year)| (year, month, day));
    let month_first = map((month, gap, day, gap, year), |(month, _, day, _, year)| (year, month, day));
    let iso = map(
        (year, one_of("-/."), digits(1, 2), one_of("-/."), digits(1, 2), opt(tag("T"))),
        |(year, _, month, _, day, _)| (year, month, day),
    );
    let figures = map(
        (digits(1, 2), one_of("-/."), digits(1, 2), one_of("-/."), year),
        |(first, _, second, _, year)| {
            if second > 12 { (year, first, second) } else { (year, second, first) }
        },
    );
    verify(alt((iso, figures, day_first, month_first)), |&(year, month, day)| {
        Civil::date(year, month, day).is_some()
    })
    .parse(input)
}

/// `Nov 12`, `12 November`: no year.
fn day_of_month(input: &str) -> IResult<&str, (u32, u32)> {
    let found = alt((
        map((day, space1, month), |(day, _, month)| (month, day)),
        map((month, space1, day), |(month, _, day)| (month, day)),
    ))
    .parse(input)?;
    if ends_word(input, found.0) { Ok(found) } else { Err(refuse(input)) }
}

/// `11:58`, `18.30`, `4:48 p.m.`, `0940` before a zone, `7 pm`, `16h45`.
fn time(input: &str) -> IResult<&str, (u32, u32, Option<u32>)> {
    let half = || preceded(space0, half_day);
    let clock = map(
        (
            digits(1, 2),
            one_of(":.h"),
            digits(2, 2),
            opt(preceded(one_of(":."), digits(2, 2))),
            opt(preceded(char('.'), digits(1, 9))),
            opt(half()),
        ),
        |(hour, _, minute, second, _, half)| (hour, minute, second, half),
    );
    let round = map((digits(1, 2), half()), |(hour, half)| (hour, 0, None, Some(half)));
    let block =
        map((verify(digits(4, 4), |_| true), space0, nom::combinator::peek(zone)), |(figures, _, _)| {
            (figures / 100, figures % 100, None, None)
        });
    let (rest, (hour, minute, second, half)) = alt((clock, round, block)).parse(input)?;
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let rest = preceded(
        space0::<&str, nom::error::Error<&str>>,
        alt((tag_no_case("hours"), tag_no_case("hrs"), tag_no_case("uhr"))),
    )
    .parse(rest)
    .map_or(rest, |(rest, _)| rest);
    if hour < 24
        && minute < 60
        && second.is_none_or(|second| second < 60)
        && !rest.starts_with(|c: char| c.is_ascii_digit())
    {
        Ok((rest, (hour, minute, second)))
    } else {
        Err(refuse(input))
    }
}

/// Whether the second half of the day is meant.
fn half_day(input: &str) -> IResult<&str, bool> {
    let (rest, half) = alt((
        value(true, alt((tag_no_case("p.m."), tag_no_case("p.m"), tag_no_case("pm")))),
        value(false, alt((tag_no_case("a.m."), tag_no_case("a.m"), tag_no_case("am")))),
    ))
    .parse(input)?;
    if ends_word(input, rest) { Ok((rest, half)) } else { Err(refuse(input)) }
}

#[derive(Clone, Copy, Debug)]
enum Zone {
    Fixed(i32),
    American(i32),
}

impl Zone {
    /// Minutes east of Greenwich on a date: American zones move between the second Sunday of March and the
    /// first of November (Energy Policy Act of 2005).
    fn offset(self, date: Option<(i32, u32, u32)>) -> i32 {
        match (self, date) {
            (Self::Fixed(offset), _) => offset,
            (Self::American(standard), Some((year, month, day))) => {
                let sunday = |month: u32, nth: u32| first_sunday(year, month) + 7 * (nth - 1);
                let summer = match month {
                    4..=10 => true,
                    3 => day >= sunday(3, 2),
                    11 => day < sunday(11, 1),
                    _ => false,
                };
                standard + if summer { 60 } else { 0 }
            }
            (Self::American(standard), None) => standard,
        }
    }
}

fn first_sunday(year: i32, month: u32) -> u32 {
    // 2023-01-01 was a Sunday.
    let anchor = Civil::date(2023, 1, 1);
    let first = Civil::date(year, month, 1);
    let days = anchor.zip(first).map_or(0, |(anchor, first)| anchor.seconds_until(first) / 86_400);
    1 + u32::try_from((-days).rem_euclid(7)).unwrap_or(0)
}

fn zone(input: &str) -> IResult<&str, Zone> {
    alt((from_greenwich, named_zone)).parse(input)
}

/// `+05:30`, `GMT+1`, `UTC-0400`.
fn from_greenwich(input: &str) -> IResult<&str, Zone> {
    let sign = alt((value(1, char('+')), value(-1, one_of("-−"))));
    let figures = alt((
        map((digits(2, 2), char(':'), digits(2, 2)), |(hours, _, minutes)| hours * 60 + minutes),
        map(digits(4, 4), |figures| figures / 100 * 60 + figures % 100),
        map(digits(1, 2), |hours| hours * 60),
    ));
    let mut named = (alt((tag("GMT"), tag("UTC"))), space0, sign, figures);
    let (rest, (_, _, sign, minutes)) =
        named.parse(input).or_else(|_: nom::Err<nom::error::Error<&str>>| {
            let bare_sign = alt((value(1, char('+')), value(-1, char('-'))));
            let bare_figures = alt((
                map((digits(2, 2), char(':'), digits(2, 2)), |(hours, _, minutes): (u32, char, u32)| {
                    hours * 60 + minutes
                }),
                map(digits(4, 4), |figures: u32| figures / 100 * 60 + figures % 100),
            ));
            map((bare_sign, bare_figures), |(sign, minutes)| ("", "", sign, minutes)).parse(input)
        })?;
    let minutes: i32 = minutes.try_into().map_err(|_| refuse(input))?;
    if minutes <= 14 * 60 { Ok((rest, Zone::Fixed(sign * minutes))) } else { Err(refuse(input)) }
}

fn named_zone(input: &str) -> IResult<&str, Zone> {
    let (rest, word) = whole_word(input)?;
    let inside = ZONES.iter().find(|(name, _)| *name == word);
    match inside {
        Some((_, zone)) => Ok((rest, *zone)),
        None if word == "UK" || word == "Eastern" => {
            let (rest, _) = opt(preceded(space1, tag_no_case("time"))).parse(rest)?;
            Ok((rest, if word == "UK" { Zone::Fixed(0) } else { Zone::American(-300) }))
        }
        None => Err(refuse(input)),
    }
}

static ZONES: LazyLock<Vec<(&'static str, Zone)>> = LazyLock::new(|| {
    let rows = include_str!("../data/zones.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let mut fields = row.split('\t');
        let (name, minutes) = (fields.next()?, fields.next()?.parse().ok()?);
        Some((name, if fields.next().is_some() { Zone::American(minutes) } else { Zone::Fixed(minutes) }))
    })
    .collect()
});

/// `2 hours ago`, `an hour ago`, `3h ago`, `just now`, `yesterday`.
fn ago(input: &str) -> IResult<&str, ()> {
    let count = alt((
        value((), digits(1, 3)),
        value((), tag_no_case("an")),
        value((), tag_no_case("a")),
        value((), tag_no_case("one")),
    ));
    let unit = alt((
        tag_no_case("seconds"),
        tag_no_case("second"),
        tag_no_case("secs"),
        tag_no_case("sec"),
        tag_no_case("minutes"),
        tag_no_case("minute"),
        tag_no_case("mins"),
        tag_no_case("min"),
        tag_no_case("hours"),
        tag_no_case("hour"),
        tag_no_case("hrs"),
        tag_no_case("hr"),
        tag_no_case("days"),
        tag_no_case("day"),
        tag_no_case("weeks"),
        tag_no_case("week"),
        tag_no_case("months"),
        tag_no_case("month"),
        tag_no_case("h"),
        tag_no_case("m"),
        tag_no_case("d"),
    ));
    let back = value((), (opt(tag_no_case("about ")), count, space0, unit, space1, tag_no_case("ago")));
    let (rest, ()) = alt((back, value((), tag_no_case("just now")))).parse(input)?;
    if ends_word(input, rest) { Ok((rest, ())) } else { Err(refuse(input)) }
}

/// `5 min read`, `Reading time: 3 mins`.
fn reading(input: &str) -> IResult<&str, ()> {
    let minutes =
        alt((tag_no_case("minutes"), tag_no_case("minute"), tag_no_case("mins"), tag_no_case("min")));
    let counted = value((), (digits(1, 3), opt(one_of(" -")), minutes, space1, tag_no_case("read")));
    let announced = value(
        (),
        (
            alt((tag_no_case("reading time"), tag_no_case("read time"))),
            gap,
            opt(char(':')),
            space0,
            digits(1, 3),
            space0,
            opt(alt((
                tag_no_case("minutes"),
                tag_no_case("minute"),
                tag_no_case("mins"),
                tag_no_case("min"),
            ))),
        ),
    );
    let (rest, ()) = alt((counted, announced)).parse(input)?;
    if ends_word(input, rest) { Ok((rest, ())) } else { Err(refuse(input)) }
}

/// White space, bars and dots, and the words `at` and `on`.
fn separator(input: &str) -> IResult<&str, &str> {
    let mark = recognize(many0(one_of(" \t\u{a0}\u{202f},.|•·-–—/@():;*▪●~⏰🕒")));
    let word = recognize((
        alt((tag_no_case("at"), tag_no_case("on"), tag_no_case("local time"), tag_no_case("and"))),
        one_of(" :"),
    ));
    let (rest, found) = alt((word, mark)).parse(input)?;
    if found.is_empty() { Err(refuse(input)) } else { Ok((rest, found)) }
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
            ("March 4, 2031 | 4:48 p.m. ET", "2031-03-04T16:48:00", Some(-300)),
            ("June 4, 2031, 4:48 PM ET", "2031-06-04T16:48:00", Some(-240)),
            ("Mar 4, 2031 17:35 IST", "2031-03-04T17:35:00", Some(330)),
            ("4 Mar 2031 09:12 GMT", "2031-03-04T09:12:00", Some(0)),
            ("Tue 4 Mar 2031 16.48 BST", "2031-03-04T16:48:00", Some(60)),
            ("Published - March 4, 2031 04:31 pm IST - CHENNAI", "2031-03-04T16:31:00", Some(330)),
            ("Posted on 4th March, 2031", "2031-03-04T00:00:00", None),
            ("2031-03-04T09:12:30+01:00", "2031-03-04T09:12:30", Some(60)),
            ("04/03/2031 - 09:12", "2031-03-04T09:12:00", None),
            ("03/24/2031", "2031-03-24T00:00:00", None),
            ("Last updated on: March 4, 2031 · 5 min read", "2031-03-04T00:00:00", None),
            ("12-Mar-2031 0940GMT", "2031-03-12T09:40:00", Some(0)),
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
    }
}
