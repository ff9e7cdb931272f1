//! What a page says about its article: collected from every place that says it, settled by one rule.
//!
//! The rule: JSON-LD of an article, then `meta` elements, then microdata and marked-up times, then the visible
//! text, then the address. Markup made for machines is kept in step with the article by the outlet's own system;
//! an address keeps the day of the first draft. A value that cannot be read gives way to the next. Where none of them
//! gives a day, the permanent link of the headline does, a date above the headline, one that opens the running text, the
//! day of the last change, and at last one elsewhere on the page.

mod claims;
mod date_label;
mod json_ld;
mod meta;
mod moment;
mod names;
mod title;

pub(crate) use claims::{Claim, Claims, LiveEntry, collect};
pub(crate) use date_label::{DateLabel, last_label, opens_with_label};
pub(crate) use moment::{
    Moment, Order, find_clock, find_moment, find_ordered, find_short, from_address, read_moment,
};
pub(crate) use names::{is_name, names_of, split_names};
pub(crate) use title::{fold_title, is_folded, parts, settle_title};
