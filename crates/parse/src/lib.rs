//! Plain scraped text to an article in which every byte belongs to exactly one block.
//!
//! What was copied from a web page, a mail or a wire is more than the article: the outlet's name, menus, dates,
//! buttons, links, comments. [`parse`] gives each line its role and keeps every byte.
//!
//! Three passes, none of which looks at the whole text twice: each line by itself (phrases of `data/cues.tsv` and
//! nom grammars for dates, bylines, datelines, wires), then the line that opens the running text, then what is
//! above it, and what is from there on.

mod body;
mod byline;
mod calendar;
mod caption;
mod cue;
mod evidence;
mod foot;
mod glue;
mod head;
mod key;
mod lead;
mod mark;
mod metadata;
mod person;
mod pull;
mod repeat;
mod row;
mod signature;
mod signer;
mod stamp;
mod title;
mod tongue;
mod vocabulary;
mod wire;
mod wrap;
mod zone;

use corroborate_article::{Article, Block, Role};
use corroborate_text::Span;
use vocabulary::Vocabulary;
use zone::Page;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Reads pasted text. It never fails: what was not understood is a paragraph or a widget, in its place.
///
/// The article's `id` and `source` are left for the caller to fill.
///
/// ```
/// use corroborate_article::Role;
///
/// let text = "HARBOUR TIMES\n\nShip Meets Rock Off Cape Grim\n\nBy Ann Writer\nMarch 4, 2031\n\n\
///     A cargo ship ran onto rocks off Cape Grim on Tuesday with twelve people aboard, the coast guard said.\n\n\
///     ADVERTISEMENT\n\nAll twelve were brought ashore, and none of them was hurt, it added.\n";
/// let article = corroborate_parse::parse(text.to_owned());
/// assert_eq!(article.metadata.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("HARBOUR TIMES"));
/// assert_eq!(article.metadata.published.as_ref().map(|date| date.iso()).as_deref(), Some("2031-03-04"));
/// assert_eq!(article.body().count(), 2);
/// assert!(article.blocks.iter().any(|block| block.role == Role::Widget));
/// ```
pub fn parse(text: String) -> Article {
    let (blocks, metadata) = read(&text);
    Article { text, blocks, metadata, ..Article::default() }
}

fn read(text: &str) -> (Vec<Block>, corroborate_article::Metadata) {
    let page = Page::new(wrap::rows(text));
    let lead = page.lead();
    let running =
        page.rows.iter().enumerate().skip(lead).filter(|(at, _)| page.is_running(*at)).map(|(_, row)| row);
    let words = Vocabulary::of(running);
    let (mut roles, _) = head::head(&page, lead, &words);
    roles.extend(body::body(&page, lead, &words));
    let prefix = page.rows.get(lead).and_then(|row| {
        let known = |name: &str| {
            let heads = page.rows.iter().zip(&roles).filter(|(_, role)| **role == Role::Masthead);
            heads.map(|(row, _)| &row.key).any(|masthead| *masthead == key::key(name))
        };
        lead::outlet_prefix(row.text, row.content.start(), known)
    });
    let metadata = metadata::metadata(text, &page, &roles, prefix.map(|(span, _)| span));
    let mut blocks = blocks(text, &page, &roles);
    if let (Some((_, skip)), Some(row)) = (prefix, page.rows.get(lead)) {
        let lead = blocks.iter_mut().find(|block| block.content.start() == row.content.start());
        if let Some(block) = lead.filter(|block| block.role == Role::Paragraph) {
            block.content = Span::new(block.content.start() + skip, block.content.end());
        }
    }
    pull::mark(text, &mut blocks);
    repeat::mark(text, &mut blocks);
    (blocks, metadata)
}

/// The partition: a block a row, or a part of one, and a block for each stretch of blank lines.
fn blocks(text: &str, page: &Page<'_>, roles: &[Role]) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(page.len() * 2 + 1);
    let mut at = 0;
    let blank = |from: usize, to: usize| {
        let span = Span::new(from, to);
        (from < to).then_some(Block { role: Role::Blank, span, content: Span::empty(from) })
    };
    for (row, role) in page.rows.iter().zip(roles) {
        blocks.extend(blank(at, row.whole.start()));
        at = row.whole.start();
        let parts = if *role == Role::Paragraph { glue::parts(text, row.content) } else { vec![row.content] };
        let count = parts.len();
        for (number, content) in parts.into_iter().enumerate() {
            let end = if number + 1 == count { row.whole.end() } else { content.end() };
            blocks.push(Block { role: *role, span: Span::new(at, end), content });
            at = end;
        }
    }
    blocks.extend(blank(at, text.len()));
    blocks
}
