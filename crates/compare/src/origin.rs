//! Origins: which accounts draw on one source.

/// How accounts that share an origin do so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginRelation {
    /// One of them is the source of the others.
    Derives,
    /// All draw on one source, which may be missing.
    Common,
}

impl OriginRelation {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Derives => "derives",
            Self::Common => "common",
        }
    }
}

/// Accounts that share an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Indices of the accounts, two or more, in order.
    pub accounts: Vec<usize>,
    /// How they share it.
    pub relation: OriginRelation,
    /// The account that the others derive from, where that can be told.
    pub from: Option<usize>,
    /// How sure, in 0..=1.
    pub confidence: f64,
    /// What speaks for it, each a named signal with its words.
    pub signals: Vec<String>,
}
