//! `corroborate verify`.

use super::arguments::VerifyArguments;
use super::{Outcome, output};
use anyhow::{Context, Result};
use corroborate::report::visible;
use std::fmt::Write;
use std::io::Read;
use std::path::Path;

pub(super) fn run(arguments: &VerifyArguments) -> Result<Outcome> {
    let path = &arguments.report;
    let cannot = || format!("cannot read the report {}", path.display());
    let (report, folder) = if path.as_os_str() == "-" {
        let mut report = String::new();
        std::io::stdin().lock().read_to_string(&mut report).with_context(cannot)?;
        (report, None)
    } else {
        (std::fs::read_to_string(path).with_context(cannot)?, path.parent().map(Path::to_owned))
    };
    let result = corroborate::verify(&report, folder.as_deref(), &arguments.paths).with_context(cannot)?;
    let mut text = String::new();
    for failure in &result.failures {
        let place = if failure.place.is_empty() { "report" } else { &failure.place };
        let _ = writeln!(text, "{}: {}", visible(place), visible(&failure.message));
    }
    let _ = match result.failures.len() {
        0 => writeln!(text, "{} sources, {} spans: all hold", result.sources, result.spans),
        failures => {
            writeln!(text, "{} sources, {} spans: {failures} failures", result.sources, result.spans)
        }
    };
    output::write(None, text.as_bytes())?;
    Ok(if result.failures.is_empty() { Outcome::Done } else { Outcome::Failed })
}
