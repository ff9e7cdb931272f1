//! What a line is by its words alone.

use crate::lower::{beginning, lower};
use crate::page::{find_moment, split_names};
use corroborate_temporal::Precision;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Lines that are a button or a label whatever page they stand on.
static WIDGETS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../data/widget-lines.txt").lines().collect());

/// How lines open that speak of the page itself.
static NOTICES: LazyLock<Openers> = LazyLock::new(|| Openers::new(include_str!("../../data/notices.txt")));

/// How lines open that send the reader elsewhere.
static OPENERS: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(include_str!("../../data/related-openers.txt")));

/// Beginnings of lines, by their first byte.
struct Openers(HashMap<u8, Vec<&'static str>>);

impl Openers {
    fn new(table: &'static str) -> Self {
        let mut by_first: HashMap<u8, Vec<&'static str>> = HashMap::new();
        for line in table.lines() {
            by_first.entry(first_byte(line)).or_default().push(line);
        }
        Self(by_first)
    }

    /// Whether a line, in lower case, opens with one of them.
    fn open(&self, line: &str) -> bool {
        self.0.get(&first_byte(line)).is_some_and(|list| list.iter().any(|opener| line.starts_with(opener)))
    }
}

fn first_byte(line: &str) -> u8 {
    line.bytes().next().unwrap_or_default()
}

/// Whether a line speaks of the page and not of the event: rights, cookies, subscriptions, commissions.
pub(super) fn is_notice(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(');
    let head = lower(beginning(text, 40));
    NOTICES.open(&head)
        || (text.len() < 400 && {
            let whole = text.to_lowercase();
            ["all rights reserved", "earn a commission", "affiliate commission", "may receive compensation"]
                .iter()
                .any(|words| whole.contains(words))
        })
}

/// Whether a line is known to be a button or a label.
pub(super) fn is_widget(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let folded = lower(text.trim());
    let folded = folded.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ':' | ','));
    (text.len() < 50 && folded.starts_with("skip "))
        || WIDGETS.contains(folded)
        || !folded.chars().any(char::is_alphanumeric)
}

/// Whether a line sends the reader elsewhere.
pub(super) fn is_opener(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let head = lower(beginning(text, 24));
    OPENERS.open(&head)
}

/// Whether a line is a date and a time of day.
pub(super) fn is_timed(text: &str) -> bool {
    text.len() < 60
        && find_moment(text).is_some_and(|moment| {
            moment.precision != Precision::Day && moment.span.len() * 3 >= text.len() * 2
        })
}

/// `Reporting by …`, `Edited by …`: who else worked on the article, on a short line of its own.
pub(super) fn opens_credit(text: &str) -> bool {
    let head = lower(beginning(text.trim_start_matches(['(', '[', ' ']), 22));
    text.len() < 200
        && [
            "contributing:",
            "with files from",
            "edited by",
            "editing by",
            "reporting by",
            "additional reporting",
            "with reporting",
            "compiled by",
            "edited:",
        ]
        .iter()
        .any(|word| head.starts_with(word))
}

/// `Contact Ada Moe at …`, `Follow her on …`: where the author can be found.
pub(super) fn is_contact(text: &str) -> bool {
    if text.len() > 250 {
        return false;
    }
    let lower = text.to_lowercase();
    let on_network = || {
        [
            " on twitter",
            " on x",
            " on instagram",
            " on facebook",
            " on threads",
            " on bluesky",
            " on mastodon",
        ]
        .iter()
        .any(|network| lower.contains(network))
    };
    (lower.contains(" reached at ") && lower.contains('@') && lower.len() < 160)
        || (lower.starts_with("follow ") && (on_network() || lower.contains('@')))
        || (["contact ", "email ", "e-mail ", "reach "].iter().any(|word| lower.starts_with(word))
            && (lower.contains('@') || on_network()))
}

/// `By Ada Moe`.
pub(super) fn opens_byline(text: &str) -> bool {
    let head = lower(beginning(text, 12));
    let opens = ["by ", "by:", "written by ", "reported by", "story by", "author:"]
        .iter()
        .any(|word| head.starts_with(word));
    let picture = ["photo", "image", "picture", "styled"].iter().any(|word| head.starts_with(word));
    opens && !picture && !split_names(text).is_empty() && text.split_whitespace().count() < 25
}
