//! `meta` and `link` elements, microdata, marked-up times.

use super::Claims;
use crate::html::{Tag, Tree};
use crate::markup::attribute;
use corroborate_text::rows;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names of `meta` elements in small letters, each with its place, its own spelling and what it gives; those to be
/// believed first have the lower places.
static TABLE: LazyLock<HashMap<String, (usize, &str, &str)>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (place, row) in rows(include_str!("../../data/meta.tsv")).enumerate() {
        if let Some((name, field)) = row.split_once('\t') {
            table.entry(name.to_ascii_lowercase()).or_insert((place, name, field));
        }
    }
    table
});

/// Reads what the elements of a page claim.
pub(crate) fn collect(tree: &Tree<'_>, claims: &mut Claims) {
    let mut metas: Vec<(usize, &str, &str, String)> = Vec::new();
    for (id, tag, attributes) in tree.elements() {
        match tag {
            Tag::Meta => {
                let Some(content) = attribute(attributes, "content") else { continue };
                let is_kind = attribute(attributes, "property").is_some_and(|name| name == "og:type");
                claims.article |= is_kind && content.trim().eq_ignore_ascii_case("article");
                for key in ["property", "name", "itemprop", "http-equiv"] {
                    let Some(name) = attribute(attributes, key) else { continue };
                    if let Some(&(place, known, field)) = TABLE.get(&name.trim().to_ascii_lowercase()) {
                        metas.push((place, known, field, content.into_owned()));
                        break;
                    }
                }
            }
            Tag::Html => {
                claims.amp |=
                    crate::markup::attributes(attributes).any(|(name, _)| name == "amp" || name == "⚡");
                if let Some(language) = attribute(attributes, "lang") {
                    Claims::push(&mut claims.languages, "html lang", &language);
                }
            }
            Tag::Link => link(attributes, claims),
            Tag::Title if claims.titles.iter().all(|title| title.from != "title") => {
                let words = tree.words(id);
                Claims::push(&mut claims.titles, "title", &words);
            }
            _ => {}
        }
    }
    metas.sort_by_key(|&(place, ..)| place);
    for (_, name, field, content) in metas {
        let list = match field {
            "title" => &mut claims.titles,
            "description" => &mut claims.descriptions,
            "published" => &mut claims.published,
            "modified" => &mut claims.modified,
            "author" => &mut claims.authors,
            "outlet" => &mut claims.outlets,
            "address" => &mut claims.addresses,
            "language" => &mut claims.languages,
            _ => continue,
        };
        Claims::push(list, &format!("meta {name}"), &content);
    }
}

fn link(attributes: &str, claims: &mut Claims) {
    let rel = attribute(attributes, "rel").unwrap_or_default().to_ascii_lowercase();
    let Some(address) = attribute(attributes, "href") else { return };
    match rel.trim() {
        "canonical" => {
            let canonical = super::Claim { from: "link canonical".to_owned(), value: address.into_owned() };
            claims.addresses.insert(0, canonical);
        }
        rel @ ("amphtml" | "shortlink" | "alternate") => {
            Claims::push(&mut claims.links, &format!("link {rel}"), &address);
        }
        _ => {}
    }
}
