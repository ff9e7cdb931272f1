//! What a sentence states, clause by clause, and how firmly.

mod condition;
mod cut;
mod force;
mod pattern;

use crate::syntax::{Node, nodes};
use crate::tokens::Tokens;
use crate::{Quotation, Sentence};
use corroborate_text::Span;

/// Whether the statement affirms or denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It is so.
    Affirmed,
    /// It is not so: `did not`, `no one`.
    Negated,
    /// Someone denies that it is so: `denied`, `rejected`.
    Denied,
}

impl Polarity {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Negated => "negated",
            Self::Denied => "denied",
        }
    }
}

impl Strength {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Considered => "considered",
            Self::Possible => "possible",
            Self::Planned => "planned",
            Self::Promised => "promised",
            Self::Alleged => "alleged",
            Self::Stated => "stated",
            Self::Confirmed => "confirmed",
        }
    }
}

/// How firmly a thing is claimed, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// A question: `asked whether`.
    Asked,
    /// Thought about: `is considering`.
    Considered,
    /// Possible: `may`, `could`.
    Possible,
    /// Intended: `plans to`, `is set to`.
    Planned,
    /// Announced or promised: `will`, `assured`.
    Promised,
    /// Alleged: `allegedly`, `claims`.
    Alleged,
    /// Stated as so, by the writer or a speaker.
    Stated,
    /// `confirmed`, `officially`.
    Confirmed,
}

/// One thing stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The clause.
    pub span: Span,
    /// Index into the sentences.
    pub sentence: usize,
    /// Whether it affirms or denies.
    pub polarity: Polarity,
    /// How firmly.
    pub strength: Strength,
    /// The words that show polarity or strength.
    pub evidence: Vec<Span>,
    /// The condition under which it holds: `if the river falls`, `once the bill is signed`.
    pub condition: Option<Span>,
    /// It says that something is not known or not disclosed.
    pub unknown: bool,
    /// The quotation whose content it is, as an index into the quotations: who says it.
    pub quotation: Option<usize>,
}

/// Cuts sentences into the clauses that state something, in order.
///
/// The clauses of a sentence do not overlap and cover its words. A clause keeps the words that hand it on (`the mayor
/// said`) and its condition, so that it can stand as evidence by itself.
///
/// ```
/// use corroborate_extract::{Strength, annotate_text};
///
/// let text = "The mill may close, and its owner declined to say when.";
/// let statements = annotate_text(text, None).statements;
/// assert_eq!(statements[0].strength, Strength::Possible);
/// assert!(statements[1].unknown);
/// ```
pub fn statements(text: &str, sentences: &[Sentence], quotations: &[Quotation]) -> Vec<Statement> {
    statements_in(text, sentences, &nodes(text, sentences, &Tokens::of(text, sentences)), quotations)
}

/// The same, where the words of the sentences have been read.
pub(crate) fn statements_in(
    text: &str,
    sentences: &[Sentence],
    words: &[Node],
    quotations: &[Quotation],
) -> Vec<Statement> {
    let mut found = Vec::with_capacity(sentences.len() * 2);
    let mut from = 0;
    for sentence in 0..sentences.len() {
        let rest = words.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|word| word.sentence == sentence).count();
        let here = rest.get(..length).unwrap_or_default();
        from += length;
        for (first, last) in cut::clauses(text, here) {
            let Some(clause) = here.get(first..last).filter(|clause| !clause.is_empty()) else { continue };
            found.push(statement(text, clause, sentence, quotations));
        }
    }
    found
}

fn statement(text: &str, clause: &[Node], index: usize, quotations: &[Quotation]) -> Statement {
    let span = match (clause.first(), clause.last()) {
        (Some(first), Some(last)) => first.span.hull(last.span),
        _ => Span::default(),
    };
    let force = force::force(text, clause);
    let condition = condition::condition(text, clause, force.strength);
    let polarity = match condition {
        // `if no deal is reached` says nothing of whether what hangs on it is so.
        Some(under) if force.polarity == Polarity::Negated => {
            let rest: Vec<Node> = clause.iter().filter(|node| !under.covers(node.span)).copied().collect();
            force::force(text, &rest).polarity
        }
        _ => force.polarity,
    };
    Statement {
        span,
        sentence: index,
        polarity,
        strength: force.strength,
        evidence: force.evidence,
        condition,
        unknown: force.unknown,
        quotation: containing(quotations, span),
    }
}

/// The innermost quotation that holds at least half of a clause.
fn containing(quotations: &[Quotation], clause: Span) -> Option<usize> {
    let end = quotations.partition_point(|quotation| quotation.content.start() < clause.end());
    let mut at = end.checked_sub(1);
    let mut steps = 0;
    while let Some(index) = at.filter(|_| steps < 24) {
        let quotation = quotations.get(index)?;
        let shared = quotation.content.intersection(clause).map_or(0, Span::len);
        if shared * 2 >= clause.len().max(1) {
            return Some(index);
        }
        steps += 1;
        // What ends before the clause cannot hold it, but what it stands within may.
        at = match quotation.within {
            Some(outer) if quotation.content.end() <= clause.start() => Some(outer),
            _ => index.checked_sub(1),
        };
    }
    None
}
