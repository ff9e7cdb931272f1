//! The report as one page that needs nothing else: it opens from a file, reads without script, and prints.
//!
//! All text from outside goes through [`words`](escape::words) or through the template's own escaping; none of
//! it ever stands in a script, a style, an address or an unquoted attribute.

mod account;
mod claim;
mod difference;
mod entity;
mod escape;
mod family;
mod graph;
mod link;
mod page;
mod policy;
mod timeline;

use crate::Story;
use askama::Template;

/// The report as a page.
pub fn html(story: &Story) -> String {
    // Rendering to a string cannot fail.
    page::Page::new(story).render().unwrap_or_default()
}
