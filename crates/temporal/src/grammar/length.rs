//! Lengths of time and what is counted from a date with them.

use super::input::{
    Input, Often, Parsed, dash, fail, longest, mark, once, one_of, sense, tight, word, words,
};
use super::number::{and_a_half, count};
use super::relative::{pick, unit, units};
use crate::Modifier;
use crate::class;
use crate::lexeme::{Gap, Kind};
use crate::lexicon::{Pick, Sense};
use crate::meaning::{Count, Length, Meaning, Picked, Reach, Said};
use crate::unit::Unit;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::{preceded, terminated};

/// `counted := count ["more" | "full" | "consecutive" …] units ["and a half"] ["and" | ","] …`
pub(crate) fn counted(input: Input<'_>) -> Parsed<'_, Length> {
    once(input, Often::Counted, any_counted)
}

fn any_counted(input: Input<'_>) -> Parsed<'_, Length> {
    let (rest, (number, unit)) = one_counted(input)?;
    let mut parts = vec![(number.0, unit)];
    let mut rest = rest;
    // *5 minutes, 30 seconds*; *two years and three months*.
    let mut link = opt(alt((mark(','), word("and"))));
    while let Ok((after, (number, smaller))) = preceded(|input| link.parse(input), one_counted).parse(rest) {
        let descends = parts.last().is_some_and(|&(_, last)| smaller < last);
        if !descends || rest.advanced().is_word("a") {
            break;
        }
        parts.push((number.0, smaller));
        rest = after;
    }
    Ok((rest, Length { parts, most: number.1 }))
}

/// `one-counted := count [("to" | "or" | "-") count] [adjective] units`
fn one_counted(input: Input<'_>) -> Parsed<'_, ((Count, Option<Count>), Unit)> {
    // *the third in as many months*: as many as there were of the others.
    if input.is_word("many") && input.follows(&["as"]) {
        return fail();
    }
    let (rest, number) = count(input)?;
    let range = preceded(alt((dash, word("to"), word("or"))), count);
    let (rest, most) = opt(range).parse(rest)?;
    let adjective = sense(|sense| (sense == Sense::Adjective).then_some(()));
    let (rest, _) = opt(adjective).parse(rest)?;
    let (rest, unit) = units(rest)?;
    // *a month-long siege*, *a year-earlier loss*: the article is the noun's.
    if is_article(input) && tight(dash).parse(rest).is_ok() {
        return fail();
    }
    // *the 1988 quarter*: a year before a unit.
    let many = matches!(number, Count::Hundredths(count) if count >= 100_000);
    if many && rest.before().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Unit(unit))) {
        return fail();
    }
    let one = number == Count::whole(1) || number == Count::Hundredths(50);
    let is_plural = rest.before().is_some_and(|lexeme| lexeme.senses.contains(&Sense::Units(unit)));
    // *three day* is an adjective in print without its hyphen: *a three day visit*.
    if one && is_plural && input.is_word("a") {
        return fail();
    }
    // *a quarter*, *three-quarters* are parts of anything.
    if unit == Unit::Quarter
        && (one && !input.is_word("one")
            || rest.follows(&["quarters"]) && is_fraction(number) && !follows_pick(input))
    {
        return fail();
    }
    let (rest, more) = opt(and_a_half).parse(rest)?;
    let number = match (number, more) {
        (Count::Hundredths(count), Some(more)) => Count::Hundredths(count + u64::from(more)),
        _ => number,
    };
    Ok((rest, ((number, most), unit)))
}

fn is_article(input: Input<'_>) -> bool {
    input.is_word("a") || input.is_word("an")
}

/// Whether *next*, *past* or the like stands before.
fn follows_pick(input: Input<'_>) -> bool {
    input.before().is_some_and(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Pick(_))))
}

fn is_fraction(number: Count) -> bool {
    number == Count::whole(3)
}

/// `hyphened := count "-" unit ["-" ("old" | "long")]`: *27-year*, *8-month-old*.
pub(crate) fn hyphened(input: Input<'_>) -> Parsed<'_, Length> {
    if ["a", "an"].iter().any(|word| input.is_word(word)) {
        return fail();
    }
    let (rest, number) = count(input)?;
    let (rest, _) = tight(dash).parse(rest)?;
    let (rest, unit) = tight(units).parse(rest)?;
    let (rest, old) = opt(preceded(tight(dash), tight(one_of(&["old", "long", "olds"])))).parse(rest)?;
    // An age is no stretch of time: *a 44-year-old*.
    if unit == Unit::Year && matches!(old, Some(0 | 2)) || unit == Unit::Quarter {
        return fail();
    }
    Ok((rest, Length::of(number, unit)))
}

/// `long := unit-plural "-long" | unit "-long"`: *decades-long*, *day-long*.
fn long(input: Input<'_>) -> Parsed<'_, Length> {
    let plural = map(unit_plural, |unit| (Count::Open, unit));
    let single = map(unit, |unit| (Count::whole(1), unit));
    let (rest, (number, unit)) = alt((plural, single)).parse(input)?;
    let (rest, _) = (opt(tight(dash)), tight(one_of(&["long"]))).parse(rest)?;
    Ok((rest, Length::of(number, unit)))
}

/// `unit-plural := "days" | "weeks" | …`
pub(super) fn unit_plural(input: Input<'_>) -> Parsed<'_, Unit> {
    sense(|sense| match sense {
        Sense::Units(unit) => Some(unit),
        _ => None,
    })
    .parse(input)
}

/// `amount := bound? length ["or so"]`, a bound such as *nearly* or *more than*.
pub(super) fn amount(input: Input<'_>) -> Parsed<'_, (Length, Option<Modifier>)> {
    let (rest, modifier) = opt(bound).parse(input)?;
    let (rest, length) = longest(rest, &[counted, hyphened])?;
    let (rest, so) =
        opt(alt((words(&["or", "so"]), words(&["or", "more"]), words(&["or", "less"])))).parse(rest)?;
    let modifier = modifier.or_else(|| so.map(|()| Modifier::Approximate));
    Ok((rest, (length, modifier)))
}

/// `bound := "about" | "nearly" | "more than" | "at least" | "up to" | "no more than" | …`
pub(crate) fn bound(input: Input<'_>) -> Parsed<'_, Modifier> {
    let about =
        terminated(one_of(&["about", "around", "approximately", "roughly", "some", "circa"]), opt(mark('~')));
    let nearly = one_of(&["nearly", "almost", "barely", "under"]);
    let over = terminated(one_of(&["over"]), peek_article);
    let more = alt((
        words(&["more", "than"]),
        words(&["at", "least"]),
        words(&["no", "less", "than"]),
        words(&["no", "fewer", "than"]),
    ));
    let less = alt((
        words(&["less", "than"]),
        words(&["fewer", "than"]),
        words(&["at", "most"]),
        words(&["up", "to"]),
        words(&["no", "more", "than"]),
        words(&["as", "little", "as"]),
    ));
    alt((
        value(Modifier::Approximate, about),
        value(Modifier::LessThan, nearly),
        value(Modifier::MoreThan, over),
        value(Modifier::MoreThan, more),
        value(Modifier::LessThan, less),
    ))
    .parse(input)
}

/// *over a week* is more than it, *over three years* lasts them.
fn peek_article(input: Input<'_>) -> Parsed<'_, ()> {
    let found = ["a", "an", "half"].iter().any(|word| input.is_word(word))
        || input.before().is_some_and(|_| follows_for(input))
        || input.second().is_some_and(|lexeme| input.of(lexeme) == "and");
    if found { Ok((input, ())) } else { fail() }
}

/// Whether *for*, *in* or the like stands before the word before.
fn follows_for(input: Input<'_>) -> bool {
    input
        .before_last()
        .is_some_and(|lexeme| ["for", "in", "after", "just", "well", "lasted"].contains(&input.of(lexeme)))
}

/// `length := amount | hyphened | long | "the" amount | reach | bare-plural`
pub(crate) fn length(input: Input<'_>) -> Parsed<'_, Said> {
    if !input.leads_to(class::UNIT) {
        return fail();
    }
    longest(input, &[plain, reaching, bare_plural, long_said, recent, business_year, counted_pick])
}

pub(super) fn said(length: Length, reach: Reach, modifier: Option<Modifier>) -> Said {
    Said { meaning: Meaning::Length(length, reach), modifier, relative_to_now: None }
}

/// `plain := ["the" ["first" | "full" | "entire"]] amount`
fn plain(input: Input<'_>) -> Parsed<'_, Said> {
    let the = (
        word("the"),
        opt(one_of(&[
            "first",
            "final",
            "opening",
            "initial",
            "full",
            "entire",
            "whole",
            "latest",
            "additional",
        ])),
    );
    // *the 2004-5 season*
    let ends_years = input.is_tight()
        && input.before().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark('-' | '–' | '/')))
        && matches!(input.before_last().map(|lexeme| lexeme.kind), Some(Kind::Number(1500..=2199, 4)));
    if ends_years {
        return fail();
    }
    let (rest, the) = opt(the).parse(input)?;
    // *in the first two months*: of something else than the time from now on.
    let is_part = matches!(the, Some((_, Some(0..=3))));
    let (rest, (length, modifier)) = amount(rest)?;
    // *the two-week* before a noun is *two-week* alone, and *52 years old* is an age.
    let hyphened = rest.before_last().is_some_and(|lexeme| matches!(lexeme.kind, Kind::Mark(_)));
    if the.is_some() && (rest.follows(&["second"]) || hyphened) || rest.is_word("old") {
        return fail();
    }
    let bare_article = matches!(length.parts.as_slice(), [(count, _)] if *count == Count::whole(1))
        && (input.is_word("a") || input.is_word("an") || the.is_some());
    // *a second* thing, *a minute*, *a night out*: an article alone makes no length of these.
    if bare_article
        && matches!(
            length.parts.first(),
            Some((
                _,
                Unit::Second | Unit::Night | Unit::Season | Unit::Weekend | Unit::Quarter | Unit::Generation
            ))
        )
    {
        return fail();
    }
    // *a timer for five minutes* ends when they are over.
    let timed = input.follows(&["for"])
        && input
            .before_last()
            .is_some_and(|lexeme| ["timer", "alarm", "countdown"].contains(&input.of(lexeme)));
    let within = timed || input.follows(&["in", "within"]) && !is_part;
    Ok((rest, said(length, if within { Reach::Within } else { Reach::Free }, modifier)))
}

/// `reach := ["the"] ("last" | "past" | "next" | "coming" …) [count] units`: *the last two weeks*.
fn reaching(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, modifier) = if ["about", "around", "some", "over"].iter().any(|word| input.is_word(word)) {
        (input, None)
    } else {
        opt(bound).parse(input)?
    };
    // *to last two hours*: the verb.
    const AUXILIARIES: &[&str] = &[
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "not",
        "ll",
        "usually",
        "typically",
        "often",
    ];
    if rest.is_word("last")
        && (rest.follows(AUXILIARIES) || rest.follows(&["and"]) && counted(rest.advanced()).is_ok())
    {
        return fail();
    }
    let (rest, (picked, _)) = pick(rest)?;
    let the = input.is_word("the") || modifier.is_some();
    let reach = match picked {
        Picked::Last => Reach::Back,
        Picked::Next | Picked::Coming | Picked::AfterNext => Reach::On,
        Picked::This => Reach::Free,
    };
    let (rest, length) = match counted(rest) {
        Ok((rest, length)) => (rest, length),
        // *the past decade* is a length, *last year* a date.
        Err(_) => {
            let (rest, unit) = unit(rest)?;
            // *in the next hour*: a clock has no hour of that name.
            let ahead = picked == Picked::Next && unit.is_clock() && unit != Unit::Second;
            let back = the && picked == Picked::Last;
            if !(back || ahead || unit == Unit::Fortnight)
                || matches!(unit, Unit::Night | Unit::Weekend | Unit::Second)
            {
                return fail();
            }
            // *the past quarter century*
            match word("century").parse(rest) {
                Ok((rest, ())) if unit == Unit::Quarter => (rest, Length::of(Count::whole(25), Unit::Year)),
                _ => (rest, Length::of(Count::whole(1), unit)),
            }
        }
    };
    let quarter = matches!(length.parts.as_slice(), [(_, Unit::Quarter)]);
    if picked == Picked::This || quarter && super::period::is_of_no_year(rest) {
        return fail();
    }
    let (rest, so) = opt(words(&["or", "so"])).parse(rest)?;
    let modifier = modifier.or_else(|| so.map(|()| Modifier::Approximate));
    // *the last ten years of his life* do not end now.
    let of_another = rest.is_word("of")
        && ["the", "his", "her", "its", "their", "a", "an"].iter().any(|word| rest.advanced().is_word(word));
    let reach = if of_another && reach == Reach::Back { Reach::Free } else { reach };
    Ok((rest, said(length, reach, modifier)))
}

/// `bare-plural := units`, after a preposition that wants a length: *for weeks*.
fn bare_plural(input: Input<'_>) -> Parsed<'_, Said> {
    let prepared = input.follows(&[
        "for", "within", "in", "after", "over", "takes", "take", "took", "taken", "lasting", "lasted",
        "last", "spent", "of", "spanning", "spans",
    ]);
    let (rest, the) = opt(word("the")).parse(input)?;
    let (rest, unit) = unit_plural(rest)?;
    if !prepared
        || unit.is_clock() && input.follows(&["of", "in"])
        || the.is_some() && !input.follows(&["over"])
    {
        return fail();
    }
    let goes_on = rest.next().is_some_and(|lexeme| lexeme.kind == Kind::Mark('-') && lexeme.gap == Gap::None);
    if goes_on {
        return fail();
    }
    Ok((rest, said(Length::of(Count::Open, unit), Reach::Free, None)))
}

/// `counted-pick := ["the"] count pick units`: *the four previous weeks*, *the two coming months*.
fn counted_pick(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = super::number::cardinal_or_digits(rest)?;
    let (rest, pick) = sense(|sense| match sense {
        Sense::Pick(pick) => Some(pick),
        _ => None,
    })
    .parse(rest)?;
    let (rest, unit) = unit_plural(rest)?;
    let reach = match pick {
        Pick::Last | Pick::Previous => Reach::Back,
        Pick::Next | Pick::Coming => Reach::On,
        Pick::Following => Reach::Free,
        Pick::This | Pick::That => return fail(),
    };
    Ok((rest, said(Length::of(Count::whole(number), unit), reach, None)))
}

/// `business-year := "the" ["fiscal"] "year" [","]`, before *ended* or *ending*: any twelve months.
fn business_year(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, _) = opt(one_of(&["fiscal", "financial", "full"])).parse(rest)?;
    let (rest, ()) = word("year").parse(rest)?;
    let (after, _) = opt(mark(',')).parse(rest)?;
    if !["ended", "ending"].iter().any(|word| after.is_word(word)) {
        return fail();
    }
    Ok((rest, said(Length::of(Count::whole(1), Unit::Year), Reach::Free, None)))
}

fn long_said(input: Input<'_>) -> Parsed<'_, Said> {
    map(long, |length| said(length, Reach::Free, None)).parse(input)
}

/// `recent := ["the" | "most"] ("recent" | "coming" | "past") units`: vague, *in recent weeks*.
fn recent(input: Input<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let past = value("PAST_REF", one_of(&["recent", "past", "last", "previous"]));
    let future = value("FUTURE_REF", one_of(&["coming", "upcoming", "next", "future"]));
    let (rest, reference) = alt((past, future)).parse(rest)?;
    let (rest, _) = unit_plural(rest)?;
    Ok((rest, Said { meaning: Meaning::Vague(reference), modifier: None, relative_to_now: None }))
}
