//! Decades, centuries, years of an era and business years.

use super::date::year;
use super::input::{Input, Parsed, apostrophe, dash, digits, fail, mark, one_of, sense, tight, word};
use super::number::ordinal;
use crate::lexicon::Sense;
use crate::meaning::Day;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `decade := ["the"] (digits4 ending in 0 ["'"] "s" | "'" digits2 "s" | "nineteen"? "nineties")`
pub(crate) fn decade(input: Input<'_>) -> Parsed<'_, Day> {
    // *the early 80s*
    let (rest, the) = opt(word("the")).parse(input)?;
    let the = the.is_some() || input.follows(&["early", "late"]);
    let s = |input| preceded(opt(tight(apostrophe)), tight(word("s"))).parse(input);
    if let Ok((rest, year)) = digits(4..=4, 1000..=2090).parse(rest)
        && year % 10 == 0
        && let Ok((rest, ())) = s(rest)
    {
        return Ok((rest, Day::Decade((year / 10).cast_signed())));
    }
    // *the 470s BC*
    let before_era = map((digits(2..=3, 10..=990), s, verify(era, |before| *before)), |(year, ..)| year);
    let mut before_era = verify(before_era, |year| year % 10 == 0);
    if let Ok((rest, year)) = before_era.parse(rest) {
        return Ok((rest, Day::Decade(-(year / 10).cast_signed())));
    }
    let quoted = preceded(apostrophe, tight(digits(2..=2, 0..=90)));
    let bare = verify(digits(2..=2, 20..=90), |_| the);
    if let Ok((rest, year)) = alt((quoted, bare)).parse(rest)
        && year % 10 == 0
        && let Ok((rest, ())) = s(rest)
    {
        return Ok((rest, Day::ShortDecade(year)));
    }
    let century = sense(|sense| match sense {
        Sense::Cardinal(number @ 16..=20) => Some(number),
        _ => None,
    });
    let spoken = (
        opt(terminated(century, opt(tight(dash)))),
        sense(|sense| match sense {
            Sense::TensPlural(tens) => Some(tens),
            _ => None,
        }),
    )
        .parse(rest);
    match spoken {
        Ok((rest, (Some(century), tens))) => {
            Ok((rest, Day::Decade((century * 10 + tens / 10).cast_signed())))
        }
        // *in his sixties* is an age.
        Ok((rest, (None, tens))) if the => Ok((rest, Day::ShortDecade(tens))),
        _ => fail(),
    }
}

/// `century := ["the"] ordinal ["-"] "century" [era]`
pub(crate) fn century(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = ordinal(rest)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, ()) = word("century").parse(rest)?;
    let (rest, before) = opt(era).parse(rest)?;
    if number > 30 {
        return fail();
    }
    let number = number.cast_signed();
    Ok((rest, Day::Century(if before == Some(true) { -number } else { number - 1 })))
}

/// `era := "BC" ["E"] | "AD" | "CE"`, dotted or not; true before the common era.
pub(super) fn era(input: Input<'_>) -> Parsed<'_, bool> {
    let dot = |input| opt(tight(mark('.'))).parse(input);
    let dotted = alt((
        value(true, (word("B"), dot, tight(word("C")), dot)),
        value(false, (word("A"), dot, tight(word("D")), dot)),
    ));
    alt((value(true, one_of(&["BC", "BCE"])), value(false, one_of(&["AD", "CE"])), dotted)).parse(input)
}

/// `era-year := digits ("BC" | "AD") | "AD" digits`
pub(crate) fn era_year(input: Input<'_>) -> Parsed<'_, Day> {
    let after = (digits(1..=4, 1..=9999), era);
    let mut after = after;
    if let Ok((rest, (year, before))) = after.parse(input) {
        let year = year.cast_signed();
        return Ok((rest, Day::Year(if before { 1 - year } else { year })));
    }
    let (rest, before) = era(input)?;
    let (rest, year) = digits(1..=4, 1..=2100).parse(rest)?;
    let capital = input.next().is_some_and(|lexeme| input.of(lexeme).starts_with('A'));
    if before || !capital { fail() } else { Ok((rest, Day::Year(year.cast_signed()))) }
}

/// `fiscal-year := ["the"] ("fiscal" | "financial") ["year"] year | ("FY" | "CY") digits`
pub(crate) fn fiscal_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let named = preceded((alt((word("fiscal"), word("financial"))), opt(word("year"))), year);
    let short = preceded(
        alt((word("FY"), word("CY"))),
        alt((
            map(digits(4..=4, 1900..=2099), |year| Day::Year(year.cast_signed())),
            map(tight(digits(2..=2, 0..=99)), Day::ShortYear),
        )),
    );
    let is_calendar = rest.is_word("CY");
    let year = |year| if is_calendar { year } else { Day::Fiscal(Box::new(year)) };
    map(alt((named, short)), year).parse(rest)
}
