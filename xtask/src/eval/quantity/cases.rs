//! The cases of four libraries' own tests.

use super::{Found, count, extract, lines, miss, ratio, same, texts};
use crate::eval::{Context, Row, Section};
use anyhow::Result;
use serde_json::{Value, json};

/// The cases of four libraries, each right or wrong as a whole.
pub fn libraries(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/quantity") else { return Ok(None) };
    let mut rows = Vec::new();
    for (name, file, text, asked, right) in SETS {
        let mut cases = lines(&folder.join(file))?;
        cases.retain(asked);
        let found = extract(context, &texts(&cases, text))?;
        let mut hits = 0;
        for (case, found) in cases.iter().zip(&found) {
            if right(case, found) {
                hits += 1;
            } else {
                miss(context, &case[text], &json!(found.iter().map(|one| &one.text).collect::<Vec<_>>()));
            }
        }
        rows.push(Row::higher(*name, vec![Some(ratio(hits, cases.len().max(1))), count(cases.len())]));
    }
    Ok(Some(Section {
        title: "Quantities: cases of other libraries".into(),
        intro: "Share of cases wholly right. A text that is nothing but a number or a sum is read as typed; the command is not \
                told. Many of the rest ask for what a news reader leaves out on purpose: parts of IP addresses and dates, \
                *last* and *next* as ranks, *first* in running text, *percent of 10*, `10G`, `1,3`. In a case of ranges, \
                numbers beside them do not count, but each range does. The second row leaves out the cases that want a \
                place counted from the end or from here (`end-1`, `current+1`), which is no number. A text that \
                text2num refuses (*sixty fifteen*) must not be read as one number; numbers that its \
                *replace_numbers* leaves in words count as read."
            .into(),
        columns: ["right", "cases"].map(String::from).to_vec(),
        rows,
    }))
}

type Right = fn(&Value, &[Found]) -> bool;

type Asked = fn(&Value) -> bool;

/// Name, file, key of the text, the cases that are asked, and what makes one right.
const SETS: &[(&str, &str, &str, Asked, Right)] = &[
    ("recognizers", RECOGNIZERS, "input", every, recognizers),
    ("recognizers, cases that want numbers", RECOGNIZERS, "input", wants_numbers, recognizers),
    ("duckling", "duckling/quantity_en.jsonl", "text", every, duckling),
    ("quantulum3", "quantulum3/quantities.json", "req", every, quantulum),
    ("text2num", "text2num/en.jsonl", "text", every, text2num),
];

const RECOGNIZERS: &str = "recognizers/number_en.jsonl";

fn every(_: &Value) -> bool {
    true
}

/// Whether no answer is a place such as `end-1`: *the last but one*.
fn wants_numbers(case: &Value) -> bool {
    let mut results = case["results"].as_array().into_iter().flatten();
    results.all(|result| {
        let value = result["resolution"]["value"].as_str().unwrap_or_default();
        !value.starts_with("end") && !value.starts_with("current")
    })
}

fn recognizers(case: &Value, found: &[Found]) -> bool {
    let model = case["model"].as_str().unwrap_or_default();
    let wanted: Vec<&str> = case["results"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|result| result["resolution"]["value"].as_str())
        .filter(|value| *value != "null")
        .collect();
    let ordinal = model.starts_with("Ordinal");
    let range = model.starts_with("NumberRange");
    let percent = model.starts_with("Percent");
    // A number model sees no number where a unit touches the digits: *the 180ml bottle*.
    let touches = |one: &Found| {
        let after = one.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let after = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        one.unit.is_some() && one.kind == "measure" && after.starts_with(char::is_alphabetic)
    };
    let kept: Vec<&Found> = found
        .iter()
        .filter(|one| !model.starts_with("Number") || !touches(one))
        .filter(|one| match one.kind.as_str() {
            "ordinal" => ordinal || range,
            "percent" => !ordinal,
            _ => !ordinal && !percent,
        })
        .collect();
    if range {
        return has_ranges(&wanted, &kept);
    }
    let right = |(wanted, one): (&&str, &&Found)| {
        let factor = if percent && one.unit.as_deref() == Some("share") { 100.0 } else { 1.0 };
        let value = wanted.trim_end_matches('%').parse::<f64>();
        value.is_ok_and(|value| one.value().is_some_and(|found| same(found * factor, value)))
    };
    wanted.len() == kept.len() && wanted.iter().zip(&kept).all(right)
}

/// Whether the ranges found are the ones wanted, in order; a number that is none of them does no harm beside them.
fn has_ranges(wanted: &[&str], found: &[&Found]) -> bool {
    let fits = |wanted: &str, one: &Found| {
        let ends = wanted.trim_matches(['[', ']', '(', ')']).split_once(',');
        ends.is_some_and(|(low, high)| {
            let is = |text: &str, end: Option<f64>| match text.parse::<f64>() {
                Ok(value) => end.is_some_and(|end| same(end, value)),
                Err(_) => end.is_none(),
            };
            is(low, one.lower) && is(high, one.upper)
        })
    };
    let mut wanted = wanted.iter().peekable();
    let none_astray =
        found.iter().all(|one| wanted.next_if(|wanted| fits(wanted, one)).is_some() || !one.is_range());
    none_astray && wanted.next().is_none()
}

fn duckling(case: &Value, found: &[Found]) -> bool {
    let expected = &case["expected"];
    let number = |key: &str| expected[key].as_f64().unwrap_or(f64::NAN);
    let base = base(expected["unit"].as_str().unwrap_or_default());
    match (expected["kind"].as_str(), found) {
        (None, found) => found.is_empty(),
        (Some(kind), [one]) => {
            // In the unit that the case names, or as written.
            let factor = if case["dim"] == "AmountOfMoney" { 1.0 } else { size(one.unit.as_deref()) / base };
            let is = |end: Option<f64>, wanted: f64| {
                end.is_some_and(|end| same(end * factor, wanted) || same(end, wanted))
            };
            match kind {
                "value" => is(one.value(), number("value")),
                "interval" => is(one.lower, number("from")) && is(one.upper, number("to")),
                "min" => is(one.lower, number("value")) && one.upper.is_none(),
                "max" => is(one.upper, number("value")) && one.lower.is_none(),
                _ => false,
            }
        }
        _ => false,
    }
}

fn quantulum(case: &Value, found: &[Found]) -> bool {
    let wanted = case["res"].as_array().map(Vec::as_slice).unwrap_or_default();
    let right = |quantity: &Value| {
        let value = quantity["value"].as_f64().unwrap_or(f64::NAN);
        let reach = quantity["uncertainty"].as_f64().unwrap_or(0.0);
        found.iter().any(|one| one.is(value - reach, value + reach))
    };
    wanted.len() == found.len() && wanted.iter().all(right)
}

fn text2num(case: &Value, found: &[Found]) -> bool {
    // *sixty fifteen* is no number, by which that library means no single one.
    if case["op"] == "invalid" {
        let whole = case["text"].as_str().unwrap_or_default().trim();
        return found.iter().all(|one| one.text != whole);
    }
    let expected = case["expected"].as_str().unwrap_or_default();
    let digits = expected.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let wanted: Vec<f64> = digits.filter_map(|number| number.trim_matches('.').parse().ok()).collect();
    // A single small number is left in words by *replace_numbers*, since it is so written; it is read all the same.
    let left = |one: &&Found| case["op"] == "replace_numbers" && expected.contains(one.text.as_str());
    let read: Vec<Option<f64>> = found.iter().filter(|one| !left(one)).map(Found::value).collect();
    wanted.len() == read.len()
        && wanted.iter().zip(&read).all(|(wanted, read)| read.is_some_and(|read| same(read, *wanted)))
}

/// Base units in one of a duckling unit: metres, kilograms, litres.
fn base(unit: &str) -> f64 {
    match unit {
        "Kilometre" => 1000.0,
        "Centimetre" | "Cent" => 0.01,
        "Mile" => 1609.344,
        "Foot" => 0.3048,
        "Inch" => 0.0254,
        "Yard" => 0.9144,
        "Gram" | "Millilitre" => 0.001,
        "Pound" => 0.453_592_37,
        "Ounce" => 0.028_349_523_125,
        "Gallon" => 3.785_411_784,
        "Hectolitre" => 100.0,
        _ => 1.0,
    }
}

/// Base units in one of the symbols that those cases use.
fn size(symbol: Option<&str>) -> f64 {
    match symbol.unwrap_or_default() {
        "km" => 1000.0,
        "cm" => 0.01,
        "mi" => 1609.344,
        "ft" => 0.3048,
        "in" => 0.0254,
        "yd" => 0.9144,
        "g" | "ml" => 0.001,
        "mg" => 0.000_001,
        "lb" => 0.453_592_37,
        "oz" => 0.028_349_523_125,
        "gal" => 3.785_411_784,
        "hl" => 100.0,
        _ => 1.0,
    }
}
