//! The comparison of a story's accounts, rendered for people and for programs.
//!
//! The wire format of the JSON report lives here and nowhere else; its types are private, and what a reader may
//! rely on is the JSON Schema that [`schema`] generates from them.

mod again;
mod csv;
mod decision;
mod extract;
mod html;
mod indented;
mod json;
mod markdown;
mod overview;
#[cfg(feature = "parquet")]
mod parquet;
mod parse;
mod story;
mod table;
mod text;
mod verify;
mod visible;
mod wire;

pub use crate::csv::{Tables, csv};
#[cfg(feature = "parquet")]
pub use crate::parquet::{ParquetFailure, parquet};
pub use again::{Recipe, Replay, hold, recipe};
pub use decision::{Decision, Target};
pub use extract::extract_line;
pub use html::html;
pub use json::{json, schema};
pub use markdown::markdown;
pub use overview::RELATIONS;
pub use parse::{parse_json, parse_text};
pub use story::{Settings, Story};
pub use text::{TextOptions, text};
pub use verify::{Failure, Verification, VerifyError, Wanted, report_sources, verify};
pub use visible::visible;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
