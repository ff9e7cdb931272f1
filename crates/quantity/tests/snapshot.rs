//! What is read in some fourteen hundred sentences and phrases, held fast: a change of any reading is seen.
//!
//! The file says what is done, not what is right; `gold` says that.

use corroborate_quantity::{Bound, Quantity, annotate, relation};
use corroborate_testkit::hold;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshot/quantities.txt");

fn ends(quantity: &Quantity) -> String {
    let value = |bound: Bound| (bound.value * 1e6).round() / 1e6;
    let lower = quantity.lower.map(|low| format!("{}{}", if low.closed { '[' } else { '(' }, value(low)));
    let upper = quantity.upper.map(|high| format!("{}{}", value(high), if high.closed { ']' } else { ')' }));
    format!("{}, {}", lower.unwrap_or_else(|| "(".to_owned()), upper.unwrap_or_else(|| ")".to_owned()))
}

fn shown(text: &str, quantity: &Quantity) -> String {
    let words = |span: corroborate_text::Span| span.of(text).replace('\n', "\\n");
    let mut parts = vec![format!("{:?}", quantity.kind), words(quantity.span), ends(quantity)];
    parts.extend(quantity.nominal.map(|value| format!("nominal {}", (value * 1e6).round() / 1e6)));
    parts.extend(quantity.grain.map(|grain| format!("grain {grain}")));
    parts.extend(quantity.unit.map(|unit| format!("unit {}", unit.symbol)));
    parts.extend(quantity.per.map(|per| format!("per {}", words(per))));
    parts.extend(quantity.against.map(|against| format!("against {against}")));
    parts.extend(quantity.counted.map(|counted| format!("counted {}", words(counted))));
    parts.extend(quantity.part_of.map(|whole| format!("of {}", words(whole))));
    parts.extend(quantity.change.map(|change| format!("{change:?}")));
    parts.extend(quantity.approximate.then(|| "about".to_owned()));
    parts.extend(quantity.negated.then(|| "none".to_owned()));
    parts.join(" | ")
}

#[test]
fn readings_are_as_they_were() {
    let file = std::fs::read_to_string(FILE).expect("the file of sentences");
    let mut now = String::new();
    for line in file.lines().filter(|line| !line.starts_with('\t')) {
        now.push_str(line);
        now.push('\n');
        if line.starts_with('#') {
            continue;
        }
        let text = line.replace("\\n", "\n");
        for quantity in annotate(&text) {
            now.push_str(&format!("\t{}\n", shown(&text, &quantity)));
        }
    }
    hold(FILE, &now);
}

/// Every two of some phrases, and how they stand to each other.
#[test]
fn relations_are_as_they_were() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshot/relations.txt");
    let phrases = [
        "31 boats",
        "about 30 boats",
        "more than 30 boats",
        "at least 31 boats",
        "up to 40 boats",
        "30 to 40 boats",
        "fewer than 31 boats",
        "dozens of boats",
        "a few boats",
        "no boats",
        "31%",
        "a third of the boats",
        "31 percentage points",
        "31 km",
        "19 miles",
        "31,000 metres",
        "€31",
        "$31",
        "£31m",
        "31 km/h",
        "31 °C",
        "88 °F",
        "31 hours",
        "a day",
        "between 20 and 31 boats",
        "just under 31 boats",
        "the 31st boat",
        "a win by 3-2",
        "a defeat by 2-3",
        "a win by 4-2",
        "a rise from 20% to 31%",
        "a fall from 40% to 31%",
        "more than 31%",
        "at least 19.1 km",
        "at least 19100 metres",
        "under 19.1 km",
        "about 30 to 40 boats",
    ];
    let read = |text: &str| annotate(text).into_iter().next();
    let mut now = String::new();
    for (index, a) in phrases.iter().enumerate() {
        for b in phrases.iter().skip(index) {
            if let (Some(x), Some(y)) = (read(a), read(b)) {
                now.push_str(&format!("{a} | {b} | {:?}\n", relation(&x, &y)));
            }
        }
    }
    hold(path, &now);
}
