//! The length of time that a figure is for.

use crate::cues;
use corroborate_quantity::Quantity;
use corroborate_text::{fold, stem};

/// The stem of `day` in `2 tons a day`, `over` for `over ten years`.
pub(super) fn of(text: &str, quantity: &Quantity) -> Option<String> {
    let per = quantity.per.map(|per| stem(&fold(per.of(text).rsplit(' ').next().unwrap_or_default())));
    let end = quantity.counted.map_or(quantity.span.end(), |counted| counted.end().max(quantity.span.end()));
    let behind = text.get(end..).unwrap_or_default().trim_start();
    per.or_else(|| per_time(behind)).or_else(|| {
        behind.starts_with("over ").then(|| "over".to_owned()).filter(|_| is_span_of_years(behind))
    })
}

/// `) a day`: the length of time behind a measure told again in brackets.
fn per_time(behind: &str) -> Option<String> {
    let mut words = behind.strip_prefix(')')?.split_whitespace();
    let article = words.next().is_some_and(|word| cues::PER.contains(&word));
    let word =
        words.next().map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric())).filter(|_| article)?;
    let time = cues::LENGTHS_OF_TIME.contains(&word);
    time.then(|| stem(word))
}

/// `over two years`, `over the next ten years`.
fn is_span_of_years(behind: &str) -> bool {
    behind.split_whitespace().take(5).any(|word| matches!(stem(&fold(word)).as_str(), "year" | "month"))
}
