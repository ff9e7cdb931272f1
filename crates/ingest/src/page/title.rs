//! The title as the outlet gives it.

use super::Claims;
use std::collections::HashSet;

/// What parts a title from the name of its site.
const PARTERS: [&str; 9] = [" | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " < "];

/// The title that the markup gives, without the site's name behind or before it. `shown` are the page's headings:
/// the part of the title that stands in one of them is the title. Where none does, `lines`, the page's short lines of
/// any kind, may show a part of several words.
pub(crate) fn settle_title(claims: &Claims, shown: &[&str], lines: &[&str]) -> Option<(String, String)> {
    let first = claims.titles.first()?;
    let outlet = claims.outlets.first().map(|outlet| fold_title(&outlet.value));
    let host = host(claims);
    let is_site = |part: &str| {
        let part = fold_title(part);
        outlet.as_ref() == Some(&part) || host.as_ref().is_some_and(|host| names(host, &part))
    };
    let in_heading = |part: &str| shown.iter().any(|shown| same(part, shown));
    let find = |is_title: &dyn Fn(&str) -> bool| {
        claims.titles.iter().find_map(|claim| {
            let part = parts(&claim.value).into_iter().find(|part| is_title(part))?;
            Some((part.to_owned(), claim.from.clone()))
        })
    };
    let seen = find(&|part| in_heading(part) && !is_site(part))
        .or_else(|| {
            let lines: HashSet<String> = lines.iter().map(|line| fold_title(line)).collect();
            let worded = |part: &str| part.len() >= 15 && part.split_whitespace().count() >= 3;
            find(&|part| worded(part) && lines.contains(&fold_title(part)) && !is_site(part))
        })
        .or_else(|| find(&|part| in_heading(part)));
    if seen.is_some() {
        return seen;
    }
    let others = || claims.titles.iter().skip(1).map(|claim| claim.value.as_str());
    let agreed = parts(&first.value).into_iter().find(|part| others().any(|other| same(part, other)));
    let outlet = claims.outlets.first().map(|outlet| outlet.value.as_str());
    let named = outlet.and_then(|outlet| {
        parts(&first.value).into_iter().skip(1).find(|part| {
            let rest = first.value.len().saturating_sub(part.len() + outlet.len());
            first.value.contains(outlet) && rest <= 5 && *part != outlet
        })
    });
    let part = agreed.or(named).or_else(|| before_site(claims, &first.value)).unwrap_or(&first.value);
    Some((part.to_owned(), first.from.clone()))
}

/// What stands before the name of the site, known by the page's address, or before a short last part behind a mark
/// that sentences do not have.
fn before_site<'a>(claims: &Claims, title: &'a str) -> Option<&'a str> {
    let (at, mark) = PARTERS.iter().filter_map(|mark| Some((title.rfind(mark)?, *mark))).max()?;
    let (before, last) = (title.get(..at)?.trim(), title.get(at + mark.len()..)?.trim());
    let name = fold_title(last);
    let is_host = host(claims).is_some_and(|host| names(&host, &name));
    let short = last.split_whitespace().count() <= 4 && before.split_whitespace().count() >= 3;
    let strong = short && matches!(mark.trim(), "|" | "»" | "::" | "·" | "•" | "<");
    (before.len() > 3 && (is_host || strong)).then_some(before)
}

/// The host of the page's address, its letters and digits alone.
fn host(claims: &Claims) -> Option<String> {
    claims.addresses.iter().find_map(|address| {
        let host = address.value.split("//").nth(1)?.split(['/', ':', '?']).next()?;
        Some(fold_title(host.strip_prefix("www.").unwrap_or(host)))
    })
}

/// Whether a folded name is that of the site: its host opens with it, or it is the host whole.
fn names(host: &str, name: &str) -> bool {
    name.len() >= 3 && host.len() >= 3 && (host.starts_with(name) || name.starts_with(host))
}

/// The whole, and what stands before and after each mark that may part off a site's name, longest first.
pub(crate) fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    for parter in PARTERS {
        for (at, mark) in title.match_indices(parter).take(4) {
            parts.extend(title.get(..at));
            parts.extend(title.get(at + mark.len()..));
        }
    }
    if let Some((head, _)) = parts.first().and_then(|whole| whole.split_once('|')) {
        parts.push(head);
    }
    parts.retain(|part| part.trim().len() > 3);
    if let Some((_, rest)) = parts.split_first_mut() {
        rest.sort_by_key(|part| std::cmp::Reverse(part.len()));
    }
    parts.into_iter().map(str::trim).collect()
}

/// Whether two titles are the same but for case, marks and spaces.
fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// The letters and digits of a title, in lower case.
pub(crate) fn fold_title(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    folded.extend(letters(title));
    folded
}

/// Whether a text is, but for case, marks and spaces, the title that was folded.
pub(crate) fn is_folded(text: &str, folded: &str) -> bool {
    letters(text).eq(folded.chars())
}

fn letters(title: &str) -> impl Iterator<Item = char> + '_ {
    title.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(titles: &[&str]) -> Claims {
        let mut claims = Claims::default();
        for title in titles {
            Claims::push(&mut claims.titles, "title", title);
        }
        claims
    }

    #[test]
    fn the_heading_shows_where_the_site_name_begins() {
        let claims = claims(&["Bridge closed - for now | The Valley Post"]);
        let title = settle_title(&claims, &["Bridge closed – for now"], &[]).unwrap().0;
        assert_eq!(title, "Bridge closed - for now");
    }

    #[test]
    fn a_line_that_is_no_heading_shows_it_too() {
        let mut claims = claims(&["Valley Post » Archive » Bridge closed for now"]);
        Claims::push(&mut claims.addresses, "link canonical", "https://www.valleypost.example/1");
        let title = settle_title(&claims, &["Valley Post"], &["Bridge closed for now"]).unwrap().0;
        assert_eq!(title, "Bridge closed for now");
    }

    #[test]
    fn the_address_names_the_site() {
        let of = |title: &str, address: &str| {
            let mut claims = claims(&[title]);
            Claims::push(&mut claims.addresses, "link canonical", address);
            settle_title(&claims, &[], &[]).unwrap().0
        };
        assert_eq!(of("Bridge closed - Valley Post", "https://www.valleypost.example/1"), "Bridge closed");
        assert_eq!(of("Bridge closed - again", "https://www.valleypost.example/1"), "Bridge closed - again");
        assert_eq!(of("Bridge closed for now | Local", "https://a.example/1"), "Bridge closed for now");
    }

    #[test]
    fn without_a_heading_the_outlets_name_does() {
        let mut claims = claims(&["Bridge closed - The Valley Post"]);
        Claims::push(&mut claims.outlets, "meta og:site_name", "The Valley Post");
        assert_eq!(settle_title(&claims, &[], &[]).unwrap().0, "Bridge closed");
    }
}
