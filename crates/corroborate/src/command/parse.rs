//! `corroborate parse`.

use super::arguments::{ParseArguments, ParseFormat};
use super::{Outcome, output};
use anyhow::Result;
use corroborate::Options;
use corroborate::report::{parse_json, parse_text};

pub(super) fn run(arguments: &ParseArguments) -> Result<Outcome> {
    let (articles, _) = corroborate::read(&arguments.paths, &Options::default())?;
    let write = match arguments.format {
        ParseFormat::Json => parse_json,
        ParseFormat::Text => parse_text,
    };
    let text: String = articles.iter().map(write).collect();
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    Ok(Outcome::Done)
}
