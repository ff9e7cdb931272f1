//! Times of which one is told as a limit: `until Thursday`, `until Thursday at the earliest`.

use super::when::When;
use crate::story::Story;
use corroborate_text::{fold, rows};
use std::sync::LazyLock;

/// Whether two times are one, and one of them is told as the earliest or the latest: the second (`Some(false)`) or the
/// first.
pub(super) fn limited_first(story: &Story, a: &When, b: &When) -> Option<bool> {
    if a.expression.precision != b.expression.precision || a.from != b.from {
        return None;
    }
    let (x, y) = (is_limit(story, a), is_limit(story, b));
    (x != y).then_some(x)
}

/// Whether the words beside a time make it a limit.
fn is_limit(story: &Story, when: &When) -> bool {
    let text = story.text(when.place.account);
    let before = text.get(..when.place.span.start()).unwrap_or_default();
    let behind = text.get(when.place.span.end()..).unwrap_or_default();
    let near = |words: Vec<&str>| format!(" {} ", fold(&words.join(" ")));
    let mut last: Vec<&str> = before.split_whitespace().rev().take(MOST_WORDS).collect();
    last.reverse();
    let first: Vec<&str> = behind.split_whitespace().take(MOST_WORDS).collect();
    let (last, first) = (near(last), near(first));
    LIMITS.iter().any(|(ahead, phrase)| {
        if *ahead {
            last.trim_end().strip_suffix(phrase).is_some_and(|rest| rest.ends_with(' '))
        } else {
            first
                .trim_start()
                .strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        }
    })
}

/// Words on either side that are looked at.
const MOST_WORDS: usize = 5;

/// The phrases, and whether each stands before the time.
static LIMITS: LazyLock<Vec<(bool, &'static str)>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/time-limits.tsv")).filter_map(|row| row.split_once('\t'));
    rows.map(|(side, phrase)| (side == "before", phrase)).collect()
});
