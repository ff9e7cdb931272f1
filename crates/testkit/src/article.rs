//! Article text as scraping leaves it, and places in text.

use crate::seed::rows;
use crate::{amounts, days, figures};
use corroborate_text::Span;
use proptest::prelude::*;

/// Text of an article with scrape noise: furniture, blank and broken lines, odd spaces, marks of other houses.
///
/// It is made of pieces that the grammars of the workspace know, so that shrinking ends at a readable case.
pub fn articles() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![4 => paragraph(), 2 => furniture(), 1 => "\\PC{0,40}"], 0..12)
        .prop_map(|lines| lines.join("\n\n"))
}

/// A place in a text, on boundaries of characters.
pub fn spans(text: &str) -> impl Strategy<Value = Span> + use<> {
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    ends.push(text.len());
    (prop::sample::select(ends.clone()), prop::sample::select(ends)).prop_map(|(a, b)| Span::new(a, b))
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..5).prop_map(|sentences| sentences.join(" "))
}

fn sentence() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![" ", " ", " ", "  ", "\n", "\u{a0}"]);
    let people =
        prop::sample::select(vec!["Ilsa Varnhølm", "Mayor Wieręda", "she", "the ministry", "Dr. O'Keddle"]);
    let verb = prop::sample::select(vec![
        "said",
        "denied",
        "counted",
        "told reporters that",
        "refused to say whether",
    ]);
    let thing = prop_oneof![
        figures().prop_map(|(_, printed)| format!("{printed} boats")),
        amounts().prop_map(|(_, _, printed)| printed),
        days().prop_map(|(_, printed)| format!("on {printed}")),
        prop::sample::select(vec![
            "“We saw it,”",
            "\"nobody knows\"",
            "‘so-called’ talks",
            "no one",
            "(see below)"
        ])
        .prop_map(String::from),
    ];
    let end = prop::sample::select(vec![".", ".", ".", "!", "?", "…", ";"]);
    (people, verb, thing, gap, end)
        .prop_map(|(who, verb, what, gap, end)| format!("{who}{gap}{verb}{gap}{what}{end}"))
}

fn furniture() -> impl Strategy<Value = String> {
    let table = rows(include_str!("../data/furniture.tsv"));
    let lines: Vec<&str> = table.iter().filter_map(|row| row.get(1).copied()).collect();
    prop::sample::select(lines).prop_map(String::from)
}
