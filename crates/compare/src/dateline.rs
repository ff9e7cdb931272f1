//! Datelines: the place and the day from which a report was sent, before its first sentence.

use crate::story::Story;
use corroborate_text::Span;

/// Longest dateline, in bytes.
const LONGEST: usize = 100;

/// Whether a span of an account's text stands in a dateline: `LIMA, March 4 (ABC) - The harbour…`. Its day is the day of
/// the report, not of what is reported.
pub(crate) fn holds(story: &Story, account: usize, span: Span) -> bool {
    let text = story.text(account);
    let before = text.get(..span.start()).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let Some(most) = LONGEST.checked_sub(before.len()) else { return false };
    let place = before.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    place.chars().count() > 1 && !place.chars().any(char::is_lowercase) && closes(text, span.end(), most)
}

/// Whether a dash stands so near behind a place that nothing but the mark of an agency can stand between.
fn closes(text: &str, from: usize, most: usize) -> bool {
    let behind = text.get(from..).unwrap_or_default();
    let end =
        behind.char_indices().find(|(at, c)| *at > most || *c == '\n').map_or(behind.len(), |(at, _)| at);
    let behind = behind.get(..end).unwrap_or_default();
    let dash = DASHES.iter().filter_map(|dash| behind.find(dash)).min();
    dash.and_then(|dash| behind.get(..dash)).is_some_and(|between| {
        let words = between.split(|c: char| !c.is_alphanumeric());
        between.contains('(') || words.into_iter().all(|word| !word.chars().any(char::is_lowercase))
    })
}

/// Marks that close a dateline.
const DASHES: [&str; 5] = [" - ", " – ", " — ", " -- ", "--"];

#[cfg(test)]
mod tests {
    use super::closes;

    #[test]
    fn a_dash_behind_the_day() {
        let behind = |text: &str, most: usize| closes(text, "9 May".len(), most);
        assert!(behind("9 May - The mill burned.", 60));
        assert!(behind("9 May (ABC) – The mill burned.", 60));
        assert!(behind("9 May, ABC -- The mill burned.", 60));
        assert!(!behind("9 May the mill burned - and the barn.", 60));
        assert!(!behind("9 May, ABC\nMill - The fire is out.", 60));
        assert!(!behind("9 May, ABC NEWS AND PICTURES - The mill burned.", 10));
        assert!(!behind("9 May. THE MILL IS GONE", 60));
    }
}
