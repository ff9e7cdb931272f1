//! The findings as tables: rows of words and numbers, before any format.

use crate::wire::{Evidence, Report};

/// A table.
pub(crate) struct Table {
    /// `claims`, `differences` or `quotations`.
    pub(crate) name: &'static str,
    /// The names of the columns, each with what it holds.
    pub(crate) columns: &'static [(&'static str, Kind)],
    /// The rows, each with a value for every column.
    pub(crate) rows: Vec<Vec<Value>>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words.
    Words,
    /// Numbers from 0.
    Number,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Words as they are.
    Words(String),
    /// A number.
    Number(usize),
    /// Nothing: there are no words here.
    Nothing,
}

use Kind::{Number, Words};

const CLAIMS: &[(&str, Kind)] = &[
    ("claim", Words),
    ("summary", Words),
    ("accounts", Number),
    ("origins", Number),
    ("source", Words),
    ("stance", Words),
    ("start", Number),
    ("end", Number),
    ("words", Words),
];

const DIFFERENCES: &[(&str, Kind)] = &[
    ("difference", Words),
    ("kind", Words),
    ("relation", Words),
    ("subject", Words),
    ("side", Number),
    ("value", Words),
    ("source", Words),
    ("start", Number),
    ("end", Number),
    ("words", Words),
    ("rule", Words),
    ("explanation", Words),
];

const QUOTATIONS: &[(&str, Kind)] = &[
    ("quotation", Words),
    ("source", Words),
    ("kind", Words),
    ("start", Number),
    ("end", Number),
    ("words", Words),
    ("speaker", Words),
    ("speaker_words", Words),
    ("cue", Words),
];

/// The tables of a report, one row a span.
pub(crate) fn tables(report: &Report) -> [Table; 3] {
    [claims(report), differences(report), quotations(report)]
}

fn claims(report: &Report) -> Table {
    let mut rows = Vec::new();
    for claim in &report.claims {
        for cell in &claim.cells {
            let before = [
                words(&claim.id),
                words(&claim.summary),
                Value::Number(claim.outlets),
                Value::Number(claim.origins),
                words(&cell.source),
                words(&cell.stance),
            ];
            if cell.evidence.is_empty() {
                rows.push([&before[..], &[Value::Nothing, Value::Nothing, Value::Nothing]].concat());
            }
            rows.extend(cell.evidence.iter().map(|evidence| [&before[..], &span(evidence)].concat()));
        }
    }
    Table { name: "claims", columns: CLAIMS, rows }
}

fn differences(report: &Report) -> Table {
    let mut rows = Vec::new();
    for difference in &report.differences {
        for (number, side) in difference.sides.iter().enumerate() {
            for evidence in &side.evidence {
                let before = [
                    words(&difference.id),
                    words(&difference.kind),
                    words(&difference.relation),
                    words(&difference.subject),
                    Value::Number(number + 1),
                    words(&side.value),
                    words(&evidence.source),
                ];
                let after = [words(&difference.rule), words(&difference.explanation)];
                rows.push([&before[..], &span(evidence), &after].concat());
            }
        }
    }
    Table { name: "differences", columns: DIFFERENCES, rows }
}

fn quotations(report: &Report) -> Table {
    let name = |id: &str| report.entities.iter().find(|entity| entity.id == id).map(|entity| &entity.name);
    let rows = report.quotations.iter().map(|quotation| {
        let before = [words(&quotation.id), words(&quotation.evidence.source), words(&quotation.kind)];
        let speaker = quotation.speaker.as_ref();
        let known = speaker.and_then(|speaker| name(speaker.entity.as_deref()?));
        let after = [
            known.map_or(Value::Nothing, |name| words(name)),
            speaker.map_or(Value::Nothing, |speaker| words(&speaker.evidence.text)),
            quotation.cue.as_ref().map_or(Value::Nothing, |cue| words(&cue.text)),
        ];
        [&before[..], &span(&quotation.evidence), &after].concat()
    });
    Table { name: "quotations", columns: QUOTATIONS, rows: rows.collect() }
}

fn words(text: &str) -> Value {
    Value::Words(text.to_owned())
}

fn span(evidence: &Evidence) -> [Value; 3] {
    [Value::Number(evidence.start), Value::Number(evidence.end), words(&evidence.text)]
}
