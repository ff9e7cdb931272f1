//! Given names.

use crate::rows;

/// Given names of many countries, in lower case, some of them twice: what build scripts lay out as a [`Table`].
///
/// `data/README.md` says where they are from.
///
/// ```
/// assert!(corroborate_text::given_names().any(|name| name == "abigail"));
/// ```
///
/// [`Table`]: crate::Table
pub fn given_names() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../data/given.txt")).chain(rows(include_str!("../data/given-more.txt")))
}
