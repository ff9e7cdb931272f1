//! Plain text.

use crate::encoding::Decoded;
use corroborate_article::{Article, Block, Container, Role};
use corroborate_text::Span;

/// The byte-order mark as a character.
const MARK: &str = "\u{FEFF}";

/// Hands text to the parser of plain pages. A byte-order mark is a character of the file, so it stays in the text,
/// as a blank block, and spans point into the file.
pub(crate) fn read(decoded: Decoded) -> Article {
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
