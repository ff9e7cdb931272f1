//! What a page says about its article.

use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;

/// The outlet's name and the words that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// The name as shown.
    pub name: String,
    /// Where it stands, if the text holds it.
    pub evidence: Option<Span>,
}

/// A moment of publication or modification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The moment on the outlet's own clock.
    pub moment: Civil,
    /// To what it is given: a day, a minute, a second.
    pub precision: Precision,
    /// The outlet's zone, as minutes east of Greenwich, where it is given.
    pub offset: Option<i32>,
    /// The words that give it.
    pub evidence: Span,
    /// Where in the page it was found: `visible text`, `json-ld datePublished`, `meta article:published_time`.
    pub from: String,
}

impl Publication {
    /// The moment in ISO 8601, to its precision: `2026-01-07` or `2026-01-07T11:38`. Markup gives seconds where
    /// the page means minutes, so seconds show only where they are not nought. The zone is [`Self::offset`].
    pub fn iso(&self) -> String {
        let full = self.moment.to_string();
        let length = match self.precision {
            Precision::Second if self.moment.second() == 0 => 16,
            Precision::Second => 19,
            Precision::Minute | Precision::Hour => 16,
            Precision::Month => 7,
            Precision::Year => 4,
            _ => 10,
        };
        full.get(..length).unwrap_or(&full).to_owned()
    }
}

/// What the page says about its article; each value has the words it came from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The outlet.
    pub outlet: Option<Outlet>,
    /// The title.
    pub headline: Option<Span>,
    /// The authors, one span each.
    pub byline: Vec<Span>,
    /// When it was first published.
    pub published: Option<Publication>,
    /// When it was last changed.
    pub modified: Option<Publication>,
    /// ISO 639-1 code of the language.
    pub language: Option<String>,
    /// The page's own address.
    pub url: Option<String>,
}
