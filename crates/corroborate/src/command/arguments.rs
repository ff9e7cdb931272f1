//! What the command line takes.

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

const TEMPLATE: &str = "\
{about-with-newline}
{before-help}{usage-heading} {usage}

{all-args}{after-help}";

const EXAMPLES: &str = "\
Examples:
  corroborate report story/ --output story.html   compare the accounts in a folder, as a page
  corroborate report a.txt b.html                 the same as a summary in the terminal
  corroborate report story/ --format json         for programs
  corroborate verify story.json                   check a report against its sources";

const REPORT_EXAMPLES: &str = "\
Examples:
  corroborate report story/                                 a summary in the terminal
  corroborate report story/ --output story.html             a page that opens in any browser
  corroborate report story/ --format csv --output tables/   one table a file
  corroborate report a.txt b.txt --format json | jq '.differences[] | .explanation'";

const PARSE_EXAMPLES: &str = "\
Examples:
  corroborate parse page.html                       what is what on the page
  corroborate parse story/ --format json | jq .body";

const EXTRACT_EXAMPLES: &str = r#"Examples:
  echo '{"id": 1, "text": "It opened on Monday.", "date": "2024-05-08"}' | corroborate extract
  corroborate extract --input texts.jsonl > annotations.jsonl

Each line is {"id": …, "text": …, "date": …}; `date` is the ISO 8601 date that "yesterday" is relative to, and
may be left out. A line that cannot be read is answered by {"line": N, "error": …}, and the rest goes on."#;

const VERIFY_EXAMPLES: &str = "\
Examples:
  corroborate verify story.json             sources where the report says they are, or beside the report
  corroborate verify story.json copies/     the same sources, elsewhere

Exit status: 0 when every word holds, 1 when one does not, 2 when there is no report to check.";

/// Compares several accounts of one event and shows the words as evidence.
#[derive(Debug, Parser)]
#[command(
    version,
    help_template = TEMPLATE,
    before_help = EXAMPLES,
    after_help = "Exit status: 0 done, 1 a verify that fails, 2 misuse or unreadable input.",
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colour; NO_COLOR and TERM=dumb turn it off too.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, global = true, value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// How many threads to use, 0 for one a core. The result is the same for any number.
    #[arg(long, default_value_t = 0, global = true, value_name = "N")]
    pub(super) threads: usize,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the accounts of one story.
    #[command(help_template = TEMPLATE, before_help = REPORT_EXAMPLES)]
    Report(ReportArguments),
    /// Show the structure of each account: metadata, blocks, body.
    #[command(help_template = TEMPLATE, before_help = PARSE_EXAMPLES)]
    Parse(ParseArguments),
    /// Annotate texts: JSON Lines in, JSON Lines out.
    #[command(help_template = TEMPLATE, before_help = EXTRACT_EXAMPLES)]
    Extract(ExtractArguments),
    /// Check every span of a report against its sources.
    #[command(help_template = TEMPLATE, before_help = VERIFY_EXAMPLES)]
    Verify(VerifyArguments),
    /// Write the JSON Schema of the report.
    Schema(SchemaArguments),
    /// Write a completion script for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: Shell,
    },
}

#[derive(Debug, Args)]
pub(super) struct ReportArguments {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What to write; without it, what the ending of --output says, or text.
    #[arg(long, value_enum)]
    pub(super) format: Option<ReportFormat>,
    /// Write here instead of to standard output: all of it, or nothing. A folder for tables.
    #[arg(long, short, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// Lowest score at which two statements are taken for the same claim, 0 to 1.
    #[arg(long, value_name = "SCORE", value_parser = share, default_value_t = corroborate::compare::Options::default().align_threshold)]
    pub(super) align_threshold: f64,
    /// Fewest words of a shared passage.
    #[arg(long, value_name = "WORDS", default_value_t = corroborate::compare::Options::default().reuse_min_words)]
    pub(super) reuse_min_words: usize,
    /// A person's decisions to replay; without it, the `review.toml` of a folder that is given.
    #[arg(long, value_name = "FILE")]
    pub(super) review: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// One page that opens in any browser, also offline.
    Html,
    /// For a wiki or a pull request.
    Markdown,
    /// For programs: schema `corroborate-report/1`.
    Json,
    /// Tables of claims, differences and quotations.
    Csv,
    /// The same tables for analysis; --output names a folder.
    #[cfg(feature = "parquet")]
    Parquet,
    /// A summary for the terminal.
    Text,
}

#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    /// Read files larger than this only up to it.
    #[arg(long, value_name = "BYTES", default_value_t = corroborate::ingest::Options::default().max_bytes)]
    pub(super) max_bytes: u64,
}

#[derive(Debug, Args)]
pub(super) struct ParseArguments {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = ParseFormat::Text)]
    pub(super) format: ParseFormat,
    /// Write here instead of to standard output: all of it, or nothing.
    #[arg(long, short, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
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
    /// Read from this file instead of from standard input.
    #[arg(long, short, value_name = "FILE")]
    pub(super) input: Option<PathBuf>,
    /// Write here instead of to standard output: all of it, or nothing.
    #[arg(long, short, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// The report, as JSON; `-` for standard input.
    #[arg(value_name = "REPORT.json")]
    pub(super) report: PathBuf,
    /// Its sources, where they are not where the report says.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// Write here instead of to standard output: all of it, or nothing.
    #[arg(long, short, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
}

fn share(given: &str) -> Result<f64, String> {
    match given.parse::<f64>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("must be a number from 0 to 1".to_owned()),
    }
}
