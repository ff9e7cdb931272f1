//! Fits the weights of `crates/compare/data/alignment.tsv` to stories with gold.
//!
//! `cargo run --release -p corroborate --example train-alignment -- OUT.tsv STORY...`, each story a folder with its
//! accounts and a `gold.json`. Two sentences state the same where the gold gives words of both as evidence of one
//! claim. The second look is fitted to what a first look says that was fitted without the story at hand. Prints, for
//! each story, the best F1 over pairs of sentences of models fitted to the other stories.

mod gold;

use corroborate::compare::training::{Looked, first_names, fit, likely, second_names};
use gold::same;
use std::fmt::Write as _;
use std::path::PathBuf;

const FIRST_PENALTY: f64 = 3.0;
const SECOND_PENALTY: f64 = 10.0;

type Model = (f64, Vec<f64>);

struct Story {
    name: String,
    looked: Looked,
    first: Vec<Vec<f64>>,
    same: Vec<bool>,
    /// Pairs of the gold, those that are never looked at among them.
    pairs: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let out = arguments.next().ok_or("usage: train-alignment OUT.tsv STORY...")?;
    let mut stories = Vec::new();
    for folder in arguments {
        let story = corroborate::tell(std::slice::from_ref(&folder), &corroborate::Options::default())?;
        let looked = Looked::at(&story.accounts);
        let (same, pairs) = same(&folder, &story.accounts, &looked)?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        stories.push(Story { name, first: looked.first(), looked, same, pairs });
    }
    let all: Vec<&Story> = stories.iter().collect();
    let mut sum = 0.0;
    for held in &stories {
        let others: Vec<&Story> = stories.iter().filter(|story| story.name != held.name).collect();
        let (first, second) = train(&others);
        let seen: Vec<f64> = held.first.iter().map(|row| likely(&first, row)).collect();
        let scores: Vec<f64> = held.looked.second(&seen).iter().map(|row| likely(&second, row)).collect();
        let (f1, threshold) = best(&scores, &held.same, held.pairs);
        sum += f1;
        println!("{:<16} best F1 {f1:.3} from {threshold:.2}, {} pairs", held.name, held.pairs);
    }
    println!("mean {:.3}", sum / stories.len().max(1) as f64);
    let (first, second) = train(&all);
    std::fs::write(out, table(&first, &second)?)?;
    Ok(())
}

/// Fits both looks; what the second is shown of each story comes from a first look fitted to the others.
fn train(stories: &[&Story]) -> (Model, Model) {
    let (mut rows, mut same) = (Vec::new(), Vec::new());
    for story in stories {
        let others: Vec<&Story> = stories.iter().filter(|other| other.name != story.name).copied().collect();
        let first = first_look(&others);
        let seen: Vec<f64> = story.first.iter().map(|row| likely(&first, row)).collect();
        rows.extend(story.looked.second(&seen));
        same.extend_from_slice(&story.same);
    }
    (first_look(stories), fit(&rows, &same, SECOND_PENALTY))
}

fn first_look(stories: &[&Story]) -> Model {
    let rows: Vec<Vec<f64>> = stories.iter().flat_map(|story| story.first.iter().cloned()).collect();
    let same: Vec<bool> = stories.iter().flat_map(|story| story.same.iter().copied()).collect();
    fit(&rows, &same, FIRST_PENALTY)
}

/// The best F1 that any threshold gives, and the threshold.
fn best(scores: &[f64], same: &[bool], pairs: usize) -> (f64, f64) {
    let mut order: Vec<(f64, bool)> = scores.iter().copied().zip(same.iter().copied()).collect();
    order.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut right, mut found) = (0.0, (0.0, 1.0));
    for (taken, &(score, same)) in order.iter().enumerate() {
        right += f64::from(u8::from(same));
        let f1 = 2.0 * right / (taken as f64 + 1.0 + pairs as f64);
        if f1 > found.0 {
            found = (f1, score);
        }
    }
    found
}

fn table(first: &Model, second: &Model) -> Result<String, std::fmt::Error> {
    let mut out = String::from("# look\tnumber\tweight\n");
    for (look, names, (bias, weights)) in
        [("first", first_names(), first), ("second", second_names(), second)]
    {
        writeln!(out, "{look}\tbias\t{bias:.5}")?;
        for (name, weight) in names.iter().zip(weights) {
            writeln!(out, "{look}\t{name}\t{weight:.5}")?;
        }
    }
    Ok(out)
}
