//! What the model learns from: the corpora, copies of them with other names, and sentences with names in them.

use crate::corpora::Document;
use crate::invent::Names;
use crate::rename::{Renamer, headlined};
use crate::weights::{Example, Weights};
use crate::{crf, sentences, templates};
use corroborate_extract::training;
use std::collections::HashMap;

/// How many copies of a document with other names in it there are.
const COPIES: usize = 3;
/// How much a copy counts, against the document itself.
const RENAMED: f32 = 0.2;
/// How many times each sentence of `templates.txt` is filled.
const FILLED: usize = 15;
/// How much one of them counts.
const TEMPLATE: f32 = 0.3;
/// The fewest words that a feature has to hold of.
const FEWEST: u32 = 5;

/// Learns the weights. News counts for more than the rest, tweets for less.
pub fn train(documents: &[Document]) -> Weights {
    let weight = |document: &Document| match document.set {
        "gum" if document.news => 3.0,
        "tweets" | "wnut" => 0.5,
        _ => 1.0,
    };
    let mut all: Vec<(Example, f32)> = documents
        .iter()
        .flat_map(|document| examples(document).into_iter().map(|example| (example, weight(document))))
        .collect();
    let names = Names::read();
    let renamer = Renamer::new(&names);
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..COPIES {
        for document in documents.iter().filter(|document| !matches!(document.set, "tweets" | "wnut")) {
            let copy = headlined(renamer.renamed(document, &mut seed), &mut seed);
            all.extend(examples(&copy).into_iter().map(|example| (example, RENAMED * weight(document))));
        }
    }
    for document in templates::documents(&names, FILLED, &mut seed) {
        all.extend(examples(&document).into_iter().map(|example| (example, TEMPLATE)));
    }
    prune(&mut all);
    eprintln!("{} documents, {} sentences with candidates", documents.len(), all.len());
    crf::train(&all)
}

/// Leaves out the features that hold of few words: they tell little, and would share a row with others.
fn prune(all: &mut [(Example, f32)]) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for (example, _) in &*all {
        for feature in example.features.iter().flatten().flatten() {
            *counts.entry(*feature).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= FEWEST);
    for features in all.iter_mut().flat_map(|(example, _)| example.features.iter_mut().flatten()) {
        features.retain(|feature| counts.contains_key(feature));
    }
}

/// The sentences of a document that have a word that may be part of a name, with their right labels.
pub fn examples(document: &Document) -> Vec<Example> {
    let words = training::words(&document.text, &sentences(document));
    words
        .into_iter()
        .filter(|words| words.iter().any(|word| word.features.is_some()))
        .map(|words| {
            let mut labels = vec![0; words.len()];
            for &(span, kind) in &document.names {
                let inside: Vec<usize> =
                    (0..words.len()).filter(|&at| words[at].span.overlaps(span)).collect();
                let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { continue };
                // A name with a word that the tagger never considers cannot be learnt.
                if inside.iter().any(|&at| words[at].features.is_none()) {
                    continue;
                }
                for &at in &inside {
                    let place = match (at == first, at == last) {
                        (true, true) => 3,
                        (true, false) => 0,
                        (false, true) => 2,
                        (false, false) => 1,
                    };
                    labels[at] = 1 + kind * 4 + place;
                }
            }
            for &span in &document.others {
                for (label, word) in labels.iter_mut().zip(&words) {
                    if *label == 0 && word.features.is_some() && word.span.overlaps(span) {
                        *label = training::LABELS - 1;
                    }
                }
            }
            Example {
                others: document.others_known,
                spans: words.iter().map(|word| word.span).collect(),
                features: words.into_iter().map(|word| word.features).collect(),
                labels,
            }
        })
        .collect()
}
