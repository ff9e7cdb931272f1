//! The report as JSON.

use crate::Story;
use crate::wire::Report;

/// The report as JSON, indented, with a line end at its end.
pub fn json(story: &Story) -> String {
    pretty(&Report::of(story))
}

/// The JSON Schema of the report, generated from the types that write it.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Report))
}

/// Serialises what holds only strings, numbers and lists, which cannot fail.
fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
