//! The comparison of a story's accounts, rendered for people and for programs.
//!
//! The wire format of the JSON report lives here and nowhere else; its types are private, and what a reader may
//! rely on is the JSON Schema that [`schema`] generates from them.

mod extract;
mod json;
mod parse;
mod story;
mod wire;

pub use extract::extract_line;
pub use json::{json, schema};
pub use parse::{parse_json, parse_text};
pub use story::{Settings, Story};
