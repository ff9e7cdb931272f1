//! Years and what is larger or a part of them: seasons, quarters, holidays, decades, centuries.

use super::date::{starts_amount, year};
use super::input::{Input, Parsed, apostrophe, dash, digits, fail, mark, one_of, sense, tight, word};
use super::number::{ordinal, spoken_year};
use crate::holiday::{self, Holiday, Rule};
use crate::lexeme::{Gap, Kind};
use crate::lexicon::Sense;
use crate::meaning::{Day, Name, Which};
use crate::unit::Season;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
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
        after.is_word("of") || after.next().is_some_and(|lexeme| is_noun_after(after.of(lexeme)));
    if prepared && !is_fall_of {
        return Ok((after, Day::Named(Name::Season(season), Which::Nearest)));
    }
    fail()
}

fn is_noun_after(word: &str) -> bool {
    ["Olympics", "Games", "games", "Olympic", "line", "break", "sport", "sports", "rolls", "water"]
        .contains(&word)
}

/// `quarter := ["the"] ["fiscal"] ordinal ["-"] ["fiscal"] "quarter" [("of" | "in") ["fiscal"] year] | "Q" digit [year]`
pub(crate) fn quarter(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, the) = opt(word("the")).parse(input)?;
    let (rest, before) = opt(year).parse(rest)?;
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
    let which = before.or(after).map_or(Which::Nearest, |year| Which::In(Box::new(year)));
    Ok((rest, Day::Named(Name::Quarter(number), which)))
}

/// `half := ["the"] ("first" | "second") ["-"] "half" ("of" | "in") year | "H" digit year`
pub(crate) fn half(input: Input<'_>) -> Parsed<'_, Day> {
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
    let named = map((ordinal, opt(dash), word("half"), alt((word("of"), word("in")))), |(number, ..)| number);
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
        } else if at.is_word(piece) {
            at.advanced()
        } else {
            return fail();
        };
    }
    Ok((at, ()))
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

/// `decade := ["the"] (digits4 ending in 0 ["'"] "s" | "'" digits2 "s" | "nineteen"? "nineties")`
pub(crate) fn decade(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, the) = opt(word("the")).parse(input)?;
    let s = |input| preceded(opt(tight(apostrophe)), tight(word("s"))).parse(input);
    if let Ok((rest, year)) = digits(4..=4, 1000..=2090).parse(rest)
        && year % 10 == 0
        && let Ok((rest, ())) = s(rest)
    {
        return Ok((rest, Day::Decade((year / 10).cast_signed())));
    }
    let quoted = preceded(apostrophe, tight(digits(2..=2, 0..=90)));
    let bare = verify(digits(2..=2, 20..=90), |_| the.is_some());
    if let Ok((rest, year)) = alt((quoted, bare)).parse(rest)
        && year % 10 == 0
        && let Ok((rest, ())) = s(rest)
    {
        return Ok((rest, Day::ShortDecade(year)));
    }
    let spoken = (
        opt(sense(|sense| match sense {
            Sense::Cardinal(number @ 16..=20) => Some(number),
            _ => None,
        })),
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
        Ok((rest, (None, tens))) if the.is_some() => Ok((rest, Day::ShortDecade(tens))),
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
fn era(input: Input<'_>) -> Parsed<'_, bool> {
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
    if before { fail() } else { Ok((rest, Day::Year(year.cast_signed()))) }
}

/// `fiscal-year := ["the"] ("fiscal" | "financial") ["year"] year | "FY" digits`
pub(crate) fn fiscal_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let named = preceded((alt((word("fiscal"), word("financial"))), opt(word("year"))), year);
    let short = preceded(
        word("FY"),
        alt((
            map(digits(4..=4, 1900..=2099), |year| Day::Year(year.cast_signed())),
            map(tight(digits(2..=2, 0..=99)), Day::ShortYear),
        )),
    );
    map(alt((named, short)), |year| Day::Fiscal(Box::new(year))).parse(rest)
}

/// `year-alone := ["the year"] digits4 | spoken-year`, where nothing says that it is a count.
pub(crate) fn year_alone(input: Input<'_>) -> Parsed<'_, Day> {
    let named = (word("the"), word("year")).parse(input);
    let (rest, is_named) = named.map_or((input, false), |(rest, _)| (rest, true));
    if let Ok((rest, year)) = spoken_year(rest) {
        return if is_named || !starts_with_thousand(input) { Ok((rest, Day::Year(year))) } else { fail() };
    }
    let (after, year) = digits(4..=4, 1000..=2199).parse(rest)?;
    let found = Ok((after, Day::Year(year.cast_signed())));
    if is_named {
        return found;
    }
    if is_count(input, after, year) { fail() } else { found }
}

/// Whether a year stands by itself: in brackets, between a comma and the end of a clause, in a range.
fn is_enclosed(input: Input<'_>, after: Input<'_>) -> bool {
    let opened = input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('(' | ',')));
    let closed =
        after.next().is_none_or(|lexeme| matches!(lexeme.kind, Kind::Mark(')' | ',' | '.' | ';' | ':')));
    let bracket = input.before().is_some_and(|lexeme| lexeme.kind == Kind::Mark('('));
    let is_year = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| matches!(lexeme.kind, Kind::Number(1000..=2199, 4)))
    };
    let ranged = after.is_tight() && dash(after).is_ok() && is_year(after.second())
        || input.is_tight()
            && input.before().is_some_and(|lexeme| lexeme.kind == Kind::Mark('-'))
            && is_year(input.before_last());
    bracket || opened && closed || ranged
}

/// `apostrophe-year := "'" digits2`, after *in*, *of* and the like: *the strike of '84*.
pub(crate) fn apostrophe_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) = super::number::short_year(input)?;
    let counted = rest.next().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Counted));
    if input.is_tight()
        || rest.is_tight() && starts_amount(rest)
        || counted
        || !input.follows_sense(Sense::YearCue)
    {
        return fail();
    }
    Ok((rest, Day::ShortYear(year)))
}

/// The year of a date that does not exist: *June 31, 2022*.
fn ends_impossible_date(input: Input<'_>) -> bool {
    let at = |back: usize| input.at.checked_sub(back).and_then(|at| input.lexemes.get(at));
    let comma = usize::from(at(1).is_some_and(|lexeme| lexeme.kind == Kind::Mark(',')));
    let (Some(day), Some(month)) = (at(1 + comma), at(2 + comma)) else { return false };
    let Kind::Number(day @ 29..=31, _) = day.kind else { return false };
    month.senses.iter().any(|sense| match *sense {
        Sense::Month(month) | Sense::MonthShort(month) => !super::date::is_day_of(month, day),
        _ => false,
    })
}

/// *two thousand* is a count unless it is called a year.
fn starts_with_thousand(input: Input<'_>) -> bool {
    input.next().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Cardinal(2)))
}

/// Whether four digits are an amount, a part of a longer number or a name rather than a year.
fn is_count(input: Input<'_>, after: Input<'_>, year: u32) -> bool {
    let touches_after = after.is_tight() && starts_amount(after);
    let touches_before = input.is_tight()
        && input.before().is_some_and(|lexeme| match lexeme.kind {
            Kind::Mark(c) => matches!(
                c,
                '$' | '€' | '£' | '#' | '.' | ',' | ':' | '/' | '\\' | '=' | '_' | '+' | '@' | '%' | '&'
            ),
            Kind::Word | Kind::Number(..) => true,
        });
    if ends_impossible_date(input) || touches_after || touches_before || hyphenated(input, after, year) {
        return true;
    }
    let before = |sense| input.follows_sense(sense);
    if before(Sense::NotDate) {
        return true;
    }
    let next = after.next().filter(|lexeme| lexeme.gap <= crate::lexeme::Gap::Line);
    let counted = next.is_some_and(|lexeme| lexeme.senses.contains(&Sense::Counted));
    let measured = next.is_some_and(|lexeme| {
        lexeme.senses.iter().any(|sense| matches!(sense, Sense::Units(_)))
            || ["GMT", "UTC", "hours", "per", "million", "billion"].contains(&after.of(lexeme))
    });
    if counted || measured {
        return true;
    }
    let cued = before(Sense::YearCue) || before(Sense::BeforeBareMonth);
    if (1900..=2059).contains(&year) {
        // *killed 2000*, *some 1998 homes*: an amount wants a cue to be a year.
        let amount =
            input.follows(&["than", "some", "nearly", "almost", "least", "most", "over", "under", "to"]);
        return amount && !input.follows(&["to"]) && !cued;
    }
    let enclosed = is_enclosed(input, after);
    !(cued && (1400..=2199).contains(&year)
        || enclosed
        || cued && input.follows(&["in", "since", "by", "of", "until"]))
}

/// Whether a number can be the later year of a range: *1915-1918*, *2019-20*.
fn is_range_end(year: u32, value: u32, length: u32) -> bool {
    length == 4 && (1000..=2199).contains(&value) && value > year || length == 2 && value > year % 100
}

/// Whether figures and hyphens go on after the next two pieces: *2010-2015-86*.
fn chain_goes_on(after: Input<'_>) -> bool {
    let third = after.advanced().advanced();
    third.is_tight()
        && third.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
        && third.advanced().is_tight()
        && matches!(third.second().map(|lexeme| lexeme.kind), Some(Kind::Number(..)))
}

/// A year within a chain of numbers and hyphens, as in a telephone number; a range of two years is none.
fn hyphenated(input: Input<'_>, after: Input<'_>, year: u32) -> bool {
    let joined = |lexeme: Option<&crate::lexeme::Lexeme>| {
        lexeme.is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
    };
    let both_sides = input.is_tight()
        && joined(input.before())
        && after.is_tight()
        && joined(after.next())
        && matches!(after.second().map(|lexeme| lexeme.kind), Some(Kind::Number(..)));
    let third_before = input.at.checked_sub(3).and_then(|at| input.lexemes.get(at));
    let long_before = input.is_tight() && joined(input.before()) && joined(third_before);
    if both_sides || long_before {
        return true;
    }
    let digits_before = input.is_tight()
        && input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-')))
        && input.before_last().is_some_and(|lexeme| match lexeme.kind {
            Kind::Number(value, length) => length != 4 || !(1000..year).contains(&value),
            Kind::Word => !lexeme
                .senses
                .iter()
                .any(|sense| matches!(sense, Sense::Opens | Sense::Month(_) | Sense::MonthShort(_))),
            Kind::Mark(_) => true,
        });
    let digits_after = after.is_tight()
        && after.next().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '/')))
        && after.second().is_some_and(|lexeme| match lexeme.kind {
            Kind::Number(value, length) => {
                after.advanced().is_tight() && (!is_range_end(year, value, length) || chain_goes_on(after))
            }
            _ => false,
        });
    digits_before || digits_after
}
