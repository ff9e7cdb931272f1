//! Pages of markup to articles.

mod content;
mod flow;
mod page_article;
mod role;
mod tag;
mod tree;
mod zone;

pub(crate) use page_article::{MarkedTime, fragment, read};
pub(crate) use tag::Tag;
pub(crate) use tree::Tree;
