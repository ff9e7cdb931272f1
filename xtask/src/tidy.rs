//! `cargo xtask tidy`: what the compiler does not check of the workspace's shape.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The layer table: crate folder to the restricted crates it may use.
#[derive(Deserialize)]
struct Layers {
    /// External crates that only the rows that name them may use.
    restricted: BTreeSet<String>,
    /// Folder under `crates/` to what its library may use.
    crates: BTreeMap<String, BTreeSet<String>>,
    /// Crates that only tests may use.
    dev_only: BTreeSet<String>,
}

/// Checks manifests against `docs/layers.toml`, and that each crate has a README and inherits the lints.
///
/// # Errors
/// Lists every arrow or file that is not as the table has it.
pub fn run(root: &Path) -> Result<()> {
    let complaints = check(root)?;
    if complaints.is_empty() {
        return Ok(());
    }
    bail!("{}", complaints.join("\n"));
}

fn check(root: &Path) -> Result<Vec<String>> {
    let layers: Layers =
        toml::from_str(&read(&root.join("docs/layers.toml"))?).context("docs/layers.toml")?;
    let mut complaints = Vec::new();
    let mut folders: Vec<String> = std::fs::read_dir(root.join("crates"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| root.join("crates").join(name).join("Cargo.toml").exists())
        .collect();
    folders.sort();
    for folder in &folders {
        let home = root.join("crates").join(folder);
        let Some(allowed) = layers.crates.get(folder) else {
            complaints.push(format!("crates/{folder} has no row in docs/layers.toml"));
            continue;
        };
        let manifest: toml::Table = toml::from_str(&read(&home.join("Cargo.toml"))?)
            .with_context(|| format!("crates/{folder}/Cargo.toml"))?;
        complaints.extend(arrows(folder, &manifest, allowed, &layers));
        if manifest.get("lints").and_then(|lints| lints.get("workspace")).is_none() {
            complaints.push(format!("crates/{folder}: the manifest does not inherit the workspace's lints"));
        }
        if !home.join("README.md").exists() {
            complaints.push(format!("crates/{folder} has no README.md"));
        }
        if home.join("data").exists() && !home.join("data/README.md").exists() {
            complaints.push(format!("crates/{folder}/data has no README.md with origins and licences"));
        }
    }
    for row in layers.crates.keys().filter(|row| !folders.contains(row)) {
        complaints.push(format!("docs/layers.toml has a row for crates/{row}, which does not exist"));
    }
    Ok(complaints)
}

fn arrows(folder: &str, manifest: &toml::Table, allowed: &BTreeSet<String>, layers: &Layers) -> Vec<String> {
    let guarded = |name: &str| {
        name.strip_prefix("corroborate-")
            .map(str::to_owned)
            .or_else(|| (layers.restricted.contains(name) || name == "corroborate").then(|| name.to_owned()))
    };
    let table = |key: &str| manifest.get(key).and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let mut complaints = Vec::new();
    for name in table("dependencies").keys().filter_map(|name| guarded(name)) {
        if layers.dev_only.contains(&name) {
            complaints.push(format!("crates/{folder} uses {name} outside its tests"));
        } else if !allowed.contains(&name) {
            complaints.push(format!(
                "crates/{folder} uses {name}, which its row in docs/layers.toml does not allow; \
                 a new arrow needs a decision in docs/decisions"
            ));
        }
    }
    complaints
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_tidy() {
        let complaints = check(&crate::root()).expect("the workspace can be read");
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }

    #[test]
    fn a_new_arrow_is_seen() {
        let layers: Layers = toml::from_str(
            "restricted = ['nom']\ndev_only = ['testkit']\n[crates]\ntext = []\nparse = ['text', 'nom']",
        )
        .expect("a table");
        let manifest = |text: &str| toml::from_str::<toml::Table>(text).expect("a manifest");
        let bad = manifest(
            "[dependencies]\nnom = '8'\ncorroborate-parse = '1'\ncorroborate-testkit = '1'\nserde = '1'",
        );
        assert_eq!(arrows("text", &bad, &layers.crates["text"], &layers).len(), 3);
        let good = manifest("[dependencies]\nnom = '8'\ncorroborate-text = '1'");
        assert!(arrows("parse", &good, &layers.crates["parse"], &layers).is_empty());
    }
}
