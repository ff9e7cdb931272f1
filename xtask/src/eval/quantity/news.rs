//! Quantities of news sentences, by value and by unit.

use super::{Found, extract, lines, miss, ratio, texts};
use crate::eval::{Context, Row, Section};
use anyhow::Result;
use serde_json::Value;

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
