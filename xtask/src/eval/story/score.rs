//! Scores a report against a story's gold, with the definitions of the shared scorer.

use super::gold::{Evidence, Gold};
use super::report::{self, Report};
use super::tally::Tally;
use super::{integrity, names, pairs, voices};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// A place in one account: the account, start and end in bytes.
pub type Place<'a> = (&'a str, usize, usize);

/// The figures of one story.
#[derive(Default)]
pub struct Score {
    pub claims: Tally,
    pub unique: Tally,
    pub differences: Tally,
    pub typed: Tally,
    pub entity_forms: Tally,
    pub entities: Tally,
    pub quotations: Tally,
    pub speakers: Tally,
    pub families: Tally,
    pub published: Tally,
    pub events: Tally,
    pub origins: Tally,
    pub boilerplate: Tally,
    pub false_conflicts: usize,
    pub traps: usize,
    pub conflicts: usize,
    pub wrong_spans: usize,
    pub misses: Vec<String>,
}

/// Gold and report together, with the texts that both point into.
pub struct Truth<'a> {
    pub gold: &'a Gold,
    pub report: &'a Report,
    texts: BTreeMap<&'a str, String>,
    accounts: BTreeMap<&'a str, &'a str>,
}

impl<'a> Truth<'a> {
    /// Brings together the gold's accounts and the report's sources by file name.
    pub fn new(story: &Path, gold: &'a Gold, report: &'a Report) -> Result<Self> {
        let mut texts = BTreeMap::new();
        let mut accounts = BTreeMap::new();
        for (account, file) in &gold.documents {
            let source = report
                .sources
                .iter()
                .find(|source| Path::new(&source.path).file_name().is_some_and(|name| name == file.as_str()))
                .with_context(|| format!("the report has no source {file}"))?;
            let text = match &source.text {
                Some(text) => text.clone(),
                None => std::fs::read_to_string(story.join(file)).with_context(|| file.clone())?,
            };
            texts.insert(account.as_str(), text);
            accounts.insert(source.id.as_str(), account.as_str());
        }
        Ok(Self { gold, report, texts, accounts })
    }

    /// The gold's name of a source of the report.
    pub fn account(&self, source: &str) -> Option<&'a str> {
        self.accounts.get(source).copied()
    }

    /// The text of an account.
    pub fn text(&self, account: &str) -> &str {
        self.texts.get(account).map_or("", String::as_str)
    }

    /// The source of an account.
    pub fn source(&self, account: &str) -> Option<&'a report::Source> {
        self.report.sources.iter().find(|source| self.account(&source.id) == Some(account))
    }

    /// Where the words of a gold string stand: as they are, or with white space folded.
    pub fn find<'b>(&self, account: &'b str, words: &str) -> Option<Place<'b>> {
        let text = self.text(account);
        let plain = html_escape::decode_html_entities(words);
        for candidate in [words, &plain] {
            if let Some(start) = text.find(candidate) {
                return Some((account, start, start + candidate.len()));
            }
        }
        let words: Vec<&str> = plain.split_whitespace().collect();
        let first = words.first()?;
        text.match_indices(first).find_map(|(start, _)| {
            let end = follows(text, start, &words)?;
            Some((account, start, end))
        })
    }

    /// The places of a gold finding's evidence.
    pub fn places<'b>(&self, evidence: &'b Evidence) -> BTreeSet<Place<'b>> {
        evidence.iter().filter_map(|(account, words)| self.find(account, words)).collect()
    }

    /// The place of a span of the report, if its source is an account of the gold.
    pub fn place(&self, span: &report::Span) -> Option<Place<'a>> {
        Some((self.account(&span.source)?, span.start, span.end))
    }
}

/// The end of `words`, separated by white space, if they stand at `start`.
fn follows(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for (index, word) in words.iter().enumerate() {
        let rest = text.get(at..)?;
        let trimmed = rest.trim_start();
        if index > 0 && trimmed.len() == rest.len() {
            return None;
        }
        at += rest.len() - trimmed.len();
        if !trimmed.starts_with(word) {
            return None;
        }
        at += word.len();
    }
    Some(at)
}

/// Bytes that two places share; none in different accounts.
pub fn overlap(a: Place, b: Place) -> usize {
    if a.0 == b.0 { a.2.min(b.2).saturating_sub(a.1.max(b.1)) } else { 0 }
}

/// Whether a prediction covers at least `share` of a gold place.
pub fn hits(gold: Place, predicted: Place, share: f64) -> bool {
    gold.0 == predicted.0
        && overlap(gold, predicted) as f64 >= share * (gold.2.saturating_sub(gold.1)).max(1) as f64
}

/// A key under which marks, white space and case do not count.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkc()
        .map(|c| match c {
            '“' | '”' | '„' | '‟' => '"',
            '’' | '‘' | '‚' | '‛' => '\'',
            '–' | '—' => '-',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The score of a story.
pub fn score(truth: &Truth, whole: &serde_json::Value) -> Score {
    let mut score = Score::default();
    pairs::claims(truth, &mut score);
    pairs::differences(truth, &mut score);
    names::entities(truth, &mut score);
    voices::quotations(truth, &mut score);
    voices::families(truth, &mut score);
    integrity::dates(truth, &mut score);
    integrity::origins(truth, &mut score);
    integrity::boilerplate(truth, &mut score);
    integrity::evidence(truth, whole, &mut score);
    score
}
