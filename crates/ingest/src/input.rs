//! Paths to articles.

use crate::read::{Place, read};
use crate::{IngestError, identity, kind, language};
use corroborate_article::Article;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files larger than this many bytes are read up to it, with a diagnostic; packed ones are unpacked up to it.
    pub max_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: 256 << 20 }
    }
}

/// A file that was passed over, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// Why, in a few words.
    pub reason: String,
}

/// What was read from the paths.
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    /// The articles, ordered by path and place within a container, with unique ids.
    pub articles: Vec<Article>,
    /// What was passed over.
    pub skipped: Vec<Skipped>,
}

/// Reads files, folders (with everything below them) and `-` (standard input).
///
/// Ids and order depend on the paths alone, not on the order in which they were named. An id is the file's stem,
/// with a number behind it where another article has it already. A page that stands under two names is read
/// once, with a note that names the other.
///
/// # Errors
/// When a path that was named cannot be read, or nothing under the paths is an article.
///
/// ```
/// use corroborate_ingest::{Options, ingest};
///
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("evening.txt"), "The bridge is closed, the mayor said on Monday.")?;
/// std::fs::write(folder.path().join("notes.json"), "{\"seen\": true}")?;
///
/// let ingested = ingest(&[folder.path().to_path_buf()], &Options::default())?;
/// assert_eq!(ingested.articles[0].id, "evening");
/// assert_eq!(ingested.skipped.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ingest(paths: &[PathBuf], options: &Options) -> Result<Ingested, IngestError> {
    let mut ingested = Ingested::default();
    let (found, passed) = files(paths)?;
    ingested.skipped = passed;
    for (path, named) in found {
        let shown = path.display().to_string();
        let skip = |reason: &str| Skipped { path: shown.clone(), reason: reason.to_owned() };
        if !named && !kind::is_taken_from_folders(&path) {
            ingested.skipped.push(skip("not a kind of file that articles come in"));
            continue;
        }
        let (bytes, cut) = match load(&path, options.max_bytes) {
            Ok(loaded) => loaded,
            Err(source) if named => return Err(IngestError::Unreadable { path, source }),
            Err(error) => {
                ingested.skipped.push(skip(&format!("cannot be read: {error}")));
                continue;
            }
        };
        let place = Place { name: &shown, max_bytes: options.max_bytes, cut };
        match read(&place, &bytes) {
            Ok(articles) => ingested.articles.extend(articles),
            Err(reason) => ingested.skipped.push(skip(&reason)),
        }
    }
    if ingested.articles.is_empty() {
        let given: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        return Err(IngestError::NoArticle { given: given.join(", ") });
    }
    ingested.articles = identity::distinct(ingested.articles);
    identity::name(&mut ingested.articles);
    for article in &mut ingested.articles {
        language::identify(article);
    }
    Ok(ingested)
}

/// Every file under the paths in the order of their names, with whether the caller named it; and what under a
/// folder is no file, or cannot be looked into. What is hidden is not spoken of.
fn files(paths: &[PathBuf]) -> Result<(BTreeMap<PathBuf, bool>, Vec<Skipped>), IngestError> {
    let mut found = BTreeMap::new();
    let mut skipped = Vec::new();
    let mut skip = |path: &Path, reason: String| {
        skipped.push(Skipped { path: path.display().to_string(), reason });
    };
    for path in paths {
        if path.as_os_str() == "-" {
            found.insert(path.clone(), true);
            continue;
        }
        let unreadable = |source| IngestError::Unreadable { path: path.clone(), source };
        if !std::fs::metadata(path).map_err(unreadable)?.is_dir() {
            found.insert(path.clone(), true);
            continue;
        }
        let mut folders = vec![path.clone()];
        let mut top = true;
        while let Some(folder) = folders.pop() {
            let entries = match std::fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(source) if top => return Err(unreadable(source)),
                Err(error) => {
                    skip(&folder, format!("cannot be read: {error}"));
                    continue;
                }
            };
            top = false;
            for entry in entries {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        skip(&folder, format!("cannot be read to its end: {error}"));
                        break;
                    }
                };
                let below = entry.path();
                if is_hidden(&below) {
                    continue;
                }
                // A linked folder is not entered: it may hold the folder it stands in.
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    folders.push(below);
                    continue;
                }
                match std::fs::metadata(&below) {
                    Ok(file) if file.is_file() => {
                        found.entry(below).or_insert(false);
                    }
                    Ok(file) if file.is_dir() => skip(&below, "a link to a folder".to_owned()),
                    Ok(_) => skip(&below, "not a file".to_owned()),
                    Err(error) => skip(&below, format!("cannot be read: {error}")),
                }
            }
        }
    }
    Ok((found, skipped))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// At most `cap` bytes of a file, and whether there are more.
fn load(path: &Path, cap: u64) -> io::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let limit = cap.saturating_add(1);
    if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    let limit = usize::try_from(cap).unwrap_or(usize::MAX);
    let cut = bytes.len() > limit;
    bytes.truncate(limit);
    Ok((bytes, cut))
}
