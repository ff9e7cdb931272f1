//! `cargo xtask fuzz`: every entry point that takes bytes from outside, with a fuzzer.

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// Runs the targets one after another, each for so many seconds, from the saved cases and the accounts of `corpus/`.
/// It needs cargo-fuzz (`cargo install cargo-fuzz --locked`). A case that fails is to be kept in
/// `crates/corroborate/tests/cases/TARGET`, where every test run replays it.
///
/// # Errors
/// When cargo-fuzz is missing, or at the first target that fails.
pub fn run(root: &Path, only: Option<&str>, seconds: u32) -> Result<()> {
    let cases = root.join("crates/corroborate/tests/cases");
    let mut targets: Vec<String> = std::fs::read_dir(&cases)
        .context("cannot read the saved cases")?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    targets.sort();
    for target in targets.iter().filter(|target| only.is_none_or(|only| *target == only)) {
        // What the fuzzer finds of interest goes into the first folder.
        let found = root.join("target/fuzz-corpus").join(target);
        std::fs::create_dir_all(&found).context("cannot create a folder")?;
        let mut fuzz = Command::new("cargo");
        // Instrumentation is asked of the one toolchain that there is.
        fuzz.env("RUSTC_BOOTSTRAP", "1").current_dir(root);
        fuzz.args(["fuzz", "run", "--fuzz-dir", "xtask/fuzz", target]).arg(&found).arg(cases.join(target));
        if matches!(target.as_str(), "plain" | "html" | "dates" | "quantities" | "story") {
            fuzz.args(["airport-strike", "data-leak"].map(|story| root.join("corpus").join(story)));
        }
        fuzz.args(["--", "-rss_limit_mb=4096", "-timeout=20", "-print_final_stats=1"]);
        fuzz.arg(format!("-max_total_time={seconds}"));
        if !fuzz.status().context("cannot start cargo")?.success() {
            bail!("{target}: see above; is cargo-fuzz installed?");
        }
    }
    Ok(())
}
