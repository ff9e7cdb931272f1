//! What holds for every text.

use corroborate_text::{LineIndex, Span, clauses, fold, lines, sentences, stem, tokens, tokens_of};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "Mr.", "U.S.", "The", "end", ".", "!", "?", "…", "\"", "“", "”", "'", "’s", "(", ")", ",", ";",
        ":", "—", " ", "\n", "\r\n", "\n\n", "\u{a0}", "\u{200b}", "é", "İ", "ß", "3.5", "No. 4", "and",
        "while", "🜚",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())]
}

/// In bounds, on boundaries, in order, without overlap.
fn orderly(text: &str, spans: &[Span]) -> bool {
    spans.iter().all(|span| span.get(text).is_some_and(|words| !words.is_empty()))
        && spans.windows(2).all(|pair| matches!(pair, [a, b] if a.end() <= b.start()))
}

proptest! {
    #[test]
    fn sentences_hold_everything_but_white_space(text in text()) {
        let found = sentences(&text);
        prop_assert!(orderly(&text, &found));
        let kept: String = found.iter().flat_map(|span| span.of(&text).chars()).filter(|c| !c.is_whitespace()).collect();
        let all: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(kept, all);
        prop_assert!(found.iter().all(|span| span.trimmed(&text) == *span));
    }

    #[test]
    fn tokens_hold_every_letter_and_digit(text in text()) {
        let found: Vec<Span> = tokens(&text).iter().map(|token| token.span).collect();
        prop_assert!(orderly(&text, &found));
        let kept: usize = found.iter().map(|span| span.of(&text).chars().filter(|c| c.is_alphanumeric()).count()).sum();
        prop_assert_eq!(kept, text.chars().filter(|c| c.is_alphanumeric()).count());
    }

    #[test]
    fn tokens_of_a_part_are_those_of_its_words(before in text(), part in text(), after in text()) {
        let whole = [before.as_str(), &part, &after].concat();
        let mut found = tokens(&before);
        let first = found.len();
        tokens_of(&whole, Span::new(before.len(), before.len() + part.len()), &mut found);
        let shifted: Vec<Span> = tokens(&part).iter().map(|token| token.span.shifted(before.len())).collect();
        let found: Vec<Span> = found.iter().skip(first).map(|token| token.span).collect();
        prop_assert_eq!(found, shifted);
    }

    #[test]
    fn clauses_cover_the_tokens(text in text()) {
        let found = clauses(&text);
        prop_assert!(orderly(&text, &found));
        prop_assert!(tokens(&text).iter().all(|token| found.iter().any(|span| span.covers(token.span))));
    }

    #[test]
    fn lines_partition_the_text(text in text()) {
        let whole: String = lines(&text).map(|line| line.whole.of(&text)).collect();
        prop_assert_eq!(&whole, &text);
        let index = LineIndex::new(&text);
        for (number, line) in lines(&text).enumerate() {
            prop_assert_eq!(index.line(line.whole.start()), number + 1);
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        let _ = stem(&once);
    }

    #[test]
    fn spans_stay_in_order(a in 0_usize..50, b in 0_usize..50, c in 0_usize..50, d in 0_usize..50) {
        let (one, two) = (Span::new(a, b), Span::new(c, d));
        prop_assert!(one.start() <= one.end());
        let hull = one.hull(two);
        prop_assert!(hull.covers(one) && hull.covers(two));
        match one.intersection(two) {
            Some(shared) => prop_assert!(one.covers(shared) && two.covers(shared) && !shared.is_empty()),
            None => prop_assert!(!one.overlaps(two)),
        }
    }
}
