//! Text into markup.

use crate::visible::{acts, name};
use askama::filters::HtmlSafe;
use std::fmt;

/// Markup that was made here, and stands in the page as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Html(pub(super) String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::FastWritable for Html {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl HtmlSafe for Html {}

/// Appends text that shows and does nothing: its text content in the page is the text itself. A character that
/// would act (turn the order of reading, say) is kept in a box of its own, which bears its name.
pub(super) fn words(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No page can hold it.
            '\0' => out.push('␀'),
            c if acts(c) => {
                out.push_str("<span class=\"ctl\" data-c=\"");
                name(c, out);
                out.push_str("\">");
                if c == '\r' {
                    out.push_str("&#13;");
                } else {
                    out.push(c);
                }
                out.push_str("</span>");
            }
            c => out.push(c),
        }
    }
}
