//! Phrases that give a row away, from `data/cues.tsv`.

use crate::key::key;
use crate::row::{Finish, Row};
use corroborate_article::Role;
use corroborate_text::Table;

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
        of_key(&key, row.words).or_else(|| WHOLE.get(bare(&key)))
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
    let cue = (row.finish == Finish::Colon).then(|| LABELS.get(&row.key)).flatten()?;
    (cue == Cue::Role(Role::Related)).then_some(Cue::RelatedHead)
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
    let label = |label: &str| (label.len() <= 40).then(|| LABELS.get(&key(label))).flatten();
    // `Tomorrow in the Harbour Times: …`: a label that ends in the outlet's name.
    let named = |words: &str| {
        let (before, name) = [" in ", " from ", " on "].iter().find_map(|joint| {
            let at = words.find(joint)? + joint.len();
            Some((words.get(..at)?, words.get(at..)?))
        })?;
        let mut name = name.strip_prefix("the ").unwrap_or(name).split_whitespace();
        name.all(|word| word.starts_with(char::is_uppercase)).then(|| label(before)).flatten()
    };
    marked.and_then(|words| label(words).or_else(|| named(words))).or_else(|| shouted.and_then(label))
}

/// `212 Comments`, `Comments (14)`: a phrase of the table with a count beside it.
fn counted(row: &Row<'_>) -> Option<Cue> {
    let bare = bare(&row.key);
    (bare.len() < row.key.len() && row.words <= 5)
        .then(|| WHOLE.get(bare))
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
        .flat_map(|part| part.split("::"))
        .map(str::trim)
        .filter(|part| part.chars().any(char::is_alphanumeric))
}

/// The cue of a folded row of so many words.
fn of_key(key: &str, words: usize) -> Option<Cue> {
    if key.is_empty() {
        return None;
    }
    if let Some(cue) = WHOLE.get(key) {
        return Some(cue);
    }
    let first = key.split(' ').next().unwrap_or_default();
    let last = key.rsplit(' ').next().unwrap_or_default();
    let found = STARTS.of(first).iter().filter(|entry| words <= entry.limit).find(|entry| {
        key.strip_prefix(entry.phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    found
        .or_else(|| {
            ENDS.of(last).iter().filter(|entry| words <= entry.limit).find(|entry| {
                key.strip_suffix(entry.phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            })
        })
        .or_else(|| {
            // Of those that stand between two blanks anywhere, the first of the table.
            let starts = (words <= INSIDE_LIMIT).then(|| word_starts(key)).into_iter().flatten();
            starts
                .filter(|rest| opens_inside(rest))
                .filter_map(|rest| {
                    let word = rest.split(' ').next().unwrap_or_default();
                    INSIDE.of(word).iter().filter(|entry| words <= entry.limit).find(|entry| {
                        rest.strip_prefix(entry.phrase)
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                    })
                })
                .min_by_key(|entry| entry.order)
        })
        .map(|entry| entry.cue)
}

/// What is left of a folded row from each of its words on.
fn word_starts(key: &str) -> impl Iterator<Item = &str> {
    let blanks = memchr::memchr_iter(b' ', key.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(blanks).filter_map(|at| key.get(at..))
}

/// Whether a phrase that may stand inside a row begins with the first three bytes of this, or with others of the same
/// number: most words of a row are told by it.
fn opens_inside(rest: &str) -> bool {
    let number = opening(rest.as_bytes());
    INSIDE_OPENINGS.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
}

/// A number for the first three bytes of a phrase; what follows the end is a blank.
const fn opening(phrase: &[u8]) -> usize {
    let (first, second, third) = match phrase {
        [first, second, third, ..] => (*first, *second, *third),
        [first, second] => (*first, *second, b' '),
        [first] => (*first, b' ', b' '),
        [] => (b' ', b' ', b' '),
    };
    ((first as usize) << 7 ^ (second as usize) << 3 ^ third as usize) % OPENINGS
}

/// How many numbers there are for openings.
const OPENINGS: usize = 1 << 12;

/// A bit for each opening of the phrases that may stand inside a row.
static INSIDE_OPENINGS: [u64; OPENINGS / 64] = {
    let mut bits = [0; OPENINGS / 64];
    let mut entries = INSIDE.entries;
    while let [entry, rest @ ..] = entries {
        let number = opening(entry.phrase.as_bytes());
        bits[number / 64] |= 1 << (number % 64);
        entries = rest;
    }
    bits
};

/// The most words of a row inside which any phrase counts.
const INSIDE_LIMIT: usize = {
    let mut most = 0;
    let mut entries = INSIDE.entries;
    while let [entry, rest @ ..] = entries {
        if entry.limit > most {
            most = entry.limit;
        }
        entries = rest;
    }
    most
};

/// A phrase that makes up part of a row.
struct Entry {
    phrase: &'static str,
    /// The most words of a row that it may stand in.
    limit: usize,
    cue: Cue,
    /// Its place in the table.
    order: usize,
}

/// Phrases that are a whole row or a label, folded, each with its cue. The build script lays them out.
struct Whole(Table<'static>);

impl Whole {
    fn get(&self, phrase: &str) -> Option<Cue> {
        let number = self.0.get(phrase)?.first()?;
        CUES.get(usize::from(*number)).copied()
    }
}

/// Phrases by their first words or their last. The build script lays them out.
struct Parts {
    table: Table<'static>,
    entries: &'static [Entry],
}

impl Parts {
    fn of(&self, word: &str) -> &'static [Entry] {
        let Some(&[low, high, count]) = self.table.get(word) else { return &[] };
        let start = usize::from(u16::from_le_bytes([low, high]));
        self.entries.get(start..start + usize::from(count)).unwrap_or_default()
    }
}

const CUES: &[Cue] = &include!(concat!(env!("OUT_DIR"), "/cues.rs"));

const WHOLE: Whole = Whole(Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/is.table"))));

const LABELS: Whole = Whole(Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/labels.table"))));

const STARTS: Parts = Parts {
    table: Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/starts.table"))),
    entries: &include!(concat!(env!("OUT_DIR"), "/starts.rs")),
};

const ENDS: Parts = Parts {
    table: Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/ends.table"))),
    entries: &include!(concat!(env!("OUT_DIR"), "/ends.rs")),
};

/// Phrases that may stand anywhere in a row.
const INSIDE: Parts = Parts {
    table: Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/has.table"))),
    entries: &include!(concat!(env!("OUT_DIR"), "/has.rs")),
};
