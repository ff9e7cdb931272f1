//! The report as JSON.

use crate::Story;
use crate::indented::Indented;
use crate::wire::Report;
use serde::Serialize;
use serde_json::Serializer;

/// The report as JSON, indented, with a line end at its end.
pub fn json(story: &Story) -> String {
    let texts: usize = story.accounts.iter().map(|account| account.article.text.len()).sum();
    pretty(&Report::of(story), TIMES * texts)
}

/// A report is some twenty times as long as the texts. Room for more than that costs nothing, and a text that outgrows its
/// room has to be copied.
const TIMES: usize = 30;

/// The JSON Schema of the report, generated from the types that write it.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Report), 1 << 16)
}

/// Serialises what holds only strings, numbers and lists, which cannot fail, to about so many bytes.
fn pretty(value: &impl Serialize, length: usize) -> String {
    let mut bytes = Vec::with_capacity(length);
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, Indented::default()));
    let mut text = written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default();
    text.push('\n');
    text
}
