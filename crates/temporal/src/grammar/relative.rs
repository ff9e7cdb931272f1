//! Dates said from the reference date or from the last date of the text.

use super::date::weekday_name;
use super::input::{
    Input, Parsed, apostrophe, dash, digits, fail, longest, one_of, sense, tight, word, words,
};
use super::month::{full_month, month_name};
use super::number::ordinal;
use super::period::{holiday_name, season_name};
use crate::lexicon::{Pick, Sense};
use crate::meaning::{Base, Count, Day, Direction, Length, Name, Picked, Time, When, Which};
use crate::unit::{Part, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};

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
        (Pick::Next, true) => (Picked::Next, Base::View),
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

/// `unit := "day" | "week" | "week-end" | …`, one.
pub(crate) fn unit(input: Input<'_>) -> Parsed<'_, Unit> {
    if let Ok(found) = hyphened_weekend(input) {
        return Ok(found);
    }
    sense(|sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })
    .parse(input)
}

/// `hyphened-weekend := "week-end"`, as it was long spelled.
fn hyphened_weekend(input: Input<'_>) -> Parsed<'_, Unit> {
    value(Unit::Weekend, (word("week"), tight(dash), tight(word("end")))).parse(input)
}

/// `units := "days" | "weeks" | …`, one or many.
pub(crate) fn units(input: Input<'_>) -> Parsed<'_, Unit> {
    sense(|sense| match sense {
        Sense::Unit(unit) | Sense::Units(unit) => Some(unit),
        _ => None,
    })
    .parse(input)
}

pub(super) fn steps(picked: Picked) -> i32 {
    match picked {
        Picked::Last => -1,
        Picked::This => 0,
        Picked::Next | Picked::Coming => 1,
        Picked::AfterNext => 2,
    }
}

/// `picked-unit := pick ["fiscal" | "calendar"] unit`: *last week*, *the following year*.
pub(crate) fn picked_unit(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (picked, base)) = pick(input)?;
    let (rest, fiscal) = opt(one_of(&["fiscal", "calendar", "financial"])).parse(rest)?;
    let (rest, unit) = unit(rest)?;
    if unit.is_clock()
        || unit == Unit::Quarter && super::period::is_of_no_year(rest)
        || matches!(unit, Unit::Night | Unit::Fortnight | Unit::Generation | Unit::Season | Unit::Semester)
    {
        return fail();
    }
    let day = Day::Unit(unit, steps(picked), base);
    Ok((rest, if matches!(fiscal, Some(0 | 2)) { Day::Fiscal(Box::new(day)) } else { day }))
}

/// `same-time := ["about"] ("this" | "the same") "time" (("last" | "next") unit | "yesterday" | "tomorrow")`: the day, or for a
/// year the month, as far back or on.
pub(crate) fn same_time(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, _) = opt(one_of(&["about", "around"])).parse(input)?;
    let (rest, _) = alt((word("this"), words(&["the", "same"]))).parse(rest)?;
    let (rest, ()) = word("time").parse(rest)?;
    if let Ok((rest, day @ Day::Unit(_, -1 | 1, _))) = deictic_day(rest) {
        return Ok((rest, day));
    }
    let direction = alt((value(Direction::Back, word("last")), value(Direction::On, word("next"))));
    let (rest, (direction, unit)) = (direction, unit).parse(rest)?;
    let now = Box::new(Day::Unit(Unit::Day, 0, Base::Now));
    let shift = Box::new(Day::Shift(Length::of(Count::whole(1), unit), direction, now));
    match unit {
        Unit::Week => Ok((rest, Day::Around(Unit::Day, shift))),
        Unit::Month => Ok((rest, Day::Around(Unit::Week, shift))),
        Unit::Year => Ok((rest, Day::Around(Unit::Month, shift))),
        _ => fail(),
    }
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

/// `picked-name := pick (weekday | month | date | season | "weekend" | quarter | holiday | workday)`
pub(crate) fn picked_name(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, (picked, base)) = pick(input)?;
    let (rest, name) = longest(
        rest,
        &[
            name_of_weekday,
            name_of_month,
            name_of_date,
            name_of_season,
            name_of_holiday,
            name_of_quarter,
            name_of_workday,
        ],
    )?;
    // *this past Friday* is the last there was, typed alone too.
    if let (Name::Weekday(weekday), Picked::Last, Base::Now) = (name, picked, base)
        && input.is_word("this")
    {
        return Ok((rest, nearest_weekday(weekday, Direction::Back)));
    }
    Ok((rest, Day::Named(name, Which::Picked(picked, base))))
}

/// The last such day of the week there was, or the first to come.
pub(super) fn nearest_weekday(weekday: u32, direction: Direction) -> Day {
    let number = if direction == Direction::Back { -1 } else { 1 };
    Day::WeekdayFrom(number, weekday, Box::new(Day::Unit(Unit::Day, 0, Base::Now)))
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
    // *this may*, *the last march*: other words in lower case, but alone in a line.
    let alone = rest.ends_line()
        && input.at.checked_sub(1).is_some_and(|at| Input { from: at, at, ..input }.opens_line());
    if !alone && ["may", "march", "mar"].contains(&input.next().map_or("", |lexeme| input.of(lexeme))) {
        return fail();
    }
    // *this May 5* is a date of its own.
    if digits(1..=2, 1..=31).parse(rest).is_ok() {
        return fail();
    }
    Ok((rest, Name::Month(month)))
}

/// A date without a year: *next 6th of April*.
fn name_of_date(input: Input<'_>) -> Parsed<'_, Name> {
    // *last March 5*, *this March 5* say the date alone.
    if !input.follows(&["next", "following", "coming", "upcoming"]) {
        return fail();
    }
    match super::date::dated(input)? {
        (rest, Day::Named(name @ Name::MonthDay(..), Which::Nearest)) => Ok((rest, name)),
        _ => fail(),
    }
}

/// `workday := "weekday" | "workday" | ("business" | "working" | "trading") "day"`: *the next business day*.
fn name_of_workday(input: Input<'_>) -> Parsed<'_, Name> {
    let pair = map((one_of(&["business", "working", "trading"]), word("day")), |_| 0);
    let (rest, _) = alt((pair, one_of(&["weekday", "workday"]))).parse(input)?;
    // *the last trading day of the year*
    if rest.is_word("of") { fail() } else { Ok((rest, Name::Workday)) }
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
    // *this lunch* is a meal.
    if ["lunch", "dinner", "breakfast"].iter().any(|meal| rest.is_word(meal)) {
        return fail();
    }
    let (rest, part) = super::clock::part_word(rest)?;
    let shift = match (picked, base) {
        // *last night* is the night to today, *the last evening* that of yesterday.
        (Picked::Last, _) => -1,
        (Picked::This, _) => 0,
        (Picked::Next | Picked::Coming | Picked::AfterNext, _) => 1,
    };
    Ok((rest, part_of(shift, base, part)))
}

fn part_of(shift: i32, base: Base, part: Part) -> When {
    When { day: Day::Unit(Unit::Day, shift, base), time: Some(Time::Part(part)) }
}

/// `weekend := ["the"] "weekend" ["of" date]`, and *this weekend* by [`picked_unit`].
pub(crate) fn the_weekend(input: Input<'_>) -> Parsed<'_, Day> {
    let (rest, ()) = word("the").parse(input)?;
    let (rest, _) = verify(unit, |&unit| unit == Unit::Weekend).parse(rest)?;
    Ok((rest, Day::Named(Name::Weekend, Which::Nearest)))
}
