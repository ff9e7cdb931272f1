//! The command line: what it takes, and what it does with it.

mod arguments;
mod extract;
mod output;
mod parse;
mod progress;
mod report;
mod verify;

use anyhow::{Context, Result};
use arguments::{Arguments, Command};
use clap::{ColorChoice, CommandFactory, Parser};
use corroborate::article::{Article, Diagnostic, Severity};
use corroborate::ingest::IngestError;
use std::process::ExitCode;

/// How a run ended, when it was not an error.
enum Outcome {
    /// All went well.
    Done,
    /// A check found something that does not hold.
    Failed,
}

/// Runs the command on the process's arguments.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.color {
        ColorChoice::Auto => {}
        ColorChoice::Always => anstream::ColorChoice::Always.write_global(),
        ColorChoice::Never => anstream::ColorChoice::Never.write_global(),
    }
    match dispatch(&arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::FAILURE,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say("error", &format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn dispatch(arguments: &Arguments) -> Result<Outcome> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads);
    // A single thread is this one: a second would only wait and keep memory of its own.
    let threads = if arguments.threads == 1 { threads.use_current_thread() } else { threads };
    threads.build_global().context("cannot start the threads")?;
    match &arguments.command {
        Command::Report(arguments) => report::run(arguments),
        Command::Parse(arguments) => parse::run(arguments),
        Command::Extract(arguments) => extract::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Schema(arguments) => {
            output::write(arguments.output.as_deref(), corroborate::report::schema().as_bytes())?;
            Ok(Outcome::Done)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "corroborate", &mut script);
            output::write(None, &script)?;
            Ok(Outcome::Done)
        }
    }
}

/// What could not be read, and what to do about it. The message of the cause is part of its own.
#[expect(clippy::needless_pass_by_value, reason = "stands where an error is mapped")]
fn unreadable(error: IngestError) -> anyhow::Error {
    match &error {
        IngestError::Unreadable { .. } => anyhow::anyhow!("{error}; check the path and its permissions"),
        IngestError::NoArticle { .. } => anyhow::anyhow!("{error}"),
    }
}

/// Tells on standard error what went wrong while reading; notes stay in the report.
fn remark<'a>(whole: &[Diagnostic], articles: impl Iterator<Item = &'a Article>) {
    for remark in whole {
        say(remark.severity.name(), &remark.message);
    }
    for article in articles {
        for remark in article.diagnostics.iter().filter(|remark| remark.severity > Severity::Note) {
            say(remark.severity.name(), &format!("{}: {}", article.source.path, remark.message));
        }
    }
}

/// One line on standard error. That it cannot be written is no reason to stop.
fn say(severity: &str, message: &str) {
    use std::io::Write;
    let style = anstyle::Style::new().bold();
    let message = corroborate::report::visible(message);
    let _ = writeln!(anstream::stderr(), "{style}corroborate: {severity}:{style:#} {message}");
}
