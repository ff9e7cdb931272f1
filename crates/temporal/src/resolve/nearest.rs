//! What tense, reference date and the story so far suggest for a name without more.

use super::named::in_year;
use super::{Context, step, today};
use crate::calendar::{on_or_after, on_or_before, plus_days, plus_months, weekday};
use crate::meaning::Name;
use crate::place::Place;
use crate::tense::Tense;
use crate::unit::Unit;
use chrono::{Datelike, NaiveDate};

/// The one that tense and date suggest.
pub(super) fn nearest(name: &Name, context: &Context<'_>) -> Option<Place> {
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
    match tense {
        Tense::Future | Tense::Fragment | Tense::Present => on_or_after(today, wanted),
        Tense::Past | Tense::Unknown => on_or_before(today, wanted),
    }
}

/// The weekend of this week when it is on or ahead of the clause, else the one before.
pub(super) fn weekend(today: NaiveDate, tense: Tense) -> Option<Place> {
    let this = Place::around(Unit::Weekend, today)?;
    if weekday(today) >= 6 || matches!(tense, Tense::Future | Tense::Fragment) {
        return Some(this);
    }
    step(this, -1)
}

fn nearest_day_of_month(day: u32, wanted: Option<u32>, today: NaiveDate, tense: Tense) -> Option<Place> {
    let reach = if wanted.is_some() { 8 } else { 1 };
    let first = NaiveDate::from_ymd_opt(today.year(), today.month(), 1)?;
    let ahead = wanted.is_none() && matches!(tense, Tense::Future | Tense::Fragment);
    let candidates = (-reach..=reach).filter_map(|shift| {
        let month = plus_months(first, shift)?;
        let found = NaiveDate::from_ymd_opt(month.year(), month.month(), day)?;
        let possible = !ahead || found >= today;
        (possible && wanted.is_none_or(|wanted| weekday(found) == wanted)).then_some(found)
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
    match (tense, days) {
        (Tense::Past, 2..) => 4,
        (Tense::Future | Tense::Fragment, ..0) => 6,
        _ => 1,
    }
}

/// What bears the name in this year, the one before or the one after.
fn nearest_in_years(name: &Name, today: NaiveDate, context: &Context<'_>) -> Option<Place> {
    let wanted = match *name {
        Name::MonthDay(_, _, wanted) | Name::Numeric(_, _, wanted) => wanted,
        _ => None,
    };
    let places: Vec<Place> =
        (-1..=1).filter_map(|shift| in_year(name, today.year() + shift, context)).collect();
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
        let days = (first - today).num_days().max(0) + (last - today).num_days().min(0);
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
        return on_or_after(view, wanted).map(Place::Day);
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
