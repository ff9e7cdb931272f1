//! `cargo xtask eval`: quality as numbers.
//!
//! Every section measures one set, through the release binary. The result is `docs/evaluation.md`: a table that is
//! committed and compared, so that a fall shows as a diff. A set that is not there keeps its committed table.

mod alignment;
mod attribution;
mod containers;
mod coreference;
mod entities;
mod html;
mod quantity;
mod robustness;
mod section;
mod story;
mod structure;
mod temporal;
mod treebank;
mod visible;

pub use section::{Row, Section};

use crate::command;
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};

/// What to measure and what to do with it.
#[derive(Default)]
pub struct Wish {
    /// Only the sections whose name contains this.
    pub only: Option<String>,
    /// Change nothing; fail where a figure fell.
    pub check: bool,
    /// List what is wrong, finding by finding, on standard error.
    pub misses: bool,
}

/// Where a section finds what it needs.
pub struct Context {
    /// The workspace.
    pub root: PathBuf,
    /// The folder of shared data beside the workspace, if it is there.
    pub shared: Option<PathBuf>,
    /// The release binary.
    pub binary: PathBuf,
    /// Whether to list what is wrong on standard error.
    pub misses: bool,
}

impl Context {
    /// A folder of shared data, if it is there.
    pub fn shared(&self, folder: &str) -> Option<PathBuf> {
        self.shared.as_ref().map(|shared| shared.join(folder)).filter(|path| path.exists())
    }
}

/// Measures one set; `None` where the set is not there.
type Measure = fn(&Context) -> Result<Option<Section>>;

/// The sections by name, in the order of the document.
const SECTIONS: &[(&str, Measure)] = &[
    ("corpus", story::corpus),
    ("second-corpus", story::second_corpus),
    ("third-corpus", story::third_corpus),
    ("stories", story::stories),
    ("alignment", alignment::topics),
    ("generated-differences", story::kinds),
    ("generated-paraphrase", story::paraphrase),
    ("generated-copying", story::copying),
    ("pages", structure::pages),
    ("structure", structure::shared),
    ("names", entities::news),
    ("coreference", coreference::topics),
    ("quantities", quantity::news),
    ("quantity-cases", quantity::libraries),
    ("dates", temporal::corpora),
    ("date-cases", temporal::cases),
    ("attribution", attribution::news),
    ("statements", attribution::statements),
    ("news-pages", html::newspaper),
    ("pasted-pages", html::pasted),
    ("news-paragraphs", html::paragraphs),
    ("feeds", containers::feeds),
    ("archives", containers::archives),
    ("odd-input", robustness::suites),
];

/// Measures and writes, or checks, the table.
///
/// # Errors
/// When the product does not build or run, or a figure fell under `check`.
pub fn run(root: &Path, wish: &Wish) -> Result<()> {
    let binary = command::build(root)?;
    let shared = root.parent().map(|parent| parent.join("shared")).filter(|path| path.exists());
    let context = Context { root: root.to_owned(), shared, binary, misses: wish.misses };
    let path = root.join("docs/evaluation.md");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let mut document = String::from(HEAD);
    let mut fallen = Vec::new();
    for (name, measure) in SECTIONS {
        let wanted = wish.only.as_ref().is_none_or(|only| name.contains(only.as_str()));
        let measured =
            if wanted { measure(&context).with_context(|| format!("the set `{name}`"))? } else { None };
        let before = section::committed(&committed, name);
        if let Some(section) = measured {
            let now = section.markdown(name);
            fallen.extend(section.fallen(name, before.unwrap_or_default()));
            document.push_str(&now);
            if wish.only.is_some() {
                println!("{now}");
            }
        } else if let Some(before) = before {
            document.push_str(before);
        }
    }
    if !wish.check {
        std::fs::write(&path, &document).with_context(|| format!("cannot write {}", path.display()))?;
        println!("wrote {}", path.display());
        for line in fallen {
            println!("fell: {line}");
        }
        return Ok(());
    }
    if fallen.is_empty() {
        return Ok(());
    }
    bail!("figures fell below docs/evaluation.md:\n{}", fallen.join("\n"));
}

const HEAD: &str = "# Evaluation\n\n\
Written by `cargo xtask eval`; `cargo xtask ci` fails when a figure falls. Each section says what was measured. \
Sets from outside are not part of the project: their sections are measured where the data is, and kept as \
committed elsewhere.\n";
