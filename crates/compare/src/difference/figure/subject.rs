//! What a difference of figures is about, in words for its heading.

use super::Figure;
use super::relate::shown;
use crate::story::Story;

/// What the figure is of: the thing counted, or the words around it in its clause.
pub(super) fn subject(story: &Story, figure: &Figure) -> String {
    let text = story.text(figure.place.account);
    match figure.quantity.counted {
        Some(counted) if !counted.of(text).is_empty() => format!("number of {}", counted.of(text)),
        _ => format!("figure in “{}”", around(story, figure)),
    }
}

/// Words of a subject before the figure, and after it.
const AROUND: (usize, usize) = (7, 5);

/// The figure with some words before and after it, none from outside its clause.
fn around(story: &Story, figure: &Figure) -> String {
    let text = story.text(figure.place.account);
    let clause = story.place(figure.clause).span;
    let span = figure.place.span;
    let words = |start: usize, end: usize| -> Vec<&str> {
        text.get(start..end.max(start)).unwrap_or_default().split_whitespace().collect()
    };
    let before = words(clause.start().min(span.start()), span.start());
    let after = words(span.end(), clause.end().max(span.end()));
    let first = before.len().saturating_sub(AROUND.0);
    let cut = if first > 0 { "… " } else { "" };
    let more = if after.len() > AROUND.1 { " …" } else { "" };
    let own = shown(story, figure);
    let kept = before.into_iter().skip(first).chain(std::iter::once(own.as_str()));
    let mut sentence = kept.collect::<Vec<_>>().join(" ");
    let after = after.into_iter().take(AROUND.1).collect::<Vec<_>>().join(" ");
    // What follows at once belongs to the figure: `61%,` and `24-hour`.
    let next = text.get(span.end()..).and_then(|rest| rest.chars().next());
    if !after.is_empty() && next.is_none_or(char::is_whitespace) {
        sentence.push(' ');
    }
    sentence.push_str(&after);
    let plain = sentence
        .trim_matches(|c: char| matches!(c, '"' | '“' | '”' | ',' | ';' | ':' | '.') || c.is_whitespace());
    format!("{cut}{plain}{more}")
}
