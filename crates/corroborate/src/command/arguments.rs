//! What the command line takes.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Compares several accounts of one event and shows the words as evidence.
#[derive(Debug, Parser)]
#[command(version)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the accounts of one story.
    Report(ReportArguments),
    /// Show the structure of each account: metadata, blocks, body.
    Parse(ParseArguments),
    /// Annotate texts: JSON Lines in, JSON Lines out.
    Extract(ExtractArguments),
}

#[derive(Debug, Args)]
pub(super) struct ReportArguments {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = ReportFormat::Json)]
    pub(super) format: ReportFormat,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For programs: schema `corroborate-report/1`.
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ParseArguments {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = ParseFormat::Text)]
    pub(super) format: ParseFormat,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ParseFormat {
    /// One object an article, one a line.
    Json,
    /// A list of blocks for a person to read.
    Text,
}

#[derive(Debug, Args)]
pub(super) struct ExtractArguments {
    /// Read from this file instead of standard input.
    #[arg(long, value_name = "FILE")]
    pub(super) input: Option<PathBuf>,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
}
