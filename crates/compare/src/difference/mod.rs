//! Differences between accounts, typed.

mod attribution;
mod comment;
mod condition;
mod correction;
mod denial;
mod disclosure;
mod existence;
mod figure;
mod find;
mod hedge;
mod later;
mod name;
mod opposite;
mod person;
mod phase;
mod phrase;
mod place;
mod polarity;
mod prospect;
mod retold;
mod sides;
mod sign;
mod strength;
mod time;
mod wording;

pub(crate) use attribution::{attributed, is_said, quoted, said, said_by_two, speaker};
pub(crate) use find::find;
pub(crate) use phrase::spaced;

use crate::Place;

macro_rules! named {
    ($(#[$outer:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident => $name:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$doc])* $variant,)*
        }

        impl $type {
            /// The name used in reports.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

named! {
    /// What differs.
    DifferenceKind {
        /// A number or a quantity.
        Figure => "figure",
        /// A date or a time.
        Date => "date",
        /// A place.
        Place => "place",
        /// The form of a name.
        Name => "name",
        /// Who is said to have said or done it.
        Attribution => "attribution",
        /// The words of a quotation.
        Quote => "quote",
        /// How strongly a thing is claimed.
        Strength => "strength",
        /// Under which condition.
        Condition => "condition",
        /// Anything else that is stated.
        Claim => "claim",
    }
}

named! {
    /// How the sides stand to each other.
    DifferenceRelation {
        /// Both cannot be true.
        Conflict => "conflict",
        /// One gives what another says is unknown.
        NotDisclosed => "not-disclosed",
        /// A later account supersedes an earlier one.
        Update => "update",
        /// Bounds or precision differ; both can be true.
        Compatible => "compatible",
        /// Not the same thing is counted or meant.
        DifferentScope => "different-scope",
        /// The same name, spelled otherwise.
        Spelling => "spelling",
        /// The same thing in other words.
        Wording => "wording",
    }
}

/// One side of a difference: a value and the words of those that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The value in short.
    pub value: String,
    /// The words, in the order of the accounts.
    pub evidence: Vec<Place>,
}

/// A difference between accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// How the sides stand to each other.
    pub relation: DifferenceRelation,
    /// What the difference is about, in a few words.
    pub subject: String,
    /// Two sides or more.
    pub sides: Vec<Side>,
    /// The rule that found it: `figure.bounds`. `docs/method.md` describes each.
    pub rule: &'static str,
    /// One sentence that says why, in plain English.
    pub explanation: String,
    /// The claim it belongs to, as an index into the claims.
    pub claim: Option<usize>,
}
