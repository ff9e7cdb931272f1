//! What the words of a marked passage look like.

use super::QuotationKind;
use crate::Sentence;
use crate::groups;
use crate::syntax::{Node, Tags, is_finite, nodes};
use crate::tokens::Tokens;
use corroborate_article::Role;
use corroborate_text::Span;

/// What the words of a passage look like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) words: usize,
    /// Opens with a capital or a digit.
    pub(super) capital: bool,
    /// Every weighty word is capitalised.
    pub(super) title: bool,
    /// A verb with a subject is among them.
    pub(super) finite: bool,
    /// The speaker speaks of themselves: `I`, `we`.
    pub(super) person: bool,
    /// Ends like a sentence or the part of one before its cue.
    pub(super) ended: bool,
}

impl Shape {
    pub(super) fn of(text: &str, span: Span) -> Self {
        let content = span.of(text);
        let whole = [Sentence { span, block: 0, role: Role::Paragraph }];
        let head = content.char_indices().nth(600).map_or(content.len(), |(at, _)| at);
        let short = [Sentence { span: Span::new(span.start(), span.start() + head), ..whole[0] }];
        let nodes = nodes(text, &short, &Tokens::of(text, &short));
        let is_word = |node: &&Node| !node.is(Tags::ANY_MARK | Tags::CLITIC);
        let words = nodes.iter().filter(is_word).count();
        let weighty = nodes.iter().filter(is_word).filter(|node| !node.is(Tags::GRAMMAR));
        let title = words > 1
            && words < 8
            && weighty.clone().count() > 1
            && weighty.clone().all(|node| node.is(Tags::CAP | Tags::NUM));
        Self {
            words,
            capital: content
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()),
            title,
            finite: (0..nodes.len()).any(|at| is_finite(&nodes, at)),
            person: nodes.iter().any(|node| groups::FIRST_PERSON.contains(&node.span.of(text))),
            ended: content.ends_with(['.', ',', '!', '?', '…', '-', '—', '–']),
        }
    }
}

/// Whether a passage is a sentence of its own or goes into the sentence around it.
pub(super) fn kind_of(nodes: &[Node], at: usize, shape: &Shape, continuing: bool) -> QuotationKind {
    let before = at.checked_sub(1).and_then(|index| nodes.get(index));
    let opens = before.is_none_or(|node| node.is(Tags::PAUSE | Tags::ANY_MARK));
    let after = nodes.get(at + 1);
    let closes = after.is_none_or(|node| node.is(Tags::PAUSE)) || shape.ended;
    let resumed = continuing && opens && closes && before.is_some_and(|node| node.is(Tags::COMMA));
    let alone = opens && closes && shape.capital && (shape.words >= 3 || shape.finite || shape.ended);
    let sentence = shape.capital && shape.finite && closes && shape.words >= 4;
    if resumed && shape.words >= 2 || alone || sentence {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    }
}
