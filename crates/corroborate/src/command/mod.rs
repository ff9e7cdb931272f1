//! The command line: what it takes, and what it does with it.

mod arguments;
mod extract;
mod output;
mod parse;
mod report;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

/// How a run ended, when it was not an error.
enum Outcome {
    /// All went well.
    Done,
}

/// Runs the command on the process's arguments.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Report(arguments) => report::run(&arguments),
        Command::Parse(arguments) => parse::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("corroborate: {error:#}");
            ExitCode::from(2)
        }
    }
}
