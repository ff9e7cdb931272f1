//! The project's own commands: `cargo xtask report | eval | bench | tidy | supply | fuzz | browser-test | picture | ci`.
//!
//! They start the release binary and cargo; no logic of the product lives here.

mod bench;
mod browser_test;
mod ci;
mod command;
mod eval;
mod fuzz;
mod report;
mod supply;
mod tidy;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_version_flag = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Compare the accounts of a story; without arguments, a story of `corpus/`.
    Report {
        /// The arguments of `corroborate report`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Measure quality on every set that is there and write `docs/evaluation.md`.
    Eval {
        /// Only the sections whose name contains this.
        #[arg(long)]
        only: Option<String>,
        /// Change nothing; fail if a figure fell below the committed table.
        #[arg(long)]
        check: bool,
        /// List what is wrong, finding by finding.
        #[arg(long)]
        misses: bool,
    },
    /// Check manifests against the layer table, and that each crate has what a crate must have.
    Tidy,
    /// Look at the page of a story in a browser; without arguments, a story of `corpus/`.
    BrowserTest {
        /// The paths of the story's accounts.
        paths: Vec<String>,
    },
    /// Check licences, sources and minimum Rust versions of what the project is built from.
    Supply,
    /// Run the fuzz targets one after another; needs cargo-fuzz.
    Fuzz {
        /// Only this one.
        target: Option<String>,
        /// How long each runs.
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Write the README's picture from the page of a story of `corpus/`.
    Picture,
    /// Measure speed and memory beside peers and write `docs/performance.md`.
    Bench {
        /// Documents in the corpus for near-duplicates.
        #[arg(long, default_value_t = 100_000)]
        documents: usize,
        /// How many of them the peers read: fewer take less time, and what they do in a second changes little.
        #[arg(long, default_value_t = 8_000)]
        peer_documents: usize,
        /// Accounts of the largest story.
        #[arg(long, default_value_t = 1000)]
        accounts: usize,
        /// Also cluster this many articles with two threads, and a half and a quarter of them; a million takes minutes.
        #[arg(long, default_value_t = 0)]
        clusters: usize,
        /// Leave the Python peers out.
        #[arg(long)]
        alone: bool,
        /// Leave the criterion benches out; the document keeps the table of the last run.
        #[arg(long)]
        quick: bool,
        /// Only the sections whose names contain this: stories, parts, passages, duplicates, sentences, names or clusters;
        /// the document keeps the others.
        #[arg(long)]
        only: Option<String>,
    },
    /// Everything that must hold before a change lands.
    Ci,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let root = root();
    match task {
        Task::Report { arguments } => report::run(&root, &arguments),
        Task::Eval { only, check, misses } => {
            eval::run(&root, &eval::Wish { only, check, misses }).map(|()| ExitCode::SUCCESS)
        }
        Task::Tidy => tidy::run(&root).map(|()| ExitCode::SUCCESS),
        Task::Supply => supply::run(&root).map(|()| ExitCode::SUCCESS),
        Task::Fuzz { target, seconds } => {
            fuzz::run(&root, target.as_deref(), seconds).map(|()| ExitCode::SUCCESS)
        }
        Task::Picture => browser_test::picture(&root).map(|()| ExitCode::SUCCESS),
        Task::BrowserTest { paths } => browser_test::run(&root, &paths).map(|()| ExitCode::SUCCESS),
        Task::Bench { documents, peer_documents, accounts, clusters, alone, quick, only } => {
            let wish = bench::Wish { documents, peer_documents, accounts, clusters, alone, quick, only };
            bench::run(&root, &wish).map(|()| ExitCode::SUCCESS)
        }
        Task::Ci => ci::run(&root).map(|()| ExitCode::SUCCESS),
    }
}

/// The workspace's folder: the one above this crate's.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
