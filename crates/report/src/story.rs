//! What is rendered.

use crate::Decision;
use corroborate_article::Diagnostic;
use corroborate_compare::{Account, Comparison, Options};

/// The options in force when a story was compared, so that a run can be repeated.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How the accounts were compared.
    pub compare: Options,
    /// How many bytes of a file were read at most.
    pub max_bytes: u64,
}

/// The accounts of one event and what their comparison found.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The accounts, in the order of their ids; the comparison's indices are positions in it.
    pub accounts: Vec<Account>,
    /// What was found.
    pub comparison: Comparison,
    /// The options in force.
    pub settings: Settings,
    /// What a person decided about it.
    pub decisions: Vec<Decision>,
    /// Remarks on the reading of the sources as a whole, such as files that were passed over.
    pub diagnostics: Vec<Diagnostic>,
}

impl Story {
    /// The id of an account, empty if the story has no such account.
    pub fn id(&self, account: usize) -> &str {
        self.accounts.get(account).map_or("", |account| &account.article.id)
    }
}
