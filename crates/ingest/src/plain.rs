//! Plain text.

use crate::encoding::Decoded;
use corroborate_article::{Article, Block, Container, Diagnostic, Role};
use corroborate_text::Span;

/// Longest text that is read as one article, in bytes: some six hundred thousand words.
const MOST_TEXT: usize = 4 << 20;

/// The byte-order mark as a character.
const MARK: &str = "\u{FEFF}";

/// Hands text to the parser of plain pages. A byte-order mark is a character of the file, so it stays in the text,
/// as a blank block, and spans point into the file.
///
/// No article is longer than [`MOST_TEXT`]: what goes on past it is no news report, and is said to be left out.
pub(crate) fn read(mut decoded: Decoded) -> Article {
    if decoded.text.len() > MOST_TEXT {
        let end = (0..=MOST_TEXT).rev().find(|&end| decoded.text.is_char_boundary(end)).unwrap_or(0);
        let left = decoded.text.len() - end;
        decoded.text.truncate(end);
        decoded.exact = false;
        let remark =
            format!("too long for one article: the first {end} bytes were read, {left} were left out");
        decoded.diagnostics.push(Diagnostic::warning(remark));
    }
    let marked = decoded.exact && decoded.mark == MARK.len();
    let mut article = corroborate_parse::parse(decoded.text);
    if marked {
        restore_mark(&mut article);
    }
    article.source.container = Container::Plain;
    article.source.text_is_file = decoded.exact;
    article.diagnostics.splice(0..0, decoded.diagnostics);
    article
}

fn restore_mark(article: &mut Article) {
    let by = MARK.len();
    article.text.insert_str(0, MARK);
    for block in &mut article.blocks {
        *block = Block { span: block.span.shifted(by), content: block.content.shifted(by), ..*block };
    }
    let mark = Block { role: Role::Blank, span: Span::new(0, by), content: Span::empty(by) };
    article.blocks.insert(0, mark);
    let metadata = &mut article.metadata;
    let spans = metadata.outlet.iter_mut().filter_map(|outlet| outlet.evidence.as_mut());
    let spans = spans.chain(metadata.headline.iter_mut()).chain(metadata.byline.iter_mut());
    let spans = spans.chain(metadata.published.iter_mut().map(|date| &mut date.evidence));
    let spans = spans.chain(metadata.modified.iter_mut().map(|date| &mut date.evidence));
    let spans = spans.chain(article.diagnostics.iter_mut().filter_map(|remark| remark.span.as_mut()));
    for span in spans {
        *span = span.shifted(by);
    }
}

#[cfg(test)]
mod tests {
    use crate::encoding;

    #[test]
    fn what_is_too_long_is_cut_and_said_to_be() {
        let text = "Ä line of text that goes on.\n".repeat(200_000);
        let article = super::read(encoding::decode(text.as_bytes(), None));
        assert!(article.text.len() <= super::MOST_TEXT && text.starts_with(&article.text));
        assert!(!article.source.text_is_file);
        assert!(article.diagnostics.iter().any(|remark| remark.message.contains("left out")));
    }
}
