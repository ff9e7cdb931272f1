//! Tables for a spreadsheet.

use crate::Story;
use crate::visible::visible;
use crate::wire::{Evidence, Report};

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
    let report = Report::of(story);
    Tables(vec![
        ("claims", claims(&report)),
        ("differences", differences(&report)),
        ("quotations", quotations(&report)),
    ])
}

fn claims(report: &Report) -> String {
    let mut table =
        Table::new(&["claim", "summary", "accounts", "origins", "source", "stance", "start", "end", "words"]);
    for claim in &report.claims {
        for cell in &claim.cells {
            let about = [
                claim.id.clone(),
                safe(&claim.summary),
                claim.outlets.to_string(),
                claim.origins.to_string(),
                safe(&cell.source),
                cell.stance.clone(),
            ];
            table.rows(&about, &cell.evidence, &[]);
        }
    }
    table.text()
}

fn differences(report: &Report) -> String {
    let mut table = Table::new(&[
        "difference",
        "kind",
        "relation",
        "subject",
        "side",
        "value",
        "source",
        "start",
        "end",
        "words",
        "rule",
        "explanation",
    ]);
    for difference in &report.differences {
        for (number, side) in difference.sides.iter().enumerate() {
            for evidence in &side.evidence {
                let about = [
                    difference.id.clone(),
                    difference.kind.clone(),
                    difference.relation.clone(),
                    safe(&difference.subject),
                    (number + 1).to_string(),
                    safe(&side.value),
                    safe(&evidence.source),
                ];
                let after = [difference.rule.clone(), safe(&difference.explanation)];
                table.rows(&about, std::slice::from_ref(evidence), &after);
            }
        }
    }
    table.text()
}

fn quotations(report: &Report) -> String {
    let mut table = Table::new(&[
        "quotation",
        "source",
        "kind",
        "start",
        "end",
        "words",
        "speaker",
        "speaker_words",
        "cue",
    ]);
    let name =
        |id: &str| report.entities.iter().find(|entity| entity.id == id).map(|entity| entity.name.clone());
    for quotation in &report.quotations {
        let about = [quotation.id.clone(), safe(&quotation.evidence.source), quotation.kind.clone()];
        let speaker = quotation.speaker.as_ref();
        let after = [
            safe(&speaker.and_then(|speaker| name(speaker.entity.as_deref()?)).unwrap_or_default()),
            safe(speaker.map_or("", |speaker| &speaker.evidence.text)),
            safe(quotation.cue.as_ref().map_or("", |cue| &cue.text)),
        ];
        table.rows(&about, std::slice::from_ref(&quotation.evidence), &after);
    }
    table.text()
}

struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn new(head: &[&str]) -> Self {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        // Writing to memory cannot fail, and every row has the fields of the head.
        let _ = writer.write_record(head);
        Self(writer)
    }

    /// One row for each span, or one with empty cells where there is none.
    fn rows(&mut self, before: &[String], evidence: &[Evidence], after: &[String]) {
        let mut row = |span: [String; 3]| {
            let _ = self.0.write_record(before.iter().chain(&span).chain(after));
        };
        if evidence.is_empty() {
            row([String::new(), String::new(), String::new()]);
        }
        for words in evidence {
            row([words.start.to_string(), words.end.to_string(), safe(&words.text)]);
        }
    }

    fn text(self) -> String {
        let bytes = self.0.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
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
