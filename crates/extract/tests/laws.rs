//! What holds for every text.

use corroborate_extract::annotate_text;
use corroborate_text::{Span, TokenKind, tokens};
use proptest::prelude::*;

/// Words and marks that the grammar cares about, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "said",
        "says",
        "according to",
        "that",
        "the mayor",
        "Ada Marsh",
        "she",
        "it",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "â€œ",
        "â€",
        "«",
        "»",
        ",",
        ".",
        ";",
        ":",
        "—",
        "(",
        ")",
        "and",
        "but",
        "who",
        "if",
        "once",
        "will",
        "may",
        "did not",
        "denied",
        "no details",
        "closed",
        "the bridge",
        "“yes”",
        "told",
        "asked whether",
        "calling",
        "as",
        "to",
        "\n\n",
        "\n",
        "5'10\"",
        "é",
        "🜚",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![soup(), any::<String>(), soup().prop_map(|text| text.replace(' ', ""))]
}

proptest! {
    #[test]
    fn quotations_are_in_bounds_in_order_and_nested(text in text()) {
        let all = annotate_text(&text, None);
        for (index, one) in all.quotations.iter().enumerate() {
            prop_assert!(one.content.get(&text).is_some_and(|words| !words.trim().is_empty()));
            prop_assert!(one.whole.get(&text).is_some());
            prop_assert!(one.whole.covers(one.content));
            prop_assert!(one.cue.is_none_or(|span| span.get(&text).is_some()));
            if let Some(speaker) = one.speaker {
                prop_assert!(speaker.evidence.get(&text).is_some_and(|words| !words.is_empty()));
                prop_assert!(speaker.mention.is_none_or(|mention| mention < all.mentions.len()));
            }
            if let Some(outer) = one.within {
                prop_assert!(outer < index);
                prop_assert!(all.quotations.get(outer).is_some_and(|outer| outer.content.covers(one.content)));
            }
        }
        prop_assert!(all.quotations.is_sorted_by_key(|one| one.content.start()));
    }

    #[test]
    fn clauses_cover_the_words_without_overlap(text in text()) {
        let all = annotate_text(&text, None);
        let spans: Vec<Span> = all.statements.iter().map(|one| one.span).collect();
        for pair in spans.windows(2) {
            if let [a, b] = pair {
                prop_assert!(a.end() <= b.start());
            }
        }
        for (index, sentence) in all.sentences.iter().enumerate() {
            let own: Vec<Span> = all.statements.iter().filter(|one| one.sentence == index).map(|one| one.span).collect();
            for token in tokens(sentence.span.of(&text)).iter().filter(|token| token.kind == TokenKind::Word) {
                let word = token.span.shifted(sentence.span.start());
                prop_assert!(own.iter().any(|span| span.covers(word)));
            }
        }
        for one in &all.statements {
            prop_assert!(one.span.get(&text).is_some());
            prop_assert!(one.evidence.iter().all(|span| one.span.covers(*span)));
            prop_assert!(one.condition.is_none_or(|span| one.span.covers(span)));
            prop_assert!(one.quotation.is_none_or(|quotation| quotation < all.quotations.len()));
        }
    }

    #[test]
    fn the_same_text_gives_the_same(text in soup()) {
        let (one, two) = (annotate_text(&text, None), annotate_text(&text, None));
        prop_assert_eq!(one.quotations, two.quotations);
        prop_assert_eq!(one.statements, two.statements);
    }

    #[test]
    fn marks_stay_in_their_paragraph(first in "[a-z ]{1,40}", second in "[a-z ]{1,40}") {
        let text = format!("He said “{first}\n\nThe {second} was there.");
        let all = annotate_text(&text, None);
        let end = text.find("\n\n").unwrap_or(text.len());
        prop_assert!(all.quotations.iter().all(|one| one.whole.end() <= end || one.whole.start() > end));
    }
}
