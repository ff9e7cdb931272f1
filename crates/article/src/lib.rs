//! The data model of one account: what was read, which part of the page each byte belongs to, and what the
//! page says about itself.
//!
//! An [`Article`] holds its text whole and as it came. Its [`Block`]s partition that text: every byte stands in
//! exactly one block, in order, so nothing that was set aside is lost.

mod article;
mod block;
mod diagnostic;
mod metadata;

pub use article::{Article, Container, Source};
pub use block::{Block, Role};
pub use diagnostic::{Diagnostic, Severity};
pub use metadata::{Metadata, Outlet, Publication};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
