//! Groups marked places of several texts by what they speak of.
//!
//! `cargo run --release -p corroborate-compare --example corefer` reads one account a line as JSON, `text` and `mentions`,
//! which are places as bytes, `[start, end]`, half open; each paragraph of the text stands on a line of its own. It
//! writes a line for each account: the numbers of the groups of its mentions, the same number for the same person,
//! place or thing in all accounts.

use corroborate_article::{Article, Block, Role};
use corroborate_compare::{Account, Place, corefer};
use corroborate_text::Span;
use serde_json::Value;
use std::io::{self, BufRead as _, Write as _};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut accounts = Vec::new();
    let mut marked = Vec::new();
    for (index, line) in io::stdin().lock().lines().enumerate() {
        let line: Value = serde_json::from_str(&line?)?;
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        for mention in line["mentions"].as_array().into_iter().flatten() {
            let (start, end) =
                number(&mention[0]).zip(number(&mention[1])).ok_or("a mention is no [start, end]")?;
            marked.push(Place::new(index, Span::new(start, end)));
        }
        accounts.push(account(line["text"].as_str().ok_or("a line without text")?));
    }
    let groups = corefer(&accounts, &marked);
    let mut out = io::stdout().lock();
    for index in 0..accounts.len() {
        let own = marked.iter().zip(&groups).filter(|(place, _)| place.account == index);
        let own: Vec<usize> = own.map(|(_, group)| *group).collect();
        writeln!(out, "{}", serde_json::to_string(&own)?)?;
    }
    Ok(())
}

/// Every line of the text as a paragraph.
fn account(text: &str) -> Account {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end();
        blocks.push(Block { role: Role::Paragraph, span, content: span.trimmed(text) });
    }
    Account::new(Article { text: text.to_owned(), blocks, ..Article::default() })
}
