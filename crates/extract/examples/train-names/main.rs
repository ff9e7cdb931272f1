//! Trains the model of names and writes `data/names.model`.
//!
//! `cargo run --release -p corroborate-extract --example train-names -- BENCHMARKS [train|score|folds] [errors]` reads the
//! corpora that `data/README.md` names below the folder `BENCHMARKS`.
//!
//! - `train`, the default: trains, writes the weights and prints scores on documents that no weight has seen. The same
//!   input gives the same bytes.
//! - `score`: scores the tagger as it is on those documents and on the invented news of `tests/world`.
//! - `folds`: scores each third of GUM's news, and each of the other sets, by a model that has not seen it; for choosing
//!   features and settings. Nothing is written.
//!
//! `errors` lists what is wrong.

mod chance;
mod corpora;
mod crf;
mod gum;
mod invent;
mod learn;
mod rename;
mod score;
mod templates;
mod weights;

use corpora::Document;
use corroborate_extract::{Mention, Sentence, inputs, mentions, training};
use corroborate_text::Span;
use learn::{examples, train};
use score::Tally;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};
use weights::Weights;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let benchmarks = arguments.next().ok_or("the folder of the corpora is missing")?;
    let wish = arguments.next().unwrap_or_else(|| "train".to_owned());
    let errors = arguments.next().is_some_and(|argument| argument == "errors");
    let root = Path::new(&benchmarks);
    match wish.as_str() {
        "train" => {
            let weights = train(&corpora::training(root)?);
            write(&weights::pack(&weights))?;
            held_out(root, &weights, errors)
        }
        "score" => score(root, errors),
        "folds" => folds(root, errors),
        _ => Err(format!("`{wish}` is none of train, score, folds").into()),
    }
}

/// Writes the weights, and what they belong to.
fn write(model: &[u8]) -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    fs::write(data.join("names.model"), model)?;
    let mut noted = String::from(
        "# What names.model was trained with: hashes of the rows of each list, of the features of some words, and of the\n\
         # weights. Written by the example train-names; the test `model` holds it against the lists as they are.\n",
    );
    for list in inputs::LISTS {
        let hash = inputs::list_hash(&fs::read_to_string(data.join(list))?);
        writeln!(noted, "{list}\t{hash:016x}")?;
    }
    writeln!(noted, "features\t{:016x}", inputs::features_hash())?;
    writeln!(noted, "names.model\t{:016x}", corroborate_text::word_hash(model))?;
    Ok(fs::write(data.join("names.inputs"), noted)?)
}

/// Scores the tagger with the weights it is compiled with.
fn score(root: &Path, errors: bool) -> Result<(), Box<dyn Error>> {
    for (name, documents) in corpora::invented().into_iter().chain(corpora::held_out(root)?) {
        // What is set aside is not to be looked into.
        let mut tally = Tally::new(errors && !name.contains("set aside"));
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
    Ok(())
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

fn named(mentions: &[Mention]) -> Vec<(Span, usize)> {
    mentions.iter().filter_map(|mention| Some((mention.span, corpora::kind(mention.kind)?))).collect()
}

/// The sentences of a document as the tagger takes them.
pub fn sentences(document: &Document) -> Vec<Sentence> {
    document
        .sentences
        .iter()
        .map(|&span| Sentence { span, block: 0, role: corroborate_article::Role::Paragraph })
        .collect()
}
