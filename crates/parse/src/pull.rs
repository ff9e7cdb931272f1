//! Pull quotes: words of the article set large once more.

use aho_corasick::AhoCorasick;
use corroborate_article::{Block, Role};
use corroborate_text::{Span, is_quotation_mark};
use std::collections::HashMap;

/// Shortest and longest pull quote, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=240;

/// Most candidates of a page: more are a list, not quotes.
const MOST: usize = 300;

/// Makes pull quotes of headings and short paragraphs whose words a paragraph of the article has too.
///
/// One pass over the text, whatever the number of candidates.
pub(crate) fn mark(text: &str, blocks: &mut [Block]) {
    let mut patterns: HashMap<&str, usize> = HashMap::new();
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
    let mut words = vec![""; patterns.len()];
    for (pattern, place) in &patterns {
        if let Some(word) = words.get_mut(*place) {
            *word = pattern;
        }
    }
    let Ok(search) = AhoCorasick::new(&words) else { return };
    let mut again = vec![false; words.len()];
    for block in blocks.iter().filter(|block| block.role == Role::Paragraph && !words.is_empty()) {
        for hit in search.find_iter(block.content.of(text)) {
            if let Some(seen) = again.get_mut(hit.pattern().as_usize()) {
                // A paragraph that is hardly longer than the words is the candidate itself, or said twice.
                *seen |= block.content.len() > hit.len() + 12;
            }
        }
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
