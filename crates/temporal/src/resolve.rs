//! From what is said to a place in the calendar.

use crate::Precision;
use crate::calendar::{nth_weekday, plus_days, plus_months, weekday};
use crate::meaning::{Base, Clock, Count, Day, Direction, Inner, Length, Name, Picked, Time, When, Which};
use crate::place::{Place, plus_seconds};
use crate::tense::Tense;
use crate::unit::{Season, Unit};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// What a date is resolved against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The publication of the text.
    pub(crate) reference: Option<NaiveDateTime>,
    /// The dates of the text so far.
    pub(crate) view: &'a View,
    /// Whether the text tells of a past far from its publication, so that *June* is that of the last date.
    pub(crate) is_narrative: bool,
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
            let around = day(inner, context)?.place.first_day()?;
            // The weekend of a Monday is the one it prolongs.
            let early = *unit == Unit::Weekend && weekday(around) <= 2;
            Place::around(*unit, if early { plus_days(around, -7)? } else { around })?.into()
        }
        Day::WeekdayFrom(number, weekday, from) => {
            weekday_from(*number, *weekday, day(from, context)?.place.first_day()?)?.into()
        }
        Day::Nth(number, inner, outer) => nth(*number, *inner, day(outer, context)?.place)?.into(),
    })
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

/// So much before or after a date.
fn shifted(length: &Length, direction: Direction, base: &Day, context: &Context<'_>) -> Option<Placed> {
    let &(_, unit) = length.parts.last()?;
    let sign = if direction == Direction::Back { -1 } else { 1 };
    let from = match base {
        Day::Unit(Unit::Day, 0, base) => {
            if unit.is_clock() {
                return clock_shift(length, sign, *base, context);
            }
            base_day(unit, *base, context)?
        }
        other => {
            if unit.is_clock() {
                return None;
            }
            day(other, context)?.place
        }
    };
    let mut moved = from.first_day()?;
    // *two to three weeks ago* begins three weeks ago.
    let farthest = if direction == Direction::Back { length.most } else { None };
    for &(count, unit) in &length.parts {
        let count = farthest.unwrap_or(count);
        let Count::Hundredths(count) = count else { return None };
        moved = move_by(moved, i64::try_from(count).ok()? * sign, unit)?;
    }
    if unit < Unit::Week && from.precision() > Precision::Day {
        return None;
    }
    let said_date = !matches!(base, Day::Unit(..));
    // Counted from a day that is said, the result is a day: *two weeks after 3 May*.
    if said_date && from.precision() <= Precision::Day {
        return Some(Place::Day(moved).into());
    }
    let place = Place::around(unit, moved)?;
    // *a year earlier* beside a quarter is that quarter of the year before.
    let one_year = length.parts.as_slice() == [(Count::whole(1), Unit::Year)];
    if let (true, Some(Place::Quarter(year, quarter))) = (one_year, context.view.quarter)
        && matches!(base, Day::Unit(..))
        && context.view.is_about_quarter(today(context))
    {
        let shift = if direction == Direction::Back { -1 } else { 1 };
        return Some(Place::Quarter(year + shift, quarter).into());
    }
    let from_day = moved.and_hms_opt(0, 0, 0)?;
    let until = move_by(moved, 100, unit)?.and_hms_opt(0, 0, 0)?;
    let counted_from_day = from.precision() <= Precision::Day;
    Some(Placed { place, bounds: if counted_from_day { Some((from_day, until)) } else { place.bounds() } })
}

/// A day so many hundredths of a unit on.
fn move_by(day: NaiveDate, hundredths: i64, unit: Unit) -> Option<NaiveDate> {
    let months = |each: i64| plus_months(day, hundredths.checked_mul(each)? / 100);
    let days = |each: i64| plus_days(day, hundredths.checked_mul(each)? / 100);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Night | Unit::Day => days(1),
        Unit::Week | Unit::Weekend => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Season | Unit::Semester => months(6),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Generation => months(300),
        Unit::Century => months(1200),
        Unit::Millennium => months(12000),
    }
}

fn clock_shift(length: &Length, sign: i64, base: Base, context: &Context<'_>) -> Option<Placed> {
    let from = match base {
        Base::Now => context.reference?,
        Base::View => match context.view.day {
            Some(place @ Place::Clock(..)) => place.bounds()?.0,
            Some(_) => return None,
            None => context.reference?,
        },
    };
    let mut moved = from;
    for &(count, unit) in &length.parts {
        let Count::Hundredths(count) = count else { return None };
        let seconds = match unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            Unit::Day => 86_400,
            _ => return None,
        };
        moved = plus_seconds(moved, i64::try_from(count).ok()?.checked_mul(seconds)? / 100 * sign)?;
    }
    let second = (length.parts.last()?.1 == Unit::Second).then(|| moved.second());
    Some(Place::Clock(moved.date(), moved.hour(), Some(moved.minute()), second).into())
}

/// The n-th such day of the week after a day, or before it.
fn weekday_from(number: i32, wanted: u32, from: NaiveDate) -> Option<Place> {
    let weeks = i64::from(number.abs() - 1) * 7;
    let ahead = i64::from((7 + wanted - weekday(from)) % 7);
    let back = i64::from((7 + weekday(from) - wanted) % 7);
    let step = |days: i64| if days == 0 { 7 } else { days };
    if number > 0 {
        plus_days(from, step(ahead) + weeks).map(Place::Day)
    } else {
        plus_days(from, -step(back) - weeks).map(Place::Day)
    }
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
            let ahead = i64::from((7 + wanted - weekday(first)) % 7);
            let found = plus_days(first, ahead + 7 * i64::from(number - 1))?;
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

/// Something with a name.
fn named(name: &Name, which: &Which, context: &Context<'_>) -> Option<Place> {
    match which {
        Which::In(outer) => {
            let outer = day(outer, context)?.place;
            let year = match outer {
                Place::Year(year) | Place::Fiscal(year) => year,
                other => other.first_day()?.year(),
            };
            in_year(name, year, context)
        }
        Which::Picked(picked, base) => picked_name(name, *picked, *base, context),
        Which::Nearest => nearest(name, context),
    }
}

/// What bears the name in a year.
fn in_year(name: &Name, year: i32, context: &Context<'_>) -> Option<Place> {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    Some(match *name {
        Name::Month(month) => Place::Month(year, month),
        Name::MonthDay(month, day, _) => Place::Day(date(month, day)?),
        Name::Numeric(first, second, wanted) => {
            Place::Day(numeric(date(first, second), date(second, first), wanted, today(context))?)
        }
        Name::Season(season) => Place::Season(year, season),
        Name::Quarter(quarter) => Place::Quarter(year, quarter),
        Name::Half(half) => Place::Half(year, half),
        Name::Holiday(holiday) => Place::Day(holiday.day(year)?),
        Name::DayOfMonth(..) | Name::Weekday(_) | Name::Weekend => return None,
    })
}

/// Month first or day first: the day of the week decides, else the reference date if one reading lies within
/// a month of it and the other does not, else month first.
fn numeric(
    month_first: Option<NaiveDate>,
    day_first: Option<NaiveDate>,
    wanted: Option<u32>,
    today: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let (Some(american), Some(european)) = (month_first, day_first) else { return month_first.or(day_first) };
    if let Some(wanted) = wanted {
        return Some(if weekday(american) != wanted && weekday(european) == wanted {
            european
        } else {
            american
        });
    }
    let near = |day: NaiveDate| today.is_some_and(|today| (day - today).num_days().abs() <= 31);
    Some(if near(european) && !near(american) { european } else { american })
}

/// The last, this or the next of a name.
fn picked_name(name: &Name, picked: Picked, base: Base, context: &Context<'_>) -> Option<Place> {
    let today = base_day(Unit::Day, base, context).and_then(Place::first_day)?;
    let found = |place: Option<Place>| place;
    match (*name, picked) {
        (Name::Weekday(wanted), Picked::Last) => {
            let back = i64::from((7 + weekday(today) - wanted) % 7);
            found(plus_days(today, -if back == 0 { 7 } else { back }).map(Place::Day))
        }
        (Name::Weekday(wanted), Picked::This) if base == Base::View || context.tense == Tense::Past => {
            plus_days(today, -i64::from((7 + weekday(today) - wanted) % 7)).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::This) => {
            plus_days(today, i64::from((7 + wanted - weekday(today)) % 7)).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::Coming) => {
            let ahead = i64::from((7 + wanted - weekday(today)) % 7);
            plus_days(today, if ahead == 0 { 7 } else { ahead }).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::Next) if base == Base::View => {
            let ahead = i64::from((7 + wanted - weekday(today)) % 7);
            plus_days(today, if ahead == 0 { 7 } else { ahead }).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::Next) => {
            let monday = crate::calendar::monday(today)?;
            plus_days(monday, 7 + i64::from(wanted) - 1).map(Place::Day)
        }
        (Name::Season(_) | Name::Month(_) | Name::Holiday(_) | Name::Quarter(_) | Name::Half(_), _) => {
            let this = Place::around(
                match name {
                    Name::Season(_) => Unit::Season,
                    Name::Month(_) => Unit::Month,
                    Name::Quarter(_) => Unit::Quarter,
                    Name::Half(_) => Unit::Semester,
                    _ => Unit::Day,
                },
                today,
            )?;
            let start = this.first_day()?;
            let years = -2..=2;
            let mut candidates = years.filter_map(|shift| in_year(name, today.year() + shift, context));
            match picked {
                Picked::Last => candidates.rfind(|place| place.first_day().is_some_and(|day| day < start)),
                Picked::Next | Picked::Coming => {
                    let mut ahead =
                        candidates.filter(|place| place.first_day().is_some_and(|day| day > start));
                    ahead.next()
                }
                Picked::This => this_of_year(name, today, context),
            }
        }
        _ => nearest(name, context),
    }
}

/// *this June* is that of the year; *this winter* the one around or nearest to the date.
fn this_of_year(name: &Name, today: NaiveDate, context: &Context<'_>) -> Option<Place> {
    match name {
        Name::Season(Season::Winter) => {
            let year = if today.month() <= 5 { today.year() - 1 } else { today.year() };
            Some(Place::Season(year, Season::Winter))
        }
        _ => in_year(name, today.year(), context),
    }
}

/// The one that tense and date suggest.
fn nearest(name: &Name, context: &Context<'_>) -> Option<Place> {
    if context.is_narrative
        && let Some(last) = context.view.last
        && let Some(found) = in_story(name, last, context)
    {
        return Some(found);
    }
    let today = today(context)?;
    match *name {
        Name::Weekday(wanted) => Some(Place::Day(nearest_weekday(wanted, today, context.tense)?)),
        Name::Weekend => weekend(today, context.tense),
        Name::DayOfMonth(day, wanted) => nearest_day_of_month(day, wanted, today, context.tense),
        _ => nearest_in_years(name, today, context),
    }
}

fn nearest_weekday(wanted: u32, today: NaiveDate, tense: Tense) -> Option<NaiveDate> {
    let ahead = i64::from((7 + wanted - weekday(today)) % 7);
    let back = i64::from((7 + weekday(today) - wanted) % 7);
    match tense {
        Tense::Future | Tense::Fragment | Tense::Present => plus_days(today, ahead),
        Tense::Past | Tense::Unknown => plus_days(today, -back),
    }
}

/// The weekend of this week when it is on or ahead of the clause, else the one before.
fn weekend(today: NaiveDate, tense: Tense) -> Option<Place> {
    let this = Place::around(Unit::Weekend, today)?;
    if weekday(today) >= 6 || matches!(tense, Tense::Future | Tense::Fragment) {
        return Some(this);
    }
    step(this, -1)
}

fn nearest_day_of_month(day: u32, wanted: Option<u32>, today: NaiveDate, tense: Tense) -> Option<Place> {
    let reach = if wanted.is_some() { 8 } else { 1 };
    let first = NaiveDate::from_ymd_opt(today.year(), today.month(), 1)?;
    let candidates = (-reach..=reach).filter_map(|shift| {
        let month = plus_months(first, shift)?;
        let found = NaiveDate::from_ymd_opt(month.year(), month.month(), day)?;
        wanted.is_none_or(|wanted| weekday(found) == wanted).then_some(found)
    });
    closest(candidates, today, tense).map(Place::Day)
}

/// The candidate the tense asks for: the last not after today, the first not before, or the nearest.
fn closest(candidates: impl Iterator<Item = NaiveDate>, today: NaiveDate, tense: Tense) -> Option<NaiveDate> {
    let distance = |day: &NaiveDate| {
        let days = (*day - today).num_days();
        days.abs() * reluctance(days, tense)
    };
    candidates.min_by_key(distance)
}

/// How many times farther a day counts that lies against the tense: a clause in the past may still name a day
/// soon to come (*rights that expire on 21 November*).
fn reluctance(days: i64, tense: Tense) -> i64 {
    match tense {
        Tense::Past if days > 1 => 4,
        Tense::Future if days < 0 => 6,
        Tense::Fragment if days < 0 => 6,
        _ => 1,
    }
}

/// What bears the name in this year, the one before or the one after.
fn nearest_in_years(name: &Name, today: NaiveDate, context: &Context<'_>) -> Option<Place> {
    let wanted = match *name {
        Name::MonthDay(_, _, wanted) | Name::Numeric(_, _, wanted) => wanted,
        _ => None,
    };
    let reach = 1;
    let places: Vec<Place> =
        (-reach..=reach).filter_map(|shift| in_year(name, today.year() + shift, context)).collect();
    let agreeing = |place: &&Place| {
        wanted.is_none_or(|wanted| place.first_day().is_some_and(|day| weekday(day) == wanted))
    };
    let pool: Vec<Place> = if places.iter().any(|place| agreeing(&place)) {
        places.iter().filter(agreeing).copied().collect()
    } else {
        places
    };
    // A month or a season is measured by whichever of its days is nearest.
    let measured = |place: &Place| -> Option<i64> {
        let (from, until) = place.bounds()?;
        let (first, last) = (from.date(), plus_days(until.date(), -1)?);
        let days = if today < first {
            (first - today).num_days()
        } else if today > last {
            (last - today).num_days()
        } else {
            0
        };
        // A holiday in a diary is the next.
        if days < 0 && context.tense == Tense::Fragment && matches!(name, Name::Holiday(_)) {
            return None;
        }
        Some(days.abs() * reluctance(days, context.tense))
    };
    pool.into_iter().min_by_key(|place| measured(place).unwrap_or(i64::MAX))
}

/// How many days a year away from the last year said counts.
const DRIFT: i64 = 250;

/// In a story of the past a date without a year follows the last date: it may lie a few months before it,
/// or up to two thirds of a year after.
fn in_story(name: &Name, last: Place, context: &Context<'_>) -> Option<Place> {
    let view = last.first_day()?;
    if let Name::Weekday(wanted) = *name {
        return plus_days(view, i64::from((7 + wanted - weekday(view)) % 7)).map(Place::Day);
    }
    if let Name::DayOfMonth(day, _) = *name {
        return NaiveDate::from_ymd_opt(view.year(), view.month(), day).map(Place::Day);
    }
    if let (Place::Year(year), false) = (last, matches!(name, Name::Weekend)) {
        return soon_after(name, context).or_else(|| in_year(name, year, context));
    }
    let candidates = (-1..=1).filter_map(|shift| in_year(name, view.year() + shift, context));
    candidates.min_by_key(|place| {
        let days = place.first_day().map_or(i64::MAX / 4, |day| (day - view).num_days());
        // Years that were only inferred must not drift away from the last that was said.
        let drift =
            context.view.told.zip(place.first_day()).map_or(0, |(told, day)| (day.year() - told).abs());
        let distance = if days < 0 { -days * 3 / 2 } else { days };
        distance + DRIFT * i64::from(drift)
    })
}

/// How many days after the last day or month of a story a date without a year is taken to follow it, whatever year
/// was mentioned in between.
const SOON: i64 = 45;

/// What bears the name soon after the last day or month of the story, if only a year within a sentence came between.
fn soon_after(name: &Name, context: &Context<'_>) -> Option<Place> {
    if context.view.heads {
        return None;
    }
    let fine = context.view.month?;
    let view = fine.first_day()?;
    (0..=1).filter_map(|shift| in_year(name, view.year() + shift, context)).find(|place| {
        // A month in view may hold the day that is sought.
        place.first_day().is_some_and(|day| (1..=SOON).contains(&(day - view).num_days()))
    })
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
