//! Claims: what the accounts state, and which of them state it.

mod build;
mod cover;
mod narrow;

mod order;
mod stance;

pub(crate) use build::{Grouped, claims};
pub(crate) use narrow::share;
pub(crate) use order::{omissions, rank};
pub(crate) use stance::take_sides;

use corroborate_text::Span;

/// How an account stands to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// States it.
    Says,
    /// Says that it is not known or not disclosed.
    Unknown,
    /// States what cannot be true together with it.
    Contradicts,
    /// Does not speak of it.
    Silent,
}

impl Stance {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Unknown => "unknown",
            Self::Contradicts => "contradicts",
            Self::Silent => "silent",
        }
    }
}

/// One account's part in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index of the account.
    pub account: usize,
    /// How it stands to the claim.
    pub stance: Stance,
    /// Its words; none where it is silent.
    pub evidence: Vec<Span>,
}

/// Something that one account or several state.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The claim in the words of the account that puts it most plainly.
    pub summary: String,
    /// One cell for every account of the story, in their order.
    pub cells: Vec<Cell>,
    /// How many accounts say it.
    pub outlets: usize,
    /// How many independent origins stand behind those that say it.
    pub origins: usize,
    /// How prominent it is where it is said: 1 in a headline, falling towards 0 at the end. In 0..=1.
    pub prominence: f64,
}

impl Claim {
    /// The accounts that say it.
    pub fn sayers(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().filter(|cell| cell.stance == Stance::Says).map(|cell| cell.account)
    }
}
