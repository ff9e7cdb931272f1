//! Something with a name: in a year, or the last, this or the next.

use super::nearest::nearest;
use super::{Context, base_day, inside, today};
use crate::calendar::{on_or_after, on_or_before, plus_days, weekday, weekday_after, weekday_before};
use crate::meaning::{Base, Name, Picked, Which};
use crate::place::Place;
use crate::tense::Tense;
use crate::unit::{Season, Unit};
use chrono::{Datelike, NaiveDate};

/// Something with a name.
pub(super) fn named(name: &Name, which: &Which, context: &Context<'_>) -> Option<Place> {
    match which {
        Which::In(outer) => inside(outer, context, |outer| {
            let year = match outer {
                Place::Year(year) | Place::Fiscal(year) => year,
                other => other.first_day()?.year(),
            };
            in_year(name, year, context)
        }),
        Which::Picked(picked, base) => picked_name(name, *picked, *base, context),
        Which::Nearest => nearest(name, context),
    }
}

/// What bears the name in a year.
pub(super) fn in_year(name: &Name, year: i32, context: &Context<'_>) -> Option<Place> {
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
        Name::DayOfMonth(..) | Name::Weekday(_) | Name::Weekend | Name::Workday => return None,
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
    match (*name, picked) {
        // Typed alone that of the week before, as *next* is that of the week ahead.
        (Name::Weekday(wanted), Picked::Last) if base == Base::Now && context.is_typed => {
            on_or_before(plus_days(on_or_before(today, 1)?, -1)?, wanted).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::Last) => weekday_before(today, wanted).map(Place::Day),
        (Name::Weekday(wanted), Picked::This) if base == Base::View || context.tense == Tense::Past => {
            on_or_before(today, wanted).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::This) => on_or_after(today, wanted).map(Place::Day),
        // That of the week that begins with the coming Monday.
        (Name::Weekday(wanted), Picked::Next) if base == Base::Now => {
            on_or_after(weekday_after(today, 1)?, wanted).map(Place::Day)
        }
        (Name::Weekday(wanted), Picked::Next | Picked::Coming) => {
            weekday_after(today, wanted).map(Place::Day)
        }
        (Name::Workday, _) => {
            let step = if picked == Picked::Last { -1 } else { 1 };
            let from = if picked == Picked::This { 0 } else { step };
            let mut ahead = (0..4).filter_map(|days| plus_days(today, from + days * step));
            ahead.find(|day| weekday(*day) <= 5).map(Place::Day)
        }
        (
            Name::Season(_)
            | Name::Month(_)
            | Name::MonthDay(..)
            | Name::Numeric(..)
            | Name::Holiday(_)
            | Name::Quarter(_)
            | Name::Half(_),
            _,
        ) => {
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
                Picked::AfterNext => {
                    let mut ahead =
                        candidates.filter(|place| place.first_day().is_some_and(|day| day > start));
                    ahead.nth(1)
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
