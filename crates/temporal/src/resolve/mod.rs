//! From what is said to a place in the calendar.

mod named;
mod nearest;
mod shift;

use crate::Precision;
use crate::calendar::{
    nth_weekday, on_or_after, plus_days, plus_months, weekday, weekday_after, weekday_before,
};
use crate::meaning::{Base, Clock, Day, Inner, Name, Time, When};
use crate::place::Place;
use crate::tense::Tense;
use crate::unit::Unit;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use named::named;
pub(crate) use shift::move_by;
use shift::shifted;

/// What a date is resolved against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The publication of the text.
    pub(crate) reference: Option<NaiveDateTime>,
    /// The dates of the text so far.
    pub(crate) view: &'a View,
    /// Whether the text tells of a past far from its publication, so that *June* is that of the last date.
    pub(crate) is_narrative: bool,
    /// Whether nothing else stands in the text, as in a search field: an offset then keeps the time of day.
    pub(crate) is_typed: bool,
    /// The direction of the clause.
    pub(crate) tense: Tense,
}

/// The last date of the text, and the last of each fineness.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    last: Option<Place>,
    day: Option<Place>,
    month: Option<Place>,
    /// The last date whose year was said.
    told: Option<i32>,
    /// Whether the last date stands at the head of its sentence.
    heads: bool,
    /// The last quarter, until a year or anything longer follows it.
    quarter: Option<Place>,
}

impl View {
    /// Takes the next date of the text in.
    pub(crate) fn see(&mut self, place: Place, with_year: bool, heads: bool) {
        self.heads = heads;
        if with_year {
            self.told = place.first_day().map(|day| day.year());
        }
        self.last = Some(place);
        match place {
            Place::Quarter(..) => self.quarter = Some(place),
            Place::Fiscal(_) => self.quarter = None,
            _ => {}
        }
        if place.precision() <= Precision::Day {
            self.day = Some(place);
        }
        if place.precision() <= Precision::Month {
            self.month = Some(place);
        }
    }

    /// Whether the last quarter is one of the year around a day, so that a comparison is one with it.
    fn is_about_quarter(&self, today: Option<NaiveDate>) -> bool {
        let (Some(quarter), Some(today)) = (self.quarter.and_then(Place::first_day), today) else {
            return false;
        };
        (0..=366).contains(&(today - quarter).num_days())
    }

    /// The last date at least as fine as a unit.
    fn fine(&self, unit: Unit) -> Option<Place> {
        match unit {
            unit if unit <= Unit::Day => self.day,
            unit if unit <= Unit::Month => self.month,
            _ => self.last,
        }
    }
}

/// A place, and its bounds where they are not those of its name: *three weeks ago* is a week by name and
/// begins on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    pub(crate) place: Place,
    pub(crate) bounds: Option<(NaiveDateTime, NaiveDateTime)>,
}

impl From<Place> for Placed {
    fn from(place: Place) -> Self {
        Self { place, bounds: place.bounds() }
    }
}

/// The place of a date and time, or `None` where something is missing.
pub(crate) fn place(when: &When, context: &Context<'_>) -> Option<Placed> {
    let base = day(&when.day, context)?;
    let Some(time) = &when.time else { return Some(base) };
    let first = base.place.first_day()?;
    let first = if when.day == Day::Given { next_if_over(first, time, context)? } else { first };
    Some(match time {
        // *last night* is the night before today, which is that of yesterday.
        Time::Part(part) => Place::Part(first, *part).into(),
        // Past midnight, of the night that is on or the next.
        Time::Clock(Clock { hour: hour @ 25.., minute, second, .. }) => {
            let hour = hour - 24;
            let is_over = context.reference.is_some_and(|now| now.hour() >= hour);
            let day = if is_over { plus_days(first, 1)? } else { first };
            Place::Clock(day, hour, *minute, *second).into()
        }
        Time::Clock(Clock { hour, minute, second, .. }) => {
            Place::Clock(first, *hour, *minute, *second).into()
        }
    })
}

/// A bare time of day that is over when a clause looks ahead is that of the next day. Only where the reference
/// date has a time of day, and no date of the text is in view.
fn next_if_over(first: NaiveDate, time: &Time, context: &Context<'_>) -> Option<NaiveDate> {
    let Time::Clock(clock) = time else { return Some(first) };
    let Some(reference) = context.reference else { return Some(first) };
    let ahead = matches!(context.tense, Tense::Future | Tense::Fragment);
    let timed = reference.num_seconds_from_midnight() > 0;
    let said = (clock.hour * 60 + clock.minute.unwrap_or(59)) * 60;
    let is_over = said < reference.num_seconds_from_midnight();
    if ahead && timed && is_over && context.view.last.is_none() { plus_days(first, 1) } else { Some(first) }
}

fn day(said: &Day, context: &Context<'_>) -> Option<Placed> {
    Some(match said {
        Day::Given => Place::Day(given(context)?).into(),
        Day::LatestQuarter => latest_quarter(context)?.into(),
        Day::Year(year) => Place::Year(*year).into(),
        Day::ShortYear(year) => Place::Year(full_year(*year, context)).into(),
        Day::Fiscal(year) => match day(year, context)?.place {
            Place::Year(year) => Place::Fiscal(year).into(),
            other => other.into(),
        },
        Day::Decade(decade) => Place::Decade(*decade).into(),
        Day::ShortDecade(year) => Place::Decade(full_year(*year, context).div_euclid(10)).into(),
        Day::Century(century) => Place::Century(*century).into(),
        Day::Named(Name::Holiday(holiday), which) => {
            let place = named(&Name::Holiday(*holiday), which, context)?;
            Placed { place, bounds: holiday.bounds(place.first_day()?) }
        }
        Day::Named(name, which) => named(name, which, context)?.into(),
        Day::Unit(unit, steps, base) => unit_from(*unit, *steps, *base, context)?.into(),
        Day::Shift(length, direction, base) => shifted(length, *direction, base, context)?,
        Day::Around(unit, inner) => {
            let inner = day(inner, context)?;
            // *two years from now* is a year by name and a day by its bounds.
            let around = inner.bounds.map(|(from, _)| from.date()).or_else(|| inner.place.first_day())?;
            // The weekend of a Monday is the one it prolongs.
            let early = *unit == Unit::Weekend && weekday(around) <= 2;
            Place::around(*unit, if early { plus_days(around, -7)? } else { around })?.into()
        }
        Day::WeekdayFrom(number, weekday, from) => {
            weekday_from(*number, *weekday, day(from, context)?.place.first_day()?)?.into()
        }
        Day::Nearest(number, name, to) => {
            let to = day(to, context)?.place.first_day()?;
            Place::Day(nearest_to(name, *number, to, context)?).into()
        }
        Day::Nth(number, inner, outer) => inside(outer, context, |outer| nth(*number, *inner, outer))?.into(),
    })
}

/// What lies inside a stretch. *They closed on the last Friday of the month*: of the month before, while this one's is to
/// come.
fn inside(outer: &Day, context: &Context<'_>, find: impl Fn(Place) -> Option<Place>) -> Option<Place> {
    let whole = day(outer, context)?.place;
    let found = find(whole)?;
    let in_view = matches!(outer, Day::Unit(Unit::Year | Unit::Month, 0, Base::View));
    let to_come = found.first_day().zip(today(context)).is_some_and(|(first, today)| first > today);
    if in_view && to_come && context.tense == Tense::Past { find(step(whole, -1)?) } else { Some(found) }
}

/// The day in view for a bare time: that of the last date if it has one, else the reference date.
fn given(context: &Context<'_>) -> Option<NaiveDate> {
    match context.view.last {
        Some(place) if place.precision() <= Precision::Day => place.first_day(),
        _ => context.reference.map(|reference| reference.date()),
    }
}

/// The quarter of the last date, if that is one; else the last that had ended on the reference date.
fn latest_quarter(context: &Context<'_>) -> Option<Place> {
    match context.view.last {
        Some(place @ Place::Quarter(..)) => Some(place),
        _ if context.view.is_about_quarter(today(context)) => context.view.quarter,
        _ => step(Place::around(Unit::Quarter, today(context)?)?, -1),
    }
}

fn today(context: &Context<'_>) -> Option<NaiveDate> {
    context.reference.map(|reference| reference.date())
}

/// The year of two digits that is not more than twenty years ahead of the reference date; without one, of
/// 1950 to 2049.
fn full_year(short: u32, context: &Context<'_>) -> i32 {
    let short = short.cast_signed();
    let latest = context.reference.map_or(2049, |reference| reference.year() + 20);
    let year = latest - latest.rem_euclid(100) + short;
    if year > latest { year - 100 } else { year }
}

fn base_day(unit: Unit, base: Base, context: &Context<'_>) -> Option<Place> {
    let now = || today(context).map(Place::Day);
    match base {
        Base::Now if context.is_narrative => context.view.fine(unit).or_else(now),
        Base::Now => now(),
        // A story that has begun is not about the day it is read.
        Base::View if context.is_narrative && context.view.last.is_some() => context.view.fine(unit),
        Base::View => context.view.fine(unit).or_else(now),
    }
}

/// The unit around the base, some units on.
fn unit_from(unit: Unit, steps: i32, base: Base, context: &Context<'_>) -> Option<Place> {
    let base = base_day(unit, base, context)?;
    if let (Place::Century(century), Unit::Century) = (base, unit) {
        return Some(Place::Century(century + steps));
    }
    step(Place::around(unit, base.first_day()?)?, steps)
}

/// A place some of its own lengths on.
fn step(place: Place, steps: i32) -> Option<Place> {
    let months = |each: i64| plus_months(place.first_day()?, i64::from(steps) * each);
    let days = |each: i64| plus_days(place.first_day()?, i64::from(steps) * each);
    Some(match place {
        Place::Century(century) => Place::Century(century.checked_add(steps)?),
        Place::Decade(decade) => Place::Decade(decade.checked_add(steps)?),
        Place::Year(year) => Place::Year(year.checked_add(steps)?),
        Place::Fiscal(year) => Place::Fiscal(year.checked_add(steps)?),
        Place::Half(..) => Place::around(Unit::Semester, months(6)?)?,
        Place::Quarter(..) => Place::around(Unit::Quarter, months(3)?)?,
        Place::Season(..) => Place::around(Unit::Season, months(3)?)?,
        Place::Month(..) => Place::around(Unit::Month, months(1)?)?,
        Place::Week(_) => Place::Week(days(7)?),
        Place::Weekend(_) => Place::Weekend(days(7)?),
        Place::Day(_) => Place::Day(days(1)?),
        Place::Part(_, part) => Place::Part(days(1)?, part),
        Place::Clock(_, hour, minute, second) => Place::Clock(days(1)?, hour, minute, second),
    })
}

/// The n-th such day of the week after a day, or before it.
fn weekday_from(number: i32, wanted: u32, from: NaiveDate) -> Option<Place> {
    let found = if number > 0 {
        plus_days(weekday_after(from, wanted)?, 7 * i64::from(number - 1))
    } else {
        plus_days(weekday_before(from, wanted)?, 7 * i64::from(number + 1))
    };
    found.map(Place::Day)
}

/// The n-th nearest day of a name to a day; of two as near the earlier.
fn nearest_to(name: &Name, number: u32, to: NaiveDate, context: &Context<'_>) -> Option<NaiveDate> {
    let reach = i32::try_from(number.min(50)).ok()?;
    let mut days: Vec<NaiveDate> = match *name {
        Name::Weekday(wanted) => {
            let near = on_or_after(to, wanted)?;
            (-reach..=reach).filter_map(|weeks| plus_days(near, 7 * i64::from(weeks))).collect()
        }
        _ => (-reach..=reach)
            .filter_map(|years| named::in_year(name, to.year() + years, context)?.first_day())
            .collect(),
    };
    days.sort_by_key(|day| (*day - to).num_days().abs());
    days.into_iter().nth(usize::try_from(number).ok()?.checked_sub(1)?)
}

/// The n-th of its kind inside a stretch.
fn nth(number: i32, inner: Inner, outer: Place) -> Option<Place> {
    let (from, until) = outer.bounds()?;
    let (first, after) = (from.date(), until.date());
    match inner {
        Inner::Weekday(wanted) => {
            if let Place::Month(year, month) = outer {
                return nth_weekday(year, month, wanted, number).map(Place::Day);
            }
            let found = plus_days(on_or_after(first, wanted)?, 7 * i64::from(number - 1))?;
            (number > 0 && found < after).then_some(Place::Day(found))
        }
        Inner::Unit(unit) => {
            // The first week of a month is the one its first Thursday lies in, as with ISO years.
            let start = match unit {
                Unit::Week => Place::around(unit, plus_days(first, 3)?)?,
                _ => Place::around(unit, first)?,
            };
            let found = if number > 0 {
                step(start, number - 1)?
            } else {
                step(
                    Place::around(unit, plus_days(after, if unit == Unit::Week { -4 } else { -1 })?)?,
                    number + 1,
                )?
            };
            // The last weekend of a month begins in it.
            let late = number < 0 && found.first_day().is_some_and(|day| day >= after);
            let found = if late { step(found, -1)? } else { found };
            found.first_day().is_some_and(|day| day < after).then_some(found)
        }
    }
}

/// Minutes east of Greenwich of a time that names its zone.
pub(crate) fn offset(when: &When, placed: Option<Placed>) -> Option<i32> {
    match &when.time {
        Some(Time::Clock(Clock { zone: Some(zone), .. })) => {
            zone.offset(placed.and_then(|placed| placed.place.first_day()))
        }
        _ => None,
    }
}
