//! Words that say what a date is the date of: `Published`, `Aktualisiert am`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a date is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateLabel {
    /// That of publication.
    Published,
    /// That of the last change.
    Modified,
}

/// A label and what it says.
type Row = (&'static str, DateLabel);

/// Labels in lower case, by their first letter.
static LABELS: LazyLock<HashMap<char, Vec<Row>>> = LazyLock::new(|| {
    let mut labels: HashMap<char, Vec<Row>> = HashMap::new();
    for line in include_str!("../../data/date-labels.tsv").lines() {
        let Some((words, what)) = line.split_once('\t') else { continue };
        let label = if what == "modified" { DateLabel::Modified } else { DateLabel::Published };
        labels.entry(words.chars().next().unwrap_or_default()).or_default().push((words, label));
    }
    labels
});

/// The longest label, in letters, with room for what stands around it.
const LONGEST: usize = 30;

/// The label that a line opens with.
pub(crate) fn opens_with_label(text: &str) -> Option<DateLabel> {
    let head: String =
        text.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(LONGEST).collect();
    label_at(&head.to_lowercase())
}

/// The last label in a text.
pub(crate) fn last_label(text: &str) -> Option<DateLabel> {
    let lower = text.to_lowercase();
    let starts = lower.char_indices().rev().filter(|&(at, letter)| {
        let before = lower.get(..at).and_then(|before| before.chars().next_back());
        letter.is_alphabetic() && !before.is_some_and(char::is_alphabetic)
    });
    starts.filter_map(|(at, _)| lower.get(at..)).find_map(label_at)
}

/// The label that a text in lower case begins with.
fn label_at(lower: &str) -> Option<DateLabel> {
    let list = LABELS.get(&lower.chars().next()?)?;
    let fits = |words: &str| {
        // A date may be glued to its label.
        lower.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
            || (words.len() >= 6 && lower.starts_with(words))
    };
    list.iter().find(|(words, _)| fits(words)).map(|&(_, label)| label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_many_languages() {
        use DateLabel::{Modified, Published};
        let cases = [
            ("Published: 1 May 2024", Some(Published)),
            ("updatedMay 1, 2024", Some(Modified)),
            ("Veröffentlicht am 1. Mai 2024", Some(Published)),
            ("• Stand: 01.05.2024", Some(Modified)),
            ("Standards rose", None),
            ("Mis à jour le 1 mai 2024", Some(Modified)),
            ("Опубликовано 1 мая", Some(Published)),
            ("Bridge closed", None),
            ("", None),
        ];
        for (text, label) in cases {
            assert_eq!(opens_with_label(text), label, "{text}");
        }
    }

    #[test]
    fn the_label_nearest_to_a_date_says_what_it_is() {
        assert_eq!(last_label("Published 1 May, updated "), Some(DateLabel::Modified));
        assert_eq!(last_label("Updated today; first published "), Some(DateLabel::Published));
        assert_eq!(last_label("By Ada Moe, "), None);
    }
}
