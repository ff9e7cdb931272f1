//! Counts, ordinals and years, in digits and in words.

use super::input::{
    Input, Often, Parsed, apostrophe, dash, digits, fail, longest, mark, once, one_of, sense, tight, word,
};
use crate::lexeme::Kind;
use crate::lexicon::Sense;
use crate::meaning::Count;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

/// `count := digit-count | half | word-count | "a" | "an" | some`
pub(crate) fn count(input: Input<'_>) -> Parsed<'_, Count> {
    once(input, Often::Count, |input| longest(input, &[digit_count, half, word_count, article, open_count]))
}

/// `digit-count := digits ["," digits3]* ["." digits | fraction] ["-"]`
fn digit_count(input: Input<'_>) -> Parsed<'_, Count> {
    let (mut input, mut whole) = digits(1..=6, 0..=999_999).parse(input)?;
    for _ in 0..2 {
        let Ok((rest, group)) = preceded(tight(mark(',')), tight(digits(3..=3, 0..=999))).parse(input) else {
            break;
        };
        whole = whole.saturating_mul(1000).saturating_add(group);
        input = rest;
    }
    let (input, part) = opt(alt((decimals, fraction))).parse(input)?;
    Ok((input, Count::Hundredths(u64::from(whole) * 100 + u64::from(part.unwrap_or(0)))))
}

/// `decimals := "." digit [digit]`, in hundredths.
fn decimals(input: Input<'_>) -> Parsed<'_, u32> {
    let (input, ()) = tight(mark('.')).parse(input)?;
    match input.next().filter(|_| input.is_tight()).map(|lexeme| lexeme.kind) {
        Some(Kind::Number(tenths, 1)) => Ok((input.advanced(), tenths * 10)),
        Some(Kind::Number(hundredths, 2)) => Ok((input.advanced(), hundredths)),
        _ => fail(),
    }
}

/// `fraction := "¼" | "½" | "¾" | ["-" | "and"] digit "/" digit | "and a half"`, in hundredths.
fn fraction(input: Input<'_>) -> Parsed<'_, u32> {
    match input.next().map(|lexeme| lexeme.kind) {
        Some(Kind::Mark('¼')) => return Ok((input.advanced(), 25)),
        Some(Kind::Mark('½')) => return Ok((input.advanced(), 50)),
        Some(Kind::Mark('¾')) => return Ok((input.advanced(), 75)),
        _ => {}
    }
    alt((preceded(opt(alt((dash, word("and")))), slashed), and_a_half)).parse(input)
}

/// `and-a-half := ["-"] "and" ["-"] ["a" ["-"]] ("half" | "quarter")`, in hundredths.
pub(crate) fn and_a_half(input: Input<'_>) -> Parsed<'_, u32> {
    let hyphen = |input| opt(tight(dash)).parse(input);
    let article = alt((word("a"), word("an"), word("one")));
    let parts = alt((value(50, word("half")), value(25, word("quarter"))));
    preceded((hyphen, word("and"), hyphen, opt((article, hyphen))), parts).parse(input)
}

/// `half := ["a"] "half" ("a" | "an" | "-") | part-of`
fn half(input: Input<'_>) -> Parsed<'_, Count> {
    let hyphen = alt((map(alt((word("a"), word("an"))), |()| ()), tight(dash)));
    let half = value(Count::Hundredths(50), preceded(opt(word("a")), terminated(word("half"), hyphen)));
    alt((half, part_of)).parse(input)
}

/// `part-of := (["a"] "quarter" | "three" ["-"] "quarters") "of" ("a" | "an") | digit "/" digit ["of" ("a" | "an")]`
fn part_of(input: Input<'_>) -> Parsed<'_, Count> {
    let a = |input| alt((word("a"), word("an"))).parse(input);
    let three = verify(cardinal, |&number| number == 3);
    let quarters =
        alt((value(75, (three, opt(dash), word("quarters"))), value(25, (opt(word("a")), word("quarter")))));
    let spoken = terminated(quarters, (word("of"), a));
    map(alt((spoken, terminated(slashed, opt((word("of"), a))))), |part| Count::Hundredths(u64::from(part)))
        .parse(input)
}

/// `slashed := digit "/" digit`, in hundredths.
pub(super) fn slashed(input: Input<'_>) -> Parsed<'_, u32> {
    map(
        verify(
            pair(digits(1..=1, 1..=3), preceded(tight(mark('/')), tight(digits(1..=1, 2..=4)))),
            |&(above, below)| above < below,
        ),
        |(above, below)| above * 100 / below,
    )
    .parse(input)
}

/// `word-count := cardinal ["and a half"]`
fn word_count(input: Input<'_>) -> Parsed<'_, Count> {
    let (input, whole) = cardinal(input)?;
    let (input, part) = opt(and_a_half).parse(input)?;
    Ok((input, Count::Hundredths(u64::from(whole) * 100 + u64::from(part.unwrap_or(0)))))
}

/// `article := "a" | "an" | "another"`, one.
fn article(input: Input<'_>) -> Parsed<'_, Count> {
    let (rest, ()) = alt((word("a"), word("an"), word("another"))).parse(input)?;
    Ok((rest, Count::whole(1)))
}

/// `open-count := "a couple of" | "a dozen" | ("a" ["very"] | "the" | "another")? some ["more" | "hundred"]`
fn open_count(input: Input<'_>) -> Parsed<'_, Count> {
    let a = |input| opt(alt((word("a"), word("another")))).parse(input);
    let couple = preceded(a, preceded(alt((word("couple"), word("pair"))), opt(word("of"))));
    let dozen = preceded(a, word("dozen"));
    let some = preceded(
        (a, opt(word("good"))),
        terminated(sense(|sense| (sense == Sense::Some).then_some(())), opt(word("of"))),
    );
    alt((
        value(Count::whole(2), couple),
        value(Count::whole(12), dozen),
        value(Count::Open, preceded(opt(word("the")), some)),
    ))
    .parse(input)
}

/// `cardinal := ["a"] (cardinal-word | scale) ((["-" | "and"]) (cardinal-word | scale))*`, at most eight words.
pub(crate) fn cardinal(input: Input<'_>) -> Parsed<'_, u32> {
    once(input, Often::Cardinal, any_cardinal)
}

fn any_cardinal(input: Input<'_>) -> Parsed<'_, u32> {
    let (input, _) = opt(terminated(word("a"), peek_scale)).parse(input)?;
    let (mut total, mut group, mut last) = (0u32, 0u32, 0u32);
    let mut at = input;
    for index in 0..8 {
        let joined = if index == 0 { input } else { opt(alt((dash, word("and")))).parse(at)?.0 };
        let cardinal = sense(|sense| match sense {
            Sense::Cardinal(number) => Some((number, false)),
            Sense::Scale(number) => Some((number, true)),
            _ => None,
        })
        .parse(joined);
        let Ok((rest, (number, is_scale))) = cardinal else { break };
        if is_scale {
            group = group.max(1).saturating_mul(number);
            if number >= 1000 {
                total = total.saturating_add(group);
                group = 0;
            }
            last = number;
        } else {
            // Only units follow tens, and anything below follows a scale: *twenty one*, not *one twenty*.
            if index > 0 && !((20..=90).contains(&last) && number < 10 || last >= 100 && number < last) {
                break;
            }
            group = group.saturating_add(number);
            last = number;
        }
        at = rest;
    }
    if at.at == input.at { fail() } else { Ok((at, total.saturating_add(group))) }
}

/// A whole number in words or in figures.
pub(crate) fn cardinal_or_digits(input: Input<'_>) -> Parsed<'_, u32> {
    alt((digits(1..=3, 1..=999), cardinal)).parse(input)
}

fn peek_scale(input: Input<'_>) -> Parsed<'_, ()> {
    let found =
        input.next().is_some_and(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Scale(_))));
    if found { Ok((input, ())) } else { fail() }
}

/// `ordinal := digits ("st" | "nd" | "rd" | "th") | ordinal-word | tens ["-"] ordinal-word`
pub(crate) fn ordinal(input: Input<'_>) -> Parsed<'_, u32> {
    once(input, Often::Ordinal, any_ordinal)
}

fn any_ordinal(input: Input<'_>) -> Parsed<'_, u32> {
    let figures = terminated(digits(1..=2, 1..=99), tight(one_of(&["st", "nd", "rd", "th"])));
    alt((figures, ordinal_word)).parse(input)
}

fn ordinal_word(input: Input<'_>) -> Parsed<'_, u32> {
    let simple = sense(|sense| match sense {
        Sense::Ordinal(number) => Some(number),
        _ => None,
    });
    let compound = map(
        verify(
            pair(
                tens,
                preceded(
                    opt(dash),
                    sense(|sense| match sense {
                        Sense::Ordinal(number) => Some(number),
                        _ => None,
                    }),
                ),
            ),
            |&(_, units)| units < 10,
        ),
        |(tens, units)| tens + units,
    );
    alt((compound, simple)).parse(input)
}

fn tens(input: Input<'_>) -> Parsed<'_, u32> {
    sense(|sense| match sense {
        Sense::Cardinal(number) if (20..100).contains(&number) => Some(number),
        _ => None,
    })
    .parse(input)
}

/// `spoken-year := teens tens-units | "two thousand" [["and"] units]`: *nineteen ninety-six*.
pub(crate) fn spoken_year(input: Input<'_>) -> Parsed<'_, i32> {
    let teens = sense(|sense| match sense {
        Sense::Cardinal(number) if (15..=20).contains(&number) => Some(number),
        _ => None,
    });
    let century = map(pair(teens, cardinal_tail), |(hundreds, years)| hundreds * 100 + years);
    let millennium = verify(cardinal, |&year| (1900..=2099).contains(&year));
    map(alt((century, millennium)), u32::cast_signed).parse(input)
}

/// `long-year := cardinal "hundred" [["and"] number]`: *seventeen hundred and thirty-three*, where a date asks for
/// a year.
pub(crate) fn long_year(input: Input<'_>) -> Parsed<'_, i32> {
    map(verify(cardinal, |&year| (1500..=2099).contains(&year)), u32::cast_signed).parse(input)
}

/// `cardinal-tail := tens [["-"] units] | ten to nineteen | ("oh" | "o") units`
fn cardinal_tail(input: Input<'_>) -> Parsed<'_, u32> {
    let oh = preceded((one_of(&["oh", "o"]), opt(dash)), verify(cardinal, |&number| number < 10));
    alt((oh, verify(cardinal, |&number| (10..100).contains(&number))))
        .parse(preceded(opt(dash), ok).parse(input)?.0)
}

fn ok(input: Input<'_>) -> Parsed<'_, ()> {
    Ok((input, ()))
}

/// `short-year := "'" digit digit`
pub(crate) fn short_year(input: Input<'_>) -> IResult<Input<'_>, u32, ()> {
    preceded(apostrophe, tight(digits(2..=2, 0..=99))).parse(input)
}
