//! Sentences.

use crate::{Span, fold};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How far back marks are counted in a line, in bytes, so that a text without line ends stays linear.
const LOOK_BACK: usize = 2000;

/// The sentences of a text, in order, without the white space between them.
///
/// A sentence ends at `.`, `!`, `?` or `…` with its closing marks, where what follows looks like a beginning.
/// Abbreviations and initials are looked up in `data/abbreviations.tsv`; a scraper's missing blank
/// (`Russia.The`) is an end; a blank line always is.
///
/// ```
/// use corroborate_text::sentences;
///
/// let text = "It left at 7 p.m. Swedish time.The crew stayed. “Why?” he asked.";
/// let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["It left at 7 p.m. Swedish time.", "The crew stayed.", "“Why?” he asked."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(is_candidate)) {
        let end = run_end(text, at + offset);
        if is_boundary(text, start, at + offset, end) {
            push(text, Span::new(start, end), &mut found);
            start = end;
        }
        at = end;
    }
    push(text, Span::new(start, text.len()), &mut found);
    found
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let trimmed = span.trimmed(text);
    if trimmed.of(text).chars().any(|c| !c.is_whitespace()) {
        found.push(trimmed);
    }
}

fn is_candidate(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '\n')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// The end of a run of final punctuation together with the marks that close behind it, or of a run of line ends.
fn run_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    if rest.starts_with('\n') {
        let length = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        return from + length;
    }
    let stops = rest.find(|c| !matches!(c, '.' | '!' | '?' | '…')).unwrap_or(rest.len());
    let tail = rest.get(stops..).unwrap_or_default();
    let closers = tail.find(|c| !is_closer(c)).unwrap_or(tail.len());
    let marks = tail.get(..closers).unwrap_or_default();
    let next = tail.get(closers..).and_then(|after| after.chars().next());
    // `said."He`: a straight mark right before a letter opens the next sentence, unless it closes this one.
    let opens_next = next.is_some_and(char::is_alphanumeric) && marks.ends_with(['"', '\'']) && {
        let before = text.get(floor(text, from.saturating_sub(LOOK_BACK))..from).unwrap_or_default();
        let mark = if marks.ends_with('"') { '"' } else { '\'' };
        let line = before.rfind('\n').map_or(before, |at| before.get(at..).unwrap_or_default());
        line.matches(mark).count() % 2 == 0
    };
    from + stops + closers - usize::from(opens_next)
}

/// The next character boundary at or after an offset.
fn floor(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

fn is_boundary(text: &str, start: usize, stop: usize, end: usize) -> bool {
    let run = Span::new(stop, end).of(text);
    if run.starts_with('\n') {
        return run.matches('\n').count() > 1;
    }
    let after = text.get(end..).unwrap_or_default();
    let next = after.trim_start();
    let Some(first) = next.chars().find(|c| !matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '•'))
    else {
        return true;
    };
    let before = Span::new(start, stop).of(text);
    if next.len() == after.len() {
        return is_glued(before, run, next);
    }
    if first.is_lowercase() {
        return false;
    }
    if run.starts_with('.') && !run.starts_with("..") {
        return ends_here(before, next);
    }
    true
}

/// `Russia.The`, `said.Two`: a lower-case word, a stop, and a capitalised word without a blank between.
fn is_glued(before: &str, run: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let mut following = next.chars().skip_while(|c| matches!(c, '"' | '“' | '‘'));
    let capital = following.next().is_some_and(char::is_uppercase);
    let opener: String =
        next.chars().skip_while(|c| !c.is_alphabetic()).take_while(|c| c.is_alphabetic()).collect();
    let domain =
        next.chars().next().is_some_and(char::is_alphabetic) && matches!(opener.as_str(), "Com" | "Net");
    let closed = run.ends_with(['"', '”', '’']) || before.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    capital
        && !domain
        && (lower >= 2 && word.len() >= 2 || closed)
        && (opener.len() > 1 || opener == "A" || opener == "I")
}

/// Whether a single dot after `before` ends the sentence when `next` follows after a blank.
fn ends_here(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '[' | '/')).next();
    let word = word.unwrap_or_default();
    let following =
        next.split(|c: char| !c.is_alphanumeric()).find(|part| !part.is_empty()).unwrap_or_default();
    let opener = OPENERS.contains(fold(following).as_str());
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let label = before.trim_start();
    if !label.is_empty() && label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit()) {
        // `1. The first item`: a number that opens a sentence labels it.
        return false;
    }
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if initial && word.chars().count() == 1 {
        // `J. Smith`, but `plan B. The`.
        return opener;
    }
    match ABBREVIATIONS.get(fold(word).as_str()) {
        // `No. 4` and `see fig. 3` are abbreviations, `He said no. Then` is none.
        Some(Ending::Never) if matches!(word, "no" | "art" | "fig" | "sec") => {
            !next.starts_with(|c: char| c.is_ascii_digit())
        }
        Some(Ending::Never) => false,
        Some(Ending::May) => opener || next.starts_with(['“', '"', '\n']),
        None => true,
    }
}

#[derive(Clone, Copy)]
enum Ending {
    Never,
    May,
}

static ABBREVIATIONS: LazyLock<HashMap<&'static str, Ending>> = LazyLock::new(|| {
    rows(include_str!("../data/abbreviations.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .map(|(word, class)| (word, if class == "end" { Ending::May } else { Ending::Never }))
        .collect()
});

static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/openers.txt")).collect());

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
