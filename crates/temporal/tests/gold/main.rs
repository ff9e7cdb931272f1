//! What is right, by hand: expressions of news sentences with their values.

mod calendar;
mod clock;
mod counted;
mod figures;
mod hours;
mod lengths;
mod news;
mod refused;
mod tense;
mod told;
mod years;
mod zones;

use corroborate_temporal::{Civil, TimeExpression, annotate};

/// Where an expression begins and ends.
fn bounds(found: &TimeExpression) -> String {
    let shown = |bound: Option<Civil>| {
        bound.map_or("-".to_owned(), |civil| civil.to_string().trim_end_matches("T00:00:00").to_owned())
    };
    format!("{}/{}", shown(found.earliest), shown(found.latest))
}

/// Thursday, 8 January 2026.
fn reference() -> Option<Civil> {
    Civil::new(2026, 1, 8, 9, 30, 0)
}

fn read(text: &str) -> Vec<(String, String)> {
    let found = annotate(text, reference());
    found.iter().map(|found| (found.span.of(text).to_owned(), found.value.clone())).collect()
}

/// The only expression of a text.
fn only(text: &str) -> TimeExpression {
    let mut found = annotate(text, reference());
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(read(text), expected, "{text}");
    }
}
