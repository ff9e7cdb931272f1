//! Which pairs of sentences the gold of a story says state the same.

use corroborate::compare::training::Looked;
use corroborate::compare::{Account, Place};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
struct Gold {
    documents: BTreeMap<String, String>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    evidence: BTreeMap<String, String>,
}

/// For each pair looked at, whether its sentences are evidence of one claim; and how many such pairs the gold has.
pub(crate) fn same(
    folder: &Path,
    accounts: &[Account],
    looked: &Looked,
) -> Result<(Vec<bool>, usize), Box<dyn std::error::Error>> {
    let gold: Gold = serde_json::from_str(&std::fs::read_to_string(folder.join("gold.json"))?)?;
    let sentences = looked.sentences();
    let account = |document: &str| {
        let file = gold.documents.get(document)?;
        accounts.iter().position(|account| account.article.source.path.ends_with(file.as_str()))
    };
    let mut wanted = BTreeSet::new();
    for claim in &gold.claims {
        let told: Vec<usize> = claim
            .evidence
            .iter()
            .filter_map(|(document, words)| sentence(accounts, &sentences, account(document)?, words))
            .collect();
        for (at, &a) in told.iter().enumerate() {
            wanted.extend(told.iter().skip(at + 1).map(|&b| (a.min(b), a.max(b))));
        }
    }
    Ok((looked.pairs().iter().map(|pair| wanted.contains(pair)).collect(), wanted.len()))
}

/// The sentence of an account that holds most of some words.
fn sentence(accounts: &[Account], sentences: &[Place], account: usize, words: &str) -> Option<usize> {
    let text = accounts.get(account)?.article.text.as_str();
    let (start, end) = find(text, words)?;
    let inside = sentences.iter().enumerate().filter(|(_, place)| place.account == account);
    let shared = |place: &Place| place.span.end().min(end).saturating_sub(place.span.start().max(start));
    let (index, most) =
        inside.map(|(index, place)| (index, shared(place))).max_by_key(|(_, shared)| *shared)?;
    (2 * most > end - start).then_some(index)
}

/// Where words stand in a text, whatever white space parts them.
fn find(text: &str, words: &str) -> Option<(usize, usize)> {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let first = parts.first()?;
    text.match_indices(first).find_map(|(start, _)| {
        let mut at = start;
        for part in &parts {
            let rest = text.get(at..)?;
            let trimmed = rest.trim_start();
            at += rest.len() - trimmed.len();
            if !trimmed.starts_with(part) {
                return None;
            }
            at += part.len();
        }
        Some((start, at))
    })
}
