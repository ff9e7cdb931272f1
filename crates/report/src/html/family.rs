//! Quotation families: each version against the fullest, word by word.

use super::escape::{Html, words};
use super::link::{Link, indices};
use crate::overview::{Overview, accounts_of};
use crate::visible::line;
use corroborate_compare::Place;
use corroborate_text::is_quotation_mark;
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
    /// Whether the account has them in quotation marks.
    pub quoted: bool,
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
            quoted: family.versions.get(index).is_some_and(|&place| is_quoted(overview, place)),
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

/// Whether words stand within quotation marks in their account, at one end at least.
fn is_quoted(overview: &Overview, place: Place) -> bool {
    let Some(account) = overview.story.accounts.get(place.account) else { return false };
    let text = &account.article.text;
    let before = text.get(..place.span.start()).and_then(|before| before.trim_end().chars().next_back());
    let after = text.get(place.span.end()..).and_then(|after| after.trim_start().chars().next());
    let words = place.span.of(text).trim();
    let inner = [words.chars().next(), words.chars().next_back()];
    [before, after]
        .iter()
        .chain(&inner)
        .any(|c| c.is_some_and(|c| is_quotation_mark(c) && c != '’' && c != '\''))
}

/// A version with what it leaves out of the fullest and what it puts in; as it is where hardly a word is the same, for
/// then nothing is seen by the marks. A comma or full stop before the closing mark is the house's, not the speaker's.
fn marked(base: &str, version: &str) -> Html {
    let mut out = String::new();
    let end = |words: &str| words.trim_end_matches([',', '.']).len();
    let (base, tail) =
        (base.get(..end(base)).unwrap_or(base), version.get(end(version)..).unwrap_or_default());
    let version = version.get(..end(version)).unwrap_or(version);
    let is_long = base.len().max(version.len()) > LONGEST;
    let diff =
        TextDiff::from_unicode_words(if is_long { "" } else { base }, if is_long { "" } else { version });
    let kept = diff.iter_all_changes().filter(|change| {
        change.tag() == ChangeTag::Equal && change.value().chars().any(char::is_alphanumeric)
    });
    let all = version.split_whitespace().count();
    if is_long || 2 * kept.count() < all {
        words(version, &mut out);
        words(tail, &mut out);
        return Html(out);
    }
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
    words(tail, &mut out);
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
        assert_eq!(marked("we wait.", "we wait,").0, "we wait,");
    }

    #[test]
    fn where_hardly_a_word_is_the_same_nothing_is_marked() {
        assert_eq!(marked("the quay is to be shut", "nobody may land here").0, "nobody may land here");
    }
}
