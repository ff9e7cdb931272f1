//! Joins miss nothing and find nothing else.

use corroborate_reuse::{Document, Vectors, jaro_winkler, similar_names};
use proptest::prelude::*;

#[test]
fn known_similarities() {
    // Winkler's own examples.
    for (a, b, score) in [
        ("dwayne", "duane", 0.84),
        ("dixon", "dicksonx", 0.8133),
        ("jellyfish", "smellyfish", 0.8963),
        ("ab", "cd", 0.0),
    ] {
        assert!((jaro_winkler(a, b) - score).abs() < 1e-4, "{a} {b} {}", jaro_winkler(a, b));
    }
}

proptest! {
    #[test]
    fn the_join_of_names_is_all_pairs_above_the_cutoff(
        a in prop::collection::vec("[a-dé]{0,9}", 0..12),
        b in prop::collection::vec("[a-dé]{0,9}", 0..12),
        cutoff in 0.0_f64..1.0,
    ) {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.iter().map(AsRef::as_ref).collect(), b.iter().map(AsRef::as_ref).collect());
        let mut expected = Vec::new();
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                prop_assert!((0.0..=1.0).contains(&jaro_winkler(x, y)));
                if jaro_winkler(x, y) >= cutoff - 1e-12 {
                    expected.push((i, j, jaro_winkler(x, y)));
                }
            }
        }
        let found: Vec<_> = similar_names(&a, &b, cutoff).iter().map(|pair| (pair.a, pair.b, pair.score)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_join_of_texts_is_all_pairs_above_the_cutoff(
        texts in prop::collection::vec("[a-f ]{0,30}", 0..14),
        cutoff in 0.05_f64..1.0,
    ) {
        let texts: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
        let vectors = Vectors::new(&texts);
        let mut expected = Vec::new();
        for a in 0..texts.len() {
            for b in a + 1..texts.len() {
                let score = vectors.cosine(a, b);
                prop_assert!((0.0..=1.0).contains(&score));
                prop_assert_eq!(score, vectors.cosine(b, a));
                if score >= cutoff {
                    expected.push((a, b));
                }
            }
        }
        let found: Vec<_> = vectors.pairs_above(cutoff).iter().map(|pair| (pair.a, pair.b)).collect();
        prop_assert_eq!(found, expected);
    }
}
