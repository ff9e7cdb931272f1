//! Tables for a spreadsheet.

use crate::Story;
use crate::table::{Table, Value, tables};
use crate::visible::visible;
use crate::wire::Report;

/// Tables, each a name and its rows as CSV (RFC 4180, UTF-8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables(Vec<(&'static str, String)>);

impl Tables {
    /// The tables with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, table)| (*name, table.as_str()))
    }

    /// All tables in one text: each after a line with its name, with an empty line between.
    pub fn joined(&self) -> String {
        let tables: Vec<String> = self.0.iter().map(|(name, table)| format!("{name}\r\n{table}")).collect();
        tables.join("\r\n")
    }
}

/// The report as tables: `claims`, `differences`, `quotations`. One row a span; no cell is a formula to a
/// spreadsheet.
pub fn csv(story: &Story) -> Tables {
    let tables = tables(&Report::of(story));
    Tables(tables.iter().map(|table| (table.name, text(table))).collect())
}

fn text(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has the fields of the head.
    let _ = writer.write_record(table.columns.iter().map(|(name, _)| name));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|value| match value {
            Value::Words(words) => safe(words),
            Value::Number(number) => number.to_string(),
            Value::Nothing => String::new(),
        }));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula: one that would be begins with an apostrophe.
fn safe(text: &str) -> String {
    let shown = visible(text);
    let first = shown.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{shown}"),
        _ => shown.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_words() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe(" @SUM(A1)"), "' @SUM(A1)");
        assert_eq!(safe("\tx"), "'\tx");
        assert_eq!(safe("\r=x"), "␍=x");
        assert_eq!(safe("5 = 4 + 1"), "5 = 4 + 1");
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula(text in any::<String>()) {
            prop_assert!(!safe(&text).starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
