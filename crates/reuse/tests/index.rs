//! Laws and examples of near-duplicate search.

use corroborate_reuse::{
    Document, FormatError, Index, IndexBuilder, IndexOptions, MergeError, Shingles, Signature, error_bound,
};
use proptest::prelude::*;

fn index(options: IndexOptions, texts: &[String]) -> Index {
    let mut builder = IndexBuilder::new(options);
    for (number, text) in texts.iter().enumerate() {
        builder.add(&format!("text {number}"), &Document::new(text));
    }
    builder.build()
}

fn low(threshold: f64) -> IndexOptions {
    IndexOptions { threshold, shingle: 2, recall: 0.999, ..IndexOptions::default() }
}

/// Words that no other number gives.
fn distinct(from: usize, count: usize) -> String {
    (from..from + count).map(|n| format!("w{n} ")).collect()
}

#[test]
fn copies_cluster_and_strangers_do_not() {
    let texts = [
        distinct(0, 60),
        distinct(1000, 60),
        format!("{} and a last word", distinct(0, 60)),
        distinct(2000, 60),
        distinct(0, 60),
    ];
    let index = index(IndexOptions::default(), &texts);
    let clusters = index.clusters();
    assert_eq!(clusters.len(), 1);
    assert_eq!(clusters[0].documents, [0, 2, 4]);
    let pairs: Vec<(usize, usize)> = index.pairs().iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(pairs, [(0, 2), (0, 4), (2, 4)]);
}

#[test]
fn clusters_of_many_copies_stay_quick() {
    let texts: Vec<String> = (0..20_000).map(|n| format!("{} {}", distinct(0, 30), n % 100)).collect();
    assert_eq!(index(IndexOptions::default(), &texts).clusters().len(), 1);
}

#[test]
fn recall_and_precision_are_as_promised() {
    // Pairs that share 180 of 200 shingles or so: similarity around 0.8.
    let texts: Vec<String> = (0..400)
        .flat_map(|n| {
            [distinct(n * 1000, 200), format!("{}{}", distinct(n * 1000, 178), distinct(n * 1000 + 500, 22))]
        })
        .collect();
    let index = index(IndexOptions { recall: 0.9, ..IndexOptions::default() }, &texts);
    let pairs = index.pairs();
    assert!(pairs.iter().all(|pair| pair.a + 1 == pair.b && pair.a % 2 == 0), "no false pair");
    assert!(pairs.len() >= 380, "{} of 400 pairs", pairs.len());
}

#[test]
fn other_options_do_not_merge() {
    let mut one = Index::empty(IndexOptions::default());
    let other = Index::empty(IndexOptions { seed: 1, ..IndexOptions::default() });
    assert_eq!(one.merge(other), Err(MergeError::Options));
}

#[test]
fn other_bytes_are_no_index() {
    assert!(matches!(Index::load(&b"corrobor"[..]), Err(FormatError::Io(_))));
    assert!(matches!(Index::load(&b"something else"[..]), Err(FormatError::NotAnIndex)));
    let mut later = b"corrobor".to_vec();
    later.extend([9, 0, 0, 0]);
    assert!(matches!(Index::load(&later[..]), Err(FormatError::Version(9))));
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec!["a", "b", "c", "d", "e", "f", "é"]);
    let text = prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "));
    prop::collection::vec(text, 0..12)
}

proptest! {
    #[test]
    fn similarity_is_symmetric_and_in_range(a in "[a-e ]{0,60}", b in "[a-e ]{0,60}", size in 0_usize..6) {
        let (a, b) = (Shingles::new(&Document::new(&a), size), Shingles::new(&Document::new(&b), size));
        prop_assert_eq!(a.jaccard(&b), b.jaccard(&a));
        prop_assert!((0.0..=1.0).contains(&a.jaccard(&b)));
        prop_assert!((0.0..=1.0).contains(&a.containment(&b)));
        prop_assert_eq!(a.jaccard(&a), 1.0);
        let (one, two) = (Signature::new(&a, 64, 7), Signature::new(&b, 64, 7));
        prop_assert_eq!(one.similarity(&two), two.similarity(&one));
        prop_assert_eq!(one.similarity(&one), Some(1.0));
        prop_assert_eq!(one.similarity(&Signature::new(&b, 64, 8)), None);
    }

    // One chance in 10¹² a case: an estimate outside the bound is a fault, not bad luck.
    #[test]
    fn estimates_keep_the_promised_bound(shared in 0_usize..300, own in 0_usize..300, seed in any::<u64>()) {
        let one = Shingles::new(&Document::new(&format!("{} {}", distinct(0, shared), distinct(10_000, own))), 1);
        let two = Shingles::new(&Document::new(&format!("{} {}", distinct(0, shared), distinct(20_000, own))), 1);
        let bound = error_bound(128, 1e-12);
        let estimate = Signature::new(&one, 128, seed).similarity(&Signature::new(&two, 128, seed));
        prop_assert!(estimate.is_some_and(|estimate| (estimate - one.jaccard(&two)).abs() <= bound));
    }

    #[test]
    fn merging_equals_building_one(texts in texts(), cut in 0_usize..12) {
        let whole = index(low(0.5), &texts);
        let (head, tail) = texts.split_at(cut.min(texts.len()));
        let mut pieces = IndexBuilder::new(low(0.5));
        for (number, text) in head.iter().enumerate() {
            pieces.add(&format!("text {number}"), &Document::new(text));
        }
        let mut merged = pieces.build();
        let mut pieces = IndexBuilder::new(low(0.5));
        for (number, text) in tail.iter().enumerate() {
            pieces.add(&format!("text {}", number + head.len()), &Document::new(text));
        }
        prop_assert_eq!(merged.merge(pieces.build()), Ok(()));
        prop_assert_eq!(merged, whole);
    }

    #[test]
    fn what_is_saved_is_loaded(texts in texts()) {
        let index = index(low(0.5), &texts);
        let mut bytes = Vec::new();
        prop_assert!(index.save(&mut bytes).is_ok());
        let loaded = Index::load(&bytes[..]);
        prop_assert!(loaded.is_ok_and(|loaded| loaded == index));
    }

    #[test]
    fn damage_is_noticed(texts in texts(), at in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let mut bytes = Vec::new();
        prop_assert!(index(low(0.5), &texts).save(&mut bytes).is_ok());
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Index::load(&bytes[..]).is_err());
    }

    #[test]
    fn every_document_finds_itself_and_all_near_it(texts in texts()) {
        let index = index(low(0.5), &texts);
        for (number, text) in texts.iter().enumerate() {
            let hits = index.search(&Document::new(text));
            prop_assert!(hits.iter().any(|hit| hit.document == number && hit.similarity >= 1.0));
            prop_assert!(hits.iter().all(|hit| hit.similarity >= 0.5));
            let near: Vec<usize> = hits.iter().map(|hit| hit.document).filter(|&other| other > number).collect();
            let pairs = index.pairs();
            prop_assert!(near.iter().all(|&b| pairs.iter().any(|pair| pair.a == number && pair.b == b)));
        }
    }
}
