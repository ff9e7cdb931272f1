//! Stories with known truth: one fact sheet, several accounts, and the gold that says how they relate.

mod crowd;
mod draft;
mod gold;
mod house;
mod page;
mod phrase;
mod plan;
mod planted;
mod role;
mod sentence;
mod sheet;
mod values;

pub use sheet::{FactSheet, SheetError};

pub use crowd::crowd;

use crate::seed::Seed;
use house::House;
use serde_json::Value;
use values::Values;

/// What to write.
///
/// ```
/// use corroborate_testkit::{Brief, Copying};
///
/// let brief = Brief { paraphrase: 0.2, copying: Some(Copying::Paraphrase), ..Brief::new(3, 6) };
/// let story = brief.write();
/// assert_eq!(story.accounts.len(), 6);
/// assert_eq!(story, brief.write());
/// ```
#[derive(Clone, Debug)]
pub struct Brief {
    /// The same seed gives the same bytes.
    pub seed: u64,
    /// How many accounts: 2 to 250.
    pub accounts: usize,
    /// How far accounts move from the first way to tell a fact, and a paraphrase from its source: in 0..=1.
    pub paraphrase: f64,
    /// How accounts copy; all kinds where none is given.
    pub copying: Option<Copying>,
    /// How many differences are planted.
    pub differences: usize,
    /// Whether accounts say when they were published.
    pub dated: bool,
    /// What happened; drawn from [`FactSheet::all`] where none is given.
    pub sheet: Option<FactSheet>,
}

/// A kind of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// To the letter.
    Verbatim,
    /// A word here and there changed, figures and names in the copying house's style.
    NearVerbatim,
    /// In other words, the facts and mostly their order kept.
    Paraphrase,
    /// From a source that is not among the accounts, in any of these ways.
    Hidden,
}

impl Brief {
    /// A story of all kinds of copying, with as many differences as accounts and two more.
    pub const fn new(seed: u64, accounts: usize) -> Self {
        Self {
            seed,
            accounts,
            paraphrase: 0.8,
            copying: None,
            differences: accounts + 2,
            dated: true,
            sheet: None,
        }
    }

    /// Writes the story.
    pub fn write(&self) -> Story {
        let mut chance = Seed::new(self.seed);
        let sheets = FactSheet::all();
        let drawn = chance.pick(&sheets).unwrap_or_default();
        let sheet = self.sheet.as_ref().unwrap_or(&drawn);
        let (values, reporters) = Values::draw(&mut chance, sheet);
        let houses = House::draw(&mut chance, self.accounts.clamp(2, 250));
        let roles = role::roles(&mut chance, self, houses.len().saturating_sub(1));
        let mut plans = plan::plans(&mut chance, sheet, &roles);
        let planted = planted::draw(&mut chance, self, sheet, &roles, &mut plans, &reporters);
        let cast =
            draft::Cast { sheet, values: &values, houses: &houses, roles: &roles, reporters: &reporters };
        let drafts = draft::drafts(&mut chance, self, &cast, &plans, &planted);
        let gold = gold::gold(self, &cast, &drafts, &planted);
        let mut accounts: Vec<Account> = drafts
            .into_iter()
            .map(|draft| Account { file: draft.file(), id: draft.id, text: draft.text })
            .collect();
        accounts.sort_by(|a, b| (a.id.len(), &a.id).cmp(&(b.id.len(), &b.id)));
        Story { name: format!("{}-{:04}", sheet.story, self.seed), accounts, gold }
    }
}

/// A story: the accounts as they would be collected, and what is true of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// A name for its folder.
    pub name: String,
    /// The accounts, in the order of their ids.
    pub accounts: Vec<Account>,
    /// The gold, in the form of the project's stories (`gold.json`), with two keys more: `copying` says for each account
    /// what it was written from (`source`: an account, `hidden` or null), how (`manner`) and to what `extent` (`wholly`,
    /// `partly`, `not`); `paraphrase` is the brief's.
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

/// Writes a story with all kinds of copying and of differences, the same for the same seed.
///
/// ```
/// let story = corroborate_testkit::story(7, 4);
/// assert_eq!(story.accounts.len(), 4);
/// assert_eq!(story, corroborate_testkit::story(7, 4));
/// ```
pub fn story(seed: u64, accounts: usize) -> Story {
    Brief::new(seed, accounts).write()
}
