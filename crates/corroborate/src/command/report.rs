//! `corroborate report`.

use super::arguments::{ReportArguments, ReportFormat};
use super::{Outcome, output};
use anyhow::Result;
use corroborate::Options;

pub(super) fn run(arguments: &ReportArguments) -> Result<Outcome> {
    let story = corroborate::tell(&arguments.paths, &Options::default())?;
    let text = match arguments.format {
        ReportFormat::Json => corroborate::report::json(&story),
    };
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    Ok(Outcome::Done)
}
