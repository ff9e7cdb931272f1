//! Markup as it is found: tags, attributes and references, with no assumption that it is well formed. Pages and
//! feeds are both read with it.

mod attribute;
mod reference;
mod token;

pub(crate) use attribute::{attribute, attributes};
pub(crate) use reference::decode;
pub(crate) use token::{Dialect, Token, Tokens};
