//! What a sentence states, clause by clause, and how firmly.

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
    /// The condition under which it holds: `if a ceasefire is reached`, `after a peace deal`.
    pub condition: Option<Span>,
    /// It says that something is not known or not disclosed.
    pub unknown: bool,
    /// The quotation whose content it is, as an index into the quotations: who says it.
    pub quotation: Option<usize>,
}

/// Cuts sentences into the clauses that state something, in order.
pub fn statements(text: &str, sentences: &[Sentence], quotations: &[Quotation]) -> Vec<Statement> {
    let _ = (text, sentences, quotations);
    Vec::new()
}
