//! Names for the accounts of a story.

use corroborate_article::Article;
use std::collections::BTreeSet;
use std::path::Path;

/// Orders articles by where they came from, drops what was given twice, names each by its file's stem, made
/// unique, and orders them by that name. The order in which they came does not show in the result.
pub(crate) fn name(mut articles: Vec<Article>) -> Vec<Article> {
    articles.sort_by(|a, b| key(a).cmp(&key(b)));
    articles.dedup_by(|a, b| a.source == b.source && a.text == b.text);
    let mut taken = BTreeSet::new();
    for article in &mut articles {
        let stem = stem(&article.source.path);
        let mut id = stem.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        article.id = id;
    }
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    articles
}

fn key(article: &Article) -> (&str, &str, &str) {
    (&article.source.path, &article.source.sha256, &article.text)
}

/// The stem of the file's name, and the place within the file: `feed.xml#3` gives `feed-3`.
fn stem(path: &str) -> String {
    let (file, place) = match path.rsplit_once('#') {
        Some((file, place)) if !file.is_empty() && !place.contains(['/', '\\']) => (file, Some(place)),
        _ => (path, None),
    };
    let stem = match file {
        "-" => "stdin".into(),
        file => Path::new(file).file_stem().map_or_else(|| "account".into(), |stem| stem.to_string_lossy()),
    };
    match place {
        Some(place) if !place.is_empty() => format!("{stem}-{place}"),
        _ => stem.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(path: &str, text: &str) -> Article {
        let mut article = Article { text: text.into(), ..Article::default() };
        article.source.path = path.into();
        article
    }

    fn ids(articles: Vec<Article>) -> Vec<String> {
        name(articles).into_iter().map(|article| article.id).collect()
    }

    #[test]
    fn stems_are_made_unique() {
        let articles = vec![article("b/a.txt", "1"), article("a/a.html", "2"), article("a-2.txt", "3")];
        assert_eq!(ids(articles), ["a", "a-2", "a-3"]);
    }

    #[test]
    fn places_within_a_file_and_standard_input() {
        assert_eq!(ids(vec![article("in/feed.xml#3", ""), article("-", "")]), ["feed-3", "stdin"]);
        assert_eq!(ids(vec![article("a#b/c.txt", "")]), ["c"]);
        assert_eq!(ids(vec![article("..", "")]), ["account"]);
    }

    #[test]
    fn order_does_not_show() {
        let one = article("x/a.txt", "1");
        let two = article("y/a.txt", "2");
        assert_eq!(name(vec![one.clone(), two.clone()]), name(vec![two, one]));
    }

    #[test]
    fn what_is_given_twice_is_read_once() {
        assert_eq!(ids(vec![article("a.txt", "1"), article("a.txt", "1")]), ["a"]);
    }
}
