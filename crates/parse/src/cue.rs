//! Phrases that give a row away, from `data/cues.tsv`.

use crate::key::key;
use crate::row::{Finish, Row};
use corroborate_article::Role;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a phrase says of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// The row has this role.
    Role(Role),
    /// Links to other articles follow.
    RelatedHead,
    /// Readers' comments follow.
    CommentHead,
    /// A summary in a few points follows.
    SummaryHead,
    /// Keywords follow.
    TagHead,
}

/// The cue that a row's own words give, if any.
pub(crate) fn cue(row: &Row<'_>) -> Option<Cue> {
    announced(row).or_else(|| of_key(&row.key, row.words)).or_else(|| labelled(row)).or_else(|| counted(row))
}

/// The cue of a row that is a bar of known entries, if it is one.
pub(crate) fn bar(row: &Row<'_>) -> Option<Cue> {
    if row.words > 24 {
        return None;
    }
    let parts: Vec<&str> = segments(row.text).collect();
    if parts.len() < 2 {
        return None;
    }
    let of_part = |part: &&str| {
        let key = key(part);
        of_key(&key, row.words).or_else(|| TABLE.is.get(bare(&key)).copied())
    };
    let known: Vec<Cue> = parts.iter().filter_map(of_part).collect();
    let first = *known.first()?;
    if known.len() == parts.len() && known.iter().all(|found| *found == first) {
        return (first != Cue::Role(Role::Category) || parts.len() < 4).then_some(first).or(Some(WIDGET));
    }
    let signed = |cue: &Cue| matches!(cue, Cue::Role(Role::Byline | Role::Credit));
    if known.len() == parts.len() && known.iter().all(signed) {
        return Some(Cue::Role(Role::Byline));
    }
    let chrome = known.iter().all(|found| {
        use Role::{Category, CommentPrompt, Notice, Related, Widget};
        match found {
            Cue::Role(role) => matches!(role, Category | Widget | Notice | CommentPrompt | Related),
            Cue::CommentHead | Cue::RelatedHead | Cue::TagHead => true,
            Cue::SummaryHead => false,
        }
    });
    (chrome && known.len() * 2 >= parts.len()).then_some(WIDGET)
}

const WIDGET: Cue = Cue::Role(Role::Widget);

/// `Read more:`, a label with nothing behind it: what it announces follows.
fn announced(row: &Row<'_>) -> Option<Cue> {
    let cue = (row.finish == Finish::Colon).then(|| TABLE.labels.get(row.key.as_str())).flatten()?;
    (*cue == Cue::Role(Role::Related)).then_some(Cue::RelatedHead)
}

/// `Photo: …`, `READ MORE | …`: a label of the table with a colon or a bar behind it.
fn labelled(row: &Row<'_>) -> Option<Cue> {
    if row.words > 60 {
        return None;
    }
    // No label is longer than forty bytes.
    let head = crate::row::prefix(row.text, 44);
    let marked = head.find([':', '|', '–', '•']).and_then(|end| row.text.get(..end));
    // `READ The title of another story`: capitals set the label apart.
    let shouted = row.text.find(|c: char| c.is_lowercase()).and_then(|lower| {
        let end = row.text.get(..lower)?.rfind(' ')?;
        row.text.get(..end)
    });
    let label = |label: &str| (label.len() <= 40).then(|| TABLE.labels.get(&key(label)).copied()).flatten();
    marked.and_then(label).or_else(|| shouted.and_then(label))
}

/// `212 Comments`, `Comments (14)`: a phrase of the table with a count beside it.
fn counted(row: &Row<'_>) -> Option<Cue> {
    let bare = bare(&row.key);
    (bare.len() < row.key.len() && row.words <= 5)
        .then(|| TABLE.is.get(bare).copied())
        .flatten()
        .filter(|cue| matches!(cue, Cue::CommentHead | Cue::Role(Role::Widget | Role::CommentPrompt)))
}

fn bare(key: &str) -> &str {
    key.trim_start_matches("# ").trim_end_matches(" #")
}

/// The parts of a row that bars, dots, tabs or wide gaps set apart.
pub(crate) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', '•', '·', '\t', '›', '»', '▸', '>'])
        .flat_map(|part| part.split("  "))
        .map(str::trim)
        .filter(|part| part.chars().any(char::is_alphanumeric))
}

/// The cue of a folded row of so many words.
fn of_key(key: &str, words: usize) -> Option<Cue> {
    if key.is_empty() {
        return None;
    }
    if key.len() <= TABLE.is_longest
        && let Some(&cue) = TABLE.is.get(key)
    {
        return Some(cue);
    }
    let first = key.split(' ').next().unwrap_or_default();
    let last = key.rsplit(' ').next().unwrap_or_default();
    let opens = TABLE.starts.get(first).into_iter().flatten();
    let found = opens.filter(|entry| words <= entry.limit).find(|entry| {
        key.strip_prefix(entry.phrase.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    let closes = TABLE.ends.get(last).into_iter().flatten();
    found
        .or_else(|| {
            closes.filter(|entry| words <= entry.limit).find(|entry| {
                key.strip_suffix(entry.phrase.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            })
        })
        .or_else(|| {
            // Of those that stand between two blanks anywhere, the first of the table.
            let starts = (words <= TABLE.has_limit).then(|| word_starts(key)).into_iter().flatten();
            let may_open = |rest: &&str| TABLE.has_openings.get(opening(rest)).copied().unwrap_or_default();
            starts
                .filter(may_open)
                .filter_map(|rest| {
                    let word = rest.split(' ').next().unwrap_or_default();
                    let holds = TABLE.has.get(word).into_iter().flatten();
                    let mut fitting = holds.filter(|(_, entry)| words <= entry.limit);
                    fitting.find(|(_, entry)| {
                        rest.strip_prefix(entry.phrase.as_str())
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                    })
                })
                .min_by_key(|(order, _)| *order)
                .map(|(_, entry)| entry)
        })
        .map(|entry| entry.cue)
}

/// What is left of a folded row from each of its words on.
fn word_starts(key: &str) -> impl Iterator<Item = &str> {
    let blanks = memchr::memchr_iter(b' ', key.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(blanks).filter_map(|at| key.get(at..))
}

/// A number for the first three bytes of a phrase, by which most that stand nowhere in the table are told; what follows
/// the end is a blank.
fn opening(phrase: &str) -> usize {
    let byte = |at: usize| usize::from(phrase.as_bytes().get(at).copied().unwrap_or(b' '));
    (byte(0) << 8 ^ byte(1) << 4 ^ byte(2)) & (OPENINGS - 1)
}

/// How many numbers there are for openings.
const OPENINGS: usize = 1 << 16;

struct Entry {
    phrase: String,
    limit: usize,
    cue: Cue,
}

#[derive(Default)]
struct Table {
    is: FxHashMap<String, Cue>,
    starts: FxHashMap<String, Vec<Entry>>,
    ends: FxHashMap<String, Vec<Entry>>,
    /// By their first words, with their places in the table.
    has: FxHashMap<String, Vec<(usize, Entry)>>,
    /// The most words of a row that any of them may stand in, and whether one begins with an [`opening`].
    has_limit: usize,
    has_openings: Vec<bool>,
    /// The longest that is a whole row, in bytes.
    is_longest: usize,
    labels: FxHashMap<String, Cue>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (order, row) in include_str!("../data/cues.tsv").lines().enumerate() {
        if let Some((how, cue, phrase)) = read(row) {
            let phrase = key(phrase);
            let (how, limit) = how.split_once('/').unwrap_or((how, "30"));
            let entry = |phrase| Entry { phrase, limit: limit.parse().unwrap_or(30), cue };
            let first = phrase.split(' ').next().unwrap_or_default().to_owned();
            let last = phrase.rsplit(' ').next().unwrap_or_default().to_owned();
            match how {
                "starts" => table.starts.entry(first).or_default().push(entry(phrase)),
                "ends" => table.ends.entry(last).or_default().push(entry(phrase)),
                "has" => {
                    let entry = entry(phrase);
                    table.has_limit = table.has_limit.max(entry.limit);
                    table.has_openings.resize(OPENINGS, false);
                    let opens = table.has_openings.get_mut(opening(&entry.phrase));
                    opens.into_iter().for_each(|opens| *opens = true);
                    table.has.entry(first).or_default().push((order, entry));
                }
                "label" => {
                    table.labels.insert(phrase, cue);
                }
                _ => {
                    table.is_longest = table.is_longest.max(phrase.len());
                    table.is.insert(phrase, cue);
                }
            }
        }
    }
    table
});

fn read(row: &'static str) -> Option<(&'static str, Cue, &'static str)> {
    let mut fields = row.split('\t');
    let (how, name, phrase) = (fields.next()?, fields.next()?, fields.next()?);
    let cue = match name {
        "related-head" => Cue::RelatedHead,
        "comment-head" => Cue::CommentHead,
        "summary-head" => Cue::SummaryHead,
        "tag-head" => Cue::TagHead,
        name => Cue::Role(Role::from_name(name)?),
    };
    Some((how, cue, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_reads() {
        for row in include_str!("../data/cues.tsv").lines() {
            if !row.is_empty() && !row.starts_with('#') {
                let (how, _, phrase) = read(row).unwrap_or_else(|| panic!("{row}"));
                assert!(
                    ["is", "starts", "ends", "has", "label"].contains(&how.split('/').next().unwrap()),
                    "{row}"
                );
                assert!(!key(phrase).is_empty(), "{row}");
            }
        }
    }
}
