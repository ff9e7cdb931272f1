//! The attributes of a tag.

use super::decode;
use std::borrow::Cow;

/// The attributes of a tag in order, names and values as written: references in values are not resolved.
pub(crate) fn attributes(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        rest =
            rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/' || c == '"' || c == '\'');
        if rest.is_empty() {
            return None;
        }
        // A name may open with `=`, as browsers have it; it ends before the next.
        let end = rest
            .char_indices()
            .find(|&(at, c)| c.is_ascii_whitespace() || c == '/' || (c == '=' && at > 0))
            .map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at_checked(end)?;
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
                value.split_at_checked(end)?
            }
        };
        rest = after;
        Some((name, value))
    })
}

/// The value of one attribute, its references resolved.
pub(crate) fn attribute<'a>(source: &'a str, name: &str) -> Option<Cow<'a, str>> {
    attributes(source).find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| decode(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_bare_and_empty_values() {
        let found: Vec<_> = attributes(" a=\"1 2\" b='x' c=bare hidden d = \"e\"/").collect();
        assert_eq!(found, [("a", "1 2"), ("b", "x"), ("c", "bare"), ("hidden", ""), ("d", "e")]);
    }

    #[test]
    fn names_are_met_in_any_case_and_references_resolved() {
        assert_eq!(attribute(" CONTENT='Fish &amp; chips'", "content").as_deref(), Some("Fish & chips"));
        assert_eq!(attribute(" data-content='x'", "content"), None);
    }
}
