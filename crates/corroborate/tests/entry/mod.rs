//! Every place where bytes from outside come in, each as a function that takes any bytes and must not panic. What
//! holds of the result is checked too. The replay on stable Rust and the fuzz targets (`xtask/fuzz`) share it.

use corroborate::article::Article;
use corroborate::temporal::Civil;
use corroborate::text::Span;
use corroborate::{Options, Review, ingest, quantity, report, temporal};

/// An entry point by its name.
pub type Entry = (&'static str, fn(&[u8]));

/// All of them.
pub const ENTRIES: &[Entry] = &[
    ("plain", |bytes| container("a.txt", bytes)),
    ("html", |bytes| container("a.html", bytes)),
    ("feed", |bytes| container("a.xml", bytes)),
    ("json", |bytes| container("a.json", bytes)),
    ("jsonl", |bytes| container("a.jsonl", bytes)),
    ("warc", |bytes| container("a.warc", bytes)),
    ("mail", |bytes| container("a.eml", bytes)),
    ("packed", |bytes| container("a.txt.gz", bytes)),
    ("dates", dates),
    ("quantities", quantities),
    ("extract", extract),
    ("review", review),
    ("verify", verify),
    ("story", story),
];

/// Takes bytes through the entry point of that name, if there is one.
pub fn enter(name: &str, bytes: &[u8]) {
    if let Some((_, enter)) = ENTRIES.iter().find(|(entry, _)| *entry == name) {
        enter(bytes);
    }
}

fn container(name: &str, bytes: &[u8]) {
    for article in ingest::read_bytes(name, bytes) {
        let mut end = 0;
        for block in &article.blocks {
            assert_eq!(block.span.start(), end, "the blocks leave a gap or overlap");
            assert!(block.span.get(&article.text).is_some(), "a block splits a character");
            end = block.span.end();
        }
    }
}

fn within(span: Span, text: &str) {
    assert!(!span.is_empty() && span.get(text).is_some(), "{span:?} is no place in the text");
}

fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for reference in [None, Civil::date(2024, 2, 29)] {
        temporal::annotate(&text, reference).iter().for_each(|found| within(found.span, &text));
    }
}

fn quantities(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    quantity::annotate(&text).iter().for_each(|found| within(found.span, &text));
}

fn extract(bytes: &[u8]) {
    let _ = report::extract_line(1, bytes);
}

fn review(bytes: &[u8]) {
    let Ok(review) = Review::parse(&String::from_utf8_lossy(bytes)) else { return };
    let options = Options { review, ..Options::default() };
    corroborate::tell_articles(accounts(), &options);
}

fn verify(bytes: &[u8]) {
    let report = String::from_utf8_lossy(bytes);
    let _ = report::report_sources(&report);
    let _ = report::verify(&report, &accounts());
    if let Ok(Some(recipe)) = report::recipe(&report, &accounts()) {
        let _ = report::hold(&report, &corroborate::tell_articles(recipe.articles, &Options::default()));
    }
}

/// Two accounts, cut in the middle: all that comes after reading, and a report that holds.
fn story(bytes: &[u8]) {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let read = |name: &str, bytes| ingest::read_bytes(name, bytes);
    let articles: Vec<Article> = [read("a.txt", first), read("b.txt", second)].concat();
    let story = corroborate::tell_articles(articles.clone(), &Options::default());
    let result = report::verify(&report::json(&story), &articles).expect("a report");
    assert!(result.failures.is_empty(), "{:?}", result.failures);
    report::html(&story);
    report::markdown(&story);
    report::csv(&story);
    report::text(&story, report::TextOptions { width: 80, colour: false });
}

fn accounts() -> Vec<Article> {
    [
        ("a.txt", "Gate shut\n\nThe lock keeper, Ida Lund, shut the gate on Monday after 12 boats sank.\n"),
        ("b.txt", "Gate closed\n\nIda Lund closed the gate on Tuesday after 21 boats sank, she said.\n"),
    ]
    .into_iter()
    .flat_map(|(name, text)| ingest::read_bytes(name, text.as_bytes()))
    .collect()
}
