//! What an element is for, by the names its author gave it.

use super::tag::Tag;
use crate::markup::{attributes, decode};
use corroborate_article::Role;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names of classes and ids, and the role of what bears them.
const TABLE: &str = include_str!("../../data/zones.tsv");

static NAMES: LazyLock<HashMap<&'static str, Role>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, role)| Some((name, Role::from_name(role)?))).collect()
});

/// What an element's tag and attributes say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Zone {
    /// The role of what stands in it. `Role::Paragraph` means that it holds the article.
    pub role: Option<Role>,
    /// Whether it is not shown.
    pub hidden: bool,
}

/// Reads an element's names.
pub(crate) fn zone(tag: Tag, source: &str) -> Zone {
    let mut zone = Zone { role: by_tag(tag), hidden: false };
    if source.is_empty() {
        return zone;
    }
    let mut named = None;
    for (name, value) in attributes(source) {
        if name.eq_ignore_ascii_case("class") || name.eq_ignore_ascii_case("id") {
            if !matches!(tag, Tag::Html | Tag::Body) {
                named = stronger(named, by_names(value));
            }
        } else if name.eq_ignore_ascii_case("itemprop") {
            named = stronger(by_property(value), named);
        } else if name.eq_ignore_ascii_case("role") {
            zone.role = by_landmark(value).or(zone.role);
        } else if name.eq_ignore_ascii_case("hidden") {
            zone.hidden |= !value.eq_ignore_ascii_case("until-found");
        } else if name.eq_ignore_ascii_case("style") && value.len() < 4096 {
            let style: String = decode(value).to_ascii_lowercase().split_whitespace().collect();
            zone.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
        } else if name.eq_ignore_ascii_case("rel") && value.eq_ignore_ascii_case("author") {
            named = Some(Role::Byline);
        }
    }
    // An aside that is called a body is one; a caption stays one whatever it is called.
    zone.role = match (zone.role, named) {
        (Some(Role::Quotation), Some(named)) if !is_aside(named) => zone.role,
        (Some(Role::Caption), _) => zone.role,
        (_, Some(named)) => Some(named),
        (role, None) => role,
    };
    zone
}

/// Whether a role takes what stands in it out of the article.
pub(crate) const fn is_aside(role: Role) -> bool {
    matches!(
        role,
        Role::Related
            | Role::CommentPrompt
            | Role::Widget
            | Role::Notice
            | Role::Category
            | Role::Masthead
            | Role::Tagline
            | Role::Credit
            | Role::TemplateLabel
    )
}

fn by_tag(tag: Tag) -> Option<Role> {
    Some(match tag {
        Tag::Nav | Tag::Menu | Tag::Aside => Role::Related,
        Tag::Footer | Tag::Dialog => Role::Notice,
        Tag::Form | Tag::Button | Tag::Label | Tag::Legend | Tag::Fieldset => Role::Widget,
        Tag::Figcaption => Role::Caption,
        Tag::Blockquote => Role::Quotation,
        _ => return None,
    })
}

fn by_landmark(role: &str) -> Option<Role> {
    Some(match role.trim().to_ascii_lowercase().as_str() {
        "navigation" | "menu" | "menubar" | "complementary" | "tablist" => Role::Related,
        "contentinfo" | "alertdialog" | "dialog" => Role::Notice,
        "search" | "form" | "toolbar" | "button" => Role::Widget,
        "main" | "article" => Role::Paragraph,
        _ => return None,
    })
}

fn by_property(value: &str) -> Option<Role> {
    value.split_ascii_whitespace().find_map(|property| match property {
        "articleBody" => Some(Role::Paragraph),
        "comment" => Some(Role::CommentPrompt),
        "caption" => Some(Role::Caption),
        "author" => Some(Role::Byline),
        "datePublished" | "dateModified" => Some(Role::Published),
        _ => None,
    })
}

/// The first name that says something; within one name the last word does, as it is the noun.
fn by_names(value: &str) -> Option<Role> {
    value.split_ascii_whitespace().fold(None, |found, name| stronger(found, by_name(name)))
}

/// Being set aside is the stronger claim, except over being the body of an article.
fn stronger(one: Option<Role>, other: Option<Role>) -> Option<Role> {
    match (one, other) {
        (Some(Role::Paragraph), _) => one,
        (_, Some(Role::Paragraph)) => other,
        (Some(a), Some(b)) if is_aside(b) && !is_aside(a) => Some(b),
        (Some(_), _) => one,
        (None, _) => other,
    }
}

fn by_name(name: &str) -> Option<Role> {
    if name.len() > 80 {
        return None;
    }
    let words = words(name);
    if words.first().is_some_and(|first| {
        matches!(first.as_str(), "has" | "with" | "no" | "not" | "without" | "is" | "can")
    }) {
        return None;
    }
    // A short word says it only where it is the name whole: `by`, not `sort-by`.
    let mut found = match words.as_slice() {
        [word] => NAMES.get(format!("={word}").as_str()).copied(),
        _ => None,
    };
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).map(|next| format!("{word}-{next}"));
        let triple = pair.as_ref().zip(words.get(at + 2)).map(|(pair, next)| format!("{pair}-{next}"));
        for key in [Some(word), pair.as_ref(), triple.as_ref()].into_iter().flatten() {
            if let Some(&role) = NAMES.get(key.as_str()) {
                found = Some(role);
            }
        }
    }
    found
}

/// `ArticleBody_relatedLinks` is `article body related links`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut lower_before = false;
    for letter in name.chars() {
        if !letter.is_ascii_alphanumeric() {
            open = false;
            lower_before = false;
            continue;
        }
        if !open || (letter.is_ascii_uppercase() && lower_before) {
            words.push(String::new());
        }
        open = true;
        lower_before = letter.is_ascii_lowercase();
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_has_a_role() {
        for line in TABLE.lines() {
            let (_, role) = line.split_once('\t').unwrap();
            assert!(Role::from_name(role).is_some(), "{line}");
        }
    }

    #[test]
    fn names_tell_what_an_element_is_for() {
        let cases = [
            ("class='article-related'", Some(Role::Related)),
            ("class='has-sidebar content'", None),
            ("class='ArticleBody__newsletterSignup'", Some(Role::Notice)),
            ("class='share story-body'", Some(Role::Paragraph)),
            ("itemprop='articleBody'", Some(Role::Paragraph)),
            ("id='download'", None),
            ("class='by'", Some(Role::Byline)),
            ("class='sort-by'", None),
            ("class='time'", Some(Role::Published)),
        ];
        for (attributes, role) in cases {
            assert_eq!(zone(Tag::Div, attributes).role, role, "{attributes}");
        }
    }

    #[test]
    fn what_is_not_shown_is_known() {
        assert!(zone(Tag::Div, "style='color: red; display : none'").hidden);
        assert!(zone(Tag::Div, "hidden").hidden);
        assert!(!zone(Tag::Div, "style='display:block'").hidden);
    }
}
