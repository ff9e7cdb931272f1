//! What the text says, before it is placed in the calendar: the tree the grammar builds.

use crate::Modifier;
use crate::holiday::Holiday;
use crate::unit::{Part, Season, Unit};
use crate::zone::Zone;

/// What one expression says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// A date or a time of day.
    When(When),
    /// A length of time, perhaps with a known side to it: *the last two weeks*.
    Length(Length, Reach),
    /// So much at the beginning or the end of a stretch: *the first two months* of a year.
    Portion { length: Length, is_last: bool, of: Day },
    /// A recurring time, as its TIMEX3 value.
    Recurrence(String),
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Vague(&'static str),
}

/// A meaning and what is said beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) meaning: Meaning,
    pub(crate) modifier: Option<Modifier>,
    /// *earlier* or *later* than now within the stretch.
    pub(crate) relative_to_now: Option<Direction>,
}

/// A date, and a time of that day if one is said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct When {
    pub(crate) day: Day,
    pub(crate) time: Option<Time>,
}

/// A place in the calendar, as said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Day {
    /// Not said: the day in view, for a bare *noon*.
    Given,
    /// *1998*; before the common era 0 and below.
    Year(i32),
    /// *'98*.
    ShortYear(u32),
    /// The quarter the last date is, or the last that has ended.
    LatestQuarter,
    /// *fiscal 1998*.
    Fiscal(Box<Day>),
    /// *the 1990s*, as its first three digits.
    Decade(i32),
    /// *the '90s*, *the nineties*.
    ShortDecade(u32),
    /// *the 20th century* is 19; before the common era negative.
    Century(i32),
    /// Something with a name, and which of its kind.
    Named(Name, Which),
    /// The unit around the base, some units further on: *next week*.
    Unit(Unit, i32, Base),
    /// So much before or after a base: *two days later*.
    Shift(Length, Direction, Box<Day>),
    /// The unit around a day: *the week of 6 March*.
    Around(Unit, Box<Day>),
    /// The n-th such day of the week after a day, or before it if negative.
    WeekdayFrom(i32, u32, Box<Day>),
    /// The n-th nearest of a name to a day, on either side: *the closest Monday to 5 October*.
    Nearest(u32, Name, Box<Day>),
    /// The n-th of its kind inside another: *the first week of October*; from the end if negative.
    Nth(i32, Inner, Box<Day>),
}

/// What an offset is counted from when no date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// The reference date.
    Now,
    /// The last date of the text.
    View,
}

/// Back or on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Back,
    On,
}

/// A date that comes back again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Name {
    /// A month.
    Month(u32),
    /// A day of a month, and the day of the week if said.
    MonthDay(u32, u32, Option<u32>),
    /// `7/8`: month and day or day and month, and the day of the week if said.
    Numeric(u32, u32, Option<u32>),
    /// A day of whichever month, and the day of the week if said.
    DayOfMonth(u32, Option<u32>),
    /// A day of the week, Monday 1.
    Weekday(u32),
    /// A day from Monday to Friday.
    Workday,
    /// Saturday and Sunday.
    Weekend,
    /// A season.
    Season(Season),
    /// A quarter of a year.
    Quarter(u32),
    /// A half of a year.
    Half(u32),
    /// A holiday.
    Holiday(Holiday),
}

/// Which of those that bear the name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Which {
    /// Left to the tense and the reference date.
    Nearest,
    /// The one before, or after, the reference date or the date in view; the one around it.
    Picked(Picked, Base),
    /// The one inside: *June last year*.
    In(Box<Day>),
}

/// One of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    Last,
    This,
    /// The first one ahead: *this coming Sunday*.
    Coming,
    Next,
    /// The second one ahead.
    AfterNext,
}

/// What is counted inside a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inner {
    Unit(Unit),
    Weekday(u32),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Time {
    /// Hour, minute and second, and the zone.
    Clock(Clock),
    /// A part of the day.
    Part(Part),
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u32,
    pub(crate) minute: Option<u32>,
    pub(crate) second: Option<u32>,
    pub(crate) zone: Option<Zone>,
}

/// How many: in hundredths, or left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    Hundredths(u64),
    Open,
}

impl Count {
    pub(crate) fn whole(count: u32) -> Self {
        Self::Hundredths(u64::from(count) * 100)
    }
}

/// A length of time: one or more counts, each with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Length {
    pub(crate) parts: Vec<(Count, Unit)>,
    /// The upper end of *two to three weeks*.
    pub(crate) most: Option<Count>,
}

impl Length {
    pub(crate) fn of(count: Count, unit: Unit) -> Self {
        Self { parts: vec![(count, unit)], most: None }
    }
}

/// Where a length of time lies, if that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Not said.
    Free,
    /// Up to the reference date: *the last two weeks*.
    Back,
    /// From the reference date on: *the next two weeks*.
    On,
    /// After *in* or *within*: its end, should the clause look ahead.
    Within,
}
