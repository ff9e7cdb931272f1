//! Paragraphs that a page shows once more.

use corroborate_article::{Block, Role};
use std::collections::HashSet;

/// Fewest bytes of a paragraph that is not said twice by chance: `He paused.` may be.
const LEAST: usize = 40;

/// Sets aside every paragraph that repeats an earlier one word for word: an appeal, or a part shown again in a box.
pub(crate) fn mark(text: &str, blocks: &mut [Block]) {
    let mut seen: HashSet<&str> = HashSet::new();
    for block in blocks.iter_mut().filter(|block| block.role == Role::Paragraph) {
        let words = block.content.of(text);
        if words.len() >= LEAST && !seen.insert(words) {
            block.role = Role::Widget;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_paragraph_counts_once() {
        let page = "Harbour Times\n\nShip meets rock off Cape Grim\n\nBy Ann Quill\n\n\
            A cargo ship ran onto rocks off Cape Grim on Tuesday with twelve people aboard, the coast guard said.\n\n\
            All twelve were brought ashore before noon, and none of them was hurt, the coast guard said.\n\n\
            Nobody slept.\n\n\
            All twelve were brought ashore before noon, and none of them was hurt, the coast guard said.\n\n\
            Nobody slept.\n\n\
            The ship, which had left Lima in the night, carried grain, and the coast guard saved all of it.\n";
        let article = crate::parse(page.to_owned());
        let body: Vec<&str> = article.body().map(|block| article.words(block.content)).collect();
        assert_eq!(body.iter().filter(|words| words.starts_with("All twelve")).count(), 1, "{body:?}");
        assert_eq!(body.iter().filter(|words| **words == "Nobody slept.").count(), 2);
        assert!(body.iter().any(|words| words.starts_with("The ship")));
    }
}
