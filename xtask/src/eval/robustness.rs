//! Odd input from suites of others: what panics, and what is lost without a word.

use super::{Context, Row, Section};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Every file of the suites through `parse`, and every hostile string as the text of an account.
pub fn suites(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/robustness") else { return Ok(None) };
    let scratch = context.root.join("target/robustness");
    std::fs::create_dir_all(&scratch).context("cannot make a folder under target")?;
    let mut suites: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    suites.sort();
    let (mut columns, mut counts) = (Vec::new(), Vec::new());
    for suite in suites.iter().filter(|suite| suite.is_dir()) {
        let mut count = Count::default();
        for path in super::containers::files(suite)? {
            // Read as what it is called and as a page, so that the reader of pages meets all of it.
            count.file(context, &path, &scratch)?;
        }
        columns.push(suite.file_name().unwrap_or_default().to_string_lossy().into_owned());
        counts.push(count);
    }
    let (strings, acted) = hostile(context, &folder, &scratch)?;
    columns.push("hostile strings".to_owned());
    counts.push(Count { files: strings, acted, ..Count::default() });
    let row =
        |of: fn(&Count) -> u32| counts.iter().map(|count| Some(f64::from(of(count)))).collect::<Vec<_>>();
    Ok(Some(Section {
        title: "Odd input".to_owned(),
        intro: "Files of suites for encodings, HTML, JSON, CSV and Unicode, each read under its own name and as a page; and \
                strings made to act where they are shown (naughty strings, XSS lists, DOMPurify's tests), as paragraphs of \
                two accounts. *Lost*: neither an article nor a word on why not. *Acted*: a panic, a report that does \
                not verify, or a page with an element more than its own script."
            .to_owned(),
        columns,
        rows: vec![
            Row::count("files or strings", row(|count| count.files)),
            Row::count("read", row(|count| count.read)),
            Row::count("refused by name", row(|count| count.refused)),
            Row::lower("lost", row(|count| count.lost)),
            Row::lower("panics", row(|count| count.panics)),
            Row::lower("acted", row(|count| count.acted)),
        ],
    }))
}

#[derive(Default)]
struct Count {
    files: u32,
    read: u32,
    refused: u32,
    lost: u32,
    panics: u32,
    acted: u32,
}

impl Count {
    fn file(&mut self, context: &Context, path: &Path, scratch: &Path) -> Result<()> {
        let page = scratch.join("as.html");
        std::fs::copy(path, &page).with_context(|| format!("cannot copy {}", path.display()))?;
        for path in [path, &page] {
            let output = Command::new(&context.binary)
                .arg("parse")
                .arg(path)
                .args(["--format", "json"])
                .stdin(Stdio::null())
                .output()
                .context("cannot start the command")?;
            self.files += 1;
            match output.status.code() {
                Some(0) if !output.stdout.is_empty() => self.read += 1,
                Some(2) if !output.stderr.is_empty() => self.refused += 1,
                Some(0 | 2) => {
                    self.lost += 1;
                    if context.misses {
                        eprintln!("lost: {}", path.display());
                    }
                }
                _ => {
                    self.panics += 1;
                    eprintln!(
                        "panic: {}: {}",
                        path.display(),
                        String::from_utf8_lossy(&output.stderr).trim()
                    );
                }
            }
        }
        Ok(())
    }
}

/// How many hostile strings there are, and how many times one of them acted.
fn hostile(context: &Context, folder: &Path, scratch: &Path) -> Result<(u32, u32)> {
    let read = |path: &str| {
        std::fs::read_to_string(folder.join(path)).with_context(|| format!("cannot read {path}"))
    };
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let mut strings: Vec<String> = serde_json::from_str(&read("naughty-strings/blns.json")?)?;
    strings.extend(lines(read("xss-payloads/xss-payload-list.txt")?));
    let tests: Vec<serde_json::Value> =
        serde_json::from_str(&read("dompurify-expect/dompurify-expect.json")?)?;
    strings.extend(tests.iter().filter_map(|test| Some(test.get("payload")?.as_str()?.to_owned())));
    let mut acted = 0;
    for (number, chunk) in strings.chunks(200).enumerate() {
        let story = scratch.join(format!("story-{number}"));
        std::fs::create_dir_all(&story)?;
        let text = chunk.join("\n\n");
        std::fs::write(story.join("a.txt"), &text)?;
        std::fs::write(
            story.join("b.txt"),
            format!("{}\n\n{text}", chunk.first().map_or("", String::as_str)),
        )?;
        let report = |format: &str, place: &Path| {
            Command::new(&context.binary)
                .arg("report")
                .args([story.join("a.txt"), story.join("b.txt")])
                .args(["--format", format, "--output"])
                .arg(place)
                .stderr(Stdio::null())
                .status()
                .context("cannot start the command")
        };
        let (json, page) = (scratch.join("story.json"), scratch.join("story.html"));
        let verified = report("json", &json)?.success()
            && Command::new(&context.binary)
                .arg("verify")
                .arg(&json)
                .stdout(Stdio::null())
                .status()?
                .success();
        let whole = report("html", &page)?.success();
        let markup = std::fs::read_to_string(&page)?;
        let own = ["<script", "<style", "<form"].iter().all(|tag| markup.matches(tag).count() == 1)
            && ["<iframe", "<img", "<object", "<embed", "<base", "<math", "<video"]
                .iter()
                .all(|tag| !markup.contains(tag));
        if !(verified && whole && own) {
            eprintln!("acted: {}", story.display());
            acted += 1;
        }
    }
    Ok((u32::try_from(strings.len()).unwrap_or(u32::MAX), acted))
}
