//! Pull quotes: words of the article set large once more.

use aho_corasick::AhoCorasick;
use corroborate_article::{Block, Role};
use corroborate_text::{Span, is_quotation_mark};

/// Shortest and longest pull quote, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=320;

/// Makes pull quotes of headings and short paragraphs whose words a paragraph of the article has too.
///
/// One pass over the text, whatever the number of candidates.
pub(crate) fn mark(text: &str, blocks: &mut [Block]) {
    let candidates: Vec<(usize, Span)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| {
            matches!(block.role, Role::Heading | Role::Paragraph | Role::Quotation | Role::PullQuote)
        })
        .filter_map(|(at, block)| Some((at, core(text, block.content)?)))
        .collect();
    if candidates.is_empty() {
        return;
    }
    let Ok(search) = AhoCorasick::new(candidates.iter().map(|(_, span)| span.of(text))) else { return };
    let mut again = vec![false; candidates.len()];
    let paragraphs: Vec<Span> =
        blocks.iter().filter(|block| block.role == Role::Paragraph).map(|block| block.content).collect();
    for paragraph in paragraphs {
        for hit in search.find_iter(paragraph.of(text)) {
            let pattern = hit.pattern().as_usize();
            if let (Some((_, own)), Some(seen)) = (candidates.get(pattern), again.get_mut(pattern)) {
                let larger = paragraph.len() > own.len() + 12 && !paragraph.covers(*own);
                *seen |= larger;
            }
        }
    }
    for ((at, _), again) in candidates.into_iter().zip(again) {
        if let Some(block) = blocks.get_mut(at).filter(|_| again) {
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
