//! What is right, by hand: a sentence, and each quantity as `words = values unit [counted]`.
//!
//! Values are written as intervals, `[24, ..)` and the like, with `~` where the words hedge.

mod bounds;
mod news;
mod numbers;
mod things;
mod typed;
mod units;

use corroborate_quantity::{Bound, Quantity, annotate};

fn show(text: &str, quantity: &Quantity) -> String {
    let number = |value: f64| format!("{}", (value * 1e6).round() / 1e6);
    let values = match (quantity.lower, quantity.upper) {
        (Some(Bound { value: a, closed: true }), Some(Bound { value: b, closed: true })) if a == b => {
            number(a)
        }
        (lower, upper) => {
            let low = lower.map_or("(".to_owned(), |bound| {
                format!("{}{}", if bound.closed { "[" } else { "(" }, number(bound.value))
            });
            let high = upper.map_or(")".to_owned(), |bound| {
                format!("{}{}", number(bound.value), if bound.closed { "]" } else { ")" })
            });
            format!("{low}..{high}")
        }
    };
    let mut shown =
        format!("{} = {}{values}", quantity.span.of(text), if quantity.approximate { "~" } else { "" });
    for part in [
        quantity.unit.map(|unit| unit.symbol.to_owned()),
        quantity.per.map(|per| format!("/ {}", per.of(text))),
        quantity.against.map(|against| format!("vs {}", number(against))),
        quantity.counted.map(|counted| format!("[{}]", counted.of(text))),
        quantity.part_of.map(|whole| format!("of {}", whole.of(text))),
        quantity.negated.then(|| "none".to_owned()),
        quantity.change.map(|change| format!("{change:?}")),
    ]
    .into_iter()
    .flatten()
    {
        shown.push(' ');
        shown.push_str(&part);
    }
    shown
}

#[track_caller]
fn gold(text: &str, expected: &[&str]) {
    let found: Vec<String> = annotate(text).iter().map(|quantity| show(text, quantity)).collect();
    assert_eq!(found, expected, "{text}");
}
