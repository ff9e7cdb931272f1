//! Quotation families: each version against the fullest, word by word.

use super::escape::{Html, words};
use super::link::{Link, indices};
use crate::overview::{Overview, accounts_of};
use crate::visible::line;
use similar::{ChangeTag, TextDiff};

/// Versions of one utterance.
pub(super) struct Family {
    pub id: usize,
    pub speaker: String,
    pub relation: &'static str,
    pub versions: Vec<Version>,
    pub accounts: String,
}

/// One version.
pub(super) struct Version {
    pub link: Link,
    /// Whether the others are held against this one.
    pub fullest: bool,
    /// The words, with what this version leaves out and what it puts in marked.
    pub marked: Html,
}

/// Longer versions are shown without marks: comparing them word by word would take long.
const LONGEST: usize = 4000;

pub(super) fn families(overview: &Overview) -> Vec<Family> {
    let families = overview.story.comparison.quote_families.iter().enumerate();
    let view = |(index, family): (usize, &corroborate_compare::QuoteFamily)| {
        let links = Link::all(overview, &family.versions);
        let fullest = links.iter().map(|link| link.words.len()).enumerate().rev().max_by_key(|(_, len)| *len);
        let fullest = fullest.map_or(0, |(index, _)| index);
        let base = links.get(fullest).map(|link| link.words.clone()).unwrap_or_default();
        let versions = links.into_iter().enumerate().map(|(index, link)| Version {
            fullest: index == fullest,
            marked: marked(&base, &link.words),
            link,
        });
        Family {
            id: index + 1,
            speaker: family.speaker_name.as_deref().map_or_else(|| "Speaker not known".to_owned(), line),
            relation: family.relation.name(),
            versions: versions.collect(),
            accounts: indices(&accounts_of(&family.versions)),
        }
    };
    families.map(view).collect()
}

fn marked(base: &str, version: &str) -> Html {
    let mut out = String::new();
    if base.len().max(version.len()) > LONGEST {
        words(version, &mut out);
        return Html(out);
    }
    let diff = TextDiff::from_unicode_words(base, version);
    let mut open = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        if change.tag() != open {
            out.push_str(close(open));
            open = change.tag();
            out.push_str(match open {
                ChangeTag::Equal => "",
                ChangeTag::Delete => "<del>",
                ChangeTag::Insert => "<ins>",
            });
        }
        words(change.value(), &mut out);
    }
    out.push_str(close(open));
    Html(out)
}

fn close(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "</del>",
        ChangeTag::Insert => "</ins>",
    }
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn words_put_in_and_left_out_are_marked() {
        let marks = marked("we will not wait", "we will <wait>");
        assert_eq!(marks.0, "we will <del>not </del><ins>&lt;</ins>wait<ins>&gt;</ins>");
    }

    #[test]
    fn the_same_words_bear_no_marks() {
        assert_eq!(marked("we wait", "we wait").0, "we wait");
    }
}
