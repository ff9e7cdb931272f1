//! The visible text of a page, as a browser's *select all* and *copy* give it, but for what only a style sheet hides.

/// Elements whose content is not shown, or is no text.
const UNSEEN: [&str; 11] = [
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea",
    "title",
];
/// Elements that stand apart from what is before and behind them by an empty line.
const APART: [&str; 11] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "figure"];
/// Elements that begin a line.
const LINES: [&str; 28] = [
    "address",
    "article",
    "aside",
    "br",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "footer",
    "form",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "option",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "video",
];
/// Elements without content.
const EMPTY: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The visible text of a page, a line for each block, with an empty line around paragraphs and headings.
pub fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        if !open.iter().any(|(_, hidden)| *hidden) {
            say(&mut text, words);
        }
        rest = tag.get(1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let end = tag_end(rest);
        let inside = rest.get(..end).unwrap_or_default();
        rest = rest.get(end + 1..).unwrap_or_default();
        let closing = inside.starts_with('/');
        let name: String =
            inside.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        let name = name.to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        part(&mut text, &name);
        if closing {
            if let Some(at) = open.iter().rposition(|(other, _)| *other == name) {
                open.truncate(at);
            }
        } else if !EMPTY.contains(&name.as_str()) && !inside.ends_with('/') {
            let hidden = UNSEEN.contains(&name.as_str()) || is_hidden(inside);
            if matches!(name.as_str(), "script" | "style") {
                let close = format!("</{name}");
                let end = rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len());
                rest = rest.get(end..).unwrap_or_default();
            }
            open.push((name, hidden));
        }
    }
    text.trim().to_owned() + "\n"
}

/// Where a tag ends: at a `>` outside the values of attributes.
fn tag_end(tag: &str) -> usize {
    let mut mark = None;
    for (at, c) in tag.char_indices() {
        match (mark, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => mark = Some(c),
            (Some(open), c) if open == c => mark = None,
            _ => {}
        }
    }
    tag.len()
}

fn is_hidden(tag: &str) -> bool {
    let plain: String = tag.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = format!("{plain} ");
    bare.contains(" hidden ")
        || bare.contains(" hidden=")
        || plain.contains("display:none")
        || plain.contains("display: none")
        || plain.contains("aria-hidden=\"true\"") && !plain.starts_with("a ")
}

/// Adds words with single blanks.
fn say(text: &mut String, words: &str) {
    let words = html_escape::decode_html_entities(words);
    let blank = |c: char| c.is_whitespace();
    if words.starts_with(blank) && !text.ends_with([' ', '\n']) && !text.is_empty() {
        text.push(' ');
    }
    let mut first = true;
    for word in words.split_whitespace() {
        if !first {
            text.push(' ');
        }
        first = false;
        text.push_str(word);
    }
    if !first && words.ends_with(blank) {
        text.push(' ');
    }
}

/// Ends the line, or the paragraph, where an element asks for it.
fn part(text: &mut String, name: &str) {
    let breaks = if APART.contains(&name) { 2 } else { usize::from(LINES.contains(&name)) };
    let kept = text.trim_end_matches(' ').len();
    if breaks > 0 {
        text.truncate(kept);
    }
    let have = text.len() - text.trim_end_matches('\n').len();
    for _ in have.min(breaks)..breaks {
        if !text.is_empty() {
            text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_is_shown_and_where_its_lines_end() {
        let page = "<html><head><title>No</title><script>if (a < b) {}</script></head><body><nav><a>News</a><a \
                    hidden>Gone</a></nav><h1>Ropes &amp; cars</h1><p>By <b>Ina</b> Holm<br>5 May</p><div \
                    style='display:none'>No</div><!-- no --><ul><li>One</li><li>Two</li></ul></body></html>";
        assert_eq!(visible(page), "News\n\nRopes & cars\n\nBy Ina Holm\n5 May\n\nOne\nTwo\n");
    }
}
