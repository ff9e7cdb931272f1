//! What a word tells of somebody's gender.

use corroborate_text::Table;

/// What a title or a given name tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// `she`
    Female,
    /// `he`
    Male,
}

/// The gender that a word in lower case tells: a title, a role or a given name that nearly only one sex bears.
///
/// ```
/// use corroborate_extract::{Gender, gender};
///
/// assert_eq!(gender("spokeswoman"), Some(Gender::Female));
/// assert_eq!(gender("table"), None);
/// ```
pub fn gender(word: &str) -> Option<Gender> {
    Some(if GENDERS.get(word)? == b"f" { Gender::Female } else { Gender::Male })
}

static GENDERS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/gender.table")));
