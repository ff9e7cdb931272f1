//! Stories with known truth: one fact sheet, several accounts, and the gold that says how they relate.

mod account;
mod crowd;
mod facts;
mod gold;
mod house;
mod planted;
mod sentence;

pub use crowd::crowd;

use crate::seed::Seed;
use account::{Draft, Role, roles};
use facts::Facts;
use house::House;
use planted::Planted;
use serde_json::Value;

/// A story: the accounts as they would be collected, and what is true of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// A name for its folder.
    pub name: String,
    /// The accounts, in the order of the gold.
    pub accounts: Vec<Account>,
    /// The gold, in the form of the project's stories (`gold.json`).
    pub gold: Value,
}

/// One account of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its key in the gold: `a`, `b`, ….
    pub id: String,
    /// Its file name; the ending tells plain text from HTML.
    pub file: String,
    /// The file.
    pub text: String,
}

/// Writes a story of some accounts (2 to 8), the same for the same seed.
///
/// ```
/// let story = corroborate_testkit::story(7, 4);
/// assert_eq!(story.accounts.len(), 4);
/// assert_eq!(story, corroborate_testkit::story(7, 4));
/// ```
pub fn story(seed: u64, accounts: usize) -> Story {
    let mut chance = Seed::new(seed);
    let facts = Facts::draw(&mut chance);
    let houses = House::draw(&mut chance, accounts.clamp(2, 8));
    let roles = roles(&mut chance, houses.len());
    let planted = Planted::draw(&mut chance, &facts, &roles);
    let drafts = account::drafts(&mut chance, &facts, &houses, &roles, &planted);
    let accounts = drafts
        .iter()
        .map(|draft| Account { id: draft.id.clone(), file: draft.file(), text: draft.text.clone() })
        .collect();
    let gold = gold::gold(&facts, &drafts, &planted);
    Story { name: format!("{}-{seed:04}", facts.kind), accounts, gold }
}

/// The account that another was made from, and in which way.
pub(crate) fn source(role: Role) -> Option<usize> {
    match role {
        Role::Verbatim | Role::Near | Role::Paraphrase => Some(0),
        Role::Original | Role::Missing => None,
    }
}

/// The drafts that stand at some places.
pub(crate) fn ids(drafts: &[Draft], wanted: impl Fn(&Draft) -> bool) -> Vec<&str> {
    drafts.iter().filter(|draft| wanted(draft)).map(|draft| draft.id.as_str()).collect()
}
