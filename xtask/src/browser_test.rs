//! `cargo xtask browser-test` and `cargo xtask picture`: the page as a browser shows it.

use crate::command;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs a browser under `target/` where there is none yet, and checks the page of a story in it: it loads
/// without an error or a request, a cell shows its words, filters work, Tab reaches everything, paper holds all of
/// it, and axe-core finds nothing; then that a page of a hundred accounts scrolls. Screenshots are left beside the
/// browser.
///
/// # Errors
/// When something cannot be installed or started, or the page fails.
pub fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let folder = install(root)?;
    let binary = command::build(root)?;
    let page = folder.join("page.html");
    let story = vec![root.join("corpus").join(STORY).display().to_string()];
    write(&binary, if arguments.is_empty() { &story } else { arguments }, &page)?;
    let many = folder.join("many");
    copies(&root.join("corpus").join(STORY), &many)?;
    let large = folder.join("many.html");
    write(&binary, &[many.display().to_string()], &large)?;
    let shots = folder.join("screenshots");
    std::fs::create_dir_all(&shots).context("cannot create the folder of screenshots")?;
    node(root, "test.mjs", &[&page, &shots, &folder.join("chromium"), &large])
        .with_context(|| format!("the page fails in the browser; see {}", shots.display()))
}

/// Writes the picture of the README, `docs/report.png`, from the page of a story of `corpus/`.
///
/// # Errors
/// When something cannot be installed or started.
pub fn picture(root: &Path) -> Result<()> {
    let folder = install(root)?;
    let binary = command::build(root)?;
    let page = folder.join("page.html");
    write(&binary, &[root.join("corpus").join(STORY).display().to_string()], &page)?;
    node(root, "picture.mjs", &[&page, &root.join("docs/report.png"), &folder.join("chromium")])
}

/// Whether the browser is there, so that the test can run without a network.
pub fn is_installed(root: &Path) -> bool {
    let folder = folder(root);
    folder.join("chromium").exists() && folder.join("node_modules/axe-core").exists()
}

/// The story whose page is looked at when none is named.
const STORY: &str = "airport-strike";

/// How many accounts the large page has.
const MANY: usize = 100;

fn folder(root: &Path) -> PathBuf {
    root.join("target").join("browser")
}

fn install(root: &Path) -> Result<PathBuf> {
    let folder = folder(root);
    if !is_installed(root) {
        let installer = root.join("xtask/browser/install.sh");
        let status =
            Command::new("sh").arg(installer).arg(&folder).status().context("cannot start the installer")?;
        if !status.success() {
            bail!("the browser could not be installed; it needs apt-get and npm");
        }
    }
    Ok(folder)
}

fn write(binary: &Path, paths: &[String], page: &Path) -> Result<()> {
    let mut report = Command::new(binary);
    report.args(["report", "--format", "html", "--output"]).arg(page).args(paths);
    if !report.status().context("cannot start the command")?.success() {
        bail!("the page could not be written");
    }
    Ok(())
}

/// Starts a script of `xtask/browser` beside the packages that it asks for.
fn node(root: &Path, script: &str, arguments: &[&PathBuf]) -> Result<()> {
    let copy = folder(root).join(script);
    std::fs::copy(root.join("xtask/browser").join(script), &copy).context("cannot copy the script")?;
    if !Command::new("node").arg(copy).args(arguments).status().context("cannot start node")?.success() {
        bail!("{script} failed");
    }
    Ok(())
}

/// A folder of many accounts: those of a story again and again, each time without other paragraphs.
fn copies(story: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).context("cannot create a folder")?;
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(story).context("cannot read the story")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push((path.clone(), std::fs::read_to_string(&path)?));
        }
    }
    texts.sort();
    for (number, (_, text)) in (0..MANY).zip(texts.iter().cycle()) {
        let kept =
            text.split("\n\n").enumerate().filter(|(at, _)| *at < 3 || !(at * 7 + number).is_multiple_of(5));
        let kept: Vec<&str> = kept.map(|(_, paragraph)| paragraph).collect();
        // No two are the same file, which would be read once.
        let account = format!("{}\n\nAccount number {number}.\n", kept.join("\n\n").trim_end());
        std::fs::write(folder.join(format!("account-{number:03}.txt")), account)?;
    }
    Ok(())
}
