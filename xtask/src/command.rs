//! Starts cargo and the product's command.

use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs cargo with these arguments in the workspace, its output shown as it comes.
///
/// # Errors
/// When cargo cannot be started or does not succeed.
pub fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .current_dir(root)
        .status()
        .context("cannot start cargo")?;
    if !status.success() {
        bail!("cargo {} failed", arguments.join(" "));
    }
    Ok(())
}

/// Builds the release binary and gives its path.
///
/// # Errors
/// When it does not build.
pub fn build(root: &Path) -> Result<PathBuf> {
    cargo(root, &["build", "--quiet", "--release", "--package", "corroborate"])?;
    Ok(release(root).join(format!("corroborate{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds an example program of a package, in release, and gives its path.
///
/// # Errors
/// When it does not build.
pub fn example(root: &Path, package: &str, name: &str) -> Result<PathBuf> {
    cargo(root, &["build", "--quiet", "--release", "--package", package, "--example", name])?;
    Ok(release(root).join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

fn release(root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join("release")
}

/// Runs the binary and gives what it wrote to standard output.
///
/// # Errors
/// When it cannot be started, or ends with a status other than 0; the error holds what it wrote to standard error.
pub fn output(binary: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(binary).args(arguments).output().context("cannot start the command")?;
    if !output.status.success() {
        bail!("corroborate {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

/// Runs the binary with `input` on its standard input and gives what it wrote to standard output.
///
/// # Errors
/// As [`output`].
pub fn pipe(binary: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>> {
    let mut child = Command::new(binary)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start the command")?;
    let mut stdin = child.stdin.take().context("the command has no standard input")?;
    let output = std::thread::scope(|scope| {
        // Written beside the reading, so that neither side waits for the other with a full pipe.
        let writer = scope.spawn(move || stdin.write_all(input));
        let output = child.wait_with_output();
        writer.join().ok();
        output
    })?;
    if !output.status.success() {
        bail!("corroborate {} ended with {}", arguments.join(" "), output.status);
    }
    Ok(output.stdout)
}
