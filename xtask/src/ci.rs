//! `cargo xtask ci`: everything that must hold before a change lands.

use crate::{browser_test, command, eval, supply, tidy};
use anyhow::{Context, Result};
use std::path::Path;
use std::time::Instant;

/// Formatting, lints, tidy, licences, tests, documentation, the page in a browser if one is installed, and the committed quality figures, cheapest first.
///
/// # Errors
/// At the first step that fails.
pub fn run(root: &Path) -> Result<()> {
    step("fmt", || command::cargo(root, &["fmt", "--all", "--check"]))?;
    step("tidy", || tidy::run(root))?;
    step("supply", || supply::run(root))?;
    step("clippy", || {
        command::cargo(
            root,
            &["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
        )
    })?;
    step("doc", || {
        // The workspace's own pages alone: broken links show as errors through the lints of each crate.
        command::cargo(root, &["doc", "--quiet", "--workspace", "--no-deps", "--locked"])
    })?;
    step("test", || command::cargo(root, &["test", "--workspace", "--locked"]))?;
    if browser_test::is_installed(root) {
        step("browser-test", || browser_test::run(root, &[]))?;
    }
    step("eval", || eval::run(root, &eval::Wish { check: true, ..eval::Wish::default() }))
}

fn step(name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("== {name}");
    let start = Instant::now();
    run().with_context(|| format!("the step `{name}`"))?;
    eprintln!("== {name}: {} s", start.elapsed().as_secs());
    Ok(())
}
