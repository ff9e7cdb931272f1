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
    match nearest_verb(text, lexemes, first, after) {
        Tense::Present | Tense::Unknown if possessive => Tense::Past,
        Tense::Unknown if is_announced(text, lexemes, first, after) => Tense::Fragment,
        found => found,
    }
}

/// The tense of the verb before, else of the one behind.
fn nearest_verb(text: &str, lexemes: &[Lexeme], first: usize, after: usize) -> Tense {
    let mut at = first;
    let mut words = 0;
    let (mut sequel, mut says) = (false, false);
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
        let word = lexeme.span.of(text);
        match verb(text, lexemes, index) {
            // *is in hospital after a fire on Tuesday*
            Some(Tense::Present) if sequel => return Tense::Past,
            // *Police say the blaze on Tuesday left …*: another verb tells the time of what they say.
            Some(Tense::Present) if ["say", "says"].contains(&word) => says = true,
            // *the flights planned for Friday were cancelled*
            Some(Tense::Future) if is_postmodifier(text, lexemes, index) => {
                return match verb_behind(text, lexemes, after).0 {
                    Some(Tense::Past) => Tense::Past,
                    _ => Tense::Future,
                };
            }
            // *would hear, she said in an interview on Tuesday*
            Some(Tense::Future) if word == "would" && is_said_then(text, lexemes, first) => {
                return Tense::Past;
            }
            Some(tense) => return tense,
            None => {}
        }
        sequel |= ["after", "following"].contains(&word);
        words += usize::from(lexeme.kind == Kind::Word);
        at = index;
    }
    let (behind, more) = verb_behind(text, lexemes, after);
    if let Some(tense) = behind {
        return tense;
    }
    if says {
        return Tense::Present;
    }
    if words + more <= 6 && lexemes.len() <= 32 { Tense::Fragment } else { Tense::Unknown }
}

/// The tense of the first verb behind a place in the sentence, and the words up to it.
fn verb_behind(text: &str, lexemes: &[Lexeme], after: usize) -> (Option<Tense>, usize) {
    let mut words = 0;
    for index in after..after.saturating_add(REACH) {
        let Some(lexeme) = lexemes.get(index) else { break };
        if lexeme.gap == Gap::Paragraph || ends_sentence(text, lexemes, index) {
            break;
        }
        if let Some(tense) = verb(text, lexemes, index) {
            return (Some(tense), words);
        }
        words += usize::from(lexeme.kind == Kind::Word);
    }
    (None, words)
}

/// Whether *has* or *have* stands before a participle: *has been*, *have not yet moved*.
fn is_perfect(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let word = |at: usize| lexemes.get(at).map_or("", |lexeme| lexeme.span.of(text));
    let participle =
        |word: &str| is_regular_past(word) || word.len() > 4 && word.ends_with("en") || word == "gone";
    ["has", "have"].contains(&word(index)) && (1..=3).any(|on| participle(word(index + on)))
}

/// Whether a participle of what is to come stands behind a noun, with no form of *be* before it.
fn is_postmodifier(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let is = |at: usize, words: &[&str]| {
        lexemes.get(at).is_some_and(|lexeme| words.contains(&lexeme.span.of(text)))
    };
    let be = ["is", "are", "was", "were", "be", "been", "being", "had", "has", "have", "’", "'"];
    is(index, &["scheduled", "planned", "expected", "due", "slated"])
        && !(1..=3).any(|back| index.checked_sub(back).is_some_and(|at| is(at, &be)))
}

/// Whether *in a statement*, *in an interview* or the like stands before a date, with *on* or without: it was then.
fn is_said_then(text: &str, lexemes: &[Lexeme], first: usize) -> bool {
    let word = |back: usize| {
        first.checked_sub(back).and_then(|at| lexemes.get(at)).map_or("", |lexeme| lexeme.span.of(text))
    };
    let noun = if ["on", "late", "early"].contains(&word(1)) { 2 } else { 1 };
    ["statement", "interview", "letter", "email", "memo", "filing", "post", "note"].contains(&word(noun))
        && (1..=3).any(|more| ["a", "an"].contains(&word(noun + more)))
}

/// Whether a line without a verb announces something: *Funeral: Friday, 11.00*, *Doors open Saturday 7 p.m.* It holds a
/// day and a time of it, or opens with a label, and is no note of when a page was made.
fn is_announced(text: &str, lexemes: &[Lexeme], first: usize, after: usize) -> bool {
    let opens = (0..LINE).find_map(|back| {
        let at = first.checked_sub(back)?;
        lexemes.get(at).filter(|lexeme| lexeme.gap >= Gap::Line).map(|_| at)
    });
    let Some(opens) = opens else { return false };
    let closes = (after..after.saturating_add(LINE))
        .find(|at| lexemes.get(*at).is_none_or(|lexeme| lexeme.gap >= Gap::Line));
    let line = closes.and_then(|closes| lexemes.get(opens..closes)).unwrap_or_default();
    let word = |lexeme: &Lexeme| lexeme.span.of(text);
    let made = line.iter().any(|lexeme| MADE.iter().any(|known| word(lexeme).eq_ignore_ascii_case(known)));
    let labelled = (1..=2).any(|back| {
        let mark = first.checked_sub(back).filter(|at| *at > opens).and_then(|at| lexemes.get(at));
        mark.is_some_and(|lexeme| lexeme.kind == Kind::Mark(':') && lexeme.gap == Gap::None)
    });
    let timed = lexemes.get(first..closes.unwrap_or(after)).unwrap_or_default().iter().any(|lexeme| {
        lexeme.class.meets(crate::class::TIME) && ["am", "pm", "a", "p"].contains(&word(lexeme))
    });
    !made && !line.is_empty() && (labelled || timed)
}

/// How far a line is looked at on either side.
const LINE: usize = 16;

/// Words of a line that says when a page was made.
const MADE: &[&str] = &[
    "published",
    "updated",
    "posted",
    "modified",
    "created",
    "filed",
    "dated",
    "written",
    "by",
    "reporting",
    "edited",
    "photo",
    "photograph",
    "picture",
    "issued",
    "released",
    "first",
    "last",
    "corrected",
    "accessed",
    "retrieved",
    "printed",
    "date",
];

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
            Sense::FutureVerb if is_refusal(text, lexemes, index) => return Some(Tense::Past),
            Sense::FutureVerb if looks_ahead(text, lexemes, index) => return Some(Tense::Future),
            Sense::FutureVerb => {}
            Sense::PastVerb if is_participle => return Some(Tense::Future),
            Sense::PastVerb => found = Some(Tense::Past),
            Sense::PresentVerb if is_perfect(text, lexemes, index) => found = Some(Tense::Past),
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

/// *would only say*, *would not comment*: of what was asked then.
fn is_refusal(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let word = |at: usize| lexemes.get(at).map_or("", |lexeme| lexeme.span.of(text));
    word(index) == "would"
        && ["not", "only"].contains(&word(index + 1))
        && ["say", "comment", "confirm", "discuss", "elaborate", "speculate"].contains(&word(index + 2))
}

/// *plans* and *set* look ahead only before *to* and the like: *plans to*, *due on*.
fn looks_ahead(text: &str, lexemes: &[Lexeme], index: usize) -> bool {
    let is = |at: usize, words: &[&str]| {
        lexemes
            .get(at)
            .is_some_and(|lexeme| words.iter().any(|word| lexeme.span.of(text).eq_ignore_ascii_case(word)))
    };
    // *had set out*, *rain set in*
    if is(index, &["set"]) {
        return is(index + 1, &["to", "for"]);
    }
    // *let us meet*, but *was let go*
    if is(index, &["let"]) {
        return is(index + 1, &["us", "me", "'", "’"]);
    }
    if is(index, &["plan", "plans", "due", "going", "want", "wants", "planning"]) {
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
