//! Sources and options to a comparison.

use crate::Review;
use corroborate_article::{Article, Diagnostic};
use corroborate_compare::{Account, compare_amended};
use corroborate_ingest::IngestError;
use corroborate_report::{Settings, Story};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How to read and compare.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How to read.
    pub ingest: corroborate_ingest::Options,
    /// How to compare.
    pub compare: corroborate_compare::Options,
    /// What a person decided about the story.
    pub review: Review,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The sources are read.
    Reading,
    /// So many accounts of all are annotated.
    Annotated {
        /// How many are.
        done: usize,
        /// How many there are.
        all: usize,
    },
    /// The accounts are compared.
    Comparing,
}

/// Reads the accounts under the paths: each has an id, and they are in the order of their ids, whatever the
/// order of the paths. What was passed over is told by diagnostics.
///
/// # Errors
/// When a path cannot be read or nothing under the paths is an article.
pub fn read(paths: &[PathBuf], options: &Options) -> Result<(Vec<Article>, Vec<Diagnostic>), IngestError> {
    let mut found = corroborate_ingest::ingest(paths, &options.ingest)?;
    found.skipped.sort_by(|a, b| (&a.path, &a.reason).cmp(&(&b.path, &b.reason)));
    let diagnostics = found
        .skipped
        .iter()
        .map(|skipped| Diagnostic::note(format!("{} was passed over: {}", skipped.path, skipped.reason)));
    Ok((in_order(found.articles), diagnostics.collect()))
}

/// Reads the accounts under the paths and compares them.
///
/// # Errors
/// When a path cannot be read or nothing under the paths is an article.
pub fn tell(paths: &[PathBuf], options: &Options) -> Result<Story, IngestError> {
    tell_observed(paths, options, &|_| ())
}

/// The same as [`tell`], and says where it stands, from any thread.
///
/// # Errors
/// When a path cannot be read or nothing under the paths is an article.
pub fn tell_observed(
    paths: &[PathBuf],
    options: &Options,
    observer: &(dyn Fn(Step) + Sync),
) -> Result<Story, IngestError> {
    observer(Step::Reading);
    let (articles, diagnostics) = read(paths, options)?;
    Ok(Story { diagnostics, ..assemble(articles, options, observer) })
}

/// Compares articles as accounts of one story, in the order of their ids; of two with the same id, one gets a
/// number behind it.
pub fn tell_articles(articles: Vec<Article>, options: &Options) -> Story {
    assemble(in_order(articles), options, &|_| ())
}

fn assemble(mut articles: Vec<Article>, options: &Options, observer: &(dyn Fn(Step) + Sync)) -> Story {
    let mut decisions = options.review.before(&mut articles);
    let all = articles.len();
    let done = AtomicUsize::new(0);
    let annotate = |article| {
        let account = Account::new(article);
        observer(Step::Annotated { done: done.fetch_add(1, Ordering::Relaxed) + 1, all });
        account
    };
    let accounts: Vec<Account> = articles.into_par_iter().map(annotate).collect();
    observer(Step::Comparing);
    let mut named = Vec::new();
    let mut comparison = compare_amended(&accounts, &options.compare, |entities| {
        named = options.review.names(&accounts, entities);
    });
    decisions.extend(named);
    decisions.extend(options.review.after(&accounts, &mut comparison));
    let settings = Settings { compare: options.compare.clone(), max_bytes: options.ingest.max_bytes };
    Story { accounts, comparison, settings, decisions, diagnostics: Vec::new() }
}

fn in_order(mut articles: Vec<Article>) -> Vec<Article> {
    let key =
        |article: &Article| (article.id.clone(), article.source.path.clone(), article.source.sha256.clone());
    articles.sort_by_cached_key(key);
    let mut taken = BTreeSet::new();
    for article in &mut articles {
        let stem = if article.id.is_empty() { "account".to_owned() } else { article.id.clone() };
        let mut number = 1;
        article.id.clone_from(&stem);
        while !taken.insert(article.id.clone()) {
            number += 1;
            article.id = format!("{stem}-{number}");
        }
    }
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str, path: &str) -> Article {
        let mut article = Article { id: id.into(), ..Article::default() };
        article.source.path = path.into();
        article
    }

    #[test]
    fn ids_are_unique_and_in_order_whatever_the_order_given() {
        let articles = vec![article("b", "2"), article("", "0"), article("b", "1"), article("b-2", "3")];
        let ids = |articles| -> Vec<(String, String)> {
            in_order(articles).into_iter().map(|article| (article.id, article.source.path)).collect()
        };
        let expected = [("account", "0"), ("b", "1"), ("b-2", "2"), ("b-2-2", "3")]
            .map(|(id, path)| (id.to_owned(), path.to_owned()));
        assert_eq!(ids(articles.clone()), expected);
        assert_eq!(ids(articles.into_iter().rev().collect()), expected);
    }
}
