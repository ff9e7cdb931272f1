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
    /// Only the sections of the document whose names contain this; the others stay as they are.
    pub only: Option<String>,
}

impl Wish {
    fn wants(&self, section: &str) -> bool {
        self.only.as_ref().is_none_or(|only| section.contains(only.as_str()))
    }
}

/// The names of the sections.
pub const SECTIONS: [&str; 7] =
    ["stories", "parts", "passages", "duplicates", "sentences", "names", "clusters"];

/// What peers measured, by their names in the document.
pub type Others = Vec<(String, Value)>;

/// The join of so many sentences.
pub struct Sentences {
    pub size: usize,
    pub own: Value,
    pub others: Others,
}

/// Our own figures, and those of peers.
pub struct Compared {
    /// For near-duplicates a row for each size of the corpus.
    pub own: Vec<Value>,
    pub others: Others,
}

/// All measurements of a run; a section that was not asked for is not there.
#[derive(Default)]
pub struct Measured {
    /// For a run of all sections.
    pub machine: Option<String>,
    pub versions: Option<Value>,
    pub passages: Option<Compared>,
    pub duplicates: Option<Compared>,
    pub sentences: Vec<Sentences>,
    pub names: Option<Compared>,
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
    if !SECTIONS.iter().any(|section| wish.wants(section)) {
        bail!("there is no such section; there are {}", SECTIONS.join(", "));
    }
    let runner = Runner::new(root)?;
    let peers = if wish.alone { None } else { Peers::find(root, &runner.folder) };
    let peers = peers.as_ref();
    let mut measured = Measured::default();
    if wish.only.is_none() {
        measured.machine = Some(machine::describe());
        measured.versions = peers.map(|peers| peers.run(&["versions", "-"])).transpose()?;
    }
    if wish.wants("passages") {
        measured.passages = Some(runner.passages(peers)?);
    }
    if wish.wants("duplicates") {
        measured.duplicates = Some(runner.duplicates(wish, peers)?);
    }
    if wish.wants("sentences") {
        for size in [2000, 8000] {
            measured.sentences.push(runner.sentences(size, peers)?);
        }
    }
    if wish.wants("names") {
        measured.names = Some(runner.names(peers)?);
    }
    if wish.wants("stories") {
        measured.stories = runner.stories(root, wish.accounts)?;
    }
    if wish.clusters > 0 && wish.wants("clusters") {
        for size in [wish.clusters / 4, wish.clusters / 2, wish.clusters] {
            measured.clusters.push(runner.measure(&["clusters", &size.to_string(), "2"])?);
        }
    }
    if !wish.quick && wish.wants("parts") {
        measured.parts = runner.parts(root)?;
    }
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
        let program = command::example(root, "corroborate-reuse", "measure")?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let folder = target.join("bench");
        std::fs::create_dir_all(&folder)?;
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
        let program = command::example(root, "corroborate-testkit", "crowd")?;
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

    fn passages(&self, peers: Option<&Peers>) -> Result<Compared> {
        let file = self.file("accounts");
        self.output(&["accounts", &file])?;
        let own = self.measure(&["passages", &file])?;
        let mut others = Vec::new();
        if let Some(peers) = peers {
            others.push(("Python's difflib, matching blocks".to_owned(), peers.run(&["difflib", &file])?));
        }
        Ok(Compared { own: vec![own], others })
    }

    /// Our own figures for an eighth, a quarter, half and all of the corpus, then the peers' for its first part.
    fn duplicates(&self, wish: &Wish, peers: Option<&Peers>) -> Result<Compared> {
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
        let Some(peers) = peers else { return Ok(Compared { own, others }) };
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
        Ok(Compared { own, others })
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

    fn names(&self, peers: Option<&Peers>) -> Result<Compared> {
        let file = self.file("names");
        self.output(&["names", "10000", &file])?;
        let own = self.measure(&["alike", &file])?;
        let mut others = Vec::new();
        if let Some(peers) = peers {
            let result = peers.run(&["rapidfuzz", &file])?;
            agree(&format!("{file}.found"), &format!("{file}.rapidfuzz"))?;
            others.push(("rapidfuzz `cdist`, `score_cutoff=0.9`".to_owned(), result));
        }
        Ok(Compared { own: vec![own], others })
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
