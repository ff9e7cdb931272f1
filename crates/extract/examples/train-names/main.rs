//! Trains the model of names and writes `data/names.model`.
//!
//! `cargo run --release -p corroborate-extract --example train-names -- BENCHMARKS [train|score|folds] [errors]` reads the
//! corpora that `data/README.md` names below the folder `BENCHMARKS`.
//!
//! - `train`, the default: trains, writes the weights and prints scores on documents that no weight has seen. The same
//!   input gives the same bytes.
//! - `score`: scores the tagger as it is on those documents.
//! - `folds`: scores each third of GUM's news, and each of the other sets, by a model that has not seen it; for choosing
//!   features and settings. Nothing is written.
//!
//! `errors` lists what is wrong.

mod corpora;
mod crf;
mod gum;
mod rename;
mod score;
mod weights;

use corpora::Document;
use corroborate_extract::{Mention, Sentence, mentions, training};
use corroborate_text::Span;
use score::Tally;
use std::error::Error;
use std::path::Path;
use std::{env, fs};
use weights::{Example, Weights};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let benchmarks = arguments.next().ok_or("the folder of the corpora is missing")?;
    let wish = arguments.next().unwrap_or_else(|| "train".to_owned());
    let errors = arguments.next().is_some_and(|argument| argument == "errors");
    let root = Path::new(&benchmarks);
    match wish.as_str() {
        "train" => {
            let weights = train(&corpora::training(root)?);
            fs::write(
                Path::new(env!("CARGO_MANIFEST_DIR")).join("data/names.model"),
                weights::pack(&weights),
            )?;
            held_out(root, &weights, errors)
        }
        "score" => score(root, errors),
        "folds" => folds(root, errors),
        _ => Err(format!("`{wish}` is none of train, score, folds").into()),
    }
}

/// Scores the tagger with the weights it is compiled with.
fn score(root: &Path, errors: bool) -> Result<(), Box<dyn Error>> {
    for (name, documents) in corpora::held_out(root)? {
        let mut tally = Tally::new(errors);
        for document in &documents {
            tally.add(document, named(&mentions(&document.text, &sentences(document))));
        }
        println!("{name}, whole tagger\n{tally}");
    }
    Ok(())
}

/// Scores the held-out documents under weights just learnt.
fn held_out(root: &Path, weights: &Weights, errors: bool) -> Result<(), Box<dyn Error>> {
    for (name, documents) in corpora::held_out(root)? {
        pair(name, documents.iter().map(|document| (document, weights)), errors);
    }
    Ok(())
}

/// Scores GUM's news documents outside the test split, each third by a model that has not seen it, and every other set
/// by a model of the rest.
fn folds(root: &Path, errors: bool) -> Result<(), Box<dyn Error>> {
    let third = |fold: usize| -> Result<(Vec<Document>, Weights), Box<dyn Error>> {
        let mut at = 0;
        let (unseen, seen): (Vec<_>, Vec<_>) = corpora::training(root)?.into_iter().partition(|document| {
            at += usize::from(document.news);
            document.news && at % 3 == fold
        });
        Ok((unseen, train(&seen)))
    };
    let thirds = [third(0)?, third(1)?, third(2)?];
    let news = thirds.iter().flat_map(|(unseen, weights)| unseen.iter().map(move |one| (one, weights)));
    pair("GUM news outside the test split", news, errors);
    for set in ["wikigold", "ewt", "politics"] {
        let (unseen, seen): (Vec<_>, Vec<_>) =
            corpora::training(root)?.into_iter().partition(|document| document.set == set);
        let weights = train(&seen);
        pair(set, unseen.iter().map(|document| (document, &weights)), errors);
    }
    held_out(root, &train(&corpora::training(root)?), errors)
}

/// Prints the scores of the model alone and of the whole tagger.
fn pair<'d>(name: &str, documents: impl Iterator<Item = (&'d Document, &'d Weights)>, errors: bool) {
    let (mut alone, mut whole) = (Tally::new(errors), Tally::new(errors));
    for (document, weights) in documents {
        alone.add(
            document,
            examples(document).into_iter().flat_map(|example| example.names(weights)).collect(),
        );
        let label = |features: &[Option<Vec<u32>>]| weights.labels(features);
        whole.add(document, named(&training::mentions_by(&document.text, &sentences(document), &label)));
    }
    println!("{name}, model alone\n{alone}");
    println!("{name}, whole tagger\n{whole}");
}

/// How much the copies with other people and places in them count, against the documents themselves.
const RENAMED: f32 = 0.3;

/// News counts for more than the rest, tweets for less.
fn train(documents: &[Document]) -> Weights {
    let weight = |document: &Document| match document.set {
        "gum" if document.news => 3.0,
        "tweets" | "wnut" => 0.5,
        _ => 1.0,
    };
    let mut sentences: Vec<(Example, f32)> = documents
        .iter()
        .flat_map(|document| examples(document).into_iter().map(|example| (example, weight(document))))
        .collect();
    let names = rename::Names::read();
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    for document in documents.iter().filter(|document| !matches!(document.set, "tweets" | "wnut")) {
        let copy = names.renamed(document, &mut seed);
        let weight = RENAMED * weight(document);
        sentences.extend(examples(&copy).into_iter().map(|example| (example, weight)));
    }
    eprintln!("{} documents, {} sentences with candidates", documents.len(), sentences.len());
    crf::train(&sentences)
}

fn named(mentions: &[Mention]) -> Vec<(Span, usize)> {
    mentions.iter().filter_map(|mention| Some((mention.span, corpora::kind(mention.kind)?))).collect()
}

fn sentences(document: &Document) -> Vec<Sentence> {
    document
        .sentences
        .iter()
        .map(|&span| Sentence { span, block: 0, role: corroborate_article::Role::Paragraph })
        .collect()
}

/// The sentences of a document that have a word that may be part of a name, with their right labels.
fn examples(document: &Document) -> Vec<Example> {
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
