//! Decisions about accounts: left out, named, dated.

use super::{Review, applied, lost};
use corroborate_article::{Article, Outlet, Publication};
use corroborate_report::Decision;
use corroborate_temporal::{Civil, Precision};
use corroborate_text::{Span, fold};

pub(super) fn apply(review: &Review, articles: &mut Vec<Article>) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for drop in &review.drop {
        let words = std::slice::from_ref(&drop.account);
        let why = drop.why.as_ref();
        decisions.push(match articles.iter().position(|article| is(article, &drop.account)) {
            Some(index) => {
                let article = articles.remove(index);
                applied("drop", words, why, None, format!("{} was left out", article.source.path))
            }
            None => lost("drop", words, why, missing(&drop.account)),
        });
    }
    for outlet in &review.outlet {
        let words = [outlet.account.clone(), outlet.name.clone()];
        let why = outlet.why.as_ref();
        decisions.push(match articles.iter_mut().find(|article| is(article, &outlet.account)) {
            Some(article) => {
                let name = outlet.name.clone();
                article.metadata.outlet = Some(Outlet { name, evidence: None });
                let message = format!("the outlet of {} was set to {}", article.id, outlet.name);
                applied("outlet", &words, why, None, message)
            }
            None => lost("outlet", &words, why, missing(&outlet.account)),
        });
    }
    for published in &review.published {
        let words = [published.account.clone(), published.value.clone()];
        let why = published.why.as_ref();
        let article = articles.iter_mut().find(|article| is(article, &published.account));
        decisions.push(match (article, moment(&published.value)) {
            (Some(article), Some((moment, precision))) => {
                let evidence = Span::empty(0);
                let from = "review.toml".to_owned();
                article.metadata.published =
                    Some(Publication { moment, precision, offset: None, evidence, from });
                let message = format!("the publication of {} was set to {}", article.id, published.value);
                applied("published", &words, why, None, message)
            }
            _ => lost("published", &words, why, missing(&published.account)),
        });
    }
    decisions
}

/// A date or a date-time, and to what it is given.
pub(super) fn moment(value: &str) -> Option<(Civil, Precision)> {
    let precision = match value.len() {
        0..=10 => Precision::Day,
        11..=16 => Precision::Minute,
        _ => Precision::Second,
    };
    Some((Civil::parse_iso(value)?, precision))
}

/// Whether an account is the one named: by its id, its path, its outlet or its headline.
fn is(article: &Article, name: &str) -> bool {
    let metadata = &article.metadata;
    let outlet = metadata.outlet.as_ref().map(|outlet| fold(&outlet.name));
    let headline = metadata.headline.map(|span| fold(article.words(span)));
    let words = Some(fold(name));
    article.id == name || article.source.path == name || outlet == words || headline == words
}

fn missing(name: &str) -> String {
    format!("no account has the id, path, outlet or headline {name:?} any more")
}
