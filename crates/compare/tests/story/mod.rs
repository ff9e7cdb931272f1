//! Small stories of two accounts that agree in all but what a test puts into them.

#![allow(dead_code, reason = "no test file needs all of it")]

use corroborate_article::{Article, Block, Metadata, Publication, Role};
use corroborate_compare::{Account, Comparison, Options, compare};
use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;
use std::path::Path;

/// What the first account says besides, and the second, so that the sentences in question are not alone in the world.
pub const FIRST: [&str; 3] = [
    "The cable car above Sundvik stopped on the morning of 9 May 2023, its operator said.",
    "A pylon had been struck by lightning during the night.",
    "Engineers will inspect every rope before the summer season.",
];
pub const SECOND: [&str; 3] = [
    "The operator said the cable car above Sundvik came to a stop on the morning of 9 May 2023.",
    "During the night lightning had struck a pylon.",
    "Before the summer season every rope will be inspected by engineers.",
];

/// An account of these paragraphs, published on a day of May 2023, or on no day that is known.
pub fn account(id: &str, day: Option<u32>, paragraphs: &[&str]) -> Account {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        let start = text.len();
        text.push_str(paragraph);
        let content = Span::new(start, text.len());
        text.push_str("\n\n");
        blocks.push(Block { role: Role::Paragraph, span: Span::new(start, text.len()), content });
    }
    let published = day.and_then(|day| Civil::date(2023, 5, day)).map(|moment| Publication {
        moment,
        precision: Precision::Day,
        offset: None,
        evidence: Span::empty(0),
        from: "visible text".to_owned(),
    });
    let metadata = Metadata { published, ..Metadata::default() };
    Account::new(Article { id: id.to_owned(), text, blocks, metadata, ..Article::default() })
}

/// The comparison of two accounts that say these sentences besides, each published on a day of May 2023.
pub fn told(a: &[&str], b: &[&str], days: [Option<u32>; 2]) -> Comparison {
    let first: Vec<&str> = a.iter().chain(&FIRST).copied().collect();
    let second: Vec<&str> = b.iter().chain(&SECOND).copied().collect();
    compare(&[account("a", days[0], &first), account("b", days[1], &second)], &Options::default())
}

/// The rules of the differences found.
pub fn rules(comparison: &Comparison) -> Vec<&'static str> {
    comparison.differences.iter().map(|difference| difference.rule).collect()
}

pub fn between(a: &[&str], b: &[&str]) -> Comparison {
    told(a, b, [None, None])
}

/// Whichever account comes first.
#[track_caller]
pub fn finds(rule: &str, a: &[&str], b: &[&str]) {
    for comparison in [between(a, b), between(b, a)] {
        let found = rules(&comparison);
        assert!(found.contains(&rule), "{rule} is not among {found:?}");
    }
}

#[track_caller]
pub fn lacks(rule: &str, a: &[&str], b: &[&str]) {
    let found = rules(&between(a, b));
    assert!(!found.contains(&rule), "{rule} is among {found:?}");
}

/// An account of the sentences between the strokes, of which the first may open with the day of its publication
/// (`@9 The ferry sank. / It was old.`), and of those that it shares with others.
pub fn written(id: &str, words: &str, shared: &[&str]) -> Account {
    let (day, words) = match words.strip_prefix('@').and_then(|words| words.split_once(' ')) {
        Some((day, words)) => (day.parse().ok(), words),
        None => (None, words),
    };
    account(id, day, &words.split(" / ").chain(shared.iter().copied()).collect::<Vec<_>>())
}

/// The lines of a table of cases, without remarks.
pub fn cases(table: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/table").join(table);
    let text = std::fs::read_to_string(file).expect("a table");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}
