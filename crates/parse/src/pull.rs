//! Pull quotes: words of the article set large once more.

use corroborate_article::{Block, Role};
use corroborate_text::{Span, is_quotation_mark};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Shortest and longest pull quote, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=240;

/// Most candidates of a page: more are a list, not quotes.
const MOST: usize = 300;

/// Candidates' words and their numbers. They are looked up, never listed in the order of the map.
type Patterns<'t> = HashMap<&'t str, usize, BuildHasherDefault<Folded>>;

/// Eight bytes at a step, for keys that are long and not chosen against it: a page with many that collide has at most
/// [`MOST`] of them.
#[derive(Default)]
struct Folded(u64);

impl Hasher for Folded {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(slot, byte)| *slot = *byte);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// Makes pull quotes of headings and short paragraphs whose words a paragraph of the article has too.
///
/// One pass over the text, whatever the number of candidates.
pub(crate) fn mark(text: &str, blocks: &mut [Block]) {
    let mut patterns: Patterns<'_> = HashMap::default();
    let mut candidates: Vec<(usize, Span, usize)> = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| may_be_pulled(block.role)) {
        if let Some(span) = core(text, block.content) {
            let fresh = patterns.len();
            let pattern = *patterns.entry(span.of(text)).or_insert(fresh);
            candidates.push((at, span, pattern));
        }
        if patterns.len() == MOST {
            break;
        }
    }
    let mut again = vec![false; patterns.len()];
    let search = Search::new(&patterns);
    for block in blocks.iter().filter(|block| block.role == Role::Paragraph && !patterns.is_empty()) {
        search.each(block.content.of(text), |place, length| {
            if let Some(seen) = again.get_mut(place) {
                // A paragraph that is hardly longer than the words is the candidate itself, or said twice.
                *seen |= block.content.len() > length + 12;
            }
        });
    }
    let candidates: Vec<usize> = candidates
        .into_iter()
        .filter(|(_, _, pattern)| again.get(*pattern).copied().unwrap_or(false))
        .map(|(at, _, _)| at)
        .collect();
    for at in candidates {
        if let Some(block) = blocks.get_mut(at) {
            block.role = Role::PullQuote;
            let next = blocks.iter_mut().skip(at + 1).find(|block| block.role != Role::Blank);
            if let Some(next) =
                next.filter(|next| next.role == Role::Heading && is_speaker(next.content.of(text)))
            {
                next.role = Role::PullQuote;
            }
        }
    }
}

/// Bytes by which a place that may begin a candidate is known.
const KEY: usize = 8;

/// Finds many candidates in a text at once. An automaton would find them faster, but takes longer to build than a page
/// to read; here a place is compared with a candidate only where its first bytes are in a small filter.
struct Search<'t> {
    /// The bytes that candidates begin with.
    first: [bool; 256],
    filter: Vec<u64>,
    by_key: HashMap<[u8; KEY], Vec<(&'t str, usize)>>,
}

impl<'t> Search<'t> {
    fn new(patterns: &Patterns<'t>) -> Self {
        let mut search = Self { first: [false; 256], filter: vec![0; 64], by_key: HashMap::new() };
        for (&words, &place) in patterns {
            let Some(&key) = words.as_bytes().first_chunk() else { continue };
            if let Some(first) = search.first.get_mut(usize::from(key[0])) {
                *first = true;
            }
            let bit = bit(key);
            if let Some(slot) = search.filter.get_mut(bit / 64) {
                *slot |= 1 << (bit % 64);
            }
            search.by_key.entry(key).or_default().push((words, place));
        }
        search
    }

    /// Hands on each candidate that stands in the text and its length.
    fn each(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        let may_begin = |byte: u8| self.first.get(usize::from(byte)).copied().unwrap_or_default();
        for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| may_begin(**byte)) {
            let Some(&key) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { break };
            let bit = bit(key);
            if self.filter.get(bit / 64).is_some_and(|slot| slot & (1 << (bit % 64)) != 0) {
                for (words, place) in self.by_key.get(&key).into_iter().flatten() {
                    if bytes.get(at..).is_some_and(|rest| rest.starts_with(words.as_bytes())) {
                        found(*place, words.len());
                    }
                }
            }
        }
    }
}

/// A place in a filter of 4096 bits, by the upper bits of a product (Knuth's multiplicative hash).
fn bit(key: [u8; KEY]) -> usize {
    usize::try_from(u64::from_le_bytes(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52).unwrap_or(0)
}

/// `Ann Speaker, mayor`: whose words were set large.
fn is_speaker(words: &str) -> bool {
    let name = words.trim_start_matches(['-', '–', '—', ' ']).split(',').next().unwrap_or_default();
    words.split_whitespace().count() <= 10 && name.contains(' ') && crate::byline::is_name(name)
}

fn may_be_pulled(role: Role) -> bool {
    matches!(role, Role::Heading | Role::Paragraph | Role::Quotation | Role::PullQuote)
}

/// A candidate's words without the marks around them.
fn core(text: &str, content: Span) -> Option<Span> {
    if content.len() > *LENGTHS.end() {
        return None;
    }
    let words = content.of(text);
    let start = words.len() - words.trim_start_matches(is_quotation_mark).len();
    let inner = words.get(start..)?;
    let inner = inner.trim_end_matches(|c| is_quotation_mark(c) || matches!(c, '.' | ',' | '!'));
    LENGTHS.contains(&inner.len()).then(|| Span::new(0, inner.len()).shifted(content.start() + start))
}
