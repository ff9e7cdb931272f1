//! Dates and times: spans, types and values of three annotated corpora, and the cases of five libraries' own tests.

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::path::Path;

/// An expression of the gold or of the command.
struct Timex {
    start: usize,
    end: usize,
    kind: Option<String>,
    value: Option<String>,
    earliest: Option<String>,
    /// Minutes east of Greenwich of the zone it names.
    offset: Option<i64>,
}

/// Name and file of each corpus.
const CORPORA: &[(&str, &str)] = &[
    ("Wikinews", "meantime/dev.jsonl"),
    ("TimeBank", "timebank/timebank.jsonl"),
    ("AQUAINT", "timebank/aquaint.jsonl"),
    ("war histories", "wikiwars/dev.jsonl"),
];

/// The annotated corpora, scored as in TempEval-3.
pub fn corpora(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/temporal") else { return Ok(None) };
    let mut rows: Vec<Vec<Option<f64>>> = vec![Vec::new(); 4];
    for (_, file) in CORPORA {
        let records = lines(&folder.join(file))?;
        let made = extract(context, &records, "dct")?;
        let mut score = Score::default();
        for (record, made) in records.iter().zip(&made) {
            let text = record["text"].as_str().unwrap_or_default();
            score.add(context, text, &gold(record, text), made);
        }
        let figures = [score.relaxed, score.strict, score.kind, score.value];
        for (row, hits) in rows.iter_mut().zip(figures) {
            row.push(Some(f1(hits, score.made, score.gold)));
        }
    }
    let names = ["span, relaxed F1", "span, strict F1", "type F1", "value F1"];
    Ok(Some(Section {
        title: "Dates and times in annotated corpora".into(),
        intro: "TimeML's and TIMEX2's annotations, scored as in TempEval-3: relaxed is any overlap, one to one; type and \
                value are those of the pairs so found. The war histories carry TIMEX2 values and no types. Some gold \
                cannot be met: empty values, weeks left open (`1989-WXX`), expressions that hang on an event."
            .into(),
        columns: CORPORA.iter().map(|(name, _)| (*name).to_owned()).collect(),
        rows: names.iter().zip(rows).map(|(name, values)| Row::higher(*name, values)).collect(),
    }))
}

/// The cases of other libraries: the start of the first expression, at the grain of the case; and refusals.
pub fn cases(context: &Context) -> Result<Option<Section>> {
    let Some(path) = context.shared("benchmarks/temporal/expressions/dev.jsonl") else { return Ok(None) };
    let records = lines(&path)?;
    let made = extract(context, &records, "ref")?;
    let mut suites: Vec<(String, usize, usize)> = Vec::new();
    let (mut refused, mut negatives) = (0, 0);
    for (record, made) in records.iter().zip(&made) {
        let placed = made.iter().find(|timex| timex.earliest.is_some());
        let first = placed.and_then(|timex| timex.earliest.clone());
        let suite = record["suite"].as_str().unwrap_or_default();
        if record["negative"] == Value::Bool(true) {
            negatives += 1;
            refused += usize::from(first.is_none());
            if let (Some(first), true) = (first, context.misses) {
                eprintln!("{suite}\t{}\tnone\t{first}", record["text"]);
            }
            continue;
        }
        let grain = record["grain"].as_str().unwrap_or_default();
        // The clock of that suite's cases runs two hours west of Greenwich, and a time with a zone is given on it.
        let first = match placed.and_then(|timex| timex.offset) {
            Some(offset) if suite == "duckling" => first.and_then(|first| on_clock(&first, offset, -120)),
            _ => first,
        };
        let first = first.as_deref();
        let right = record["accept"].as_array().into_iter().flatten().any(|accept| {
            let start = accept["start"].as_str().unwrap_or_default();
            first.is_some_and(|first| first.get(..digits(grain)) == start.get(..digits(grain)))
        });
        if !right && context.misses {
            eprintln!("{suite}\t{}\t{}\t{first:?}", record["text"], record["accept"]);
        }
        let index = suites.iter().position(|(name, ..)| name == suite).unwrap_or_else(|| {
            suites.push((suite.to_owned(), 0, 0));
            suites.len() - 1
        });
        if let Some((_, hits, cases)) = suites.get_mut(index) {
            *hits += usize::from(right);
            *cases += 1;
        }
    }
    suites.sort();
    let mut rows: Vec<Row> = suites
        .iter()
        .map(|(name, hits, cases)| {
            Row::higher(format!("{name}: start"), vec![Some(ratio(*hits, *cases)), Some(number(*cases))])
        })
        .collect();
    rows.push(Row::higher(
        "negatives refused",
        vec![Some(ratio(refused, negatives)), Some(number(negatives))],
    ));
    Ok(Some(Section {
        title: "Dates and times: cases of other libraries".into(),
        intro: "Their own tests, most of them commands to a calendar. The start of the first expression that is \
                placed must equal one that is accepted, at the grain of the case; a time with a zone is compared on \
                the clock of the suite where that is known (duckling: UTC-2). A negative is refused when nothing is \
                placed. A text that is nothing but an expression is read as typed to a calendar, and so are all cases of that \
                kind, negatives too; the command is not told. Left out on purpose, being conventions on which the libraries do \
                not agree: the time of day carried over by *next month*, conventional hours (*this morning* at 6 or 8, \
                *tonight* at 20 or 22), *the next two weeks* as the day on which they are over, \
                *the end of the day* as its last second, *late July* as its second half; `7 - 8` and `1830` alone."
            .into(),
        columns: ["right", "cases"].map(String::from).to_vec(),
        rows,
    }))
}

/// A moment (`2013-02-14T08:00:00`) on the clock of one zone as the clock of another shows it, minutes east.
fn on_clock(moment: &str, from: i64, to: i64) -> Option<String> {
    let field = |at: usize, length: usize| moment.get(at..at + length)?.parse::<i64>().ok();
    let (year, month, day) = (field(0, 4)?, field(5, 2)?, field(8, 2)?);
    let minutes = field(11, 2)? * 60 + field(14, 2)? + to - from;
    let (shift, minutes) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let (year, month, day) = match (day + shift, month) {
        (0, 1) => (year - 1, 12, 31),
        (0, month) => (year, month - 1, length_of(year, month - 1)),
        (day, 12) if day > 31 => (year + 1, 1, 1),
        (day, month) if day > length_of(year, month) => (year, month + 1, 1),
        (day, month) => (year, month, day),
    };
    let seconds = moment.get(16..)?;
    Some(format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}{seconds}", minutes / 60, minutes % 60))
}

/// Days of a month.
fn length_of(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Characters of an ISO date-time up to a grain.
fn digits(grain: &str) -> usize {
    match grain {
        "second" => 19,
        "minute" => 16,
        "hour" => 13,
        "month" | "quarter" => 7,
        "year" => 4,
        _ => 10,
    }
}

/// Counts over documents.
#[derive(Default)]
struct Score {
    gold: usize,
    made: usize,
    relaxed: usize,
    strict: usize,
    kind: usize,
    value: usize,
}

impl Score {
    fn add(&mut self, context: &Context, text: &str, gold: &[Timex], made: &[Timex]) {
        self.gold += gold.len();
        self.made += made.len();
        for (wanted, found, exact) in pairs(gold, made) {
            self.relaxed += 1;
            self.strict += usize::from(exact);
            self.kind += usize::from(wanted.kind.is_none() || wanted.kind == found.kind);
            let right = wanted.value == found.value;
            self.value += usize::from(right);
            if !right && context.misses {
                let words = text.get(wanted.start..wanted.end).unwrap_or_default();
                eprintln!("{words}\t{:?}\t{:?}", wanted.value, found.value);
            }
        }
    }
}

/// One to one: equal spans first, then the largest overlap.
fn pairs<'a>(gold: &'a [Timex], made: &'a [Timex]) -> Vec<(&'a Timex, &'a Timex, bool)> {
    let mut candidates = Vec::new();
    for (index, wanted) in gold.iter().enumerate() {
        for (other, found) in made.iter().enumerate() {
            let overlap = wanted.end.min(found.end).saturating_sub(wanted.start.max(found.start));
            let exact = (wanted.start, wanted.end) == (found.start, found.end);
            if overlap > 0 {
                candidates.push((!exact, std::cmp::Reverse(overlap), index, other));
            }
        }
    }
    candidates.sort_unstable();
    let (mut used_gold, mut used_made) = (vec![false; gold.len()], vec![false; made.len()]);
    let mut pairs = Vec::new();
    for (inexact, _, index, other) in candidates {
        let (Some(a), Some(b)) = (used_gold.get_mut(index), used_made.get_mut(other)) else { continue };
        if *a || *b {
            continue;
        }
        (*a, *b) = (true, true);
        if let (Some(wanted), Some(found)) = (gold.get(index), made.get(other)) {
            pairs.push((wanted, found, !inexact));
        }
    }
    pairs
}

/// The gold of a record, its offsets turned from code points into bytes.
fn gold(record: &Value, text: &str) -> Vec<Timex> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let place = |value: &Value| {
        let point = usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or(usize::MAX);
        bytes.get(point).copied().unwrap_or(text.len())
    };
    let timexes = record["timexes"].as_array().into_iter().flatten();
    timexes
        .map(|timex| Timex {
            start: place(&timex["start"]),
            end: place(&timex["end"]),
            kind: timex["type"].as_str().map(String::from),
            value: timex["value"].as_str().map(String::from),
            earliest: None,
            offset: None,
        })
        .collect()
}

/// The dates of each record, through the command.
fn extract(context: &Context, records: &[Value], date: &str) -> Result<Vec<Vec<Timex>>> {
    let mut input = String::new();
    for (id, record) in records.iter().enumerate() {
        let request = json!({ "id": id.to_string(), "text": record["text"], "date": record[date] });
        input.push_str(&request.to_string());
        input.push('\n');
    }
    let output = command::pipe(&context.binary, &["extract"], input.as_bytes())?;
    let mut found = Vec::new();
    for line in String::from_utf8(output)?.lines() {
        let answer: Value = serde_json::from_str(line)?;
        let offset = |value: &Value| usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
        let dates = answer["dates"].as_array().into_iter().flatten();
        found.push(
            dates
                .map(|timex| Timex {
                    start: offset(&timex["start"]),
                    end: offset(&timex["end"]),
                    kind: timex["type"].as_str().map(String::from),
                    value: timex["timex"].as_str().map(String::from),
                    earliest: timex["earliest"].as_str().map(String::from),
                    offset: timex["offset"].as_i64(),
                })
                .collect(),
        );
    }
    anyhow::ensure!(found.len() == records.len(), "{} texts, {} answers", records.len(), found.len());
    Ok(found)
}

fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(Into::into)).collect()
}

fn f1(hits: usize, made: usize, gold: usize) -> f64 {
    if hits == 0 { 0.0 } else { 2.0 * number(hits) / (number(made) + number(gold)) }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::on_clock;

    #[test]
    fn a_time_is_shown_on_another_clock() {
        assert_eq!(on_clock("2013-02-14T08:00:00", 0, -120).as_deref(), Some("2013-02-14T06:00:00"));
        assert_eq!(on_clock("2016-03-01T01:30:00", 60, -120).as_deref(), Some("2016-02-29T22:30:00"));
        assert_eq!(on_clock("2013-12-31T20:00:00", -480, -120).as_deref(), Some("2014-01-01T02:00:00"));
    }
}
