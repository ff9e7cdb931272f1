//! Pages of markup to articles.

mod content;
mod dated_line;
mod flow;
mod live;
mod marked_time;
mod no_article;
mod page_article;
mod role;
mod tag;
mod tree;
mod wording;
mod zone;

pub(crate) use marked_time::MarkedTime;
pub(crate) use page_article::{fragment, read};
pub(crate) use tag::Tag;
pub(crate) use tree::Tree;
