//! `cargo xtask bench`: what the work costs, beside the best known peers, written to `docs/performance.md`.
//!
//! The measurements are an example program of `corroborate-reuse`, whole runs of the command on generated stories, the
//! criterion benches of the crates, and `peers.py`, which does the same tasks with Python libraries on the same generated data in the same run. Peers
//! are left out where Python or a package index is not there.

mod document;
mod machine;
mod part;
mod peer;
mod story;

use crate::command;
use anyhow::{Context as _, Result, bail};
use part::Part;
use peer::Peers;
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use story::Story;

/// What to measure.
#[derive(Default)]
pub struct Wish {
    /// Documents in the corpus for near-duplicates.
    pub documents: usize,
    /// How many of them the peers read.
    pub peer_documents: usize,
    /// Accounts of the largest story.
    pub accounts: usize,
    /// Also cluster this many articles, with two threads; takes minutes.
    pub clusters: usize,
    /// Leave the Python peers out.
    pub alone: bool,
    /// Leave the criterion benches out.
    pub quick: bool,
}

/// What peers measured, by their names in the document.
pub type Others = Vec<(String, Value)>;

/// The join of so many sentences.
pub struct Sentences {
    pub size: usize,
    pub own: Value,
    pub others: Others,
}

/// All measurements of a run.
pub struct Measured {
    pub machine: String,
    pub versions: Option<Value>,
    pub passages: Value,
    pub difflib: Option<Value>,
    pub duplicates: Vec<Value>,
    pub duplicate_peers: Others,
    pub sentences: Vec<Sentences>,
    pub names: Value,
    pub name_peer: Option<Value>,
    /// A quarter, a half and all of the articles.
    pub clusters: Vec<Value>,
    pub stories: Vec<Story>,
    pub parts: Vec<Part>,
}

/// Documents that datasketch reads: more would take longer than all the rest together.
const DATASKETCH: usize = 1500;

/// Cosine from which on a pair of sentences counts.
const CUTOFF: &str = "0.4";

/// Measures and writes the document.
///
/// # Errors
/// When something does not build, run or agree.
pub fn run(root: &Path, wish: &Wish) -> Result<()> {
    let runner = Runner::new(root)?;
    let peers = if wish.alone { None } else { Peers::find(root, &runner.folder) };
    let measured = Measured {
        machine: machine::describe(),
        versions: peers.as_ref().map(|peers| peers.run(&["versions", "-"])).transpose()?,
        clusters: if wish.clusters > 0 {
            let sizes = [wish.clusters / 4, wish.clusters / 2, wish.clusters];
            let run = |size: usize| runner.measure(&["clusters", &size.to_string(), "2"]);
            sizes.into_iter().map(run).collect::<Result<_>>()?
        } else {
            Vec::new()
        },
        stories: runner.stories(root, wish.accounts)?,
        parts: if wish.quick { Vec::new() } else { runner.parts(root)? },
        ..runner.all(wish, peers.as_ref())?
    };
    let path = root.join("docs/performance.md");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    std::fs::write(&path, document::write(&measured, &committed))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Starts the example program.
struct Runner {
    program: PathBuf,
    folder: PathBuf,
    target: PathBuf,
}

impl Runner {
    fn new(root: &Path) -> Result<Self> {
        command::cargo(
            root,
            &["build", "--quiet", "--release", "--package", "corroborate-reuse", "--example", "measure"],
        )?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let folder = target.join("bench");
        std::fs::create_dir_all(&folder)?;
        let program =
            target.join("release/examples").join(format!("measure{}", std::env::consts::EXE_SUFFIX));
        Ok(Self { program, folder, target })
    }

    fn output(&self, arguments: &[&str]) -> Result<String> {
        eprintln!("measure {}", arguments.join(" "));
        let output =
            Command::new(&self.program).args(arguments).output().context("cannot start the example")?;
        if !output.status.success() {
            bail!("measure {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    fn measure(&self, arguments: &[&str]) -> Result<Value> {
        Ok(serde_json::from_str(&self.output(arguments)?)?)
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    /// Whole runs on stories of more and more accounts.
    fn stories(&self, root: &Path, most: usize) -> Result<Vec<Story>> {
        let binary = command::build(root)?;
        let example = ["--package", "corroborate-testkit", "--example", "crowd"];
        command::cargo(root, &[&["build", "--quiet", "--release"][..], &example[..]].concat())?;
        let program =
            self.target.join("release/examples").join(format!("crowd{}", std::env::consts::EXE_SUFFIX));
        let mut sizes: Vec<usize> = [5, 25, 100, 1000].into_iter().filter(|&size| size < most).collect();
        sizes.push(most);
        let run = |size: usize| {
            let folder = self.folder.join(format!("crowd-{size}"));
            let made = Command::new(&program).arg(&folder).arg(size.to_string()).status();
            if !made.context("cannot start the generator")?.success() {
                bail!("the story of {size} accounts was not written");
            }
            eprintln!("a story of {size} accounts");
            let runs = if size <= 25 { 10 } else { 1 };
            story::measure(&binary, &folder, &self.folder.join("story.json"), runs)
        };
        sizes.into_iter().map(run).collect()
    }

    /// The criterion benches, each function for two seconds.
    fn parts(&self, root: &Path) -> Result<Vec<Part>> {
        let criterion = self.target.join("criterion");
        // What is left there from functions of other names would be read again.
        std::fs::remove_dir_all(&criterion).ok();
        for (package, bench) in part::BENCHES {
            let name = ["bench", "--quiet", "--package", package, "--bench", bench];
            let short = ["--", "--measurement-time", "2", "--warm-up-time", "0.5", "--sample-size", "10"];
            command::cargo(root, &[&name[..], &short[..]].concat())?;
        }
        part::read(&criterion)
    }

    fn all(&self, wish: &Wish, peers: Option<&Peers>) -> Result<Measured> {
        let (passages, difflib) = self.passages(peers)?;
        let (duplicates, duplicate_peers) = self.duplicates(wish, peers)?;
        let (names, name_peer) = self.names(peers)?;
        Ok(Measured {
            machine: String::new(),
            versions: None,
            passages,
            difflib,
            duplicates,
            duplicate_peers,
            sentences: [2000, 8000]
                .into_iter()
                .map(|size| self.sentences(size, peers))
                .collect::<Result<_>>()?,
            names,
            name_peer,
            clusters: Vec::new(),
            stories: Vec::new(),
            parts: Vec::new(),
        })
    }

    fn passages(&self, peers: Option<&Peers>) -> Result<(Value, Option<Value>)> {
        let file = self.file("accounts");
        self.output(&["accounts", &file])?;
        let own = self.measure(&["passages", &file])?;
        Ok((own, peers.map(|peers| peers.run(&["difflib", &file])).transpose()?))
    }

    /// Our own figures for an eighth, a quarter, half and all of the corpus, then the peers' for its first part.
    fn duplicates(&self, wish: &Wish, peers: Option<&Peers>) -> Result<(Vec<Value>, Others)> {
        let size = wish.documents;
        let file = self.file("corpus");
        self.output(&["corpus", &size.to_string(), &file])?;
        self.output(&["truth", &file, "3"])?;
        let truth = pairs(&format!("{file}.truth-3"))?;
        let mut own = Vec::new();
        for part in [8, 4, 2, 1] {
            own.push(self.measure(&["duplicates", &file, "3", &(size / part).to_string()])?);
        }
        if let Some(whole) = own.last_mut() {
            judge(whole, &pairs(&format!("{file}.found-3"))?, &truth);
        }
        let mut others = Vec::new();
        let Some(peers) = peers else { return Ok((own, others)) };
        // The true pairs among the first documents.
        let among = |limit: usize| -> HashSet<String> {
            let inside =
                |pair: &&String| pair.split('\t').all(|n| n.parse::<usize>().is_ok_and(|n| n < limit));
            truth.iter().filter(inside).cloned().collect()
        };
        let part = wish.peer_documents.min(size);
        let limit = part.to_string();
        let known = among(part);
        for bands in ["16", "32"] {
            let mut result = peers.run(&["rensa-pairs", &file, "3", bands, &limit])?;
            judge(&mut result, &pairs(&format!("{file}.rensa-pairs-{bands}"))?, &known);
            others.push((format!("rensa, R-MinHash and LSH, {bands} bands, {part} documents"), result));
        }
        let mut result = peers.run(&["rensa-flags", &file, "3", "32", &limit])?;
        let flagged: HashSet<String> =
            known.iter().flat_map(|pair| pair.split('\t').map(str::to_owned).collect::<Vec<_>>()).collect();
        judge(&mut result, &pairs(&format!("{file}.rensa-flags"))?, &flagged);
        others.push((format!("rensa, rho, flags only, {part} documents"), result));
        let part = DATASKETCH.min(part);
        let mut result = peers.run(&["datasketch", &file, "3", &part.to_string()])?;
        judge(&mut result, &pairs(&format!("{file}.datasketch"))?, &among(part));
        others.push((format!("datasketch, {part} documents"), result));
        Ok((own, others))
    }

    fn sentences(&self, size: usize, peers: Option<&Peers>) -> Result<Sentences> {
        let file = self.file(&format!("sentences-{size}"));
        self.output(&["sentences", &size.to_string(), &file])?;
        let own = self.measure(&["cosine", &file, CUTOFF])?;
        let mut others = Vec::new();
        for peer in
            peers.into_iter().flat_map(|peers| ["scikit-learn", "sparse-dot-topn"].map(|name| (peers, name)))
        {
            let (peers, name) = peer;
            let result = peers.run(&[name, &file, CUTOFF])?;
            agree(&format!("{file}.found"), &format!("{file}.{name}"))?;
            others.push((name.to_owned(), result));
        }
        Ok(Sentences { size, own, others })
    }

    fn names(&self, peers: Option<&Peers>) -> Result<(Value, Option<Value>)> {
        let file = self.file("names");
        self.output(&["names", "10000", &file])?;
        let own = self.measure(&["alike", &file])?;
        let peer = peers.map(|peers| peers.run(&["rapidfuzz", &file])).transpose()?;
        if peer.is_some() {
            agree(&format!("{file}.found"), &format!("{file}.rapidfuzz"))?;
        }
        Ok((own, peer))
    }
}

fn pairs(file: &str) -> Result<HashSet<String>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Adds precision and recall to a result.
fn judge(result: &mut Value, found: &HashSet<String>, truth: &HashSet<String>) {
    let right = found.intersection(truth).count() as f64;
    if let Some(result) = result.as_object_mut() {
        result.insert("precision".to_owned(), (right / found.len().max(1) as f64).into());
        result.insert("recall".to_owned(), (right / truth.len().max(1) as f64).into());
    }
}

/// Fails where two lists of scored pairs differ, but for pairs so near the cutoff that rounding decides.
fn agree(own: &str, peer: &str) -> Result<()> {
    let (own_pairs, peer_pairs) = (pairs(own)?, pairs(peer)?);
    let key = |line: &String| line.rsplit_once('\t').map(|(pair, _)| pair.to_owned()).unwrap_or_default();
    let (a, b): (HashSet<String>, HashSet<String>) =
        (own_pairs.iter().map(key).collect(), peer_pairs.iter().map(key).collect());
    let differ = a.symmetric_difference(&b).count();
    if differ * 100_000 > b.len() {
        bail!("{own} and {peer} differ in {differ} of {} pairs", b.len());
    }
    Ok(())
}
