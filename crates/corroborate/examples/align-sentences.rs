//! Prints how likely pairs of sentences of different accounts state the same, as the comparison holds it.
//!
//! `cargo run --release -p corroborate --example align-sentences -- PATH...`, the paths as for `corroborate report`.
//! One pair a line, as JSON: two places, each with the path of its account and where it stands in the account's
//! text, in bytes; and the likelihood, in 0..=1. Pairs that share too little to be looked at are left out.

use corroborate::compare::training::Looked;
use corroborate::compare::{Account, Place};
use serde_json::json;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (articles, _) = corroborate::read(&paths, &corroborate::Options::default())?;
    let accounts: Vec<Account> = articles.into_iter().map(Account::new).collect();
    let looked = Looked::at(&accounts);
    let sentences = looked.sentences();
    let shown = |sentence: usize| {
        let Place { account, span } = sentences.get(sentence)?;
        let path = accounts.get(*account)?.article.source.path.as_str();
        Some(json!({ "path": path, "start": span.start(), "end": span.end() }))
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for ((a, b), likely) in looked.pairs().into_iter().zip(looked.likely()) {
        writeln!(out, "{}", json!({ "a": shown(a), "b": shown(b), "likely": likely }))?;
    }
    out.flush()?;
    Ok(())
}
