//! The weights of the model of names belong to the lists and features that they were learnt with.

use corroborate_extract::inputs::{LISTS, features_hash, list_hash};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What to do where they no longer do.
const AGAIN: &str = "the model of names was trained with other lists or features: train it anew with \
    `cargo run --release -p corroborate-extract --example train-names -- BENCHMARKS` (data/README.md)";

#[test]
fn the_model_was_trained_with_these_lists_and_features() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let noted = fs::read_to_string(data.join("names.inputs")).expect("the inputs are noted");
    let noted: BTreeMap<&str, &str> =
        corroborate_text::rows(&noted).filter_map(|row| row.split_once('\t')).collect();
    let now = |name: &str| match name {
        "features" => format!("{:016x}", features_hash()),
        "names.model" => {
            let bytes = fs::read(data.join(name)).expect("the model is there");
            format!("{:016x}", corroborate_text::word_hash(&bytes))
        }
        list => {
            format!("{:016x}", list_hash(&fs::read_to_string(data.join(list)).expect("the list is there")))
        }
    };
    for name in LISTS.into_iter().chain(["features", "names.model"]) {
        assert_eq!(noted.get(name).copied(), Some(now(name).as_str()), "{name}: {AGAIN}");
    }
}

/// No list that the build script reads into the tables of words and phrases is left out.
#[test]
fn every_list_of_the_tables_is_noted() {
    let build = include_str!("../build.rs");
    let phrases_and_words =
        build.split("/// The letter of each given name's gender.").next().unwrap_or_default();
    let quoted = phrases_and_words.split('"').skip(1).step_by(2);
    for list in quoted.filter(|name| name.ends_with(".txt") || name.ends_with(".tsv")) {
        assert!(LISTS.contains(&list) || list == "institutions.txt", "{list} is not in LISTS");
    }
}
