//! Laws and examples of shared passages.

use corroborate_reuse::{Document, PassageOptions, passages, shared_passages};
use corroborate_text::fold;
use proptest::prelude::*;

const LONG: PassageOptions = PassageOptions { min_words: 8, max_gap: 3 };

/// What is left of a text when only its words count.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_moved_paragraph_is_found() {
    let first = "The harbour master closed the northern basin for three days after divers found a crack. ";
    let second = "Fishing boats were sent to the next port along the coast, an hour and a half away.";
    let found = passages(&format!("{first}{second}"), &format!("{second} {first}"), &LONG);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|passage| passage.is_verbatim()));
    assert!(found[0].b.start() > found[1].b.start());
}

#[test]
fn a_text_without_shared_words_gives_none() {
    let found = passages("one two three four five six seven eight nine", "ten eleven twelve thirteen", &LONG);
    assert!(found.is_empty());
}

#[test]
fn an_inserted_and_an_omitted_phrase_do_not_end_a_passage() {
    let a = "the council voted on Tuesday to sell the empty school to a builder from the valley for a song";
    let b =
        "the council voted to sell the empty and unloved old school to a builder from the valley for a song";
    let found = passages(a, b, &LONG);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].a.of(a), found[0].b.of(b)), (a, b));
    assert!(found[0].similarity < 1.0);
}

#[test]
fn folding_hides_case_marks_and_accents() {
    let a = "“THE café at Hållnäs,” she said, “was shut — and nobody told us.”";
    let b = "\"The Cafe at Hallnas\" she said \"was shut - and nobody told us\"";
    let found = passages(a, b, &LONG);
    assert_eq!(found.len(), 1);
    assert!(found[0].is_verbatim());
    assert_eq!(found[0].words, 12);
}

#[test]
fn a_text_that_repeats_itself_takes_linear_time() {
    let text = "to be or not to be ".repeat(40_000);
    assert!(!passages(&text, &text, &LONG).is_empty());
    let text = "no ".repeat(200_000);
    assert!(!passages(&text, &text, &LONG).is_empty());
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "a",
        "Ship",
        "ship",
        "left",
        "port",
        "élan",
        "Elan",
        "2,300",
        "people",
        "’s",
        "— “said”",
        "of",
        "\n\n",
    ]);
    prop::collection::vec(word, 0..120).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn verbatim_passages_agree_under_folding(a in prose(), b in prose()) {
        for passage in passages(&a, &b, &PassageOptions { min_words: 4, max_gap: 2 }) {
            let (left, right) = (passage.a.get(&a), passage.b.get(&b));
            prop_assert!(left.is_some() && right.is_some());
            let (left, right) = (words(left.unwrap_or_default()), words(right.unwrap_or_default()));
            prop_assert!(passage.words >= 4 && passage.words <= left.len().min(right.len()));
            prop_assert_eq!(passage.is_verbatim(), left == right);
            prop_assert!((0.0..=1.0).contains(&passage.similarity));
        }
    }

    #[test]
    fn exchanging_the_texts_exchanges_the_sides(a in prose(), b in prose()) {
        let one = passages(&a, &b, &PassageOptions { min_words: 4, max_gap: 3 });
        let mut other = passages(&b, &a, &PassageOptions { min_words: 4, max_gap: 3 });
        for passage in &mut other {
            std::mem::swap(&mut passage.a, &mut passage.b);
        }
        let key = |p: &corroborate_reuse::Passage| (p.a, p.b, p.words);
        let (mut one, mut other): (Vec<_>, Vec<_>) = (one.iter().map(key).collect(), other.iter().map(key).collect());
        one.sort_unstable();
        other.sort_unstable();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_text_shares_all_of_itself(a in prose()) {
        let document = Document::new(&a);
        let found = shared_passages(&document, &document, &PassageOptions { min_words: 3, max_gap: 3 });
        if document.len() >= 3 {
            prop_assert!(found.iter().any(|p| p.words == document.len() && p.is_verbatim()));
        }
    }

    #[test]
    fn arbitrary_texts_never_panic(a in "\\PC{0,200}", b in "\\PC{0,200}") {
        for passage in passages(&a, &b, &PassageOptions { min_words: 0, max_gap: 9 }) {
            prop_assert!(passage.a.get(&a).is_some() && passage.b.get(&b).is_some());
        }
        for place in Document::new(&a).places() {
            prop_assert!(place.get(&a).is_some());
        }
    }
}

#[test]
fn a_run_that_repeats_a_word_is_found_whole() {
    let options = PassageOptions { min_words: 5, max_gap: 0 };
    let found = passages("no no no no more", "no no no no no more", &options);
    assert_eq!(found.iter().map(|passage| passage.words).collect::<Vec<_>>(), [5]);
}
