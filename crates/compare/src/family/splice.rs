//! What a splice leaves out between the words that it joins.

use super::run::common;
use super::wording::MOST_WORDS;
use corroborate_text::{TokenKind, fold, sentences, tokens};

/// Words of the whole utterance that are missing between two words which stand side by side in one sentence of the
/// splice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// The folded words left out.
    pub(crate) words: Vec<String>,
    /// A sentence of the utterance ends between the words that are joined.
    pub(crate) crosses: bool,
}

/// The gaps of a version whose words all stand in the whole utterance, in their order.
pub(crate) fn gaps(whole: &str, splice: &str) -> Vec<Gap> {
    let (long, short) = (words(whole), words(splice));
    let plain = |list: &[(String, usize)]| list.iter().map(|(word, _)| word.clone()).collect::<Vec<String>>();
    let mut found = Vec::new();
    let mut met = 0;
    let mut last: Option<usize> = None;
    for run in common(&plain(&long), &plain(&short)) {
        let sentence = |list: &[(String, usize)], at: usize| list.get(at).map(|(_, sentence)| *sentence);
        // Where a sentence of the splice begins, what stood before it is left out and nothing is joined.
        let joined = met > 0 && sentence(&short, met) == sentence(&short, met - 1);
        if let Some(before) = last.filter(|_| joined) {
            found.push(Gap {
                words: plain(long.get(before + 1..run.long).unwrap_or_default()),
                crosses: sentence(&long, before) != sentence(&long, run.long),
            });
        }
        met += run.length;
        last = (run.long + run.length).checked_sub(1);
    }
    found
}

/// The folded words of an utterance, each with the number of its sentence.
fn words(text: &str) -> Vec<(String, usize)> {
    let numbered = sentences(text).into_iter().enumerate();
    let found = numbered.flat_map(|(number, span)| {
        let sentence = span.of(text);
        let plain = tokens(sentence).into_iter().filter(|token| token.kind != TokenKind::Mark);
        plain.map(move |token| (fold(token.span.of(sentence)), number))
    });
    found.take(MOST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::gaps;

    #[test]
    fn what_is_left_out_between_joined_words() {
        let said = "We will open the gates at dawn. Nobody has to leave before the wardens come round.";
        let joined = gaps(said, "We will open the gates before the wardens come round.");
        assert_eq!(joined.len(), 1);
        assert!(joined.iter().all(|gap| gap.crosses && gap.words.contains(&"nobody".to_owned())));
        // A sentence left out as a whole joins nothing.
        assert!(gaps(said, "We will open the gates. Nobody has to leave.").is_empty());
        let short = gaps(said, "Nobody has to leave before the wardens round.");
        assert!(short.iter().all(|gap| !gap.crosses && gap.words == ["come"]));
    }
}
