//! The peers in Python, in an environment of their own under `target`.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The packages; versions are what the index gives, and stand in the document.
const PACKAGES: [&str; 5] = ["rensa", "datasketch", "rapidfuzz", "scikit-learn", "sparse-dot-topn"];

pub struct Peers {
    python: PathBuf,
    script: PathBuf,
}

impl Peers {
    /// Makes the environment where there is none; `None` where that cannot be.
    pub fn find(root: &Path, folder: &Path) -> Option<Self> {
        let environment = folder.join("venv");
        let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        if !python.exists() {
            let made = Command::new("python3").args(["-m", "venv"]).arg(&environment).status();
            let installed = made.ok().filter(std::process::ExitStatus::success).and_then(|_| {
                let mut pip = Command::new(&python);
                pip.args(["-m", "pip", "install", "--quiet"]).args(PACKAGES).status().ok()
            });
            if !installed.is_some_and(|status| status.success()) {
                eprintln!("no Python with {} here: the peers are left out", PACKAGES.join(", "));
                return None;
            }
        }
        Some(Self { python, script: root.join("xtask/src/bench/peers.py") })
    }

    /// Runs one task with one thread.
    ///
    /// # Errors
    /// When it fails.
    pub fn run(&self, arguments: &[&str]) -> Result<Value> {
        eprintln!("peers.py {}", arguments.join(" "));
        let mut command = Command::new(&self.python);
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"] {
            command.env(threads, "1");
        }
        let command = command.arg(&self.script).args(arguments).stderr(Stdio::inherit());
        let output = command.output().context("cannot start Python")?;
        if !output.status.success() {
            bail!("peers.py {} failed", arguments.join(" "));
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
