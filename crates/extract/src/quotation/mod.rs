//! Quotations and their speakers.

mod attach;
mod find;
mod frame;
mod gender;
mod heading;
mod indirect;
mod known;
mod marks;
mod message;
mod resolve;
mod role;
mod shape;

pub use find::quotations;
pub(crate) use find::quotations_in;
pub use gender::{Gender, gender};

use corroborate_text::Span;

/// How words are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuotationKind {
    /// A whole sentence or more within marks.
    Direct,
    /// Words in the writer's own voice: *said that …*.
    Indirect,
    /// Some words within marks inside the writer's own sentence.
    Mixed,
}

impl QuotationKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// Who is said to have said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker in the text: `She`, `the minister`, `Alan Brook`.
    pub evidence: Span,
    /// The mention they resolve to, as an index into the article's mentions.
    pub mention: Option<usize>,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What was said: inside the marks where there are marks.
    pub content: Span,
    /// The same with its marks.
    pub whole: Span,
    /// How it is handed on.
    pub kind: QuotationKind,
    /// The verb or phrase that hands it on: `said`, `according to`.
    pub cue: Option<Span>,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The quotation inside which this one stands, as an index into the same list.
    pub within: Option<usize>,
}
