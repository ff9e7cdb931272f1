//! Numbers and quantities: news sentences with value and unit, and the cases of four libraries' own tests.

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// A quantity as `corroborate extract` writes it.
#[derive(Deserialize)]
struct Found {
    text: String,
    lower: Option<f64>,
    upper: Option<f64>,
    #[serde(default)]
    nominal: Option<f64>,
    approximate: bool,
    unit: Option<String>,
    counted: Option<String>,
    #[serde(default)]
    kind: String,
}

impl Found {
    /// The one value, where one is written.
    fn value(&self) -> Option<f64> {
        self.nominal.or_else(|| self.lower.zip(self.upper).filter(|(a, b)| same(*a, *b)).map(|(a, _)| a))
    }

    /// Whether it allows from `low` to `high`; a single value may also be the one end of an open range.
    fn is(&self, low: f64, high: f64) -> bool {
        let end = |end: Option<f64>, wanted: f64| end.is_some_and(|end| same(end, wanted));
        if !same(low, high) {
            return end(self.lower, low) && end(self.upper, high);
        }
        match self.value() {
            Some(value) => same(value, low),
            None => {
                (end(self.lower, low) && (self.upper.is_none() || self.approximate))
                    || (end(self.upper, low) && self.lower.is_none())
            }
        }
    }
}

/// The quantities of the news set, by value and by value and unit.
pub fn news(context: &Context) -> Result<Option<Section>> {
    let Some(path) = context.shared("benchmarks/quantity/newsquant/dev.jsonl") else { return Ok(None) };
    let rows = lines(&path)?;
    let found = extract(context, &texts(&rows, "text"))?;
    let (mut gold, mut made, mut values, mut units) = (0, 0, 0, 0);
    for (row, found) in rows.iter().zip(&found) {
        let wanted = row["quantities"].as_array().map(Vec::as_slice).unwrap_or_default();
        gold += wanted.len();
        made += found.len();
        let mut used = vec![false; found.len()];
        for quantity in wanted {
            let Some((low, high)) = quantity["value"].as_str().and_then(interval) else { continue };
            let fits = |index: usize, one: &Found| !used[index] && one.is(low, high);
            let named = |one: &Found| has_unit(quantity, one);
            let place = |unit: bool| {
                found.iter().enumerate().position(|(index, one)| fits(index, one) && (!unit || named(one)))
            };
            let Some(index) = place(true).or_else(|| place(false)) else {
                miss(context, &row["text"], &quantity["value"]);
                continue;
            };
            values += 1;
            units += usize::from(found.get(index).is_some_and(named));
            if let Some(used) = used.get_mut(index) {
                *used = true;
            }
        }
    }
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { ratio(part, whole) };
    let row = |name: &str, hits: usize| {
        let (precision, recall) = (share(hits, made), share(hits, gold));
        let f1 = if hits == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        Row::higher(name, vec![Some(precision), Some(recall), Some(f1)])
    };
    Ok(Some(Section {
        title: "Quantities in news sentences".into(),
        intro: format!(
            "{} sentences, {gold} quantities, without offsets. A unit is right when its name or the head of the noun \
             group is the same. Implicit ones (`one of the largest …` as 1) are annotated and count as missed.",
            rows.len()
        ),
        columns: ["precision", "recall", "F1"].map(String::from).to_vec(),
        rows: vec![row("value", values), row("value and unit", units)],
    }))
}

/// The cases of four libraries, each right or wrong as a whole.
pub fn libraries(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/quantity") else { return Ok(None) };
    let mut rows = Vec::new();
    for (name, file, text, right) in SETS {
        let cases = lines(&folder.join(file))?;
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
        intro: "Share of cases wholly right. Many ask for what a news reader leaves out on purpose: parts of IP \
                addresses and dates, *last* and *next* as ranks, *percent of 10*, fractions of two numbers in words. A \
                text that text2num refuses (*sixty fifteen*) must not be read as one number."
            .into(),
        columns: ["right", "cases"].map(String::from).to_vec(),
        rows,
    }))
}

type Right = fn(&Value, &[Found]) -> bool;

/// Name, file, key of the text, and what makes a case right.
const SETS: &[(&str, &str, &str, Right)] = &[
    ("recognizers", "recognizers/number_en.jsonl", "input", recognizers),
    ("duckling", "duckling/quantity_en.jsonl", "text", duckling),
    ("quantulum3", "quantulum3/quantities.json", "req", quantulum),
    ("text2num", "text2num/en.jsonl", "text", text2num),
];

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
        .filter(|one| !range || !wanted.is_empty() || one.value().is_none())
        .collect();
    let right = |(wanted, one): (&&str, &&Found)| {
        if range {
            let ends = wanted.trim_matches(['[', ']', '(', ')']).split_once(',');
            return ends.is_some_and(|(low, high)| {
                let is = |text: &str, end: Option<f64>| match text.parse::<f64>() {
                    Ok(value) => end.is_some_and(|end| same(end, value)),
                    Err(_) => end.is_none(),
                };
                is(low, one.lower) && is(high, one.upper)
            });
        }
        let factor = if percent && one.unit.as_deref() == Some("share") { 100.0 } else { 1.0 };
        let value = wanted.trim_end_matches('%').parse::<f64>();
        value.is_ok_and(|value| one.value().is_some_and(|found| same(found * factor, value)))
    };
    wanted.len() == kept.len() && wanted.iter().zip(&kept).all(right)
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
        return found.len() != 1;
    }
    let expected = case["expected"].as_str().unwrap_or_default();
    let digits = expected.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let wanted: Vec<f64> = digits.filter_map(|number| number.trim_matches('.').parse().ok()).collect();
    let read: Vec<Option<f64>> = found.iter().map(Found::value).collect();
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

/// The unit or the noun counted is the one annotated.
fn has_unit(gold: &Value, one: &Found) -> bool {
    let name = gold["normalized_unit"].as_str().unwrap_or_default();
    let name = name.split(" per ").next().unwrap_or_default();
    if matches!(name, "" | "-") {
        return one.unit.is_none();
    }
    if let Some(symbol) = &one.unit {
        return UNITS.iter().any(|(known, unit)| *known == name && unit == symbol);
    }
    let Some(counted) = &one.counted else { return false };
    let words = |text: &str| -> Vec<String> { text.split([' ', '-']).map(stem).collect() };
    let (counted, mut name) = (words(counted), words(name));
    // As written last, since its head decides.
    name.extend(words(gold["unit"].as_str().unwrap_or_default()));
    counted.last().is_some_and(|head| name.contains(head))
        || name.last().is_some_and(|head| counted.contains(head))
}

fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    match word.as_str() {
        "people" => "person".into(),
        "children" => "child".into(),
        "men" => "man".into(),
        "women" => "woman".into(),
        _ => word.strip_suffix('s').unwrap_or(&word).into(),
    }
}

/// Names of the news set and the symbols of the product.
const UNITS: &[(&str, &str)] = &[
    ("percentage", "%"),
    ("percentage", "share"),
    ("dollar", "USD"),
    ("euro", "EUR"),
    ("pound sterling", "GBP"),
    ("cent", "USD/100"),
    ("japanese yen", "JPY"),
    ("chinese yuan", "CNY"),
    ("shekel", "ILS"),
    ("indian rupee", "INR"),
    ("australian dollar", "AUD"),
    ("canadian dollar", "CAD"),
    ("new zealand dollar", "NZD"),
    ("danish krone", "DKK"),
    ("singaporean dollar", "SGD"),
    ("Singaporean dollar", "SGD"),
    ("malaysian ringgit", "MYR"),
    ("swiss franc", "CHF"),
    ("year of age", "yr"),
    ("year", "yr"),
    ("month", "mo"),
    ("week", "wk"),
    ("day", "d"),
    ("hour", "h"),
    ("minute", "min"),
    ("second", "s"),
    ("decade", "dec"),
    ("century", "cent"),
    ("metre", "m"),
    ("kilometre", "km"),
    ("centimetre", "cm"),
    ("millimetre", "mm"),
    ("micrometre", "µm"),
    ("mile", "mi"),
    ("foot", "ft"),
    ("inch", "in"),
    ("yard", "yd"),
    ("gram", "g"),
    ("kilogram", "kg"),
    ("pound-mass", "lb"),
    ("ounce", "oz"),
    ("ounce", "floz"),
    ("ton", "ton"),
    ("metric ton", "t"),
    ("gigaton", "Gt"),
    ("litre", "l"),
    ("millilitre", "ml"),
    ("gallon", "gal"),
    ("quart", "qt"),
    ("pint", "pt"),
    ("kilometre", "km/h"),
    ("mile per hour", "mph"),
    ("knot", "kn"),
    ("metre", "m/s"),
    ("mile", "mph"),
    ("mile", "mpg"),
    ("celsius", "°C"),
    ("fahrenheit", "°F"),
    ("degree", "°"),
    ("square metre", "m²"),
    ("square foot", "ft²"),
    ("square mile", "mi²"),
    ("acre", "ac"),
    ("hectare", "ha"),
    ("gigabyte", "GB"),
    ("megabyte", "MB"),
    ("terabyte", "TB"),
    ("watt", "W"),
    ("kilowatt", "kW"),
    ("megawatt", "MW"),
    ("gigawatt", "GW"),
    ("horsepower", "hp"),
    ("kilohertz", "kHz"),
    ("megahertz", "MHz"),
    ("hertz", "Hz"),
    ("calorie", "cal"),
    ("gigapascal", "GPa"),
    ("kilopound", "ksi"),
    ("kilowatt hour", "kWh"),
    ("foot pound-force", "lb·ft"),
    ("bit", "bit"),
    ("age", "yr"),
    ("basis point", "bp"),
    ("percentage point", "pp"),
    ("barrel", "b/d"),
    ("barrel", "bbl"),
    ("megabit", "Mbit/s"),
    ("pixel", "px"),
    ("point", "points/game"),
    ("rebound", "rebounds/game"),
    ("assist", "assists/game"),
];

/// `-1.5`, or `1.0-1.5` as its ends in order.
fn interval(text: &str) -> Option<(f64, f64)> {
    if let Ok(value) = text.parse::<f64>() {
        return Some((value, value));
    }
    let cut = text.get(1..)?.find('-')? + 1;
    let (a, b) = (text.get(..cut)?.parse::<f64>().ok()?, text.get(cut + 1..)?.parse::<f64>().ok()?);
    Some((a.min(b), a.max(b)))
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-9)
}

/// The values of a file of JSON Lines, or of one array.
fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    if text.starts_with('[') {
        return Ok(serde_json::from_str(&text)?);
    }
    text.lines().map(|line| serde_json::from_str(line).map_err(Into::into)).collect()
}

fn texts(rows: &[Value], key: &str) -> Vec<String> {
    rows.iter().map(|row| row[key].as_str().unwrap_or_default().to_owned()).collect()
}

/// The quantities of each text, through the command.
fn extract(context: &Context, texts: &[String]) -> Result<Vec<Vec<Found>>> {
    let mut input = String::new();
    for (id, text) in texts.iter().enumerate() {
        input.push_str(&json!({ "id": id.to_string(), "text": text }).to_string());
        input.push('\n');
    }
    let output = command::pipe(&context.binary, &["extract"], input.as_bytes())?;
    let mut found = Vec::new();
    for line in String::from_utf8(output)?.lines() {
        let mut answer: Value = serde_json::from_str(line)?;
        found.push(serde_json::from_value(answer["quantities"].take())?);
    }
    anyhow::ensure!(found.len() == texts.len(), "{} texts, {} answers", texts.len(), found.len());
    Ok(found)
}

fn miss(context: &Context, text: &Value, what: &Value) {
    if context.misses {
        eprintln!("{what}\t{text}");
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn count(cases: usize) -> Option<f64> {
    Some(cases as f64)
}
