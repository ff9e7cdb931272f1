//! The words that stand in one version of an utterance in the place of others.

use super::run::{Run, common};
use super::wording::MOST_WORDS;
use corroborate_text::{TokenKind, fold, tokens};

/// The folded words of two versions that differ between words which both have: of the one, and of the other.
pub(crate) type Replaced = (Vec<String>, Vec<String>);

/// What differs between the words that two versions have in common, in order; either side may be empty. What stands
/// before the first common word and behind the last is no difference: a version may be cut.
pub(crate) fn replaced(a: &str, b: &str) -> Vec<Replaced> {
    let (first, second) = (words(a), words(b));
    let between = |pair: &[Run]| -> Option<Replaced> {
        let [x, y] = pair else { return None };
        let left = first.get(x.long + x.length..y.long)?.to_vec();
        let right = second.get(x.short + x.length..y.short)?.to_vec();
        Some((left, right))
    };
    common(&first, &second).windows(2).filter_map(between).collect()
}

fn words(text: &str) -> Vec<String> {
    let plain = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    plain.map(|token| fold(token.span.of(text))).take(MOST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::replaced;

    fn shown(a: &str, b: &str) -> Vec<(String, String)> {
        replaced(a, b).into_iter().map(|(x, y)| (x.join(" "), y.join(" "))).collect()
    }

    #[test]
    fn words_in_the_place_of_others() {
        let said = "The boats were left at the old pier, and nobody looked for them.";
        assert!(shown(said, said).is_empty());
        assert!(shown(said, "left at the old pier").is_empty(), "a version that is cut");
        assert_eq!(
            shown(said, "The boats were burnt at the old pier, and nobody looked for them."),
            [("left".to_owned(), "burnt".to_owned())]
        );
        assert_eq!(
            shown(said, "The boats were left at the pier, and nobody looked for them."),
            [("old".to_owned(), String::new())]
        );
    }
}
