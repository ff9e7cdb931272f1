//! Whether a clause looks back or ahead, which decides what a bare *Tuesday* means.

use crate::lexeme::{Gap, Kind, Lexeme};
use crate::lexicon::Sense;

/// The direction a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
    /// No verb was recognised.
    Unknown,
    /// No verb, and the line holds hardly anything else: a diary entry, which looks ahead.
    Fragment,
}

/// How many pieces are looked at on either side.
const REACH: usize = 24;

/// The tense around the pieces `first..after`: of the nearest verb before them in the sentence, else of the
/// nearest after them.
pub(crate) fn tense(text: &str, lexemes: &[Lexeme], first: usize, after: usize) -> Tense {
    let word = |at: usize| lexemes.get(at).map_or("", |lexeme| lexeme.span.of(text));
    // *since Tuesday*, *Tuesday's vote* (but *Monday's* may be to come).
    if first.checked_sub(1).is_some_and(|before| word(before).eq_ignore_ascii_case("since")) {
        return Tense::Past;
    }
    let possessive = matches!(word(after), "'" | "’") && word(after + 1) == "s";
    let found = nearest_verb(text, lexemes, first, after);
    if possessive && matches!(found, Tense::Present | Tense::Unknown) { Tense::Past } else { found }
}

fn nearest_verb(text: &str, lexemes: &[Lexeme], first: usize, after: usize) -> Tense {
    let mut at = first;
    let mut words = 0;
    for _ in 0..REACH {
        // The gap of a piece stands before it, so the boundary is seen on the piece to the right.
        if lexemes.get(at).is_some_and(|lexeme| lexeme.gap == Gap::Paragraph) {
            break;
        }
        let Some(index) = at.checked_sub(1) else { break };
        let Some(lexeme) = lexemes.get(index) else { break };
        if ends_sentence(text, lexemes, index) {
            break;
        }
        if let Some(tense) = verb(text, lexemes, index) {
            return tense;
        }
        words += usize::from(lexeme.kind == Kind::Word);
        at = index;
    }
    for index in after..after.saturating_add(REACH) {
        let Some(lexeme) = lexemes.get(index) else { break };
        if lexeme.gap == Gap::Paragraph || ends_sentence(text, lexemes, index) {
            break;
        }
        if let Some(tense) = verb(text, lexemes, index) {
            return tense;
        }
        words += usize::from(lexeme.kind == Kind::Word);
    }
    if words <= 6 && lexemes.len() <= 32 { Tense::Fragment } else { Tense::Unknown }
}

/// The tense a word shows, if it shows one.
fn verb(text: &str, lexemes: &[Lexeme], index: usize) -> Option<Tense> {
    let lexeme = lexemes.get(index)?;
    if lexeme.kind != Kind::Word {
        return None;
    }
    // *to be held*, *will be released*: still to come, whatever the participle.
    let is_participle = index
        .checked_sub(1)
        .and_then(|at| lexemes.get(at))
        .is_some_and(|before| before.span.of(text).eq_ignore_ascii_case("be"));
    let mut found = None;
    for sense in lexeme.senses {
        match sense {
            Sense::FutureVerb if looks_ahead(text, lexemes, index) => return Some(Tense::Future),
            Sense::FutureVerb => {}
            Sense::PastVerb if is_participle => return Some(Tense::Future),
            Sense::PastVerb => found = Some(Tense::Past),
            Sense::PresentVerb => found = Some(Tense::Present),
            _ => {}
        }
    }
    if found.is_none() && is_regular_past(lexeme.span.of(text)) {
        let before = |back: usize, words: &[&str]| {
            index.checked_sub(back).and_then(|at| lexemes.get(at)).is_some_and(|lexeme| {
                words.iter().any(|word| lexeme.span.of(text).eq_ignore_ascii_case(word))
            })
        };
        // *to be released*: still to come.
        return Some(if before(1, &["be"]) && before(2, &["to", "will"]) {
            Tense::Future
        } else {
            Tense::Past
        });
    }
    found
}

/// *plans* and *set* look ahead only before *to* and the like: *plans to*, *due on*.
fn looks_ahead(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let is = |at: usize, words: &[&str]| {
        lexemes
            .get(at)
            .is_some_and(|lexeme| words.iter().any(|word| lexeme.span.of(text).eq_ignore_ascii_case(word)))
    };
    if is(index, &["plan", "plans", "set", "due", "going", "want", "wants", "planning"]) {
        return is(index + 1, &["to", "for", "on", "at", "in", "by", "back", "out"]);
    }
    true
}

fn is_regular_past(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && word.starts_with(|c: char| c.is_lowercase())
}

/// A full stop that closes a sentence, rather than one of an abbreviation or a number.
fn ends_sentence(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let Some(lexeme) = lexemes.get(index) else { return true };
    match lexeme.kind {
        Kind::Mark('!' | '?' | ';') => true,
        Kind::Mark('.') => {
            let spaced = lexemes.get(index + 1).is_none_or(|next| next.gap != Gap::None);
            let long = index.checked_sub(1).and_then(|before| lexemes.get(before)).is_none_or(|before| {
                before.span.len() > 3
                    || before.kind != Kind::Word
                    || before.span.of(text).starts_with(|c: char| c.is_lowercase())
            });
            spaced && long
        }
        _ => false,
    }
}
