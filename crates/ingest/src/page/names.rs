//! Names of authors.

use corroborate_text::rows;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that no name holds: posts, credits of pictures, buttons.
static NOT_NAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| rows(include_str!("../../data/not-names.txt")).collect());

/// Words that stand before the name of an author.
const BY: [&str; 10] = [
    "by ",
    "written by ",
    "reported by ",
    "story by ",
    "words by ",
    "text by ",
    "from ",
    "posted by ",
    "edited by ",
    "author: ",
];

/// The names that a claim or a byline holds: parted at commas, `and`, `&`, `|` and line breaks, without `By`, titles
/// of posts and addresses.
pub(crate) fn split_names(text: &str) -> Vec<&str> {
    let mut rest = text.trim().trim_start_matches(['-', '–', '—', ':', '|', '•', ' ']);
    while let Some(after) = BY.iter().find_map(|word| strip_prefix_ignoring_case(rest, word)) {
        rest = after.trim_start_matches([':', ' ']);
    }
    // A label that the page parts from the name by style alone.
    if let Some(after) = rest.strip_prefix("By").or_else(|| rest.strip_prefix("BY"))
        && after.starts_with(char::is_uppercase)
        && after.chars().nth(1).is_some_and(char::is_lowercase)
    {
        rest = after;
    }
    // What stands behind a stroke is the outlet or an address.
    if let Some((before, _)) = rest.split_once(" | ")
        && !split_names(before).is_empty()
    {
        rest = before;
    }
    let mut names = Vec::new();
    for part in rest.split(['|', ';', '\n', '•', '·', '/']) {
        for part in
            part.split(" and ").flat_map(|part| part.split(" & ")).flat_map(|part| part.split(" with "))
        {
            for part in part.split([',', '，']) {
                let part = part.trim().trim_matches(['.', ' ', '-', '–', '—']);
                let part = strip_prefix_ignoring_case(part, "by ").unwrap_or(part);
                let part = strip_prefix_ignoring_case(part, "and ").unwrap_or(part).trim();
                let part = part.split(" for ").next().unwrap_or(part).trim();
                let part = part.split(" in ").next().unwrap_or(part).trim();
                if is_suffix(part) {
                    continue;
                }
                if is_name(part) {
                    names.push(part);
                }
            }
        }
    }
    names
}

/// The names in a claim about an author, which is one name more often than not.
pub(crate) fn names_of(text: &str) -> Vec<String> {
    split_names(text).into_iter().map(str::to_owned).collect()
}

/// Whether words may be a name of a person or a desk: a few words, most of them capitalised, no address, no date.
pub(crate) fn is_name(text: &str) -> bool {
    if text.len() < 3 || text.len() > 60 || text.contains(['@', '{', '=', '<', '#', '_', '?', '!']) {
        return false;
    }
    if text.contains("://") || text.contains("www.") || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital =
        |word: &&str| word.chars().next().is_some_and(|letter| letter.is_uppercase() || !letter.is_ascii());
    let capitals = words.iter().filter(|word| capital(word)).count();
    let other = |word: &&str| {
        NOT_NAMES.contains(word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
    };
    if words.iter().any(other) || text.contains(':') {
        return false;
    }
    !words.is_empty() && words.len() <= 6 && (capitals * 2 > words.len())
}

/// Degrees that follow a name after a comma.
fn is_suffix(text: &str) -> bool {
    let letters: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.len() <= 4
        && (letters.chars().all(char::is_uppercase) || letters == "PhD" || letters == "Jr" || letters == "Sr")
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    if head.eq_ignore_ascii_case(prefix) { text.get(prefix.len()..) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_part_into_names() {
        let cases: [(&str, &[&str]); 9] = [
            ("By Ada Moe and Olav Lie", &["Ada Moe", "Olav Lie"]),
            ("BY ADA MOE", &["ADA MOE"]),
            ("Ada Moe, Olav Lie & Kari Foss", &["Ada Moe", "Olav Lie", "Kari Foss"]),
            ("Written by Ada Moe, PhD", &["Ada Moe"]),
            ("ByAda Moe", &["Ada Moe"]),
            ("Byron Lie", &["Byron Lie"]),
            ("Ada Moe, Science Reporter | The Post", &["Ada Moe"]),
            ("https://example.org/ada", &[]),
            ("5 minutes ago", &[]),
        ];
        for (text, names) in cases {
            assert_eq!(split_names(text), names, "{text}");
        }
    }
}
