//! Pages that hold no article, and what they are instead.

use super::flow::Flow;
use super::tag::Tag;
use super::tree::Tree;
use crate::layout::Piece;
use crate::lower::lower;
use crate::page::Claims;
use corroborate_article::{Diagnostic, Role};
use corroborate_text::rows;
use std::sync::LazyLock;

/// Words in titles, and what a page with such a title is.
static TITLES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    rows(include_str!("../../data/no-article.tsv")).filter_map(|row| row.split_once('\t')).collect()
});

/// Words in lines that stand where the free part of an article ends.
static WALLS: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("../../data/wall-lines.txt")).collect());

/// A page with more words of running text has an article, whatever else it says.
const SHORT: usize = 150;

/// How many links to others make a list of articles.
const MANY: usize = 8;

/// Says why a page holds no article, or only its beginning; nothing where it holds one.
pub(crate) fn reason(tree: &Tree<'_>, flow: &Flow, claims: &Claims, pieces: &[Piece]) -> Option<Diagnostic> {
    let words: usize = body(pieces).map(|piece| piece.text.split_whitespace().count()).sum();
    if words < SHORT
        && let Some(remark) = by_title(claims, pieces).or_else(|| consent(pieces, words))
    {
        return Some(Diagnostic::warning(remark));
    }
    if (claims.closed && words < 250) || (words < SHORT && walled(pieces)) {
        let remark = "the article is not free to read, and perhaps only its beginning stands on the page";
        return Some(Diagnostic::warning(remark));
    }
    let listed = listed(tree, flow);
    if !claims.article && words < SHORT && listed >= if claims.list { 2 } else { MANY } {
        let remark = format!("a list of articles, {listed} of them, and none of its own");
        return Some(Diagnostic::warning(remark));
    }
    if words > 0 {
        return None;
    }
    let visible: usize = flow.lines.iter().filter(|line| !line.hidden).map(|line| line.text.len()).sum();
    let scripted = tree.elements().any(|(_, tag, _)| tag == Tag::Script);
    let remark = if scripted && visible < 600 {
        "no running text was found on the page, which its scripts fill in"
    } else {
        "no running text was found on the page"
    };
    Some(Diagnostic::warning(remark))
}

fn body(pieces: &[Piece]) -> impl Iterator<Item = &Piece> {
    pieces.iter().filter(|piece| piece.role.is_body())
}

/// An error, a check for robots, a notice, a login: their titles say so.
fn by_title(claims: &Claims, pieces: &[Piece]) -> Option<String> {
    let shown = pieces.iter().filter(|piece| piece.role == Role::Headline).map(|piece| piece.text.as_str());
    let titles = claims.titles.iter().take(4).map(|claim| claim.value.as_str()).chain(shown);
    titles.filter_map(|title| Some((title, kind_of(title)?))).next().map(|(title, kind)| {
        let what = match kind {
            "check" => "a check for robots stands before the article",
            "consent" => "a notice on privacy stands before the article",
            "login" => "a login stands before the article",
            _ => "an error page, not an article",
        };
        format!("{what}: its title is “{title}”")
    })
}

/// What a title gives away: the words open it, or are nearly all of it.
fn kind_of(title: &str) -> Option<&'static str> {
    if title.len() > 120 {
        return None;
    }
    let title = lower(title);
    let words = title.split_whitespace().count();
    let fits = |phrase: &str| {
        let Some(at) = title.find(phrase) else { return false };
        let open = |part: Option<char>| !part.is_some_and(char::is_alphanumeric);
        let whole = open(title.get(..at).and_then(|before| before.chars().next_back()))
            && open(title.get(at + phrase.len()..).and_then(|behind| behind.chars().next()));
        // `404 jobs lost at the port` is news.
        let own = phrase.split_whitespace().count();
        whole && words <= own + if own == 1 { 3 } else { 5 }
    };
    TITLES.iter().find(|(phrase, _)| fits(phrase)).map(|(_, kind)| *kind)
}

/// A page of which every other sentence speaks of consent.
fn consent(pieces: &[Piece], words: usize) -> Option<String> {
    let telling =
        ["cookie", "consent", "privacy", "personal data", "vendors", "datenschutz", "confidentialité"];
    let mut lines = 0;
    let mut speaking = 0;
    for piece in body(pieces) {
        lines += 1;
        let lower = piece.text.to_lowercase();
        speaking += usize::from(telling.iter().filter(|word| lower.contains(**word)).count() >= 2);
    }
    (speaking * 2 > lines && words > 0).then(|| "a notice on privacy stands before the article".to_owned())
}

/// Whether a line beside the article asks to pay or to log in for its rest.
fn walled(pieces: &[Piece]) -> bool {
    pieces.iter().filter(|piece| !piece.role.is_body() && piece.text.len() < 300).any(|piece| {
        let lower = lower(&piece.text);
        WALLS.iter().any(|words| lower.contains(words))
    })
}

/// How many other articles the page announces: headings and long lines that are links, outside of its menus.
fn listed(tree: &Tree<'_>, flow: &Flow) -> usize {
    let lines = flow.lines.iter().filter(|line| {
        let heading = || tree.node(line.block).tag().is_some_and(|tag| tag.heading().is_some());
        !line.hidden
            && line.link_share() > 0.9
            && (line.text.split_whitespace().count() >= 6 || line.text.len() >= 20 && heading())
    });
    lines.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_pages_away() {
        let cases = [
            ("404 - Page Not Found | The Post", Some("error")),
            ("Just a moment...", Some("check")),
            ("Access Denied", Some("error")),
            ("Seite nicht gefunden – Talbote", Some("error")),
            ("404 jobs are lost at the port of Hull", None),
            ("Black box of lost plane not found after a week of search", None),
            ("Ministers agree to security check of all ferries in the north", None),
            ("Bridge closed", None),
        ];
        for (title, kind) in cases {
            assert_eq!(kind_of(title), kind, "{title}");
        }
    }

    #[test]
    fn every_row_of_the_tables_reads() {
        assert_eq!(TITLES.len(), rows(include_str!("../../data/no-article.tsv")).count());
        for (words, kind) in TITLES.iter() {
            assert_eq!(*words, words.to_lowercase());
            assert!(["error", "check", "consent", "login"].contains(kind), "{words}: {kind}");
        }
        assert!(WALLS.iter().all(|line| *line == line.to_lowercase()));
    }
}
