//! `cargo xtask supply`: what the project is built from.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Checks the licence, the source and the minimum Rust version of every package in the lock file, and names those
/// that are there in two versions. Where cargo-deny is installed it runs too, and with it the advisories, for which
/// it needs the network; nothing else here knows of advisories.
///
/// # Errors
/// When cargo fails or something is not allowed.
pub fn run(root: &Path) -> Result<()> {
    let rules = std::fs::read_to_string(root.join(RULES)).context("cannot read the rules")?;
    let rules: Rules = toml::from_str(&rules).context("cannot read the rules")?;
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(root)
        .output()
        .context("cannot start cargo")?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cannot read cargo metadata")?;
    let failures = failures(&metadata.packages, &rules.licenses.allow);
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &metadata.packages {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        println!(
            "{name} is there in {} versions: {}",
            versions.len(),
            Vec::from_iter(versions.iter().copied()).join(", ")
        );
    }
    println!("{} packages: licence, source and minimum Rust version checked", metadata.packages.len());
    if let Some(stated) = stated(&metadata.packages) {
        println!("{}", tested(stated, toolchain()));
    }
    if !failures.is_empty() {
        bail!("{}", failures.join("\n"));
    }
    let installed =
        Command::new("cargo-deny").arg("--version").output().is_ok_and(|output| output.status.success());
    if !installed {
        println!("cargo-deny is not installed: advisories were not checked");
        return Ok(());
    }
    crate::command::cargo(root, &["deny", "--config", RULES, "check", "licenses", "bans", "sources"])?;
    if crate::command::cargo(root, &["deny", "--config", RULES, "check", "advisories"]).is_err() {
        bail!("advisories: there are some, or their database cannot be reached; see above");
    }
    Ok(())
}

const RULES: &str = "xtask/deny.toml";

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    rust_version: Option<String>,
}

/// What is not allowed, a line each. The workspace's own packages give the Rust version that all must build with.
fn failures(packages: &[Package], allowed: &[String]) -> Vec<String> {
    let stated = stated(packages);
    let mut found = Vec::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or("none");
        if !is_allowed(licence, allowed) {
            found.push(format!("{name}: the licence {licence} is not allowed"));
        }
        if let Some(source) = &package.source
            && !source.starts_with("registry+https://github.com/rust-lang/crates.io-index")
        {
            found.push(format!("{name}: comes from {source}"));
        }
        let needed = package.rust_version.as_deref().and_then(version);
        if let (Some(needed), Some(stated)) = (needed, stated)
            && needed > stated
        {
            found.push(format!("{name}: needs Rust {needed:?}, and the project states {stated:?}"));
        }
    }
    found
}

/// The minimum Rust version of the workspace's own packages.
fn stated(packages: &[Package]) -> Option<(u32, u32)> {
    let own = packages.iter().filter(|package| package.source.is_none());
    own.filter_map(|package| version(package.rust_version.as_deref()?)).min()
}

/// The version of the compiler that builds here.
fn toolchain() -> Option<(u32, u32)> {
    let output = Command::new("rustc").arg("--version").output().ok()?;
    version(String::from_utf8_lossy(&output.stdout).split(' ').nth(1)?)
}

/// Whether a build here tests the minimum Rust version; an earlier compiler cargo refuses by itself.
fn tested(stated: (u32, u32), here: Option<(u32, u32)>) -> String {
    let (major, minor) = stated;
    match here {
        Some(here) if here == stated => {
            format!("the minimum Rust version, {major}.{minor}, is the one that builds here")
        }
        Some((_, here)) => {
            format!("the minimum Rust version, {major}.{minor}, is not tested by a build with {major}.{here}")
        }
        None => "the version of the compiler cannot be told".to_owned(),
    }
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Whether an SPDX expression can be met with the licences allowed. `/` is an older way to write OR.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut at = 0;
    any(&words, &mut at, allowed) && at == words.len()
}

// any = all { "OR" all }
fn any(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all(words, at, allowed);
    }
    met
}

// all = one { "AND" one }
fn all(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

// one = "(" any ")" | licence [ "WITH" exception ]
fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return met && closed;
    }
    let mut licence = (*word).to_owned();
    if let (Some(&"WITH"), Some(exception)) = (words.get(*at), words.get(*at + 1)) {
        licence = format!("{licence} WITH {exception}");
        *at += 2;
    }
    allowed.contains(&licence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_with_another_version_is_no_test_of_the_minimum() {
        assert!(super::tested((1, 95), Some((1, 95))).ends_with("is the one that builds here"));
        assert!(super::tested((1, 95), Some((1, 97))).contains("not tested"));
    }

    #[test]
    fn expressions_are_met_as_they_say() {
        let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        for (expression, met) in [
            ("MIT", true),
            ("MIT OR GPL-3.0", true),
            ("GPL-3.0/MIT", true),
            ("MIT AND GPL-3.0", false),
            ("(GPL-3.0 OR MIT) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("Apache-2.0", false),
            ("(MIT", false),
            ("MIT MIT", false),
            ("none", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), met, "{expression}");
        }
    }

    #[test]
    fn a_newer_rust_and_another_source_are_named() {
        let package = |name: &str, source: Option<&str>, rust: &str| Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: Some("MIT".to_owned()),
            source: source.map(str::to_owned),
            rust_version: Some(rust.to_owned()),
        };
        let packages = [
            package("own", None, "1.88"),
            package("fine", Some("registry+https://github.com/rust-lang/crates.io-index"), "1.88.0"),
            package("new", Some("registry+https://github.com/rust-lang/crates.io-index"), "1.90"),
            package("far", Some("git+https://example.org/far"), "1.60"),
        ];
        let found = failures(&packages, &["MIT".to_owned()]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("new 1.0.0: needs Rust") && found[1].starts_with("far 1.0.0: comes from")
        );
    }
}
