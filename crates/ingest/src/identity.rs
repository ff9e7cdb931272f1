//! Which articles are one, and what each is called.

use corroborate_article::{Article, Diagnostic};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Keeps the first of articles with the same text, with a note on it that names the others. Articles without
/// text are kept: that two are empty does not make them one.
pub(crate) fn distinct(articles: Vec<Article>) -> Vec<Article> {
    // For each article, the place of an earlier one with its text.
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut earlier = Vec::with_capacity(articles.len());
    for (at, article) in articles.iter().enumerate() {
        let text = article.text.trim();
        let first = if text.is_empty() { at } else { *known.entry(text).or_insert(at) };
        earlier.push((first != at).then_some(first));
    }
    let mut kept: Vec<Article> = Vec::with_capacity(articles.len());
    let mut places: Vec<usize> = Vec::with_capacity(articles.len());
    for (article, earlier) in articles.into_iter().zip(earlier) {
        places.push(kept.len());
        let place = earlier.and_then(|earlier| places.get(earlier)).copied();
        match place.and_then(|place| kept.get_mut(place)) {
            Some(first) => first.diagnostics.push(Diagnostic::note(format!(
                "the same page also stands in {}; it is counted once",
                article.source.path
            ))),
            None => kept.push(article),
        }
    }
    kept
}

/// Gives each article the stem of its file as id; articles of one container, and files of one stem, get a number
/// behind it, counted in their order.
pub(crate) fn name(articles: &mut [Article]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        let stem = stem(&article.source.path);
        let number = last.entry(stem.clone()).or_insert(0);
        let id = loop {
            *number += 1;
            let id = if *number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            if taken.insert(id.clone()) {
                break id;
            }
        };
        article.id = id;
    }
}

/// Lower-case hexadecimal SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of the file without its extension, and without the one inside a packed file's.
fn stem(path: &str) -> String {
    if path == "-" {
        return "stdin".to_owned();
    }
    let file = path.rsplit_once('#').map_or(path, |(file, _)| file);
    let name = Path::new(file).file_name().map_or_else(|| file.into(), |name| name.to_string_lossy());
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let stem = Path::new(name).file_stem().map_or_else(|| name.into(), |stem| stem.to_string_lossy());
    stem.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(path: &str, text: &str) -> Article {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        article.source.path = path.to_owned();
        article
    }

    #[test]
    fn ids_are_stems_made_unique() {
        let mut articles = ["a/x.txt", "b/x.html", "b/x-2.txt", "feed.xml#1", "feed.xml#2", "-"]
            .map(|path| article(path, ""))
            .to_vec();
        name(&mut articles);
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        assert_eq!(ids, ["x", "x-2", "x-2-2", "feed", "feed-2", "stdin"]);
    }

    #[test]
    fn one_page_under_two_names_is_one() {
        let kept =
            distinct(vec![article("a", "same"), article("b", "same\n"), article("c", ""), article("d", "")]);
        assert_eq!(kept.len(), 3);
        assert!(kept[0].diagnostics[0].message.contains("stands in b;"));
    }
}
