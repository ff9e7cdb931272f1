//! Years and what is larger or a part of them: seasons, quarters, holidays, decades, centuries.

use super::date::year;
use super::input::{Input, Parsed, apostrophe, dash, digits, fail, mark, one_of, sense, tight, word, words};
use super::number::ordinal;
use crate::holiday::{self, Holiday, Rule};
use crate::lexeme::{Gap, Kind};
use crate::lexicon::Sense;
use crate::meaning::{Day, Name, Which};
use crate::unit::{Season, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;

/// `season-name := "spring" | "summer" | "autumn" | "fall" | "winter"`
pub(crate) fn season_name(input: Input<'_>) -> Parsed<'_, Season> {
    sense(|sense| match sense {
        Sense::Season(season) => Some(season),
        _ => None,
    })
    .parse(input)
}

/// `season := ["the"] season-name [[","] ["of"] year]`
///
/// *Spring* and *fall* are other words too, so a bare season wants *the*, *in* or the like before it.
pub(crate) fn season(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, the) = opt(word("the")).parse(input)?;
    let (after, season) = season_name(rest)?;
    if let Ok((after, year)) = preceded(opt(alt((word("of"), mark(',')))), year).parse(after) {
        let after = second_year(after, &year);
        return Ok((after, Day::Named(Name::Season(season), Which::In(Box::new(year)))));
    }
    let alone = input.opens_line() && after.ends_line();
    let prepared = alone
        || input.follows(&[
            "in",
            "during",
            "by",
            "until",
            "since",
            "early",
            "late",
            "mid",
            "through",
            "throughout",
            "each",
            "every",
        ])
        || input.follows(&["and"]) && follows_season(input)
        || rest.follows(&["the"]) && season != Season::Autumn && season != Season::Spring
        || the.is_some()
            && input.follows(&[
                "in",
                "during",
                "by",
                "until",
                "since",
                "through",
                "throughout",
                "over",
                "for",
                "spent",
                "of",
            ]);
    let is_fall_of =
        after.is_word("of") || after.next().is_some_and(|lexeme| lexeme.senses.contains(&Sense::AfterSeason));
    if prepared && !is_fall_of {
        return Ok((after, Day::Named(Name::Season(season), Which::Nearest)));
    }
    fail()
}

/// `second-year := ("-" | "/") (digits2 | digits4)`, the year after: *the winter of 1978-79*.
fn second_year<'a>(rest: Input<'a>, year: &Day) -> Input<'a> {
    let Day::Year(year) = *year else { return rest };
    let figure = alt((digits(4..=4, 1000..=2199), digits(2..=2, 0..=99)));
    let mut link = preceded(tight(alt((dash, mark('/')))), tight(figure));
    match link.parse(rest) {
        Ok((after, last))
            if [year + 1, (year + 1) % 100].contains(&last.cast_signed()) && !after.is_tight_figure() =>
        {
            after
        }
        _ => rest,
    }
}

/// Whether the word two before is a season too: *the fall and winter*.
fn follows_season(input: Input<'_>) -> bool {
    input
        .before_last()
        .is_some_and(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Season(_))))
}

/// `quarter := ["the"] ["fiscal"] ordinal ["-"] ["fiscal"] "quarter" [("of" | "in") ["fiscal"] year] | "Q" digit [year]`
pub(crate) fn quarter(input: Input<'_>) -> Parsed<'_, Day> {
    if !input.meets(|lexeme| matches!(lexeme.initial, b'q' | b'Q')) {
        return fail();
    }
    let (rest, the) = opt(word("the")).parse(input)?;
    let (rest, before) = opt(alt((year, quarter_year))).parse(rest)?;
    let (rest, _) = opt((word("fiscal"), opt(dash))).parse(rest)?;
    let named = map(
        (ordinal, opt(dash), opt(word("fiscal")), alt((word("quarter"), word("qtr")))),
        |(number, hyphen, ..)| (number, hyphen.is_some()),
    );
    let short =
        preceded(alt((word("Q"), word("q"))), tight(map(digits(1..=1, 1..=4), |number| (number, false))));
    let (rest, (number, hyphened)) = alt((named, short)).parse(rest)?;
    // *the third-quarter loss*: the article is the loss's.
    if !(1..=4).contains(&number) || hyphened && the.is_some() && before.is_none() {
        return fail();
    }
    let link = (opt(alt((word("of"), word("in"), mark(','), dash))), opt(word("fiscal")), opt(word("FY")));
    let (rest, after) = if before.is_none() { opt(preceded(link, year)).parse(rest)? } else { (rest, None) };
    if before.is_none() && after.is_none() && is_of_no_year(rest) {
        return fail();
    }
    let which = before.or(after).map_or(Which::Nearest, |year| Which::In(Box::new(year)));
    Ok((rest, Day::Named(Name::Quarter(number), which)))
}

/// Whether a quarter is one of something else than a year: *the last quarter of the month*, *of the match*.
pub(super) fn is_of_no_year(rest: Input<'_>) -> bool {
    let determined = (
        word("of"),
        one_of(&[
            "the", "a", "an", "this", "that", "each", "every", "his", "her", "its", "their", "our", "last",
            "next",
        ]),
    );
    let mut determined = determined;
    let Ok((rest, _)) = determined.parse(rest) else { return false };
    let of_year = |at: Input<'_>| {
        at.next().is_some_and(|lexeme| {
            lexeme.senses.contains(&Sense::Unit(Unit::Year))
                || matches!(lexeme.kind, Kind::Number(_, 4))
                || ["fiscal", "financial"].contains(&at.of(lexeme))
        })
    };
    !(of_year(rest) || of_year(rest.advanced()))
}

/// `quarter-year := digits2`, touching *Q*: *18Q4*.
fn quarter_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = digits(2..=2, 0..=99).parse(input)?;
    let quarter = preceded(tight(word("q")), tight(digits(1..=1, 1..=4))).parse(rest);
    if quarter.is_ok() { Ok((rest, Day::ShortYear(year))) } else { fail() }
}

/// `half := ["the"] (ordinal | "latter" | "last") ["-"] "half" ("of" | "in") year | "H" digit year`
pub(crate) fn half(input: Input<'_>) -> Parsed<'_, Day> {
    if !input.meets(|lexeme| matches!(lexeme.initial, b'h' | b'H')) {
        return fail();
    }
    let short = |input| preceded(word("H"), tight(digits(1..=1, 1..=2))).parse(input);
    let year_first = (digits(4..=4, 1900..=2099), preceded(opt(dash), short));
    let mut year_first = year_first;
    if let Ok((rest, (year, number))) = year_first.parse(input) {
        return Ok((
            rest,
            Day::Named(Name::Half(number), Which::In(Box::new(Day::Year(year.cast_signed())))),
        ));
    }
    let (rest, _) = opt(word("the")).parse(input)?;
    let which = alt((ordinal, value(2, one_of(&["latter", "last", "final"])), value(1, word("opening"))));
    let named = map((which, opt(dash), word("half"), alt((word("of"), word("in")))), |(number, ..)| number);
    let (rest, number) = alt((named, short)).parse(rest)?;
    let (rest, year) = year(rest)?;
    if number > 2 {
        return fail();
    }
    Ok((rest, Day::Named(Name::Half(number), Which::In(Box::new(year)))))
}

/// `holiday-name`: a name of the table, in any case.
pub(crate) fn holiday_name(input: Input<'_>) -> Parsed<'_, Holiday> {
    let Some(first) = input.next() else { return fail() };
    if !first.senses.contains(&Sense::OpensHoliday) {
        return fail();
    }
    let first = input.of(first).to_ascii_lowercase();
    for (pieces, found) in holiday::beginning_with(&first) {
        if let Ok((rest, ())) = same(input, pieces) {
            return Ok((rest, *found));
        }
    }
    fail()
}

/// The pieces of a table's name one after the other; an apostrophe of any make will do.
pub(crate) fn same<'a>(input: Input<'a>, pieces: &[&str]) -> Parsed<'a, ()> {
    let mut at = input;
    for piece in pieces {
        at = if *piece == "'" {
            apostrophe(at)?.0
        } else if at.is_word(piece) || is_short_for(at, piece) {
            at.advanced()
        } else {
            return fail();
        };
    }
    Ok((at, ()))
}

/// Whether a short form of a day of the week stands for its name: *Maundy Thu*.
fn is_short_for(at: Input<'_>, piece: &str) -> bool {
    piece.ends_with("day")
        && at.next().is_some_and(|lexeme| {
            lexeme.senses.iter().any(|sense| matches!(sense, Sense::WeekdayShort(_)))
                && piece
                    .get(..3)
                    .zip(at.of(lexeme).get(..3))
                    .is_some_and(|(name, short)| name.eq_ignore_ascii_case(short))
        })
}

/// `new-year := "new" "year"`, after *before* and the like: the day it begins.
pub(crate) fn new_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = words(&["new", "year"]).parse(input)?;
    if !input.follows(&["before", "after", "until", "till", "since", "by"])
        || !super::offset::ends_clause(rest)
    {
        return fail();
    }
    let holiday = holiday::beginning_with("new").iter().find(|(_, found)| found.rule == Rule::Fixed(1, 1));
    holiday.map_or_else(fail, |(_, found)| Ok((rest, Day::Named(Name::Holiday(*found), Which::Nearest))))
}

/// `holiday := holiday-name [[","] ["of" | "in"] year]`
pub(crate) fn holiday(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, found) = holiday_name(input)?;
    let lower = input.next().is_some_and(|lexeme| input.of(lexeme).starts_with(|c: char| c.is_lowercase()));
    let (rest, year) = opt(preceded(opt(alt((mark(','), word("of"), word("in")))), year)).parse(rest)?;
    // *Operation Ramadan*, *White Christmas*: part of a name.
    let named = input.before().is_some_and(|lexeme| {
        lexeme.kind == Kind::Word
            && lexeme.senses.is_empty()
            && !input.opens_line()
            && input.of(lexeme).starts_with(|c: char| c.is_uppercase())
            && input.before_last().is_some_and(|before| before.kind == Kind::Word && lexeme.gap < Gap::Line)
    });
    if named {
        return fail();
    }
    // In lower case only what is no other word: *easter*, not *epiphany*.
    if lower
        && matches!(found.rule, Rule::Fixed(1, 6 | 25) | Rule::Easter(39 | 60 | -46))
        && rest.at == input.at + 1
    {
        return fail();
    }
    let which = year.map_or(Which::Nearest, |year| Which::In(Box::new(year)));
    Ok((rest, Day::Named(Name::Holiday(found), which)))
}
