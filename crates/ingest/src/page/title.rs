//! The title as the outlet gives it.

use super::Claims;

/// What parts a title from the name of its site.
const PARTERS: [&str; 9] = [" | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " < "];

/// The title that the markup gives, without the site's name behind or before it. `shown` are the page's headings:
/// the part of the title that stands in one of them is the title.
pub(crate) fn settle_title(claims: &Claims, shown: &[&str]) -> Option<(String, String)> {
    for claim in &claims.titles {
        let whole = claim.value.as_str();
        if let Some(part) = parts(whole).into_iter().find(|part| shown.iter().any(|shown| same(part, shown)))
        {
            return Some((part.to_owned(), claim.from.clone()));
        }
    }
    let first = claims.titles.first()?;
    let others = || claims.titles.iter().skip(1).map(|claim| claim.value.as_str());
    let agreed = parts(&first.value).into_iter().find(|part| others().any(|other| same(part, other)));
    let outlet = claims.outlets.first().map(|outlet| outlet.value.as_str());
    let named = outlet.and_then(|outlet| {
        parts(&first.value).into_iter().skip(1).find(|part| {
            let rest = first.value.len().saturating_sub(part.len() + outlet.len());
            first.value.contains(outlet) && rest <= 5 && *part != outlet
        })
    });
    let part = agreed.or(named).unwrap_or(&first.value);
    Some((part.to_owned(), first.from.clone()))
}

/// The whole, and what stands before and after each mark that may part off a site's name, longest first.
fn parts(title: &str) -> Vec<&str> {
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
    fold_title(one) == fold_title(other)
}

/// The letters and digits of a title, in lower case.
pub(crate) fn fold_title(title: &str) -> String {
    title.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
        let title = settle_title(&claims, &["Bridge closed – for now"]).unwrap().0;
        assert_eq!(title, "Bridge closed - for now");
    }

    #[test]
    fn without_a_heading_the_outlets_name_does() {
        let mut claims = claims(&["Bridge closed - The Valley Post"]);
        Claims::push(&mut claims.outlets, "meta og:site_name", "The Valley Post");
        assert_eq!(settle_title(&claims, &[]).unwrap().0, "Bridge closed");
    }
}
