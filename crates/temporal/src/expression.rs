//! A temporal expression as found in a text.

use crate::{Civil, Precision};
use corroborate_text::Span;

/// The class of an expression, as TIMEX3 has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, at day precision or coarser.
    Date,
    /// A time of day or a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimexType {
    /// TIMEX3's own name: `DATE`, `TIME`, `DURATION`, `SET`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What is said about the value beside the value, TIMEX3's `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// `before`, `by`.
    Before,
    /// `after`, `since`.
    After,
    /// `early`.
    Start,
    /// `mid-`.
    Mid,
    /// `late`.
    End,
    /// `about`, `around`, `some`.
    Approximate,
    /// `at least`, `more than`.
    MoreThan,
    /// `less than`, `nearly`.
    LessThan,
}

/// One expression: where it stands, what it says, and where it lies in time if that can be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its place in the text.
    pub span: Span,
    /// Its class.
    pub kind: TimexType,
    /// Its value in TIMEX3 notation: `2013-02-15`, `2013-W07`, `P3D`, `PAST_REF`; partial (`XXXX-WXX-2`) where
    /// no reference date placed it.
    pub value: String,
    /// How finely it places something.
    pub precision: Precision,
    /// What is said beside the value.
    pub modifier: Option<Modifier>,
    /// First moment it may mean, on the wall clock of `offset`.
    pub earliest: Option<Civil>,
    /// First moment after it: the bounds are half open.
    pub latest: Option<Civil>,
    /// The zone it names, or that a second clock in brackets tells (*6 a.m. (0500 GMT)*), as minutes east of Greenwich.
    pub offset: Option<i32>,
}

/// Finds the temporal expressions of a text, in order and without overlap.
///
/// `reference` is the moment relative to which *yesterday* is meant: the publication of the text, if known.
/// Without it, what needs it keeps a partial value and no bounds.
///
/// ```
/// use corroborate_temporal::{Civil, annotate};
///
/// let text = "The envoys met on Tuesday evening; they will meet again in two weeks.";
/// let found = annotate(text, Civil::date(2026, 1, 8));
/// assert_eq!(found[0].span.of(text), "Tuesday evening");
/// assert_eq!(found[0].value, "2026-01-06TEV");
/// assert_eq!(annotate(text, None)[0].value, "XXXX-WXX-2TEV");
/// ```
pub fn annotate(text: &str, reference: Option<Civil>) -> Vec<TimeExpression> {
    crate::annotate::annotate(text, reference)
}

impl TimeExpression {
    /// Places an expression that had no reference date; one that is placed already stays as it is.
    ///
    /// `text` is the text it was found in. What it says is read there again, with the sentences before it, so
    /// that *the day after* finds its date.
    ///
    /// ```
    /// use corroborate_temporal::{Civil, annotate};
    ///
    /// let text = "The strike will begin on Monday.";
    /// let found = &annotate(text, None)[0];
    /// let placed = found.resolve(text, Civil::date(2026, 1, 8).expect("a day"));
    /// assert_eq!(placed.value, "2026-01-12");
    /// assert_eq!(placed.earliest, Civil::date(2026, 1, 12));
    /// ```
    pub fn resolve(&self, text: &str, reference: Civil) -> TimeExpression {
        crate::annotate::resolve(self, text, reference)
    }
}
