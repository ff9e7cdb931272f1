//! Sentences.

use crate::rows;
use crate::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};
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
    let mut marks = Marks::default();
    let mut start = 0;
    let mut at = 0;
    while let Some(candidate) = next_candidate(text, at) {
        let end = run_end(text, candidate, &mut marks);
        if is_boundary(text, start, candidate, end) {
            push(text, Span::new(start, end), &mut found);
            start = end;
        }
        at = end;
    }
    push(text, Span::new(start, text.len()), &mut found);
    found
}

/// The next place at or after `from` where a sentence may end.
fn next_candidate(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let offset = bytes.get(at..)?.iter().position(|byte| CANDIDATE[usize::from(*byte)])?;
        at += offset;
        // Of the characters that open with this byte only `…` ends a sentence.
        match bytes.get(at..) {
            Some([0xe2, 0x80, 0xa6, ..]) => return Some(at),
            Some([0xe2, ..]) => at += 1,
            _ => return Some(at),
        }
    }
}

/// First bytes of `.`, `!`, `?`, `…` and of a line end.
static CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'!' as usize] = true;
    table[b'?' as usize] = true;
    table[b'\n' as usize] = true;
    table[0xe2] = true;
    table
};

/// Straight marks of the line so far, or of its last part where it is long. Offsets asked for may not fall.
#[derive(Default)]
struct Marks {
    from: usize,
    to: usize,
    double: usize,
    single: usize,
}

impl Marks {
    /// Whether so many `mark`s stand before an offset that one here would open.
    fn are_even(&mut self, text: &str, offset: usize, mark: u8) -> bool {
        let bytes = text.as_bytes();
        for byte in bytes.get(self.to..offset).unwrap_or_default() {
            self.to += 1;
            match byte {
                b'\n' => *self = Self { from: self.to, to: self.to, double: 0, single: 0 },
                b'"' => self.double += 1,
                b'\'' => self.single += 1,
                _ => {}
            }
        }
        while self.from + LOOK_BACK < self.to {
            match bytes.get(self.from) {
                Some(b'"') => self.double -= 1,
                Some(b'\'') => self.single -= 1,
                _ => {}
            }
            self.from += 1;
        }
        (if mark == b'"' { self.double } else { self.single }).is_multiple_of(2)
    }
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let trimmed = span.trimmed(text);
    if trimmed.of(text).chars().any(|c| !c.is_whitespace()) {
        found.push(trimmed);
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// The end of a run of final punctuation together with the marks that close behind it, or of a run of line ends.
fn run_end(text: &str, from: usize, seen: &mut Marks) -> usize {
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
    let opens_next = next.is_some_and(char::is_alphanumeric)
        && marks.ends_with(['"', '\''])
        && seen.are_even(text, from, if marks.ends_with('"') { b'"' } else { b'\'' });
    from + stops + closers - usize::from(opens_next)
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
    let mut following = next.chars().skip_while(|c| matches!(c, '"' | '“' | '‘'));
    if !following.next().is_some_and(char::is_uppercase) {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let opener = next.trim_start_matches(|c: char| !c.is_alphabetic());
    let opener = opener.get(..opener.find(|c: char| !c.is_alphabetic()).unwrap_or(opener.len()));
    let opener = opener.unwrap_or_default();
    let domain = next.starts_with(char::is_alphabetic) && matches!(opener, "Com" | "Net");
    let closed = run.ends_with(['"', '”', '’']) || before.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    !domain
        && (lower >= 2 && word.len() >= 2 || closed)
        && (opener.len() > 1 || opener == "A" || opener == "I")
}

/// Whether a single dot after `before` ends the sentence when `next` follows after a blank.
fn ends_here(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '[' | '/')).next();
    let word = word.unwrap_or_default();
    // Looked at only behind an initial or an abbreviation, so that a row of dots and marks is not read for each.
    let opener = || {
        let following = next.split(|c: char| !c.is_alphanumeric()).find(|part| !part.is_empty());
        OPENERS.contains(fold(following.unwrap_or_default()).as_str())
    };
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let label = before.trim_start();
    if !label.is_empty() && label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit()) {
        // `1. The first item`: a number that opens a sentence labels it.
        return false;
    }
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if initial && word.chars().count() == 1 {
        // `J. Smith`, but `plan B. The`.
        return opener();
    }
    let known = word.len() <= LONGEST_ABBREVIATION && !word.is_empty();
    match known.then(|| ABBREVIATIONS.get(fold(word).as_str())).flatten() {
        // `No. 4` and `see fig. 3` are abbreviations, `He said no. Then` is none.
        Some(Ending::Never) if matches!(word, "no" | "art" | "fig" | "sec") => {
            !next.starts_with(|c: char| c.is_ascii_digit())
        }
        Some(Ending::Never) => false,
        Some(Ending::May) => {
            opener() || next.starts_with(['“', '"', '\n']) || is_clock(before) && goes_on(before, next)
        }
        None => true,
    }
}

/// Whether what ends in `a.m` or `p.m` tells an hour: `at 7 p.m`.
fn is_clock(before: &str) -> bool {
    let hour = before.strip_suffix("a.m").or_else(|| before.strip_suffix("p.m"));
    hour.is_some_and(|hour| hour.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a sentence begins behind an hour: it is none that the hour opens (`At 7 p.m. Mayor Lind spoke`), and what
/// follows is no part of the time (`7 p.m. Monday`, `7 p.m. EST`, `7 p.m. Swedish time`).
fn goes_on(before: &str, next: &str) -> bool {
    let told = before.split_whitespace().take(MOST_BEFORE_CLOCK + 1).count() > MOST_BEFORE_CLOCK;
    let mut words = next.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let zone = second.eq_ignore_ascii_case("time") || first.chars().all(|c| !c.is_lowercase());
    let part = CLOCK_WORDS.contains(fold(first).as_str());
    told && first.starts_with(char::is_uppercase) && !zone && !part
}

/// Words of a sentence that the hour at its head can be part of: `On Friday evening at 7 p.m.`.
const MOST_BEFORE_CLOCK: usize = 7;

/// Bytes of the longest word that is looked up as an abbreviation; folding may make it shorter.
const LONGEST_ABBREVIATION: usize = 40;

#[derive(Clone, Copy)]
enum Ending {
    Never,
    May,
}

static ABBREVIATIONS: LazyLock<FxHashMap<&'static str, Ending>> = LazyLock::new(|| {
    rows(include_str!("../data/abbreviations.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .map(|(word, class)| (word, if class == "end" { Ending::May } else { Ending::Never }))
        .collect()
});

static CLOCK_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/clock-words.txt")).collect());

static OPENERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/openers.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn glued_straight_marks_on_one_long_line_are_counted_once() {
        let count = 20_000;
        let text = "He said: \"I go.\"Then he went.".repeat(count);
        let found = sentences(&text);
        assert_eq!(found.len(), 2 * count);
        assert_eq!(found.get(1).map(|span| span.of(&text)), Some("Then he went."));
    }

    proptest! {
        #[test]
        fn marks_are_those_of_the_line_within_reach(text in "[a\"'\n]{0,60}", far in 0..3_usize, steps in prop::collection::vec(0..9_usize, 0..12)) {
            let text = text.repeat(1 + far * 60);
            let mut marks = Marks::default();
            let mut offset = 0;
            for step in steps {
                offset = (offset + step * (1 + far * 60)).min(text.len());
                let before = &text[offset.saturating_sub(LOOK_BACK)..offset];
                let line = before.rfind('\n').map_or(before, |at| &before[at..]);
                prop_assert_eq!(marks.are_even(&text, offset, b'"'), line.matches('"').count() % 2 == 0);
                prop_assert_eq!(marks.are_even(&text, offset, b'\''), line.matches('\'').count() % 2 == 0);
            }
        }
    }
}
