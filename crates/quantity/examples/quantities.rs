//! Prints the quantities of each line of standard input as JSON Lines of `start, end, text, lower, upper, …`.

use corroborate_quantity::{Bound, Quantity, annotate};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?.replace("\\n", "\n");
        let found: Vec<String> = annotate(&line).iter().map(|quantity| show(&line, quantity)).collect();
        writeln!(out, "[{}]", found.join(", "))?;
    }
    Ok(())
}

fn show(text: &str, quantity: &Quantity) -> String {
    let bound = |bound: Option<Bound>| {
        bound.map_or("null".into(), |bound| format!("[{:?}, {}]", bound.value, bound.closed))
    };
    let string = |words: Option<&str>| {
        words
            .map_or("null".into(), |words| format!("{words:?}").replace("\\u{", "\\\\u{").replace("\\'", "'"))
    };
    format!(
        "{{\"text\": {}, \"lower\": {}, \"upper\": {}, \"nominal\": {}, \"approximate\": {}, \"kind\": \"{:?}\", \"unit\": {}, \"counted\": {}, \"part_of\": {}, \"per\": {}, \"against\": {}, \"negated\": {}, \"change\": {}, \"number\": {}}}",
        string(Some(quantity.span.of(text))),
        bound(quantity.lower),
        bound(quantity.upper),
        quantity.nominal.map_or("null".into(), |value| format!("{value:?}")),
        quantity.approximate,
        quantity.kind,
        string(quantity.unit.map(|unit| unit.symbol)),
        string(quantity.counted.map(|span| span.of(text))),
        string(quantity.part_of.map(|span| span.of(text))),
        string(quantity.per.map(|span| span.of(text))),
        quantity.against.map_or("null".into(), |value| format!("{value:?}")),
        quantity.negated,
        quantity.change.map_or("null".into(), |change| format!("\"{change:?}\"")),
        string(Some(quantity.number.of(text))),
    )
}
