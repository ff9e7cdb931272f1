//! `cargo xtask report`: the main job.

use crate::command;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Command, ExitCode};

/// Hands the arguments to `corroborate report`. Where they ask for no format and no output, it writes the page
/// as a file, prints the summary and says where the page lies.
///
/// # Errors
/// When the command cannot be built or started.
pub fn run(root: &Path, arguments: &[String]) -> Result<ExitCode> {
    let binary = command::build(root)?;
    let chosen = |name: &str| {
        arguments.iter().any(|argument| argument == name || argument.starts_with(&format!("{name}=")))
    };
    if ["--format", "--output", "-o", "-f", "--json", "--help"].iter().any(|name| chosen(name)) {
        return start(&binary, arguments);
    }
    let story = root.join("corpus").join(DEFAULT_STORY);
    let paths = if arguments.is_empty() { vec![story.display().to_string()] } else { arguments.to_vec() };
    let page = root.join("target").join("report.html");
    if let Some(folder) = page.parent() {
        std::fs::create_dir_all(folder).context("cannot create the target folder")?;
    }
    let mut written = paths.clone();
    written.extend(["--format".into(), "html".into(), "--output".into(), page.display().to_string()]);
    let code = start(&binary, &written)?;
    if code != ExitCode::SUCCESS {
        return Ok(code);
    }
    let mut summary = paths;
    summary.extend(["--format".into(), "text".into()]);
    let code = start(&binary, &summary)?;
    println!("\nThe page: {}", page.display());
    Ok(code)
}

/// The story compared when none is named.
const DEFAULT_STORY: &str = "airport-strike";

fn start(binary: &Path, arguments: &[String]) -> Result<ExitCode> {
    let status =
        Command::new(binary).arg("report").args(arguments).status().context("cannot start the command")?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
