//! What kind of file bytes are.

use crate::lower::beginning;
use std::path::Path;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text that a reader sees.
    Plain,
    /// A page of markup.
    Html,
    /// RSS, Atom or RDF.
    Feed,
    /// One JSON value.
    Json,
    /// A JSON object a line.
    JsonLines,
    /// A mail message or MHTML.
    Mail,
    /// XML that is no feed.
    OtherXml,
}

/// Extensions that a folder's files are taken by.
const TAKEN: &[&str] = &[
    "txt", "text", "html", "htm", "xhtml", "shtml", "xml", "rss", "atom", "rdf", "json", "jsonl", "ndjson",
    "warc", "arc", "gz", "eml", "mht", "mhtml",
];

/// Whether a file in a folder may hold an article, by its name: one that has no extension may.
pub(crate) fn is_taken_from_folders(path: &Path) -> bool {
    path.extension().is_none_or(|extension| {
        extension.to_str().is_some_and(|extension| TAKEN.contains(&extension.to_ascii_lowercase().as_str()))
    })
}

/// Bytes that no text starts with, and what they start.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or sound"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x7FELF", "a program"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"BZh", "a packed file"),
    (b"\xFD7zXZ", "a packed file"),
    (b"\x28\xB5\x2F\xFD", "a packed file"),
];

/// What a file is that holds no text.
pub(crate) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, what)| what)
}

/// Whether bytes begin as an archive does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/") || bytes.starts_with(b"filedesc://")
}

/// Tells the kind of decoded text, from its beginning first and from the file's name where that leaves it open.
pub(crate) fn of_text(name: &str, text: &str) -> Kind {
    let extension = extension(name);
    if matches!(extension.as_str(), "eml" | "mht" | "mhtml") || is_mail(text) {
        return Kind::Mail;
    }
    let start = after_prologue(text);
    let lower = beginning(start, 512).to_ascii_lowercase();
    if let Some(tag) = lower.strip_prefix('<') {
        let local = tag.split(|c: char| !(c.is_alphanumeric() || c == ':')).next().unwrap_or_default();
        let local = local.rsplit(':').next().unwrap_or_default();
        if matches!(local, "rss" | "feed" | "rdf" | "channel") {
            return Kind::Feed;
        }
        let page =
            lower.starts_with("<html") || matches!(extension.as_str(), "html" | "htm" | "xhtml" | "shtml");
        if !page && (text.trim_start().starts_with("<?xml") || extension == "xml") {
            return if mentions_feed(text) { Kind::Feed } else { Kind::OtherXml };
        }
        if !page && matches!(extension.as_str(), "rss" | "atom" | "rdf") {
            return Kind::Feed;
        }
        // A text may open with a bracketed word; markup opens with an element of a page.
        if page || is_page_element(local) || text.trim_start().starts_with("<!") {
            return Kind::Html;
        }
    }
    match extension.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Kind::Html,
        "jsonl" | "ndjson" => Kind::JsonLines,
        "rss" | "atom" | "rdf" => Kind::Feed,
        "xml" => {
            if mentions_feed(text) {
                Kind::Feed
            } else {
                Kind::OtherXml
            }
        }
        "json" => Kind::Json,
        _ if is_json_lines(start) => Kind::JsonLines,
        _ if is_json(start) => Kind::Json,
        _ => Kind::Plain,
    }
}

/// The extension in lower case, below that of packing.
pub(crate) fn extension(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let inner = lower.strip_suffix(".gz").unwrap_or(&lower);
    Path::new(inner).extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_owned()
}

/// Skips declarations, comments and document types.
fn after_prologue(text: &str) -> &str {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\0');
    loop {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") {
            rest.find('>').map(|at| at + 1)
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            doctype_end(rest)
        } else {
            None
        };
        match end.and_then(|end| rest.get(end..)) {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// A document type may hold declarations of its own in square brackets.
fn doctype_end(text: &str) -> Option<usize> {
    let close = text.find('>')?;
    match text.find('[') {
        Some(open) if open < close => {
            let inner = text.get(open..)?.find(']')? + open;
            Some(inner + text.get(inner..)?.find('>')? + 1)
        }
        _ => Some(close + 1),
    }
}

fn mentions_feed(text: &str) -> bool {
    let head = beginning(text, 4096).to_ascii_lowercase();
    ["<rss", "<feed", "<rdf:rdf", "<channel", ":feed", "<item", "<entry"].iter().any(|tag| head.contains(tag))
}

fn is_page_element(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "body"
            | "title"
            | "meta"
            | "link"
            | "div"
            | "p"
            | "article"
            | "main"
            | "section"
            | "header"
            | "h1"
            | "h2"
            | "script"
            | "style"
            | "table"
            | "span"
            | "a"
            | "base"
    )
}

fn is_json(start: &str) -> bool {
    matches!(start.as_bytes(), [b'{', ..] | [b'[', ..])
        && serde_json::from_str::<serde::de::IgnoredAny>(start).is_ok()
}

fn is_json_lines(start: &str) -> bool {
    let mut lines = start.lines().filter(|line| !line.trim().is_empty()).take(3).peekable();
    let object = |line: &str| {
        line.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok()
    };
    let count = lines.clone().count();
    count >= 2 && lines.all(object)
}

/// A message opens with fields of mail; one alone may open an ordinary text.
fn is_mail(text: &str) -> bool {
    let mut fields = 0;
    for line in text.lines().take(40) {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        let name = name.to_ascii_lowercase();
        if matches!(
            name.as_str(),
            "mime-version" | "received" | "message-id" | "return-path" | "content-type" | "delivered-to"
        ) {
            fields += 2;
        } else if matches!(name.as_str(), "from" | "to" | "subject" | "date") {
            fields += 1;
        }
    }
    fields >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_what_stands_there() {
        let cases = [
            ("a.txt", "The bridge is closed.", Kind::Plain),
            ("a.txt", "<b>Note</b> is no page", Kind::Plain),
            ("a", "<!DOCTYPE html><p>Hi", Kind::Html),
            ("a.html", "no tag at all", Kind::Html),
            ("a", "<?xml version='1.0'?>\n<!-- c --><rss version='2.0'>", Kind::Feed),
            ("a.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><atom:feed>", Kind::Feed),
            ("a.xml", "<urlset></urlset>", Kind::OtherXml),
            ("a.json", "{}", Kind::Json),
            ("a", "{\"a\":1}\n{\"a\":2}\n", Kind::JsonLines),
            ("a", "MIME-Version: 1.0\nFrom: a\nSubject: b\n\nHello", Kind::Mail),
            ("a.txt", "Date: Monday\nSubject: a wire copy\n\nText", Kind::Plain),
        ];
        for (name, text, kind) in cases {
            assert_eq!(of_text(name, text), kind, "{name}: {text}");
        }
    }

    #[test]
    fn folders_give_articles_not_images() {
        assert!(is_taken_from_folders(Path::new("a/b.TXT")));
        assert!(is_taken_from_folders(Path::new("a/b")));
        assert!(!is_taken_from_folders(Path::new("a/b.png")));
    }
}
