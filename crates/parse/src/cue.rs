//! Phrases that give a row away, from `data/cues.tsv`.

use crate::key::key;
use crate::row::Row;
use corroborate_article::Role;
use std::collections::HashMap;
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
}

/// The cue that a row gives, if any.
pub(crate) fn cue(row: &Row<'_>) -> Option<Cue> {
    let found = of_key(&row.key, row.words);
    if found.is_some() {
        return found;
    }
    let parts: Vec<&str> = segments(row.text).collect();
    if parts.len() < 2 || row.words > 24 {
        return None;
    }
    let known: Vec<Cue> = parts.iter().filter_map(|part| of_key(&key(part), row.words)).collect();
    let chrome = known.iter().all(|found| {
        matches!(
            found,
            Cue::Role(Role::Category | Role::Widget | Role::Notice | Role::CommentPrompt | Role::Related)
        )
    });
    let first = known.first()?;
    (chrome && known.len() * 2 >= parts.len()).then(|| {
        if known.iter().all(|found| found == first) && *first != Cue::Role(Role::Category) {
            *first
        } else {
            Cue::Role(Role::Widget)
        }
    })
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
    if let Some(&cue) = TABLE.is.get(key) {
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
        .map(|entry| entry.cue)
}

struct Entry {
    phrase: String,
    limit: usize,
    cue: Cue,
}

#[derive(Default)]
struct Table {
    is: HashMap<String, Cue>,
    starts: HashMap<String, Vec<Entry>>,
    ends: HashMap<String, Vec<Entry>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for row in include_str!("../data/cues.tsv").lines() {
        if let Some((how, cue, phrase)) = read(row) {
            let phrase = key(phrase);
            let (how, limit) = how.split_once('/').unwrap_or((how, "30"));
            let entry = |phrase| Entry { phrase, limit: limit.parse().unwrap_or(30), cue };
            let first = phrase.split(' ').next().unwrap_or_default().to_owned();
            let last = phrase.rsplit(' ').next().unwrap_or_default().to_owned();
            match how {
                "starts" => table.starts.entry(first).or_default().push(entry(phrase)),
                "ends" => table.ends.entry(last).or_default().push(entry(phrase)),
                _ => {
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
                assert!(["is", "starts", "ends"].contains(&how.split('/').next().unwrap()), "{row}");
                assert!(!key(phrase).is_empty(), "{row}");
            }
        }
    }
}
