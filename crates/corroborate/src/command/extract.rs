//! `corroborate extract`.

use super::arguments::ExtractArguments;
use super::{Outcome, output};
use anyhow::{Context, Result};
use corroborate::report::extract_line;
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// Lines that are annotated side by side.
const BATCH: usize = 256;

pub(super) fn run(arguments: &ExtractArguments) -> Result<Outcome> {
    let mut input: Box<dyn BufRead> = match arguments.input.as_deref() {
        Some(path) if path.as_os_str() != "-" => {
            let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            Box::new(BufReader::new(file))
        }
        _ => Box::new(std::io::stdin().lock()),
    };
    let mut whole = Vec::new();
    let mut number = 0;
    loop {
        let batch = batch(&mut input, &mut number)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<(String, bool)> =
            batch.par_iter().map(|(number, line)| extract_line(*number, line)).collect();
        let mut text = String::new();
        for (answer, _) in answers {
            text.push_str(&answer);
            text.push('\n');
        }
        match arguments.output {
            Some(_) => whole.extend_from_slice(text.as_bytes()),
            None => output::write(None, text.as_bytes())?,
        }
    }
    if let Some(path) = arguments.output.as_deref() {
        output::write(Some(path), &whole)?;
    }
    Ok(Outcome::Done)
}

/// The next lines that are not blank, each with its number.
fn batch(input: &mut dyn BufRead, number: &mut usize) -> Result<Vec<(usize, Vec<u8>)>> {
    let mut lines = Vec::new();
    while lines.len() < BATCH {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).context("cannot read the input")? == 0 {
            break;
        }
        *number += 1;
        if !line.trim_ascii().is_empty() {
            lines.push((*number, line));
        }
    }
    Ok(lines)
}
