//! Dates said from the reference date or from the last date of the text.

use super::date::{full_month, month_name, weekday_name};
use super::input::{
    Input, Parsed, apostrophe, dash, digits, fail, longest, mark, one_of, sense, tight, word, words,
};
use super::number::ordinal;
use super::period::{holiday_name, season_name};
use crate::lexicon::{Pick, Sense};
use crate::meaning::{Base, Count, Day, Direction, Inner, Length, Name, Picked, Time, When, Which};
use crate::unit::{Part, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;

/// `pick := ["the"] ("last" | "previous" | "next" | "following" | "this" ["past" | "coming"] | "that" …)`
pub(crate) fn pick(input: Input<'_>) -> Parsed<'_, (Picked, Base)> {
    let (rest, the) = opt(alt((word("the"), map(possessive_pronoun, |_| ())))).parse(input)?;
    let (rest, found) = pick_word(rest)?;
    let (rest, more) = opt(pick_word).parse(rest)?;
    let said = match (found, more) {
        (Pick::This, Some(pick @ (Pick::Last | Pick::Coming))) => pick,
        (Pick::This, Some(Pick::Next)) => Pick::Coming,
        (Pick::That, Some(Pick::That)) | (_, None) => found,
        _ => return fail(),
    };
    let found = match (said, the.is_some()) {
        (Pick::Last, _) => (Picked::Last, Base::Now),
        (Pick::Previous, _) => (Picked::Last, Base::View),
        (Pick::Next, true)
            if input.second().is_some_and(|lexeme| input.of(lexeme).eq_ignore_ascii_case("next")) =>
        {
            (Picked::Next, Base::View)
        }
        (Pick::Next, _) => (Picked::Next, Base::Now),
        (Pick::Coming, _) => (Picked::Coming, Base::Now),
        (Pick::Following, _) => (Picked::Next, Base::View),
        (Pick::This, _) => (Picked::This, Base::Now),
        (Pick::That, _) => (Picked::This, Base::View),
    };
    Ok((rest, found))
}

fn possessive_pronoun(input: Input<'_>) -> Parsed<'_, usize> {
    one_of(&["its", "their", "his", "her", "our", "my"]).parse(input)
}

fn pick_word(input: Input<'_>) -> Parsed<'_, Pick> {
    sense(|sense| match sense {
        Sense::Pick(pick) => Some(pick),
        _ => None,
    })
    .parse(input)
}

/// `unit := "day" | "week" | …`, one.
pub(crate) fn unit(input: Input<'_>) -> Parsed<'_, Unit> {
    sense(|sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })
    .parse(input)
}

/// `units := "days" | "weeks" | …`, one or many.
pub(crate) fn units(input: Input<'_>) -> Parsed<'_, Unit> {
    sense(|sense| match sense {
        Sense::Unit(unit) | Sense::Units(unit) => Some(unit),
        _ => None,
    })
    .parse(input)
}

fn steps(picked: Picked) -> i32 {
    match picked {
        Picked::Last => -1,
        Picked::This => 0,
        Picked::Next | Picked::Coming => 1,
    }
}

/// `picked-unit := pick ["fiscal" | "calendar"] unit`: *last week*, *the following year*.
pub(crate) fn picked_unit(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (picked, base)) = pick(input)?;
    let (rest, fiscal) = opt(one_of(&["fiscal", "calendar", "financial"])).parse(rest)?;
    let (rest, unit) = unit(rest)?;
    if unit.is_clock() || matches!(unit, Unit::Night | Unit::Generation | Unit::Season | Unit::Semester) {
        return fail();
    }
    let day = Day::Unit(unit, steps(picked), base);
    Ok((rest, if matches!(fiscal, Some(0 | 2)) { Day::Fiscal(Box::new(day)) } else { day }))
}

/// `relative-year := ["the"] ("last" | "this" | …) "year" | "the year"`, beside a month or a quarter.
pub(crate) fn relative_year(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, day) =
        alt((picked_unit, map(words(&["the", "year"]), |()| Day::Unit(Unit::Year, 0, Base::View))))
            .parse(input)?;
    let is_year = match &day {
        Day::Unit(unit, ..) => *unit == Unit::Year,
        Day::Fiscal(_) => true,
        _ => false,
    };
    if is_year { Ok((rest, day)) } else { fail() }
}

/// `picked-name := pick (weekday | month | season | "weekend" | quarter | holiday)`
pub(crate) fn picked_name(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (picked, base)) = pick(input)?;
    let (rest, name) =
        longest(rest, &[name_of_weekday, name_of_month, name_of_season, name_of_holiday, name_of_quarter])?;
    Ok((rest, Day::Named(name, Which::Picked(picked, base))))
}

fn name_of_weekday(input: Input<'_>) -> Parsed<'_, Name> {
    // *that Sun*, *this wed*: other words or names as often.
    if ["sun", "sat", "wed", "mon"].iter().any(|word| input.is_word(word)) && !input.ends_line_after() {
        return fail();
    }
    map(weekday_name, Name::Weekday).parse(input)
}

fn name_of_month(input: Input<'_>) -> Parsed<'_, Name> {
    let (rest, month) = alt((full_month, month_name)).parse(input)?;
    // *this may*, *the last march*: other words in lower case.
    if ["may", "march", "mar"].contains(&input.next().map_or("", |lexeme| input.of(lexeme))) {
        return fail();
    }
    // *this May 5* is a date of its own.
    if digits(1..=2, 1..=31).parse(rest).is_ok() {
        return fail();
    }
    Ok((rest, Name::Month(month)))
}

fn name_of_season(input: Input<'_>) -> Parsed<'_, Name> {
    map(season_name, Name::Season).parse(input)
}

fn name_of_holiday(input: Input<'_>) -> Parsed<'_, Name> {
    map(holiday_name, Name::Holiday).parse(input)
}

fn name_of_quarter(input: Input<'_>) -> Parsed<'_, Name> {
    let (rest, number) = ordinal(input)?;
    let (rest, ()) = word("quarter").parse(rest)?;
    if (1..=4).contains(&number) { Ok((rest, Name::Quarter(number))) } else { fail() }
}

/// `possessed := relative-year "'s" (quarter | month | season | holiday)`: *last year's third quarter*.
pub(crate) fn possessed(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, year) =
        alt((relative_year, map(digits(4..=4, 1900..=2099), |year| Day::Year(year.cast_signed()))))
            .parse(input)?;
    let (rest, ()) = tight(apostrophe).parse(rest)?;
    let (rest, ()) = tight(word("s")).parse(rest)?;
    let (rest, name) = longest(rest, &[name_of_month, name_of_season, name_of_holiday, name_of_quarter])?;
    Ok((rest, Day::Named(name, Which::In(Box::new(year)))))
}

/// `deictic := "today" | "yesterday" | "tomorrow"` as a day.
pub(crate) fn deictic_day(input: Input<'_>) -> Parsed<'_, Day> {
    let shift = sense(|sense| match sense {
        Sense::Deictic(shift) if shift.abs() <= 1 => Some(shift),
        _ => None,
    });
    map(shift, |shift| Day::Unit(Unit::Day, shift, Base::Now)).parse(input)
}

/// `picked-part := "tonight" | "overnight" | pick part`: *last night*, *the following morning*.
pub(crate) fn picked_part(input: Input<'_>) -> Parsed<'_, When> {
    let tonight = sense(|sense| (sense == Sense::Deictic(100)).then_some(0));
    let mut tonight = tonight;
    if let Ok((rest, shift)) = tonight.parse(input) {
        return Ok((rest, part_of(shift, Base::Now, Part::Night)));
    }
    if let Ok((rest, ())) = word("overnight").parse(input) {
        return Ok((rest, When { day: Day::Given, time: Some(Time::Part(Part::Night)) }));
    }
    let (rest, (picked, base)) = pick(input)?;
    let (rest, _) = opt(one_of(&["early", "late"])).parse(rest)?;
    let (rest, part) = super::clock::part_word(rest)?;
    let shift = match (picked, base) {
        // *last night* is the night to today, *the last evening* that of yesterday.
        (Picked::Last, _) => -1,
        (Picked::This, _) => 0,
        (Picked::Next | Picked::Coming, _) => 1,
    };
    Ok((rest, part_of(shift, base, part)))
}

fn part_of(shift: i32, base: Base, part: Part) -> When {
    When { day: Day::Unit(Unit::Day, shift, base), time: Some(Time::Part(part)) }
}

/// `day-before := ["the"] "day" ("before" | "after") day`: *the day before yesterday*.
pub(crate) fn day_before(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, unit) = unit(rest)?;
    let (rest, direction) =
        alt((value(Direction::Back, word("before")), value(Direction::On, word("after")))).parse(rest)?;
    if unit.is_clock() {
        return fail();
    }
    match super::day(rest) {
        Ok((rest, day)) => {
            Ok((rest, Day::Shift(Length::of(Count::whole(1), unit), direction, Box::new(day))))
        }
        // *They had met the day before.*
        Err(_) if input.is_word("the") && unit != Unit::Night && super::length::ends_clause(rest) => {
            let steps = if direction == Direction::Back { -1 } else { 1 };
            Ok((rest, Day::Unit(unit, steps, Base::View)))
        }
        Err(_) => fail(),
    }
}

/// `around := ["the"] ("week" | "weekend" | "month") "of" ["the"] day`: *the week of 6 March*.
pub(crate) fn around(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, unit) = unit(rest)?;
    if !matches!(unit, Unit::Week | Unit::Weekend | Unit::Month) {
        return fail();
    }
    let begins =
        (one_of(&["beginning", "starting", "commencing", "of"]), opt(alt((word("on"), word("with")))));
    let (rest, _) = map(begins, |_| ()).parse(rest)?;
    let day = super::date::dated(rest)
        .or_else(|_| super::numeric::numeric_day(rest))
        .or_else(|_| super::period::holiday(rest))
        .or_else(|_| the_day_of_month(rest));
    match day {
        Ok((rest, day)) => Ok((rest, Day::Around(unit, Box::new(day)))),
        Err(_) => fail(),
    }
}

/// `the-day-of-month := "the" ordinal-in-digits`: *the week of the 18th*.
fn the_day_of_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, day) = ordinal(rest)?;
    if day > 31 {
        return fail();
    }
    Ok((rest, Day::Named(Name::DayOfMonth(day, None), Which::Nearest)))
}

/// `holiday-weekend := ["the"] holiday [year] "weekend" [["of" | "in"] year]`: *the Labor Day weekend*.
pub(crate) fn holiday_weekend(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, day) = super::period::holiday(rest)?;
    let (rest, ()) = word("weekend").parse(rest)?;
    let link = opt(alt((word("of"), word("in"))));
    let (rest, year) = opt(preceded(link, super::date::year)).parse(rest)?;
    let day = match (day, year) {
        (Day::Named(name, Which::Nearest), Some(year)) => Day::Named(name, Which::In(Box::new(year))),
        (day, _) => day,
    };
    Ok((rest, Day::Around(Unit::Weekend, Box::new(day))))
}

/// `after-next := ["the"] (unit | weekday) ("after next" | "before last")`: *the week after next*.
pub(crate) fn after_next(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let ahead = value(Direction::On, words(&["after", "next"]));
    let (rest, direction) = alt((ahead, value(Direction::Back, words(&["before", "last"])))).parse(rest)?;
    let steps = if direction == Direction::On { 2 } else { -2 };
    match inner {
        Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night => fail(),
        Inner::Unit(unit) => Ok((rest, Day::Unit(unit, steps, Base::Now))),
        Inner::Weekday(weekday) => {
            let picked = if direction == Direction::On { Picked::Coming } else { Picked::Last };
            let near = Day::Named(Name::Weekday(weekday), Which::Picked(picked, Base::Now));
            Ok((rest, Day::Shift(Length::of(Count::whole(1), Unit::Week), direction, Box::new(near))))
        }
    }
}

/// `weekday-from := ["the"] [ordinal] weekday ("after" | "before" | "following") day`: *the first Monday after Easter*.
pub(crate) fn weekday_from(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = opt(ordinal).parse(rest)?;
    let (rest, weekday) = super::date::full_weekday(rest)?;
    let ahead = value(1, alt((word("after"), word("following"))));
    let (rest, sign) = alt((ahead, value(-1, word("before")))).parse(rest)?;
    let number = number.unwrap_or(1).cast_signed();
    match super::calendar_day(rest)? {
        (rest, day) if number <= 53 && is_day_like(&day) => {
            Ok((rest, Day::WeekdayFrom(number * sign, weekday, Box::new(day))))
        }
        _ => fail(),
    }
}

/// Whether something is counted from: a date or a holiday.
fn is_day_like(day: &Day) -> bool {
    matches!(day, Day::Named(Name::MonthDay(..) | Name::Numeric(..) | Name::Holiday(_), _))
}

/// `nth := ["the"] (ordinal | "last" | "final") (unit | weekday) ("of" | "in") day`: *the first week of October*.
pub(crate) fn nth(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let last = value(-1, alt((word("last"), word("final"))));
    // *the third last week*, *the second-to-last Friday*, *the penultimate day*
    let to = |input| opt((opt(dash), word("to"), opt(dash))).parse(input);
    let from_end = map((ordinal, to, word("last")), |(number, ..)| -number.cast_signed());
    let penultimate = value(-2, word("penultimate"));
    let (rest, number) = alt((from_end, penultimate, map(ordinal, u32::cast_signed), last)).parse(rest)?;
    let (rest, inner) = alt((map(weekday_name, Inner::Weekday), map(unit, Inner::Unit))).parse(rest)?;
    let (rest, ()) = alt((word("of"), word("in"))).parse(rest)?;
    if matches!(inner, Inner::Unit(unit) if unit.is_clock() || unit == Unit::Night) || number > 53 {
        return fail();
    }
    // *the first Monday of the month*
    let around = preceded(word("the"), unit);
    let outer =
        super::calendar_day(rest).or_else(|_| map(around, |unit| Day::Unit(unit, 0, Base::View)).parse(rest));
    match outer {
        Ok((rest, day)) if is_longer(&day, inner) => Ok((rest, Day::Nth(number, inner, Box::new(day)))),
        _ => fail(),
    }
}

/// Whether a stretch can hold the days or units that are counted in it.
fn is_longer(outer: &Day, inner: Inner) -> bool {
    match (outer, inner) {
        (Day::Unit(outer, ..), Inner::Unit(inner)) => *outer > inner,
        (Day::Unit(outer, ..), Inner::Weekday(_)) => *outer >= Unit::Month,
        _ => true,
    }
}

/// `day-of := ["the"] (ordinal | digits) "of" pick "month"`: *the 20th of next month*.
pub(crate) fn day_of_picked_month(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(word("the")).parse(input)?;
    let (rest, number) = super::date::day_number(rest)?;
    let (rest, of) = opt(word("of")).parse(rest)?;
    // *the 21st this month*, but not *21 last month*
    if of.is_none() && !input.is_word("the") {
        return fail();
    }
    match picked_unit(rest)? {
        (rest, month @ Day::Unit(Unit::Month, ..)) => {
            Ok((rest, Day::Nth(number.cast_signed(), Inner::Unit(Unit::Day), Box::new(month))))
        }
        _ => fail(),
    }
}

/// `weekend := ["the"] "weekend" ["of" date]`, and *this weekend* by [`picked_unit`].
pub(crate) fn the_weekend(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = words(&["the", "weekend"]).parse(input)?;
    Ok((rest, Day::Named(Name::Weekend, Which::Nearest)))
}

/// `weekday-of-week := weekday-name ["," | "of"] pick "week" | pick "week" weekday-name`
pub(crate) fn weekday_of_week(input: Input<'_>) -> Parsed<'_, Day> {
    let week = |input| match picked_unit(input) {
        Ok((rest, day @ Day::Unit(Unit::Week, ..))) => Ok((rest, day)),
        _ => fail(),
    };
    let after = (weekday_name, preceded(opt(alt((mark(','), word("of"), word("from"), word("in")))), week));
    let before = map((week, preceded(opt(mark(',')), weekday_name)), |(week, weekday)| (weekday, week));
    let (rest, (weekday, week)) = alt((after, before)).parse(input)?;
    Ok((rest, Day::Nth(1, Inner::Weekday(weekday), Box::new(week))))
}
