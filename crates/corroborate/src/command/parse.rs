//! `corroborate parse`.

use super::arguments::{ParseArguments, ParseFormat};
use super::{Outcome, output, remark, unreadable};
use anyhow::Result;
use corroborate::Options;
use corroborate::report::{parse_json, parse_text};

pub(super) fn run(arguments: &ParseArguments) -> Result<Outcome> {
    let mut options = Options::default();
    options.ingest.max_bytes = arguments.reading.max_bytes;
    let (articles, diagnostics) = corroborate::read(&arguments.paths, &options).map_err(unreadable)?;
    remark(&diagnostics, articles.iter());
    let write = match arguments.format {
        ParseFormat::Json => parse_json,
        ParseFormat::Text => parse_text,
    };
    let text: String = articles.iter().map(write).collect();
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    Ok(Outcome::Done)
}
