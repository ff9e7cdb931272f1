//! Trains the model of names and writes `data/names.model`.
//!
//! `cargo run --release -p corroborate-extract --example train-names -- BENCHMARKS [EPOCHS]` reads the corpora that
//! `data/README.md` names below the folder `BENCHMARKS`, trains, prints scores on the held-out documents and writes the
//! weights. The same input gives the same bytes. With 0 epochs it scores the tagger as it is and writes nothing.

mod corpora;
mod perceptron;
mod score;

use corroborate_extract::{Sentence, mentions, training};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let benchmarks = arguments.next().ok_or("the folder of the corpora is missing")?;
    let epochs: usize = arguments.next().map_or(Ok(6), |count| count.parse())?;
    let root = Path::new(&benchmarks);
    if env::var_os("FOLDS").is_some() {
        return folds(root, epochs);
    }
    if epochs > 0 {
        let mut documents = corpora::training(root)?;
        if env::var_os("THIRD").is_some() {
            let mut at = 0;
            documents.retain(|document| {
                at += usize::from(document.news);
                !document.news || at % 3 != 0
            });
        }
        let times = |document: &corpora::Document| if document.gum { 2 } else { 1 };
        let sentences: Vec<perceptron::Example> = documents
            .iter()
            .flat_map(|document| (0..times(document)).flat_map(|_| examples(document)))
            .collect();
        eprintln!("{} documents, {} sentences with candidates", documents.len(), sentences.len());
        let weights = perceptron::train(&sentences, epochs);
        fs::write(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("data/names.model"),
            perceptron::pack(&weights),
        )?;
        for (name, documents) in corpora::held_out(root)? {
            println!("{name}, model alone");
            let mut tally = score::Tally::default();
            for document in &documents {
                let found =
                    examples(document).into_iter().flat_map(|example| example.names(&weights)).collect();
                tally.add(document, found);
            }
            println!("{tally}");
        }
        return Ok(());
    }
    let errors = env::var_os("ERRORS").is_some();
    if env::var_os("THIRD").is_some() {
        let mut tally = score::Tally::default();
        tally.errors = errors;
        let mut at = 0;
        for document in corpora::training(root)? {
            at += usize::from(document.news);
            if document.news && at % 3 == 0 {
                let found = mentions(&document.text, &sentences(&document));
                tally.add(
                    &document,
                    found
                        .iter()
                        .filter_map(|mention| Some((mention.span, corpora::kind(mention.kind)?)))
                        .collect(),
                );
            }
        }
        println!("a third of GUM news, whole tagger\n{tally}");
        return Ok(());
    }
    for (name, documents) in corpora::held_out(root)? {
        println!("{name}, whole tagger");
        let mut tally = score::Tally::default();
        tally.errors = errors;
        for document in &documents {
            let found = mentions(&document.text, &sentences(document));
            tally.add(
                document,
                found
                    .iter()
                    .filter_map(|mention| Some((mention.span, corpora::kind(mention.kind)?)))
                    .collect(),
            );
        }
        println!("{tally}");
    }
    Ok(())
}

/// Scores GUM's news documents outside the test split, each third by a model that has not seen it.
fn folds(root: &Path, epochs: usize) -> Result<(), Box<dyn Error>> {
    let mut tally = score::Tally::default();
    tally.errors = env::var_os("ERRORS").is_some();
    for fold in 0..3 {
        let documents = corpora::training(root)?;
        let mut at = 0;
        let (mut seen, mut unseen) = (Vec::new(), Vec::new());
        for document in documents {
            at += usize::from(document.news);
            if document.news && at % 3 == fold { unseen.push(document) } else { seen.push(document) }
        }
        let sentences: Vec<perceptron::Example> = seen.iter().flat_map(examples).collect();
        let weights = perceptron::train(&sentences, epochs);
        for document in &unseen {
            let found = examples(document).into_iter().flat_map(|example| example.names(&weights)).collect();
            tally.add(document, found);
        }
    }
    println!("GUM news outside the test split, by thirds, model alone\n{tally}");
    Ok(())
}

fn sentences(document: &corpora::Document) -> Vec<Sentence> {
    document
        .sentences
        .iter()
        .map(|&span| Sentence { span, block: 0, role: corroborate_article::Role::Paragraph })
        .collect()
}

/// The sentences of a document that have a word that may be part of a name, with their right labels.
fn examples(document: &corpora::Document) -> Vec<perceptron::Example> {
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
            perceptron::Example {
                spans: words.iter().map(|word| word.span).collect(),
                features: words.into_iter().map(|word| word.features).collect(),
                labels,
            }
        })
        .collect()
}
