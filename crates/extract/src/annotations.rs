//! Everything that is found in one article.

use crate::mention::mentions_in;
use crate::quotation::quotations_in;
use crate::statement::statements_in;
use crate::syntax::nodes;
use crate::tokens::Tokens;
use crate::{Mention, Quotation, Statement};
use corroborate_article::{Article, Block, Role};
use corroborate_quantity::Quantity;
use corroborate_temporal::{Civil, TimeExpression};
use corroborate_text::Span;

/// A sentence and the block it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its place.
    pub span: Span,
    /// Index into the article's blocks.
    pub block: usize,
    /// The role of that block.
    pub role: Role,
}

/// The annotations of one article; all spans point into its text, and every list is in text order.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Sentences of the editorial blocks: titles, headings, body.
    pub sentences: Vec<Sentence>,
    /// Dates and times, resolved against the article's publication where it is known.
    pub dates: Vec<TimeExpression>,
    /// Numbers and quantities.
    pub quantities: Vec<Quantity>,
    /// Names of people, places, organisations, groups and other things.
    pub mentions: Vec<Mention>,
    /// Quotations, direct, indirect and mixed.
    pub quotations: Vec<Quotation>,
    /// What the sentences state, clause by clause.
    pub statements: Vec<Statement>,
}

/// Annotates an article.
pub fn annotate(article: &Article) -> Annotations {
    let reference = article.metadata.published.as_ref().map(|published| published.moment);
    annotate_blocks(&article.text, &article.blocks, reference)
}

/// Annotates a text that is no page: all of it is one article's running text.
pub fn annotate_text(text: &str, reference: Option<Civil>) -> Annotations {
    let whole = Span::new(0, text.len());
    annotate_blocks(text, &[Block { role: Role::Paragraph, span: whole, content: whole }], reference)
}

fn annotate_blocks(text: &str, blocks: &[Block], reference: Option<Civil>) -> Annotations {
    let sentences: Vec<Sentence> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role.is_editorial())
        .flat_map(|(index, block)| {
            let start = block.content.start();
            corroborate_text::sentences(block.content.of(text)).into_iter().map(move |span| Sentence {
                span: span.shifted(start),
                block: index,
                role: block.role,
            })
        })
        .collect();
    let dates = corroborate_temporal::annotate(text, reference);
    let quantities = corroborate_quantity::annotate(text);
    let tokens = Tokens::of(text, &sentences);
    let mentions = mentions_in(text, &sentences, &tokens);
    let words = nodes(text, &sentences, &tokens);
    let quotations = quotations_in(text, blocks, &sentences, &words, &mentions);
    let statements = statements_in(text, &sentences, &words, &quotations);
    Annotations { sentences, dates, quantities, mentions, quotations, statements }
}
