//! Laws of the search for passages in a corpus.

use corroborate_reuse::{Document, FingerprintIndex, PassageOptions, shared_passages};
use proptest::prelude::*;

fn corpus() -> impl Strategy<Value = Vec<Document>> {
    let word = prop::sample::select(vec!["a", "b", "c", "d"]);
    let text = prop::collection::vec(word, 0..40).prop_map(|words| Document::new(&words.join(" ")));
    prop::collection::vec(text, 0..10)
}

fn share_run(a: &Document, b: &Document, length: usize) -> bool {
    a.words().windows(length).any(|run| b.words().windows(length).any(|other| run == other))
}

proptest! {
    #[test]
    fn no_shared_run_is_missed(corpus in corpus(), min_words in 5_usize..12) {
        let options = PassageOptions { min_words, max_gap: 0 };
        let index = FingerprintIndex::new(&corpus, &options);
        let pairs = index.pairs();
        for (j, b) in corpus.iter().enumerate() {
            let candidates = index.candidates(b);
            for (i, a) in corpus.iter().enumerate().take(j) {
                if share_run(a, b, min_words) {
                    prop_assert!(pairs.contains(&(i, j)) && candidates.contains(&i));
                    prop_assert!(!shared_passages(a, b, &options).is_empty());
                }
            }
        }
    }

    #[test]
    fn a_text_reprints_itself(corpus in corpus()) {
        let options = PassageOptions { min_words: 5, max_gap: 1 };
        let index = FingerprintIndex::new(&corpus, &options);
        for (number, document) in corpus.iter().enumerate().filter(|(_, document)| document.len() >= 5) {
            let reprints = index.reprints(document, &options, |number| corpus.get(number));
            prop_assert!(reprints.iter().any(|r| r.document == number && r.passage.words == document.len()));
        }
    }
}

#[test]
fn a_thousand_copies_give_thousands_of_pairs() {
    let text = Document::new("all of the boats in the harbour had been lifted out of the water by noon");
    let corpus = vec![text; 1000];
    let pairs = FingerprintIndex::new(&corpus, &PassageOptions::default()).pairs();
    assert!(pairs.len() < 8000);
    assert!((1..1000).all(|copy| pairs.iter().any(|&(_, b)| b == copy)));
}
