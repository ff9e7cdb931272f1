//! Marked passages of headings, held against those of the text.

use super::attach::Attribution;
use crate::syntax::{Node, Tags, noun_phrase_before};
use corroborate_text::fold;

/// Fewest words of a heading that may give a passage in other words, and the share of them that the passage has in order.
const LEAST_HEADING: usize = 4;
const MOST_HEADING: usize = 24;
const LEAST_KEPT: f64 = 0.75;

/// `Mayor: ‘…’` in a heading.
pub(super) fn heading_source(nodes: &[Node], at: usize) -> Option<Attribution> {
    let colon = at.checked_sub(1)?;
    let mark = nodes.get(colon).filter(|node| node.is(Tags::COLON | Tags::DASH))?;
    let source = noun_phrase_before(nodes, colon)?;
    (source.first == 0).then_some(Attribution::new(mark.span, Some(source)))
}

/// Whether a heading gives a passage shortened or smoothed.
pub(super) fn is_shortened(heading: &[String], passage: &[String]) -> bool {
    let enough = |kept: usize| kept as f64 >= LEAST_KEPT * heading.len() as f64;
    let shared = heading.iter().filter(|word| passage.contains(word)).count();
    if !(LEAST_HEADING..=MOST_HEADING).contains(&heading.len()) || !enough(shared) {
        return false;
    }
    // The longest common subsequence, a row of its table for each word of the heading.
    let mut lengths = vec![0_usize; passage.len() + 1];
    for word in heading {
        let mut corner = 0;
        for (at, other) in passage.iter().enumerate() {
            let above = lengths.get(at + 1).copied().unwrap_or(0);
            let left = lengths.get(at).copied().unwrap_or(0);
            let here = if word == other { corner + 1 } else { above.max(left) };
            corner = above;
            if let Some(place) = lengths.get_mut(at + 1) {
                *place = here;
            }
        }
    }
    enough(lengths.last().copied().unwrap_or(0))
}

/// The folded words of a passage, as many as a heading may hold.
pub(super) fn words_of(words: &str) -> Vec<String> {
    let folded = fold(words);
    let plain = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    plain.take(80).map(str::to_owned).collect()
}

/// The letters and digits of a passage, folded: what headings and pull quotes keep of it.
pub(super) fn skeleton(words: &str) -> String {
    fold(words).chars().filter(|c| c.is_alphanumeric()).collect()
}
