//! `cargo xtask browser-test`: the page as a browser shows it.

use crate::command;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs a browser under `target/` where there is none yet, and checks the page of a story in it: it loads
/// without an error or a request, a cell shows its words, filters work, Tab reaches everything, and axe-core
/// finds nothing. Screenshots are left beside the browser.
///
/// # Errors
/// When something cannot be installed or started, or the page fails.
pub fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let folder = folder(root);
    if !is_installed(root) {
        let installer = root.join("xtask/browser/install.sh");
        let status =
            Command::new("sh").arg(installer).arg(&folder).status().context("cannot start the installer")?;
        if !status.success() {
            bail!("the browser could not be installed; it needs apt-get and npm");
        }
    }
    let binary = command::build(root)?;
    let page = folder.join("page.html");
    let story = root.join("corpus").join(STORY);
    let mut report = Command::new(binary);
    report.arg("report").args(["--format", "html", "--output"]).arg(&page);
    if arguments.is_empty() {
        report.arg(story)
    } else {
        report.args(arguments)
    };
    if !report.status().context("cannot start the command")?.success() {
        bail!("the page could not be written");
    }
    // Node looks for packages beside the file that asks for them.
    let script = folder.join("test.mjs");
    std::fs::copy(root.join("xtask/browser/test.mjs"), &script).context("cannot copy the test")?;
    let shots = folder.join("screenshots");
    std::fs::create_dir_all(&shots).context("cannot create the folder of screenshots")?;
    let mut test = Command::new("node");
    test.arg(script).arg(page).arg(&shots).arg(folder.join("chromium"));
    if !test.status().context("cannot start node")?.success() {
        bail!("the page fails in the browser; see {}", shots.display());
    }
    Ok(())
}

/// Whether the browser is there, so that the test can run without a network.
pub fn is_installed(root: &Path) -> bool {
    let folder = folder(root);
    folder.join("chromium").exists() && folder.join("node_modules/axe-core").exists()
}

/// The story whose page is looked at when none is named.
const STORY: &str = "airport-strike";

fn folder(root: &Path) -> PathBuf {
    root.join("target").join("browser")
}
