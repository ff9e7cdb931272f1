//! What the elements of a feed give.

/// What an element of an entry gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Content,
    Summary,
    Link,
    Id,
    Author,
    Name,
    Published,
    Modified,
    Language,
}

/// What the element of this name gives, if anything.
pub(super) fn field(name: &str) -> Option<Field> {
    let lower = name.to_ascii_lowercase();
    let (prefix, local) = lower.rsplit_once(':').unwrap_or(("", &lower));
    Some(match (prefix, local) {
        (
            "media" | "itunes" | "image" | "foaf" | "psc",
            "title" | "description" | "summary" | "content" | "link",
        ) => {
            return None;
        }
        (_, "title") => Field::Title,
        (_, "encoded" | "content" | "fullitem" | "body") => Field::Content,
        (_, "description" | "summary" | "abstract" | "tagline") => Field::Summary,
        (_, "link" | "origlink") => Field::Link,
        (_, "guid" | "id") => Field::Id,
        (_, "author" | "creator" | "managingeditor" | "dc:creator") => Field::Author,
        (_, "name") => Field::Name,
        (_, "pubdate" | "published" | "issued" | "date" | "created") => Field::Published,
        (_, "updated" | "modified" | "lastbuilddate") => Field::Modified,
        (_, "language") => Field::Language,
        _ => return None,
    })
}

/// Whether an element is an entry of the feed.
pub(super) fn is_entry(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    local.eq_ignore_ascii_case("item") || local.eq_ignore_ascii_case("entry")
}
